#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the help prints in bold stands in the program, letter for letter, in every language: the
label of a button or a heading, with "…" for what changes in it, or how such a text begins. And each
topic is one file, listed in the program and built in."""
import os
import re

import catalogue
import lint

FOLDER = "data/help"
# Shown in the help as well, but with a bold letter where its writer wants one.
OTHER_FOLDER = "data/safety"
RESOURCE = "data/help.gresource.xml"
TOPICS = "ui/leio-help-topics.c"
BOLD = re.compile(r"\*\*(.+?)\*\*")
# What the window puts together itself: the way through its menu.
COMPOSED = "ui/leio-help-"


def normalize(text):
    """A label without what is not seen of it, and with "…" for what is put into it."""
    text = re.sub(r"%\d*\$?[a-z]", "…", text.replace("_", "").replace("…", " …"))
    return re.sub(r"\s+…", " …", text).strip(" ›:.").strip()


def begins(label, bold):
    """Whether a label begins with what is printed in bold, at the end of a word."""
    label, bold = normalize(label), normalize(bold)
    return label == bold or (label.startswith(bold) and not label[len(bold)].isalpha())


def is_composed(entry):
    return entry.context == "help" or any(place.startswith(COMPOSED) for place in entry.places)


def check_bold(texts, labels, where):
    """Faults of texts (place, text), given the labels of the program in the same language."""
    for place, text in texts:
        for bold in BOLD.findall(text):
            if not any(begins(label, bold) for label in labels):
                yield f"{where}: {place}: no label of the program begins with '{bold}'"


def list_translations(entries):
    return [text for entry in entries for text in entry.translations.values()]


def find_bold_faults(root):
    entries = catalogue.parse(catalogue.make_templates(root)["leio"])
    wanted = {entry.key for entry in entries if entry.places[0].startswith(FOLDER)}
    labels = [entry.text for entry in entries if not is_composed(entry)]
    yield from check_bold([(entry.places[0], entry.text) for entry in entries
                           if entry.key in wanted], labels, "help")
    places = {entry.key: entry.places[0] for entry in entries}
    composed = {entry.key for entry in entries if is_composed(entry)}
    for language in catalogue.list_languages(root, "po"):
        path = f"po/{language}.po"
        if not os.path.exists(os.path.join(root, path)):
            continue
        found = catalogue.parse(lint.read(root, path))
        labels = list_translations(entry for entry in found if entry.key not in composed)
        yield from check_bold([(places[entry.key], text) for entry in found if entry.key in wanted
                               for text in entry.translations.values()], labels, path)


def find_faults(root):
    files = {os.path.basename(path)
             for path in lint.list_files(root, (FOLDER, OTHER_FOLDER), (".md",))}
    built_in = {os.path.basename(path) for path in re.findall(r"<file[^>]*>([^<]+\.md)<",
                                                              lint.read(root, RESOURCE))}
    listed = {f"{name}.md" for name in re.findall(r'^  \{ "([\w-]+)", NC_',
                                                   lint.read(root, TOPICS), re.M)}
    for what, names in ((RESOURCE, built_in), (TOPICS, listed)):
        for name in sorted(files - names):
            yield f"{what}: {name} is missing"
        for name in sorted(names - files):
            yield f"{what}: {name} is named, but is not there"
    yield from find_bold_faults(root)


PLANTS = [
    ("begins with 'Add a Variant'", lambda root: lint.replace(
        root, "resources/ui/compare-window.ui", "_Add a Variant", "_More Variants")),
    ("begins with 'Eigene Kopie anlegen'", lambda root: lint.replace(
        root, "po/de.po", 'msgstr "_Eigene Kopie anlegen"', 'msgstr "_Kopie machen"')),
    ("new.md is missing", lambda root: lint.write(root, f"{FOLDER}/new.md", "# New\n")),
    ("compare.md is named, but is not there", lambda root: os.remove(
        os.path.join(root, f"{FOLDER}/compare.md"))),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
