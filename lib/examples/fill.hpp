// Rows for a plan: pupils, dates, numbers and codes that fit.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "examples/people.hpp"
#include "examples/plan.hpp"
#include "examples/row_chooser.hpp"
#include "records/limits.hpp"

namespace jv {

class Filler {
public:
    Filler(const Plan& plan, const Definitions& definitions, std::uint64_t seed)
        : plan_(plan), chooser_(definitions), random_(seed), numbers_(Random(seed).next()) {}

    // The rows of one of the municipalities of a unit. Units come in order of their years, so that pupils can continue.
    std::map<Kind, std::vector<ExportRow>> fill(const PlannedUnit& unit, const std::string& municipality);

private:
    using Need = Population::Need;
    using AtHand = std::array<std::vector<std::size_t>, 4>;  // pupils by what is looked for, to be taken from the end
    void add_pupils(int school_type, const std::vector<Bundle>& bundles);
    AtHand pupils_at_hand(int school_type, const std::vector<Bundle>& bundles);
    void add_row(const ChosenRow& chosen, int school_type, const Pupil& pupil);
    Datum school_day(Datum from, Datum to);
    void fill_leerling(ExportRow& row, const Pupil& pupil);
    void fill_melding(ExportRow& row, const Pupil& pupil);
    void fill_vrijstelling(ExportRow& row, const Pupil& pupil);
    void fill_maatregel(ExportRow& row, const Pupil& pupil);
    void fill_thuiszitter(ExportRow& row);
    void fill_traject(ExportRow& row, const Codes& codes, const Pupil& pupil);
    void fill_kwetsbaar(ExportRow& row, const Codes& codes);
    void fill_vsv(ExportRow& row);
    void number(Kind kind, std::vector<ExportRow>& rows);

    const Plan& plan_;
    RowChooser chooser_;
    Random random_;
    Numbers numbers_;
    Limits limits_;
    std::map<std::string, Population> populations_;
    Population* population_ = nullptr;  // of the municipality at hand
    std::string municipality_;
    Schooljaar year_;
    std::string year_text_;
    std::map<Kind, std::vector<ExportRow>> rows_;
    std::int64_t meldingen_ = 0, maatregelen_ = 0, zaken_ = 0;
};

}  // namespace jv
