"""The checklist of accessible spreadsheets, and what holds of any workbook of ours."""
import datetime
import re
import zipfile
import xml.etree.ElementTree

import openpyxl

REASONS = {"geen bron", "onbekend", "nvt", "onderdrukt", "samen geteld"}
SPACE = {"p": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "dc": "http://purl.org/dc/elements/1.1/",
         "xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"}


def luminance(colour):
    parts = [int(colour[at:at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(cell):
    text = cell.font.color.rgb[2:] if cell.font.color and cell.font.color.type == "rgb" else "000000"
    back = cell.fill.fgColor.rgb[2:] if cell.fill.fill_type == "solid" else "FFFFFF"
    light, dark = sorted((luminance(text), luminance(back)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def texts_of(sheet):
    return [cell for row in sheet.iter_rows() for cell in row if cell.value not in (None, "")]


def faults_of_any(path, title):
    """What both styles must have: properties, a page, links that lead somewhere, text that can be read, charts with alternative text."""
    book = openpyxl.load_workbook(path)
    if book.properties.title != title or not book.properties.subject or book.properties.creator[:11] != "jaarverslag":
        yield "the properties are %s, %s, %s" % (book.properties.title, book.properties.subject, book.properties.creator)
    with zipfile.ZipFile(path) as file:
        if b'name="Language"><vt:lpwstr>nl-NL<' not in file.read("docProps/custom.xml"):
            yield "the language is not nl-NL"
    if book.properties.created != datetime.datetime(2000, 1, 1):
        yield "the date is %s" % book.properties.created
    if len({name.lower() for name in book.sheetnames}) != len(book.sheetnames) or any(re.match(r"(?i)(sheet|blad) ?\d", name) for name in book.sheetnames):
        yield "the sheets are %s" % book.sheetnames
    for sheet in book:
        if sheet.page_setup.orientation != "landscape" or int(sheet.page_setup.paperSize) != 9:
            yield sheet.title + " is not A4 landscape"
        if not sheet["A1"].value or not sheet["A1"].font.b:
            yield sheet.title + " has no title in A1"
        for cell in texts_of(sheet):
            if contrast(cell) < 4.5:
                yield "%s %s can hardly be read: %.1f" % (sheet.title, cell.coordinate, contrast(cell))
            if cell.hyperlink and cell.hyperlink.location:
                name = cell.hyperlink.location.rsplit("!", 1)[0].strip("'").replace("''", "'")
                if name not in book.sheetnames:
                    yield "%s %s leads to %s" % (sheet.title, cell.coordinate, name)
    with zipfile.ZipFile(path) as file:
        for name in file.namelist():
            if re.match("xl/drawings/drawing", name):
                for drawing in xml.etree.ElementTree.fromstring(file.read(name)).iter("{%s}cNvPr" % SPACE["xdr"]):
                    if not drawing.get("descr"):
                        yield name + " has no alternative text"


def faults(path):
    """What of the checklist an accessible workbook does not keep."""
    book = openpyxl.load_workbook(path)
    parts = [sheet for sheet in book if sheet.title not in ("Voorblad", "Inhoud", "Noten", "Begrippen")]
    if book.sheetnames[:2] != ["Voorblad", "Inhoud"]:
        yield "it begins with %s" % book.sheetnames[:2]
    yield from list_names(book)
    listed = {row[0].value: row[1].value for row in book["Inhoud"][next(iter(book["Inhoud"].tables.values())).ref]}
    links = {cell.value: cell.hyperlink.location for cell in book["Inhoud"]["A"] if cell.hyperlink}
    for sheet in parts + [book[name] for name in ("Noten", "Begrippen") if name in book.sheetnames]:
        if sheet.title not in listed or sheet.title not in links:
            yield sheet.title + " is not linked in the contents"
        if not any(cell.hyperlink and cell.hyperlink.location.startswith("'Inhoud'") for cell in sheet["A"]):
            yield sheet.title + " does not link to the contents"
    known = {}
    if "Noten" in book.sheetnames:
        for row in book["Noten"][next(iter(book["Noten"].tables.values())).ref][1:]:
            known.setdefault(row[0].value, set()).update(row[2].value.split(", "))
            if not row[1].value:
                yield "the note %s says %s" % (row[0].value, row[1].value)
    used = set()
    for sheet in book:
        if sheet.merged_cells.ranges:
            yield "%s has merged cells: %s" % (sheet.title, sheet.merged_cells.ranges)
        if len(sheet.tables) > 1 or (sheet._charts and not sheet.tables):
            yield "%s has %d tables and %d charts" % (sheet.title, len(sheet.tables), len(sheet._charts))
        if sheet.freeze_panes or sheet.auto_filter.ref or any(r.hidden for r in sheet.row_dimensions.values()) or any(c.hidden for c in sheet.column_dimensions.values()):
            yield sheet.title + " has panes, filters or hidden cells"
        for table in sheet.tables.values():
            yield from list_faults(sheet, table)
            for cell in texts_of(sheet):
                words = set(re.findall(r"\[noot \d+\]", str(cell.value)))
                if isinstance(cell.value, str) and cell.value in REASONS and sheet in parts:
                    words.add(cell.value)
                if sheet in parts:
                    used |= words
                    yield from ("%s %s: %s is not explained for this sheet" % (sheet.title, cell.coordinate, word) for word in words if sheet.title not in known.get(word, ()))
    yield from ("%s is explained and used nowhere" % word for word in known if word not in used and word != "opmerking")


def list_names(book):
    names = [table.displayName for sheet in book for table in sheet.tables.values()]
    if len({name.lower() for name in names}) != len(names):
        yield "list objects share a name: %s" % names
    yield from ("%s is no name for a list object" % name for name in names if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]{2,254}", name))


def list_faults(sheet, table):
    """A list object is the whole table: unique heads in one row right below the text, no empty cell, and no meaning by colour or place only."""
    heads, *rows = sheet[table.ref]
    names = [cell.value for cell in heads]
    if [re.sub("_x005F(_x[0-9A-Fa-f]{4}_)", r"\1", column.name) for column in table.tableColumns] != names or len({name.lower() for name in names}) != len(names) or not all(names):
        yield "%s has the heads %s" % (sheet.title, names)
    if table.headerRowCount != 1 or table.totalsRowCount:
        yield sheet.title + " has other rows of heads than one"
    if heads[0].column_letter != "A" or sheet.cell(heads[0].row - 1, 1).value is None:
        yield sheet.title + " has a gap above its table"
    if not sheet.print_title_rows or not re.fullmatch(r"\$(\d+):\$\1", sheet.print_title_rows) or int(sheet.print_title_rows.split("$")[-1]) != heads[0].row:
        yield sheet.title + " does not repeat its heads: %s" % sheet.print_title_rows
    beyond = [cell.coordinate for cell in texts_of(sheet) if cell.row > rows[-1][0].row or (cell.row >= heads[0].row and cell.column > heads[-1].column)]
    if beyond:
        yield "%s has something outside its table: %s" % (sheet.title, beyond)
    for row in rows:
        for cell in row:
            if cell.value in (None, ""):
                yield "%s %s is empty" % (sheet.title, cell.coordinate)
        label = row[0]
        if label.font.b and not re.search(r"(?i)totaal|regio|leerlingen|plichtig", str(label.value)) and label.fill.fill_type == "solid":
            yield "%s %s is a total, and its label %s does not say so" % (sheet.title, label.coordinate, label.value)
        if (label.alignment.indent or 0) > 1 and not str(label.value).lower().startswith("waarvan"):
            yield "%s %s stands to the right, and its label %s does not say why" % (sheet.title, label.coordinate, label.value)
