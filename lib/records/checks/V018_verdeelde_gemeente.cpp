#include <fmt/format.h>

#include "messages/suggest.hpp"
#include "records/checks/row_checks.hpp"

namespace jv {

void reject_divided(RowFindings& row, const ColumnReading& column, std::string_view municipality, const Merger& merger) {
    row.reject(column, "V018", [&] {
        return Said{fmt::format("gemeente {} is op {} verdeeld over {}", municipality, to_text(merger.since), enumerate(merger.into)),
                    "vul de gemeente van nu in"};
    });
}

}  // namespace jv
