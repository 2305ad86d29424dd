// benchmark-export ROWS [MUNICIPALITIES YEARS]: writes an invented export of meldingen with the canonical columns, the same on every machine: so many
// municipalities (all, unless told) with twelve schools each, school years (twenty), and some quoted texts with separators and line breaks.
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <string_view>

#include "examples/random.hpp"
#include "records/names.hpp"

namespace {

// Nine digits that pass the check of a BSN.
std::uint32_t bsn(jv::Random& random, std::int64_t pupils) {
    for (;;) {
        const auto eight = 10'000'000u + static_cast<std::uint32_t>(random.below(pupils)) % 80'000'000u;
        unsigned sum = 0, rest = eight;
        for (unsigned weight = 2; weight <= 9; ++weight, rest /= 10) sum += rest % 10 * weight;
        if (sum % 11 < 10) return eight * 10 + sum % 11;
    }
}

}  // namespace

int main(int argc, char** argv) {
    const jv::Municipalities municipalities;
    const auto& areas = municipalities.listed();
    std::array<std::int64_t, 3> numbers{0, static_cast<std::int64_t>(areas.size()), 20};
    for (int i = 1; i < argc && i <= 3; ++i) {
        const std::string_view asked = argv[i];
        std::from_chars(asked.data(), asked.data() + asked.size(), numbers[static_cast<std::size_t>(i - 1)]);
    }
    const auto [rows, area_count, years] = numbers;
    if (rows < 1) return std::fputs("benchmark-export ROWS [MUNICIPALITIES YEARS] > melding.csv\n", stderr), 2;
    constexpr std::array<std::string_view, 9> types = {"bao", "sbo", "so", "vso", "vo", "pro", "mbo", "onbekend", "geen"};
    constexpr std::array<std::string_view, 6> kinds = {"absoluut", "16-uur", "luxe", "lrv", "overig", "18-plus"};
    constexpr std::array<std::string_view, 5> states = {"", "in-behandeling", "afgesloten", "ingetrokken", "overgedragen"};
    constexpr std::array<std::string_view, 4> reasons = {"", "terug-naar-school", "overige", "ziek"};
    constexpr std::array<std::string_view, 5> notes = {"", "gesprek met ouders en mentor", "\"huisbezoek; geen contact\"",
                                                       "\"een \"\"week\"\" thuis\"", "\"naar\nde jeugdarts\""};
    jv::Random random(1);
    std::fputs("meldingsnummer;leerling;gemeente;schooltype;melddatum;verzuimsoort;status;afsluitreden;geboortedatum;brin;lesuren;toelichting\n",
               stdout);
    fmt::memory_buffer buffer;
    for (std::int64_t row = 0; row < rows; ++row) {
        const auto year = 2004 + static_cast<int>(row * years / rows), month = random.between(1, 12);
        const auto area = random.below(area_count), school = area * 12 + random.below(12);
        fmt::format_to(std::back_inserter(buffer), "{};{:09};{};{};{:02}-{:02}-{};{};{};{};{}-{:02}-{:02};{:02}{}{};{};{}\n",
                       1'000'000 + row - (random.percent(1) ? 1 : 0), bsn(random, rows), areas[static_cast<std::size_t>(area)],
                       types[random.next() % types.size()], random.between(1, 28), month, month >= 8 ? year : year + 1,
                       kinds[random.next() % kinds.size()], states[random.next() % states.size()], reasons[random.next() % reasons.size()],
                       year - random.between(6, 17), random.between(1, 12), random.between(1, 28), school / 676,
                       static_cast<char>('A' + school / 26 % 26), static_cast<char>('A' + school % 26), random.between(1, 40),
                       notes[random.percent(3) ? random.next() % notes.size() : random.next() % 2]);
        if (buffer.size() < 1 << 20 && row + 1 < rows) continue;
        std::fwrite(buffer.data(), 1, buffer.size(), stdout);
        buffer.clear();
    }
    return 0;
}
