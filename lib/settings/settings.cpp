#include "settings/settings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "bytes/files.hpp"
#include "messages/suggest.hpp"

namespace jv {

Settings::Settings() : Settings(std::make_shared<const toml::table>(), nullptr, {}) { table_ = root_.get(); }

Settings::Settings(std::shared_ptr<const toml::table> root, const toml::table* table, std::string file)
    : root_(std::move(root)), table_(table), file_(std::move(file)), asked_(std::make_shared<std::set<std::string, std::less<>>>()) {}

const toml::node* Settings::find(std::string_view key) const {
    asked_->emplace(key);
    return table_->get(key);
}

bool Settings::has(std::string_view key) const { return find(key) != nullptr; }

std::vector<std::string> Settings::keys() const {
    std::vector<std::pair<toml::source_position, std::string>> found;
    for (const auto& [key, node] : *table_) {
        found.emplace_back(key.source().begin, std::string(key.str()));
        asked_->emplace(key.str());
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> keys;
    for (auto& [position, key] : found) keys.push_back(std::move(key));
    return keys;
}

std::string Settings::text(std::string_view key) const {
    if (!has(key))
        throw Failure(ExitStatus::usage,
                      Finding{place(), "S003", fmt::format("de sleutel \"{}\" ontbreekt", key), fmt::format("voeg toe: {} = \"…\"", key)});
    return text(key, {});
}

std::string Settings::text(std::string_view key, std::string_view otherwise) const {
    const auto* node = find(key);
    if (!node) return std::string(otherwise);
    if (const auto* value = node->as_string()) return value->get();
    wrong_type(key, "een tekst tussen aanhalingstekens");
}

std::vector<std::string> Settings::texts(std::string_view key) const {
    const auto* node = find(key);
    if (!node) return {};
    if (const auto* value = node->as_string()) return {value->get()};
    std::vector<std::string> values;
    const auto* array = node->as_array();
    if (!array) wrong_type(key, "een tekst of een lijst van teksten");
    for (const auto& element : *array) {
        const auto* value = element.as_string();
        if (!value) wrong_type(key, "een lijst van teksten");
        values.push_back(value->get());
    }
    return values;
}

long long Settings::whole(std::string_view key, long long otherwise) const {
    const auto* node = find(key);
    if (!node) return otherwise;
    if (const auto* value = node->as_integer()) return value->get();
    wrong_type(key, "een geheel getal");
}

bool Settings::flag(std::string_view key, bool otherwise) const {
    const auto* node = find(key);
    if (!node) return otherwise;
    if (const auto* value = node->as_boolean()) return value->get();
    wrong_type(key, "true of false");
}

std::vector<long long> Settings::wholes(std::string_view key) const {
    const auto* node = find(key);
    if (!node) return {};
    if (const auto* value = node->as_integer()) return {value->get()};
    std::vector<long long> values;
    const auto* array = node->as_array();
    if (!array) wrong_type(key, "een lijst van gehele getallen");
    for (const auto& element : *array) {
        const auto* value = element.as_integer();
        if (!value) wrong_type(key, "een lijst van gehele getallen");
        values.push_back(value->get());
    }
    return values;
}

Settings Settings::table(std::string_view key) const {
    const auto* node = find(key);
    if (!node) return {};
    if (const auto* value = node->as_table()) return Settings(root_, value, file_);
    wrong_type(key, fmt::format("een tabel [{}]", key));
}

std::vector<Settings> Settings::tables(std::string_view key) const {
    const auto* node = find(key);
    if (!node) return {};
    const auto* array = node->as_array();
    if (!array) wrong_type(key, fmt::format("een of meer tabellen [[{}]]", key));
    std::vector<Settings> values;
    for (const auto& element : *array) {
        const auto* value = element.as_table();
        if (!value) wrong_type(key, fmt::format("een of meer tabellen [[{}]]", key));
        values.push_back(Settings(root_, value, file_));
    }
    return values;
}

std::vector<Settings> Settings::tables(std::string_view key, std::string_view of_text) const {
    const auto* node = find(key);
    if (!node) return {};
    std::vector<Settings> values;
    const auto add = [&](const toml::node& element) {
        if (const auto* table = element.as_table()) {
            values.push_back(Settings(root_, table, file_));
            return;
        }
        const auto* text = element.as_string();
        if (!text) wrong_type(key, fmt::format("een lijst van teksten, of van {{ {} = \"…\" }}", of_text));
        const auto table = std::make_shared<const toml::table>(toml::table{{of_text, text->get()}});
        values.push_back(Settings(table, table.get(), file_));
    };
    if (const auto* array = node->as_array())
        for (const auto& element : *array) add(element);
    else
        add(*node);
    return values;
}

bool Settings::is_text(std::string_view key) const {
    const auto* node = find(key);
    return node && node->is_string();
}

bool Settings::is_table(std::string_view key) const {
    const auto* node = find(key);
    return node && node->is_table();
}

Place Settings::place_of(const toml::node& node) const {
    const auto& begin = node.source().begin;
    return {file_, begin.line, begin.column};
}

Place Settings::place() const { return place_of(*table_); }

Place Settings::place(std::string_view key) const {
    for (const auto& [k, node] : *table_)
        if (k.str() == key) return {file_, k.source().begin.line, k.source().begin.column};
    return place();
}

Place Settings::place(std::string_view key, std::size_t element) const {
    const auto* node = table_->get(key);
    const auto* array = node ? node->as_array() : nullptr;
    if (!array) return node ? place_of(*node) : place();
    return element < array->size() ? place_of((*array)[element]) : place_of(*node);
}

void Settings::check_keys() const {
    for (const auto& [key, node] : *table_) {
        if (asked_->contains(key.str())) continue;
        const std::vector<std::string> known(asked_->begin(), asked_->end());
        throw Failure(ExitStatus::usage,
                      Finding{place(key.str()), "S002", fmt::format("onbekende sleutel \"{}\"", key.str()), did_you_mean(key.str(), known)});
    }
}

void Settings::fail(std::string_view key, std::string text, std::string advice) const {
    throw Failure(ExitStatus::usage, Finding{place(key), "S004", std::move(text), std::move(advice)});
}

void Settings::wrong_type(std::string_view key, std::string_view expected) const {
    throw Failure(ExitStatus::usage, Finding{place(key), "S003", fmt::format("\"{}\" heeft een waarde van de verkeerde soort", key),
                                             fmt::format("schrijf {}", expected)});
}

Settings parse_settings(std::string_view toml, std::string file) {
    try {
        auto root = std::make_shared<const toml::table>(toml::parse(toml));
        const auto* table = root.get();
        return Settings(std::move(root), table, std::move(file));
    } catch (const toml::parse_error& error) {
        // toml++ explains in English; place and advice are enough to find a typing error.
        const auto& begin = error.source().begin;
        throw Failure(ExitStatus::usage, Finding{{std::move(file), begin.line, begin.column},
                                                 "S001",
                                                 "dit is geen geldige TOML",
                                                 "controleer aanhalingstekens, haken en dubbele sleutels op en boven deze plaats"});
    }
}

Settings read_settings(const std::filesystem::path& path) { return parse_settings(read_whole_file(path), path.filename().string()); }

}  // namespace jv
