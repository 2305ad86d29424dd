#include "settings/templates.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "failure.hpp"
#include "scratch.hpp"

using namespace jv;

namespace {

// A folder of templates of our own, named by the environment.
class OwnTemplates {
public:
    OwnTemplates() {
        for (const auto* folder : {"definities", "profielen"}) std::filesystem::create_directory(scratch_.folder() / folder);
        scratch_.file("definities/indicatoren.toml", "");
        scratch_.file("profielen/carel.toml", "");
        scratch_.file("profielen/bron.toml", "");
        scratch_.file("profielen/LEESMIJ.md", "");
        ::setenv("JAARVERSLAG_TEMPLATES", scratch_.folder().c_str(), 1);
    }
    OwnTemplates(const OwnTemplates&) = delete;
    OwnTemplates& operator=(const OwnTemplates&) = delete;
    ~OwnTemplates() { ::unsetenv("JAARVERSLAG_TEMPLATES"); }
    const Scratch& scratch() const { return scratch_; }

private:
    Scratch scratch_;
};

}  // namespace

TEST_CASE("templates are found where the environment says") {
    const OwnTemplates own;
    CHECK(templates_folder() == own.scratch().folder());
    CHECK(template_names("profielen") == std::vector<std::string>{"bron", "carel"});
    CHECK(template_names("weg").empty());
}

TEST_CASE("a template is named by its name or by a path") {
    const OwnTemplates own;
    CHECK(find_template("profielen", "carel") == own.scratch().folder() / "profielen" / "carel.toml");
    const auto path = own.scratch().file("eigen.toml", "");
    CHECK(find_template("profielen", path.string()) == path);
    CHECK(failure_of([] { find_template("profielen", "karel"); }) == "2 S008 \"karel\" bestaat niet in templates/profielen; bedoelde u \"carel\"?");
    CHECK(failure_of([] { find_template("profielen", "weg.toml"); }).starts_with("2 weg.toml: I001 "));
}

TEST_CASE("the version has three numbers") { CHECK(version() == "0.1.0"); }
