#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the texts of Markdown files as a translation template.

md2pot.py FILE…: each heading, paragraph, item of a list, cell of a table and text of a link is one
string, with the context "help". ui/leio-markdown.c reads the same language and asks for the same
strings. An address, and what has no word outside of `code`, is the same in every language.
"""
import json
import re
import sys

LINK = re.compile(r"\[(.*?)\]\((.*)\)$")
# "Shown by: `one`, `two`": only what stands before the names is translated.
NAMED = re.compile(r"([^`]+:) (`.*)")
SIGN = re.compile(r"(?:-|\d+\.) +")


def list_lines(text):
    """(number, line) without comments."""
    blank = re.sub(r"<!--.*?(?:-->|\Z)", lambda match: "\n" * match.group().count("\n"), text,
                   flags=re.S)
    return [(number, line.strip()) for number, line in enumerate(blank.split("\n"), 1)]


def list_raw(text):
    """(line, text) of all parts, links still in their form."""
    parts, at = [], 0

    def end():
        nonlocal parts
        if parts:
            yield at, " ".join(parts)
        parts = []

    for number, line in list_lines(text):
        sign = SIGN.match(line)
        if not line or line.startswith("|") or re.match("#+ ", line) or sign:
            yield from end()
        if line.startswith("|"):
            if not re.fullmatch(r"[|\-: ]+", line):
                yield from ((number, cell.strip()) for cell in line.split("|")[1:-1])
        elif re.match("#+ ", line):
            yield number, line.lstrip("#").strip()
        elif line:
            at = at if parts else number
            parts.append(line[sign.end():] if sign else line)
    yield from end()


def has_words(text):
    return re.search(r"[^\W\d_]", re.sub(r"`[^`]*`|^https://.*", "", text))


def list_texts(text):
    """(line, text) of all that is translated."""
    for number, raw in list_raw(text):
        link = LINK.match(raw)
        part = link.group(1) if link else raw
        named = NAMED.match(part)
        if named and not has_words(named.group(2)):
            part = named.group(1)
        if has_words(part):
            yield number, part


def make_template(paths):
    places = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for number, text in list_texts(file.read()):
                places.setdefault(text, []).append(f"{path}:{number}")
    for text, where in places.items():
        yield (f"#: {' '.join(where)}\nmsgctxt \"help\"\n"
               f"msgid {json.dumps(text, ensure_ascii=False)}\nmsgstr \"\"\n")


def main():
    print('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n')
    for entry in make_template(sys.argv[1:]):
        print(entry)


if __name__ == "__main__":
    main()
