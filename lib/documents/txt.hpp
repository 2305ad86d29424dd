// A report as plain text for the terminal.
#pragma once

#include <utility>

#include "documents/document.hpp"

namespace jv {

// At most 80 columns wide: a wider table continues below with its next groups. UTF-8, aligned by display width. Charts
// are not in it.
class TxtWriter : public DocumentWriter {
public:
    explicit TxtWriter(const Report& report);
    void table(const Table& table) override;
    void chart(const Chart&) override {}
    void sentences(const Sentences& sentences) override;
    void own_text(const OwnText& text) override;
    std::string take() override { return std::exchange(bytes_, {}); }
    std::string finish() override;

private:
    void heading(std::string_view title, std::string_view underline);
    // A paragraph with a mark (a bullet, the number of a note) before its first line.
    void paragraph(std::string_view mark, std::string_view text);

    const Report& report_;
    bool begun_ = false;
    std::string bytes_;
};

}  // namespace jv
