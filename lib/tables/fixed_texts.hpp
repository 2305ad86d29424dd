// Every text that documents have of themselves, whatever report they show; a house style may give each another (`[labels]`). What a template or the
// definitions say is not here. templates/stijl/LEESMIJ.md lists them.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "tables/style.hpp"

namespace jv {

// The text as the style has it: its label, with each `{place}` filled in.
std::string fixed_text(const Style& style, std::string_view text, std::initializer_list<std::pair<std::string_view, std::string_view>> places = {});

// `a, b en c`
std::string enumerate(std::span<const std::string> names, const Style& style);

namespace fixed {

// ---- every document ----
inline constexpr std::string_view contents = "Inhoud", notes = "Noten", table = "Tabel", chart = "Grafiek", and_ = "en", page = "pagina", of = "van";

// ---- below tables and charts ----
inline constexpr std::string_view
    empty_cell = "Een lege cel: voor dat schooljaar is er geen bron.",
    counted_together = "In {jaren} zijn {namen} samen geteld.",
    in_each_row =
        "Een leerling telt in elke rij een keer en in het totaal een keer; wie in geen enkele rij staat, telt alleen in "
        "het totaal.",
    in_each_column =
        "Een leerling telt in elke kolom een keer en in het totaal een keer; wie in geen enkele kolom staat, telt "
        "alleen in het totaal.",
    twice_in_rows =
        "In de rijen staat {aantal} keer een leerling die ook in een andere rij staat; in het totaal telt elke "
        "leerling een keer.",
    twice_in_columns =
        "In de kolommen staat {aantal} keer een leerling die ook in een andere kolom staat; in het totaal telt "
        "elke leerling een keer.",
    not_drawn = "Niet in de grafiek: {wat}.", rounded = "Elk percentage is afgerond; samen zijn zij {percentage} %.",
    no_pie = "Er zijn te veel kleine delen voor een taart; daarom zijn het kolommen.", interrupted = "De lijn is onderbroken voor {jaren}: {reden}",
    open_place = "Hier komt uw tekst: schrijf {bestand}";

// ---- charts for who does not see them, and why there is none ----
inline constexpr std::string_view columns = "Kolomdiagram", stack = "Gestapeld kolomdiagram", lines = "Lijndiagram", pie = "Taartdiagram",
                                  funnel = "Trechterdiagram", left_out = "Deze grafiek is weggelaten: {reden}.",
                                  whole_unknown = "het geheel is niet bekend", below_nothing = "\"{naam}\" is minder dan niets",
                                  whole_zero = "het geheel is 0", parts_differ = "de delen zijn samen {delen}, het geheel is {geheel}",
                                  no_figures = "er zijn geen cijfers", one_point = "een lijn heeft minstens twee punten nodig";

// ---- html ----
inline constexpr std::string_view skip = "Naar de inhoud van het verslag", copy = "Tabel kopiëren", figures_below = "De cijfers bij deze grafiek",
                                  copied = "De tabel is gekopieerd. Plak hem in Word of Excel.",
                                  not_copied = "Kopiëren lukt hier niet: selecteer de tabel en kopieer hem zelf.",
                                  above = "geteld in een cel hierboven", left = "geteld in een cel links";

// ---- Word ----
inline constexpr std::string_view figures_of_chart = "De cijfers bij grafiek", continued = "vervolg";

// ---- workbook ----
inline constexpr std::string_view back = "Terug naar de inhoud", sheet = "Blad";

// ---- accessible workbook: sheets, links and heads ----
inline constexpr std::string_view cover = "Voorblad", terms = "Begrippen", to_contents = "Naar de inhoud", to_notes = "Naar de noten",
                                  to_terms = "Naar de begrippen", note = "Noot", meaning = "Uitleg", sheets = "Bladen", term = "Begrip",
                                  ground = "Grond", title = "Titel", kind = "Soort", kind_chart = "Grafiek met tabel", kind_text = "Tekst",
                                  list_of = "{blad} bij de tabellen", row_notes = "Noten bij deze rij", no_notes = "geen", part = "Onderdeel",
                                  column = "kolom", of_which = "waarvan: {rij}", mark = "[noot {nummer}]", remark = "opmerking",
                                  not_named = "niet genoemd";

// ---- accessible workbook: sentences ----
inline constexpr std::string_view
    area = "Gebied: {naam}",
    year = "Schooljaar: {jaar}",
    own_sheets = "Elke tabel, grafiek en tekst van dit verslag staat op een eigen blad. Het blad {inhoud} noemt ze allemaal.",
    no_empty_cells =
        "Een tabel heeft een rij met koppen, en geen samengevoegde of lege cellen. Waar geen cijfer kan staan, staat een "
        "woord dat zegt waarom. De woorden en de noten, zoals {noot}, staan op het blad {noten}.",
    holds_table = "Dit blad bevat een tabel.", holds_chart = "Dit blad bevat een tabel, en daaronder een grafiek van die cijfers.",
    heads_cut = "Koppen zijn afgekapt: in een kop passen {aantal} tekens.";

// ---- why there is no figure: the word in its place, and what it means ----
inline constexpr std::string_view no_source = "geen bron", unknown = "onbekend", nvt = "nvt", suppressed = "onderdrukt", together = "samen geteld",
                                  no_source_means = "voor dit cijfer is er geen bron", unknown_means = "dit cijfer is niet bekend",
                                  nvt_means = "niet van toepassing: dit kan niet voorkomen",
                                  suppressed_means = "dit cijfer is verborgen, zodat niemand er een leerling in herkent",
                                  together_means =
                                      "dit cijfer is samen geteld met dat van een andere rij of kolom, en staat daar; een opmerking zegt welke",
                                  printed_elsewhere = "{uitleg}; in andere uitvoer van dit verslag staat hier {teken}";

}  // namespace fixed

}  // namespace jv
