"""A workbook that is too large to keep its rows: written otherwise, it must hold the same.

One template with tables of every shape, an own text and a chart is made twice: as it is, and with a table of thousands of schools behind it.
"""
import os
import re
import subprocess
import zipfile

import openpyxl

KEEPS = re.search(r"most_cells_kept = ([\d']+);", open(os.path.join(os.environ["JV_ROOT"], "lib/documents/xlsx_book.hpp"), encoding="utf-8").read())
CELLS_KEPT = int(KEEPS.group(1).replace("'", ""))
YEARS = ["%d-%d" % (year, year + 1) for year in range(2014, 2024)]
TABLES = """titel = "Groot & klein"
noten = ["Een noot onder het verslag."]
[[tekst]]
bestand = "inleiding.md"
titel = "Inleiding"
[[tabel]]
naam = "schooltypen"
titel = "Meldingen per schooltype"
eenheid = "meldingen"
indeling = "schooltype"
schooljaren = [-1, 0]
rijen = [
    { rij = "Basisonderwijs", codes = ["bao"] },
    { rij = "Speciaal basisonderwijs", codes = ["sbo"], noot = "Van de rij." },
    { rij = "waarvan voortgezet", codes = ["vo"] },
    { rij = "Totaal", totaal = true },
]
kolommen = [{ kolom = "Meldingen", indicator = "melding" }, { kolom = "Luxeverzuim", indicator = "luxeverzuim", noot = "Van de kolom." }]
voetnoten = [{ rijen = ["Totaal"], vanaf = "2023-2024", noot = "Van de cel." }]
nvt = [{ rijen = ["waarvan voortgezet"], kolommen = ["Luxeverzuim"] }]
[[tabel]]
naam = "plat"
titel = "Een rij"
eenheid = "meldingen"
rijen = [{ rij = "Meldingen", indicator = "melding" }]
kolommen = [{ kolom = "n" }]
[[grafiek]]
naam = "grafiek"
titel = "Meldingen"
soort = "kolom"
eenheid = "meldingen"
schooljaren = [-1, 0]
rijen = [{ rij = "Meldingen", indicator = "melding" }]
kolommen = [{ kolom = "n" }]
"""
SCHOOLS = """[[tabel]]
naam = "scholen"
titel = "Scholen"
eenheid = "meldingen"
indeling = "school"
schooljaren = [-9, -8, -7, -6, -5, -4, -3, -2, -1, 0]
rijen = [{ codes = "alle" }, { rij = "Totaal", totaal = true }]
kolommen = [{ kolom = "Meldingen", indicator = "melding" }, { kolom = "Luxeverzuim", indicator = "luxeverzuim" }]
"""


def count(school, year, indicator):
    return (school * 7 + year * 3 + indicator) % 50 * 60


def figures(schools):
    lines = []
    for indicator, name in enumerate(("melding", "luxeverzuim")):
        for year, text in enumerate(YEARS):
            key = "Almelo;%s;%s;meldingen" % (text, name)
            counts = [count(school, year, indicator) for school in range(schools)]
            lines += ["%s;school;%05d;%d;" % (key, school, n) for school, n in enumerate(counts)]
            total = sum(counts)
            types = {"bao+sbo": total - 1, "vo": 1} if indicator == 0 else {"bao+sbo": total, "vo": 0}
            lines += ["%s;schooltype;%s;%d;" % (key, code, n) for code, n in types.items()]
            lines.append("%s;totaal;totaal;%d;" % (key, total))
    return "\n".join(["gebied;schooljaar;indicator;eenheid;indeling;categorie;aantal;status", *lines]) + "\n"


def looks(sheet):
    """All that a sheet holds and shows."""
    cells = {c.coordinate: (c.value, c.number_format, c.font.b, c.font.color and c.font.color.rgb, c.fill.fgColor.rgb, c.alignment.wrap_text, c.alignment.horizontal,
                            c.hyperlink and c.hyperlink.location) for row in sheet.iter_rows() for c in row if c.value is not None or c.has_style}
    heights = {at: row.height for at, row in sheet.row_dimensions.items() if row.height}
    widths = {at: column.width for at, column in sheet.column_dimensions.items()}
    return {"cells": cells, "merged": sorted(map(str, sheet.merged_cells.ranges)), "heights": heights, "widths": widths, "charts": len(sheet._charts),
            "panes": sheet.freeze_panes, "heads": sheet.print_title_rows}


def run(test, programs, folder):
    schools = CELLS_KEPT // (2 * len(YEARS)) + 1
    with open(os.path.join(folder, "groot.csv"), "w", encoding="utf-8") as file:
        file.write(figures(schools))
    texts = os.path.join(folder, "tekst")
    os.makedirs(texts)
    with open(os.path.join(texts, "inleiding.md"), "w", encoding="utf-8") as file:
        file.write("# Kop\n\nEen **vette** tekst.\n\n- een punt\n")
    made = {}
    for name, template in (("klein", TABLES), ("groot", TABLES + SCHOOLS)):
        with open(os.path.join(folder, name + ".toml"), "w", encoding="utf-8") as file:
            file.write(template)
        path = os.path.join(folder, name + ".xlsx")
        subprocess.run([os.path.join(programs, "jv-rapport"), os.path.join(folder, "groot.csv"), "--sjabloon", os.path.join(folder, name + ".toml"), "--teksten", texts,
                        "-o", path, "-q"], check=True)
        made[name] = openpyxl.load_workbook(path)
        with zipfile.ZipFile(path) as file:
            inline = b'"inlineStr"' in file.read("xl/worksheets/sheet1.xml")
        test("the %s workbook %s its rows" % (name, "keeps" if name == "klein" else "does not keep"), [] if inline == (name == "groot") else ["it does otherwise"])
    test("a large workbook holds the sheets of a small one as they are", different_sheets(made["klein"], made["groot"]))
    test("a large workbook holds its large table", wrong_schools(made["groot"]["scholen"], schools))


def different_sheets(small, large):
    if large.sheetnames != small.sheetnames + ["scholen"]:
        yield "the sheets are %s" % large.sheetnames
    if not any(sheet.merged_cells.ranges for sheet in small) or not any(sheet._charts for sheet in small):
        yield "nothing is merged, or there is no chart"
    for sheet in small.worksheets[1:]:
        one, other = looks(sheet), looks(large[sheet.title])
        for what in one:
            if one[what] != other[what]:
                wrong = [(at, one[what][at], other[what].get(at)) for at in one[what] if one[what][at] != other[what].get(at)] if isinstance(one[what], dict) else one[what]
                yield "%s has other %s: %s" % (sheet.title, what, wrong[:3] if isinstance(wrong, list) else wrong)


def wrong_schools(sheet, schools):
    rows = {row[0]: row[1:] for row in sheet.iter_rows(min_row=6, values_only=True) if row[0]}
    for school in range(schools):
        expected = [count(school, year, indicator) for indicator in (0, 1) for year in range(len(YEARS))]
        found = list(rows.get("%05d" % school, ()))[:len(expected)]
        if found != expected:
            yield "school %d has %s instead of %s" % (school, found, expected)
