#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sum a run of `meson test` up.

results.py TESTLOG.json [FAILED [FILE.tap...]]: prints the end of the log of each test that failed,
what was skipped as a whole, and last "N passed, N failed". A program that speaks TAP counts by its
own tests, every other as one; a program that ends badly without a "not ok" counts as one failure.
FAILED steps outside of meson are added, and what ran outside of it and left its TAP in a FILE. Exit
status 1 where anything failed or nothing ran.
"""
import json
import re
import sys

TAIL = 40
# What GLib tells about the folders of each isolated test.
NOISE = "# GLib-DEBUG: g_set_user_dirs"


def count(test):
    """(passed, failed, skipped) of one program."""
    text = test.get("stdout") or ""
    lines = re.findall(r"^(not ok|ok)\b([^\n]*)", text, re.M)
    if not re.search(r"^1\.\.\d", text, re.M):
        lines = []
    skipped = sum("# SKIP" in rest.upper() for _, rest in lines)
    failed = sum(verdict == "not ok" for verdict, _ in lines)
    passed = len(lines) - failed - skipped
    bad = test["result"] not in ("OK", "SKIP", "EXPECTEDFAIL")
    if bad:
        failed = max(failed, 1)
    elif not lines:
        passed, skipped = (0, 1) if test["result"] == "SKIP" else (1, 0)
    return passed, failed, skipped


def read_tap(path):
    """A test outside of meson; one that did not get to its end has no plan, or fewer lines."""
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    plan = re.search(r"^1\.\.(\d+)(.*)", text, re.M)
    lines = re.findall(r"^(?:not )?ok\b", text, re.M)
    whole = plan is not None and int(plan.group(1)) == len(lines)
    skipped = whole and not lines
    if skipped:
        print("\n" + plan.group(2).strip(" #"))
    return {"name": path.rsplit("/", 1)[-1], "stdout": text,
            "result": "SKIP" if skipped else "OK" if whole else "ERROR"}


def show(test):
    print("\n--- %s: %s" % (test["name"], test["result"]))
    text = (test.get("stdout") or "") + (test.get("stderr") or "")
    lines = [line for line in text.splitlines() if not line.startswith(NOISE)]
    print("\n".join(lines[-TAIL:]))


def main():
    path, failed_before = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0
    try:
        with open(path, encoding="utf-8") as file:
            tests = [json.loads(line) for line in file if line.strip()]
    except OSError as error:
        print("Leio: no test ran: %s" % error, file=sys.stderr)
        tests = []

    passed, failed, skipped = 0, failed_before + (not tests), 0
    for test in tests + [read_tap(path) for path in sys.argv[3:]]:
        one = count(test)
        passed, failed, skipped = passed + one[0], failed + one[1], skipped + one[2]
        if one[1] > 0:
            show(test)
    if skipped:
        print("\n%d skipped" % skipped)
    print("%d passed, %d failed" % (passed, failed), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
