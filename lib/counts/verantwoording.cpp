#include "counts/verantwoording.hpp"

#include "bytes/files.hpp"
#include "bytes/json.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

Json to_json(const std::vector<FileAccount>& files) {
    auto list = Json::array();
    for (const auto& file : files) list.push_back({{"bestand", file.file}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    return list;
}

Json to_json(const InputAccount& input) {
    return {{"bestand", input.file},
            {"bytes", input.bytes},
            {"sha256", input.sha256},
            {"codering", to_text(input.encoding)},
            {"scheiding", std::string(1, input.separator)},
            {"kopregel", input.header_line},
            {"profiel", input.profile},
            {"soort", info(input.kind).name},
            {"rijen", {{"gelezen", input.read}, {"dubbel", input.duplicates}, {"onder-de-rijen", input.below}, {"afgekeurd", input.rejected}}}};
}

Json to_json(Kind kind, const Balance& balance) {
    auto not_counted = Json::object();
    for (const auto& [rule, count] : balance.not_counted) not_counted[rule] = count;
    return {{"soort", info(kind).name},     {"gelezen", balance.read},    {"geteld", balance.counted},
            {"dubbel", balance.duplicates}, {"niet-geteld", not_counted}, {"afgekeurd", balance.rejected}};
}

}  // namespace

std::vector<FileAccount> account_of(std::span<const std::filesystem::path> files) {
    std::vector<FileAccount> accounts;
    for (const auto& path : files) accounts.push_back({display_name(path), std::filesystem::file_size(path), sha256_of_file(path)});
    return accounts;
}

std::string verantwoording(const std::vector<InputAccount>& exports, const std::map<Kind, Balance>& balances,
                           std::span<const std::filesystem::path> own_definitions, std::span<const std::filesystem::path> earlier_figures) {
    std::vector<std::filesystem::path> definitions;
    for (const auto* name : {"grenzen.toml", "indelingen.toml", "indicatoren.toml"}) definitions.push_back(templates_folder() / "definities" / name);
    definitions.insert(definitions.end(), own_definitions.begin(), own_definitions.end());
    Json account{
        {"jaarverslag", version()}, {"definities", to_json(account_of(definitions))}, {"exports", Json::array()}, {"soorten", Json::array()}};
    for (const auto& input : exports) account["exports"].push_back(to_json(input));
    for (const auto& [kind, balance] : balances) account["soorten"].push_back(to_json(kind, balance));
    account["cijfers"] = to_json(account_of(earlier_figures));
    return printed(account);
}

}  // namespace jv
