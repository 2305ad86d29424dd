#!/usr/bin/python3
"""Counts the exports of sample-data/renswoude in the plainest way, and prints the cells of the template gemeente: tel.py MAP > verwacht.csv."""
import csv, math, os, sys

A, B = "2022-2023", "2023-2024"
BRON, GEBIED = "Jaarverslag leerplicht Renswoude 2023-2024", "Renswoude"
SORT = {"bao": "(Speciaal) basisonderwijs", "sbo": "(Speciaal) basisonderwijs", "so": "(Voortgezet) speciaal onderwijs", "vso": "(Voortgezet) speciaal onderwijs",
        "vo": "Voortgezet onderwijs", "pro": "Voortgezet onderwijs", "mbo": "Middelbaar beroepsonderwijs", "geen": "Geen onderwijs", "onbekend": "Onderwijs onbekend"}
REASONS = {"terug-naar-school": "Terug naar school", "andere-opleiding": "Uitgeschreven: andere opleiding", "werk": "Uitgeschreven: werk",
           "overleden": "Uitgeschreven: overleden", "overige": "Uitgeschreven: overige"}
GROUNDS = {"3a": "Artikel 3a (vervangende leerplicht)", "3b": "Artikel 3b (vervangende leerplicht, laatste jaar)",
           "5-onder-a": "Artikel 5 onder a (lichamelijk of psychisch ongeschikt)", "5-onder-b": "Artikel 5 onder b (richting van het onderwijs)",
           "5-onder-c": "Artikel 5 onder c (school in het buitenland)", "15": "Artikel 15 (ander onderwijs)"}
RELATIVE = ("16-uur", "luxe", "lrv")


def rows(path):
    with open(path, encoding="utf-8", newline="") as file: return list(csv.DictReader(file, delimiter=";"))


def year(day):
    begin = int(day[:4]) - (day[5:7] < "08")
    return f"{begin}-{begin + 1}"


def three_months_later(day):
    months = int(day[:4]) * 12 + int(day[5:7]) + 2
    return f"{months // 12}-{months % 12 + 1:02}-{day[8:]}"  # the sample has no day after the 28th that would need a shorter month


def percent(part, whole, decimals):
    scale = 10 ** decimals
    n = (200 * part * scale + whole) // (2 * whole)
    return f"{n // scale},{n % scale}" if decimals else str(n)


def verdict(before, after, pupils_before, pupils_after):
    """Whether a change in pupils is chance: the binomial test, term by term. None in the sample is more, which would need a correction."""
    number, chance = before + after, pupils_after / (pupils_before + pupils_after)
    if not number: return "niet getoetst"
    terms = [math.comb(number, k) * chance ** k * (1 - chance) ** (number - k) for k in range(number + 1)]
    if 2 * min(sum(terms[:after + 1]), sum(terms[after:])) < 0.05: raise ValueError("a change is more than chance")
    return "kan toeval zijn"


def count(exports):
    """(tabel, schooljaar, rij, kolom) -> the printed value, of every cell."""
    project = os.path.dirname(exports.rstrip("/"))
    cells = {}

    def put(table, school_year, row, column, value): cells[table, school_year, row, column] = "-" if value == 0 else str(value)

    enrolled = rows(f"{exports}/leerling.csv")  # all of the sample are leer- or kwalificatieplichtig
    reports = [r for r in rows(f"{exports}/melding.csv") if r["status"] not in ("ingetrokken", "wacht") and r["afsluitreden"] not in ("ziek", "legitiem-afwezig")
               and r["verzuimsoort"] != "18-plus"]
    columns = {"Meldingen": lambda r: True, "Absoluut verzuim": lambda r: r["verzuimsoort"] == "absoluut", "Relatief verzuim": lambda r: r["verzuimsoort"] in RELATIVE,
               "waarvan luxeverzuim": lambda r: r["verzuimsoort"] == "luxe", "Overig verzuim": lambda r: r["verzuimsoort"] == "overig"}
    of = {y: [r for r in reports if year(r["melddatum"]) == y] for y in (A, B)}

    def people(found): return len({r["leerling"] for r in found})

    def put_change(table, row, unit, what):
        """What a table says of a change, from the two figures that it prints."""
        before, after = (int(cells[table, y, row, unit].replace("-", "0")) for y in (A, B))
        tenths = (2000 * abs(after - before) + before) // (2 * before) if before >= 20 else None
        if "verschil" in what: put(table, B, row, unit + ": verschil", after - before)
        if "%" in what: cells[table, B, row, unit + ": %"] = "te weinig" if tenths is None else f"{'-' * (after < before and tenths > 0)}{tenths // 10},{tenths % 10}"
        if "richting" in what: cells[table, B, row, unit + ": richting"] = "▲ stijging" if after > before else "▼ daling" if after < before else "▬ gelijk"
        if "oordeel" in what: cells[table, B, row, unit + ": oordeel"] = verdict(before, after, *(people(r for r in enrolled if r["schooljaar"] == y) for y in (A, B)))

    for y in (A, B):
        for label in [*dict.fromkeys(SORT.values()), "Totaal"]:
            put("leerlingen", y, label, "leerlingen", people(r for r in enrolled if r["schooljaar"] == y and label in (SORT[r["schooltype"]], "Totaal")))
            for column, holds in columns.items():
                found = [r for r in of[y] if holds(r) and label in (SORT[r["schooltype"]], "Totaal")]
                put("verzuim-meldingen", y, label, column, len(found))
                put("verzuim-leerlingen", y, label, "Leerlingen" if column == "Meldingen" else column, people(found))
                if label == "Totaal":
                    put("verandering-meldingen", y, "Meldingen van verzuim" if column == "Meldingen" else column, "meldingen", len(found))
                    put("verandering-leerlingen", y, "Leerlingen met een melding" if column == "Meldingen" else column, "leerlingen", people(found))
        reasons = {r["afsluitreden"] for r in reports if year(r["melddatum"]) in (A, B)}
        for reason in reasons | {""}:
            label = REASONS[reason] if reason else "Geen reden ingevuld"
            number = sum(r["afsluitreden"] == reason for r in of[y])
            put("afhandeling", y, label, "Meldingen", number)
            cells["afhandeling", y, label, "Deel van de meldingen (%)"] = percent(number, len(of[y]), 0)
        put("afhandeling", y, "Totaal", "Meldingen", len(of[y]))
        cells["afhandeling", y, "Totaal", "Deel van de meldingen (%)"] = "100"
        names = {r["brin"]: r["naam"] for r in rows(f"{project}/scholen.csv")}
        brins = {r["brin"] for r in reports if year(r["melddatum"]) in (A, B)}
        for brin in brins:
            same = [b for b in brins if b and names.get(b) == names.get(brin)]
            label = "Zonder school" if not brin else names[brin] + (f" ({brin})" if len(same) > 1 else "")
            found = [r for r in of[y] if r["brin"] == brin]
            put("per-school", y, label, "Meldingen", len(found))
            if brin: put("per-school", y, label, "Leerlingen", people(found))
            else: cells["per-school", y, label, "Leerlingen"] = "onbekend"  # not in the cijfers
        put("per-school", y, "Totaal", "Meldingen", len(of[y]))
        put("per-school", y, "Totaal", "Leerlingen", people(of[y]))

        home = rows(f"{project}/thuiszitter.csv")
        first, last = f"{y[:4]}-08-01", f"{y[:4]}-08-31"
        already = [r for r in home if r["begindatum"] < first and (not r["einddatum"] or r["einddatum"] > last)]
        new = [r for r in home if year(r["begindatum"]) == y]
        longer = [r for r in home for day in [three_months_later(r["begindatum"])] if year(day) == y and (r["einddatum"] > day if r["einddatum"] else day <= "2024-07-31")]
        ended = [r for r in home if r["einddatum"] and year(r["einddatum"]) == y]
        for label, found in (("Al thuis bij het begin van het schooljaar", already), ("Nieuw in dit schooljaar", new), ("Thuiszitters in dit schooljaar", already + new),
                             ("waarvan langer dan drie maanden", longer), ("Opgelost", [r for r in ended if r["reden_einde"] == "opgelost"]),
                             ("Verhuisd of overleden", [r for r in ended if r["reden_einde"] in ("verhuisd", "overleden")])):
            put("thuiszitters", y, label, "leerlingen", people(found))
            if label.startswith("Thuiszitters") and y == B: at_home = people(found)

        exempt = [r for r in rows(f"{exports}/vrijstelling.csv") if year(r["begindatum"]) == y]
        for ground, label in GROUNDS.items():
            found = [r["aanvraag"] for r in exempt if r["grond"] == ground]
            put("vrijstellingen", y, label, "vrijstellingen", len(found))
            if ground[0] == "3": continue
            short = ground.replace("-", " ")
            put("vrijstellingen", y, f"{short}, eerste keer", "vrijstellingen", found.count("eerste"))
            put("vrijstellingen", y, f"{short}, verlenging", "vrijstellingen", found.count("verlenging"))
        put("vrijstellingen", y, "Totaal", "vrijstellingen", len(exempt))

        every = rows(f"{exports}/maatregel.csv")
        taken = [r for r in every if year(r["datum"]) == y]
        pv = [r["verzuimsoort"] for r in taken if r["maatregel"] == "pv"]
        for label, number in (("absoluut verzuim", pv.count("absoluut")), ("relatief verzuim", sum(k in ("16-uur", "lrv", "overig") for k in pv)), ("luxeverzuim", pv.count("luxe"))):
            put("maatregelen", y, f"Proces-verbaal, {label}", "maatregelen", number)
        for code, label, column in (("halt", "Halt-verwijzing", "Halt"), ("waarschuwing", "Schriftelijke waarschuwing", "Waarschuwing"), ("svb", "Kennisgeving aan de SVB", "SVB"),
                                    ("pv", None, "Proces-verbaal")):
            found = [r for r in taken if r["maatregel"] == code]
            if label: put("maatregelen", y, label, "maatregelen", len(found))
            for outcome in {r["uitkomst"] for r in every}: put("uitkomst", y, outcome or "Geen uitkomst ingevuld", column, sum(r["uitkomst"] == outcome for r in found))
            put("uitkomst", y, "Totaal", column, len(found))

        leavers = {r["leerling"] for r in rows(f"{exports}/vsv.csv") if y == A and "202210" <= r["rapportagemaand"] <= "202309" or y == B and "202310" <= r["rapportagemaand"] <= "202409"}
        put("vsv", y, "Resultaat", "leerlingen", len(leavers))

    for label, value in (("Leer- en kwalificatieplichtigen", plichtig := people(r for r in enrolled if r["schooljaar"] == B)), ("Meldingen van verzuim", len(of[B])), ("Leerlingen met een melding", people(of[B])),
                         ("Leerlingen met absoluut verzuim", people(filter(columns["Absoluut verzuim"], of[B]))), ("Leerlingen met relatief verzuim", people(filter(columns["Relatief verzuim"], of[B]))),
                         ("Thuiszitters", at_home), ("Vrijstellingen", len(exempt)), ("Processen-verbaal", len(pv)), ("Halt-verwijzingen", sum(r["maatregel"] == "halt" for r in taken)),
                         ("Nieuwe voortijdig schoolverlaters", len(leavers))): put("kerncijfers", B, label, "waarde", value)
    cells["kerncijfers", B, "Deel van de leer- en kwalificatieplichtigen (%)", "waarde"] = percent(people(of[B]), plichtig, 1)

    changes = {"leerlingen": ("leerlingen", ("verschil", "%", "richting")), "thuiszitters": ("leerlingen", ("verschil", "richting")),
               "verandering-meldingen": ("meldingen", ("verschil", "%", "richting")), "verandering-leerlingen": ("leerlingen", ("verschil", "%", "richting", "oordeel"))}
    for table, school_year, row, column in list(cells):
        if table in changes and school_year == B: put_change(table, row, *changes[table])

    for r in rows(f"{project}/ingevuld.csv"):
        name = r["indicator"]
        if name == "streefcijfer-vsv": put("vsv", r["schooljaar"], "Streefcijfer", "leerlingen", int(r["aantal"]))
        if name.startswith("verlof"): put("verlof", r["schooljaar"], name.rsplit("-", 1)[1].capitalize(), "aanvragen", int(r["aantal"]))
    return cells


if __name__ == "__main__":
    print("bron;tabel;gebied;schooljaar;rij;kolom;waarde")
    for (table, school_year, row, column), value in sorted(count(sys.argv[1]).items()):
        print(";".join((BRON, table, GEBIED, school_year, row, column, value)))
