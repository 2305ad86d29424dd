// The counts, as they stand in `cijfers.csv`: what every report, comparison and example is made from.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "counts/sorted_texts.hpp"

namespace jv {

enum class Status { counted, nvt, onbekend, onderdrukt };
std::string_view to_text(Status status);  // "", "nvt", "onbekend", "onderdrukt"
std::optional<Status> parse_status(std::string_view text);

struct CijferKeyView;

// Which figure it is. All columns are codes, but gebied (a municipality or region) and schooljaar (`2023-2024`, or `2018` typed in).
struct CijferKey {
    std::string gebied, schooljaar, indicator, eenheid, indeling, categorie;
    auto operator<=>(const CijferKey&) const = default;
    operator CijferKeyView() const;
};

// A key whose texts stand elsewhere: of a figure in Cijfers as long as those are there.
struct CijferKeyView {
    std::string_view gebied, schooljaar, indicator, eenheid, indeling, categorie;
    auto operator<=>(const CijferKeyView&) const = default;
    operator CijferKey() const {
        return {std::string(gebied),  std::string(schooljaar), std::string(indicator),
                std::string(eenheid), std::string(indeling),   std::string(categorie)};
    }
};

inline CijferKey::operator CijferKeyView() const { return {gebied, schooljaar, indicator, eenheid, indeling, categorie}; }

// The columns of a key, in their order.
enum class CijferColumn { gebied, schooljaar, indicator, eenheid, indeling, categorie };
constexpr std::size_t cijfer_columns = 6;

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

// Figures by key, in the byte order of the columns. Holds each key once, in 40 bytes: the texts of its columns stand in a list of each column.
class Cijfers {
    using Texts = std::array<std::uint32_t, cijfer_columns>;  // numbers in texts_
    struct Figure {
        Texts texts;
        CijferValue value;
    };

public:
    // Goes over figures in their order. The key of each refers to texts of the Cijfers.
    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = std::pair<CijferKeyView, CijferValue>;
        using difference_type = std::ptrdiff_t;
        using pointer = const value_type*;
        using reference = value_type;

        value_type operator*() const;
        Iterator& operator++();
        Iterator operator++(int) {
            auto before = *this;
            ++*this;
            return before;
        }
        bool operator==(const Iterator& other) const { return block_ == other.block_ && place_ == other.place_; }

    private:
        friend class Cijfers;
        Iterator(const Cijfers& cijfers, std::size_t block, std::size_t place) : cijfers_(&cijfers), block_(block), place_(place) {}
        const Cijfers* cijfers_;
        std::size_t block_, place_;
    };
    // Some of the figures that stand behind one another.
    struct Range {
        Iterator first, last;
        Iterator begin() const { return first; }
        Iterator end() const { return last; }
        bool empty() const { return first == last; }
    };

    // Adds a figure; false when the key is there already with another value (which stays). Fast in the order of the keys, and in any other too.
    bool add(const CijferKeyView& key, CijferValue value);
    std::optional<CijferValue> find(const CijferKeyView& key) const;
    // The figures whose first columns are these texts: `under({"Almelo", "2023-2024"})`.
    Range under(std::initializer_list<std::string_view> columns) const;
    // The texts that some figure has in a column, in byte order.
    std::vector<std::string> texts(CijferColumn column) const;
    bool has_text(CijferColumn column, std::string_view text) const;
    bool empty() const { return blocks_.empty(); }
    Iterator begin() const { return {*this, 0, 0}; }
    Iterator end() const { return {*this, blocks_.size(), 0}; }

private:
    using Block = std::vector<Figure>;

    // Which of two keys comes first, by their first `columns`.
    std::strong_ordering compare(const Texts& a, const Texts& b, std::size_t columns) const;
    // The first figure for which `holds` does not, as for all behind it.
    template <class Holds>
    Iterator first_without(Holds holds) const;
    void insert(Iterator at, const Figure& figure);

    std::array<SortedTexts, cijfer_columns> texts_;
    std::vector<Block> blocks_;  // in order, none of them empty
};

// The file's first line, with its line break: UTF-8, LF, `;`.
std::string_view cijfers_header();
// The lines of figures, one by one; those that follow one another mostly begin alike.
class CijferLines {
public:
    // Appends the line of a figure. The key's texts must be there until the next call.
    void append(std::string& out, const CijferKeyView& key, CijferValue value);

private:
    CijferKeyView last_;
    std::string begin_;  // of the lines with the last key's gebied up to its indeling
};
// The whole file.
std::string to_csv(const Cijfers& cijfers);

// Adds the figures of a file, of which no more than a block is held as text. Fails: status 2 for a file that can't be read as cijfers (I0xx),
// status 1 for a figure that is none (C001), a status that is none (C002), or the same key with another figure in what was read before (C003).
void read_cijfers(const std::filesystem::path& path, Cijfers& into);

}  // namespace jv
