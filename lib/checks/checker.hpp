// Checks exports: what reading and counting notices, and every check across rows.
#pragma once

#include <filesystem>

#include "checks/catalogue.hpp"
#include "checks/rows.hpp"
#include "counts/counter.hpp"

namespace jv {

class Checker {
public:
    // Whatever is found goes to `findings`. The definitions say which rows count.
    Checker(const Definitions& definitions, const CountRequest& request, const Catalogue& catalogue, FindingLog& findings);

    // Reads an export, after those read before. Fails as Export does.
    void read(const std::filesystem::path& path, const ReadOptions& options);
    // Runs the checks across rows, once, after the last export; `earlier` may hold the figures of earlier years. Fails as Counter::count, and with
    // status 2 (U010) when the earlier figures can't be compared with these.
    void finish(const Cijfers& earlier);

    // The exports, in the order in which they were read.
    const std::vector<InputAccount>& inputs() const { return counter_.inputs(); }

private:
    std::set<std::uint32_t> areas_asked() const;

    CountRequest request_;
    const Catalogue& catalogue_;
    FindingLog& findings_;
    Counter counter_;
    CheckRows rows_;
};

}  // namespace jv
