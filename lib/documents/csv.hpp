// A report as CSV: `bron;tabel;gebied;schooljaar;rij;kolom;waarde`, a line for each cell as printed.
#pragma once

#include <utility>

#include "documents/document.hpp"

namespace jv {

// UTF-8, LF, `;`; row by row. Values have a decimal comma and no thousands point. A cell without any source has no line, nor has one that
// a joint count covers: that count stands once, at `Primair onderwijs + Speciaal basisonderwijs`. A text that a spreadsheet would run as a formula,
// because it begins with = + - @, a tab or a carriage return, has an apostrophe in front, which a reader takes off again; so has one that begins so
// behind apostrophes. Charts, sentences and texts are not in it.
class CsvWriter : public DocumentWriter {
public:
    explicit CsvWriter(const Report& report);
    void table(const Table& table) override;
    void chart(const Chart&) override {}
    void sentences(const Sentences&) override {}
    void own_text(const OwnText&) override {}
    std::string take() override { return std::exchange(bytes_, {}); }
    std::string finish() override { return take(); }

private:
    const Report& report_;
    std::string bytes_;
};

}  // namespace jv
