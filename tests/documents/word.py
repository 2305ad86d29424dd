"""Word documents as a reader finds them: opens them with python-docx and openpyxl and compares them with `--formaat csv` and Markdown.

The order of elements is that of ISO/IEC 29500-1 (transitional), where the standard wants one.
"""
import csv
import io
import posixpath
import re
import zipfile
import xml.etree.ElementTree as ElementTree

import docx
import openpyxl

import web

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

# The children of an element, in the order that the standard prescribes; an element not named here must not occur.
ORDER = {
    W + "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap "
               "overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
               "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    W + "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern "
               "position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange",
    W + "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout "
                 "tblCellMar tblLook tblCaption tblDescription tblPrChange",
    W + "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    W + "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote "
                  "titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange",
    W + "tbl": "tblPr tblGrid tr", W + "tr": "tblPrEx trPr tc", W + "tc": "tcPr p",
    W + "tblBorders": "top left start bottom right end insideH insideV", W + "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    W + "pBdr": "top left bottom right between bar", W + "tblCellMar": "top left start bottom right end",
    W + "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply "
                 "rsid pPr rPr tblPr trPr tcPr tblStylePr",
    W + "styles": "docDefaults latentStyles style", W + "docDefaults": "rPrDefault pPrDefault",
    W + "numbering": "numPicBullet abstractNum num numIdMacAtCleanup", W + "num": "abstractNumId lvlOverride", W + "lvlOverride": "startOverride lvl",
    W + "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    W + "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr", W + "numPr": "ilvl numId numberingChange ins",
    W + "settings": "writeProtection view zoom removePersonalInformation defaultTabStop autoHyphenation hyphenationZone evenAndOddHeaders characterSpacingControl "
                    "footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    W + "sdt": "sdtPr sdtEndPr sdtContent",
    WP + "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
    C + "chartSpace": "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst",
    C + "chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst",
    C + "plotArea": "layout barChart lineChart pieChart catAx valAx dTable spPr extLst",
    C + "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst",
    C + "lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst",
    C + "pieChart": "varyColors ser dLbls firstSliceAng extLst",
    C + "ser": "idx order tx spPr invertIfNegative explosion marker pictureOptions dPt dLbls trendline errBars cat val smooth shape extLst",
    C + "dPt": "idx invertIfNegative marker bubble3D explosion spPr pictureOptions extLst",
    C + "dLbls": "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines "
                 "leaderLines extLst",
    C + "dLbl": "idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator extLst",
    C + "catAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses "
                 "crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
    C + "valAx": "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses "
                 "crossesAt crossBetween majorUnit minorUnit dispUnits extLst",
    C + "scaling": "logBase orientation max min extLst", C + "legend": "legendPos legendEntry layout overlay spPr txPr extLst",
    C + "title": "tx layout overlay spPr txPr extLst", C + "marker": "symbol size spPr extLst", C + "strCache": "ptCount pt extLst",
    C + "numCache": "formatCode ptCount pt extLst", A + "ln": "noFill solidFill gradFill pattFill prstDash custDash round bevel miter headEnd tailEnd",
}
# Elements that the standard knows once at most in their parent.
OFTEN = set("headerReference footerReference tr tc p style abstractNum num lvl lvlOverride ser dPt dLbl pt axId tblStylePr legendEntry".split())


def order_faults(part, root):
    for element in root.iter():
        wanted = ORDER.get(element.tag)
        if wanted is None:
            continue
        space, names = element.tag.split("}")[0] + "}", wanted.split()
        if element.tag in (WP + "inline",):
            found = [child.tag.split("}")[1] for child in element]
        else:
            found = [child.tag[len(space):] for child in element if child.tag.startswith(space)]
        yield from ("%s: %s in %s" % (part, name, element.tag) for name in found if name not in names)
        places = [names.index(name) for name in found if name in names]
        if places != sorted(places):
            yield "%s: the children of %s are out of order: %s" % (part, element.tag, found)
        yield from ("%s: %s twice in %s" % (part, name, element.tag) for name in set(found) - OFTEN if found.count(name) > 1)


class Package:
    """The parts of a document; those in XML as trees, of which each is well-formed."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as file:
            self.infos = file.infolist()
            self.bytes = {info.filename: file.read(info) for info in self.infos}
        self.trees = {name: ElementTree.fromstring(text) for name, text in self.bytes.items() if name.endswith((".xml", ".rels"))}

    def relations(self, part):
        folder, name = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, "_rels", name + ".rels"))
        return {} if tree is None else {one.get("Id"): one for one in tree}

    def target(self, part, relation):
        return posixpath.normpath(posixpath.join(posixpath.dirname(part), relation.get("Target")))


def package_faults(path):
    """What is wrong with the file in itself: its parts, what they refer to, the order of elements, ids and styles."""
    package = Package(path)
    yield from ("%s has the date %s" % (info.filename, info.date_time) for info in package.infos if info.date_time != (2000, 1, 1, 12, 0, 0))
    types = package.trees["[Content_Types].xml"]
    named = {one.get("PartName")[1:] for one in types.iter(TYPES + "Override")}
    extensions = {one.get("Extension") for one in types.iter(TYPES + "Default")}
    yield from ("%s has no content type" % name for name in package.bytes if name not in named and name.split(".")[-1] not in extensions | {"xml]"})
    yield from ("there is no part %s" % name for name in named - set(package.bytes))
    for part, tree in package.trees.items():
        yield from order_faults(part, tree)
        if part.endswith(".rels"):
            continue
        relations = package.relations(part)
        used = {value for element in tree.iter() for name, value in element.attrib.items() if name.startswith(R)}
        yield from ("%s refers to %s" % (part, name) for name in used - set(relations))
        for relation in relations.values():
            if relation.get("TargetMode") != "External" and package.target(part, relation) not in package.bytes:
                yield "%s refers to %s" % (part, relation.get("Target"))
    text, styles = package.trees["word/document.xml"], package.trees["word/styles.xml"]
    known = {style.get(W + "styleId") for style in styles.iter(W + "style")}
    for part in ("word/document.xml", "word/styles.xml", "word/footnotes.xml", "word/footer.xml"):
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            yield from ("%s: no style %s" % (part, e.get(W + "val")) for e in package.trees[part].iter(W + tag) if e.get(W + "val") not in known)
    for tag, attribute in ((W + "bookmarkStart", W + "id"), (W + "bookmarkStart", W + "name"), (WP + "docPr", "id"), (W + "footnoteReference", W + "id")):
        ids = [element.get(attribute) for element in text.iter(tag)]
        if len(ids) != len(set(ids)): yield "%s has an id twice: %s" % (tag, ids)
    marks = {mark.get(W + "name") for mark in text.iter(W + "bookmarkStart")}
    yield from ("a link leads to %s" % link.get(W + "anchor") for link in text.iter(W + "hyperlink") if link.get(W + "anchor") and link.get(W + "anchor") not in marks)
    yield from ("a field refers to %s" % f.text for f in text.iter(W + "instrText") if f.text.split()[0] == "NOTEREF" and f.text.split()[1] not in marks)
    notes = [note.get(W + "id") for note in package.trees["word/footnotes.xml"] if note.get(W + "type") is None]
    if notes != [mark.get(W + "id") for mark in text.iter(W + "footnoteReference")]: yield "footnotes %s" % notes
    if [f.get(W + "fldCharType") for f in text.iter(W + "fldChar")].count("begin") * 3 != len(list(text.iter(W + "fldChar"))): yield "a field is not closed"
    lists = {one.get(W + "numId") for one in package.trees["word/numbering.xml"].iter(W + "num")}
    yield from ("there is no list %s" % one.get(W + "val") for one in text.iter(W + "numId") if one.get(W + "val") not in lists)
    if package.trees["word/settings.xml"].find(W + "updateFields") is not None or b"w:dirty" in package.bytes["word/document.xml"]: yield "Word asks whether to update fields"
    languages = {one.get(W + "val") for part in package.trees.values() for one in part.iter(W + "lang")}
    if languages != {"nl-NL"}: yield "the languages are %s" % languages


def text_of(element):
    """The text of a paragraph or cell, without the numbers of notes."""
    out = ""
    for run in element.iter(W + "r"):
        style = run.find("%srPr/%srStyle" % (W, W))
        if style is not None and style.get(W + "val") == "Voetnootmarkering":
            continue
        out += "".join({W + "t": node.text or "", W + "noBreakHyphen": "-", W + "br": "\n"}.get(node.tag, "") for node in run)
    return out


def word_tables(document):
    """Of each table: its caption, its rows, and which of them are heads. Each row: (text, vMerge, gridSpan) of its cells."""
    caption = None
    for element in document.element.body:
        if element.tag == W + "p":
            style = element.find("%spPr/%spStyle" % (W, W))
            caption = text_of(element) if style is not None and style.get(W + "val") == "Bijschrift" else caption
        elif element.tag == W + "tbl":
            rows = []
            for row in element.iter(W + "tr"):
                cells = []
                for cell in row.iter(W + "tc"):
                    merge, span = cell.find("%stcPr/%svMerge" % (W, W)), cell.find("%stcPr/%sgridSpan" % (W, W))
                    cells.append((text_of(cell), None if merge is None else merge.get(W + "val"), 1 if span is None else int(span.get(W + "val"))))
                rows.append((row.find("%strPr/%stblHeader" % (W, W)) is not None, cells, row))
            yield caption, rows, element


def goes_on(caption):
    """Whether a table has more columns of the one before."""
    return bool(caption) and caption.endswith(" (vervolg)")


def whole_tables(document):
    """Of each table the caption and the rows, as (whether it is a head, cells); those that go on from the one before are joined with it."""
    joined = []
    for caption, rows, _ in word_tables(document):
        rows = [(is_head, cells) for is_head, cells, _ in rows]
        if goes_on(caption):
            before, heads = joined[-1][1], [row for row in rows if row[0]]
            body, more = [[cells for is_head, cells in part if not is_head] for part in (before, rows)]
            joined[-1] = (joined[-1][0], [row for row in before if row[0]] + heads +
                          [(False, a + b[1:] if a[0][0] == b[0][0] else [("beside " + b[0][0], None, 1)] + a[1:]) for a, b in zip(body, more, strict=True)])
        else:
            joined.append((caption, rows))
    return joined


def table_differences(path, figures):
    """Each cell of the csv stands in its table, in the same order with the same text; joint counts in a merged cell."""
    document = docx.Document(path)
    found = []
    for caption, rows in whole_tables(document):
        if ": De cijfers bij grafiek " in caption:
            continue
        cells = []
        for is_head, row in rows:
            if not is_head:
                cells += [(row[0][0], web.without_points(text)) for text, merge, _ in row[1:] if merge != "continue" and text not in ("", "↑", "←")]
        if cells:
            found.append((caption, cells))
    expected = web.cells_of_csv(figures)
    if len(found) != len(expected):
        yield "%d tables instead of %d" % (len(found), len(expected))
    for (name, cells), (_, shown) in zip(expected, found):
        yield from web.same_cells(name, cells, shown)


def joint_differences(path, figures):
    """A count for several rows in the csv is one cell of the document, which python-docx finds in each of those rows."""
    tables = []
    for table in docx.Document(path).tables:
        columns = range(1, len(table.columns))
        tables.append({text_of(row.cells[0]._tc): [row.cells[column]._tc for column in columns] for row in table.rows})
    with open(figures, encoding="utf-8") as file:
        joints = [(line["rij"].split(" + "), line["waarde"]) for line in csv.DictReader(file, delimiter=";") if " + " in line["rij"]]
    for labels, value in joints:
        found = [cells for rows in tables if all(label in rows for label in labels) for cells in zip(*[rows[label] for label in labels])]
        if not any(len(set(cells)) == 1 and web.without_points(text_of(cells[0])) == value for cells in found):
            yield "%s of %s is not one cell" % (value, " + ".join(labels))
    if "twenterand" in path and not joints: yield "the csv has no joint counts"


def layout_faults(path):
    """Tables: captions numbered on, heads repeated, rows whole, widths that add up and fit their page. Every page on its side has a table."""
    document = docx.Document(path)
    page, tables, number = None, [], 0
    for caption, rows, element in word_tables(document):
        number += 0 if goes_on(caption) else 1
        if not caption or not caption.startswith("Tabel %d: " % number): yield "table %d has the caption %s" % (number, caption)
        name, grid = caption, [int(column.get(W + "w")) for column in element.find(W + "tblGrid")]
        heads = [is_head for is_head, _, _ in rows]
        if not heads[0] or heads != sorted(heads, reverse=True) or heads.count(True) > 2 or all(heads): yield "%s has the heads %s" % (name, heads)
        for _, cells, row in rows:
            if row.find("%strPr/%scantSplit" % (W, W)) is None: yield name + " has a row that may be divided"
            if sum(span for _, _, span in cells) != len(grid): yield name + " has a row of another number of columns"
            at = 0
            for (text, merge, span), cell in zip(cells, row.iter(W + "tc")):
                if int(cell.find("%stcPr/%stcW" % (W, W)).get(W + "w")) != sum(grid[at:at + span]): yield "%s: %s has another width than its columns" % (name, text)
                at += span
        for at, column in enumerate(zip(*[cells for _, cells, _ in rows]) if all(len(c) == len(grid) for _, c, _ in rows) else []):
            merges = [merge for _, merge, _ in column]
            for above, below in zip([None] + merges, merges):
                if below == "continue" and above not in ("restart", "continue"): yield "%s: column %d goes on from nothing" % (name, at)
        tables.append((element, sum(grid), name))
    body, sections, inside = document.element.body, [], []
    for element in body:
        inside.append(element)
        section = element if element.tag == W + "sectPr" else element.find("%spPr/%ssectPr" % (W, W))
        if section is not None:
            sections.append((section, inside))
            inside = []
    for section, inside in sections:
        size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
        room = int(size.get(W + "w")) - int(margins.get(W + "left")) - int(margins.get(W + "right"))
        held = [(width, name) for element, width, name in tables if element in inside]
        yield from ("%s is %d wide on a page of %d" % (name, width, room) for width, name in held if width > room)
        landscape = size.get(W + "orient") == "landscape"
        if landscape != (int(size.get(W + "w")) > int(size.get(W + "h"))): yield "a section says that it stands %s" % size.get(W + "orient")
        if landscape and not held: yield "a page on its side has no table"
        if not any(text_of(element).strip() for element in inside): yield "a section is empty"


def text_differences(path, markdown):
    """The headings are those of the Markdown, in the same order, the contents name them, and no level is skipped."""
    document = docx.Document(path)
    found = [(int(p.style.name.split()[1]), text_of(p._p)) for p in document.paragraphs if p.style.name.startswith("Heading ")]
    lines = markdown.splitlines()
    expected = [(len(line.split()[0]) - 1, web.plain(web.unescaped(line.lstrip("# ")))) for line in lines if re.match("#{2,6} ", line)]
    if found and found[-1] == (1, "Noten"):
        notes = [text_of(p) for p in list(document.element.body.iter(W + "p"))[-len(document.paragraphs):] if p.find("%spPr/%spStyle" % (W, W)).get(W + "val") == "Noot"]
        tail = [web.unescaped(line) for line in lines if line][-3:]
        if notes[-1] != tail[-1]: yield "the last note is %s" % notes[-1]
        found.pop()
    yield from ("the heading %s instead of %s" % (b, a) for a, b in zip(expected, found) if a != b)
    if len(expected) != len(found): yield "%d headings instead of %d" % (len(found), len(expected))
    levels = [0] + [level for level, _ in found]
    if any(b > a + 1 for a, b in zip(levels, levels[1:])): yield "the levels are %s" % levels
    contents = [(int(p.find("%spPr/%spStyle" % (W, W)).get(W + "val")[-1]), text_of(p)) for p in document.element.body.iter(W + "p")
                if p.find("%spPr/%spStyle" % (W, W)).get(W + "val").startswith("Inhopg")]
    if [one for one in contents if one != (1, "Noten")] != [one for one in found if one[0] <= 2]: yield "the contents are %s" % contents
    title = next(p for p in document.paragraphs if p.style.name == "Title")
    if text_of(title._p) != web.unescaped(lines[0].lstrip("# ")) or document.core_properties.title != text_of(title._p): yield "the title is %s" % text_of(title._p)
    properties = document.core_properties
    if properties.language != "nl-NL" or not properties.author.startswith("jaarverslag ") or properties.created.year != 2000 or not properties.subject:
        yield "the properties are %s, %s, %s, %s" % (properties.language, properties.author, properties.created, properties.subject)
    words = [text_of(p) for p in document.element.body.iter(W + "p")]
    plain = {re.sub(r"\W", "", word) for word in words}
    for line in lines:
        if line.startswith("- ") and re.sub(r"\W", "", web.unescaped(line)) not in plain: yield "no sentence %s" % line


def chart_differences(path, markdown):
    """Each chart has an alternative text, is drawn from figures that stand in the workbook behind it, and those are in the table below."""
    package, document = Package(path), docx.Document(path)
    relations, drawn = package.relations("word/document.xml"), []
    tables = [rows for caption, rows in whole_tables(document) if ": De cijfers bij grafiek " in caption]
    described = {web.unescaped(line) for line in markdown.splitlines()}
    for inline in document.element.body.iter(WP + "inline"):
        if inline.find(".//" + C + "chart") is None: continue  # the logo
        name, text = inline.find(WP + "docPr").get("name"), inline.find(WP + "docPr").get("descr")
        if text not in described: yield "%s is described as %s" % (name, text)
        part = package.target("word/document.xml", relations[next(inline.iter(C + "chart")).get(R + "id")])
        tree, refers = package.trees[part], package.relations(part)
        behind = package.target(part, refers[tree.find(C + "externalData").get(R + "id")])
        book = openpyxl.load_workbook(io.BytesIO(package.bytes[behind]))
        figures, labels = [], set()
        for holder in list(tree.iter(C + "tx")) + list(tree.iter(C + "cat")) + list(tree.iter(C + "val")):
            formula = holder.find(".//" + C + "f")
            if formula is None: continue
            sheet, area = formula.text.split("!")
            cells = book[sheet][area.replace("$", "")]
            values = [cell.value for row in (cells if isinstance(cells, tuple) else ((cells,),)) for cell in row]
            cached = [v.text for v in holder.iter(C + "v")]
            if holder.tag == C + "val":
                figures += values
                if [float(v) for v in cached] != values: yield "%s draws %s, and its workbook has %s" % (name, cached, values)
            else:
                labels |= set(values)
                if cached != values: yield "%s names %s, and its workbook has %s" % (name, cached, values)
        if not figures: yield name + " draws nothing"
        shown = [cell[0] for _, row in tables[len(drawn) - name.endswith(" (vervolg)")] for cell in row]
        numbers = [float(text.replace(".", "").replace(",", ".").replace("-", "0") if text != "-" else 0) for text in shown if re.fullmatch(r"-|-?[\d.]+(,\d+)?", text)]
        yield from ("%s: %s is not in the table" % (name, figure) for figure in figures if float(figure) not in numbers)
        kind = tree.find(".//" + C + "pieChart")
        yield from ("%s: no label %s in the table" % (name, label) for label in labels if label not in shown and (kind is None or label != "n"))
        if book.properties.created.year != 2000: yield "%s: the workbook is of %s" % (name, book.properties.created)
        if not name.endswith(" (vervolg)"): drawn.append(name)
    if drawn != ["Grafiek %d" % (i + 1) for i in range(len(drawn))] or len(drawn) != len(tables): yield "the charts are %s, with %d tables" % (drawn, len(tables))
    captions = [text_of(p._p) for p in document.paragraphs if p.style.name == "Caption"]
    if [c.split(":")[0] for c in captions if c.startswith("Grafiek") and not c.endswith(" (vervolg)")] != drawn: yield "the captions are %s" % captions


def note_differences(path, notes, marked):
    """The footnotes, in order, and the text of the paragraph that each stands in (a caption without its number)."""
    package = Package(path)
    found = [text_of(note).strip() for note in package.trees["word/footnotes.xml"] if note.get(W + "type") is None]
    if found != notes: yield "the footnotes are %s" % found
    holders = [text_of(p).split(": ")[-1] for p in package.trees["word/document.xml"].iter(W + "p") for _ in p.iter(W + "footnoteReference")]
    if holders != marked: yield "the footnotes stand at %s" % holders


def pdf_differences(path, pdf_text):
    """What a reader of its pages sees: every heading and caption, and every word of a table."""
    squeezed = re.sub(r"\s+", "", pdf_text)
    document = docx.Document(path)
    wanted = [text_of(p._p) for p in document.paragraphs if p.style.name.startswith(("Heading", "Caption"))]
    wanted += [word for _, rows, _ in word_tables(document) for _, cells, _ in rows for text, _, _ in cells for word in text.split()]
    yield from ("%s is not shown" % text for text in wanted if re.sub(r"\s+", "", text) not in squeezed)


def style_differences(path, text, heading, colour, margins):
    """Whether a document has the fonts (`Verdana 20`: in half points), colour and margins (top, right, bottom, left, in twips) of another."""
    package = Package(path)
    styles = {style.get(W + "styleId"): style for style in package.trees["word/styles.xml"].iter(W + "style")}

    def look(properties):
        return "%s %s" % (properties.find(W + "rFonts").get(W + "ascii"), properties.find(W + "sz").get(W + "val"))

    defaults = package.trees["word/styles.xml"].find("%sdocDefaults/%srPrDefault/%srPr" % (W, W, W))
    if look(defaults) != text: yield "the text is in %s" % look(defaults)
    found = styles["Kop1"].find(W + "rPr")
    if look(found) != heading or found.find(W + "color").get(W + "val") != colour: yield "headings are in %s %s" % (look(found), found.find(W + "color").get(W + "val"))
    tree = package.trees["word/document.xml"]
    fills = {row.find("%stc/%stcPr/%sshd" % (W, W, W)).get(W + "fill") for row in tree.iter(W + "tr") if row.find("%strPr/%stblHeader" % (W, W)) is not None}
    if fills != {colour}: yield "the heads of tables are %s" % fills
    for section in tree.iter(W + "sectPr"):
        there = [int(section.find(W + "pgMar").get(W + side)) for side in ("top", "right", "bottom", "left")]
        wanted = margins[-1:] + margins[:-1] if section.find(W + "pgSz").get(W + "orient") == "landscape" else margins
        if there != wanted: yield "the margins are %s instead of %s" % (there, wanted)
    for name, tree in package.trees.items():
        if "charts/chart" in name and 'typeface="%s"' % text.rsplit(" ", 1)[0] not in package.bytes[name].decode(): yield name + " has another font"
