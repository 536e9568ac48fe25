#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that have no place in the tree: notes of unfinished work, and names of the machines,
folders and networks that somebody happened to work on."""
import re
import socket

import lint

SUFFIXES = (".c", ".h", ".py", ".sh", ".css", ".ui", ".svg", ".xml", ".in", ".json", ".leio", ".md",
            ".build", ".1", ".txt")
UNFINISHED = "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"))
WORDS = [
    ("unfinished work", re.compile(rf"\b(?:{UNFINISHED})\b")),
    ("a folder of one machine",
     re.compile(r"(?<![\w.])/(?:home|root|work|workspace|Users)/\w+")),
    ("an address of a private network",
     re.compile(r"\b(?:10\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+\.\d+\b")),
    ("a host of a private network",
     re.compile(r"\b[\w-]+\.(?:internal|intranet|corp|lan|localdomain)\b")),
]


def list_words():
    """The words, and the name of this machine where it is one that cannot be meant otherwise."""
    name = socket.gethostname()
    if len(name) > 5 and re.search(r"\d", name):
        return WORDS + [("the name of this machine", re.compile(re.escape(name)))]
    return WORDS


def find_faults(root):
    words = list_words()
    paths = lint.list_files(root, lint.FOLDERS, SUFFIXES, skip=("broken",))
    for path in paths + ["README.md", "CONTRIBUTING.md", "NEWS.md", "meson.build"]:
        for number, line in enumerate(lint.read(root, path).splitlines(), 1):
            for what, pattern in words:
                match = pattern.search(line)
                if match and path != "tests/lint/check-words.py":
                    yield f"{path}:{number}: {what}: {match.group()}"


def add_line(line):
    return lambda root: lint.write(root, "ui/leio-new.h", line + "\n")


PLANTS = [
    ("unfinished work", add_line("/* " + "TO" + "DO */")),
    ("a folder of one machine", add_line("/* /home/somebody/leio */")),
    ("private network: 192", add_line("/* 192.168.1.7 */")),
    ("private network: example", add_line("/* example.internal */")),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
