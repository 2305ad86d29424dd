#include <fmt/format.h>

#include "messages/suggest.hpp"
#include "records/checks/row_checks.hpp"

namespace jv {

void reject_code(RowFindings& row, const ColumnReading& column, std::string_view text) {
    row.reject(column, "V014", [&] {
        std::vector<std::string> known;
        if (const auto* profile = row.of().profile()) {
            const auto& codes = profile->find(row.of().kind())->codes;
            if (const auto words = codes.find(column.column->name); words != codes.end())
                for (const auto& [word, code] : words->second) known.push_back(word);
        }
        known.insert(known.end(), column.column->codes.begin(), column.column->codes.end());
        return Said{fmt::format("{} {} is geen bekende code", column.column->name, as_shown(text)), did_you_mean(text, known)};
    });
}

}  // namespace jv
