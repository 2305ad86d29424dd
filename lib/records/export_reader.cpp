#include "records/export_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "law/pgn.hpp"
#include "law/plicht.hpp"
#include "messages/suggest.hpp"
#include "records/below_rows.hpp"
#include "records/values.hpp"

namespace jv {

namespace {

// What else exports write for yes (1) and no (2).
constexpr std::array<std::pair<std::string_view, std::uint32_t>, 10> yes_and_no = {
    {{"ja", 1}, {"true", 1}, {"waar", 1}, {"1", 1}, {"yes", 1}, {"nee", 2}, {"false", 2}, {"onwaar", 2}, {"0", 2}, {"no", 2}}};

}  // namespace

// How one canonical column is read: from the first of its fields that is not empty, or one value for all rows.
struct ExportReader::Reading {
    const Column* column;
    std::size_t index;                                                                // among the canonical columns
    std::vector<std::size_t> fields;                                                  // in the export, from 0
    std::string constant;                                                             // used when there is no field
    const CodeField* code = nullptr;                                                  // its place in the word of codes
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> words;  // of a profile: folded word -> value

    std::uint32_t used = 0;  // the field of the row just read, from 1; 0: none

    std::string_view take(std::span<const std::string_view> row) {
        used = fields.empty() ? 0 : static_cast<std::uint32_t>(fields.front() + 1);
        for (const auto field : fields)
            if (!row[field].empty()) {
                used = static_cast<std::uint32_t>(field + 1);
                return row[field];
            }
        return constant;
    }
    bool is_given() const { return !fields.empty() || !constant.empty(); }
};

ExportReader::ExportReader(const std::filesystem::path& path, const ReadOptions& options, Names& names, FindingLog& findings)
    : path_(path),
      // Encoding and separator are those of the profile when there is one; recognising which of several fits needs a readable header.
      csv_(path, options.profiles.size() == 1 ? options.profiles.front().encoding : Encoding::detect,
           options.profiles.size() == 1 ? options.profiles.front().separator : '\0'),
      names_(names),
      findings_(findings) {
    prepare(find_mapping(csv_, options));
    if (const auto byte = csv_.source().doubtful_byte())
        findings_.add({{name()},
                       "V112",
                       fmt::format("dit bestand lijkt UTF-8, maar byte {} is dat niet; het is gelezen als windows-1252", *byte),
                       "controleer namen met accenten; noem zo nodig in het profiel de codering",
                       Level::warning});
    show_values_ = options.show_values;
}

ExportReader::~ExportReader() = default;

Kind ExportReader::kind() const { return info_->kind; }

bool ExportReader::has(std::string_view column) const {
    const auto index = info_->index_of(column);
    return index >= 0 && readings_[static_cast<std::size_t>(index)].is_given();
}

Place ExportReader::place(std::string_view column) const {
    const auto index = info_->index_of(column);
    return {name(), csv_.line(), index < 0 ? 0 : readings_[static_cast<std::size_t>(index)].used};
}

void ExportReader::prepare(const Mapping& mapping) {
    info_ = &info(mapping.kind);
    profile_ = mapping.profile;
    for (std::size_t i = 0; i < info_->columns.size(); ++i) {
        const auto& column = info_->columns[i];
        Reading reading{&column, i, mapping.fields[i], mapping.constants[i], find_field(mapping.kind, column.name), {}};
        if (!column.codes.empty()) {
            for (std::size_t c = 0; c < column.codes.size(); ++c) reading.words.emplace(column.codes[c], static_cast<std::uint32_t>(c + 1));
            if (column.type == ValueType::yes_no)
                for (const auto& [word, code] : yes_and_no) reading.words.emplace(word, code);
            if (mapping.profile_kind) {
                if (const auto codes = mapping.profile_kind->codes.find(column.name); codes != mapping.profile_kind->codes.end())
                    for (const auto& [word, code] : codes->second) {
                        const auto at = std::find(column.codes.begin(), column.codes.end(), code);
                        // An empty code is no code: the word says that the value is not known.
                        const auto value = at == column.codes.end() ? 0 : static_cast<std::uint32_t>(at - column.codes.begin() + 1);
                        reading.words.insert_or_assign(fold_name(word), value);
                        reading.words.emplace(without_leading_zeros(word), value);
                    }
            }
        }
        readings_.push_back(std::move(reading));
    }
    dates_.resize(info_->columns.size());
    ends_.resize(info_->columns.size());
}

std::string ExportReader::row_text(std::span<const std::string_view> fields) const {
    std::string text;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) text += csv_.separator();
        append_csv_field(text, fields[i], csv_.separator());
    }
    return text;
}

void ExportReader::find(const Reading& reading, std::string_view code, std::string text, std::string advice, Level level) {
    findings_.add({place(reading.column->name), code, std::move(text), std::move(advice), level});
}

void ExportReader::reject(const Reading& reading, std::string_view code, std::string text, std::string advice) {
    if (!is_rejected_) {
        is_rejected_ = true;
        rejected_.line = csv_.line();
        rejected_.code = code;
        rejected_.reason = text;
    }
    find(reading, code, std::move(text), std::move(advice), Level::error);
}

bool ExportReader::is_below_rows(std::span<const std::string_view> fields) {
    below_rows_ = only_notes_follow(csv_, fields);
    if (below_rows_)
        findings_.add({{name(), csv_.line()},
                       "V111",
                       "vanaf hier staan onder de gegevens noten of totalen; die tellen niet mee",
                       "controleer of hieronder geen rijen van leerlingen staan",
                       Level::warning});
    return below_rows_;
}

ExportReader::Outcome ExportReader::next(Record& record) {
    std::span<const std::string_view> fields;
    if (!csv_.next(fields)) return Outcome::end;
    is_rejected_ = false;
    if (below_rows_ || is_below_rows(fields)) return Outcome::below;
    if (fields.size() != csv_.header().size()) {
        rejected_ = {csv_.line(), "V001", fmt::format("deze regel heeft {} velden, de kop {}", fields.size(), csv_.header().size()),
                     row_text(fields)};
        findings_.add({{name(), csv_.line(), static_cast<std::uint32_t>(std::min(fields.size(), csv_.header().size()) + 1)},
                       rejected_.code,
                       rejected_.reason,
                       fmt::format("zoek naar een ontbrekend of los \"{}\"; zet tekst waar dat in staat tussen aanhalingstekens",
                                   csv_.separator() == '\t' ? "tab" : std::string(1, csv_.separator()))});
        return Outcome::rejected;
    }
    record = {};
    normal_.clear();
    year_.reset();
    number_.reset();
    std::fill(dates_.begin(), dates_.end(), std::nullopt);
    for (auto& reading : readings_) {
        const auto text = reading.take(fields);
        if (!text.empty()) {
            convert(reading, text, record);
        } else if (reading.column->required && !reading.column->may_be_empty) {
            reject(reading, "V002", fmt::format("{} is leeg", reading.column->name), "vul de waarde in");
        } else if (!reading.column->when_empty.empty()) {
            convert_code(reading, reading.column->when_empty, record);
        }
        ends_[reading.index] = normal_.size();
        normal_ += '\x1F';
    }
    if (is_rejected_) {
        rejected_.row = row_text(fields);
        return Outcome::rejected;
    }
    derive(record);
    if (is_rejected_) {
        rejected_.row = row_text(fields);
        return Outcome::rejected;
    }
    identify(record);
    return Outcome::record;
}

void ExportReader::convert(Reading& reading, std::string_view text, Record& record) {
    switch (reading.column->type) {
        case ValueType::pupil:
            convert_pupil(reading, text, record);
            break;
        case ValueType::municipality: {
            if (is_digits(without_point_zero(text)) && names_.municipalities.official(text) == text) {
                reject(reading, "V017", fmt::format("{} {} is geen code van een gemeente van nu", reading.column->name, as_shown(text)),
                       "schrijf de naam van de gemeente, of haar code bij het CBS");
                break;
            }
            auto at = area_numbers_.find(text);
            if (at == area_numbers_.end())
                at = area_numbers_.emplace(std::string(text), names_.areas.number(names_.municipalities.official(text))).first;
            if (at->second >= 1u << municipality_bits)
                fail_data("V015", "er staan meer dan 4095 verschillende gemeenten in deze exports",
                          "controleer of de kolom gemeente de woongemeente is", place(reading.column->name));
            record.codes |= put(at->second, *reading.code);
            normal_ += names_.areas.text(at->second);
            break;
        }
        case ValueType::date:
            convert_date(reading, text);
            break;
        case ValueType::school_year:
            if (const auto year = parse_schooljaar(text)) {
                year_ = year;
                normal_ += to_text(*year);
            } else {
                reject(reading, "V013", fmt::format("{} {} is geen schooljaar", reading.column->name, as_shown(text)), "schrijf 2023-2024");
            }
            break;
        case ValueType::month:
            text = without_point_zero(text);
            if (const auto year = parse_vsv_month(text)) {
                year_ = year;
                normal_ += text.substr(0, 4);
                normal_ += text.substr(text.size() - 2);
            } else {
                reject(reading, "V012", fmt::format("{} {} is geen maand", reading.column->name, as_shown(text)), "schrijf jjjjmm");
            }
            break;
        case ValueType::code:
        case ValueType::yes_no:
            convert_code(reading, text, record);
            break;
        case ValueType::number:
            convert_number(reading, text);
            break;
        case ValueType::text:
            normal_ += text;
            if (reading.code) {
                const auto number = names_.texts.number(text);
                if (std::uint64_t{number} >> reading.code->width != 0)
                    fail_data("V015", fmt::format("er staan te veel verschillende waarden in kolom {}", reading.column->name),
                              "controleer of dit de juiste kolom is", place(reading.column->name));
                record.codes |= put(number, *reading.code);
            }
            break;
    }
}

void ExportReader::convert_pupil(const Reading& reading, std::string_view text, Record& record) {
    text = without_point_zero(text);
    record.pupil = names_.pupils.number(text);
    const bool lost_zero = text.size() == 8 && is_digits(text);
    if (lost_zero) normal_ += '0';
    normal_ += text;
    const auto policy = profile_ ? profile_->pgn : PgnPolicy::warn;
    if (policy == PgnPolicy::ignore) return;
    char padded[9] = {'0'};
    if (lost_zero) std::copy(text.begin(), text.end(), padded + 1);
    if (is_pgn(lost_zero ? std::string_view(padded, 9) : text)) return;
    const auto message = fmt::format("leerling {}is geen geldig BSN of onderwijsnummer", show_values_ ? as_shown(text) + " " : "");
    const auto advice = "controleer het nummer in de bron";
    if (policy == PgnPolicy::reject)
        reject(reading, "V101", message, advice);
    else
        find(reading, "V101", message, fmt::format("{}; de rij telt mee", advice), Level::warning);
}

void ExportReader::convert_date(const Reading& reading, std::string_view text) {
    text = without_point_zero(text);
    const auto form = profile_ ? profile_->date_form : std::nullopt;
    const auto date = form ? parse_datum(text, *form) : parse_datum(text);
    if (!date) {
        const auto shown = reading.column->personal && !show_values_ ? "" : " " + as_shown(text);
        reject(reading, "V012", fmt::format("{}{} {}", reading.column->name, shown, date_fault(text, form.has_value())),
               !form && is_ambiguous_datum(text) ? std::string("zet in het profiel datum = \"dd-mm-jjjj\" of \"mm-dd-jjjj\"")
                                                 : fmt::format("schrijf {}", to_text(form.value_or(DateForm::year_month_day))));
        return;
    }
    dates_[reading.index] = date;
    const auto days = date->days();
    normal_.append(reinterpret_cast<const char*>(&days), sizeof days);
}

void ExportReader::convert_code(const Reading& reading, std::string_view text, Record& record) {
    auto found = reading.words.find(text);
    if (found == reading.words.end() && (profile_ || reading.column->type == ValueType::yes_no)) found = reading.words.find(fold_name(text));
    if (found == reading.words.end()) found = reading.words.find(without_leading_zeros(without_point_zero(text)));
    if (found == reading.words.end()) {
        std::vector<std::string> known;
        if (profile_) {
            const auto& codes = profile_->find(kind())->codes;
            if (const auto words = codes.find(reading.column->name); words != codes.end())
                for (const auto& [word, code] : words->second) known.push_back(word);
        }
        known.insert(known.end(), reading.column->codes.begin(), reading.column->codes.end());
        reject(reading, "V014", fmt::format("{} {} is geen bekende code", reading.column->name, as_shown(text)), did_you_mean(text, known));
        return;
    }
    record.codes |= put(found->second, *reading.code);
    normal_ += static_cast<char>(found->second);
}

void ExportReader::convert_number(const Reading& reading, std::string_view text) {
    if (!is_number(text)) {
        reject(reading, "V016", fmt::format("{} {} is geen getal", reading.column->name, as_shown(text)),
               "schrijf alleen cijfers, met een komma of punt voor decimalen");
        return;
    }
    const auto begin = normal_.size();
    normal_ += text;
    std::replace(normal_.begin() + static_cast<std::ptrdiff_t>(begin), normal_.end(), ',', '.');
    double value = 0;
    std::from_chars(normal_.data() + begin, normal_.data() + normal_.size(), value);
    number_ = value;
}

// What the law derives, and the warnings about values that do not fit together.
void ExportReader::derive(Record& record) {
    if (info_->year_column.empty()) {
        keep_dates(record);
        std::optional<Datum> last;
        for (const auto& date : dates_) last = std::max(last, date);
        if (last) follow_merger(record, *last);
    } else {
        const auto event = date_in(info_->year_column);
        const auto year = event ? Schooljaar::of(*event) : *year_;
        follow_merger(record, event ? *event : year.first_of_october());
        set(record, "jaar", year_code(year));
        if (const auto birth = date_in("geboortedatum")) derive_from_birth(record, *birth, year, event ? *event : year.first_of_october());
    }
    if (const auto begin = date_in("begindatum"), end = date_in("einddatum"); begin && end && *end < *begin)
        find(reading_of("einddatum"), "V102", fmt::format("einddatum {} ligt voor begindatum {}", to_text(*end), to_text(*begin)),
             "controleer beide datums; de rij telt mee", Level::warning);
}

// Counts a row of a municipality that is no more on that day for the one that it went into.
void ExportReader::follow_merger(Record& record, Datum day) {
    const auto& field = *find_field(kind(), "gemeente");
    for (;;) {
        const auto number = municipality_of(record.codes);
        for (auto known = mergers_.size(); known <= number; ++known)
            mergers_.push_back(names_.municipalities.merger(names_.areas.text(static_cast<std::uint32_t>(known))));
        const auto* merger = mergers_[number];
        if (!merger || day < merger->since) return;
        const auto name = names_.areas.text(number);
        const auto& reading = reading_of("gemeente");
        if (merger->into.size() > 1) {
            reject(reading, "V018", fmt::format("gemeente {} is op {} verdeeld over {}", name, to_text(merger->since), enumerate(merger->into)),
                   "vul de gemeente van nu in");
            return;
        }
        if (merged_.insert(name).second)
            find(reading, "V113", fmt::format("gemeente {} is op {} opgegaan in {}", name, to_text(merger->since), merger->into.front()),
                 "rijen vanaf die dag tellen daar mee", Level::warning);
        const auto mask = put((std::uint64_t{1} << field.width) - 1, field);
        record.codes = (record.codes & ~mask) | put(names_.areas.number(merger->into.front()), field);
    }
}

// The dates of a kind with events: as days, or where the layout has room for that only as school years.
void ExportReader::keep_dates(Record& record) {
    for (const auto& column : info_->columns) {
        if (column.type != ValueType::date) continue;
        if (const auto date = date_in(column.name)) record.codes |= put_date(*date, *find_field(kind(), column.name));
    }
    if (kind() == Kind::traject && get(record.codes, *find_field(kind(), "uitstroom")) != 0 && !date_in("traject_einde"))
        find(reading_of("uitstroom"), "V110", "er is een uitstroom zonder traject_einde",
             date_in("traject_start") ? "de uitstroom telt in het schooljaar van traject_start; vul de einddatum in"
                                      : "de uitstroom telt nergens; vul de datums van het traject in",
             Level::warning);
}

void ExportReader::derive_from_birth(Record& record, Datum birth, Schooljaar year, Datum day) {
    const auto age = age_on(birth, day);
    set(record, "leeftijd", age_code(age));
    if (age < 0 || age > 99)
        find(reading_of("geboortedatum"), "V103", fmt::format("een leeftijd van {} jaar kan niet kloppen", age),
             "controleer de geboortedatum; de rij telt mee", Level::warning);
    if (kind() == Kind::leerling) set(record, "plicht", static_cast<std::uint64_t>(plicht_in(year, birth, date_in("startkwalificatie_op"))));
    if (kind() != Kind::kwetsbaar) return;
    enum Verwijderd : std::uint64_t { startkwalificatie = 1, verhuisd, overleden, geen_bsn, te_oud };
    const auto is = [&](std::string_view column, std::uint64_t answer) { return get(record.codes, *find_field(kind(), column)) == answer; };
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
    set(record, "verwijderd", removed);
    if (number_ > 0.0) set(record, "werk", *number_ >= static_cast<double>(names_.limits.value("kwetsbaar-arbeidsuren", year)) ? 1 : 2);
}

std::optional<Datum> ExportReader::date_in(std::string_view column) const {
    const auto index = info_->index_of(column);
    return index < 0 ? std::nullopt : dates_[static_cast<std::size_t>(index)];
}

std::string_view ExportReader::text_in(std::string_view column) const {
    const auto index = info_->index_of(column);
    if (index < 0) return {};
    const auto at = static_cast<std::size_t>(index);
    const auto begin = at == 0 ? 0 : ends_[at - 1] + 1;  // behind the mark that ends the column before
    return std::string_view(normal_).substr(begin, ends_[at] - begin);
}

const ExportReader::Reading& ExportReader::reading_of(std::string_view column) const {
    return readings_[static_cast<std::size_t>(info_->index_of(column))];
}

void ExportReader::set(Record& record, std::string_view column, std::uint64_t value) const {
    record.codes |= put(value, *find_field(kind(), column));
}

void ExportReader::identify(Record& record) {
    constexpr std::uint64_t number_seed = 1, content_seed = 2;
    const auto content = hash128(normal_, content_seed);
    record.content = static_cast<std::uint32_t>(content.low);
    const auto number = text_in(info_->number_column);
    if (number.empty()) {
        record.identity = {false, false, content};
        return;
    }
    record.identity.own_number = true;
    // The number of a zaak is unique within its municipality: the two together take 64 bits.
    const std::size_t most_digits = info_->number_per_municipality ? 15 : 18;
    if (is_digits(number) && number.front() != '0' && number.size() <= most_digits) {
        std::uint64_t value = 0;
        for (const char c : number) value = value * 10 + static_cast<std::uint64_t>(c - '0');
        if (info_->number_per_municipality) value = value << municipality_bits | municipality_of(record.codes);
        record.identity.numeric = true;
        record.identity.key = {0, value};
        return;
    }
    auto seed = number_seed;
    if (info_->number_per_municipality) seed = hash128(names_.areas.text(municipality_of(record.codes)), number_seed).low;
    record.identity.key = hash128(number, seed);
}

}  // namespace jv
