#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""seeds.py SOURCE OUT: what each fuzzer begins with, from files that the project has: OUT/TARGET/
for each, and OUT/words, a dictionary of the ids and words of the formats.

A target of the knowledge base is named by its file: knowledge-rules-first. Of the folders of
tests/broken each gives the files in which it differs from the base.
"""
import json
import pathlib
import re
import shutil
import sys

FILES = ["knowledge.json", "questions.json", "definitions.json", "treatments.json",
         "rules/first.json", "evidence.json", "glossary.json", "doctor-questions.json", "home.json",
         "home-treatments.json", "properties.json"]
WORD = re.compile(r'[A-Za-z_][A-Za-z0-9_-]{1,30}')
GRAMMAR = ["and", "or", "not", "in (", "has any (", "has at least 2", "within (", "is empty",
           "always", "!=", "<=", ">=", "null", "true", "\\\\u00e9", "\\\\ud83d", "1e9", "-0.5"]


def name_of(file):
    return "knowledge-" + file.removesuffix(".json").replace("/", "-")


def put(out, target, name, data):
    folder = out / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ("seed-" + name)).write_bytes(data)


def put_knowledge(source, out):
    for file in FILES:
        for base in sorted((source / "tests" / "broken").iterdir()):
            path = base / file
            if path.is_file():
                put(out, name_of(file), base.name, path.read_bytes())
    put(out, "properties", "base", (source / "tests/broken/base/properties.json").read_bytes())


def put_cases(source, out):
    lines = []
    for path in sorted(source.glob("tests/cases/*/*.leio"))[::3]:
        put(out, "case", path.stem, path.read_bytes())
        lines.append(json.dumps(json.loads(path.read_text(encoding="utf-8"))))
    for number in range(0, len(lines), 4):
        put(out, "batch", f"cases-{number}", "\n".join(lines[number:number + 4]).encode())


def words(source):
    found = set(GRAMMAR)
    for path in [source / "data/knowledge/leiomyosarcoma/questions.json",
                 *source.glob("tests/broken/base/**/*.json"), *source.glob("data/examples/*.leio")]:
        text = path.read_text(encoding="utf-8")
        found.update(WORD.findall(" ".join(re.findall(r'"([a-z0-9_-]{2,30})"', text))))
    return sorted(found)


def main():
    source, out = map(pathlib.Path, sys.argv[1:3])
    for folder in sorted((source / "tests/fuzz/seeds").iterdir()):
        for path in sorted(folder.iterdir()):
            (out / folder.name).mkdir(parents=True, exist_ok=True)
            shutil.copy(path, out / folder.name / ("seed-own-" + path.name))
    put_knowledge(source, out)
    put_cases(source, out)
    (out / "words").write_text("".join(f'"{word}"\n' for word in words(source)), encoding="utf-8")
    for target in sorted(path.name for path in out.iterdir() if path.is_dir()):
        print(target)


if __name__ == "__main__":
    main()
