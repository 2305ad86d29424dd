"""What LibreOffice makes of a workbook: the same cells, and pages on which nothing is cut off."""
import os
import re
import subprocess

import openpyxl


def convert(soffice, folder, kind, paths):
    """Converts files into a folder, in a profile of its own."""
    profile = "file://" + os.path.join(os.path.abspath(folder), "profile")
    subprocess.run([soffice, "-env:UserInstallation=" + profile, "--headless", "--convert-to", kind, "--outdir", folder, *paths],
                   check=True, capture_output=True, timeout=600)


def saved_differences(path, saved):
    """The cells that are others when LibreOffice has opened and saved the workbook."""
    one, other = openpyxl.load_workbook(path), openpyxl.load_workbook(saved)
    if one.sheetnames != other.sheetnames:
        yield "the sheets are %s" % other.sheetnames
        return
    for sheet in one:
        for row in sheet.iter_rows():
            for cell in row:
                found = other[sheet.title][cell.coordinate].value
                if cell.value != found and (cell.value or "") != (found or "") and not (isinstance(found, float) and abs(found - cell.value) < 1e-9):
                    yield "%s %s is %r instead of %r" % (sheet.title, cell.coordinate, found, cell.value)
        if len(sheet._charts) != len(other[sheet.title]._charts) or set(sheet.tables) != set(other[sheet.title].tables):
            yield "%s lost a chart or a list object" % sheet.title


def overlapping_words(pdf):
    """Words over each other, or in the margin: what a row is too low for is drawn over its neighbours, or cut off where they begin."""
    boxes = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True, text=True).stdout
    for number, page in enumerate(boxes.split("<page ")[1:], 1):
        page_width = float(re.search(r'width="([\d.]+)"', page).group(1))
        words = [(*map(float, box), text) for *box, text in re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page)]
        for i, (left, top, right, bottom, text) in enumerate(words):
            if right > page_width - 0.6 * 72 + 4:
                yield "page %d: %s stands in the margin, or beyond it" % (number, text)
            for other_left, other_top, other_right, other_bottom, other in words[i + 1:]:
                wide, high = min(right, other_right) - max(left, other_left), min(bottom, other_bottom) - max(top, other_top)
                if wide > 1 and high > 0.35 * min(bottom - top, other_bottom - other_top):
                    yield "page %d: %s stands over %s" % (number, text, other)


def squeezed(text):
    return re.sub(r"\s", "", text)


def shown(cell):
    """A number as LibreOffice shows it, in whatever language: only its digits."""
    form = re.sub(r'"[^"]*"|_.', "", cell.number_format.split(";")[0])
    decimals = len(form.split(".")[1]) if "." in form else 0
    if cell.value == 0 and '"-"' in cell.number_format:
        return "-"
    return re.sub(r"\D", "", "%.*f" % (decimals, cell.value))


def page_faults(path, pdf):
    """What does not stand on the printed pages as it stands in the cells."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True, text=True).stdout
    raw = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True, text=True).stdout
    if "###" in text:
        yield "a column is too narrow: %s" % re.search(".*###.*", text).group().strip()
    yield from overlapping_words(pdf)
    whole, figures = squeezed(raw), re.findall(r"-?\d[\d.,]*|-", raw)
    digits = {}
    for figure in figures:
        digits[re.sub(r"\D", "", figure) or "-"] = digits.get(re.sub(r"\D", "", figure) or "-", 0) + 1
    wanted = {}
    for sheet in openpyxl.load_workbook(path):
        covered = {(row, column) for merged in sheet.merged_cells.ranges for row in range(merged.min_row, merged.max_row + 1)
                   for column in range(merged.min_col, merged.max_col + 1)} - {(m.min_row, m.min_col) for m in sheet.merged_cells.ranges}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value in (None, "") or (cell.row, cell.column) in covered:
                    continue
                if isinstance(cell.value, (int, float)):
                    wanted[shown(cell)] = wanted.get(shown(cell), 0) + 1
                elif squeezed(cell.value) not in whole:
                    yield "%s %s is cut off: %s" % (sheet.title, cell.coordinate, cell.value)
    for figure, times in wanted.items():
        if digits.get(figure, 0) < times:
            yield "%s stands %d times on the pages instead of %d" % (figure, digits.get(figure, 0), times)
