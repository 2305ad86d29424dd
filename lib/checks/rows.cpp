#include "checks/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>
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
    row.school_and_sex = school_and_sex(row_read);
    if (const auto number = row_read.number()) row.hours = static_cast<float>(*number);
    row.file = static_cast<std::uint16_t>(files_.size() - 1);
    row.numeric = record.numeric;
    row.counts = counts;
    rows_[source.kind()].push_back(row);
}

void CheckRows::finish() {
    for (auto& [kind, rows] : rows_) {
        std::vector<std::size_t> order(rows.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto identity = [&rows = rows](std::size_t i) { return std::tuple(rows[i].numeric, rows[i].key); };
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return identity(a) < identity(b); });
        for (std::size_t i = 0; i + 1 < order.size(); ++i) rows[order[i]].superseded = identity(order[i]) == identity(order[i + 1]);
    }
}

std::span<const CheckRow> CheckRows::all(Kind kind) const {
    const auto found = rows_.find(kind);
    return found == rows_.end() ? std::span<const CheckRow>() : found->second;
}

std::vector<const CheckRow*> CheckRows::latest(Kind kind) const {
    std::vector<const CheckRow*> latest;
    for (const auto& row : all(kind))
        if (!row.superseded) latest.push_back(&row);
    return latest;
}

std::vector<const CheckRow*> CheckRows::by_pupil(Kind kind) const {
    auto rows = latest(kind);
    std::stable_sort(rows.begin(), rows.end(), [](const CheckRow* a, const CheckRow* b) { return a->pupil < b->pupil; });
    return rows;
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
