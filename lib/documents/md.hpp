// A report as Markdown, as GitHub shows it.
#pragma once

#include <string_view>
#include <utility>

#include "documents/document.hpp"

namespace jv {

// Tables with one line of heads (`2023-2024: vsv`), a chart as its description and table, an own text as Markdown. What Markdown would read as
// its own signs is escaped. UTF-8, LF.
class MdWriter : public DocumentWriter {
public:
    explicit MdWriter(const Report& report);
    void table(const Table& table) override;
    void chart(const Chart& chart) override;
    void sentences(const Sentences& sentences) override;
    void own_text(const OwnText& text) override;
    std::string take() override { return std::exchange(bytes_, {}); }
    std::string finish() override;

private:
    void heading(std::size_t level, std::string_view text);
    void grid(const Table& table);

    const Report& report_;
    bool begun_ = false;
    std::string bytes_;
};

}  // namespace jv
