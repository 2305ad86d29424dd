"""Reads the tables of a report back out of each format, with parsers that know nothing of the programs that wrote them.

A reader takes a path and returns the tables in reading order, those of charts too: a list of Read, in which every cell has the label of its row, the
heads above it from upper to lower, and its value. A value is the text as printed, without a thousands point and with 0 for nothing; what a joint count
covers is COVERED. Marks of notes are taken off. A format is added by one function, and a line in READERS.
"""
import collections
import csv
import os
import re
import sys

import openpyxl

ROOT = os.environ["JV_ROOT"]
sys.path.insert(0, os.path.join(ROOT, "tests/documents"))
import web  # noqa: E402

COVERED = "(samen geteld)"
# title; cells: a list of rows, each (label, [(heads, value)]); chart: whether it is the table of a chart
Read = collections.namedtuple("Read", "title rows chart")
# What the accessible workbook says where others print a symbol of the style `standaard`.
WORDS = {"geen bron": "", "samen geteld": COVERED, "onderdrukt": "<5"}


def value(text):
    """A printed text as a value."""
    text = web.plain(text.strip())
    if text in ("↑", "←"):
        return COVERED
    if text == "-":
        return "0"
    return text.replace(".", "") if re.fullmatch(r"-?[\d.]+(,\d+)?", text) else text


def printed(cell):
    """What a cell of a workbook shows: of a number, its value through its number format."""
    if cell.value is None or isinstance(cell.value, str):
        return cell.value or ""
    form = re.sub(r'"[^"]*"|_.', "", cell.number_format.split(";")[0])
    decimals = len(form.split(".")[1]) if "." in form else 0
    text = "%.*f" % (decimals, cell.value)
    if abs(float(text) - cell.value) > 1e-9:
        return "%r does not fit the format %s" % (cell.value, cell.number_format)
    if cell.value == 0 and '"-"' in cell.number_format:
        return "-"
    return text.replace(".", ",")


def figure(cell):
    """The value of a cell of a workbook; a number that stands there as a text is none."""
    shown = value(printed(cell))
    if isinstance(cell.value, str) and re.fullmatch(r"-?\d+(,\d+)?", shown):
        return "%s as a text" % shown
    return shown


def heads(texts):
    return ": ".join(text for text in texts if text)


def report_workbook(path):
    """The workbook with heads over heads: merged cells have the text of their first, and a covered cell has none of its own."""
    tables = []
    for sheet in openpyxl.load_workbook(path).worksheets[1:]:
        if not sheet.freeze_panes and not sheet._charts:
            continue
        filled = lambda row, column: sheet.cell(row, column).fill.fill_type == "solid"
        first = next(row for row in range(4, sheet.max_row + 1) if filled(row, 1))
        holder = {}
        for merged in sheet.merged_cells.ranges:
            for row in range(merged.min_row, merged.max_row + 1):
                for column in range(merged.min_col, merged.max_col + 1):
                    holder[row, column] = (merged.min_row, merged.min_col)
        at = lambda row, column: sheet.cell(*holder.get((row, column), (row, column)))
        body = int(sheet.freeze_panes[1:]) if sheet.freeze_panes else first + 1
        columns = 2
        while columns <= sheet.max_column and filled(body - 1, columns) and not re.match(r"Trend\b", str(at(first, columns).value or "")):  # a picture
            columns += 1
        rows = []
        for row in range(body, sheet.max_row + 1):
            if sheet.cell(row, 1).value is None:
                break
            cells = []
            for column in range(2, columns):
                over = [(holder.get((head, column), (head, column)), web.plain(str(at(head, column).value or ""))) for head in range(first, body)]
                own = holder.get((row, column), (row, column)) == (row, column)
                cells.append((heads(dict(over).values()), figure(sheet.cell(row, column)) if own else COVERED))
            rows.append((web.plain(sheet.cell(row, 1).value), cells))
        tables.append(Read(web.plain(sheet["A1"].value), rows, bool(sheet._charts)))
    return tables


def spoken(text):
    return re.sub(r"( \[noot \d+\])+", "", str(text))


def accessible_workbook(path):
    """The workbook with one list object a sheet."""
    tables = []
    for sheet in openpyxl.load_workbook(path).worksheets:
        if sheet.title in ("Inhoud", "Noten", "Begrippen"):
            continue
        for listed in sheet.tables.values():
            top, *body = sheet[listed.ref]
            count = len(top) - (top[-1].value == "Noten bij deze rij")
            rows = []
            for line in body:
                label = re.sub("^waarvan: ", "", spoken(line[0].value))
                cells = [(spoken(head.value), figure(cell)) for head, cell in zip(top[1:count], line[1:count])]
                rows.append((label, [(head, WORDS.get(text, text)) for head, text in cells]))
            tables.append(Read(spoken(sheet["A1"].value), rows, bool(sheet._charts)))
    return tables


def spread(rows):
    """A grid of cells from rows of (cell, rows, columns): each place has its cell, and whether it is the first of that cell."""
    grid = collections.defaultdict(dict)
    for at, row in enumerate(rows):
        column = 0
        for cell, high, wide in row:
            while column in grid[at]:
                column += 1
            for below in range(high):
                for beside in range(wide):
                    grid[at + below][column + beside] = (cell, (below, beside) == (0, 0))
    return [[grid[at][column] for column in sorted(grid[at])] for at in range(len(rows))]


def read_grid(title, top, body, chart):
    """A table from its grids: the heads above a column, each cell once, and the values below them."""
    above = [heads(text for at, (text, _) in enumerate(column) if (text, at) == next((t, i) for i, (t, _) in enumerate(column) if t == text))
             for column in zip(*top, strict=True)]
    rows = []
    for (label, _), *cells in body:
        rows.append((label, [(head, value(text) if own else COVERED) for head, (text, own) in zip(above[1:], cells, strict=True)]))
    return Read(title, rows, chart)


def html_page(path):
    with open(path, encoding="utf-8") as file:
        page = web.Page(file.read())
    tables = []
    for section in page.all("section"):
        for table in page.within(section, "table"):
            parts = {"thead": [], "tbody": []}
            for tr in page.within(table, "tr"):
                cells = [cell for cell in page.within(tr, "th", "td") if "trend" not in (cell.get("class") or "").split()]  # a picture, and no value
                parts[tr["inside"][-1]].append([(web.plain(c["text"]), int(c.get("rowspan", 1)), int(c.get("colspan", 1))) for c in cells])
            title = web.plain(page.within(section, "h2")[0]["text"])
            tables.append(read_grid(title, spread(parts["thead"]), spread(parts["tbody"]), bool(page.within(section, "figure"))))
    return tables


def markdown(path):
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines() + [""]
    split = lambda line: [web.unescaped(cell.strip()) for cell in re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1]]
    tables, title, described, top = [], "", False, None
    for line in lines:
        if line.startswith("## "):
            title, described = web.plain(web.unescaped(line[3:])), False
        elif line.startswith("|") and top is None:
            top, rows = [web.plain(re.sub(r"( [⁰¹²³⁴⁵⁶⁷⁸⁹]+)+(?=: )", "", cell)) for cell in split(line)], []
        elif line.startswith("| ---"):
            continue
        elif line.startswith("|"):
            label, *cells = split(line)
            raw = re.split(r"(?<!\\)\|", line)[1].strip()
            if raw.startswith("**"):
                label = label[2:-2]
            label = web.plain(re.sub("^– ", "", label))
            rows.append((label, [(head, value(cell)) for head, cell in zip(top[1:], cells, strict=True)]))
        elif top is not None:
            tables.append(Read(title, rows, described))
            top = None
        elif line:
            described = True
    return tables


def word_document(path):
    """The tables of a Word document, each under the heading of its part; notes are footnotes, and no text of a cell."""
    import docx  # only there where the format is

    name = lambda element: element.tag.split("}")[1]
    inside = lambda element, *tags: [e for e in element.iter() if e.tag != element.tag and name(e) in tags]
    setting = lambda element, tag: next((dict((k.split("}")[1], v) for k, v in e.attrib.items()) for e in inside(element, tag)), None)
    written = {"br": " ", "tab": " ", "noBreakHyphen": "-"}
    text = lambda element: "".join(written.get(name(e), e.text or "") for e in inside(element, "t", *written))
    tables, title, drawn, caption = [], "", False, ""
    document = docx.Document(path)
    headings = {style.style_id for style in document.styles if style.name in ("Heading 1", "heading 1")}
    for element in document.element.body:
        if name(element) == "p" and (setting(element, "pStyle") or {}).get("val") in headings:
            title, drawn = text(element), False
        drawn = drawn or bool(inside(element, "drawing"))
        if (setting(element, "pStyle") or {}).get("val") == "Bijschrift":
            caption = text(element)
        if name(element) != "tbl":
            continue
        rows, open_cells = {True: [], False: []}, {}
        for row in inside(element, "tr"):
            cells, at = [], 0
            for cell in inside(row, "tc"):
                wide = int((setting(cell, "gridSpan") or {}).get("val", 1))
                merge = setting(cell, "vMerge")
                if merge is not None and merge.get("val") != "restart":
                    open_cells[at][1] += 1
                else:
                    cells.append([web.plain(text(cell)), 1, wide])
                    open_cells[at] = cells[-1]
                at += wide
            rows[setting(row, "tblHeader") is not None].append(cells)
        read = read_grid(title, spread(rows[True]), spread(rows[False]), drawn)
        if caption.endswith(" (vervolg)"):  # more columns of the table before
            before = tables.pop()
            read = Read(title, [(label, cells + more) if label == other else ("%s beside %s" % (label, other), cells + more)
                                for (label, cells), (other, more) in zip(before.rows, read.rows, strict=True)], drawn)
        tables.append(read)
    return tables


def word_text(path):
    import docx

    return "\n".join(e.text or "" for e in docx.Document(path).element.body.iter() if e.tag.endswith("}t"))


def undefused(text):
    """A text of `--formaat csv` without the apostrophe in front of what would be a formula."""
    return text[1:] if re.match(r"'+[=+\-@\t\r]", text) else text


def tidy(text):
    """White space as one space, which is how pages show it."""
    return re.sub(r"\s+", " ", text).strip()


def tidied(tables):
    return [Read(tidy(t.title), [(tidy(label), [(tidy(head), text) for head, text in cells]) for label, cells in t.rows], t.chart) for t in tables]


def workbook_text(path):
    book = openpyxl.load_workbook(path)
    return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)


def html_text(path):
    with open(path, encoding="utf-8") as file:
        return web.Page(file.read()).all("body")[0]["text"]


def plain_file(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def csv_cells(path):
    """By table: (rij, (kolom, schooljaar), value) in reading order."""
    tables = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            texts = {key: tidy(re.sub("[\u0000-\u0008]", "", undefused(text))) for key, text in row.items()}
            tables.setdefault(texts["tabel"], []).append((texts["rij"], (texts["kolom"], texts["schooljaar"]), value(texts["waarde"])))
    return list(tables.items())


READERS = {"xlsx": report_workbook, "xlsx, toegankelijk": accessible_workbook, "html": html_page, "md": markdown, "docx": word_document}
# The whole text of a document.
TEXTS = {"xlsx": workbook_text, "xlsx, toegankelijk": workbook_text, "html": html_text, "md": lambda path: web.unescaped(plain_file(path)), "docx": word_text, "txt": plain_file}
