#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The hazard log is whole: every hazard tells cause, effect, severity and measure, and every test
that it names is there: a name in a file of the tests, a property that is proved, a check of this
folder. What the log says of intended use and versions is what the rest of the tree says."""
import json
import os
import re

import lint

LOG = "data/safety/hazards.md"
USE = "data/safety/use.md"
BASE = "data/knowledge/leiomyosarcoma"
PARTS = ("Cause", "Effect", "Severity", "Measure", "Shown by")
SEVERITIES = ("serious", "moderate", "minor")
FEWEST = 25
VERSIONS = (("GTK", "gtk4"), ("GLib, GObject, GIO", "glib-2.0"), ("JSON-GLib", "json-glib-1.0"))


def read_hazards(text):
    """{title: {part: text}}"""
    hazards = {}
    for title, body in re.findall(r"^### (H\d+ [^\n]+)\n(.*?)(?=^##|\Z)", text, re.M | re.S):
        parts = re.findall(r"^- ([A-Z][a-z ]+): (.*?)(?=^- |\Z)", body, re.M | re.S)
        hazards[title] = {name: re.sub(r"\s+", " ", said).strip() for name, said in parts}
    return hazards


def is_there(root, reference):
    kind, _, name = reference.partition(" ")
    if kind == "property":
        properties = json.loads(lint.read(root, f"{BASE}/properties.json"))["properties"]
        return any(one["id"] == name for one in properties)
    if kind == "lint":
        checks = lint.read(root, "tests/lint/meson.build")
        return f"'{name}'" in checks and os.path.exists(
            os.path.join(root, f"tests/lint/check-{name}.py"))
    if not kind.startswith("tests/") or not name or not os.path.exists(os.path.join(root, kind)):
        return False
    return re.search(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])", lint.read(root, kind)) is not None


def check_hazard(root, title, parts):
    for name in PARTS:
        if not parts.get(name):
            yield f"{LOG}: {title}: '{name}' is missing"
    if parts.get("Severity") not in SEVERITIES:
        yield f"{LOG}: {title}: the severity is none of {', '.join(SEVERITIES)}"
    references = re.findall(r"`([^`]+)`", parts.get("Shown by", ""))
    if not references:
        yield f"{LOG}: {title}: no test is named"
    for reference in references:
        if not is_there(root, reference):
            yield f"{LOG}: {title}: '{reference}' is not there"


def check_use(root):
    text = re.sub(r"\s+", " ", lint.read(root, USE))
    base = json.loads(lint.read(root, f"{BASE}/knowledge.json"))
    questions = json.loads(lint.read(root, f"{BASE}/questions.json"))["questions"]
    build = lint.read(root, "meson.build") + lint.read(root, "ui/meson.build")
    if base["intended_use"] not in text:
        yield f"{USE}: the intended use is not that of the knowledge base"
    if f"knows {len(questions)} questions" not in text:
        yield f"{USE}: the knowledge base has {len(questions)} questions"
    for part, module in VERSIONS:
        oldest = re.search(rf"dependency\('{module}', version: '>= ([\d.]+)'", build).group(1)
        if re.search(rf"\| {part} \|[^|]*\|[^|]*\| {re.escape(oldest)} \|", text) is None:
            yield f"{USE}: {part} is needed from {oldest}"


def find_faults(root):
    hazards = read_hazards(lint.read(root, LOG))
    if len(hazards) < FEWEST:
        yield f"{LOG}: {len(hazards)} hazards, at least {FEWEST}"
    if [title.split()[0] for title in hazards] != [f"H{i + 1}" for i in range(len(hazards))]:
        yield f"{LOG}: the hazards are not numbered in their order"
    if "not certified as a medical device" not in lint.read(root, LOG):
        yield f"{LOG}: it does not say that Leio is not certified"
    for title, parts in hazards.items():
        yield from check_hazard(root, title, parts)
    yield from check_use(root)


PLANTS = [
    ("'tests/ui/test-window.c /ui/window/ghost' is not there", lambda root: lint.replace(
        root, LOG, "/ui/window/warns-of-old-review", "/ui/window/ghost")),
    ("'property hysterectomy-for-all' is not there", lambda root: lint.replace(
        root, LOG, "property hysterectomy-only-for-the-uterus", "property hysterectomy-for-all")),
    ("warns-of-old-review' is not there", lambda root: lint.replace(
        root, "tests/ui/test-window.c", "/ui/window/warns-of-old-review", "/ui/window/older")),
    ("'Measure' is missing", lambda root: lint.replace(root, LOG, "- Measure: ", "- Measured: ")),
    ("the severity is none", lambda root: lint.replace(
        root, LOG, "- Severity: serious", "- Severity: bad")),
    ("the intended use", lambda root: lint.replace(root, USE, "qualified professionals", "all")),
    ("GTK is needed from", lambda root: lint.replace(
        root, USE, "| 4.8.3 | 4.8 |", "| 4.8.3 | 4.6 |")),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
