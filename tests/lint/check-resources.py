#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is built in is what is there: the knowledge base as its manifest lists it, and every
template, style sheet and icon of resources/."""
import json
import os
import xml.etree.ElementTree as ElementTree

import lint

BASE = "data/knowledge/leiomyosarcoma"


def list_built_in(root, path):
    tree = ElementTree.fromstring(lint.read(root, path))
    return [file.text for file in tree.iter("file")]


def compare(where, built_in, wanted):
    for name in sorted(set(wanted) - set(built_in)):
        yield f"{where}: {name} is missing"
    for name in sorted(set(built_in) - set(wanted)):
        yield f"{where}: {name} is listed, but is not there"
    for name in sorted({name for name in built_in if built_in.count(name) > 1}):
        yield f"{where}: {name} is listed twice"


def list_manifest(root):
    files = json.loads(lint.read(root, f"{BASE}/knowledge.json"))["files"]
    names = ["knowledge.json"]
    for value in files.values():
        names += [value] if isinstance(value, str) else value
    return names


def list_below(root, folder, suffixes):
    return [os.path.relpath(path, folder) for path in lint.list_files(root, (folder,), suffixes)]


def find_faults(root):
    built_in = list_built_in(root, f"{BASE}.gresource.xml")
    yield from compare(f"{BASE}.gresource.xml", built_in, list_manifest(root))
    yield from compare(f"{BASE}/knowledge.json", list_manifest(root),
                       list_below(root, BASE, (".json",)))
    # What is taken from another folder the build itself misses.
    own = [name for name in list_built_in(root, "resources/leio.gresource.xml")
           if not name.startswith("../")]
    yield from compare("resources/leio.gresource.xml", own,
                       list_below(root, "resources", (".ui", ".css", ".svg", ".png", ".json")))


PLANTS = [
    ("rules/new.json is missing", lambda root: lint.write(root, f"{BASE}/rules/new.json", "{}")),
    ("glossary.json is missing", lambda root: lint.replace(
        root, f"{BASE}.gresource.xml", "<file>glossary.json</file>", "")),
    ("ui/new.ui is missing", lambda root: lint.write(root, "resources/ui/new.ui", "<interface/>")),
    ("style.css is listed, but is not there", lambda root: os.remove(
        os.path.join(root, "resources/style.css"))),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
