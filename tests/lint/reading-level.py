#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plain texts read easily: Flesch reading ease (higher is easier; 60 to 70 is the reading of
lower secondary school) and Flesch-Kincaid grade (years of school) of what a person at home reads.

Names that nobody can spare, such as those of the medicines, count as long words here; a reader who
has been given one knows it by then. So one hard text may stand, a hard middle may not.
"""
import glob
import json
import os
import re
import statistics
import sys

import lint

BASE = "data/knowledge/leiomyosarcoma"
LEAST_MEDIAN = 60
LEAST = 20
WORST = 5
WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*")
SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+")
VOWELS = re.compile(r"[aeiouy]+")
# Vowels heard apart: ra-di-a-tion, se-ri-ous, di-et, ex-pe-ri-ence, a-re-a, do-ing, flu-id.
APART = re.compile(r"(?<![cstgx])i[aou](?!n\b|ns\b)|(?<![ct])ien[ct]|iet|(?<=\w\w)ea\b|creat|"
                   r"[eouy]ing\b|uid|myo")
# The written ends that are not heard: name, named, names, sometimes.
SILENT = re.compile(r"(?:[^laeiouy]|[aeiouy]l|rl)e$|[^aeioutdy]ed$|"
                    r"[^aeiouyscgzx]es$|(?<=[aeiouy])[bdkmnprtv]e(?=ful|less|ly|ment|s$|where)")
UNLIKE_WRITTEN = {"every": 2, "sometimes": 2, "therefore": 2, "science": 2}


def count_syllables(word):
    """How many syllables an English word has, near enough for a median over hundreds of texts."""
    word = re.sub(r"'.*", "", word.lower())
    if not word.isalpha():
        return max(1, len(re.sub(r"\D", "", word)))
    if word in UNLIKE_WRITTEN:
        return UNLIKE_WRITTEN[word]
    count = len(VOWELS.findall(word)) + len(APART.findall(word))
    if SILENT.search(word) and not re.search(r"[^aeiouy]le$", word):
        count -= 1
    return max(1, count)


def measure(text):
    """(reading ease, grade) of a text."""
    text = re.sub(r"\{\w+\}", "5", text)
    sentences = [part for part in SENTENCE_END.split(text) if WORD.search(part)]
    words = WORD.findall(text)
    length = len(words) / len(sentences)
    weight = sum(map(count_syllables, words)) / len(words)
    return 206.835 - 1.015 * length - 84.6 * weight, 0.39 * length + 11.8 * weight - 15.59


def list_texts(root):
    """{area: [(id, text)]} of the plain texts of the knowledge base that are whole sentences."""
    def load(path):
        return json.loads(lint.read(root, f"{BASE}/{path}"))

    questions = load("questions.json")
    treatments = load("treatments.json")["treatments"]
    paths = sorted(glob.glob(os.path.join(root, BASE, "rules", "*.json")))
    areas = {"rules/" + os.path.basename(path): [
        (rule["id"], rule["plain"]) for rule in load("rules/" + os.path.basename(path))["rules"]]
        for path in paths}
    areas["questions"] = [(item["id"], item["plain_question"]) for item in questions["questions"]]
    areas["odd answers"] = [(item["id"], item["plain"]) for item in questions["impossible"]]
    areas["treatments"] = [(item["id"], item["plain"]) for item in treatments]
    areas["choices"] = [(f"{choice['id']}/{reason['treatment']}", reason["plain"])
                        for choice in load("treatments.json")["choices"]
                        for reason in choice["for"]]
    areas["burdens"] = [(item["id"], item["burden"]) for item in treatments]
    areas["glossary"] = [(item["term"], item["plain"]) for item in load("glossary.json")["terms"]]
    areas["doctor questions"] = [(item["id"], item["question"])
                                 for item in load("doctor-questions.json")["questions"]]
    return areas


def grade_texts(texts):
    """[(ease, grade, id, text)], the hardest first."""
    return sorted((*measure(text), name, text) for name, text in texts)


def find_faults(root):
    texts = [item for area, items in list_texts(root).items() if area.startswith("rules/")
             for item in items]
    graded = grade_texts(texts)
    median = statistics.median(ease for ease, *_ in graded)
    if median < LEAST_MEDIAN:
        yield (f"the rules' plain texts are too hard: half of them have a reading ease below "
               f"{median:.0f}, expected {LEAST_MEDIAN} or more")
    for ease, _, name, text in graded:
        if ease < LEAST:
            yield (f"rule {name}: plain: a reading ease of {ease:.0f}, expected {LEAST} or more: "
                   f"{text}")


def report(root):
    for area, items in list_texts(root).items():
        graded = grade_texts(items)
        print(f"{area}: {len(graded)} texts, median ease "
              f"{statistics.median(ease for ease, *_ in graded):.0f}, median grade "
              f"{statistics.median(grade for _, grade, *_ in graded):.1f}")
        for ease, grade, name, text in graded[:WORST]:
            print(f"  {ease:4.0f} {grade:5.1f}  {name}: {text}")


def harden(name, every):
    def spoil(root):
        path = f"{BASE}/rules/{name}.json"
        base = json.loads(lint.read(root, path))
        for rule in base["rules"] if every else base["rules"][:1]:
            rule["plain"] = "Multidisciplinary evaluation necessitates consideration."
        lint.write(root, path, json.dumps(base))
    return spoil


def harden_all(root):
    for path in glob.glob(os.path.join(root, BASE, "rules", "*.json")):
        harden(os.path.basename(path)[:-len(".json")], True)(root)


PLANTS = [
    ("plain: a reading ease of", harden("surgery", False)),
    ("plain texts are too hard", harden_all),
]

if __name__ == "__main__":
    if "--report" in sys.argv[2:]:
        report(os.path.abspath(sys.argv[1]))
    else:
        lint.main(find_faults, PLANTS)
