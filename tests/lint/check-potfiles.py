#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with something to translate is in po/POTFILES.in, and nothing else is."""
import os
import re

import lint

CALL = re.compile(r"(?<![\w])(?:_|N_|C_|NC_|Q_|ngettext)\s?\(")
MARK = re.compile(r'translatable="(?:yes|true|1)"')


def has_strings(root, path):
    text = lint.read(root, path)
    return bool(MARK.search(text) if path.endswith(".ui") else CALL.search(lint.code_only(text)))


def list_wanted(root):
    paths = lint.list_files(root, ("app", "ui", "resources"), (".c", ".h", ".ui"))
    wanted = {path for path in paths if has_strings(root, path)}
    return wanted | {os.path.join("data", name) for name in os.listdir(os.path.join(root, "data"))
                     if name.endswith((".desktop.in", ".metainfo.xml.in", ".gschema.xml"))}


def find_faults(root):
    listed = {line for line in lint.read(root, "po/POTFILES.in").splitlines()
              if line and not line.startswith("#")}
    wanted = list_wanted(root)
    for path in sorted(wanted - listed):
        yield f"po/POTFILES.in: {path} is missing; run po/update.sh"
    for path in sorted(listed - wanted):
        yield f"po/POTFILES.in: {path} has nothing to translate; run po/update.sh"


PLANTS = [
    ("ui/leio-new.c is missing", lambda root: lint.write(
        root, "ui/leio-new.c", 'const char *\nword (void)\n{\n  return _("Word");\n}\n')),
    ("resources/ui/new.ui is missing", lambda root: lint.write(
        root, "resources/ui/new.ui", '<property name="label" translatable="yes">Word</property>')),
    ("nothing to translate", lambda root: lint.write(
        root, "po/POTFILES.in", lint.read(root, "po/POTFILES.in") + "app/cli/leio-cli.h\n")),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
