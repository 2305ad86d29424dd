#include "command.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <new>

#include "help.hpp"
#include "messages/suggest.hpp"
#include "option_table.hpp"
#include "settings/templates.hpp"

namespace jv {

namespace {

// ---- what holds for the whole run ----

std::string program;   // its name, for messages about usage
bool quiet = false;    // -q
bool verbose = false;  // -v

void print_error(std::string_view line) { fmt::print(stderr, "{}\n", line); }

// With --stil the errors only.
void print_findings(const FindingLog& log) {
    for (const auto& line : log.lines(!quiet)) print_error(line);
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

void fail_value(std::string text, std::string advice) { fail_usage("G004", std::move(text), std::move(advice), {program}); }

void tell(std::string_view line) {
    if (verbose) print_error(line);
}

}  // namespace jv
