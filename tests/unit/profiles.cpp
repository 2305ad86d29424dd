// Unknown exports: what values look like, what names and words mean, and which columns are which.
#include <doctest/doctest.h>

#include "profiles/compare.hpp"
#include "profiles/describe.hpp"
#include "profiles/draft.hpp"
#include "scratch.hpp"

namespace {

const jv::KnownNames& names() {
    static const jv::KnownNames all;
    return all;
}

jv::ExportSurvey survey(std::string_view bytes, std::string_view name = "export.csv") {
    const Scratch scratch;
    return jv::survey_export(scratch.file(name, bytes), jv::Municipalities());
}

// How a name fits a column of meldingen.
jv::NameMatch fit(std::string_view name, std::string_view column, jv::Kind kind = jv::Kind::melding) {
    return names().match(kind, name)[static_cast<std::size_t>(jv::info(kind).index_of(column))];
}

std::string code(std::string_view column, std::string_view word, jv::Kind kind = jv::Kind::melding) {
    return std::string(names().code(kind, jv::info(kind).column(column), word).value_or("?"));
}

// The name of the field that surely is a column, `kies` when there are candidates, or empty.
std::string field(const jv::ExportSurvey& survey, const jv::Proposal& proposal, std::string_view column) {
    const auto& found = proposal.columns[static_cast<std::size_t>(jv::info(proposal.kind).index_of(column))];
    if (found.sure) return survey.columns[found.fields.front()].name;
    return found.fields.empty() ? "" : "kies";
}

}  // namespace

TEST_CASE("a date is known by its form, whatever stands behind it") {
    CHECK(jv::written_date("2023-09-04")->form == jv::DateForm::year_month_day);
    CHECK(jv::written_date("4-9-2023 00:00:00")->form == jv::DateForm::day_month_year);
    CHECK(jv::written_date("20230904")->form == jv::DateForm::compact);
    CHECK(jv::written_date("09/24/2023")->form == jv::DateForm::month_day_year);
    CHECK(jv::written_date("24/09/2023")->certain);
    CHECK_FALSE(jv::written_date("04/09/2023")->certain);
    CHECK_FALSE(jv::written_date("09-09-2023")->certain);  // the same day either way proves nothing
    CHECK(jv::written_date("4 sep 2023"));
    CHECK_FALSE(jv::written_date("4 sep 2023")->form);
    CHECK_FALSE(jv::written_date("31-02-2023"));
    CHECK_FALSE(jv::written_date("123456782"));
    CHECK_FALSE(jv::written_date("01AB"));
}

TEST_CASE("a masked value shows its shape and nothing of its content") {
    CHECK(jv::masked("123456782") == "9 cijfers");
    CHECK(jv::masked("7") == "1 cijfer");
    CHECK(jv::masked("14-03-2009") == "datum dd-mm-jjjj");
    CHECK(jv::masked("Jansén") == "6 letters");
    CHECK(jv::masked("7461AB") == "9999AA");
    CHECK(jv::masked("Piet van Dam") == "3 woorden");
    CHECK(jv::masked("12,5") == "getal met decimalen of minteken");
}

TEST_CASE("names are the same in other spellings, orders and styles") {
    for (const auto* name : {"melddatum", "MELD_DATUM", "Datum van de melding", "DatumMelding", "meldingsdatum", "Dat. melding", "mld dt"})
        CHECK_MESSAGE(fit(name, "melddatum").fit == jv::NameFit::exact, name);
    CHECK(fit("Begindatum verzuim", "begindatum").fit == jv::NameFit::exact);
    CHECK(fit("Verzuim t/m", "einddatum").fit == jv::NameFit::exact);
    CHECK(fit("Geb.datum", "geboortedatum").fit == jv::NameFit::exact);
    CHECK(fit("BSN/Onderwijsnummer", "leerling").fit == jv::NameFit::exact);
    CHECK(fit("Schooltype leerling", "schooltype").fit == jv::NameFit::near);
    CHECK(fit("Melddatumm", "melddatum").fit == jv::NameFit::near);
    CHECK(fit("Verzuimsort", "verzuimsoort").fit == jv::NameFit::near);
}

TEST_CASE("names of something else are not ours") {
    CHECK(fit("BSN moeder", "leerling").fit == jv::NameFit::other);
    CHECK(fit("Woonplaats", "gemeente").fit == jv::NameFit::other);
    CHECK(fit("Geboortedatum", "begindatum", jv::Kind::thuiszitter).fit == jv::NameFit::other);
    CHECK(fit("Vestigingsgemeente", "gemeente").doubtful);
    CHECK(fit("Vorige onderwijssoort", "schooltype").doubtful);
    CHECK(fit("Vervolgdatum", "einddatum", jv::Kind::vrijstelling).fit < jv::NameFit::near);
    CHECK(fit("Datum", "datum", jv::Kind::maatregel).general);
    CHECK(names().is_personal("Straatnaam"));
    CHECK(names().is_personal("Naam van de moeder"));
    CHECK_FALSE(names().is_personal("Schooltype"));
}

TEST_CASE("words mean a code when every part of them says so") {
    CHECK(code("schooltype", "Voortgezet Onderwijs") == "vo");
    CHECK(code("schooltype", "VO - Voortgezet onderwijs") == "vo");
    CHECK(code("schooltype", "Voortgezet onderwijs (VO)") == "vo");
    CHECK(code("schooltype", "VO - Praktijkonderwijs") == "?");
    CHECK(code("schooltype", "Voortgezet onderwijs, Twente") == "?");
    CHECK(code("verzuimsoort", "V3") == "16-uur");
    CHECK(code("verzuimsoort", "lrv") == "lrv");
    CHECK(code("status", "I") == "ingetrokken");
    CHECK(code("preventiespreekuur", "Ja") == "j");
    CHECK(code("grond", "Art. 5 sub b", jv::Kind::vrijstelling) == "5-onder-b");
    CHECK(code("schooltype", "") == "?");
    const auto& column = jv::info(jv::Kind::melding).column("schooltype");
    CHECK(names().probable_code(jv::Kind::melding, column, "Basisonderwjis") == "bao");
}

TEST_CASE("a survey counts values, and stops keeping them when there are many") {
    std::string bytes = "Titel van de lijst\n\nnr;soort;datum;leeg\n";
    for (int i = 0; i < 100; ++i) bytes += std::to_string(1000 + i) + (i % 4 == 0 ? ";a;" : ";b;") + (i % 2 == 0 ? "2023-09-04;\n" : ";\n");
    bytes += "Totaal;100\n";
    const auto found = survey(bytes);
    CHECK(found.header_line == 3);
    CHECK(found.rows == 101);
    CHECK(found.odd_rows == 1);
    CHECK(found.first_odd_line == 104);
    CHECK(found.columns[0].distinct == 100);
    CHECK_FALSE(found.columns[0].is_list);
    CHECK_FALSE(found.columns[0].repeats);
    CHECK(found.columns[0].numbers == 100);
    CHECK(found.columns[1].values == std::map<std::string, std::uint64_t, std::less<>>{{"a", 25}, {"b", 75}});
    CHECK(found.columns[2].filled == 50);
    CHECK(found.columns[2].dates_in(jv::DateForm::year_month_day) == 50);
    CHECK(found.columns[2].median_year() == 2023);
    CHECK(found.columns[3].empty == 100);
}

TEST_CASE("the same values are counted whether they are kept or not") {
    std::string bytes = "a;b\n";
    for (int i = 0; i < 200; ++i) bytes += "Almelo;" + std::string(i < 100 ? "Borne" : std::to_string(i)) + "\n";
    const auto found = survey(bytes);
    CHECK(found.columns[0].municipalities == 200);
    CHECK(found.columns[1].municipalities == 100);
    CHECK(found.columns[1].distinct == 101);
}

TEST_CASE("a column is sure when name and values agree, and two that agree are a choice") {
    const std::string head = "Kenmerk melding;BSN;Woongemeente;Schooltype;Soort verzuim;";
    const std::string row = "7;123456782;Almelo;vo;luxe;";
    const auto with = [&](const std::string& header, const std::string& values) {
        const auto found = survey(head + header + "\n" + row + values + "\n");
        return field(found, jv::propose(names(), found, jv::Kind::melding), "melddatum");
    };
    CHECK(with("Datum melding", "14-09-2023") == "Datum melding");
    CHECK(with("Datum melding", "Jansen") == "");
    CHECK(with("Datum melding;Meldingsdatum", "14-09-2023;15-09-2023") == "kies");
    CHECK(with("Datum melding;Datum huisbezoek", "14-09-2023;15-09-2023") == "Datum melding");
    CHECK(with("Dag", "14-09-2023") == "kies");
    CHECK(with("Datum melding;Datum melding", "14-09-2023;15-09-2023") == "kies");
}

TEST_CASE("the number of a pupil that is not always there is followed by the other") {
    const auto found =
        survey("Onderwijsnummer;Burgerservicenummer;Gemeente;Rapportagemaand\n123456782;123456782;Almelo;202210\n111222333;;Almelo;202211\n");
    const auto proposal = jv::propose(names(), found, std::nullopt);
    CHECK(proposal.kind == jv::Kind::vsv);
    CHECK(proposal.kind_is_sure);
    CHECK(proposal.columns[0].fields == std::vector<std::size_t>{1, 0});
}

TEST_CASE("values are shown of code lists only, and never of persons") {
    std::string bytes = "leerling;gemeente;rapportagemaand;k4;achternaam;k6;k7\n";
    for (int i = 0; i < 60; ++i)
        bytes +=
            std::to_string(100000000 + i) + ";Almelo;202210;" + (i % 2 ? "N" : "Z") + (i % 2 ? ";Smit;" : ";Bakker;") + "14-03-2009;Dorpsstraat\n";
    const auto found = survey(bytes);
    const auto proposal = jv::propose(names(), found, jv::Kind::vsv);
    const auto shown = [&](std::size_t i) { return jv::may_show(names(), found, proposal, i); };
    CHECK_FALSE(shown(0));
    CHECK(shown(1));
    CHECK(shown(2));
    CHECK(shown(3));
    CHECK_FALSE(shown(4));
    CHECK_FALSE(shown(5));
    CHECK_FALSE(shown(6));  // a street is no code
}

TEST_CASE("a draft without choices is a profile that reads the export, and finds no differences") {
    const Scratch scratch;
    const auto path = scratch.file("a \"b\".csv", "BSN;\"Gemeente \"\"x\"\"\";Rapportagemaand;Woongemeente\n123456782;y;202210;Almelo\n");
    const auto found = jv::survey_export(path, jv::Municipalities());
    const auto draft = jv::draft_profile(names(), found, jv::propose(names(), found, std::nullopt));
    CHECK(draft.choices.empty());
    const auto profile = jv::read_profile(scratch.file("p.toml", draft.toml).string());
    CHECK(profile.kinds.front().kind == jv::Kind::vsv);
    CHECK(profile.kinds.front().skipped == std::vector<std::string>{"Gemeente \"x\""});
    CHECK(jv::compare(names(), found, profile, std::nullopt).differences.empty());
}
