#include "documents/docx_package.hpp"

#include <fmt/format.h>

#include "documents/docx_xml.hpp"
#include "documents/zip.hpp"

namespace jv {

namespace {

constexpr std::string_view relationship_base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view core_properties = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

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

std::string Package::zip() {
    std::vector<ZipPart> parts{
        {"[Content_Types].xml", fmt::format("{}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\n"
                                            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\n"
                                            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>\n{}</Types>\n",
                                            xml_head, overrides_)}};
    for (auto& [path, bytes] : std::exchange(parts_, {})) parts.emplace_back(path, std::move(bytes));
    return write_zip(parts);
}

}  // namespace jv
