// Names of the sheets of a workbook.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace jv {

// Gives names that a spreadsheet accepts: 1 to 31 characters, none of []:*?/\, no apostrophe at either end, not `History`, no number or cell (`vsv1`
// becomes `tabel vsv1`), no escaped character, and each different from those given before, also when case is ignored.
class SheetNames {
public:
    std::string add(std::string_view wanted);

private:
    std::set<std::string> taken_;
};

}  // namespace jv
