#include "records/row_converter.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "law/pgn.hpp"
#include "law/plicht.hpp"
#include "records/values.hpp"
#include "rows/fold_name.hpp"
#include "rows/split.hpp"

namespace jv {

namespace {

// Stands for a text in the words of a row. The text has readable bytes behind it.
std::uint64_t word_of(std::string_view text) { return text.size() <= 8 ? TextKey::of_readable(text).first : hash64(text); }

}  // namespace

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
    numbers_.resize(info.columns.size());
    if (source.profile()) date_form_ = source.profile()->date_form;

    const auto has_word = [](const Column& column) {
        static constexpr std::array types = {ValueType::date, ValueType::school_year, ValueType::month, ValueType::number, ValueType::text};
        return std::find(types.begin(), types.end(), column.type) != types.end();
    };
    const auto otherwise_of = [](const ColumnReading& column) {
        const bool may_be_empty = !column.column->required || column.column->may_be_empty;
        return column.constant.empty() && may_be_empty ? column.column->when_empty : std::string_view(column.constant);
    };
    std::size_t size = readable_behind;
    for (const auto& column : source.readings()) size += otherwise_of(column).size();
    otherwise_.reserve(size);
    words_.resize(static_cast<std::size_t>(std::count_if(info.columns.begin(), info.columns.end(), has_word)) + 2);
    auto* word = words_.data();
    for (const auto& column : source.readings()) {
        const auto otherwise = otherwise_of(column);
        otherwise_ += otherwise;
        columns_.push_back({column, column.column->type, std::string_view(otherwise_).substr(otherwise_.size() - otherwise.size()),
                            column.column->required && !column.column->may_be_empty,
                            column.fields.size() == 1 ? static_cast<std::ptrdiff_t>(column.fields.front()) : -1,
                            has_word(*column.column) ? word++ : nullptr});
    }
    otherwise_.append(readable_behind, '\0');
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
    std::fill(words_.begin(), words_.end(), 0);
    year_.reset();
    number_ = {};
    own_number_ = {};
    for (const auto& column : columns_) {
        if (const auto text = take(column); !text.empty())
            convert_value(column, text, record);
        else if (column.required)
            reject_empty(findings_, column.reading);
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
std::string_view RowConverter::take(const Source& column) {
    if (column.only_field >= 0) {
        const auto& text = fields_[static_cast<std::size_t>(column.only_field)];
        return text.empty() ? column.otherwise : text;
    }
    const auto& fields = column.reading.fields;
    for (const auto field : fields)
        if (!fields_[field].empty()) {
            findings_.use(column.reading, field + 1);
            return fields_[field];
        }
    findings_.use(column.reading, fields.empty() ? 0 : fields.front() + 1);
    return column.otherwise;
}

void RowConverter::convert_value(const Source& column, std::string_view text, Record& record) {
    switch (column.type) {
        case ValueType::pupil:
            return convert_pupil(column.reading, text, record);
        case ValueType::municipality:
            return convert_municipality(column.reading, text, record);
        case ValueType::date:
            return convert_date(column, text);
        case ValueType::school_year:
            year_ = parse_schooljaar(text);
            if (!year_) return reject_school_year(findings_, column.reading, text);
            *column.word = year_code(*year_) + 1;
            return;
        case ValueType::month:
            text = without_point_zero(text);
            year_ = parse_vsv_month(text);
            if (!year_) return reject_month(findings_, column.reading, text);
            *column.word = word_of(text.substr(0, 4)) ^ word_of(text.substr(text.size() - 2)) << 32;  // with a dash between them or without
            return;
        case ValueType::code:
        case ValueType::yes_no:
            return convert_code(column.reading, text, record);
        case ValueType::number:
            return convert_number(column, text);
        case ValueType::text:
            return convert_text(column, text, record);
    }
}

void RowConverter::convert_pupil(const ColumnReading& column, std::string_view text, Record& record) {
    if (is_pgn(text)) {  // as nearly all are
        record.pupil = names_.pupils.number(text);
        return;
    }
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
    if (const auto* known = area_names_.find(text)) return areas_[*known];
    const auto name = names_.municipalities.official(text);
    area_names_.add(text, static_cast<std::uint32_t>(areas_.size()));
    return areas_.emplace_back(Area{names_.areas.number(name), name, names_.municipalities.merger(name)});
}

void RowConverter::convert_municipality(const ColumnReading& column, std::string_view text, Record& record) {
    if (const auto* known = area_names_.find_readable(text)) {
        area_ = &areas_[*known];
    } else {
        if (is_digits(without_point_zero(text)) && names_.municipalities.official(text) == text)
            return reject_municipality_code(findings_, column, text);
        area_ = &area(text);
        require_room(findings_, column, area_->number);
    }
    record.codes |= put(area_->number, *column.code);
}

void RowConverter::convert_date(const Source& column, std::string_view text) {
    // An optional date would have to wait for its own parts to be written.
    if (const auto usual = usual_form(text); usual != UsualForm::no && (!date_form_ || *date_form_ == form_of(usual)))
        if (Datum date; read_usual_datum(text, usual, date)) {
            *column.word = date_code(date);
            return;
        }
    text = without_point_zero(text);
    const auto date = date_form_ ? parse_datum(text, *date_form_) : parse_datum(text);
    if (!date) return reject_date(findings_, column.reading, text);
    *column.word = date_code(*date);
}

void RowConverter::convert_code(const ColumnReading& column, std::string_view text, Record& record) {
    const auto* found = column.words.find_readable(text);
    if (!found && (source_.profile() || column.column->type == ValueType::yes_no)) found = column.words.find(fold_name(text));
    if (!found) found = column.words.find(without_leading_zeros(without_point_zero(text)));
    if (!found) return reject_code(findings_, column, text);
    record.codes |= put(*found, *column.code);
}

void RowConverter::convert_number(const Source& column, std::string_view text) {
    if (!is_number(text)) return reject_number(findings_, column.reading, text);
    number_ = text;
    *column.word = word_of(text);
    if (text.find(',') == std::string_view::npos) return;
    std::string with_point(text);
    std::replace(with_point.begin(), with_point.end(), ',', '.');
    with_point.append(readable_behind, '\0');
    *column.word = word_of(std::string_view(with_point).substr(0, text.size()));
}

std::optional<double> RowConverter::number() const {
    if (number_.empty()) return std::nullopt;
    std::string text(number_);
    std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void RowConverter::convert_text(const Source& column, std::string_view text, Record& record) {
    const auto& reading = column.reading;
    if (!reading.code) {
        // A number makes a key of its own.
        if (static_cast<int>(reading.index) == places_.number)
            own_number_ = text;
        else
            *column.word = word_of(text);
        return;
    }
    auto& numbers = numbers_[reading.index];
    if (const auto* known = numbers.find_readable(text)) {
        record.codes |= put(*known, *reading.code);
        return;
    }
    const auto number = numbers.add(text, names_.texts.number(text));
    require_room(findings_, reading, number);
    record.codes |= put(number, *reading.code);
}

// What the law derives, and the warnings about values that do not fit together.
void RowConverter::derive(Record& record) {
    if (places_.year < 0) {
        keep_dates(record);
        std::uint64_t last = 0;
        for (const auto& column : columns_)
            if (column.type == ValueType::date) last = std::max(last, *column.word);
        if (last != 0) follow_merger(record, *date_from(last));
    } else {
        const auto event = date_code_at(places_.year);
        const auto year = event != 0 ? Schooljaar::of(*date_from(event)) : *year_;
        const auto day = event != 0 ? *date_from(event) : year.first_of_october();
        follow_merger(record, day);
        record.codes |= put(year_code(year), *places_.school_year);
        if (const auto birth = date_code_at(places_.birth)) derive_from_birth(record, *date_from(birth), year, day);
    }
    const auto begin = date_code_at(places_.begin), end = date_code_at(places_.end);
    if (begin != 0 && end != 0) check_begin_and_end(findings_, reading(places_.end), *date_from(begin), *date_from(end));
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
    for (const auto& column : columns_)
        if (column.type == ValueType::date && *column.word != 0) record.codes |= put_date(*date_from(*column.word), *column.reading.code);
    if (source_.kind() != Kind::traject) return;
    const auto& uitstroom = reading(source_.info().index_of("uitstroom"));
    check_uitstroom(findings_, uitstroom, get(record.codes, *uitstroom.code) != 0, date_in("traject_start").has_value(),
                    date_in("traject_einde").has_value());
}

void RowConverter::derive_from_birth(Record& record, Datum birth, Schooljaar year, Datum day) {
    const auto age = age_on(birth, day);
    record.codes |= put(age_code(age), *places_.age);
    check_age(findings_, reading(places_.birth), age);
    if (places_.plicht)
        record.codes |= put(static_cast<std::uint64_t>(plicht_in(year, birth, date_from(date_code_at(places_.qualification)))), *places_.plicht);
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
    words_[words_.size() - 2] = record.codes;
    words_.back() = record.pupil;
    const std::string_view all(reinterpret_cast<const char*>(words_.data()), words_.size() * sizeof words_.front());
    if (number.empty()) {
        record.key = hash128(all, content_seed);
        record.content = static_cast<std::uint32_t>(record.key.low);
        return;
    }
    record.content = static_cast<std::uint32_t>(hash64(all));
    // The number of a zaak is unique within its municipality: the two together take 64 bits.
    const bool per_municipality = source_.info().number_per_municipality;
    const std::size_t most_digits = per_municipality ? 15 : 18;
    std::uint64_t value = 0;
    const auto* end = number.data() + number.size();
    if (number.size() <= most_digits && number.front() != '0' && std::from_chars(number.data(), end, value).ptr == end) {
        if (per_municipality) value = value << municipality_bits | area_->number;
        record.numeric = true;
        record.key = {0, value};
        return;
    }
    const auto seed = per_municipality ? hash128(area_->name, number_seed).low : number_seed;
    record.key = hash128(number, seed);
}

}  // namespace jv
