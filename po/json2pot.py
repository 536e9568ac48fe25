#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the texts of a knowledge base as a translation template.

json2pot.py DIR [EXAMPLES]: reads DIR/knowledge.json and the files it names, and prints the template
of the gettext domain "leio-knowledge". The context of a text is its place, as leio_knowledge_text()
is called with: "questions/site/why", "rules/ID/plain", "terms/TERM/plain". EXAMPLES is a folder of
cases, of which the labels are taken: "examples/FILE/label".
"""
import json
import os
import re
import sys

TITLES = ("title", "plain_title")
LABELS = ("label", "plain_label", "summary", "plain_summary")
# Where the texts are: the entry in "files" (None: knowledge.json itself), the list, what names a
# member, and the fields that people read; a field "values" is a list of its own.
PLACES = (
    (None, "phases", "id", TITLES),
    (None, "disagreements", "id", TITLES),
    (None, "board", "id", ("why", "plain")),
    ("questions", "sections", "id", TITLES),
    ("questions", "questions", "id",
     ("question", "plain_question", "short", "plain_short", "why", "plain_why", "plain_ask", "help",
      "plain_help", "values", "unit", "unit_one")),
    ("questions", "impossible", "id", ("why", "plain")),
    ("definitions", "definitions", "id", ("title",)),
    ("definitions", "derived", "id", TITLES + ("edition", "note", "values")),
    ("treatments", "groups", "id", TITLES),
    ("treatments", "choices", "id", TITLES + ("for",)),
    ("treatments", "treatments", "id", ("name", "plain_name", "what", "plain", "burden")),
    ("rules", "rules", "id", ("why", "plain", "positions")),
    ("evidence", "sources", "id", ("label", "population", "finding", "figures")),
    ("glossary", "terms", "term", ("term", "plain", "aka")),
    ("doctor_questions", "questions", "id", ("group_label", "question", "why")),
    ("home", "chapters", "id", ("title",)),
    ("home", "pages", "id", ("title", "sections")),
    ("home", "matters", "id", ("title", "plain", "questions")),
    ("home_treatments", "treatment_pages", "treatment",
     ("why", "against", "days", "time", "effects", "numbers", "questions")),
    ("properties", "properties", "id", ("why",)),
)
# Contexts name the list, but for the two that share a name.
CONTEXTS = {("doctor_questions", "questions"): "doctor_questions"}

# A short name of a source that is made of names and a year, as "Gronchi 2016", is the same in every
# language; words make a text of it, as "Trabectedin label (US)".
WORDS = re.compile(r"(?<![\w.-])(?!(?:van|von|den|der|des)\b)[a-z]{2,}|^(?:Review|Study)\b")

HEADER = '''# Texts of the knowledge base of Leio.
# Copyright (C) 2026 The Leio authors
# This file is distributed under the same license as the leio package.
#
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: leio\\n"
"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"
"Language-Team: LANGUAGE <LL@li.org>\\n"
"Language: \\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"'''


def list_parts(context, parts):
    """(context, text) of a list of texts, which are counted, or of questions with their reason."""
    for number, part in enumerate(parts, 1):
        if isinstance(part, str):
            yield f"{context}/{number}", part
        else:
            yield from list_texts(f"{context}/{part['id']}", part, ("question", "why"))


def list_figures(context, figures):
    """(context, text) of the charts of a source."""
    for number, figure in enumerate(figures, 1):
        yield from list_texts(f"{context}/{number}", figure, ("title", "unit"))
        for place, arm in enumerate(figure["arms"], 1):
            yield f"{context}/{number}/arms/{place}", arm["label"]


def list_numbers(context, numbers):
    """(context, text) of the numbers of a page."""
    for place, entry in enumerate(numbers, 1):
        yield from list_texts(f"{context}/{place}", entry, ("title", "who"))
        for number, group in enumerate(entry["groups"], 1):
            yield f"{context}/{place}/groups/{number}", group


def is_name(context, field, text):
    """Whether text is the short name of a source and needs no translation."""
    return field == "label" and context.startswith("sources/") and not WORDS.search(text)


def list_texts(context, member, fields):
    """(context, text) of each filled field of a member of a list."""
    for field in fields:
        text = member.get(field)
        if isinstance(text, str) and text:
            if re.search(r"\w", text) and not is_name(context, field, text):
                yield f"{context}/{field}", text
        elif field == "positions":
            for who, stance in (text or {}).items():
                yield f"{context}/{field}/{who}", stance
        elif field == "figures":
            yield from list_figures(f"{context}/{field}", text or ())
        elif field == "numbers":
            yield from list_numbers(f"{context}/{field}", text or ())
        elif field == "aka":
            if text:
                yield f"{context}/{field}", ", ".join(text)
        elif isinstance(text, dict):
            yield from list_texts(f"{context}/{field}", text, ("text", "points"))
        elif field in ("questions", "points") and text:
            yield from list_parts(f"{context}/{field}", text)
        elif field == "sections" and text:
            for section in text:
                yield from list_texts(f"{context}/sections/{section['id']}", section,
                                      ("heading", "text", "points"))
        elif field == "values" and text:
            for value in text:
                yield from list_texts(f"{context}/values/{value['id']}", value, LABELS)
        elif field == "for" and text:
            for reason in text:
                yield from list_texts(f"{context}/for/{reason['treatment']}", reason,
                                      ("why", "plain"))


def list_holders(load, manifest):
    """(file, context, text) of those that hold a position and are no source with a name."""
    sources = load(manifest["files"]["evidence"])["sources"]
    names = {source["label"] for source in sources if not WORDS.search(source["label"])}
    holders = {who: name for name in manifest["files"]["rules"] for rule in load(name)["rules"]
               for who in rule.get("positions", ()) if who not in names}
    for who, name in sorted(holders.items()):
        yield name, f"positions/{who}", who


def list_entries(folder):
    """(file, context, text) of the whole base, in the order of its files."""
    def load(name):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return json.load(file)

    manifest = load("knowledge.json")
    for field in ("title", "intended_use"):
        yield "knowledge.json", f"knowledge/{field}", manifest[field]
    for name, text in manifest.get("attributes", {}).items():
        yield "knowledge.json", f"attributes/{name}", text

    yield from list_holders(load, manifest)
    for entry, group, key, fields in PLACES:
        names = "knowledge.json" if entry is None else manifest["files"].get(entry, [])
        context = CONTEXTS.get((entry, group), group)
        for name in [names] if isinstance(names, str) else names:
            for member in load(name).get(group, []):
                for where, text in list_texts(f"{context}/{member[key]}", member, fields):
                    yield name, where, text


def list_examples(folder):
    """(file, context, text) of the labels of cases, in the order of their names."""
    for name in sorted(os.listdir(folder)):
        if name.endswith(".leio"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                yield name, f"examples/{name}/label", json.load(file)["label"]


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def main():
    folder, *examples = sys.argv[1:3]
    entries = list(list_entries(folder))
    for more in examples:
        entries += list_examples(more)
    seen = set()
    print(HEADER)
    for name, context, text in entries:
        if context in seen:
            print(f"{name}: the place {context} is there twice", file=sys.stderr)
            return 1
        seen.add(context)
        place = examples[0] if context.startswith("examples/") else folder
        print(f"\n#: {os.path.basename(place)}/{name}\nmsgctxt {quote(context)}\n"
              f"msgid {quote(text)}\nmsgstr \"\"")
    return 0


if __name__ == "__main__":
    sys.exit(main())
