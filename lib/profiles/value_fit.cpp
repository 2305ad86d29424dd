#include "profiles/value_fit.hpp"

#include <algorithm>

namespace jv {

namespace {

// How well the words of a list are known as codes of a column.
struct KnownWords {
    std::uint64_t rows = 0;
    std::size_t words = 0, unknown = 0;
    std::set<std::string_view> codes;
    bool telling = false;  // a word of six letters or more is known
};

KnownWords known_words(const ValueContext& context, const Column& column, const ColumnSurvey& values) {
    KnownWords known;
    for (const auto& [word, rows] : values.values) {
        const auto code = context.names.code(context.kind, column, word);
        if (!code) {
            ++known.unknown;
            continue;
        }
        ++known.words;
        known.rows += rows;
        known.codes.insert(*code);
        known.telling = known.telling || word.size() >= 6;
    }
    return known;
}

ValueFit code_fit(const ValueContext& context, const Column& column, const ColumnSurvey& values) {
    if (!values.is_list) return ValueFit::unfit;
    const auto known = known_words(context, column, values);
    if (known.unknown > 0) {
        // Words that are not known are marked one by one.
        const auto most = (values.mostly(known.rows, 0.8) && known.unknown <= 5) || known.words >= known.unknown;
        return most                                                                                ? ValueFit::fits
               : known.words > 0 || !values.mostly(values.all_dates() + values.pupil_numbers, 0.5) ? ValueFit::possible
                                                                                                   : ValueFit::unfit;
    }
    if (column.type == ValueType::yes_no || (known.codes.size() < 2 && !known.telling)) return ValueFit::fits;
    // Words that are codes of another column too say nothing about which of the two it is.
    for (const auto& other : info(context.kind).columns)
        if (other.name != column.name && !other.codes.empty() && known_words(context, other, values).unknown == 0) return ValueFit::fits;
    return ValueFit::unmistakable;
}

// Birth dates lie years before everything else in an export: pupils are 4 to 23 years old.
bool are_births(const ValueContext& context, const ColumnSurvey& values) {
    const auto before = context.year - values.median_year();
    return values.median_year() > 0 && before >= 4 && before <= 26;
}

ValueFit date_fit(const ValueContext& context, const Column& column, const ColumnSurvey& values) {
    if (!values.mostly(values.readable_dates())) return ValueFit::unfit;
    const bool births = are_births(context, values);
    if (column.name == "geboortedatum")
        return births ? ValueFit::unmistakable : context.year == values.median_year() ? ValueFit::possible : ValueFit::fits;
    return births ? ValueFit::possible : ValueFit::fits;
}

ValueFit pupil_fit(const ColumnSurvey& values) {
    constexpr std::uint64_t enough = 5;
    if (values.mostly(values.valid_pupil_numbers, 0.9) && values.distinct >= enough) return ValueFit::unmistakable;
    if (values.mostly(values.pupil_numbers)) return ValueFit::fits;
    // A pseudonym: without spaces, and of more than one pupil.
    const bool other = values.with_space > 0 || values.mostly(values.all_dates(), 0.5) || values.mostly(values.municipalities, 0.5);
    return other || values.distinct < 2 ? ValueFit::unfit : ValueFit::possible;
}

ValueFit text_fit(const ValueContext& context, const Column& column, const ColumnSurvey& values) {
    if (column.name == "brin")
        return values.mostly(values.brins, 0.98) ? ValueFit::unmistakable : values.with_space > 0 ? ValueFit::unfit : ValueFit::possible;
    if (values.mostly(values.all_dates(), 0.5)) return ValueFit::unfit;
    if (column.name == info(context.kind).number_column) return values.repeats && values.is_list ? ValueFit::unfit : ValueFit::fits;
    if (column.name == "geslacht") return values.is_list && values.distinct <= 5 && values.digits == 0 ? ValueFit::fits : ValueFit::possible;
    return ValueFit::fits;
}

}  // namespace

ValueContext value_context(const KnownNames& names, const ExportSurvey& survey, Kind kind) {
    int year = 0;
    for (const auto& column : survey.columns)
        if (column.mostly(column.readable_dates())) year = std::max(year, column.median_year());
    for (const auto& column : survey.columns) {
        if (!column.is_list || !column.mostly(column.school_years + column.months)) continue;
        for (const auto& [value, rows] : column.values)
            if (const auto school_year = parse_schooljaar(value))
                year = std::max(year, school_year->begin_year());
            else if (value.size() >= 4)
                year = std::max(year, std::atoi(value.substr(0, 4).c_str()));
    }
    return {names, survey, kind, year};
}

ValueFit value_fit(const ValueContext& context, const Column& column, const ColumnSurvey& values) {
    if (values.filled == 0) return ValueFit::possible;
    const auto if_mostly = [&](std::uint64_t count, ValueFit fit) { return values.mostly(count) ? fit : ValueFit::unfit; };
    switch (column.type) {
        case ValueType::pupil:
            return pupil_fit(values);
        case ValueType::municipality:
            if (values.mostly(values.municipalities, 0.9)) return ValueFit::unmistakable;
            if (values.mostly(values.municipalities, 0.6)) return ValueFit::fits;
            if (values.mostly(values.municipality_codes)) return ValueFit::fits;
            return values.numbers + values.all_dates() > 0 ? ValueFit::unfit : ValueFit::possible;
        case ValueType::date:
            return date_fit(context, column, values);
        case ValueType::school_year:
            return if_mostly(values.school_years, ValueFit::unmistakable);
        case ValueType::month:
            return if_mostly(values.months, ValueFit::unmistakable);
        case ValueType::code:
        case ValueType::yes_no:
            return code_fit(context, column, values);
        case ValueType::number:
            return if_mostly(values.numbers, ValueFit::fits);
        case ValueType::text:
            return text_fit(context, column, values);
    }
    return ValueFit::unfit;
}

}  // namespace jv
