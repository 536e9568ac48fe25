#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""knowledge.py BUILD [COUNT [SEED]]: would a slip in the knowledge base be noticed?

Changes one thing at random in a copy of the shipped base (turns a comparison, drops a part of a
condition or a "not", moves a number, swaps "and" and "or" or an effect, forgets an override), and
looks whether the loader, the audit with its properties, the cases of the rules or the written cases
notice. A change after which every case has the same statuses is no slip and not counted. Prints
what was noticed by what and every change that was not; exit status 1 where under nine in ten were.
"""
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
SHIPPED = SOURCE / "data/knowledge/leiomyosarcoma"
CASES = SOURCE / "tests/cases"
EFFECTS = {"recommends": "offers", "offers": "advises_against", "trial_only": "offers",
           "advises_against": "cautions", "rules_out": "advises_against",
           "cautions": "advises_against"}
TURNED = {"<=": "<", "<": "<=", ">=": ">", ">": ">=", "=": "!=", "!=": "="}


def top_level(text, word):
    """text cut at the word outside of parentheses"""
    parts, depth, start = [], 0, 0
    for match in re.finditer(rf"[()]| {word} ", text):
        if match.group() == "(":
            depth += 1
        elif match.group() == ")":
            depth -= 1
        elif depth == 0:
            parts.append(text[start:match.start()])
            start = match.end()
    return parts + [text[start:]]


def change_condition(text, rand):
    """(what was done, new text) in every way that is possible, shuffled"""
    found = []
    for match in re.finditer(r"(?<= )(<=|>=|!=|<|>|=)(?= )", text):
        found.append(("turned", text[:match.start()] + TURNED[match.group()] + text[match.end():]))
    for match in re.finditer(r"\bnot ", text):
        found.append(("not dropped", text[:match.start()] + text[match.end():]))
    for match in re.finditer(r"(?<=[<>=] )\d+(\.\d+)?\b", text):
        found.append(("number moved", text[:match.start()] + str(int(float(match.group())) + 1)
                      + text[match.end():]))
    for word, other in (("and", "or"), ("or", "and")):
        parts = top_level(text, word)
        if len(parts) > 1:
            place = rand.randrange(len(parts))
            found.append((f"part of {word} dropped",
                          f" {word} ".join(parts[:place] + parts[place + 1:])))
            found.append((f"{word} made {other}", f" {other} ".join(parts)))
    return found


def places(folder):
    """(file, path to an object with a condition or an effect)"""
    for path in sorted(folder.glob("rules/*.json")):
        for index, _ in enumerate(json.loads(path.read_text(encoding="utf-8"))["rules"]):
            yield path, ("rules", index)
    path = folder / "definitions.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    for index, _ in enumerate(data["definitions"]):
        yield path, ("definitions", index)
    for index, fact in enumerate(data["derived"]):
        for row, _ in enumerate(fact["rows"]):
            yield path, ("derived", index, "rows", row)


def mutate(folder, rand):
    """Changes one thing in the folder; tells what."""
    path, keys = rand.choice(list(places(folder)))
    data = json.loads(path.read_text(encoding="utf-8"))
    found = data
    for key in keys:
        found = found[key]
    ways = [("when", *way) for way in change_condition(found["when"], rand)]
    if "effect" in found:
        ways.append(("effect", "effect", EFFECTS[found["effect"]]))
    if found.get("overrides"):
        ways.append(("overrides", "override forgotten", found["overrides"][1:]))
    if not ways:
        return mutate(folder, rand)
    member, what, value = rand.choice(ways)
    told = f"{found.get('id', '/'.join(map(str, keys)))}: {what}: {found[member]} -> {value}"
    found[member] = value
    path.write_text(json.dumps(data), encoding="utf-8")
    return told


def run(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, check=False)


def same_statuses(cli, folder):
    done = run(cli, "compare", "--format", "json", SHIPPED, folder)
    return done.returncode == 0 and not json.loads(done.stdout).get("differences", True)


def rule_cases_notice(build, folder, scratch):
    out = scratch / "rules"
    out.mkdir()
    done = run(build / "tests/cases/make-rule-cases", folder, CASES / "rules", out)
    if done.returncode != 0:
        return True
    return any(path.read_bytes() != (CASES / "rules" / path.name).read_bytes()
               for path in out.glob("*.ndjson"))


def who_notices(build, folder, scratch):
    """the loader, the audit, …; None where nothing does, "same" where nothing needs to"""
    cli = build / "app/cli/leio-cli"
    status = run(cli, "audit", "--knowledge", folder).returncode
    if status == 2:
        return "loader"
    if same_statuses(cli, folder):
        return "same"
    if status == 1:
        return "audit"
    if rule_cases_notice(build, folder, scratch):
        return "rule cases"
    if run(sys.executable, CASES / "run-cases.py", cli, CASES, folder).returncode != 0:
        return "written cases"
    return None


def main():
    build = Path(sys.argv[1]).resolve()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    rand = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    noticed, missed = Counter(), []
    for _ in range(count):
        with tempfile.TemporaryDirectory(prefix="leio-mutant-") as name:
            folder = Path(name) / "base"
            shutil.copytree(SHIPPED, folder)
            told = mutate(folder, rand)
            by = who_notices(build, folder, Path(name))
            noticed[by] += 1
            if by is None:
                missed.append(told)
                print("not noticed:", told, flush=True)
    slips = count - noticed["same"]
    print(f"{count} changes, {slips} of them slips, {slips - len(missed)} noticed "
          f"({100 * (slips - len(missed)) / max(slips, 1):.1f} %):",
          ", ".join(f"{by} {n}" for by, n in noticed.most_common() if by not in (None, "same")))
    return 1 if len(missed) * 10 > slips else 0


if __name__ == "__main__":
    sys.exit(main())
