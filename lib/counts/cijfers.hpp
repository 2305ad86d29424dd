// The counts, as they stand in `cijfers.csv`: what every report, comparison and example is made from.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jv {

enum class Status { counted, nvt, onbekend, onderdrukt };
std::string_view to_text(Status status);  // "", "nvt", "onbekend", "onderdrukt"

// Which figure it is. All columns are codes, but gebied (a municipality or region) and schooljaar (`2023-2024`, or `2018` typed in).
struct CijferKey {
    std::string gebied, schooljaar, indicator, eenheid, indeling, categorie;
    auto operator<=>(const CijferKey&) const = default;
};

// A figure: a number when the status is `counted`, no number otherwise. In thousandths, so that fte keep three decimals exactly.
struct CijferValue {
    std::int64_t thousandths = 0;
    Status status = Status::counted;
    bool operator==(const CijferValue&) const = default;
    static CijferValue of(std::int64_t whole) { return {whole * 1000, Status::counted}; }
    bool is_number() const { return status == Status::counted; }
    bool is_whole() const { return thousandths % 1000 == 0; }
    std::int64_t whole() const { return thousandths / 1000; }
};

// Figures by key, in the byte order of the columns. Holds each key once.
class Cijfers {
public:
    // Adds a figure; false when the key is there already with another value (which stays).
    bool add(const CijferKey& key, CijferValue value);
    std::optional<CijferValue> find(const CijferKey& key) const;
    const std::map<CijferKey, CijferValue>& all() const { return figures_; }
    bool empty() const { return figures_.empty(); }
    auto begin() const { return figures_.begin(); }
    auto end() const { return figures_.end(); }

private:
    std::map<CijferKey, CijferValue> figures_;
};

// The file's first line, with its line break, and the line of one figure: UTF-8, LF, `;`.
std::string_view cijfers_header();
void append_csv(std::string& out, const CijferKey& key, CijferValue value);
// The same for many figures of one area and year: `begin` is how the lines of those two begin.
std::string csv_begin(std::string_view gebied, std::string_view schooljaar);
void append_csv(std::string& out, std::string_view begin, std::string_view indicator, std::string_view eenheid, std::string_view indeling,
                std::string_view categorie, CijferValue value);
// The whole file.
std::string to_csv(const Cijfers& cijfers);

// Adds the figures of a file. Fails: status 2 for a file that can't be read as cijfers (I0xx), status 1 for a figure that is none (C001),
// a status that is none (C002), or the same key with another figure in what was read before (C003).
void read_cijfers(const std::filesystem::path& path, Cijfers& into);

}  // namespace jv
