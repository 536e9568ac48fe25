#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every function that another part may call is described: beside its declaration, or above its
body. A comment in a header describes all declarations under it down to the next blank line."""
import os
import re

import lint

DECLARATION = r"^(?!G_D|typedef)\w[^\n;{}]*\n?[^\n;{}]*?\b(leio_\w+) \([^;{}]*\)[^;{}]*;"
BODY = re.compile(r"\*/\n[^\n;{}]+\n(leio_\w+) \(")


def list_declared(text):
    """(name, line, whether a comment of the header describes it)."""
    for block in re.finditer(r"(?:[^\n]+\n)+", text):
        described = False
        for match in re.finditer(r"/\*.*?\*/|" + DECLARATION, block.group(), re.S | re.M):
            if match.group(1) is None:
                described = True
                continue
            rest = block.group()[match.end():].split("\n", 1)[0]
            number = text.count("\n", 0, block.start() + match.start(1)) + 1
            yield match.group(1), number, described or "/*" in rest


def find_faults(root):
    bodies = {}
    for path in lint.list_files(root, ("app/core", "app/cli"), (".c",)):
        names = bodies.setdefault(os.path.dirname(path), set())
        names.update(BODY.findall(lint.read(root, path)))
    for path in lint.list_files(root, ("app/core", "app/cli"), (".h",)):
        if path.endswith("-private.h"):
            continue
        for name, number, described in list_declared(lint.read(root, path)):
            if not described and name not in bodies[os.path.dirname(path)]:
                yield f"{path}:{number}: {name} is not described"


def declare(text):
    return lambda root: lint.write(root, "app/core/base/leio-new.h", text)


PLANTS = [
    ("leio_new_thing is", declare("/* File. */\n\nvoid leio_new_thing (void);\n")),
    ("leio_new_pair is", declare("/* File. */\n\nchar *\nleio_new_pair (int a,\n  int b);\n")),
    ("leio_faults_new is", lambda root: lint.replace(
        root, "app/core/base/leio-faults.h", "LeioFaults *leio_f", "\nLeioFaults *leio_f")),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
