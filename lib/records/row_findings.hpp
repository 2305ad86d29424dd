// What is wrong with the row at hand.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "messages/finding.hpp"
#include "records/export.hpp"

namespace jv {

// A row that does not count because something is wrong with it.
struct RejectedRow {
    std::uint64_t line;
    std::string_view code;
    std::string reason;
    std::string row;  // the fields as they were read, with the export's separator
};

// A message without its place.
struct Said {
    std::string text, advice;
};

class RowFindings {
public:
    explicit RowFindings(const Export& source) : export_(source) {
        for (const auto& column : source.readings()) used_.push_back(source.field_of(column.column->name));
    }

    // What comes goes to the log, of which place() gives the line.
    void begin_block(FindingLog& log) { log_ = &log; }
    void begin_row(std::uint64_t line) {
        line_ = line;
        rejected_ = false;
    }
    // The field, from 1, that a column of several fields was read from in this row.
    void use(const ColumnReading& column, std::size_t field) { used_[column.index] = static_cast<std::uint32_t>(field); }

    const Export& of() const { return export_; }
    Place place() const { return {export_.name(), line_}; }
    Place place(const ColumnReading& column) const { return {export_.name(), line_, used_[column.index]}; }

    // `say` gives what is said; it is called only when someone will read it.
    template <class Say>
    void warn(const ColumnReading& column, std::string_view code, Say say) {
        add(used_[column.index], code, Level::warning, say);
    }
    // Only once of what is said, in a file.
    template <class Say>
    void warn_once(const ColumnReading& column, std::string_view code, Say say) {
        Said said = say();
        if (said_.insert(said.text).second) log_->add_once({place(column), code, std::move(said.text), std::move(said.advice), Level::warning});
    }
    template <class Say>
    void reject(const ColumnReading& column, std::string_view code, Say say) {
        reject_field(used_[column.index], code, say);
    }
    template <class Say>
    void reject_field(std::uint32_t field, std::string_view code, Say say) {
        if (!rejected_) {
            rejected_ = true;
            first_ = {line_, code, wants_reasons_ ? say().text : std::string(), {}};
        }
        add(field, code, Level::error, say);
    }
    void tell(Finding finding) { log_->add(std::move(finding)); }
    bool rejected() const { return rejected_; }
    // Why the row was rejected first; its reason only when reasons are wanted.
    const RejectedRow& first() const { return first_; }
    void want_reasons() { wants_reasons_ = true; }

private:
    template <class Say>
    void add(std::uint32_t field, std::string_view code, Level level, Say& say) {
        if (!log_->count(export_.name(), code, level)) return;
        Said said = say();
        log_->keep({{export_.name(), line_, field}, code, std::move(said.text), std::move(said.advice), level});
    }

    const Export& export_;
    FindingLog* log_ = nullptr;
    std::vector<std::uint32_t> used_;
    std::uint64_t line_ = 0;
    bool rejected_ = false, wants_reasons_ = false;
    RejectedRow first_;
    std::set<std::string> said_;
};

}  // namespace jv
