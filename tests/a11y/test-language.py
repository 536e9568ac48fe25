#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in German, page by page, as a screen reader meets it: nothing in it is English.

A text is English where it is one that has a translation, or has words that no German sentence has.
Names of sources and what a person wrote stay as they are.
"""
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import leioa11y
from leioa11y import Program, check, get_children, get_role, pump, wait_for

sys.path[:0] = [str(leioa11y.SOURCE / "tests/lint"), str(leioa11y.SOURCE / "po")]
import catalogue  # noqa: E402 (it lies beside the checks that use it too)
import json2pot  # noqa: E402 (it lies with the catalogues)

LANGUAGE = "de"
LOCALES = Path(os.environ["LEIO_TEST_LOCALES"])
ENGLISH = re.compile(r"\b(?:the|and|with|which|were|from|this|that|your|have|been|should|not|of|is|"
                     r"are|by|to|or|treatments?|questions?|answers?)\b", re.I)
EXAMPLE = leioa11y.SOURCE / "data/examples/metastatic-first-line.leio"


def load_entries():
    for folder, _ in catalogue.DOMAINS:
        path = leioa11y.SOURCE / folder / f"{LANGUAGE}.po"
        yield from catalogue.parse(path.read_text(encoding="utf-8"))


def read_translated():
    """The English texts that are said in another way in German, as the window shows them."""
    english, german = set(), set()
    for entry in load_entries():
        english |= {entry.text.replace("_", ""), (entry.plural or entry.text).replace("_", "")}
        german |= {text.replace("_", "") for text in entry.translations.values()}
    return english - german


def list_labels():
    """The short names of sources that are said in another way in German."""
    for entry in load_entries():
        if re.match(r"sources/.*/label$", entry.context or ""):
            if entry.text != entry.translations[0]:
                yield entry.text


def list_names():
    """What stays as it is: of sources and of the example; the longest first."""
    path = leioa11y.SOURCE / "data/knowledge/leiomyosarcoma/evidence.json"
    sources = json.loads(path.read_text())["sources"]
    names = [source.get(field, "") for source in sources
             for field in ("title", "authors", "journal")]
    names += [source["label"] for source in sources
              if not json2pot.WORDS.search(source["label"])]
    names.append(json.loads(EXAMPLE.read_text())["label"])
    return sorted({name for name in names if name}, key=len, reverse=True)


TRANSLATED = read_translated()
LABELS = re.compile("|".join(map(re.escape, list_labels())))
NAMES = re.compile(r"https?://\S+|" + "|".join(map(re.escape, list_names())))


def is_english(text):
    rest = NAMES.sub(" ", text).strip()
    return rest in TRANSLATED or bool(ENGLISH.search(rest) or LABELS.search(rest))


def list_texts(node):
    """(node, text) of all that is told of node and of everything below it."""
    for each in leioa11y.walk(node, ()):
        for text in (each.get_name(), each.get_description()):
            if text:
                yield each, text


def check_german(node, what):
    texts = list(list_texts(node))
    check(len(texts) > 3, f"{what}: found {len(texts)} texts")
    faults = [f"{leioa11y.describe_node(each)}: {text!r}"
              for each, text in texts if is_english(text)]
    check(not faults, f"{what}: {len(faults)} English texts\n" + "\n".join(faults[:20]))


class German(Program):
    """A run of the program in German."""

    def __init__(self, *arguments):
        environment = os.environ | {
            "LC_ALL": "de_DE.UTF-8", "LANGUAGE": LANGUAGE, "LOCPATH": str(LOCALES / "system"),
            "LEIO_LOCALE_DIR": str(LOCALES / "catalogues"), "G_DEBUG": "fatal-warnings"}
        self.process = subprocess.Popen([leioa11y.PROGRAM, *map(str, arguments)],
                                        stdin=subprocess.DEVNULL, stdout=sys.stderr,
                                        env=environment)
        Program.running.append(self)
        self.application = wait_for(self.find_application, "the program on the bus")
        self.application.set_cache_mask(leioa11y.Atspi.Cache.ROLE
                                        | leioa11y.Atspi.Cache.INTERFACES)
        self.window = wait_for(lambda: leioa11y.find_window(self.application), "its window")
        self.settle()

    def settle(self):
        """Until nothing more comes; a walk takes seconds on a busy machine."""
        n_before = -1
        for _ in range(20):
            pump(0.4)
            n_nodes = sum(1 for each in get_children(self.application)
                          for _ in leioa11y.walk(each, ()))
            if n_nodes == n_before:
                return
            n_before = n_nodes
        check(False, f"the page does not come to rest: {n_before} nodes")

    def visit(self, what, *keys):
        self.press(*keys)
        self.settle()
        check_german(self.window, what)

    def visit_dialog(self, what, key, title):
        """Opens a window of its own and closes it again."""
        self.press(key)
        dialog = self.wait_dialog(title)
        self.settle()
        check_german(dialog, what)
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", title,
                        "windowfocus"], check=True, stdout=subprocess.DEVNULL)
        self.press("Escape" if what in ("the shortcuts", "the program") else "ctrl+w")
        wait_for(lambda: dialog not in get_children(self.application), f"{what} to close")


def test_start(_folder):
    check_german(German().window, "the start page")


def test_case_for_clinicians(_folder):
    program = German(EXAMPLE)
    program.press("alt+1")
    door = leioa11y.find_near(program.window, "push button", lambda name: name.startswith("Für F"))
    if door:
        leioa11y.act(door)
    program.settle()
    check_german(program.window, "questions and advice")
    program.visit("the menu", "F10")
    program.press("Escape")
    program.visit("the pathway", "ctrl+3")
    program.visit("the decision", "ctrl+d")
    program.visit("the presentation", "F11")
    program.press("Escape")
    program.settle()


def test_windows_for_clinicians(_folder):
    program = German(EXAMPLE)
    program.visit_dialog("comparing", "ctrl+m", "Vergleichen")
    program.visit_dialog("the knowledge base", "ctrl+k", "Wissensbasis")
    program.visit_dialog("the evidence", "ctrl+shift+k", "Wissensbasis")
    program.visit_dialog("the program", "shift+F1", "Info zu Leio")
    program.visit_dialog("the help", "F1", "Hilfe")


def test_home(_folder):
    """Words are found with German endings."""
    program = German()
    program.visit("reading at home", "ctrl+h")
    link = leioa11y.find(program.window, None, lambda name: "Studien" in name, ())
    check(link, "no text with 'Studien'")
    program.visit("what matters", "ctrl+6")
    program.visit("the questions to take along", "ctrl+7", "Return")
    program.visit("my situation", "ctrl+shift+b")


def test_sheet_at_home(_folder):
    program = German(EXAMPLE)
    program.visit("a sheet of clinicians at home", "ctrl+h", "ctrl+shift+b")


if __name__ == "__main__":
    sys.exit(leioa11y.run_tests(test_start, test_case_for_clinicians, test_windows_for_clinicians,
                                test_home, test_sheet_at_home))
