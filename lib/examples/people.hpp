// Invented pupils: numbers that pass the check, birth dates that fit, and the same pupils again a year later.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "examples/demand.hpp"
#include "examples/random.hpp"
#include "law/datum.hpp"
#include "law/plicht.hpp"

namespace jv {

// The kinds that a pupil has rows of this year.
class RowKinds {
public:
    void insert(Kind kind) { bits_.set(static_cast<std::size_t>(kind)); }
    bool contains(Kind kind) const { return bits_.test(static_cast<std::size_t>(kind)); }
    void clear() { bits_.reset(); }

private:
    std::bitset<16> bits_;
};

struct Pupil {
    std::string number;  // a BSN that passes the elfproef and that no pupil before it has
    Datum birth;
    std::optional<Datum> startkwalificatie;
    bool girl = false;
    int school = 0;                // which of the schools of its type
    Plicht plicht = Plicht::geen;  // this year
    RowKinds rows = {};
};

// Gives out BSNs of nine digits that begin with 9 (and, after nine million, 8): a range in which none is issued.
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : offset_(seed % range) {}
    std::string next();

private:
    static constexpr std::uint64_t range = 10'000'000;
    std::uint64_t offset_, given_ = 0;
};

// The pupils of one municipality in the year at hand, by school type.
class Population {
public:
    explicit Population(const std::string& municipality);

    // Goes on to another year: pupils of the year before (if it was that) may continue, one year older.
    void begin_year(Schooljaar year, Random& random);
    Schooljaar year() const { return year_; }

    // A pupil of this school type for whom this plicht holds in the year: one that continues, or else a new one.
    Pupil& enrol(int school_type, Plicht plicht, Numbers& numbers, Random& random);

    // Who is looked for among the pupils of a school type.
    enum class Need {
        plichtig,  // leer- or kwalificatieplichtig from autumn until after January
        adult,     // 18 before February
        both,      // turns 18 in winter
        anyone,
    };
    bool fits(const Pupil& pupil, Need need) const;
    // A new pupil that fits.
    Pupil& invent(int school_type, Need need, Numbers& numbers, Random& random);

    // The BRIN of one of a few schools of this type, the same every year; empty for pupils who are at no school that is known.
    const std::string& brin(int school_type, int school) const {
        return brins_[static_cast<std::size_t>(school_type)][static_cast<std::size_t>(school)];
    }

    std::vector<Pupil>& of(int school_type) { return pupils_[static_cast<std::size_t>(school_type)]; }

private:
    Pupil& add(int school_type, Pupil pupil);
    Pupil new_pupil(int school_type, Plicht plicht, Numbers& numbers, Random& random) const;

    static constexpr int schools = 10;  // of each type
    Schooljaar year_;
    std::array<std::array<std::string, schools>, school_type_count> brins_;
    std::array<std::vector<Pupil>, school_type_count> pupils_;
    std::array<std::array<std::vector<Pupil>, 3>, school_type_count> continuing_;  // by the plicht that holds now
};

}  // namespace jv
