// Expectations about what ends a run.
#pragma once

#include <string>

#include "messages/finding.hpp"

// The first line and the status of the failure that a call ends in: `2 a.csv: I001 ...`; `fine` when it does not fail.
template <typename Call>
std::string failure_of(Call&& call) {
    try {
        call();
    } catch (const jv::Failure& failure) {
        return std::to_string(static_cast<int>(failure.status())) + ' ' + failure.lines().front();
    }
    return "fine";
}
