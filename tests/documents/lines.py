"""Text and Markdown, read back with widths and a renderer that are not ours: python3-wcwidth and cmark-gfm."""
import re
import subprocess

import wcwidth

import web

PAGE_WIDTH = 80


def columns(line):
    """A line as a list of display columns: a wide character takes two, a mark that stands on another none."""
    out = []
    for char in line:
        out += [char] + [""] * (wcwidth.wcwidth(char) - 1) if wcwidth.wcwidth(char) > 0 else []
    return out


def txt_tables(text):
    """The tables of a report as text: for each its rows as (label, [cells]), and what is wrong with how it is laid out."""
    for part in re.split(r"\n\n\n", text):
        rows, wrong, at, block = [], [], [], ""
        for line in part.split("\n"):
            if re.fullmatch(r" *─[─ ]*", line):
                spans = [match.span() for match in re.finditer("─+", line)]
                if at and spans != at and block: wrong.append("a line in the table stands elsewhere: %s" % line)
                at, block = spans, "row"
                continue
            if not line.strip(): block, at = "", []
            if not block: continue
            shown = columns(line)
            inside = {i for begin, end in at for i in range(begin, end)}
            wrong += ["%r stands between the columns: %s" % (c, line) for i, c in enumerate(shown) if c.strip() and i not in inside]
            first = at[0][1]
            rows.append(("".join(shown[:first]).strip(), "".join(shown[first:]).split("  ")))
        if rows or wrong: yield rows, wrong


def txt_faults(text):
    """Lines wider than the page, and tables that do not stand in columns."""
    for line in text.split("\n"):
        if wcwidth.wcswidth(line) > PAGE_WIDTH: yield "%d wide: %s" % (wcwidth.wcswidth(line), line)
        if wcwidth.wcswidth(line) < 0: yield "a control character: %r" % line
        if line != line.rstrip(): yield "spaces at the end: %r" % line
    for rows, wrong in txt_tables(text):
        yield from wrong
    for block in re.split(r"\n\n", text):
        lines = block.split("\n")
        rules = [i for i, line in enumerate(lines) if re.fullmatch(r" *─[─ ]*", line)]
        ends = [{match.end() for match in re.finditer(r"(?<= )[\d.,]+(?=  |$)", line)} for line in lines[rules[0] + 1:]] if rules else []
        if ends and len(set().union(*ends)) > max(map(len, ends)): yield "numbers do not stand below each other: %s" % lines[rules[0] + 1]


def sorted_cells(cells):
    return sorted(text for text in cells if text not in ("", "↑", "←"))


def txt_differences(text, figures):
    """What of the csv does not stand in the tables as text: of each table the same texts, as often."""
    expected = web.cells_of_csv(figures)
    found = [[web.without_points(web.plain(cell).strip()) for _, cells in rows for cell in cells] for rows, _ in txt_tables(text)]
    found = [cells for cells in map(sorted_cells, found) if cells]
    if len(found) != len(expected): yield "%d tables instead of %d" % (len(found), len(expected))
    for (name, cells), shown in zip(expected, found):
        wanted = sorted_cells(text for _, text in cells)
        if wanted != shown: yield "%s: %s instead of %s" % (name, [c for c in shown if c not in wanted][:5], [c for c in wanted if c not in shown][:5])


def rendered(text):
    """The Markdown as cmark-gfm, GitHub's own renderer, makes HTML of it."""
    made = subprocess.run(["cmark-gfm", "--extension", "table", "--to", "html"], input=text, capture_output=True, text=True, check=True)
    return web.Page("<html>%s</html>" % made.stdout)


def md_faults(text, page_text):
    """Tables that GitHub does not show as one, and notes or sentences of the page in HTML that are not in the Markdown."""
    page, html = rendered(text), web.Page(page_text)
    for table in page.all("table"):
        widths = {len(page.within(row, "th", "td")) for row in page.within(table, "tr")}
        if len(widths) != 1: yield "rows of %s cells" % widths
    if len(page.all("table")) != len(html.all("table")): yield "%d tables, %d on the page" % (len(page.all("table")), len(html.all("table")))
    yield from ("a row that is no table: %s" % p["text"][:80] for p in page.all("p") if re.search(r"^\|.*\|$", p["text"], re.M))
    for here, there in zip(page.all("table"), html.all("table")):
        cells = [[web.plain(cell["text"]) for cell in source.within(table, "td") if "tbody" in cell["inside"] and "trend" not in (cell.get("class") or "").split()] for source, table in ((page, here), (html, there))]
        labels = [web.plain(th["text"]) for th in html.within(there, "th") if "tbody" in th["inside"]]
        shown = [text for text in cells[0] if text and text.lstrip("– ").strip() not in labels and text not in "↑←"]
        wanted = [text for text in cells[1] if text and text not in "↑←" and text not in labels]
        if shown != wanted: yield "%s: cells %s instead of %s" % (there["id"], shown[:6], wanted[:6])
    said = " ".join(web.plain(e["text"]) for e in page.all("p", "li"))
    notes = [p for noten in html.all("div") if noten.get("class") == "noten" for p in html.within(noten, "p")]
    items = [li for ul in html.all("ul") if ul.get("class") == "tekst" for li in html.within(ul, "li")]
    yield from ("it does not say: %s" % web.plain(e["text"]) for e in notes + items if web.plain(e["text"]) not in said)


def txt_omissions(text, page_text):
    """Notes and sentences of the page that are not in the text; those of charts, which a terminal does not show, aside."""
    html, said = web.Page(page_text), re.sub(r"\s+", " ", web.plain(text))
    charts = [section for section in html.all("section") if html.within(section, "figure")]
    of_charts = {id(p) for section in charts for p in html.within(section, "p")}
    notes = [p for noten in html.all("div") if noten.get("class") == "noten" for p in html.within(noten, "p") if id(p) not in of_charts]
    items = [li for ul in html.all("ul") if ul.get("class") == "tekst" for li in html.within(ul, "li")]
    yield from ("it does not say: %s" % web.plain(e["text"]) for e in notes + items if re.sub(r"\s+", " ", web.plain(e["text"])) not in said)
