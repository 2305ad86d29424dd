"""A page that leads its reader through files and commands: what it says to do, and what must come of it."""
import os, re, subprocess


def steps(text):
    """The fenced blocks in order, each as (what to do, its arguments): save, replace, run with the output that follows, or show."""
    found = re.findall(r"^```(\w*)\n(.*?)^```", text, re.M | re.S)
    before = [part.strip() for part in re.split(r"^```\w*\n.*?^```\n", text, flags=re.M | re.S)]  # the words before each block
    at = 0
    while at < len(found):
        kind, block = found[at]
        said = before[at]
        at += 1
        if match := re.search(r"[Bb]ewaar dit als `([^`]+)`:$", said):
            yield "save", match[1], block
        elif match := re.search(r"[Vv]ervang in `([^`]+)`:$", said):
            if before[at] != "door:": raise ValueError(f"nothing replaces: {block}")
            yield "replace", match[1], block, found[at][1]
            at += 1
        elif kind == "sh":
            shown = at < len(found) and not found[at][0] and before[at] == "Dan staat er:"
            yield "run", block, found[at][1] if shown else ""
            at += shown
        elif kind == "papier":
            yield "paper", block
        else:
            raise ValueError(f"what is this block for: {block}")


def cells_on_paper(block):
    """Row label -> the values, of the lines of a table on paper that end in figures."""
    rows = {}
    for line in block.splitlines():
        label, *values = re.split(r" {2,}", line.strip())
        if values and all(re.fullmatch(r"[\d.,]+|-|nvt", value) for value in values): rows[label] = values
    return rows


def follow(path, folder, environment):
    """Does what the page says in an empty folder. Yields what came out otherwise; the paper table is compared with the last table made."""
    paper, last = {}, None
    with open(path, encoding="utf-8") as file: todo = list(steps(file.read()))
    for action, *arguments in todo:
        if action == "paper":
            paper = cells_on_paper(arguments[0])
        elif action == "save":
            with open(os.path.join(folder, arguments[0]), "w", encoding="utf-8") as file: file.write(arguments[1])
        elif action == "replace":
            with open(os.path.join(folder, arguments[0]), encoding="utf-8") as file: text = file.read()
            if text.count(arguments[1]) != 1: yield f"{arguments[0]} holds {text.count(arguments[1])} times: {arguments[1]}"
            with open(os.path.join(folder, arguments[0]), "w", encoding="utf-8") as file: file.write(text.replace(arguments[1], arguments[2]))
        else:
            done = subprocess.run(arguments[0], shell=True, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
            if done.stdout != arguments[1]: yield f"{arguments[0].strip()} gives another output than the page:\n{done.stdout}"
            last = cells_on_paper(done.stdout) or last
    if not paper: yield "there is no table on paper"
    if paper != last: yield f"the table on paper has {paper}, the last one made {last}"
