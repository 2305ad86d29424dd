#include "rows/csv_reader.hpp"

#include <algorithm>

#include "messages/finding.hpp"
#include "rows/split.hpp"

namespace jv {

namespace {

constexpr std::string_view non_breaking_space = "\u00a0";

std::string tidy(std::string_view cell) {
    std::string name;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell.substr(i).starts_with(non_breaking_space)) {
            name += ' ';
            ++i;
        } else if (cell[i] == '\r' || cell[i] == '\n' || cell[i] == '\t') {
            name += ' ';
        } else {
            name += cell[i];
        }
    }
    const auto unique_end = std::unique(name.begin(), name.end(), [](char a, char b) { return a == ' ' && b == ' '; });
    name.erase(unique_end, name.end());
    const auto begin = name.find_first_not_of(" #");
    if (begin == std::string::npos) return {};
    return name.substr(begin, name.find_last_not_of(' ') - begin + 1);
}

}  // namespace

CsvReader::CsvReader(const std::filesystem::path& path, const TextOptions& options, char separator) : blocks_(path, options, separator) {
    constexpr std::size_t most_head_rows = 20;
    if (!blocks_.next(block_))
        fail_usage("I004", "dit bestand heeft geen kopregel", "exporteer opnieuw; een export heeft ten minste een kopregel", {name()});
    for (std::size_t row = 0; row < std::min(most_head_rows, block_.rows.size()); ++row)
        head_.push_back({block_.line(block_.rows[row]), cells(block_, block_.rows[row])});
    choose_header(0);
}

std::vector<std::string> CsvReader::as_header(const Row& row) {
    std::vector<std::string> header;
    for (const auto& cell : row.cells) header.push_back(tidy(cell));
    if (header.size() > 1 && header.back().empty()) header.pop_back();
    return header;
}

void CsvReader::choose_header(std::size_t row) {
    header_row_ = row;
    header_ = as_header(head_[row]);
    row_ = row + 1;
}

bool CsvReader::next(std::span<const std::string_view>& fields) {
    if (row_ == block_.rows.size()) {
        if (!blocks_.next(block_)) return false;
        row_ = 0;
    }
    split(block_, block_.rows[row_++], fields_);
    fields = fields_;
    return true;
}

std::optional<RowBlock> CsvReader::next_block() {
    std::optional<RowBlock> block;
    if (row_ < block_.rows.size()) {  // the first: the header and what stands above it are no rows
        block_.rows.erase(block_.rows.begin(), block_.rows.begin() + static_cast<std::ptrdiff_t>(row_));
        row_ = 0;
        block = std::move(block_);
        block_ = {};
    } else if (block.emplace(); !blocks_.next(*block)) {
        block.reset();
    }
    return block;
}

void CsvReader::split(RowBlock& block, const RawRow& row, std::vector<std::string_view>& fields) const {
    split_row(block.text.data() + row.begin, row.end - row.begin, separator(), row.quoted, fields);
    // A separator at the end of every line makes an empty field more.
    if (fields.size() == header_.size() + 1 && fields.back().empty()) fields.pop_back();
}

std::vector<std::string> CsvReader::cells(const RowBlock& block, const RawRow& row) const {
    const auto size = row.end - row.begin;
    auto text = block.text.substr(row.begin, size);
    text.append(1 + readable_behind, '\0');
    std::vector<std::string_view> fields;
    split_row(text.data(), size, separator(), row.quoted, fields);
    return {fields.begin(), fields.end()};
}

}  // namespace jv
