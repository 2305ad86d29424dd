#include "outputs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "messages/finding.hpp"
#include "messages/suggest.hpp"

namespace jv {

std::vector<Output> outputs(const std::vector<std::string>& formats, const std::string& path, const std::vector<std::string>& known) {
    const std::filesystem::path whole(path);
    const auto extension = whole.extension().string();
    const auto of_extension = extension.empty() ? std::string() : extension.substr(1);
    const bool is_known = std::find(known.begin(), known.end(), of_extension) != known.end();
    if (formats.empty()) {
        if (!of_extension.empty() && !is_known && path != "-")
            fail_usage("G004", fmt::format("\"{}\" is geen formaat", of_extension), did_you_mean(of_extension, known));
        return {{is_known ? of_extension : "txt", whole}};
    }
    if (formats.size() == 1 && (path == "-" || of_extension == formats.front())) return {{formats.front(), whole}};
    if (path == "-")
        fail_usage("G003", "meer dan een formaat kan niet naar de standaarduitvoer", "noem met --uit het bestand, bijvoorbeeld -o jaarverslag");
    std::vector<Output> outputs;
    for (const auto& name : formats) {
        auto file = whole;
        outputs.push_back({name, is_known ? file.replace_extension(name) : file += "." + name});
    }
    return outputs;
}

}  // namespace jv
