#include "examples/recount.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "law/plicht.hpp"
#include "records/record.hpp"

namespace jv {

namespace {

// Reads the rows of a kind as their values say it, with what the law derives from them.
class Reader {
public:
    Reader(const KindInfo& kind, const Limits& limits)
        : kind_(kind), limits_(limits), year_(at(kind.year_column)), birth_(at("geboortedatum")), certificate_(at("startkwalificatie_op")) {
        for (const auto& column : kind.columns)
            if (!column.codes.empty()) coded_.push_back({at(column.name), field(column.name), column.when_empty});
    }

    // As code_layout, without gemeente; a row of a kind with events has neither year nor event.
    std::uint64_t codes(const ExportRow& row) const {
        std::uint64_t codes = 0;
        for (const auto& [column, field, when_empty] : coded_) codes |= code(*field, row[column].empty() ? when_empty : row[column]);
        if (kind_.year_column.empty()) return codes;
        const auto year = year_of(row);
        if (kind_.kind == Kind::leerling) codes |= code(plicht_, plicht(row, year));
        if (kind_.kind == Kind::kwetsbaar) codes |= code(removed_, removed(row, year)) | code(work_, work(row, year));
        return codes | put(year_code(year), jaar_);
    }

    std::uint64_t event(const RowEvent& event) const { return code(event_, event.gebeurtenis) | put(year_code(event.year), jaar_); }

private:
    std::size_t at(std::string_view column) const { return static_cast<std::size_t>(kind_.index_of(column)); }
    const CodeField* field(std::string_view column) const { return find_field(kind_.kind, column); }
    static std::uint64_t code(const CodeField& field, std::string_view text) {
        const auto found = std::find(field.codes.begin(), field.codes.end(), text);
        return found == field.codes.end() ? 0 : put(static_cast<std::uint64_t>(found - field.codes.begin()) + 1, field);
    }
    static std::uint64_t code(const CodeField* field, std::string_view text) { return code(*field, text); }

    // The school year that a row of one event says it belongs to.
    Schooljaar year_of(const ExportRow& row) const {
        const auto& text = row[year_];
        switch (kind_.columns[year_].type) {
            case ValueType::school_year:
                return *parse_schooljaar(text);
            case ValueType::month:
                return Schooljaar::vsv_year_of(std::stoi(text.substr(0, 4)), static_cast<unsigned>(std::stoi(text.substr(4))));
            default:
                return Schooljaar::of(*parse_datum(text));
        }
    }

    std::string_view plicht(const ExportRow& row, Schooljaar year) const {
        switch (plicht_in(year, *parse_datum(row[birth_]), parse_datum(row[certificate_]))) {
            case Plicht::leerplichtig:
                return "leerplichtig";
            case Plicht::kwalificatieplichtig:
                return "kwalificatieplichtig";
            case Plicht::geen:
                break;
        }
        return {};
    }

    std::string_view removed(const ExportRow& row, Schooljaar year) const {
        for (const std::string_view reason : {"startkwalificatie", "verhuisd", "overleden"})
            if (row[at(reason)] == "j") return reason;
        if (row[at("heeft_bsn")] == "n") return "geen-bsn";
        const auto age = age_on(*parse_datum(row[birth_]), year.first_of_october());
        return age >= limits_.value("kwetsbaar-leeftijd", year) ? "leeftijd" : "";
    }

    std::string_view work(const ExportRow& row, Schooljaar year) const {
        const auto& text = row[at("arbeidsuren")];
        int hours = 0;
        std::from_chars(text.data(), text.data() + text.size(), hours);
        return hours == 0 ? "" : hours >= limits_.value("kwetsbaar-arbeidsuren", year) ? "genoeg" : "te-weinig";
    }

    struct Coded {
        std::size_t column;
        const CodeField* field;
        std::string_view when_empty;
    };
    const KindInfo& kind_;
    const Limits& limits_;
    std::size_t year_, birth_, certificate_;
    std::vector<Coded> coded_;
    const CodeField& jaar_ = *field("jaar");
    const CodeField *plicht_ = field("plicht"), *removed_ = field("verwijderd"), *work_ = field("werk"), *event_ = field("gebeurtenis");
};

constexpr auto no_number = static_cast<std::uint32_t>(-1);

}  // namespace

Recount::Condition::Condition(Kind kind, const std::vector<Filter>& filters) : kind_(kind) {
    for (const auto& filter : filters) {
        const auto& field = *find_field(kind, filter.column);
        auto& [shift, width, values] = allowed_.emplace_back(Allowed{field.shift, field.width, 0});
        for (const auto& code : filter.codes) {
            const auto found = std::find(field.codes.begin(), field.codes.end(), code);
            if (code.empty()) values |= 1;
            if (found != field.codes.end()) values |= std::uint64_t{2} << (found - field.codes.begin());
        }
    }
}

bool Recount::Condition::holds(const Fact& fact) const {
    if (fact.kind != kind_) return false;
    return std::all_of(allowed_.begin(), allowed_.end(), [&](const Allowed& allowed) {
        return (allowed.values >> (fact.codes >> allowed.shift & ((std::uint64_t{1} << allowed.width) - 1)) & 1) != 0;
    });
}

Recount::Recount(const Definitions& definitions, Schooljaar first, Schooljaar last) : definitions_(definitions), first_(first), last_(last) {
    for (const auto& exclusion : definitions.exclusions) excluded_.emplace_back(exclusion.kind, exclusion.where);
}

// The number of a fact; facts that are excluded have none.
std::uint32_t Recount::number_of(const Fact& fact) {
    const auto [found, is_new] = number_of_.try_emplace(fact, static_cast<std::uint32_t>(facts_.size()));
    if (!is_new) return found->second;
    constexpr auto anywhere = ~((std::uint64_t{1} << (municipality_bits + year_bits)) - 1);
    const auto [relevance, is_first] = relevance_.try_emplace({fact.kind, fact.codes & anywhere});
    const auto excludes = [&](const Condition& excluded) { return excluded.holds(fact); };
    if (is_first) relevance->second.excluded = std::any_of(excluded_.begin(), excluded_.end(), excludes);
    if (relevance->second.excluded) return found->second = no_number;
    facts_.push_back({fact, &relevance->second});
    return found->second;
}

void Recount::add(const KindInfo& kind, const std::vector<ExportRow>& rows, std::uint64_t municipality) {
    const Reader reader(kind, limits_);
    const auto pupil = static_cast<std::size_t>(kind.index_of("leerling"));
    const auto add_fact = [&](const ExportRow& row, std::uint64_t codes) {
        if (const auto number = number_of({kind.kind, codes | municipality}); number != no_number)
            of_pupils_.emplace_back(hash64(row[pupil]), number);
    };
    for (const auto& row : rows) {
        const auto codes = reader.codes(row);
        if (!kind.year_column.empty())
            add_fact(row, codes);
        else
            for (const auto& event : events_of(kind.kind, row, first_, last_)) add_fact(row, codes | reader.event(event));
    }
}

void Recount::read(const std::map<std::string, MunicipalRows>& rows) {
    municipalities_.clear();
    facts_.clear();
    number_of_.clear();
    of_pupils_.clear();
    pupils_.clear();
    for (const auto& [municipality, kinds] : rows) {
        for (const auto& [kind, list] : kinds) add(info(kind), list, municipalities_.size());
        municipalities_.push_back(municipality);
    }
    std::sort(of_pupils_.begin(), of_pupils_.end());
    std::vector<std::uint32_t> facts;
    for (auto at = of_pupils_.begin(); at != of_pupils_.end();) {
        facts.clear();
        for (const auto pupil = at->first; at != of_pupils_.end() && at->first == pupil; ++at) facts.push_back(at->second);
        ++pupils_[facts];
    }
}

std::uint32_t Recount::question_of(const CijferKeyView& key) {
    const auto [found, is_new] =
        question_of_.try_emplace({key.indicator, key.eenheid, key.indeling, key.categorie}, static_cast<std::uint32_t>(questions_.size()));
    if (!is_new) return found->second;
    const auto& indicator = *definitions_.indicator(key.indicator);
    const auto* indeling = key.indeling == "totaal" ? nullptr : definitions_.indeling(key.indeling);
    auto& question = questions_.emplace_back(Question{{}, indicator.at_least, key.eenheid == "leerlingen"});
    for (std::size_t part = 0; part < indicator.kinds.size(); ++part) {
        auto where = indicator.where[part];
        if (indeling != nullptr)
            for (const auto& category : indeling->categories)
                if (category.code == key.categorie) where.push_back({indeling->column, category.codes});
        question.parts.emplace_back(indicator.kinds[part], where);
    }
    return found->second;
}

// Counts for all questions.
void Recount::tally(std::span<const std::string> municipalities, Schooljaar year) {
    figures_.assign(questions_.size(), 0);
    times_.resize(questions_.size());
    std::vector<bool> is_asked(municipalities_.size());
    for (std::size_t i = 0; i < is_asked.size(); ++i)
        is_asked[i] = std::find(municipalities.begin(), municipalities.end(), municipalities_[i]) != municipalities.end();
    for (auto& [fact, relevance] : facts_)
        for (auto& q = relevance->judged; q < questions_.size(); ++q) {
            const auto& parts = questions_[q].parts;
            const auto holds = [&, fact = fact](const Condition& part) { return part.holds(fact); };
            if (std::any_of(parts.begin(), parts.end(), holds)) relevance->questions.push_back(static_cast<std::uint32_t>(q));
        }
    std::vector<std::uint32_t> touched;
    for (const auto& [facts, pupils] : pupils_) {
        for (const auto number : facts) {
            const auto& [fact, relevance] = facts_[number];
            if (year_of(fact.codes) != year || !is_asked[municipality_of(fact.codes)]) continue;
            for (const auto question : relevance->questions)
                if (times_[question]++ == 0) touched.push_back(question);
        }
        for (const auto question : touched) {
            const auto& [parts, at_least, of_pupils] = questions_[question];
            const auto times = std::exchange(times_[question], 0);
            figures_[question] += pupils * (!of_pupils ? times : times >= at_least ? 1 : 0);
        }
        touched.clear();
    }
}

std::vector<std::int64_t> Recount::count(std::span<const Asked> asked) {
    std::vector<std::uint32_t> questions;
    for (const auto& [key, municipalities] : asked) questions.push_back(question_of(key));
    std::vector<std::int64_t> counted;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto& [key, municipalities] = asked[i];
        // One tally serves all that are asked of the same area and year.
        if (i == 0 || key.schooljaar != asked[i - 1].key.schooljaar || municipalities.data() != asked[i - 1].municipalities.data())
            tally(municipalities, *parse_schooljaar(key.schooljaar));
        counted.push_back(figures_[questions[i]]);
    }
    return counted;
}

}  // namespace jv
