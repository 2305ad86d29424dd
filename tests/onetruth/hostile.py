"""A project of which every text is hostile: markup, formulas, quotes, letters of other scripts, invisible marks, control characters and pages of text."""
import json
import os
import re

TEXTS = [
    "</style></script><script>alert(1)</script>",
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A2)",
    "'=al een apostrof",
    "\ttab vooraan",
    "regel\neinde; \"aan'halingen\" ;",
    "| pijp | *ster* _lijn_ `# <!-- $x$ &amp; [a](b) \\",
    "😀 \u202egniretsjiuk\u202c \u200fعربي\u200f ﷽",
    "stuur\u0001\u0007teken",
    "{{gebied}} &&& %s {0}",
    "_x0041_ {$A$1}",
    "vsv1",
    "lang " * 2000 + "einde",
]
FIELDS = [text for text in TEXTS if "\n" not in text and "\u0001" not in text]


def shown(text):
    """A text as any reader may give it: without control characters, white space as one space, and none around it."""
    return re.sub(r"\s+", " ", re.sub(r"[\u0000-\u0008\u000b-\u001f]", "", text)).strip()


def in_template(text):
    """As a template writes it, where braces name figures."""
    return json.dumps(text.replace("{", "{{"), ensure_ascii=False)


def quoted(text):
    return '"%s"' % text.replace('"', '""')


def write_project(folder):
    """Areas, schools, labels, heads, notes, titles, names, project notes and own texts, each hostile."""
    area, literal = TEXTS[0], lambda text: json.dumps(text, ensure_ascii=False)
    lines = ["gebied;schooljaar;indicator;eenheid;indeling;categorie;aantal;status"]
    for school in FIELDS:
        lines.append("%s;2023-2024;melding;meldingen;school;%s;5;" % (quoted(area), quoted(school)))
    lines.append("%s;2023-2024;melding;meldingen;totaal;totaal;%d;" % (quoted(area), 5 * len(FIELDS)))
    for index, other in enumerate(FIELDS[1:]):
        lines.append("%s;2023-2024;melding;meldingen;totaal;totaal;%d;" % (quoted(other), index))
    write(folder, "cijfers.csv", "\n".join(lines) + "\n")
    write(folder, "scholen.csv", "brin;naam\n" + "".join("%s;%s\n" % (quoted(text), quoted("school " + text if i % 2 else text + " school")) for i, text in enumerate(FIELDS)))
    parts = ["titel = %s" % in_template(TEXTS[1]), "noten = [%s]" % ", ".join(map(in_template, TEXTS))]
    for index, text in enumerate(TEXTS):
        parts += ["[[tekst]]", "titel = %s" % in_template(text), 'bestand = "tekst%d.md"' % index]
        write(os.path.join(folder, "tekst"), "tekst%d.md" % index, re.sub(r"([!-/:-@\[-`|-~])", r"\\\1", shown(text)).replace("{", "{{") + "\n")
        parts += ["[[tabel]]", "naam = %s" % literal(text), "titel = %s" % in_template(text), "rijkop = %s" % literal(text), 'eenheid = "meldingen"', 'indicator = "melding"',
                  "noot = %s" % in_template(text), "rijen = [{ rij = %s, noot = %s }]" % (literal(text), in_template("noot " + text)),
                  "kolommen = [{ kolom = %s, groep = %s }]" % (literal("kolom " + text), literal(text))]
        parts += ["[[zinnen]]", "titel = %s" % in_template(text), "zinnen = [%s]" % in_template(text)]
    parts += ["[[tabel]]", 'naam = "scholen"', 'titel = "Scholen"', 'eenheid = "meldingen"', 'indicator = "melding"', 'indeling = "school"',
              'rijen = [{ codes = "alle" }]', 'kolommen = [{ kolom = "n" }]']
    parts += ["[[tabel]]", 'naam = "gebieden"', 'titel = "Gebieden"', 'eenheid = "meldingen"', 'indicator = "melding"', 'rijen = [{ gebieden = "alle" }]', 'kolommen = [{ kolom = "n" }]']
    write(folder, "rapport.toml", "\n".join(parts) + "\n")
    write(folder, "jaarverslag.toml", 'gemeente = %s\nschooljaar = "2023-2024"\nrapport = "rapport.toml"\neerdere-cijfers = ["cijfers.csv"]\nscholen = ["scholen.csv"]\nnoten = [%s]\n'
          % (literal(area), ", ".join(map(literal, TEXTS))))


def write(folder, name, text):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        file.write(text)


def expected():
    """The tables as any reader must give them: title, labels of rows, and heads."""
    for text in TEXTS:
        yield shown(text), [shown(text)], [shown(text)]
    yield "Scholen", sorted(shown("school " + text if i % 2 else text + " school") for i, text in enumerate(FIELDS)), ["n"]
    yield "Gebieden", sorted(shown(text) for text in FIELDS), ["n"]


def differences(read):
    """What of the texts did not come back as they were."""
    found = [(t.title, [label for label, _ in t.rows], [head for head, _ in t.rows[0][1]]) for t in read]
    wanted = list(expected())
    if len(found) != len(wanted):
        yield "%d tables instead of %d" % (len(found), len(wanted))
    for (title, labels, heads), (other, rows, columns) in zip(wanted, found):
        if title in ("Scholen", "Gebieden"):
            rows = sorted(rows)
        for what, one, two in (("title", title, other), ("rows", labels, rows), ("heads", heads, columns)):
            if one != two and [text[:254] + "…" for text in one] != two:
                yield "%s of %s: %s" % (what, title[:40], str(two)[:200])


def missing(text, times):
    """What does not stand so many times in the whole text of a document, white space aside."""
    squeezed = re.sub(r"\s", "", text)
    for wanted in TEXTS:
        count = squeezed.count(re.sub(r"\s", "", shown(wanted)))
        if count < times:
            yield "%r stands there %d times instead of %d" % (wanted[:40], count, times)


def sheet_name_faults(names):
    for name in names:
        if not 0 < len(name.encode("utf-16-le")) // 2 <= 31 or re.search(r"[\[\]:*?/\\\x00-\x1f]", name) or name[0] == "'" or name[-1] == "'":
            yield "%r is no name for a sheet" % name
        if re.search(r"(?i)_x[0-9a-f]{4}_", name):
            yield "%r reads as another name" % name
        if re.fullmatch(r"(?i)[a-z]{1,3}\d+|r\d*c\d*|\d[\w.]*", name):
            yield "%r reads as a cell" % name
    if len({name.lower() for name in names}) != len(names):
        yield "names of sheets differ in case only"
