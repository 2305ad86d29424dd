#include "records/row_converter.hpp"

#include <algorithm>
#include <charconv>

#include "law/plicht.hpp"
#include "records/values.hpp"
#include "rows/fold_name.hpp"
#include "rows/split.hpp"

namespace jv {

RowConverter::RowConverter(const Export& source, Names& names) : source_(source), names_(names), findings_(source) {
    const auto& info = source.info();
    const auto field = [&](std::string_view column) { return find_field(info.kind, column); };
    places_ = {info.index_of(info.year_column),
               info.index_of("geboortedatum"),
               info.index_of("begindatum"),
               info.index_of("einddatum"),
               info.index_of(info.number_column),
               info.index_of("startkwalificatie_op"),
               field("gemeente"),
               field("jaar"),
               field("leeftijd"),
               field("plicht"),
               field("verwijderd"),
               field("werk")};
    dates_.resize(info.columns.size());
    numbers_.resize(info.columns.size());
}

void RowConverter::begin(RowBlock& block, FindingLog& findings) {
    block_ = &block;
    findings_.begin_block(findings);
}

bool RowConverter::is_below_rows(const RawRow& row) {
    below_rows_ = below_rows_ || only_notes_follow(source_.csv(), *block_, row, findings_);
    return below_rows_;
}

RowConverter::Outcome RowConverter::convert(const RawRow& row, Record& record) {
    findings_.begin_row(block_->line(row));
    if (block_->last && is_below_rows(row)) return Outcome::below;
    source_.csv().split(*block_, row, fields_);
    if (fields_.size() != source_.csv().header().size()) {
        reject_number_of_fields(findings_, fields_.size());
        return Outcome::rejected;
    }
    record = {};
    record.line = static_cast<std::uint32_t>(block_->line(row));
    written_ = 0;
    year_.reset();
    number_ = own_number_ = {};
    for (const auto& column : source_.readings()) {
        dates_[column.index].reset();
        if (const auto text = take(column); !text.empty())
            convert_value(column, text, record);
        else if (column.column->required && !column.column->may_be_empty)
            reject_empty(findings_, column);
        else if (!column.column->when_empty.empty())
            convert_code(column, column.column->when_empty, record);
    }
    if (!findings_.rejected()) derive(record);
    if (findings_.rejected()) return Outcome::rejected;
    identify(record);
    return Outcome::record;
}

RejectedRow RowConverter::rejected() const {
    auto rejected = findings_.first();
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (i > 0) rejected.row += source_.csv().separator();
        append_csv_field(rejected.row, fields_[i], source_.csv().separator());
    }
    return rejected;
}

// The first of a column's fields that is not empty.
std::string_view RowConverter::take(const ColumnReading& column) {
    if (column.fields.size() == 1) return fields_[column.fields.front()].empty() ? std::string_view(column.constant) : fields_[column.fields.front()];
    for (const auto field : column.fields)
        if (!fields_[field].empty()) {
            findings_.use(column, field + 1);
            return fields_[field];
        }
    findings_.use(column, column.fields.empty() ? 0 : column.fields.front() + 1);
    return column.constant;
}

void RowConverter::convert_value(const ColumnReading& column, std::string_view text, Record& record) {
    switch (column.column->type) {
        case ValueType::pupil:
            return convert_pupil(column, text, record);
        case ValueType::municipality:
            return convert_municipality(column, text, record);
        case ValueType::date:
            return convert_date(column, text);
        case ValueType::school_year:
            year_ = parse_schooljaar(text);
            if (!year_) return reject_school_year(findings_, column, text);
            return write_bytes(column, *year_);
        case ValueType::month:
            text = without_point_zero(text);
            year_ = parse_vsv_month(text);
            if (!year_) return reject_month(findings_, column, text);
            write(column, text.substr(0, 4));
            return write(column, text.substr(text.size() - 2));
        case ValueType::code:
        case ValueType::yes_no:
            return convert_code(column, text, record);
        case ValueType::number:
            return convert_number(column, text);
        case ValueType::text:
            return convert_text(column, text, record);
    }
}

void RowConverter::convert_pupil(const ColumnReading& column, std::string_view text, Record& record) {
    text = without_point_zero(text);
    record.pupil = names_.pupils.number(text);
    if (text.size() == 8 && is_digits(text)) {  // a spreadsheet took the zero in front
        char padded[9] = {'0'};
        std::copy(text.begin(), text.end(), padded + 1);
        return check_pupil_number(findings_, column, {padded, sizeof padded});
    }
    check_pupil_number(findings_, column, text);
}

const RowConverter::Area& RowConverter::area(std::string_view text) {
    if (const auto* known = areas_.find(text)) return *known;
    const auto name = names_.municipalities.official(text);
    return areas_.add(text, {names_.areas.number(name), name, names_.municipalities.merger(name)});
}

void RowConverter::convert_municipality(const ColumnReading& column, std::string_view text, Record& record) {
    if (is_digits(without_point_zero(text)) && names_.municipalities.official(text) == text) return reject_municipality_code(findings_, column, text);
    area_ = &area(text);
    require_room(findings_, column, area_->number);
    record.codes |= put(area_->number, *column.code);
}

void RowConverter::convert_date(const ColumnReading& column, std::string_view text) {
    text = without_point_zero(text);
    const auto form = source_.profile() ? source_.profile()->date_form : std::nullopt;
    const auto date = form ? parse_datum(text, *form) : parse_datum(text);
    if (!date) return reject_date(findings_, column, text);
    dates_[column.index] = date;
    write_bytes(column, *date);
}

void RowConverter::convert_code(const ColumnReading& column, std::string_view text, Record& record) {
    const auto* found = column.words.find(text);
    if (!found && (source_.profile() || column.column->type == ValueType::yes_no)) found = column.words.find(fold_name(text));
    if (!found) found = column.words.find(without_leading_zeros(without_point_zero(text)));
    if (!found) return reject_code(findings_, column, text);
    record.codes |= put(*found, *column.code);
}

void RowConverter::convert_number(const ColumnReading& column, std::string_view text) {
    if (!is_number(text)) return reject_number(findings_, column, text);
    number_ = text;
    const auto begin = written_;
    write(column, text);
    std::replace(normal_.begin() + static_cast<std::ptrdiff_t>(begin + 1), normal_.begin() + static_cast<std::ptrdiff_t>(written_), ',', '.');
}

std::optional<double> RowConverter::number() const {
    if (number_.empty()) return std::nullopt;
    std::string text(number_);
    std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void RowConverter::convert_text(const ColumnReading& column, std::string_view text, Record& record) {
    write(column, text);
    if (static_cast<int>(column.index) == places_.number) own_number_ = text;
    if (!column.code) return;
    auto& numbers = numbers_[column.index];
    const auto* known = numbers.find(text);
    const auto number = known ? *known : numbers.add(text, names_.texts.number(text));
    require_room(findings_, column, number);
    record.codes |= put(number, *column.code);
}

// What the law derives, and the warnings about values that do not fit together.
void RowConverter::derive(Record& record) {
    if (places_.year < 0) {
        keep_dates(record);
        std::optional<Datum> last;
        for (const auto& date : dates_) last = std::max(last, date);
        if (last) follow_merger(record, *last);
    } else {
        const auto event = date_at(places_.year);
        const auto year = event ? Schooljaar::of(*event) : *year_;
        const auto day = event ? *event : year.first_of_october();
        follow_merger(record, day);
        record.codes |= put(year_code(year), *places_.school_year);
        if (const auto birth = date_at(places_.birth)) derive_from_birth(record, *birth, year, day);
    }
    if (places_.end >= 0) check_begin_and_end(findings_, reading(places_.end), date_at(places_.begin), date_at(places_.end));
}

// Counts a row of a municipality that is no more on that day for the one that it went into.
void RowConverter::follow_merger(Record& record, Datum day) {
    for (;;) {
        const auto* merger = area_->merger;
        if (!merger || day < merger->since) return;
        const auto& column = reading(source_.info().index_of("gemeente"));
        if (merger->into.size() > 1) return reject_divided(findings_, column, area_->name, *merger);
        tell_merged(findings_, column, area_->name, *merger);
        area_ = &area(merger->into.front());
        const auto mask = put((std::uint64_t{1} << places_.municipality->width) - 1, *places_.municipality);
        record.codes = (record.codes & ~mask) | put(area_->number, *places_.municipality);
    }
}

// The dates of a kind with events: as days, or where the layout has room for that only as school years.
void RowConverter::keep_dates(Record& record) {
    for (const auto& column : source_.readings())
        if (const auto date = dates_[column.index]) record.codes |= put_date(*date, *column.code);
    if (source_.kind() != Kind::traject) return;
    const auto& uitstroom = reading(source_.info().index_of("uitstroom"));
    check_uitstroom(findings_, uitstroom, get(record.codes, *uitstroom.code) != 0, date_in("traject_start").has_value(),
                    date_in("traject_einde").has_value());
}

void RowConverter::derive_from_birth(Record& record, Datum birth, Schooljaar year, Datum day) {
    const auto age = age_on(birth, day);
    record.codes |= put(age_code(age), *places_.age);
    check_age(findings_, reading(places_.birth), age);
    if (places_.plicht) record.codes |= put(static_cast<std::uint64_t>(plicht_in(year, birth, date_at(places_.qualification))), *places_.plicht);
    if (source_.kind() != Kind::kwetsbaar) return;
    enum Verwijderd : std::uint64_t { startkwalificatie = 1, verhuisd, overleden, geen_bsn, te_oud };
    const auto is = [&](std::string_view column, std::uint64_t answer) { return get(record.codes, *find_field(Kind::kwetsbaar, column)) == answer; };
    constexpr std::uint64_t yes = 1, no = 2;
    std::uint64_t removed = 0;  // the first that holds
    if (is("startkwalificatie", yes))
        removed = startkwalificatie;
    else if (is("verhuisd", yes))
        removed = verhuisd;
    else if (is("overleden", yes))
        removed = overleden;
    else if (is("heeft_bsn", no))
        removed = geen_bsn;
    else if (age >= names_.limits.value("kwetsbaar-leeftijd", year))
        removed = te_oud;
    record.codes |= put(removed, *places_.removed);
    if (const auto hours = number(); hours > 0.0)
        record.codes |= put(*hours >= static_cast<double>(names_.limits.value("kwetsbaar-arbeidsuren", year)) ? 1 : 2, *places_.work);
}

std::string_view RowConverter::text_in(std::string_view column) const {
    const auto index = source_.info().index_of(column);
    if (index < 0) return {};
    for (const auto field : reading(index).fields)
        if (!fields_[field].empty()) return fields_[field];
    return reading(index).constant;
}

void RowConverter::identify(Record& record) {
    constexpr std::uint64_t number_seed = 1, content_seed = 2;
    const auto number = own_number_;
    write_bytes(source_.readings().front(), record.codes);
    write_bytes(source_.readings().front(), record.pupil);
    const std::string_view normal(normal_.data(), written_);
    if (number.empty()) {
        record.key = hash128(normal, content_seed);
        record.content = static_cast<std::uint32_t>(record.key.low);
        return;
    }
    record.content = static_cast<std::uint32_t>(hash64(normal));
    // The number of a zaak is unique within its municipality: the two together take 64 bits.
    const bool per_municipality = source_.info().number_per_municipality;
    const std::size_t most_digits = per_municipality ? 15 : 18;
    if (is_digits(number) && number.front() != '0' && number.size() <= most_digits) {
        std::uint64_t value = 0;
        for (const char c : number) value = value * 10 + static_cast<std::uint64_t>(c - '0');
        if (per_municipality) value = value << municipality_bits | area_->number;
        record.numeric = true;
        record.key = {0, value};
        return;
    }
    const auto seed = per_municipality ? hash128(area_->name, number_seed).low : number_seed;
    record.key = hash128(number, seed);
}

}  // namespace jv
