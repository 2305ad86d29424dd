#include "comparison/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "messages/suggest.hpp"
#include "settings/settings.hpp"
#include "settings/templates.hpp"

namespace jv {

std::string_view to_text(Role role) {
    constexpr std::array<std::string_view, 4> texts = {"fijnst", "totaal", "waarvan", "hergroepering"};
    return texts[static_cast<std::size_t>(role)];
}

ComparisonRules::ComparisonRules(const Definitions& definitions) {
    for (const auto& indicator : definitions.indicators) kinds_.emplace(indicator.code, indicator.kinds.front());
    const auto known = [&](const Settings& table, std::string_view key) {
        auto codes = table.texts(key);
        for (std::size_t i = 0; i < codes.size(); ++i)
            if (!kinds_.contains(codes[i])) {
                std::vector<std::string> names;
                for (const auto& [name, kind] : kinds_) names.push_back(name);
                fail_usage("S005", fmt::format("onbekende indicator \"{}\"", codes[i]), did_you_mean(codes[i], names), table.place(key, i));
            }
        return codes;
    };
    const auto settings = read_settings(templates_folder() / "definities" / "vergelijken.toml");
    percent_from_ = settings.whole("procent-vanaf", 20);
    for (const auto& table : settings.tables("basis")) {
        for (const auto& name : table.texts("soorten")) {
            const auto kind = parse_kind(name);
            if (!kind) table.fail("soorten", fmt::format("onbekende soort \"{}\"", name), did_you_mean(name, kind_names()));
            bases_[*kind] = known(table, "indicatoren");
        }
        table.check_keys();
    }
    for (const auto& table : settings.tables("geen-toets")) {
        for (auto& code : known(table, "indicatoren")) untested_.insert(std::move(code));
        table.check_keys();
    }
    for (const auto& [key, role] : {std::pair{"totaal", Role::total}, std::pair{"hergroepering", Role::regrouping}})
        for (const auto& table : settings.tables(key)) {
            for (const auto& code : known(table, "indicator")) composed_[code] = {role, known(table, "delen")};
            table.check_keys();
        }
    for (const auto& table : settings.tables("waarvan")) {
        for (const auto& code : known(table, "indicatoren")) composed_[code] = {Role::part, known(table, "van")};
        table.check_keys();
    }
    settings.check_keys();
}

const std::vector<std::string>& ComparisonRules::bases(const std::string& indicator) const {
    static const std::vector<std::string> none;
    const auto kind = kinds_.find(indicator);
    if (kind == kinds_.end()) return none;
    const auto found = bases_.find(kind->second);
    return found == bases_.end() ? none : found->second;
}

Role ComparisonRules::role(const std::string& indicator, const std::set<std::string>& in_table) const {
    const auto found = composed_.find(indicator);
    if (found == composed_.end()) return Role::finest;
    const auto& with = found->second.with;
    return std::any_of(with.begin(), with.end(), [&](const auto& other) { return in_table.contains(other); }) ? found->second.role : Role::finest;
}

}  // namespace jv
