#include "counts/verantwoording.hpp"

#include "bytes/files.hpp"
#include "bytes/json.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

void add(JsonWriter& json, std::string_view key, const std::vector<FileAccount>& files) {
    json.begin_list(key);
    for (const auto& file : files) {
        json.begin_object();
        json.add("bestand", file.file);
        json.add("bytes", file.bytes);
        json.add("sha256", file.sha256);
        json.end_object();
    }
    json.end_list();
}

void add(JsonWriter& json, const InputAccount& input) {
    json.begin_object();
    json.add("bestand", input.file);
    json.add("bytes", input.bytes);
    json.add("sha256", input.sha256);
    json.add("codering", to_text(input.encoding));
    json.add("scheiding", std::string_view(&input.separator, 1));
    json.add("kopregel", input.header_line);
    json.add("profiel", input.profile);
    json.add("soort", info(input.kind).name);
    json.begin_object("rijen");
    json.add("gelezen", input.read);
    json.add("dubbel", input.duplicates);
    json.add("onder-de-rijen", input.below);
    json.add("afgekeurd", input.rejected);
    json.end_object();
    json.end_object();
}

void add(JsonWriter& json, Kind kind, const Balance& balance) {
    json.begin_object();
    json.add("soort", info(kind).name);
    json.add("gelezen", balance.read);
    json.add("geteld", balance.counted);
    json.add("dubbel", balance.duplicates);
    json.begin_object("niet-geteld");
    for (const auto& [rule, count] : balance.not_counted) json.add(rule, count);
    json.end_object();
    json.add("afgekeurd", balance.rejected);
    json.end_object();
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
    JsonWriter json;
    json.begin_object();
    json.add("jaarverslag", version());
    add(json, "definities", account_of(definitions));
    json.begin_list("exports");
    for (const auto& input : exports) add(json, input);
    json.end_list();
    json.begin_list("soorten");
    for (const auto& [kind, balance] : balances) add(json, kind, balance);
    json.end_list();
    add(json, "cijfers", account_of(earlier_figures));
    json.end_object();
    return json.take();
}

}  // namespace jv
