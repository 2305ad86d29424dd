// From what a template says to which figures of the cijfers are meant.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "counts/cijfers.hpp"
#include "counts/definitions.hpp"
#include "counts/division.hpp"
#include "tables/report_template.hpp"

namespace jv {

// One figure: the key without indeling, and the codes (of the indeling's column) that are counted together, or the total.
struct FigureKey {
    CijferKey key;
    const Indeling* indeling = nullptr;
    Codes codes;
    bool total = true;
};

// Looks up the names of a template. All errors are status 2 with file, line and column of the name: S005 for an indicator, eenheid,
// indeling or category that no definition and no cijfers know; S004 when nothing says which indicator or eenheid is meant.
class Resolver {
public:
    Resolver(const Cijfers& cijfers, const Definitions& definitions, std::string gebied, std::string schooljaar);

    // An indicator that stands in no definition, and maybe not in the cijfers.
    void add_known(const std::string& indicator, const std::string& eenheid) { known_.emplace(indicator, eenheid); }

    const std::string& gebied() const { return gebied_; }
    const Definitions& definitions() const { return definitions_; }
    // The school year so many years after the report's.
    std::string year(int offset) const { return shift_year(schooljaar_, offset); }

    // What the selections say together; an earlier one goes before a later one. `offset` is the relative year, `place` is where an error is, if
    // nothing says the name.
    FigureKey resolve(const std::vector<const Selection*>& selections, int offset, const Place& place) const;
    // The figure that `figure` is divided by.
    FigureKey divisor(const FigureKey& figure, const Ratio& ratio, const Place& place) const;
    // The same figure of another indicator.
    FigureKey with_indicator(const FigureKey& figure, const Name& indicator) const;

    Division division(const FigureKey& figure) const { return {cijfers_, definitions_, figure.key, figure.indeling}; }
    Lookup lookup(const FigureKey& figure) const;
    // Each year from the first of the cijfers, or from the one before `last`, to `last`: school years or calendar years, as that is.
    std::vector<std::string> years_until(const std::string& last) const;
    // The areas for which the cijfers hold one of these indicators, in byte order.
    std::vector<std::string> areas_with(const std::set<std::string>& indicators) const;

private:
    void require_known(const Name& indicator, const Name& eenheid) const;
    const Indeling* find_indeling(const Name& name) const;

    const Cijfers& cijfers_;
    const Definitions& definitions_;
    std::string gebied_, schooljaar_;
    std::set<std::pair<std::string, std::string>> known_;  // indicator and eenheid, of definitions and cijfers
    struct Area {
        std::string name;
        std::set<std::string_view> indicators;  // texts of the cijfers
    };
    std::vector<Area> areas_;  // of the cijfers, in byte order
};

}  // namespace jv
