#include "options.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "command.hpp"
#include "documents/document.hpp"
#include "messages/suggest.hpp"

namespace jv {

CLI::Option* add_output_option(CLI::App& app, std::string& path) {
    return app.add_option("-o,--uit", path, "schrijf naar dit bestand; - is standaarduitvoer")->type_name("BESTAND");
}

CLI::Option* add_house_style_option(CLI::App& app, std::string& style) {
    return app.add_option("--huisstijl", style, "huisstijl die voor die van het sjabloon gaat: een naam uit templates/stijl of een .toml-bestand")
        ->type_name("STIJL");
}

CLI::Option* add_overwrite_option(CLI::App& app, bool& overwrite) {
    return app.add_flag("--overschrijf", overwrite, "vervang bestanden die al bestaan");
}

CLI::Option* add_workbook_style_option(CLI::App& app, std::string& style) {
    return only(app.add_option("--stijl", style,
                               "opmaak van de werkmap: rapport, of toegankelijk (een platte tabel per blad, die ook voorgelezen kan worden)")
                    ->type_name("STIJL"),
                workbook_style_names());
}

void add_reading_options(CLI::App& app, std::vector<std::string>& profiles, std::vector<std::string>& kinds) {
    app.add_option("--profiel", profiles, "profiel van de exports: een naam uit templates/profielen of een .toml-bestand")->type_name("PROFIEL");
    only(app.add_option("--soort", kinds, "soort export, als de kolommen dat niet uitwijzen")->type_name("SOORT"), kind_names());
}

ReadOptions read_options(const std::vector<std::string>& profiles, const std::vector<std::string>& kinds, bool show_values) {
    ReadOptions read;
    read.show_values = show_values;
    for (const auto& name : profiles) read.profiles.push_back(read_profile(name));
    for (const auto& name : kinds) read.kinds.push_back(*parse_kind(name));
    return read;
}

CLI::Option* add_threads_option(CLI::App& app, unsigned& threads) {
    const auto read = [&threads](const std::vector<std::string>& texts) {
        const auto& text = texts.front();
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), threads);
        if (error != std::errc() || end != text.data() + text.size() || threads < 1 || threads > 256)
            fail_value(fmt::format("\"{}\" is geen aantal draden", text), "schrijf een getal van 1 tot en met 256");
        return true;
    };
    return app.add_option("--draden", read, "met zoveel draden tegelijk; zonder: een voor elke processor. De uitkomst is altijd dezelfde")
        ->type_name("AANTAL");
}

CLI::Option* add_show_values_option(CLI::App& app, bool& show_values) {
    return app.add_flag("--toon-waarden", show_values, "toon in meldingen ook nummers en geboortedatums van leerlingen");
}

CLI::Option* add_years_option(CLI::App& app, std::vector<Schooljaar>& years) {
    const auto read = [&years](const std::vector<std::string>& texts) {
        for (const auto& text : texts) {
            const auto year = parse_schooljaar(text);
            if (!year) fail_value(fmt::format("\"{}\" is geen schooljaar", text), "schrijf bijvoorbeeld 2023-2024");
            years.push_back(*year);
        }
        return true;
    };
    return app.add_option("--schooljaar", read, "alleen dit schooljaar")->type_name("JAAR")->expected(1, CLI::detail::expected_max_vector_size);
}

CLI::Option* add_date_option(CLI::App& app, const std::string& name, std::optional<Datum>& date, const std::string& description) {
    const auto read = [&date](const std::vector<std::string>& texts) {
        date = parse_datum(texts.front());
        if (!date) fail_value(fmt::format("\"{}\" is geen datum die bestaat", texts.front()), "schrijf jjjj-mm-dd");
        return true;
    };
    return app.add_option(name, read, description)->type_name("DATUM");
}

CLI::Option* add_style_document_option(CLI::App& app, std::string& path) {
    return app.add_option("--stijldocument", path, "Word-document van de gemeente, waarvan docx lettertypen, kleuren en marges overneemt")
        ->type_name("BESTAND");
}

void fail_style_document_unused() {
    fail_usage("G007", "--stijldocument is voor een Word-document, en dat wordt niet gemaakt",
               "voeg --formaat docx toe, of laat --stijldocument weg");
}

CLI::Option* only(CLI::Option* option, std::vector<std::string> values) {
    return option->check(CLI::Validator(
        [option, values = std::move(values)](const std::string& value) {
            if (std::find(values.begin(), values.end(), value) == values.end())
                fail_value(fmt::format("waarde \"{}\" van {} bestaat niet", value, option->get_name()), did_you_mean(value, values));
            return std::string();
        },
        ""));
}

CLI::Option* comma_separated(CLI::Option* option) { return option->delimiter(','); }

}  // namespace jv
