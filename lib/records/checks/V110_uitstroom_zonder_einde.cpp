#include "records/checks/row_checks.hpp"

namespace jv {

void check_uitstroom(RowFindings& row, const ColumnReading& uitstroom_column, bool has_uitstroom, bool has_start, bool has_end) {
    if (!has_uitstroom || has_end) return;
    row.warn(uitstroom_column, "V110", [&] {
        return Said{"er is een uitstroom zonder traject_einde", has_start
                                                                    ? "de uitstroom telt in het schooljaar van traject_start; vul de einddatum in"
                                                                    : "de uitstroom telt nergens; vul de datums van het traject in"};
    });
}

}  // namespace jv
