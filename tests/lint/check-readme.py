#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""README says what the scripts do: the package lists are those of app/packages.sh, the intended use
is that of the knowledge base, and every file that it names is there."""
import json
import os
import re

import lint

PAGES = ("README.md", "CONTRIBUTING.md", "app/DESIGN.md")
PATH = re.compile(r"(?<![\w./-])((?:app|data|flatpak|po|resources|tests|ui)/[\w./-]*\w)")


def read_list(root, name):
    text = lint.read(root, "app/packages.sh")
    return re.search(rf"^{name}='([^']*)'", text, re.M).group(1).split()


def read_block(text, heading):
    """The words of the indented block below a line that starts with heading."""
    match = re.search(rf"^{heading}[^\n]*\n\n((?:    [^\n]*\n)+)", text, re.M)
    words = match.group(1).replace("\\", " ").split()
    return words[words.index("install") + 1:]


def check_packages(root, text):
    for heading, name in (("Debian 12", "build_debian"), ("Fedora", "build_fedora")):
        wanted, there = read_list(root, name), read_block(text, heading)
        for package in sorted(set(wanted) ^ set(there)):
            yield f"README.md: {heading}: {package} is in only one of README and app/packages.sh"


def find_faults(root):
    text = lint.read(root, "README.md")
    yield from check_packages(root, text)
    base = json.loads(lint.read(root, "data/knowledge/leiomyosarcoma/knowledge.json"))
    if base["intended_use"] not in re.sub(r"\s*\n>?\s*", " ", text):
        yield "README.md: the intended use is not that of the knowledge base"
    for page in PAGES:
        for path in PATH.findall(lint.read(root, page)):
            if not os.path.exists(os.path.join(root, path)):
                yield f"{page}: {path} is not there"


PLANTS = [
    ("meson is in only one", lambda root: lint.replace(
        root, "README.md", "libc6-dev meson", "libc6-dev")),
    ("the intended use", lambda root: lint.replace(
        root, "README.md", "qualified professionals", "all")),
    ("ui/leio-ghost.c is not there", lambda root: lint.replace(
        root, "app/DESIGN.md", "ui/leio-session.c", "ui/leio-ghost.c")),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
