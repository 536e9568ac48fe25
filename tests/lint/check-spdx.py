#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of code names its author and licence in its first lines."""
import lint

SUFFIXES = (".c", ".h", ".py", ".sh", ".css", ".ui", ".svg", ".xml", ".in")
# Lists whose format has no room for more than names.
EXCEPT = ("po/POTFILES.in", "po/knowledge/POTFILES.in")
HEAD = 6


def find_faults(root):
    for path in lint.list_files(root, lint.FOLDERS, SUFFIXES):
        head = "\n".join(lint.read(root, path).splitlines()[:HEAD])
        for tag in ("SPDX-FileCopyrightText:", "SPDX-License-Identifier: GPL-3.0-or-later"):
            if path not in EXCEPT and tag not in head:
                yield f"{path}: the first lines lack '{tag}'"


PLANTS = [
    ("ui/leio-bare.c: the first lines lack",
     lambda root: lint.write(root, "ui/leio-bare.c", "int bare;\n")),
    ("app/main.c: the first lines lack 'SPDX-License",
     lambda root: lint.replace(root, "app/main.c", "GPL-3.0-or-later", "MIT")),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
