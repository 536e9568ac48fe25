#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Strings that can be translated well.

A string with a placeholder has a note for translators; two placeholders are numbered, for another
language may turn them round. No label of a .ui file escapes translation. The templates of program
and knowledge base are catalogues that msgfmt accepts.
"""
import os
import re
import subprocess
import sys
import tempfile

import lint

PLACEHOLDER = re.compile(r"%(?:\d+\$)?[-+ 0#'I]*(?:\*|\d+)?(?:\.(?:\*|\d+))?"
                         r"(?:hh|h|ll|l|z|j|L)?(?:[diouxXeEfgGcsp]|\"\s*G_\w+_FORMAT)")
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2"]
LABEL = re.compile(r'<property name="(label|title|tooltip-text|placeholder-text|description)"'
                   r'(?![^>]*translatable)[^>]*>([^<]*[A-Za-z]{2}[^<]*)</property>')


def run_xgettext(root):
    paths = [line for line in lint.read(root, "po/POTFILES.in").splitlines()
             if line and not line.startswith("#") and os.path.exists(os.path.join(root, line))]
    return subprocess.run(
        ["xgettext", "--from-code=UTF-8", "--add-comments=Translators", "--no-wrap", "--output=-",
         "--package-name=leio"] + [f"--keyword={word}" for word in KEYWORDS] + paths,
        cwd=root, check=True, capture_output=True, text=True).stdout


def join(entry, field):
    """The text of a field of an entry; lines that go on are joined."""
    match = re.search(rf'^{field} ((?:"(?:\\.|[^"\\])*"\s*)+)', entry, re.M)
    return "".join(re.findall(r'"((?:\\.|[^"\\])*)"', match.group(1))) if match else ""


def check_entry(entry):
    place = re.search(r"^#: (\S+)", entry, re.M)
    placeholders = PLACEHOLDER.findall(join(entry, "msgid").replace("%%", ""))
    if not place or not placeholders:
        return
    text = f"{place.group(1)}: '{join(entry, 'msgid')[:60]}'"
    if not re.search(r"^#\. (.*\n#\. )*?.*Translators:", entry, re.M):
        yield f"{text} has a placeholder and no note for translators"
    if len(placeholders) > 1 and any("$" not in it for it in placeholders):
        yield f"{text} has several placeholders that are not numbered"


def check_catalogue(name, template):
    """What msgfmt says about a translation that repeats the template."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "leio.pot")
        with open(path, "w", encoding="utf-8") as file:
            file.write(template)
        made = subprocess.run(["msginit", "--no-translator", "--locale=en_GB", f"--input={path}",
                               "--output-file=-"], capture_output=True, text=True)
        done = subprocess.run(["msgfmt", "--check", "--output-file=/dev/null", "-"],
                              input=made.stdout, capture_output=True, text=True)
    if made.returncode or done.returncode:
        yield f"{name}: {(made.stderr if made.returncode else done.stderr).strip()}"


def check_languages(root):
    for folder in ("po", "po/knowledge"):
        for word in re.sub("#.*", "", lint.read(root, f"{folder}/LINGUAS")).split():
            done = subprocess.run(["msgfmt", "--check", "--output-file=/dev/null",
                                   os.path.join(root, folder, word + ".po")],
                                  capture_output=True, text=True)
            if done.returncode:
                yield f"{folder}/{word}.po: {done.stderr.strip()}"


def find_faults(root):
    for path in lint.list_files(root, ("resources",), (".ui",)):
        for match in LABEL.finditer(lint.read(root, path)):
            yield f"{path}: '{match.group(2).strip()}' is not marked for translation"

    template = run_xgettext(root)
    for entry in template.split("\n\n")[1:]:
        yield from check_entry(entry)
    yield from check_catalogue("po/leio.pot", template)

    base = subprocess.run([sys.executable, os.path.join(root, "po/json2pot.py"),
                           os.path.join(root, "data/knowledge/leiomyosarcoma")],
                          capture_output=True, text=True)
    if base.returncode:
        yield f"po/json2pot.py: {base.stderr.strip()}"
    else:
        yield from check_catalogue("po/knowledge/leio-knowledge.pot", base.stdout)
    yield from check_languages(root)


def add_text(text):
    return lambda root: lint.write(root, "app/leio-application.c",
                                   lint.read(root, "app/leio-application.c") + text)


PLANTS = [
    ("no note", add_text('\nconst char *a = _("A lonely %s");\n')),
    ("not numbered", add_text('\n/* Translators: two words. */\nconst char *b = _("%s or %s");\n')),
    ("'Unmarked' is not marked", lambda root: lint.write(
        root, "resources/ui/new.ui", '<property name="label">Unmarked</property>\n')),
    ("is there twice", lambda root: lint.replace(
        root, "data/knowledge/leiomyosarcoma/glossary.json", '"terms": [',
        '"terms": [{"term": "X", "plain": "x"}, {"term": "X", "plain": "y"},')),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
