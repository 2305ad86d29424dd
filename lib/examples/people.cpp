#include "examples/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "law/pgn.hpp"

namespace jv {

namespace {

enum SchoolType { bao, sbo, so, vso, vo, pro, mbo, onbekend, geen, none };

struct Ages {
    int from, to;
};

// The usual ages on 1 October, by school type.
constexpr std::array<Ages, school_type_count> usual_ages = {
    {{4, 11}, {5, 12}, {5, 12}, {12, 17}, {12, 17}, {12, 17}, {16, 20}, {5, 17}, {5, 17}, {16, 21}}};

// Where a pupil goes from one school type at this age on 1 October; nothing for one that leaves.
std::optional<int> next_type(int type, int age, Random& random) {
    if (age > 20) return std::nullopt;
    switch (type) {
        case bao:
            return age <= 11 || (age == 12 && random.percent(20)) ? bao : random.percent(95) ? vo : pro;
        case sbo:
            return age <= 12 ? sbo : random.percent(50) ? pro : random.percent(60) ? vo : vso;
        case so:
            return age <= 12 ? so : vso;
        case vso:
            return age <= 17 ? vso : mbo;
        case vo:
            return age <= 15 || (age == 16 && random.percent(70)) || (age == 17 && random.percent(40)) ? vo : mbo;
        case pro:
            return age <= 16 ? pro : mbo;
        default:
            return type;
    }
}

Datum random_day(Datum from, Datum to, Random& random) { return from.plus_days(random.between(0, to.days() - from.days())); }

}  // namespace

std::string Numbers::next() {
    for (;;) {
        // Every number of seven digits comes by once before the first comes back: the step has no factor in common with their count.
        const auto position = (offset_ + given_ * 7'368'787) % range;
        const std::uint64_t lead = given_ < range ? 9 : 8;
        ++given_;
        auto number = std::to_string(lead * range + position) + '0';
        for (auto& check = number.back(); check <= '9'; ++check)
            if (is_bsn(number)) return number;
    }
}

Population::Population(const std::string& municipality) {
    for (int type = 0; type < school_type_count; ++type)
        for (int school = 0; school < schools && type != onbekend && type != geen; ++school) {
            auto seed = static_cast<std::uint64_t>(school);
            for (const char c : municipality + std::string(school_type_code(type))) seed = seed * 131 + static_cast<unsigned char>(c);
            Random random(seed);
            const auto second = static_cast<char>('A' + random.below(26)), first = static_cast<char>('A' + random.below(26));
            const auto number = random.between(1, 31);
            brins_[static_cast<std::size_t>(type)][static_cast<std::size_t>(school)] = fmt::format("{:02}{}{}", number, first, second);
        }
}

void Population::begin_year(Schooljaar year, Random& random) {
    continuing_ = {};
    if (year == year_.plus(1))
        for (int type = 0; type < school_type_count; ++type)
            for (auto& pupil : of(type)) {
                const auto next = next_type(type, age_on(pupil.birth, year.first_of_october()), random);
                if (!next) continue;
                if (*next != type) pupil.school = random.between(0, schools - 1);
                pupil.rows.clear();
                pupil.plicht = plicht_in(year, pupil.birth, pupil.startkwalificatie);
                continuing_[static_cast<std::size_t>(*next)][static_cast<std::size_t>(pupil.plicht)].push_back(std::move(pupil));
            }
    pupils_ = {};
    year_ = year;
}

Pupil& Population::add(int school_type, Pupil pupil) {
    of(school_type).push_back(std::move(pupil));
    return of(school_type).back();
}

Pupil& Population::enrol(int school_type, Plicht plicht, Numbers& numbers, Random& random) {
    auto& candidates = continuing_[static_cast<std::size_t>(school_type)][static_cast<std::size_t>(plicht)];
    if (candidates.empty()) return add(school_type, new_pupil(school_type, plicht, numbers, random));
    auto pupil = std::move(candidates.back());
    candidates.pop_back();
    return add(school_type, std::move(pupil));
}

Pupil Population::new_pupil(int school_type, Plicht plicht, Numbers& numbers, Random& random) const {
    Pupil pupil{.number = numbers.next(),
                .birth = {},
                .startkwalificatie = {},
                .girl = random.percent(50),
                .school = random.between(0, schools - 1),
                .plicht = plicht};
    const auto y = year_.begin_year();
    const auto ages = usual_ages[static_cast<std::size_t>(school_type)];
    auto usual_from = Datum(y - ages.to - 1, 10, 2), usual_to = Datum(y - ages.from, 10, 1);
    Datum from, to;
    switch (plicht) {
        case Plicht::leerplichtig:
            from = Datum(y - 16, 8, 1), to = Datum(y - 4, 6, 30);
            break;
        case Plicht::kwalificatieplichtig:
            from = Datum(y - 18, 8, 2), to = Datum(y - 16, 7, 31);
            break;
        case Plicht::geen:
            if (school_type <= so) {
                from = Datum(y - 4, 7, 1), to = Datum(y - 4, 10, 1);
            } else if (school_type == mbo && random.percent(30)) {
                // Seventeen, with a diploma of havo or mbo.
                from = usual_from = Datum(y - 18, 8, 2), to = usual_to = Datum(y - 17, 7, 31);
                pupil.startkwalificatie = Datum(y, 6, random.between(1, 30) > 15 ? 20u : 12u);
            } else {
                from = Datum(y - 21, 8, 2), to = Datum(y - 18, 8, 1);
                if (school_type == mbo && random.percent(20)) pupil.startkwalificatie = Datum(y, 7, static_cast<unsigned>(random.between(1, 20)));
            }
            break;
    }
    // The usual ages, as far as the law allows them; else the nearest year of birth that it does allow.
    if (usual_to < from) usual_from = from, usual_to = std::min(to, from.plus_days(300));
    if (usual_from > to) usual_to = to, usual_from = std::max(from, to.plus_days(-300));
    pupil.birth = random_day(std::max(from, usual_from), std::min(to, usual_to), random);
    if (plicht_in(year_, pupil.birth, pupil.startkwalificatie) != plicht) throw std::logic_error("a birth date that does not fit the law");
    return pupil;
}

bool Population::fits(const Pupil& pupil, Need need) const {
    const auto born = pupil.birth;
    const auto y = year_.begin_year(), y18 = y - 18;  // who is born in y18 turns 18 in the year in which the school year begins
    switch (need) {
        case Need::plichtig:
            return born >= Datum(y18 + 1, 2, 1) && born < Datum(y - 5, 9, 1) && pupil.plicht != Plicht::geen;
        case Need::adult:
            return born < Datum(y18 + 1, 2, 1) && born > Datum(y18 - 4, 7, 31);
        case Need::both:
            return born >= Datum(y18, 12, 1) && born < Datum(y18 + 1, 4, 1);
        case Need::anyone:
            break;
    }
    return true;
}

Pupil& Population::invent(int school_type, Need need, Numbers& numbers, Random& random) {
    const auto y = year_.begin_year();
    Plicht plicht = Plicht::leerplichtig;
    if (need == Need::adult || need == Need::anyone || school_type == mbo) plicht = Plicht::kwalificatieplichtig;
    if (need == Need::adult && random.percent(60)) plicht = Plicht::geen;
    // A pupil that continues, if the first that comes fits.
    auto& candidates = continuing_[static_cast<std::size_t>(school_type)][static_cast<std::size_t>(plicht)];
    if (!candidates.empty() && fits(candidates.back(), need)) return enrol(school_type, plicht, numbers, random);
    auto pupil = new_pupil(school_type, plicht, numbers, random);
    if (!fits(pupil, need)) {
        pupil.startkwalificatie.reset();
        switch (need) {
            case Need::plichtig:
                pupil.birth = random_day(Datum(y - 17, 2, 1), Datum(y - 16, 7, 31), random);
                break;
            case Need::adult:
                pupil.birth = random_day(Datum(y - 20, 2, 1), Datum(y - 17, 1, 31), random);
                break;
            case Need::both:
                pupil.birth = random_day(Datum(y - 18, 12, 1), Datum(y - 17, 3, 31), random);
                break;
            case Need::anyone:
                break;
        }
        // Young children: leerplichtig from the first day of the year.
        if (need == Need::plichtig && school_type <= so) pupil.birth = random_day(Datum(y - 12, 10, 1), Datum(y - 5, 7, 31), random);
        pupil.plicht = plicht_in(year_, pupil.birth, pupil.startkwalificatie);
    }
    return add(school_type, std::move(pupil));
}

}  // namespace jv
