// Where the figures of a chart in a Word document stand in its workbook. For docx_chart.cpp and docx_workbook.cpp.
#pragma once

#include <string>
#include <string_view>

#include "documents/chart_values.hpp"

namespace jv {

inline constexpr std::string_view chart_sheet = "Blad1";

// `#,##0`, or with as many decimals as the figures have.
inline std::string chart_number_format(const ChartValues& values) {
    return values.decimals() > 0 ? "#,##0." + std::string(static_cast<std::size_t>(values.decimals()), '0') : "#,##0";
}

}  // namespace jv
