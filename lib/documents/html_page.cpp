#include "documents/html_page.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "documents/colour.hpp"
#include "documents/html_text.hpp"
#include "documents/unicode.hpp"

namespace jv {

namespace {

constexpr std::string_view sheet = R"(
*, ::before, ::after { box-sizing: border-box; }
html { color-scheme: light dark; scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--vel); color: var(--inkt); font: 1rem/1.55 var(--letter); overflow-wrap: break-word; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.naar-inhoud { position: absolute; left: -100vw; top: 0; z-index: 3; padding: .75rem 1.25rem; background: var(--vel); }
.naar-inhoud:focus { left: 0; }
header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 3.5rem; }
h1 { margin: 0; max-width: 24em; font-size: clamp(1.75rem, 1.2rem + 2.2vw, 2.6rem); line-height: 1.15; font-weight: 650; letter-spacing: -.01em; color: var(--accent); text-wrap: balance; }
.logo { float: right; max-width: 40%; max-height: 4.5rem; margin: 0 0 1rem 1.5rem; padding: .4rem; border-radius: 4px; background: #fff; }
nav { clear: both; }
.onder { margin: .6rem 0 0; font-size: 1.1rem; color: var(--stil); }
h2 { margin: 0; font-size: 1.3rem; line-height: 1.3; font-weight: 650; color: var(--accent); text-wrap: balance; }
h3, h4, h5, h6 { margin: 1.6em 0 .4em; line-height: 1.3; font-size: 1.08rem; font-weight: 650; }
h4, h5, h6 { font-size: 1rem; }
nav { margin: 2.25rem 0 0; padding: 1.25rem 0 1.5rem; border: solid var(--lijn); border-width: 1px 0; }
nav h2 { font-size: 1rem; color: var(--stil); }
nav ul { columns: 24rem auto; column-gap: 3rem; margin: .5rem 0 0; padding: 0; list-style: none; }
nav li { break-inside: avoid; }
nav a { display: block; padding: .3rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
section { padding-top: 3rem; scroll-margin-top: 0; }
section > h2 { margin-bottom: .9rem; }
.tekst { max-width: 44rem; }
.tekst p, .tekst li { margin: .7em 0; }
.tekst li { margin: .35em 0; }
.open { padding: .25rem 1.25rem; border: 2px dashed var(--stil); border-radius: 6px; color: var(--inkt); font-weight: 650; }
.rol { overflow-x: auto; max-width: 100%; }
table { border-collapse: separate; border-spacing: 0; font-size: .95rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; }
caption { padding: 0 0 .9rem; text-align: left; }
.titel { position: sticky; left: 0; width: max-content; max-width: 73rem; margin: 0; }
p.titel { color: var(--stil); }
th, td { padding: .45rem .8rem; border-bottom: 1px solid var(--lijn); text-align: right; vertical-align: baseline; }
tr > :first-child { text-align: left; }
td, .heel { white-space: nowrap; }
td[rowspan], td[colspan] { vertical-align: middle; }
td[colspan] { text-align: center; }
thead th, thead td { background: var(--kop); color: var(--kopinkt); font-weight: 650; vertical-align: bottom; border-bottom-color: var(--kop); min-width: 4.5rem; }
thead .onderkop { background: var(--onderkop); color: var(--onderinkt); border-bottom-color: var(--lijn); }
th[scope=colgroup] { text-align: center; }
tbody th { min-width: 8rem; max-width: 24rem; font-weight: 400; }
tbody th, thead tr:first-child > :first-child { position: sticky; left: 0; z-index: 1; }
tbody th { background: var(--vel); }
.deel th { padding-left: 2rem; }
.totaal > *, td.totaal { background: var(--totaal); color: var(--totaalinkt); }
.totaal > * { font-weight: 650; border-bottom-color: var(--stil); }
tbody tr.totaal > * { border-top: 1px solid var(--stil); }
.begin { border-left: 1px solid var(--lijn); }
td.trend { padding-top: 0; padding-bottom: 0; vertical-align: middle; }
.trendlijn { display: block; }
.trendlijn .lijn { stroke-width: 2px; }
td.geen { color: var(--stil); }
.totaal td.geen, td.totaal.geen { color: inherit; }
.knop { min-height: 2.4rem; margin: .75rem 0 0; }
button { min-height: 2.25rem; padding: .3rem .9rem; border: 1px solid var(--stil); border-radius: 6px; background: var(--vel); color: var(--accent); font: inherit; font-size: .9rem; cursor: pointer; }
button:hover { background: var(--totaal); color: var(--totaalinkt); }
.noten { max-width: 54rem; margin-top: .75rem; font-size: .88rem; line-height: 1.5; color: var(--stil); }
.noten p { margin: .3rem 0; }
footer { padding-top: 3.5rem; padding-bottom: 4rem; }
footer .noten { padding-top: 1rem; border-top: 1px solid var(--lijn); }
#_status { position: fixed; right: 1rem; bottom: 1rem; z-index: 2; margin: 0; padding: .7rem 1.1rem; border-radius: 6px; background: var(--kop); color: var(--kopinkt); }
#_status:empty { display: none; }
figure { margin: 0 0 1.75rem; }
figure svg { display: block; max-width: 100%; height: auto; }
.smal { display: none; }
svg text { fill: var(--inkt); font-size: 13px; font-variant-numeric: tabular-nums lining-nums; }
svg .stil { fill: var(--stil); }
svg .vet { font-weight: 650; }
svg .op { fill: var(--vel); }
svg .in { stroke: var(--vel); stroke-width: 4px; stroke-linejoin: round; }
.as { stroke: var(--stil); }
.raster { stroke: var(--lijn); stroke-opacity: .55; }
.breuk { stroke: var(--stil); stroke-dasharray: 6 4; }
.v0, .v1, .v2, .v3, .v4, .v5, .v6 { stroke: var(--accent); }
.v0 { fill: var(--accent); } .v1 { fill: var(--tint); } .v2 { fill: url(#patroon_schuin); } .v3 { fill: url(#patroon_punt); }
.v4 { fill: var(--midden); } .v5 { fill: url(#patroon_ruit); } .v6 { fill: url(#patroon_lijn); }
.grond { fill: var(--vel); } .streep { fill: var(--accent); }
.patronen { position: absolute; }
.lijn { fill: none; stroke-width: 2.5px; stroke-linejoin: round; }
.punt { stroke: var(--vel); stroke-width: 1.5px; }
.l0 { stroke: var(--accent); } .m0 { fill: var(--accent); } .l1 { stroke: var(--inkt); stroke-dasharray: 8 4; } .m1 { fill: var(--inkt); }
.l2 { stroke: var(--stil); stroke-dasharray: 2 4; } .m2 { fill: var(--stil); } .l3 { stroke: var(--accent); stroke-dasharray: 12 4 2 4; } .m3 { fill: var(--accent); }
@media screen and (min-width: 48rem) {
  .namen tbody th { min-width: 11rem; }
  .lange-namen tbody th { min-width: 17rem; }
}
@media screen and (max-width: 76rem) {
  .titel { max-width: calc(100vw - 4rem); }
}
@media screen and (max-width: 48rem) {
  .titel { max-width: calc(100vw - 3rem); }
  header { padding-top: 2rem; }
  .logo { float: none; display: block; max-width: 70%; margin: 0 0 1.25rem -.4rem; }
  header, main, footer { padding-left: 1rem; padding-right: 1rem; }
  section { padding-top: 2.5rem; }
  .breed { display: none; }
  .smal { display: block; }
  th, td { padding: .4rem .6rem; }
  table { font-size: .9rem; }
  tbody th { max-width: 54vw; min-width: 8.5rem; hyphens: auto; }
}
@page { size: A4; margin: 18mm 16mm; }
@page liggend { size: A4 landscape; margin: 14mm; }
@media print {
  body { font-size: 10.5pt; }
  header, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  header { padding-top: 0; }
  .naar-inhoud, .knop, #_status { display: none; }
  section { padding-top: 1.6rem; }
  .op-breed, .op-zeer-breed { page: liggend; }
  .op-zeer-breed .heel { white-space: normal; }
  .rol { overflow: visible; }
  .titel { position: static; max-width: 178mm; }
  :is(.op-breed, .op-zeer-breed) .titel { max-width: 269mm; }
  table { font-size: 9pt; }
  th, td { padding: .35em .5em; }
  thead th { min-width: 0; }
  tbody th { overflow-wrap: anywhere; }
  .op-zeer-breed table { font-size: 6.5pt; }
  .op-zeer-breed :is(th, td) { padding: .25em .45em; }
  .op-zeer-breed .deel th { padding-left: 1.6em; }
  .noten { font-size: 8.5pt; }
  tbody th, thead tr:first-child > :first-child { position: static; }
  thead th, thead td, .totaal > *, td.totaal, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  tr, figure, .noten p, footer .noten, .tekst li, section:has(> figure), table:not(:has(tbody tr:nth-child(20))) { break-inside: avoid; }
  tbody tr:is(:first-child, :last-child), section .noten { break-before: avoid; }
  h2, h3, h4, caption { break-after: avoid; }
  a { color: inherit; }
}
)";

// Copies a table as a plain one: no colours of a dark screen, and nothing that is not seen. Without script the buttons stay away.
constexpr std::string_view script = R"(
(() => {
  const status = document.getElementById('_status');
  let clear;
  const text = (cell) => cell.textContent.trim().replace(/\s+/g, ' ');
  const lines = (table) => {
    const grid = [];
    [...table.rows].forEach((row, y) => {
      grid[y] ??= [];
      let x = 0;
      for (const cell of row.cells) {
        if (cell.classList.contains('trend')) continue;
        while (grid[y][x] !== undefined) x++;
        for (let down = 0; down < cell.rowSpan; down++)
          for (let right = 0; right < cell.colSpan; right++) (grid[y + down] ??= [])[x + right] = down || right ? '' : text(cell);
        x += cell.colSpan;
      }
    });
    return [text(table.caption), ...grid.map((row) => row.join('\t'))].join('\n');
  };
  const plain = (table) => {
    const copy = table.cloneNode(true);
    copy.caption.textContent = text(table.caption);
    copy.querySelectorAll('.trend').forEach((part) => part.remove());
    copy.querySelectorAll('span').forEach((part) => part.replaceWith(part.textContent));
    copy.querySelectorAll('*').forEach((part) => ['id', 'class', 'headers'].forEach((name) => part.removeAttribute(name)));
    copy.removeAttribute('id');
    copy.setAttribute('border', '1');
    copy.querySelectorAll('tbody td').forEach((cell) => cell.setAttribute('align', 'right'));
    return copy.outerHTML;
  };
  document.querySelectorAll('button[data-tabel]').forEach((button) => {
    const table = document.getElementById(button.dataset.tabel);
    button.hidden = false;
    button.addEventListener('click', () => {
      const put = (event) => {
        event.clipboardData.setData('text/html', plain(table));
        event.clipboardData.setData('text/plain', lines(table));
        event.preventDefault();
      };
      const selection = getSelection();
      selection.selectAllChildren(table);
      document.addEventListener('copy', put, { once: true });
      const done = document.execCommand('copy');
      document.removeEventListener('copy', put);
      selection.removeAllRanges();
      button.focus();
      status.textContent = done ? status.dataset.klaar : status.dataset.mislukt;
      clearTimeout(clear);
      clear = setTimeout(() => { status.textContent = ''; }, 6000);
    });
  });
})();
)";

std::string base64(std::string_view bytes) {
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const auto length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), reinterpret_cast<const unsigned char*>(bytes.data()),
                                        static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

// As a source in a content security policy: `'sha256-…'`.
std::string hash_source(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) throw std::runtime_error("SHA-256 is not available");
    return "'sha256-" + base64({reinterpret_cast<const char*>(digest.data()), size}) + "'";
}

// A string of CSS: all but letters and digits as their code.
std::string css_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : printable(text)) {
        const bool is_plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || (static_cast<unsigned char>(c) >= 0x80);
        out += is_plain ? std::string(1, c) : fmt::format("\\{:x} ", static_cast<int>(c));
    }
    return out + "\"";
}

struct Screen {
    Colour page, ink;
    double text, depth;  // contrast of coloured text with the page; how much of the page is in a plane of the house style
};

std::string colours(const Style& style, const Screen& screen) {
    const auto plane = [&](Colour colour) { return mixed(colour, screen.page, screen.depth); };
    // Planes of the house style are light; on a dark page they are a little of its main colour.
    const auto light_plane = [&](Colour colour, double part) { return screen.depth > 0 ? mixed(screen.page, style.head_fill, part) : colour; };
    const auto accent = with_contrast(style.head_fill, screen.page, screen.text);
    const auto head = plane(style.head_fill), subhead = light_plane(style.year_fill, 0.45), total = light_plane(style.total_fill, 0.25);
    const std::array<std::pair<std::string_view, Colour>, 13> names = {{
        {"vel", screen.page},
        {"inkt", screen.ink},
        {"stil", with_contrast(style.muted, screen.page, screen.text)},
        {"accent", accent},
        {"lijn", light_plane(style.line, 0.7)},
        {"kop", head},
        {"kopinkt", with_contrast(style.head_text, head, 4.6)},
        {"onderkop", subhead},
        {"onderinkt", with_contrast(screen.ink, subhead, 4.6)},
        {"totaal", total},
        {"totaalinkt", with_contrast(screen.ink, total, 4.6)},
        {"tint", mixed(screen.page, accent, 0.22)},
        {"midden", mixed(screen.page, accent, 0.55)},
    }};
    std::string out;
    for (const auto& [name, colour] : names) out += fmt::format(" --{}: {};", name, css(colour));
    return out;
}

std::string style_sheet(const Style& style) {
    const Screen light{0xFFFFFF, 0x1B2225, 4.6, 0}, dark{0x14191B, 0xE4EAEC, 6, 0.25};
    return fmt::format("\n:root {{ --letter: {}, system-ui, \"Segoe UI\", Roboto, \"Noto Sans\", \"Liberation Sans\", sans-serif;{} }}\n",
                       css_string(style.font), colours(style, light)) +
           fmt::format("@media screen and (prefers-color-scheme: dark) {{ :root {{{} }} }}", colours(style, dark)) + std::string(sheet);
}

}  // namespace

std::string logo_html(const Style& style) {
    if (style.logo.empty()) return {};
    const auto& logo = style.logo.front();
    return fmt::format("<img class=\"logo\" alt=\"{}\" src=\"data:image/{};base64,{}\">\n", escaped(style.logo_text),
                       logo.kind == Picture::Kind::png ? "png" : "svg+xml", base64(logo.bytes));
}

std::string html_begin(std::string_view title, const Style& style) {
    const auto styles = style_sheet(style);
    const auto policy = fmt::format("default-src 'none'; style-src {}; script-src {};{} base-uri 'none'; form-action 'none'", hash_source(styles),
                                    hash_source(script), style.logo.empty() ? "" : " img-src data:;");
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n",
        escaped(style.language), policy, escaped(title), styles);
}

std::string html_end() { return fmt::format("<script>{}</script>\n</body>\n</html>\n", script); }

}  // namespace jv
