#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who includes whom: the table of app/DESIGN.md is the law.

Beside it: GTK and Pango are in no folder whose row says no, private headers of the core stay in the
core, no two headers share a name, and the build hands each folder of the core no more than its row
allows.
"""
import os
import re

import lint

TOOLKITS = {
    "GTK": re.compile(r"(gtk|gdk|gsk|adwaita)\b"),
    "Pango": re.compile(r"(pango|cairo)\b"),
}
CORE = "app/core/"


def read_table(root):
    """{row: the columns that say yes} of the table in DESIGN.md."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")]
            for line in lint.read(root, "app/DESIGN.md").splitlines() if line.startswith("|")]
    start = next(i for i, row in enumerate(rows) if row[0] == "folder" and "GTK" in row)
    columns = rows[start][1:]
    table = {}
    for row in rows[start + 2:]:
        if len(row) != len(columns) + 1:
            break
        table[row[0]] = {name for name, cell in zip(columns, row[1:]) if cell in ("yes", "self")}
    return table


def find_row(path):
    """The row of the table that a file belongs to."""
    if path.startswith(CORE):
        return path[len(CORE):].split("/")[0]
    return {"app/cli": "cli", "app": "application"}.get(os.path.dirname(path), "ui")


def is_core(path):
    return path.startswith(CORE)


def check_file(root, path, owners, table):
    row = find_row(path)
    for number, line in enumerate(lint.read(root, path).splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
        if not match:
            continue
        name = match.group(2)
        place = f"{path}:{number}"
        for toolkit, pattern in TOOLKITS.items():
            if pattern.match(name) and toolkit not in table[row]:
                yield f"{place}: {row} includes {toolkit}: {name}"
        owner = owners.get(name)
        if owner is None:
            continue
        if name.endswith("-private.h") and is_core(owner) != is_core(path):
            yield f"{place}: {row} includes a private header of another part: {name}"
        elif is_core(owner) and find_row(owner) not in table[row] | {row}:
            yield f"{place}: {row} may not include {find_row(owner)}: {name}"
        elif is_core(path) and not is_core(owner):
            yield f"{place}: the core includes {name}"


def check_build(root, row, allowed):
    path = f"{CORE}{row}/meson.build"
    for name in re.findall(r"\b(\w+)_include\b", lint.read(root, path)):
        if name not in allowed | {row, "root"}:
            yield f"{path}: the build lets {row} include {name}, the table does not"


def find_faults(root):
    table = read_table(root)
    paths = lint.list_files(root, ("app", "ui"), (".c", ".h"))
    owners = {}
    for path in paths:
        if path.endswith(".h") and owners.setdefault(os.path.basename(path), path) != path:
            yield f"{path}: another header has this name: {owners[os.path.basename(path)]}"
    for row in sorted(os.listdir(os.path.join(root, CORE))):
        if not os.path.isdir(os.path.join(root, CORE, row)):
            continue
        if row not in table:
            yield f"app/DESIGN.md: the table has no row {row}"
            return
        yield from check_build(root, row, table[row])
    for path in paths:
        yield from check_file(root, path, owners, table)


def add_include(path, line):
    return lambda root: lint.write(root, path, line + "\n" + lint.read(root, path))


PLANTS = [
    ("may not include advice",
     add_include("app/core/rules/leio-logic.c", '#include "leio-advice.h"')),
    ("includes GTK", add_include("app/cli/leio-cli.c", "#include <gtk/gtk.h>")),
    ("includes Pango",
     add_include("app/core/output/leio-report.c", "#include <pango/pangocairo.h>")),
    ("private header",
     add_include("ui/leio-window.c", '#include "leio-engine-private.h"')),
    ("another header has this name", lambda root: lint.write(root, "ui/leio-engine.h", "\n")),
    ("the build lets rules", lambda root: lint.replace(
        root, "app/core/rules/meson.build", "facts_include", "facts_include, advice_include")),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
