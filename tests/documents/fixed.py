"""A report in another language of labels: every fixed text of templates/stijl/LEESMIJ.md gets another, and no text of ours in Dutch may be left.

The texts of the template consist of words that begin with `xx`, the labels of words that begin with `zq`. Whatever other word a document shows is a
fixed text that the house style can't change.
"""
import json
import os
import re
import tomllib
import xml.etree.ElementTree
import zipfile

import web

ROOT = os.environ["JV_ROOT"]
# Of the name of a file.
TECHNICAL = {"md"}
# Of heads that are longer than a list object holds, or of which no letter can be shown; and of charts that only jv-vergelijk makes.
NOT_SHOWN = {"Trechterdiagram", "Koppen zijn afgekapt: in een kop passen {aantal} tekens.", "kolom"}

TEMPLATE = """titel = "xxverslag {schooljaar}"
noten = ["xxonderaan"]
[cijfer]
a = { indicator = "melding", eenheid = "meldingen" }
[[tekst]]
titel = "xxtekst"
bestand = "xxtekst.md"
[[zinnen]]
titel = "xxzinnen"
zinnen = ["xxzin {a}"]
[[tabel]]
naam = "xxeen"
titel = "xxtabeleen"
rijkop = "xxkop"
indicator = "melding"
indeling = "schooltype"
schooljaren = [-2, -1, 0]
noot = "xxnootvandetitel"
rijen = [{ rij = "xxbasis", codes = ["bao"] }, { rij = "xxvo", codes = ["vo"] }, { rij = "xxspeciaal", codes = ["sbo"], noot = "xxnoot" },
         { rij = "xxmbo", codes = ["mbo"] }, { rij = "xxtotaal", totaal = true }]
kolommen = [{ kolom = "xxmeldingen", eenheid = "meldingen" }, { kolom = "xxleerlingen", eenheid = "leerlingen" }]
voetnoten = [{ rijen = ["xxvo"], vanaf = "2023-2024", noot = "xxnootvandecel" }]
nvt = [{ rijen = ["xxmbo"], tot_en_met = "2021-2022" }]
[[tabel]]
naam = "xxtwee"
titel = "xxtabeltwee"
indicator = "melding"
eenheid = "leerlingen"
indeling = "schooltype"
rijen = [{ rij = "xxleerlingen" }]
kolommen = [{ kolom = "xxbasis", codes = ["bao"] }, { kolom = "xxspeciaal", codes = ["sbo"] }, { kolom = "xxvo", codes = ["vo"] }, { kolom = "xxmbo", codes = ["mbo"] }, { kolom = "xxtotaal", totaal = true }]
[[tabel]]
naam = "xxscholen"
titel = "xxtabelvanscholen"
indicator = "melding"
eenheid = "leerlingen"
indeling = "school"
rijen = [{ codes = "alle" }, { rij = "xxtotaal", totaal = true }]
kolommen = [{ kolom = "xxn" }]
[[tabel]]
naam = "xxscholenliggend"
titel = "xxtabelvanscholen"
indicator = "melding"
eenheid = "leerlingen"
indeling = "school"
rijen = [{ rij = "xxn" }]
kolommen = [{ codes = "alle" }, { kolom = "xxtotaal", totaal = true }]
[[tabel]]
naam = "xxbreed"
titel = "xxtabeloverallejaren"
indicator = "melding"
indeling = "schooltype"
eenheid = "meldingen"
schooljaren = [-8, -7, -6, -5, -4, -3, -2, -1, 0]
rijen = [{ rij = "xxvo", codes = ["vo"] }]
kolommen = [%(wide)s]
[[tabel]]
naam = "xxdrie"
titel = "xxtabeldrie"
indeling = "schooltype"
eenheid = "meldingen"
schooljaren = [-2]
rijen = [{ rij = "xxmeldingen", indicator = "melding" }]
kolommen = [{ kolom = "xxbasis", codes = ["bao"] }, { kolom = "xxvo", codes = ["vo"] }, { kolom = "xxspeciaal", codes = ["sbo"] }]
[[tabel]]
naam = "xxvier"
titel = "xxtabelvier"
eenheid = "meldingen"
definities = true
rijen = [{ rij = "xxalle", indicator = "xxmijn" }, { rij = "xxdeel", indicator = "xxmijn", waarvan = true }]
kolommen = [{ kolom = "xxn" }]
"""
CHART = """[[grafiek]]
naam = "xx%(name)s"
titel = "xxgrafiek%(name)s"
soort = "%(kind)s"
%(rest)s
"""
TABLE = 'indicator = "melding"\neenheid = "meldingen"\nindeling = "schooltype"\nkolommen = [{ kolom = "xxn" }]\nrijen = [%s]\n'
VO, MBO = '{ rij = "xxvo", codes = ["vo"] }', '{ rij = "xxmbo", codes = ["mbo"] }'


def named(*rows):
    return "rijen = [%s]\nkolom = \"xxn\"\n" % ", ".join('{ rij = "xx%s", cijfer = "%s"%s }' % (row.strip("+"), row.strip("+"), ", totaal = true" if row[0] == "+" else "") for row in rows)


def charts():
    """Charts of every kind, and one for each reason to leave one out."""
    years = 'schooljaren = [-2, -1, 0]\n'
    yield "kolom", "kolom", years + TABLE % ", ".join([VO, MBO, '{ rij = "xxbasis", codes = ["bao"] }, { rij = "xxspeciaal", codes = ["sbo"] }'])
    yield "stapel", "gestapeld", TABLE % ", ".join([VO, MBO]) + "schooljaren = [-1, 0]\n"
    yield "lijn", "lijn", 'as = "kolommen"\n' + years + TABLE % VO
    yield "taart", "taart", named("een", "nogeen", "derde", "+drie")
    yield "klein", "taart", named("een", "nogeen", "derde", "veel", "+samen")
    yield "geheel", "taart", named("een", "+weg")
    yield "nul", "taart", named("nul", "+nulnul")
    yield "delen", "taart", named("een", "nogeen", "+drie")
    yield "onder", "taart", named("min", "+drie")
    yield "leeg", "kolom", TABLE % '{ rij = "xxvso", codes = ["vso"] }'
    yield "punt", "lijn", 'as = "kolommen"\nschooljaren = [0]\n' + TABLE % VO


def figures():
    lines = ["gebied;schooljaar;indicator;eenheid;indeling;categorie;aantal;status"]
    def add(year, unit, division, **counts):
        for category, count in counts.items():
            number, status = (count, "") if isinstance(count, int) else ("", count)
            lines.append("xxstad;%s;melding;%s;%s;%s;%s;%s" % (year, unit, division, category.replace("_", "+"), number, status))
    add("2021-2022", "meldingen", "schooltype", bao_sbo=7, vo=2)
    add("2021-2022", "meldingen", "totaal", totaal=9)
    for year in ("2022-2023", "2023-2024"):
        add(year, "meldingen", "schooltype", bao=4, sbo=1, vo=3, mbo=5)
        add(year, "meldingen", "totaal", totaal=13)
    add("2022-2023", "leerlingen", "schooltype", bao=4, sbo=2, vo="onderdrukt", mbo="onbekend")
    add("2023-2024", "leerlingen", "schooltype", bao=4, sbo=2, vo=3, mbo=5)
    add("2023-2024", "leerlingen", "totaal", totaal=12)
    lines.append("xxstad;2023-2024;xxmijn;meldingen;totaal;totaal;13;")
    add("2023-2024", "leerlingen", "school", xxschool=3, xxlyceum=4)
    for name, count in (("een", 1), ("nogeen", 1), ("derde", 1), ("drie", 3), ("veel", 97), ("samen", 100), ("nul", 0), ("nulnul", 0)):
        lines.append("xxstad;2023-2024;%s;leerlingen;totaal;totaal;%d;" % (name, count))
    return "\n".join(lines) + "\n"


def write(folder):
    """Template, figures, breaks and house style, each in a file; returns the labels."""
    with open(os.path.join(ROOT, "templates/stijl/LEESMIJ.md"), encoding="utf-8") as file:
        block = next(b for b in re.findall(r"```toml\n(.*?)```", file.read(), re.S) if b.startswith("# in elk formaat"))
    labels = {text: " ".join(["zq%d" % at, *re.findall(r"\{\w+\}", text), "<&>"]) for at, text in enumerate(tomllib.loads(block))}

    def put(name, text):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)

    quoted = lambda text: json.dumps(text, ensure_ascii=False)
    put("xxstijl.toml", 'nvt = "xxnvt"\nonbekend = "xxonbekend"\nonderdrukt = "xxonderdrukt"\n[labels]\n"meldingen" = "xxmeldingen"\n"leerlingen" = "xxleerlingen"\n' +
        "".join("%s = %s\n" % (quoted(text), quoted(label)) for text, label in labels.items()))
    put("xxdefinities.toml", '[[begrip]]\ncode = "xxbegrip"\nlabel = "xxbegrip"\ndefinitie = "xxuitleg"\naltijd = true\n[[indicator]]\ncode = "xxmijn"\nlabel = "xxmijn"\n'
        'soort = "melding"\neenheden = ["meldingen"]\nwaar = { verzuimsoort = ["luxe"] }\nbegrip = "xxbegrip"\n')
    put("xxbreuk.toml", '[[breuk]]\nindicatoren = ["melding"]\nsoort = "wet"\neerste-schooljaar = "2023-2024"\ntekst = "xxbreuk"\n')
    typed = ("een", "nogeen", "derde", "drie", "veel", "samen", "nul", "nulnul", "weg")
    head = 'ingevuld = [%s]\n' % ", ".join('{ indicator = "%s", eenheid = "leerlingen" }' % name for name in typed)
    wide = ", ".join('{ kolom = "xxkolom %d", groep = "xxgroep %d" }' % (i, i) for i in range(9))
    names = "[cijfer]\n" + "".join('%s = { indicator = "%s", eenheid = "leerlingen" }\n' % (name, name) for name in typed) + 'min = { verschil = ["een", "drie"] }\n'
    put("xx.toml", head + TEMPLATE.replace("[cijfer]\n", names) % {"wide": wide} + "".join(CHART % dict(zip(("name", "kind", "rest"), chart)) for chart in charts()))
    put("xx.csv", figures())
    return labels


def shown(path):
    """Everything of a document that someone may read or hear."""
    if not zipfile.is_zipfile(path):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        if not path.endswith(".html"):
            return web.unescaped(text) if path.endswith(".md") else text
        page = web.Page(text)
        heard = [element.get(name, "") for element in page.elements for name in ("aria-label", "alt", "title", "data-klaar", "data-mislukt")]
        return " ".join([page.all("title")[0]["text"], re.sub(r"\(\(\) => .*", "", page.all("body")[0]["text"], flags=re.S), *heard])
    found = []
    with zipfile.ZipFile(path) as file:
        for name in file.namelist():
            if name.endswith(".xlsx"):
                continue  # the figures behind a chart of Word, with the names of the chart
            if not name.endswith(".xml") or re.search(r"styles|theme|numbering|settings|Content_Types|docProps|metadata", name):
                continue
            for element in xml.etree.ElementTree.fromstring(file.read(name)).iter():
                tag = element.tag.split("}")[1]
                if tag in ("t", "v", "oddFooter") and element.text and not (tag == "v" and "sheet" in name):
                    found.append(re.sub(r"&[LRCPN]|&\d", " ", element.text) if tag == "oddFooter" else element.text)
                found += [element.get(key, "") for key in ("descr", "title")] + ([element.get("name")] if tag in ("sheet", "docPr") else [])
    return " ".join(found)


def differences(report, folder):
    """What of a report is not in the other language, and which fixed text stands in no document."""
    labels, seen = write(folder), ""
    arguments = [os.path.join(folder, "xx.csv"), "--sjabloon", os.path.join(folder, "xx.toml"), "--huisstijl", os.path.join(folder, "xxstijl.toml"),
                 "--breuken", os.path.join(folder, "xxbreuk.toml"), "--definities", os.path.join(folder, "xxdefinities.toml"),
                 "--schooljaar", "2023-2024", "--overschrijf"]
    for name, more in (("xx.html", []), ("xx.md", []), ("xx.txt", []), ("xx.docx", []), ("xx.xlsx", ["--stijl", "rapport"]), ("xxx.xlsx", ["--stijl", "toegankelijk"])):
        path = os.path.join(folder, name)
        report(*arguments, *more, "-o", path)
        text = shown(path)
        words = [word for word in re.findall(r"[^\W\d_¹²³]{2,}", text) if not word.startswith(("xx", "zq"))]
        yield from ("%s says %s" % (name + " ".join(more), word) for word in sorted(set(words) - TECHNICAL))
        seen += text
    for at, text in enumerate(labels):
        if not re.search(r"zq%d\b" % at, seen) and text not in NOT_SHOWN: yield "nowhere stands: %s" % text


def missing():
    """Fixed texts of the code that LEESMIJ.md does not list, and the other way round."""
    with open(os.path.join(ROOT, "lib/tables/fixed_texts.hpp"), encoding="utf-8") as file:
        code = re.sub(r'"\s*\n\s*"', "", file.read().split("namespace fixed {")[1])
    known = {json.loads(text) for text in re.findall(r'=\s*("(?:[^"\\]|\\.)*")', code)}
    with open(os.path.join(ROOT, "templates/stijl/LEESMIJ.md"), encoding="utf-8") as file:
        block = next(b for b in re.findall(r"```toml\n(.*?)```", file.read(), re.S) if b.startswith("# in elk formaat"))
    listed = set(tomllib.loads(block))
    yield from ("LEESMIJ.md does not list %s" % text for text in known - listed)
    yield from ("LEESMIJ.md lists %s, which no document has" % text for text in listed - known)
    if len({text.lower() for text in known}) != len(known): yield "two fixed texts differ in capitals only, which labels do not see"
    if len(known) < 60: yield "%d fixed texts are read" % len(known)
