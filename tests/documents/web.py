"""Reads a report in HTML and in Markdown back with the parsers of the standard library and compares them with `--formaat csv`."""
import base64
import csv
import hashlib
import html.parser
import re

VOID = {"meta", "col", "br", "link", "img", "input", "hr", "base"}
MARKS = re.compile("([ \u00a0][⁰¹²³⁴⁵⁶⁷⁸⁹]+)+$")


def plain(text):
    """A text without the marks of its notes."""
    return MARKS.sub("", text)


class Page(html.parser.HTMLParser):
    """The elements of a page in order: name, attributes, text with that of the elements inside."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.open, self.wrong = [], [], []
        self.feed(text)
        self.close()
        self.wrong += ["<%s> is not closed" % element["tag"] for element in self.open]

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.wrong.append("<%s> has an attribute twice: %s" % (tag, names))
        element = {"tag": tag, "text": "", "inside": [e["tag"] for e in self.open], "parent": self.open[-1] if self.open else None, **dict(attributes)}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if self.open[-1] is self.elements[-1]:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1]["tag"] != tag:
            self.wrong.append("</%s> closes %s" % (tag, self.open[-1]["tag"] if self.open else "nothing"))
        else:
            self.open.pop()

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def all(self, *tags):
        return [element for element in self.elements if element["tag"] in tags]

    def within(self, outer, *tags):
        """The elements inside another."""
        found = []
        for element in self.all(*tags):
            parent = element["parent"]
            while parent is not None and parent is not outer:
                parent = parent["parent"]
            if parent is outer:
                found.append(element)
        return found


def cells_of_csv(path):
    """By table: (rij, waarde) in reading order."""
    tables = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            tables.setdefault(row["tabel"], []).append((row["rij"], row["waarde"]))
    return list(tables.items())


def same_cells(name, expected, found):
    """A joint count has all its rows in the csv, and at least the first on the page."""
    if len(expected) != len(found):
        yield "%s: %d cells instead of %d" % (name, len(found), len(expected))
    for (row, value), (label, text) in zip(expected, found):
        if text != value or (label != row and not row.startswith(label + " + ")):
            yield "%s: %s, %s instead of %s, %s" % (name, label, text, row, value)


def without_points(text):
    return text.replace(".", "") if re.fullmatch(r"-?[\d.,]+", text) else text


def html_tables(page):
    """Of each table that is not of a chart, the cells with something in them: (row labels, text)."""
    sections = [s for s in page.all("section") if not page.within(s, "figure")]
    for table in [t for s in sections for t in page.within(s, "table")]:
        heads = {th["id"]: th for th in page.within(table, "th")}
        cells = []
        for td in page.within(table, "td"):
            if "tbody" not in td["inside"] or "trend" in (td.get("class") or "").split() or plain(td["text"]) in ("", "↑", "←"):
                continue
            over = [heads[name] for name in td["headers"].split()]
            if not any(th["scope"] in ("col", "colgroup") for th in over):
                yield table, [("no head above", td["text"])]
            cells.append((" + ".join(plain(th["text"]) for th in over if th["scope"] == "row"), without_points(plain(td["text"]))))
        yield table, cells


def html_differences(text, figures):
    """What of the csv is not on the page, in the same order with the same text."""
    page = Page(text)
    found, expected = [(t, c) for t, c in html_tables(page) if c], cells_of_csv(figures)
    if len(found) != len(expected):
        yield "%d tables instead of %d" % (len(found), len(expected))
    for (name, cells), (_, shown) in zip(expected, found):
        yield from same_cells(name, cells, shown)


def chart_differences(text):
    """Each picture of a chart shows every figure and label of the table below it, totals aside."""
    page = Page(text)
    for section in page.all("section"):
        pictures = [svg for figure in page.within(section, "figure") for svg in page.within(figure, "svg")]
        if not pictures:
            continue
        if len(pictures) != 2:
            yield "%s has %d pictures" % (section["id"], len(pictures))
        rows = [tr for tr in page.within(section, "tr") if "tbody" in tr["inside"] and tr.get("class") != "totaal"]
        figures = [plain(td["text"]).replace("-", "0") if td["text"] == "-" else plain(td["text"]) for tr in rows for td in page.within(tr, "td")]
        labels = [plain(th["text"]) for tr in rows for th in page.within(tr, "th")]
        if len(rows) == 1: labels = []  # one series needs no legend
        for picture in pictures:
            shown = " ".join(t["text"] for t in page.within(picture, "text"))
            numbers, words = set(re.findall(r"[\d.,]*\d", shown)), re.sub(r"\s", "", shown)
            yield from ("%s does not show %s" % (picture["aria-labelledby"], f) for f in figures if f not in numbers)
            yield from ("%s has no label %s" % (picture["aria-labelledby"], l) for l in labels if re.sub(r"\s", "", l) not in words)
            names = {e["id"]: e["text"] for e in page.within(picture, "title", "desc")}
            if not names.get(picture["aria-labelledby"]) or not names.get(picture["aria-describedby"]):
                yield "%s has no title or no description" % section["id"]


def trend_faults(text, figures, row, shown, years):
    """What is wrong with the lines of trends on a page: each has a title and a description, and that of the row says the figures of these years, shown so."""
    page = Page(text)
    lines = page.all("svg")
    lines = [svg for svg in lines if svg.get("class") == "trendlijn"]
    if not lines:
        yield "there is no line"
    descriptions = {}
    for svg in lines:
        names = {e["id"]: e["text"] for e in page.within(svg, "title", "desc")}
        title, description = names.get(svg["aria-labelledby"]), names.get(svg["aria-describedby"])
        if not title or not description:
            yield "a line has no title or no description"
        descriptions[title] = description
    found = re.findall(r"(\S+): (\d+|geen cijfer)", descriptions.get("Trend: " + row, ""))
    expected = [(name, figures.get(year, "geen cijfer")) for name, year in zip(shown, years, strict=True)]
    if found != expected:
        yield "the line of %s says %s instead of %s" % (row, found, expected)


def page_faults(text):
    """What is wrong with a page in itself: its heads, ids, headings, links, and what it would load."""
    page = Page(text)
    yield from page.wrong
    ids = [element["id"] for element in page.elements if "id" in element]
    yield from ("the id %s stands there twice" % name for name in set(ids) if ids.count(name) > 1)
    for element in page.elements:
        for name in ("headers", "aria-labelledby", "aria-describedby"):
            yield from ("<%s> refers to %s" % (element["tag"], i) for i in element.get(name, "").split() if i not in ids)
        is_logo = element["tag"] == "img" and re.match(r"data:image/(png|svg\+xml);base64,[A-Za-z0-9+/=]+$", element.get("src", "")) and element.get("alt")
        yield from ("<%s> has %s" % (element["tag"], name) for name in element
                    if name.startswith("on") or name in ("srcset", "style", "data") or (name == "src" and not is_logo))
        if not is_logo and element["tag"] in ("link", "img", "iframe", "object", "embed", "base", "form", "audio", "video", "image", "use"):
            yield "there is a <%s>" % element["tag"]
    yield from ("the link %s leads nowhere" % a["href"] for a in page.all("a") if a["href"].startswith("#") and a["href"][1:] not in ids)
    listed = [(a["href"][1:], a["text"]) for nav in page.all("nav") for a in page.within(nav, "a")]
    headed = [(section["id"], plain(page.within(section, "h2")[0]["text"])) for section in page.all("section")]
    if listed != headed: yield "the contents are %s, the parts %s" % (listed, headed)
    for table in page.all("table"):
        if not any(caption["text"].strip() for caption in page.within(table, "caption")): yield table["id"] + " has no caption"
        columns = len(page.within(table, "col"))
        widths = [sum(int(cell.get("colspan", 1)) for cell in page.within(row, "th", "td")) for row in page.within(table, "tr")]
        if widths[0] != columns: yield "%s has %d columns and heads for %d" % (table["id"], columns, widths[0])
        region = table["parent"]
        if (region.get("role"), region.get("tabindex")) != ("region", "0") or not region.get("aria-label"): yield table["id"] + " is in no region"
    yield from ("the head %s has the scope %s" % (th["text"], th.get("scope")) for th in page.all("th") if th.get("scope") not in ("col", "colgroup", "row"))
    labels = [element["aria-label"] for element in page.elements if element.get("role") == "region"]
    if len(labels) != len(set(labels)): yield "two regions have one name"
    levels = [int(e["tag"][1]) for e in page.elements if re.fullmatch("h[1-6]", e["tag"])]
    if levels[0] != 1 or levels.count(1) != 1 or any(b > a + 1 for a, b in zip(levels, levels[1:])): yield "the headings are %s" % levels
    if page.all("html")[0].get("lang") != "nl": yield "the page is not in Dutch"
    if not all("hidden" in button for button in page.all("button")): yield "a button that does nothing without script is shown"
    policy = next(m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    hashes = {tag: base64.b64encode(hashlib.sha256(page.all(tag)[0]["text"].encode()).digest()).decode() for tag in ("style", "script")}
    hashes["pictures"] = " img-src data:;" if page.all("img") else ""
    if policy != "default-src 'none'; style-src 'sha256-%(style)s'; script-src 'sha256-%(script)s';%(pictures)s base-uri 'none'; form-action 'none'" % hashes:
        yield "the policy is %s" % policy
    if len(page.all("style")) != 1 or len(page.all("script")) != 1: yield "there is another style sheet or script"
    sheet = page.all("style")[0]["text"]
    if "@import" in sheet or any(not url.startswith("url(#") for url in re.findall(r"url\([^)]*", sheet)): yield "the style sheet loads something"


def unescaped(text):
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def md_tables(text):
    """By heading: the cells of the table below it, with something in them."""
    title, described, rows = "", False, []
    for line in text.splitlines() + ["## "]:
        if line.startswith("#"):
            if rows and not described:
                yield title, [cell for row in rows[2:] for cell in row]
            title, described, rows = line.lstrip("# "), False, []
        elif line.startswith("| "):
            label, *cells = [unescaped(part.strip()) for part in re.split(r"(?<!\\)\|", line)[1:-1]]
            label = plain(re.sub(r"^– ", "", label).strip("*"))
            rows.append([(label, without_points(plain(cell))) for cell in cells if plain(cell) not in ("", "↑", "←")])
        elif re.match(r"(Gestapeld kolom|Kolom|Lijn|Taart)diagram: ", line):
            described = True


def md_differences(text, figures):
    found, expected = [(t, c) for t, c in md_tables(text) if c], cells_of_csv(figures)
    if len(found) != len(expected):
        yield "%d tables instead of %d" % (len(found), len(expected))
    for (name, cells), (_, shown) in zip(expected, found):
        yield from same_cells(name, cells, shown)
