#include "examples/row_chooser.hpp"

#include <algorithm>

#include "examples/natural.hpp"

namespace jv {

namespace {

std::optional<Plicht> plicht_of(const Codes& codes) {
    const auto at = std::find_if(codes.begin(), codes.end(), [](const auto& code) { return code.first == "plicht"; });
    if (at == codes.end()) return std::nullopt;
    return at->second == "leerplichtig" ? Plicht::leerplichtig : at->second.empty() ? Plicht::geen : Plicht::kwalificatieplichtig;
}

ChosenRow row_of(const KindInfo& kind, Codes codes) {
    ChosenRow chosen{.kind = kind.kind, .row = ExportRow(kind.columns.size()), .plicht = plicht_of(codes)};
    for (const auto& [column, code] : codes)
        if (const auto at = kind.index_of(column); at >= 0) chosen.row[static_cast<std::size_t>(at)] = code;
    chosen.is_adult = code_in(codes, "verzuimsoort") == "18-plus";
    chosen.codes = std::move(codes);
    return chosen;
}

}  // namespace

const ChosenRow& RowChooser::choose(const RowClass& row_class, Random& random) {
    auto* step = &first_steps_[&row_class];
    if (step->options.empty()) *step = {.options = row_class.choices, .weights = row_class.weights};
    while (!step->options.empty()) {
        step->after.resize(step->options.size());
        const auto option = random.pick(step->weights);
        auto& after = step->after[option];
        if (!after) after = step_after(row_class.kind, step->options[option], step->column);
        step = after.get();
    }
    return step->row;
}

// The choice in the first of these columns that has one, or the row when none has.
std::unique_ptr<RowChooser::Step> RowChooser::step_after(Kind of_kind, Codes codes, std::size_t column) const {
    const auto& kind = info(of_kind);
    auto step = std::make_unique<Step>();
    for (step->column = column; step->column < kind.columns.size() && step->options.empty();) {
        const auto& next = kind.columns[step->column++];
        const auto known = [&](const auto& code) { return code.first == next.name; };
        if (next.codes.empty() || next.name == "schooltype" || std::any_of(codes.begin(), codes.end(), known)) continue;
        if (follows_from_history(of_kind, next.name) || next.name == "groep") continue;
        // Why a case was closed is known of closed cases only.
        if (next.name == "afsluitreden" && code_in(codes, "status") != "afgesloten") continue;
        for (const auto code : next.codes) {
            auto longer = codes;
            longer.emplace_back(next.name, code);
            if (is_excluded(definitions_, of_kind, longer)) continue;
            step->weights.push_back(usual_weight(of_kind, {}, next.name, code));
            step->options.push_back(std::move(longer));
        }
    }
    if (step->options.empty()) step->row = row_of(kind, std::move(codes));
    return step;
}

}  // namespace jv
