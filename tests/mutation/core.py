#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""core.py [--quick] [COUNT [SEED [FILE…]]]: would a slip in the code of the rules be noticed?

Changes one thing at random in a copy of app/core/rules (turns a comparison, swaps "and" and "or"
or plus and minus, moves a number, negates a condition, drops a "not" or a statement), builds it and
runs the tests that stand on it, the quick ones first. What the compiler refuses or makes the same
instructions of is no change and not counted, nor is how much memory is set aside. --quick leaves
out the three slowest tests. Prints what was noticed by which test and every change that was not;
exit status 1 where under nine in ten were. The tree itself is not touched.
"""
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
RULES = "app/core/rules"
# What stands on the rules and diagrams; each runs only where those before it noticed nothing.
TESTS = ("condition", "condition-errors", "logic", "space", "diagram", "diagram-limits", "bdd",
         "answers", "fuzz-condition", "audit", "missing", "audit-shipped", "oracle", "metamorphic",
         "real-base", "broken", "knowledge")
# Half a minute each: --quick leaves them out, and more is not noticed than would be.
SLOW = ("oracle", "metamorphic", "real-base")
SWAPS = (("<=", "<"), ("<", "<="), (">=", ">"), (">", ">="), ("==", "!="), ("!=", "=="),
         ("&&", "||"), ("||", "&&"), ("+", "-"), ("-", "+"), ("*", "+"), ("/", "*"), ("%", "/"),
         ("&", "|"), ("|", "&"), ("^", "|"), ("<<", ">>"), (">>", "<<"), ("+=", "-="),
         ("-=", "+="), ("|=", "&="), ("&=", "|="), ("^=", "="), ("*=", "+="))
# What only a mistake of the programmer reaches is no promise to anybody, and what is not given
# back is found by tests/sanitize/run.sh.
LEFT_OUT = re.compile(r"g_assert|g_return_|^#|G_DEFINE|sized_new"
                      r"|^\s*(g_free|g_clear|\w+_(free|unref)) ")


def hide(text):
    """text with comments and strings as blanks, of the same length"""
    return re.sub(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'',
                  lambda match: re.sub(r"[^\n]", " ", match.group()), text, flags=re.DOTALL)


def end_of_parenthesis(text, start):
    depth = 0
    for place in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return start


def changes_of_operators(bare):
    for old, new in SWAPS:
        for match in re.finditer(rf"(?<= ){re.escape(old)}(?= )", bare):
            yield match.start(), match.end(), new
    for match in re.finditer(r"(?<![\w.\"])(\d+)(u?)(?![\w.\"])", bare):
        yield match.start(), match.end(), f"{int(match.group(1)) + 1}{match.group(2)}"
    for old, new in (("TRUE", "FALSE"), ("FALSE", "TRUE"), ("MIN", "MAX"), ("MAX", "MIN")):
        for match in re.finditer(rf"\b{old}\b", bare):
            yield match.start(), match.end(), new
    for match in re.finditer(r"!(?=[\w(])", bare):
        yield match.start(), match.end(), ""


def changes_of_statements(bare):
    for match in re.finditer(r"\b(?:if|while) (?=\()", bare):
        end = end_of_parenthesis(bare, match.end())
        yield match.end(), end + 1, None
    # A call, an assignment, a step, a way out of a loop: on its own line, whole.
    for match in re.finditer(r"(?<=[;{})]\n) +((?!return|const|static|struct)[\w>.\[\]-]+"
                             r"(?: \(| [|&^+*-]?= |\+\+;|--;|;)[^;{}\n]*;?)(?=\n)", bare):
        if match.group(1).endswith(";"):
            yield match.start(1), match.end(1), ";"


def changes(path):
    """(file, first, end, new text) for all that can be changed"""
    text = path.read_text(encoding="utf-8")
    bare = hide(text)
    for first, end, new in [*changes_of_operators(bare), *changes_of_statements(bare)]:
        line = text[text.rfind("\n", 0, first) + 1:text.find("\n", end)]
        if LEFT_OUT.search(line):
            continue
        yield path, first, end, f"(!{text[first:end]})" if new is None else new


def run(command, **more):
    return subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace", **more)


class Copy:
    """A copy of the tree, its build and its tests."""

    def __init__(self, folder, left_out):
        self.tree = folder / "leio"
        self.build = folder / "build"
        shutil.copytree(SOURCE, self.tree, ignore=shutil.ignore_patterns("_build*", ".git", ".ci"))
        # Without places in the code, what means the same becomes the same object.
        self.must("meson", "setup", "-Dbuildtype=plain", "-Dwindow=false", "-Dc_args=-O1 -w",
                  self.build, self.tree)
        listed = json.loads(run(["meson", "introspect", "--tests", self.build]).stdout)
        self.tests = sorted((test for test in listed if test["name"] in set(TESTS) - set(left_out)),
                            key=lambda test: TESTS.index(test["name"]))
        self.targets = {test["name"]: Path(test["cmd"][0]).relative_to(self.build)
                        for test in self.tests}
        self.must("ninja", "-C", self.build, *self.targets.values())
        self.seconds = {}
        for test in self.tests:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            if not self.passes(test, 600):
                sys.exit(f"{test['name']} fails without a change")
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            self.seconds[test["name"]] = after.ru_utime - before.ru_utime

    def must(self, *command):
        done = run(command)
        if done.returncode != 0:
            sys.exit(done.stdout[-3000:])

    def passes(self, test, seconds):
        """seconds of the processor, so that a busy machine changes nothing"""
        def limit():
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        try:
            return run(test["cmd"], env={**os.environ, **test["env"]}, cwd=self.build,
                       preexec_fn=limit, timeout=1800).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def who_notices(self, path):
        """the name of a test; None where none does, "same" where nothing changed"""
        found = f"{RULES}/libleio-rules.a.p/{path.name}.o"
        before = (self.build / found).read_bytes()
        if run(["ninja", "-C", self.build, found]).returncode != 0:
            return "refused"
        if (self.build / found).read_bytes() == before:
            return "same"
        for test in self.tests:
            self.must("ninja", "-C", self.build, self.targets[test["name"]])
            if not self.passes(test, int(5 * self.seconds[test["name"]]) + 5):
                return test["name"]
        return None

    def try_change(self, path, first, end, new):
        text = path.read_text(encoding="utf-8")
        path.write_text(text[:first] + new + text[end:], encoding="utf-8")
        try:
            return self.who_notices(path)
        finally:
            path.write_text(text, encoding="utf-8")
            self.must("ninja", "-C", self.build, f"{RULES}/libleio-rules.a.p/{path.name}.o")


def tell(path, first, end, new):
    text = path.read_text(encoding="utf-8")
    line = text[text.rfind("\n", 0, first) + 1:text.find("\n", end)].strip()
    number = text.count("\n", 0, first) + 1
    return f"{RULES}/{path.name}:{number}: {' '.join(line.split())}: {text[first:end]} -> {new}"


def try_changes(copy, ways, count):
    """(how many each test noticed, what none did), until count changes were slips"""
    noticed, missed = Counter(), []
    for way in ways:
        slips = sum(noticed.values()) - noticed["same"] - noticed["refused"]
        if slips == count:
            break
        if slips and slips % 10 == 0:
            print(f"{slips} changes, {len(missed)} not noticed", file=sys.stderr, flush=True)
        by = copy.try_change(*way)
        noticed[by] += 1
        if by is None:
            missed.append(way)
            print("not noticed:", tell(*way), flush=True)
    return noticed, missed


def main():
    words = [word for word in sys.argv[1:] if word != "--quick"]
    count = int(words[0]) if words else 150
    rand = random.Random(int(words[1]) if len(words) > 1 else 1)
    with tempfile.TemporaryDirectory(prefix="leio-mutants-") as name:
        copy = Copy(Path(name), SLOW if "--quick" in sys.argv else ())
        files = words[2:] or sorted(path.name for path in (copy.tree / RULES).glob("*.c"))
        ways = [way for file in files for way in changes(copy.tree / RULES / file)]
        rand.shuffle(ways)
        print(f"{len(ways)} changes are possible", flush=True)
        noticed, missed = try_changes(copy, ways, count)
    slips = sum(noticed.values()) - noticed["same"] - noticed["refused"]
    print(f"{slips} changes, {slips - len(missed)} noticed "
          f"({100 * (slips - len(missed)) / max(slips, 1):.1f} %):",
          ", ".join(f"{by} {n}" for by, n in noticed.most_common() if by is not None))
    return 1 if len(missed) * 10 > slips else 0


if __name__ == "__main__":
    sys.exit(main())
