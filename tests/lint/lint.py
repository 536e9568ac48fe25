# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of this folder share.

A check is a script with find_faults (root) that yields one line a fault, and faults to plant:
(expected words, function that spoils a copy of the tree). Run with the root of the tree it prints
the faults; run with --self-test as well it proves on copies that it finds each planted fault.
"""
import os
import re
import shutil
import sys
import tempfile

FOLDERS = ("app", "data", "flatpak", "po", "resources", "tests", "ui")
SKIPPED = ("__pycache__", "models")


def list_files(root, folders, suffixes, skip=()):
    """Paths below folders of root, relative to it, sorted."""
    found = []
    for folder in folders:
        for place, below, names in os.walk(os.path.join(root, folder)):
            below[:] = sorted(d for d in below if d not in SKIPPED and d not in skip)
            found += [os.path.relpath(os.path.join(place, name), root)
                      for name in names if name.endswith(suffixes)]
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


def write(root, path, text):
    os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
    with open(os.path.join(root, path), "w", encoding="utf-8") as file:
        file.write(text)


def replace(root, path, old, new):
    text = read(root, path)
    if old not in text:
        raise AssertionError(f"{path}: the self-test finds no '{old}' to spoil")
    write(root, path, text.replace(old, new, 1))


def blank_out(text, pattern):
    """text with what pattern matches made blank, its line breaks kept."""
    return re.sub(pattern, lambda match: re.sub(r"[^\n]", " ", match.group()), text, flags=re.S)


def code_only(text):
    """C without comments, strings and characters; every line stays on its number."""
    return blank_out(text, r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'')


def copy_tree(root, into):
    for folder in FOLDERS:
        shutil.copytree(os.path.join(root, folder), os.path.join(into, folder),
                        ignore=shutil.ignore_patterns("__pycache__"))
    for name in os.listdir(root):
        if os.path.isfile(os.path.join(root, name)):
            shutil.copy(os.path.join(root, name), into)


def prove(root, find_faults, plants):
    """Whether every planted fault is found, and was not there before."""
    good = True
    before = set(find_faults(root))
    for words, plant in plants:
        with tempfile.TemporaryDirectory() as copy:
            copy_tree(root, copy)
            plant(copy)
            new = [fault for fault in find_faults(copy) if fault not in before]
        if not any(words in fault for fault in new):
            good = False
            print(f"not found: a planted fault that should say '{words}'; found: {new}")
    return good


def main(find_faults, plants):
    root = os.path.abspath(sys.argv[1])
    if "--self-test" in sys.argv[2:]:
        sys.exit(0 if prove(root, find_faults, plants) else 1)

    faults = list(find_faults(root))
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)
