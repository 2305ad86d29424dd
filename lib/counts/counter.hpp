// Counts exports: reads them once, removes duplicates, and gives every figure that the definitions ask for.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "counts/cijfers.hpp"
#include "counts/definitions.hpp"
#include "counts/group_counter.hpp"
#include "counts/kind_rows.hpp"
#include "counts/regions.hpp"
#include "messages/finding.hpp"
#include "records/row_converter.hpp"

namespace jv {

// What is asked for; empty lists ask for what the exports hold.
struct CountRequest {
    std::vector<Schooljaar> years;
    std::vector<std::string> municipalities;
    std::vector<Region> regions;
    std::optional<Datum> peildatum;  // on which what runs on is judged; none: the last day of the last year counted
    bool fingerprints = false;       // of the exports, for a verantwoording
    unsigned threads = 1;            // the figures are the same with any number
};

// An export that was read.
struct InputAccount {
    std::string file;
    std::uint64_t bytes;
    std::string sha256;  // empty when not asked for
    Encoding encoding;
    char separator;
    std::uint64_t header_line;
    std::string profile;  // empty: canonical columns
    Kind kind;
    std::uint64_t read = 0, duplicates = 0, below = 0, rejected = 0;  // rows
};

class Counter {
public:
    using RejectedSink = std::function<void(const std::string& file, const RejectedRow& row)>;
    // An accepted row, duplicates too, and whether it is one that counts (no rule of the definitions leaves it out).
    using RecordSink = std::function<void(const RowConverter& row, const Record& record, bool counts)>;
    // A figure; they come in the order of cijfers.csv. The key is valid during the call.
    using FigureSink = std::function<void(const CijferKey& key, std::int64_t count)>;

    // Whatever is noticed on the way goes to `findings`.
    Counter(const Definitions& definitions, CountRequest request, FindingLog& findings);

    // Reads an export, after those read before. Rejected rows are put into words only when there is someone to take them; accepted rows are taken one
    // by one, which keeps the work to one thread. Fails as Export does.
    void read(const std::filesystem::path& path, const ReadOptions& options, const RejectedSink& rejected = {}, const RecordSink& accepted = {});

    // Ends the reading when no figures are wanted: duplicates and balances are known then. Once, in place of count and write; fails as they do.
    void finish() { take_rows(); }
    // Gives all figures, once; the counter is spent afterwards. Fails: status 1 (D001) when rows were read but none is in the years asked
    // for; status 2 (G010) for an unknown municipality, G011 for a region that has the name of a municipality.
    // `squares`, when given, gets of every figure of rows (meldingen, besluiten, trajecten) the sum over pupils of the square of each one's number.
    void count(const FigureSink& figure, const FigureSink& squares = {});
    // The same as the lines of a cijfers.csv, in pieces.
    void write(const std::function<void(std::string_view lines)>& sink);

    // What became of the rows: whole when count or write is done.
    const std::map<Kind, Balance>& balances() const { return balances_; }
    // The exports, in the order in which they were read, also whole by then.
    const std::vector<InputAccount>& inputs() const { return inputs_; }
    bool has_rejected() const;
    const Names& names() const { return names_; }

private:
    struct Group {
        const CountedArea* area;
        Schooljaar year;
    };
    struct BlockResult;
    bool read_once(const std::filesystem::path& path, const ReadOptions& options, const RejectedSink& rejected, const RecordSink& accepted);
    void read_export(const std::filesystem::path& path, const ReadOptions& options, const RejectedSink& rejected, const RecordSink& accepted,
                     FindingLog& findings);
    void take_back();
    void check_request();
    void remove_duplicates(Kind kind, RowStore::Parts& rows);
    void take_rows();
    std::vector<CountedArea> areas_to_count() const;
    template <class Make, class Take>
    void count_groups(Make make, Take take, bool spread);

    const Definitions& definitions_;
    CountRequest request_;
    Names names_;
    FindingLog& findings_;
    std::map<Kind, RowStore> stores_;
    std::list<KindRows> kinds_;
    std::map<Kind, Balance> balances_;
    std::vector<InputAccount> inputs_;
    // Where the exports begin in the places of rows, which run on over all exports; and the field of the column that numbers the rows.
    struct Begin {
        std::uint64_t place;
        std::uint32_t number_field;
    };
    std::vector<Begin> begins_;
    std::uint64_t places_ = 0;
};

}  // namespace jv
