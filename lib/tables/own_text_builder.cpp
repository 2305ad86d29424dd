#include "tables/own_text_builder.hpp"

#include <fmt/format.h>

#include <set>

#include "bytes/files.hpp"
#include "rows/csv_reader.hpp"
#include "rows/fold_name.hpp"
#include "tables/fixed_texts.hpp"
#include "tables/number_check.hpp"
#include "tables/text_places.hpp"

namespace jv {

namespace {

namespace fs = std::filesystem;

std::string text_of(const Block& block) {
    std::string text;
    for (const auto& run : block.runs) text += run.text;
    return text;
}

// One own text filled in from a file.
class Filling {
public:
    Filling(const Report& report, const TextValues& values, const PrintedNumbers& printed, const NumberRules& rules, FindingLog& errors,
            FindingLog& log)
        : report_(report), places_(report, values), printed_(printed), rules_(rules), errors_(errors), log_(log) {}

    std::vector<Block> blocks(const std::string& bytes, const std::string& file, const std::string& title) {
        const auto markdown = read_markdown(bytes, file, log_);
        std::vector<std::string> fillings;
        for (const auto& place : markdown.places) fillings.push_back(places_.fill(place, errors_, log_));
        const auto filled = [&](const std::string& text) { return replace_marks(text, [&](std::size_t place) { return fillings[place]; }); };
        std::vector<Block> blocks;
        for (const auto& source : markdown.blocks) {
            check_numbers(source, markdown, file, printed_, rules_, report_.schooljaar, log_);
            auto block = source.block;
            for (auto& run : block.runs) run.text = filled(run.text), run.link = filled(run.link);
            // The title of the part stands there already.
            const bool repeats_title = blocks.empty() && block.kind == BlockKind::heading && fold_name(text_of(block)) == fold_name(title);
            if (!repeats_title) blocks.push_back(std::move(block));
        }
        return blocks;
    }

    const std::vector<std::string>& figures() const { return places_.figures(); }

private:
    const Report& report_;
    TextPlaces places_;
    const PrintedNumbers& printed_;
    const NumberRules& rules_;
    FindingLog& errors_;
    FindingLog& log_;
};

std::vector<Block> to_be_written(const std::string& path, const Style& style) {
    return {{BlockKind::paragraph, 0, 0, {{fixed_text(style, fixed::open_place, {{"bestand", path}})}}}};
}

}  // namespace

OwnTextFiles read_own_texts(const fs::path& folder) {
    OwnTextFiles files{display_name(folder), {}};
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const auto name = entry->path().filename().string();
        if (name.ends_with(".md") && !name.starts_with('.')) files.bytes.emplace(name, read_whole_file(entry->path()));
    }
    return files;
}

std::vector<std::string> fill_own_texts(Report& report, const ReportTemplate& source, const Definitions& definitions, const TextValues& values,
                                        const std::optional<OwnTextFiles>& files, FindingLog& log) {
    const auto rules = files && !files->bytes.empty() ? read_number_rules() : NumberRules{};
    const PrintedNumbers printed(report, source, definitions, values.figures, rules.no_names);
    FindingLog errors;
    Filling filling(report, values, printed, rules, errors, log);
    std::set<std::string> used;
    for (std::size_t i = 0; i < source.parts.size(); ++i) {
        const auto* place = std::get_if<OwnTextTemplate>(&source.parts[i]);
        if (!place) continue;
        auto& text = std::get<OwnText>(report.parts[i]);
        const auto path = files ? files->folder + "/" + place->file.text : place->file.text;
        used.insert(place->file.text);
        const auto& file = place->file.text;
        if (files && files->bytes.contains(file)) text.blocks = filling.blocks(files->bytes.at(file), file, text.title);
        text.written = !text.blocks.empty();
        if (text.written) continue;
        text.blocks = to_be_written(path, values.style);
        if (files)
            log.add({place->file.place, "T016", fmt::format("de tekst \"{}\" is er nog niet: {} ontbreekt of is leeg", text.title, path),
                     "schrijf die; tot dan staat er in het verslag dat de tekst ontbreekt", Level::warning});
    }
    if (files)
        for (const auto& [name, bytes] : files->bytes)
            if (!used.contains(name))
                log.add({{name},
                         "T010",
                         "voor deze tekst heeft het sjabloon geen plaats, dus hij staat niet in het verslag",
                         fmt::format("voeg een [[tekst]] met bestand = \"{}\" toe aan het sjabloon, of haal het bestand weg", name),
                         Level::warning});
    if (errors.has_errors()) throw Failure(ExitStatus::usage, errors.lines());
    return filling.figures();
}

}  // namespace jv
