// The file of a Word document: a zip of parts, with what each part is and which others it refers to.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jv {

// What one part refers to. Types are written without the part that they all have in common: `styles`, `hyperlink`.
class Relationships {
public:
    // The id (`rId1`) under which the part refers to it; the same target has the same id.
    std::string add(std::string_view type, std::string_view target);
    // A place outside the document.
    std::string add_link(std::string_view target);
    std::string xml() const;

private:
    std::string add(std::string_view type, std::string_view target, std::string_view mode);
    std::map<std::string, std::string, std::less<>> ids_;
    std::string entries_;
};

class Package {
public:
    // A part at a path such as `word/document.xml`; `type` is its content type.
    void add(std::string_view path, std::string_view type, std::string bytes);
    void add(std::string_view path, const Relationships& relationships);
    // The bytes of the zip: parts in the order of their paths, every date the same. The package is then empty.
    std::string zip();

private:
    std::map<std::string, std::string, std::less<>> parts_;
    std::string overrides_;
};

}  // namespace jv
