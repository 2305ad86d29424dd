#include "bytes/json.hpp"

#include <algorithm>

namespace jv {

namespace {

std::string dumped(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string printed(const Json& json) { return dumped(json) + "\n"; }

std::string indented(const Json& json, std::size_t margin) {
    std::string out;
    const auto text = dumped(json);  // no text in it has a line break
    for (std::size_t at = 0, end = 0; end < text.size(); at = end) {
        end = std::min(text.find('\n', at), text.size() - 1) + 1;
        if (at > 0) out.append(margin, ' ');
        out.append(text, at, end - at);
    }
    return out;
}

}  // namespace jv
