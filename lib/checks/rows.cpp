#include "checks/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <tuple>

namespace jv {

namespace {

bool is_kept_date(const Column& column) { return column.type == ValueType::date && column.name != "geboortedatum"; }

std::uint32_t as_code(std::optional<Datum> date) { return date ? static_cast<std::uint32_t>(date_code(*date)) : 0; }

std::uint32_t school_and_sex(const RowConverter& row_read) {
    const auto school = row_read.text_in("brin"), sex = row_read.text_in("geslacht");
    if (school.empty() || sex.empty()) return 0;
    return static_cast<std::uint32_t>(hash128(fmt::format("{}\n{}", school, sex), 0).low) | 1;
}

}  // namespace

void CheckRows::add(const RowConverter& row_read, const Record& record, bool counts) {
    const auto& source = row_read.of();
    const auto& columns = info(source.kind()).columns;
    if (!reading_) {
        if (files_.size() > std::numeric_limits<std::uint16_t>::max()) fail_usage("G006", "er zijn meer dan 65536 exports", "controleer ze in delen");
        auto& file = files_.emplace_back(File{source.name(), source.kind(), {}});
        for (const auto& column : columns) file.fields.push_back(source.field_of(column.name));
        reading_ = true;
    }
    CheckRow row;
    row.key = record.key.low;
    row.codes = record.codes;
    row.pupil = record.pupil;
    row.line = record.line;
    std::size_t at = 0;
    for (const auto& column : columns)
        if (is_kept_date(column)) row.dates[at++] = as_code(row_read.date_in(column.name));
    row.birth = as_code(row_read.date_in("geboortedatum"));
    row.content = record.content;
    if (source.kind() == Kind::leerling) row.school_and_sex = school_and_sex(row_read);
    if (const auto number = row_read.number()) row.hours = static_cast<float>(*number);
    row.file = static_cast<std::uint16_t>(files_.size() - 1);
    row.numeric = record.numeric;
    row.counts = counts;
    rows_[source.kind()].push_back(row);
}

CheckRows::Repeats CheckRows::find_repeats(const Rows& rows) {
    using Identity = std::tuple<bool, std::uint64_t, std::uint32_t>;  // and the place
    std::vector<Identity> order;
    order.reserve(rows.size());
    for (const auto& row : rows) order.emplace_back(row.numeric, row.key, static_cast<std::uint32_t>(order.size()));
    std::sort(order.begin(), order.end());
    Repeats repeats;
    for (std::size_t i = 1; i < order.size(); ++i) {
        const auto& [numeric, key, place] = order[i];
        const auto& [numeric_before, key_before, place_before] = order[i - 1];
        if (numeric == numeric_before && key == key_before) repeats.emplace_back(place, place_before);
    }
    std::sort(repeats.begin(), repeats.end());
    return repeats;
}

void CheckRows::finish() {
    for (auto& [kind, rows] : rows_) {
        auto& repeats = repeats_[kind] = find_repeats(rows);
        for (const auto& [place, before] : repeats) rows[before].superseded = true;
    }
}

const CheckRows::Rows& CheckRows::all(Kind kind) const {
    static const Rows none;
    const auto found = rows_.find(kind);
    return found == rows_.end() ? none : found->second;
}

std::vector<CheckRows::Repeat> CheckRows::repeats(Kind kind) const {
    std::vector<Repeat> repeats;
    const auto& rows = all(kind);
    if (const auto found = repeats_.find(kind); found != repeats_.end())
        for (const auto& [place, before] : found->second) repeats.push_back({&rows[place], &rows[before]});
    return repeats;
}

std::vector<const CheckRow*> CheckRows::latest(Kind kind) const {
    std::vector<const CheckRow*> found;
    for (const auto& row : all(kind))
        if (!row.superseded) found.push_back(&row);
    return found;
}

std::vector<const CheckRow*> CheckRows::by_pupil(std::span<const Kind> kinds, const std::function<bool(const CheckRow&)>& wanted) const {
    std::vector<const CheckRow*> found;
    for (const auto kind : kinds)
        for (const auto* row : latest(kind))
            if (wanted(*row)) found.push_back(row);
    std::stable_sort(found.begin(), found.end(), [](const CheckRow* a, const CheckRow* b) { return a->pupil < b->pupil; });
    return found;
}

std::string_view CheckRows::code(const CheckRow& row, std::string_view column) const {
    const auto* field = find_field(kind(row), column);
    const auto value = field ? get(row.codes, *field) : 0;
    return value == 0 ? std::string_view() : field->codes[value - 1];
}

std::optional<Datum> CheckRows::date(const CheckRow& row, std::string_view column) const {
    if (column == "geboortedatum") return date_from(row.birth);
    std::size_t at = 0;
    for (const auto& other : info(kind(row)).columns) {
        if (!is_kept_date(other)) continue;
        if (other.name == column) return date_from(row.dates[at]);
        ++at;
    }
    return std::nullopt;
}

Place CheckRows::place(const CheckRow& row, std::string_view column) const {
    const auto& file = files_[row.file];
    const auto index = info(file.kind).index_of(column);
    return {file.name, row.line, index < 0 ? 0 : file.fields[static_cast<std::size_t>(index)]};
}

std::string CheckRows::where(const CheckRow& other, const CheckRow& row) const {
    if (other.file == row.file) return fmt::format("regel {}", other.line);
    return fmt::format("regel {} van {}", other.line, files_[other.file].name);
}

}  // namespace jv
