#include "documents/docx_package.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <memory>
#include <stdexcept>

#include "documents/docx_xml.hpp"

namespace jv {

namespace {

constexpr std::string_view relationship_base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view core_properties = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
// 1 January 2000, 12:00, as a zip writes it.
constexpr zip_uint16_t fixed_date = (20 << 9) | (1 << 5) | 1, fixed_time = 12 << 11;

// There is only one reason for these calls to fail: no memory.
void require(bool done) {
    if (!done) throw std::runtime_error("a zip can't be made");
}

}  // namespace

std::string Relationships::add(std::string_view type, std::string_view target, std::string_view mode) {
    const auto [at, is_new] = ids_.try_emplace(std::string(target), fmt::format("rId{}", ids_.size() + 1));
    if (is_new)
        entries_ +=
            fmt::format("<Relationship Id=\"{}\" Type=\"{}{}\" Target=\"{}\"{}/>\n", at->second, type == "core-properties" ? "" : relationship_base,
                        type == "core-properties" ? core_properties : type, escaped(target), mode);
    return at->second;
}

std::string Relationships::add(std::string_view type, std::string_view target) { return add(type, target, ""); }

std::string Relationships::add_link(std::string_view target) { return add("hyperlink", target, " TargetMode=\"External\""); }

std::string Relationships::xml() const {
    return fmt::format("{}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n{}</Relationships>\n", xml_head,
                       entries_);
}

void Package::add(std::string_view path, std::string_view type, std::string bytes) {
    overrides_ += fmt::format("<Override PartName=\"/{}\" ContentType=\"{}\"/>\n", path, type);
    parts_.insert_or_assign(std::string(path), std::move(bytes));
}

void Package::add(std::string_view path, const Relationships& relationships) {
    const auto name = path.rfind('/') + 1;  // 0 for a part in no folder, and for the document as a whole
    parts_.insert_or_assign(fmt::format("{}_rels/{}.rels", path.substr(0, name), path.substr(name)), relationships.xml());
}

std::string Package::zip() const {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, &error);
    require(whole != nullptr);
    zip_source_keep(whole);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> keep(whole, &zip_source_free);
    std::unique_ptr<zip_t, decltype(&zip_discard)> archive(zip_open_from_source(whole, ZIP_TRUNCATE, &error), &zip_discard);
    require(archive != nullptr);
    const auto write = [&](const std::string& path, std::string_view bytes) {
        zip_source_t* source = zip_source_buffer(archive.get(), bytes.data(), bytes.size(), 0);
        const auto index = zip_file_add(archive.get(), path.c_str(), source, ZIP_FL_ENC_UTF_8);
        require(index >= 0 && zip_file_set_dostime(archive.get(), static_cast<zip_uint64_t>(index), fixed_time, fixed_date, 0) == 0);
    };
    const auto types = fmt::format(
        "{}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n{}</Types>\n",
        xml_head, overrides_);
    write("[Content_Types].xml", types);
    for (const auto& [path, bytes] : parts_) write(path, bytes);
    require(zip_close(archive.release()) == 0);
    zip_stat_t stat;
    require(zip_source_stat(whole, &stat) == 0 && zip_source_open(whole) == 0);
    std::string bytes(stat.size, '\0');
    const auto size = zip_source_read(whole, bytes.data(), bytes.size());
    zip_source_close(whole);
    require(size == static_cast<zip_int64_t>(bytes.size()));
    return bytes;
}

}  // namespace jv
