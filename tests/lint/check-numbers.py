#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No invented number: each number in a rule's reasons stands in what its sources say (population,
finding, figures, title, label, year) or in the rule's own condition, is a share that the sources
give ("36 of 100 people" for 35.8 %), or is a way of speaking. Numbers in words count from three
to twelve. What speaks for a treatment of a choice is held to the same."""
import glob
import json
import os
import re

import lint

BASE = "data/knowledge/leiomyosarcoma"
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SHARE = re.compile(r"(?<![\w.])(\d+) (?:of|in|out of)(?: every)? (\d+)(?![\d.])")
# Names that hold a number and state none; DOG1 and its like are names by their letters.
NAME = re.compile(r"\b[A-Za-z]+\d+\w*|AJCC 8|FIGO (?:2009|2023)|RECIST 1\.1|"
                  r"grade [1-3](?: (?:or|to|and) [1-3])?\b|ECOG [0-4](?: (?:or|to|and) [0-4])?\b|"
                  r"\b24[- ]hour|\b18F\b|first three months")
WORDS = {word: str(number) for number, word in enumerate(
    "one two three four five six seven eight nine ten eleven twelve".split(), 1)}


def numbers(text):
    """The numbers of a text; groups of thousands are joined, the zeros at the end go."""
    joined = re.sub(r"(?<=\d)[,\u2009\u202f ](?=\d{3}\b)", "", text)
    return {f"{float(found):g}" for found in NUMBER.findall(joined)}


def numbers_and_words(text):
    return numbers(text) | {WORDS[word] for word in re.findall(r"[a-z]+", text.lower())
                            if word in WORDS}


def describe(source):
    return json.dumps({name: source.get(name) for name in (
        "population", "finding", "figures", "title", "label", "year")}, ensure_ascii=False)


def expand(condition, named):
    """condition with what it names written out, however deep."""
    text, seen, open_names = condition, set(), re.findall(r"[a-z_]\w*", condition)
    while open_names:
        name = open_names.pop()
        if name in named and name not in seen:
            seen.add(name)
            text += " " + named[name]
            open_names += re.findall(r"[a-z_]\w*", named[name])
    return text


def is_share(match, known):
    """Whether "A of B" is a percentage of the sources, rounded no more than B has room for."""
    part, whole = float(match.group(1)), float(match.group(2))
    room = 0.5 if whole >= 50 else 2
    return whole > 0 and any(abs(100 * part / whole - percent) <= room for percent in known)


def check_rule(path, rule, sources, named):
    said = " ".join(describe(sources[name]) for name in rule["evidence"] if name in sources)
    known = numbers_and_words(said)
    percents = [float(number) for number in known]
    known |= numbers(expand(rule["when"], named))
    for field in ("why", "plain"):
        text = NAME.sub(" ", re.sub(r"\{\w+\}", " ", rule.get(field) or ""))
        text = SHARE.sub(lambda match: " " if is_share(match, percents) else match.group(), text)
        said_in_words = {WORDS[word] for word in re.findall(r"[a-z]+", text.lower())
                         if word in WORDS and word not in ("one", "two")}
        for number in sorted((numbers(text) | said_in_words) - known):
            yield f"{path}: rule {rule['id']}: {field}: {number} is in none of its sources"


def check_choice(choice, sources):
    """The reasons of a choice, as if each were a rule that always holds."""
    for reason in choice.get("for", []):
        rule = {"id": f"{choice['id']}/{reason['treatment']}", "when": "", **reason}
        yield from check_rule(f"{BASE}/treatments.json", rule, sources, {})


def load_named(root):
    base = json.loads(lint.read(root, f"{BASE}/definitions.json"))
    named = {item["id"]: item["when"] for item in base["definitions"]}
    named.update({item["id"]: " ".join(row["when"] for row in item["rows"])
                  for item in base["derived"]})
    return named


def find_faults(root):
    evidence = json.loads(lint.read(root, f"{BASE}/evidence.json"))
    sources = {source["id"]: source for source in evidence["sources"]}
    named = load_named(root)
    for choice in json.loads(lint.read(root, f"{BASE}/treatments.json"))["choices"]:
        yield from check_choice(choice, sources)
    for path in sorted(glob.glob(os.path.join(root, BASE, "rules", "*.json"))):
        name = os.path.relpath(path, root)
        for rule in json.loads(lint.read(root, name))["rules"]:
            yield from check_rule(name, rule, sources, named)


def plant(field, sentence):
    def spoil(root):
        path = f"{BASE}/rules/surgery.json"
        base = json.loads(lint.read(root, path))
        base["rules"][0][field] += sentence
        lint.write(root, path, json.dumps(base))
    return spoil


PLANTS = [
    ("why: 8317 is in none", plant("why", " It helped 8317 people.")),
    ("plain: 8317 is in none", plant("plain", " It helped 8317 people.")),
    ("plain: 97 is in none", plant("plain", " It helped 97 of 98 people.")),
    ("plain: 11 is in none", plant("plain", " It helped eleven people.")),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
