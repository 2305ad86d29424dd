#include "checks/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "settings/settings.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

Level level_of(const Settings& settings) {
    const auto name = settings.text("niveau");
    for (const auto level : {Level::error, Level::warning, Level::note})
        if (name == to_text(level)) return level;
    settings.fail("niveau", fmt::format("\"{}\" is geen niveau", name), "kies uit: fout, waarschuwing, opmerking");
}

}  // namespace

Catalogue::Catalogue() {
    const auto settings = read_settings(templates_folder() / "berichten.toml");
    for (const auto& code : settings.keys()) {
        const auto message = settings.table(code);
        if (!code.starts_with('V') || !message.has("niveau")) continue;
        checks_.push_back({code, level_of(message), message.text("betekenis"), message.text("grond"), message.text("advies")});
        message.check_keys();
    }
}

const CheckInfo& Catalogue::find(std::string_view code) const {
    const auto found = std::find_if(checks_.begin(), checks_.end(), [&](const CheckInfo& check) { return check.code == code; });
    if (found == checks_.end()) throw std::logic_error(fmt::format("{} has no niveau in berichten.toml", code));
    return *found;
}

}  // namespace jv
