#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Code that can be read: no function over 60 lines or nested deeper than 4 blocks, no file over
800 lines, no line over 100 columns, no goto."""
import re

import lint

FUNCTION, DEPTH, FILE, COLUMNS = 60, 4, 800, 100


def list_functions(lines):
    """(name, first line, length, depth of blocks in blocks) of each body in column 0."""
    start, name = None, ""
    for number, line in enumerate(lines):
        before = lines[number - 1].rstrip() if number else ""
        if start is None and line.rstrip() == "{" and before.endswith(")"):
            start, depth, deepest = number, 0, 0
        elif start is None:
            match = re.match(r"(\w+) \(", line)
            name = match.group(1) if match else name
        elif line.startswith("}"):
            yield name, start + 1, number - start - 1, deepest
            start = None
        else:
            depth += line.count("{") - line.count("}")
            deepest = max(deepest, depth)


def check_file(path, text):
    lines = text.splitlines()
    if len(lines) > FILE:
        yield f"{path}: {len(lines)} lines, at most {FILE}"
    for number, line in enumerate(lines, 1):
        if len(line) > COLUMNS:
            yield f"{path}:{number}: {len(line)} columns, at most {COLUMNS}"
    if not path.endswith(".c"):
        return

    code = lint.code_only(text).splitlines()
    for number, line in enumerate(code, 1):
        if re.search(r"\bgoto\b", line):
            yield f"{path}:{number}: goto"
    for name, number, length, depth in list_functions(code):
        if length > FUNCTION:
            yield f"{path}:{number}: {name} has {length} lines, at most {FUNCTION}"
        if depth > DEPTH:
            yield f"{path}:{number}: {name} is nested {depth} deep, at most {DEPTH}"


def find_faults(root):
    for path in lint.list_files(root, ("app", "ui", "tests", "po"), (".c", ".h", ".py")):
        yield from check_file(path, lint.read(root, path))


def append(text):
    return lambda root: lint.write(root, "app/main.c", lint.read(root, "app/main.c") + text)


def append_body(name, body):
    return append(f"\nvoid\n{name} (void)\n{{\n{body}}}\n")


PLANTS = [
    ("long_one has 61 lines", append_body("long_one", "  g_print (\"\");\n" * 61)),
    ("deep_one is nested 5", append_body("deep_one", "  {\n" * 5 + "  }\n" * 5)),
    ("801 lines", lambda root: lint.write(root, "ui/leio-long.h", "\n" * 801)),
    ("101 columns", append("/*" + " " * 97 + "*/\n")),
    ("goto", append_body("jump", "  goto end;\nend:\n")),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
