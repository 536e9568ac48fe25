#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages for reading at home keep their promises: every treatment has its page, told in equal
detail for its good and its bad sides; sentences are short; words that frighten, order or belong to
doctors do not occur; shares are told as "36 of 100 people"; no number stands there that its sources
do not give; and a long word is an everyday word or stands in the glossary. With --report it prints
the figures of reading instead."""
import importlib
import json
import os
import re
import statistics
import sys

import lint

numbers = importlib.import_module("check-numbers")
reading = importlib.import_module("reading-level")

BASE = "data/knowledge/leiomyosarcoma"
PARTS = ("why", "against", "days", "time", "effects")
LONGEST, LONGEST_MEDIAN, LEAST_EASE = 20, 12, 75
# A bad side is told in no less than half of the words of a good one, and the other way round.
MOST_UNEQUAL = 2.0
FEWEST_QUESTIONS = 2
SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
FORBIDDEN = re.compile(
    r"%|\b(?:survival|survive[ds]?|must|die[sd]?|death|dead|fatal|deadly|kill\w*|danger\w*|"
    r"terminal|hopeless|incurable|aggressive|ECOG|FIGO|AJCC|TNM|RECIST|FNCLCC|R[012]|mg|Gy|m2|"
    r"contraindicated|recommended|hazard ratio|median)\b")
OTHER_SHARE = re.compile(
    r"\b(?:\d+|one|two|three) (?:in|out of) (?:every )?(?:\d+|ten|five|four|three)\b|"
    r"\bof (?:10|20|50|1000|1,000)\b|\bper cent\b|\bpercent\b")
# Words of four syllables and more that nobody looks up.
EVERYDAY = set("""
    available beforehand differently everybody everything everywhere experience experienced
    experimental impossible independent information laboratory officially radioactive reasonable
    recovery somebody temperature timetable
    """.split())


def load(root, name):
    return json.loads(lint.read(root, f"{BASE}/{name}"))


def list_sections(root):
    """(place, texts, ids of sources or None) of everything that a page says."""
    home = load(root, "home.json")
    for page in home["pages"]:
        for section in page["sections"]:
            texts = ([section["text"]] if section.get("text") else []) + section.get("points", [])
            yield (f"{page['id']}/{section['id']}", [section["heading"]] + texts,
                   section.get("evidence"))
    for matter in home["matters"]:
        yield matter["id"], [matter["title"], matter["plain"]], None
        for question in matter["questions"]:
            yield question["id"], [question["question"], question["why"]], None
    for page in load(root, "home-treatments.json")["treatment_pages"]:
        for part in PARTS:
            yield f"{page['treatment']}/{part}", [page[part]["text"]], page[part]["evidence"]
        yield f"{page['treatment']}/questions", page["questions"], None


def list_sentences(root):
    for place, texts, _ in list_sections(root):
        for text in texts:
            for sentence in SENTENCE_END.split(text):
                yield place, sentence


def count_words(sentence):
    return len(re.findall(r"[\w'-]+", sentence))


def check_words(root):
    lengths = []
    for place, sentence in list_sentences(root):
        lengths.append(count_words(sentence))
        if lengths[-1] > LONGEST:
            yield f"{place}: {lengths[-1]} words in a sentence, at most {LONGEST}: {sentence}"
        for pattern, what in ((FORBIDDEN, "a word that has no place at home"),
                              (OTHER_SHARE, "a share that is not 'of 100'")):
            match = pattern.search(sentence)
            if match:
                yield f"{place}: {what}, '{match.group()}': {sentence}"
    if statistics.median(lengths) > LONGEST_MEDIAN:
        yield f"half of the sentences have more than {statistics.median(lengths):g} words"


def check_long_words(root):
    terms = load(root, "glossary.json")["terms"]
    known = " ".join(word for term in terms for word in [term["term"], *term["aka"]]).lower()
    known += " " + " ".join(item["name"] + " " + item["plain_name"]
                            for item in load(root, "treatments.json")["treatments"]).lower()
    for place, sentence in list_sentences(root):
        for word in re.findall(r"[A-Za-z]+", sentence):
            word = word.lower()
            if (reading.count_syllables(word) >= 4 and word not in EVERYDAY
                    and re.sub("s$", "", word) not in known):
                yield f"{place}: '{word}' is neither an everyday word nor in the glossary"


def check_numbers(root):
    sources = {source["id"]: source for source in load(root, "evidence.json")["sources"]}
    for place, texts, evidence in list_sections(root):
        if evidence is None:
            continue
        said = " ".join(numbers.describe(sources[name]) for name in evidence if name in sources)
        known = numbers.numbers_and_words(said)
        shares = [float(number) for number in known]
        for text in texts:
            text = numbers.NAME.sub(" ", text.lower())
            text = numbers.SHARE.sub(
                lambda match, shares=shares:
                " " if numbers.is_share(match, shares) else match.group(), text)
            in_words = {numbers.WORDS[word] for word in re.findall(r"[a-z]+", text)
                        if word in numbers.WORDS and word not in ("one", "two")}
            for number in sorted((numbers.numbers(text) | in_words) - known):
                yield f"{place}: {number} is in none of its sources"


def check_treatments(root):
    pages = {page["treatment"]: page
             for page in load(root, "home-treatments.json")["treatment_pages"]}
    for treatment in load(root, "treatments.json")["treatments"]:
        page = pages.get(treatment["id"])
        if page is None:
            yield f"{treatment['id']}: no page for reading at home"
            continue
        good, bad = (count_words(page[part]["text"]) for part in ("why", "against"))
        if max(good, bad) > MOST_UNEQUAL * min(good, bad):
            yield (f"{treatment['id']}: {good} words for and {bad} against, expected about as many "
                   "on both sides")
        if len(page["questions"]) < FEWEST_QUESTIONS:
            yield f"{treatment['id']}: fewer than {FEWEST_QUESTIONS} questions"


def measure(root):
    """(words of each sentence, reading ease and grade of each whole text)"""
    lengths = [count_words(sentence) for _, sentence in list_sentences(root)]
    graded = [reading.measure(text) for _, texts, _ in list_sections(root) for text in texts
              if len(SENTENCE_END.split(text)) > 1]
    return lengths, graded


def find_faults(root):
    for check in (check_words, check_long_words, check_numbers, check_treatments):
        yield from check(root)
    ease = statistics.median(ease for ease, _ in measure(root)[1])
    if ease < LEAST_EASE:
        yield f"half of the texts have a reading ease below {ease:.0f}, expected {LEAST_EASE}"


def report(root):
    lengths, graded = measure(root)
    print(f"{len(lengths)} sentences, median {statistics.median(lengths):g} words, "
          f"longest {max(lengths)}")
    print(f"{len(graded)} texts, median reading ease "
          f"{statistics.median(ease for ease, _ in graded):.0f}, median grade "
          f"{statistics.median(grade for _, grade in graded):.1f}")


def plant(sentence):
    def spoil(root):
        pages = load(root, "home-treatments.json")
        pages["treatment_pages"][0]["against"]["text"] += " " + sentence
        lint.write(root, f"{BASE}/home-treatments.json", json.dumps(pages))
    return spoil


def drop_page(root):
    pages = load(root, "home-treatments.json")
    del pages["treatment_pages"][0]
    lint.write(root, f"{BASE}/home-treatments.json", json.dumps(pages))


def harden_all(root):
    pages = load(root, "home-treatments.json")
    for page in pages["treatment_pages"]:
        for part in PARTS:
            page[part]["text"] = "Multidisciplinary evaluation. Necessitated consideration."
    lint.write(root, f"{BASE}/home-treatments.json", json.dumps(pages))


PLANTS = [
    ("words in a sentence", plant("It " + "very " * 30 + "much helps.")),
    ("no place at home", plant("You must have it.")),
    ("no place at home", plant("It lowers ECOG.")),
    ("not 'of 100'", plant("It helps one in ten people.")),
    ("8317 is in none", plant("It helped 8317 people.")),
    ("neither an everyday word", plant("It is an interdepartmental thing.")),
    ("expected about as many", plant("It is so. " * 60)),
    ("no page for reading", drop_page),
    ("reading ease below", harden_all),
]

if __name__ == "__main__":
    if "--report" in sys.argv[2:]:
        report(os.path.abspath(sys.argv[1]))
    else:
        lint.main(find_faults, PLANTS)
