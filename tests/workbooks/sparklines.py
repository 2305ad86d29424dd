"""The lines of trends in a workbook, read from its XML, against the cijfers that it was made of."""
import csv
import re
import warnings
import xml.etree.ElementTree
import zipfile

import openpyxl

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
X14, XM = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}", "{http://schemas.microsoft.com/office/excel/2006/main}"


def series(cijfers, key):
    """Of an indicator, unit, indeling and category: the figure of each year."""
    with open(cijfers, encoding="utf-8", newline="") as file:
        return {row["schooljaar"]: int(row["aantal"]) for row in csv.DictReader(file, delimiter=";")
                if (row["indicator"], row["eenheid"], row["indeling"], row["categorie"]) == key and row["aantal"]}


def lines_of(path):
    """By sheet: the place of each line, and its group and the cells it draws."""
    lines = {}
    with zipfile.ZipFile(path) as file:
        if {entry.date_time[0] for entry in file.infolist()} != {2000}:
            yield None, "the parts have other dates than 2000", None, None
        for number, name in enumerate(openpyxl.load_workbook(path).sheetnames, 1):
            root = xml.etree.ElementTree.fromstring(file.read("xl/worksheets/sheet%d.xml" % number))
            for ext in root.iter(MAIN + "ext"):
                if list(root)[-1].tag != MAIN + "extLst":
                    yield name, "extLst is not the last part of the sheet", None, None
                for group in ext.iter(X14 + "sparklineGroup"):
                    for line in group.iter(X14 + "sparkline"):
                        yield name, line.find(XM + "sqref").text, line.find(XM + "f").text, dict(group.attrib)


def faults(path, cijfers, label, key):
    """What is wrong: a line is drawn from 0 in an empty cell of its row, through the figures of the row with its label; that of `label` has those of `key`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl says that it does not keep the lines
        lines, book = list(lines_of(path)), openpyxl.load_workbook(path)
    found = 0
    for name, place, cells, group in lines:
        if cells is None:
            yield "%s: %s" % (name, place)
            continue
        sheet = book[name]
        begin, end = re.fullmatch(r"'(?:[^']|'')+'!([A-Z]+\d+):([A-Z]+\d+)", cells).groups()
        drawn = sheet[begin:end][0]
        if group.get("displayEmptyCellsAs") != "gap" or group.get("minAxisType") != "custom" or group.get("manualMin") != "0":
            yield "%s %s is drawn with %s" % (name, place, group)
        if sheet[place].value is not None:
            yield "%s %s holds %s below its line" % (name, place, sheet[place].value)
        labels = [str(sheet.cell(row, 1).value) for row in (sheet[place].row, drawn[0].row)]
        if re.sub("( [⁰¹²³⁴⁵⁶⁷⁸⁹]+)+$", "", labels[0]) != labels[1]:
            yield "%s %s draws the figures of %s in the row of %s" % (name, place, labels[1], labels[0])
        if labels[1] == label:
            top = drawn[0].row
            while not re.search(r"\d\d", str(sheet.cell(top, drawn[0].column).value)) or sheet.cell(top, 1).fill.fill_type != "solid":
                top -= 1
            shown = {re.sub(r"’(\d\d)-’(\d\d)", r"20\1-20\2", sheet.cell(top, cell.column).value): cell.value for cell in drawn if cell.value is not None}
            if shown != series(cijfers, key):
                yield "%s %s draws %s instead of %s" % (name, place, shown, series(cijfers, key))
            found += 1
    if not found:
        yield "no line is that of %s" % label
