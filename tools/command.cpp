#include "command.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <new>

#include "documents/document.hpp"
#include "messages/suggest.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

// ---- what holds for the whole run ----

std::string program;   // its name, for messages about usage
bool quiet = false;    // -q
bool verbose = false;  // -v

[[noreturn]] void fail_value(std::string text, std::string advice) { fail_usage("G004", std::move(text), std::move(advice), {program}); }

void print_error(std::string_view line) { fmt::print(stderr, "{}\n", line); }

// With --stil the errors only.
void print_findings(const FindingLog& log) {
    for (const auto& line : log.lines(!quiet)) print_error(line);
}

// ---- the option table: what help and man page show ----

struct OptionText {
    std::string names;  // `-o, --uit`, or the positional's name
    std::string type;   // BESTAND; empty for a flag
    std::string description;
    std::string group;
};

struct OptionTable {
    std::string usage;  // `jv-tel [OPTIES] EXPORT…`
    std::vector<OptionText> rows;
};

constexpr std::string_view arguments_group = "Argumenten", options_group = "Opties", general_group = "Algemeen";

bool repeats(const CLI::Option& option) { return option.get_items_expected_max() > 1; }

bool is_flag(const CLI::Option& option) { return option.get_items_expected_max() == 0; }

std::string dutch_type(const std::string& type) {
    if (type == "TEXT") return "TEKST";
    if (type == "INT" || type == "UINT" || type == "FLOAT") return "GETAL";
    return type;
}

std::string option_names(const CLI::Option& option) {
    std::vector<std::string> names;
    for (const auto& name : option.get_snames()) names.push_back("-" + name);
    for (const auto& name : option.get_lnames()) names.push_back("--" + name);
    return fmt::format("{}", fmt::join(names, ", "));
}

OptionText option_text(const CLI::Option& option) {
    OptionText text;
    text.description = option.get_description();
    if (option.get_positional()) {
        text.names = option.get_name() + (repeats(option) ? "…" : "");
        text.group = arguments_group;
        return text;
    }
    text.names = option_names(option);
    if (!is_flag(option)) text.type = dutch_type(option.get_type_name());
    text.group = option.get_group() == "Options" ? options_group : option.get_group();
    if (option.get_required()) text.description += " (verplicht)";
    if (repeats(option)) text.description += " (mag vaker)";
    if (!option.get_default_str().empty()) text.description += fmt::format(" (standaard: {})", option.get_default_str());
    return text;
}

OptionTable option_table(const CLI::App& app) {
    OptionTable table{.usage = app.get_name() + " [OPTIES]", .rows = {}};
    for (const auto* option : app.get_options()) {
        if (option->get_group().empty()) continue;
        table.rows.push_back(option_text(*option));
        if (!option->get_positional()) continue;
        const auto& names = table.rows.back().names;
        table.usage += option->get_required() ? " " + names : fmt::format(" [{}]", names);
    }
    const auto rank = [](const OptionText& row) { return row.group == arguments_group ? 0 : row.group == general_group ? 2 : 1; };
    std::stable_sort(table.rows.begin(), table.rows.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return table;
}

constexpr std::pair<int, std::string_view> exit_statuses[] = {
    {0, "gelukt, ook als er waarschuwingen zijn"},
    {1, "fouten in de gegevens, sommen die niet kloppen, of verschillen waarnaar gevraagd is"},
    {2, "verkeerd gebruik, of invoer die niet gelezen kan worden"},
};

// ---- help ----

std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Breaks a text at spaces into lines that fit between the indent and column 80; the first line is not indented.
std::string wrapped(std::string_view text, std::size_t indent) {
    std::string out;
    std::size_t column = indent;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (column > indent && column + 1 + width_of(word) > 80) {
            out += '\n' + std::string(indent, ' ');
            column = indent;
        } else if (column > indent) {
            out += ' ';
            ++column;
        }
        out += word;
        column += width_of(word);
    }
    return out;
}

std::string help_text(const CLI::App& app, const About& about) {
    const auto table = option_table(app);
    constexpr std::size_t indent = 30;
    auto out = fmt::format("Gebruik: {}\n\n{}\n", table.usage, wrapped(about.summary, 0));
    std::string_view group;
    for (const auto& row : table.rows) {
        if (row.group != group) out += fmt::format("\n{}:\n", group = row.group);
        auto left = fmt::format("  {}{}{}", row.names, row.type.empty() ? "" : " ", row.type);
        const auto width = width_of(left);
        left += width + 2 > indent ? "\n" + std::string(indent, ' ') : std::string(indent - width, ' ');
        out += left + wrapped(row.description, indent) + '\n';
    }
    if (!about.examples.empty()) out += "\nVoorbeelden:\n";
    for (const auto& [command, effect] : about.examples) out += fmt::format("  {}\n      {}\n", command, wrapped(effect, 6));
    out += "\nAfsluitstatus:\n";
    for (const auto& [status, meaning] : exit_statuses) out += fmt::format("  {}  {}\n", status, wrapped(meaning, 5));
    return out + fmt::format("\nMeer uitleg: man {0}, of {0} --man | man -l -\n", about.name);
}

// ---- man page ----

// A text in roff: what would be markup is escaped, what is not ASCII written as `\[uXXXX]`, so that every locale shows it.
std::string roff(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x80) {
            const std::size_t more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
            unsigned code = byte & (0x3FU >> more);
            for (std::size_t n = 0; n < more && i + 1 < text.size(); ++n) code = code << 6 | (static_cast<unsigned char>(text[++i]) & 0x3FU);
            out += fmt::format("\\[u{:04X}]", code);
        } else if (text[i] == '\\') {
            out += "\\e";
        } else if (text[i] == '-') {
            out += "\\-";
        } else if ((text[i] == '.' || text[i] == '\'') && (i == 0 || text[i - 1] == '\n')) {
            out += "\\&";
            out += text[i];
        } else {
            out += text[i];
        }
    }
    return out;
}

// Paragraphs, divided by empty lines.
std::string roff_paragraphs(std::string_view text) {
    auto out = roff(text);
    for (std::size_t at = 0; (at = out.find("\n\n", at)) != std::string::npos;) out.replace(at, 2, "\n.PP\n");
    return out;
}

std::string man_page(const CLI::App& app, const About& about) {
    const auto table = option_table(app);
    auto title = about.name;
    std::transform(title.begin(), title.end(), title.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    auto out = fmt::format(".TH {} 1 \"\" \"jaarverslag {}\" \"Handleiding van jaarverslag\"\n", title, version());
    out += fmt::format(".SH NAAM\n{} \\- {}\n", roff(about.name), roff(about.summary));
    out += fmt::format(".SH OVERZICHT\n.B {}\n{}\n", roff(about.name), roff(std::string_view(table.usage).substr(about.name.size() + 1)));
    if (!about.explanation.empty()) out += fmt::format(".SH BESCHRIJVING\n{}\n", roff_paragraphs(about.explanation));
    out += ".SH OPTIES\n";
    for (const auto& row : table.rows) {
        out += fmt::format(".TP\n\\fB{}\\fR", roff(row.names));
        if (!row.type.empty()) out += fmt::format(" \\fI{}\\fR", roff(row.type));
        out += fmt::format("\n{}\n", roff(row.description));
    }
    if (!about.examples.empty()) out += ".SH VOORBEELDEN\n";
    for (const auto& [command, effect] : about.examples) out += fmt::format(".TP\n.B {}\n{}\n", roff(command), roff(effect));
    out += ".SH AFSLUITSTATUS\n";
    for (const auto& [status, meaning] : exit_statuses) out += fmt::format(".TP\n.B {}\n{}\n", status, roff(meaning));
    std::vector<std::string> others;
    for (const auto& name : CLI::detail::split(JV_PROGRAMS, ' '))
        if (name != about.name) others.push_back(fmt::format("\\fB{}\\fR(1)", roff(name)));
    if (!others.empty()) out += fmt::format(".SH ZIE OOK\n{}\n", fmt::join(others, ", "));
    return out;
}

// ---- wrong usage ----

// The option that CLI11's message is about: the one whose name comes first in it, whatever the words around it; of two at the same place
// the longest. Some messages leave out the dashes.
const CLI::Option* option_in(const CLI::App& app, std::string_view message) {
    const CLI::Option* found = nullptr;
    std::pair<std::size_t, std::size_t> best;
    for (const auto* option : app.get_options()) {
        auto name = option->get_name();
        name.erase(0, name.find_first_not_of('-'));
        const auto at = message.find(name);
        if (at == std::string_view::npos) continue;
        const std::pair candidate(at, message.size() - name.size());
        if (!found || candidate < best) best = candidate, found = option;
    }
    return found;
}

std::string quoted_values(const CLI::Option& option) { return fmt::format("\"{}\"", fmt::join(option.results(), "\", \"")); }

// What CLI11 found wrong, in our words.
Finding usage_finding(const CLI::App& app, const CLI::ParseError& error) {
    const Place place{program};
    const auto see_help = fmt::format("{} --help toont wat kan", program);
    for (const auto& argument : app.remaining()) {
        if (!argument.starts_with('-') || argument == "-") continue;
        const auto name = argument.substr(0, argument.find('='));
        std::vector<std::string> known;
        for (const auto* option : app.get_options())
            if (!option->get_positional()) known.push_back(option->get_name());
        const auto near = nearest(name, known);
        return {place, "G001", fmt::format("onbekende optie \"{}\"", name), near.empty() ? see_help : fmt::format("bedoelde u \"{}\"?", near)};
    }
    const auto* option = option_in(app, error.what());
    if (dynamic_cast<const CLI::ExtrasError*>(&error))
        return {place, "G006", fmt::format("\"{}\" is te veel", fmt::join(app.remaining(), "\", \"")), see_help};
    if (!option) return {place, "G007", "deze opties gaan niet samen", see_help};
    const auto text = option_text(*option);
    const auto name = option->get_name();
    const auto value = text.type.empty() ? text.names : text.type;
    if (dynamic_cast<const CLI::RequiredError*>(&error)) return {place, "G003", fmt::format("{} ontbreekt", name), see_help};
    if (dynamic_cast<const CLI::RequiresError*>(&error) || dynamic_cast<const CLI::ExcludesError*>(&error)) {
        const bool requires_other = dynamic_cast<const CLI::RequiresError*>(&error) != nullptr;
        const auto& others = requires_other ? option->get_needs() : option->get_excludes();
        std::vector<std::string> names;
        for (const auto* other : others) names.push_back(other->get_name());
        return {place, "G007", fmt::format("{} kan alleen {} {}", name, requires_other ? "samen met" : "zonder", enumerate(names)), see_help};
    }
    if (is_flag(*option)) return {place, "G008", fmt::format("{} heeft geen waarde", name), fmt::format("schrijf alleen {}", name)};
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) {
        if (static_cast<int>(option->results().size()) > option->get_items_expected_max())
            return {place, "G005", fmt::format("{} staat er {} keer", name, option->results().size()), "laat er een staan"};
        return {place, "G002", fmt::format("na {} ontbreekt {}", name, value), fmt::format("schrijf {} {}", name, value)};
    }
    return {place, "G004", fmt::format("waarde {} van {} kan niet", quoted_values(*option), name),
            value == "GETAL" ? "schrijf een getal zonder punten of spaties" : see_help};
}

void set_up(CLI::App& app, const std::function<void(CLI::App&)>& declare) {
    declare(app);
    app.add_flag("-q,--stil", quiet, "geen waarschuwingen en geen voortgang")->group(std::string(general_group));
    app.add_flag("-v,--uitgebreid", verbose, "vertel wat er gebeurt")->group(std::string(general_group));
    app.set_help_flag("-h,--help", "toon deze hulp")->group(std::string(general_group));
    app.set_help_all_flag("--man", "toon de handleiding in roff, voor man")->group(std::string(general_group));
    app.set_version_flag("--version", fmt::format("{} {}", app.get_name(), version()), "toon de versie")->group(std::string(general_group));
    for (auto* option : app.get_options()) {
        if (is_flag(*option)) {
            option->disable_flag_override()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
        } else if (!option->get_positional()) {
            option->allow_extra_args(false);
        }
    }
}

// ---- standard streams ----

// A closed standard stream would give its number to the first file that is opened, and a broken pipe would end the program by a signal.
// Streams that were closed are opened so that reading finds nothing and writing fails.
void guard_standard_streams() {
    std::signal(SIGPIPE, SIG_IGN);
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(descriptor, F_GETFD) == -1) static_cast<void>(::open("/dev/null", O_RDONLY));
}

ExitStatus print_output(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    return ExitStatus::fine;
}

ExitStatus run_parsed(int argc, char** argv, const About& about, const std::function<void(CLI::App&)>& declare,
                      const std::function<ExitStatus(FindingLog&)>& work) {
    CLI::App app(about.summary, about.name);
    set_up(app, declare);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return print_output(help_text(app, about));
    } catch (const CLI::CallForAllHelp&) {
        return print_output(man_page(app, about));
    } catch (const CLI::CallForVersion&) {
        return print_output(fmt::format("{} {}\n", about.name, version()));
    } catch (const CLI::ParseError& error) {
        throw Failure(ExitStatus::usage, usage_finding(app, error));
    }
    // What was noticed before a failure is told before it.
    FindingLog log;
    try {
        const auto status = work(log);
        print_findings(log);
        return status;
    } catch (const Failure&) {
        print_findings(log);
        throw;
    }
}

}  // namespace

int run(int argc, char** argv, const About& about, const std::function<void(CLI::App&)>& declare,
        const std::function<ExitStatus(FindingLog&)>& work) {
    guard_standard_streams();
    program = about.name;
    auto status = ExitStatus::usage;
    try {
        status = run_parsed(argc, argv, about, declare, work);
        if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
            fail_usage("U003", "er kon niet geschreven worden", "controleer de schijf of de pijp", {"standaarduitvoer"});
    } catch (const Failure& failure) {
        for (const auto& line : failure.lines()) print_error(line);
        status = failure.status();
    } catch (const std::bad_alloc&) {
        print_error(to_line({{program}, "G009", "het geheugen is vol", "sluit andere programma's, of verwerk minder bestanden tegelijk"}));
        status = ExitStatus::usage;
    } catch (const std::exception& error) {
        print_error(to_line({{program}, "G009", fmt::format("onverwachte fout ({})", error.what()), "meld deze met de opdracht die u gaf"}));
        status = ExitStatus::usage;
    }
    return static_cast<int>(status);
}

void tell(std::string_view line) {
    if (verbose) print_error(line);
}

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

CLI::Option* add_style_option(CLI::App& app, std::string& style) {
    return only(app.add_option("--stijl", style,
                               "opmaak van de werkmap: rapport, of toegankelijk (een platte tabel per blad, die ook voorgelezen kan worden)")
                    ->type_name("STIJL"),
                workbook_style_names());
}

void add_reading_options(CLI::App& app, std::vector<std::string>& profiles, std::vector<std::string>& kinds) {
    app.add_option("--profiel", profiles, "profiel van de exports: een naam uit templates/profielen of een .toml-bestand")->type_name("PROFIEL");
    only(app.add_option("--soort", kinds, "soort export, als de kolommen dat niet uitwijzen")->type_name("SOORT"), kind_names());
}

ReadOptions read_options(const std::vector<std::string>& profiles, const std::vector<std::string>& kinds, bool show_values, unsigned threads) {
    ReadOptions read;
    read.threads = threads;
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
