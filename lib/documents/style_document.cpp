#include "documents/style_document.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <pugixml.hpp>
#include <utility>

#include "bytes/files.hpp"
#include "documents/colour.hpp"

namespace jv {

namespace {

namespace fs = std::filesystem;

constexpr zip_uint64_t largest_part = 64 << 20;
// Styles that are based on each other in a circle are read this far.
constexpr int deepest_style = 20;

[[noreturn]] void fail(const std::string& name, std::string_view what) {
    fail_usage("I020", std::string(what), "noem een .docx met de stijlen van de gemeente, in Word bewaard als Word-document", {name});
}

// Names without their prefix: a document may choose its own.
std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
    return node.find_child([&](pugi::xml_node one) { return local(one.name()) == name; });
}

std::string attribute(pugi::xml_node node, std::string_view name) {
    return node.find_attribute([&](pugi::xml_attribute one) { return local(one.name()) == name; }).value();
}

std::optional<int> whole(const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<Colour> colour_of(const std::string& text) {
    Colour value = 0;
    if (text.size() != 6) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// The parts of a document.
class Parts {
public:
    explicit Parts(const fs::path& path) : name_(display_name(path)), archive_(zip_open(path.c_str(), ZIP_RDONLY, nullptr), &zip_discard) {
        if (!archive_) fail(name_, "dit is geen Word-document");
    }

    // False when there is no such part.
    bool read(const std::string& path, pugi::xml_document& xml) const {
        zip_stat_t stat;
        if (zip_stat(archive_.get(), path.c_str(), 0, &stat) != 0) return false;
        const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(archive_.get(), path.c_str(), 0), &zip_fclose);
        if (!file || stat.size > largest_part) fail(name_, "dit Word-document is beschadigd of met een wachtwoord beveiligd");
        std::string bytes(stat.size, '\0');
        if (zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size()) ||
            !xml.load_buffer(bytes.data(), bytes.size()))
            fail(name_, "dit Word-document is beschadigd of met een wachtwoord beveiligd");
        return true;
    }

    // The part that another one (`` for the document as a whole) refers to by the end of a type, such as `/styles`; empty for none.
    std::string related(const std::string& path, std::string_view type) const {
        const auto folder = path.substr(0, path.rfind('/') + 1);
        pugi::xml_document xml;
        if (!read(fmt::format("{}_rels/{}.rels", folder, path.substr(folder.size())), xml)) return {};
        for (const auto one : xml.document_element().children())
            if (attribute(one, "Type").ends_with(type)) {
                const auto target = attribute(one, "Target");
                return target.starts_with('/') ? target.substr(1) : (fs::path(folder) / target).lexically_normal().generic_string();
            }
        return {};
    }

    const std::string& name() const { return name_; }

private:
    std::string name_;
    std::unique_ptr<zip_t, decltype(&zip_discard)> archive_;
};

// The fonts and colours that styles refer to by name.
class Theme {
public:
    explicit Theme(pugi::xml_node theme) : elements_(child(theme, "themeElements")) {}

    // `minorHAnsi`, `majorAscii`
    std::optional<std::string> font(std::string_view reference) const {
        const auto which = reference.starts_with("major") ? "majorFont" : "minorFont";
        auto name = attribute(child(child(child(elements_, "fontScheme"), which), "latin"), "typeface");
        return name.empty() ? std::nullopt : std::optional(std::move(name));
    }

    std::optional<Colour> colour(std::string_view reference) const {
        // Texts and backgrounds go by other names in a theme.
        constexpr std::array<std::pair<std::string_view, std::string_view>, 9> others = {{{"text1", "dk1"},
                                                                                          {"dark1", "dk1"},
                                                                                          {"text2", "dk2"},
                                                                                          {"dark2", "dk2"},
                                                                                          {"background1", "lt1"},
                                                                                          {"light1", "lt1"},
                                                                                          {"background2", "lt2"},
                                                                                          {"light2", "lt2"},
                                                                                          {"hyperlink", "hlink"}}};
        for (const auto& [word, name] : others)
            if (word == reference) reference = name;
        const auto value = child(child(elements_, "clrScheme"), reference).first_child();
        return colour_of(attribute(value, local(value.name()) == "sysClr" ? "lastClr" : "val"));
    }

private:
    pugi::xml_node elements_;
};

class Styles {
public:
    Styles(pugi::xml_node styles, Theme theme) : styles_(styles), theme_(theme) {}

    // The style of paragraphs with that name in the file format (`heading 1`), with all that it is based on; `normal` is the one without.
    TextStyle read(std::string_view name) const {
        TextStyle out;
        auto style = name == "normal" ? normal() : find([&](pugi::xml_node one) { return attribute(child(one, "name"), "val") == name; });
        for (int depth = 0; style && depth < deepest_style; ++depth) {
            fill(out, child(style, "rPr"));
            const auto base = attribute(child(style, "basedOn"), "val");
            style = base.empty() ? pugi::xml_node() : find([&](pugi::xml_node one) { return attribute(one, "styleId") == base; });
        }
        fill(out, child(child(child(styles_, "docDefaults"), "rPrDefault"), "rPr"));
        return out;
    }

private:
    template <typename Wanted>
    pugi::xml_node find(Wanted wanted) const {
        return styles_.find_child(
            [&](pugi::xml_node one) { return local(one.name()) == "style" && attribute(one, "type") == "paragraph" && wanted(one); });
    }
    pugi::xml_node normal() const {
        return find([](pugi::xml_node one) {
            const auto value = attribute(one, "default");
            return value == "1" || value == "true" || value == "on";
        });
    }

    // Takes what is not yet known.
    void fill(TextStyle& out, pugi::xml_node look) const {
        const auto fonts = child(look, "rFonts");
        if (!out.font)
            if (const auto reference = attribute(fonts, "asciiTheme"); !reference.empty()) out.font = theme_.font(reference);
        if (auto own = attribute(fonts, "ascii"); !out.font && !own.empty()) out.font = std::move(own);
        if (!out.half_points) out.half_points = whole(attribute(child(look, "sz"), "val"));
        if (!out.colour) out.colour = colour(child(look, "color"));
        if (const auto bold = child(look, "b"); !out.bold && bold) {
            const auto value = attribute(bold, "val");
            out.bold = value != "0" && value != "false" && value != "off";
        }
    }

    std::optional<Colour> colour(pugi::xml_node node) const {
        if (const auto own = colour_of(attribute(node, "val"))) return own;  // Word writes what the theme comes to as well
        return theme_.colour(attribute(node, "themeColor"));
    }

    pugi::xml_node styles_;
    Theme theme_;
};

PageSize page_of(pugi::xml_node body) {
    PageSize page;
    pugi::xml_node section;
    for (const auto one : body.children())
        if (local(one.name()) == "sectPr") section = one;
    const auto take = [](pugi::xml_node node, std::string_view name, int& value) {
        if (const auto found = whole(attribute(node, name))) value = *found;
    };
    const auto size = child(section, "pgSz"), margins = child(section, "pgMar");
    auto read = page;
    take(size, "w", read.width);
    take(size, "h", read.height);
    take(margins, "top", read.top);
    take(margins, "bottom", read.bottom);
    take(margins, "left", read.left);
    take(margins, "right", read.right);
    take(margins, "header", read.header);
    take(margins, "footer", read.footer);
    // A negative margin is one that a tall header does not push away.
    read.top = std::abs(read.top);
    read.bottom = std::abs(read.bottom);
    if (read.width > read.height) {
        std::swap(read.width, read.height);
        const auto upright = read;
        read.top = upright.left, read.bottom = upright.right, read.left = upright.bottom, read.right = upright.top;
    }
    // A page with room for a table, as large as a page can be.
    constexpr int least = 4000, most = 31680;
    const bool fits = read.text_width(false) >= least && read.text_width(true) >= least && read.height <= most && read.left >= 0 && read.right >= 0 &&
                      read.header >= 0 && read.footer >= 0;
    return fits ? read : page;
}

}  // namespace

StyleDocument read_style_document(const fs::path& path) {
    require_readable_file(path);
    const Parts parts(path);
    const auto main_part = parts.related("", "/officeDocument");
    pugi::xml_document document, styles_part, theme_part;
    if (main_part.empty() || !parts.read(main_part, document) || local(document.document_element().name()) != "document")
        fail(parts.name(), "dit is geen Word-document");
    const auto styles_path = parts.related(main_part, "/styles");
    if (styles_path.empty() || !parts.read(styles_path, styles_part) || !child(styles_part.document_element(), "style"))
        fail(parts.name(), "dit Word-document heeft geen stijlen");
    if (const auto theme_path = parts.related(main_part, "/theme"); !theme_path.empty()) parts.read(theme_path, theme_part);
    const Theme theme(theme_part.document_element());
    const Styles styles(styles_part.document_element(), theme);
    StyleDocument out;
    out.text = styles.read("normal");
    out.title = styles.read("Title");
    for (std::size_t level = 0; level < out.headings.size(); ++level) out.headings[level] = styles.read(fmt::format("heading {}", level + 1));
    out.accent = theme.colour("accent1");
    out.page = page_of(child(document.document_element(), "body"));
    return out;
}

}  // namespace jv
