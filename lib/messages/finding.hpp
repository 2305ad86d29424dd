// What is wrong, where, and what to do next: the one shape of every message to the user.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jv {

// A place in an input. `file` is a name without its folder; line (physical) and field count from 1, 0 means none.
struct Place {
    std::string file;
    std::uint64_t line = 0;
    std::uint32_t field = 0;
};

// `note`: worth a look, and probably right.
enum class Level { error, warning, note };
std::string_view to_text(Level level);  // fout, waarschuwing, opmerking

// One message. `code` is stable and listed in templates/berichten.toml; text and advice are Dutch, hold no values of personal
// fields, and end without a full stop.
struct Finding {
    Place place;
    std::string_view code;
    std::string text;
    std::string advice;
    Level level = Level::error;
};

// The line that is shown: `export.csv:14:6: V012 melddatum "31-02-2024" bestaat niet; schrijf jjjj-mm-dd`.
std::string to_line(const Finding& finding);

// A value from an input as a message shows it: between quotes, on one line, and cut off when it is long.
std::string as_shown(std::string_view value);

// Collects findings in the order in which they arise. Of one code it keeps the first ten a file, or as many as it was told, and counts the rest.
class FindingLog {
public:
    static constexpr std::uint64_t shown_per_code = 10;

    explicit FindingLog(std::uint64_t most_per_code = shown_per_code) : most_per_code_(most_per_code) {}
    std::uint64_t most_per_code() const { return most_per_code_; }
    void add(Finding finding);
    // The same in two steps, for findings that cost time to put into words: count() says whether keep() must follow.
    bool count(std::string_view file, std::string_view code, Level level);
    void keep(Finding finding) { keep(std::move(finding), false); }
    // Adds a finding unless the same was said of its file before.
    void add_once(Finding finding);
    // Adds what another log, with the same limit, collected after this one.
    void append(FindingLog later);

    bool has_errors() const { return errors_ > 0; }
    bool empty() const { return shown_.empty(); }
    const std::vector<Finding>& kept() const { return shown_; }
    // How many of each code and level, kept or not.
    std::map<std::pair<std::string_view, Level>, std::uint64_t> counts() const;
    // The lines to print: the findings kept, then one line for each code and file of which more was found.
    std::vector<std::string> lines(bool with_warnings = true) const;

private:
    struct Tally {
        std::uint64_t count = 0;
        Level level = Level::error;
    };
    struct Before {
        using is_transparent = void;
        template <class A, class B>
        bool operator()(const A& a, const B& b) const {
            const auto files = std::string_view(a.first).compare(b.first);
            return files != 0 ? files < 0 : a.second < b.second;
        }
    };
    Tally& tally(std::string_view file, std::string_view code);
    void keep(Finding finding, bool once);

    std::uint64_t most_per_code_;
    std::vector<Finding> shown_;
    std::vector<bool> once_;                                                     // by shown finding: of its text only one is kept
    std::map<std::pair<std::string, std::string_view>, Tally, Before> tallies_;  // by file and code
    std::set<std::pair<std::string, std::string>> said_;                         // once: file and text
    std::uint64_t errors_ = 0;
};

// The exit status of a program; there are no others.
enum class ExitStatus { fine = 0, data = 1, usage = 2 };

// Ends a run. Only a program's main catches it, prints the lines and returns the status.
class Failure : public std::runtime_error {
public:
    Failure(ExitStatus status, std::vector<std::string> lines);
    Failure(ExitStatus status, const Finding& finding) : Failure(status, std::vector{to_line(finding)}) {}
    ExitStatus status() const { return status_; }
    const std::vector<std::string>& lines() const { return lines_; }

private:
    ExitStatus status_;
    std::vector<std::string> lines_;
};

// Wrong usage, or an input that can't be read: status 2.
[[noreturn]] void fail_usage(std::string_view code, std::string text, std::string advice, Place place = {});
// Errors in the data, or arithmetic that fails: status 1.
[[noreturn]] void fail_data(std::string_view code, std::string text, std::string advice, Place place = {});

}  // namespace jv
