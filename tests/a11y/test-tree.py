#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree of the window, node by node: what a screen reader can say of it, and in which order.

Also what the window tells about a file that cannot be opened, and that it stays as it was.
"""
import re
import subprocess
import sys

import leioa11y
from gi.repository import Atspi
from leioa11y import (Program, check, check_equal, check_names, find, find_near, get_children,
                      get_role, has_state, wait_for, walk)

QUESTIONS = leioa11y.load_questions()
EXAMPLE = leioa11y.SOURCE / "data/examples/few-lung-metastases.leio"

N_TABS = 30


# Names

def test_names_of_an_empty_case(_folder):
    check_names(Program().window, "an empty case")


def test_names_of_an_example(_folder):
    """With what a card shows when it is open, and a source."""
    program = Program(EXAMPLE)
    card = program.list_cards()[0][1]
    leioa11y.act(find(card, "push button", "Plain words, burden"))
    leioa11y.act(find(card, "push button", lambda name: name.startswith("Source: ")))
    leioa11y.act(find(program.questions, "push button",
                      lambda name: name.startswith("Why this is asked")))
    leioa11y.pump(0.5)
    check_names(program.window, "an example")
    program.take_picture("test-tree.png")


def test_names_of_the_knowledge_base(_folder):
    program = Program()
    leioa11y.act(program.window, "win.knowledge")
    window = program.wait_dialog("Knowledge base")
    wait_for(lambda: find(window, "label", lambda name: "rules" in name), "the rules")
    check_names(window, "what the knowledge base says of itself")
    for title in ("Rules", "Sources"):
        leioa11y.act(find(window, None, title))
        page = find(window, "panel", title)
        wait_for(lambda: find(page, "list item"), f"the rows of the page {title}")
        check_names(page, f"the page {title}")


def test_pathway_is_lists(_folder):
    """What comes when: a list for each phase, each step an item that says all it says."""
    program = Program(EXAMPLE)
    program.press("ctrl+3")
    first = wait_for(lambda: find(program.advice, "list", lambda name: "Work-up, " in name),
                     "the list of the work-up")
    step = get_children(first)[0]
    check_equal(get_role(step), "list item", "the role of a step")
    check_equal(step.get_name(), "Referral to a sarcoma reference centre: Recommended", "its name")
    program.wait_focus("list item", step.get_name(), "Ctrl+3")
    titles = [phase["title"] for phase in leioa11y.load("knowledge.json")["phases"]]
    headings = [each.get_name() for each in walk(program.advice) if get_role(each) == "heading"]
    check_equal([name for name in headings if name in titles], titles, "the phases, in order")
    check_names(program.window, "the pathway")
    program.press("Return")
    wait_for(lambda: program.list_cards(), "the card that the step leads to")


def test_source_in_words(_folder):
    """The chart of a source is an image that is described, and the same numbers are a table."""
    program = Program()
    program.press("ctrl+shift+k")
    window = program.wait_dialog("Knowledge base")
    subprocess.run(["xdotool", "search", "--sync", "--name", "Knowledge base", "windowfocus"],
                   check=True, stdout=subprocess.DEVNULL)
    program.type("palette")
    chart = wait_for(lambda: find(window, "image", "Median progression-free survival"), "the chart")
    check("pazopanib: 4.6\u00a0months (3.7 to 4.8)" in chart.get_description(),
          f"the chart is described as {chart.get_description()!r}")
    leioa11y.act(find(window, None, "The numbers as a table"), "activate")
    table = wait_for(lambda: find(window, "table"), "the table")
    rows = [each.get_name() for each in get_children(table)]
    check_equal(rows[1:], ["pazopanib: 4.6\u00a0months (3.7 to 4.8)",
                           "placebo: 1.6\u00a0months (0.9 to 1.8)"], "the rows")
    check_names(window, "the page of a source")


def test_source_chip_leads_to_its_page(_folder):
    program = Program(EXAMPLE)
    card = program.list_cards()[0][1]
    chip = find(card, "push button", lambda name: name.startswith("Source: "))
    label = chip.get_name().removeprefix("Source: ")
    leioa11y.act(chip)
    leioa11y.act(wait_for(lambda: find(program.window, None, "Open the page of this source",
                                       leaves=()), "the way to the page"))
    window = program.wait_dialog("Knowledge base")
    wait_for(lambda: find(window, "heading", label), f"the page of {label}")
    wait_for(lambda: find(window, "heading", lambda name: " on it" in name), "what rests on it")


# Questions

def get_options(group):
    return [each for each in walk(group) if get_role(each) in ("radio button", "check box")]


def check_options(program, question, role, kind):
    """The options of a choice (radio buttons) or a set (check boxes), each once, by their texts."""
    group = program.find_question(question)
    check(group is not None, f"{question.text!r}: no {kind} has this name")
    check_equal(get_role(group), kind, f"role of {question.text!r}")
    check_equal(group.get_name(), question.text, "name")
    options = get_options(group)
    names = [each.get_name() for each in options]
    check_equal([get_role(each) for each in options], [role] * len(names), question.text)
    check_equal(len(set(names)), len(names), f"{question.text!r}: names that differ, of {names}")
    missing = [label for label in question.labels.values() if label not in names]
    check(not missing, f"{question.text!r}: no option {missing}")
    check("Not known" in names, f"{question.text!r}: no option 'Not known'")


def check_number(program, question):
    entry = program.find_question(question)
    check(entry is not None, f"{question.text!r}: no entry has this name")
    check_equal(get_role(entry), "text", f"role of {question.text!r}")
    check_equal(entry.get_name(), f"{question.text} {question.unit}", "name")


def test_questions_have_roles_and_names(_folder):
    """Every question that the example answers, whatever its kind."""
    program = Program(EXAMPLE)
    for name in leioa11y.read_case(EXAMPLE)["answers"]:
        question = QUESTIONS[name]
        if question.kind == "number":
            check_number(program, question)
        elif question.kind == "set":
            check_options(program, question, "check box", "panel")
        else:
            check_options(program, question, "radio button", "grouping")


def test_chosen_once(_folder):
    """An answer in the card and one in the section are the same: both are told as chosen."""
    program = Program()
    question = QUESTIONS["histology"]
    for value in ("confirmed", "suspected"):
        program.choose(question, value)
        check_equal(program.get_choice(question), [value], question.text)


def has_mark(card):
    return find(card, "label", "changed") is not None


def test_changes_are_told(_folder):
    """What an answer changed is announced, and marked on each card that it changed and no other."""
    program = Program()
    check(find_near(program.advice, "alert") is None, "something is announced before any answer")
    check(not any(has_mark(card) for _, card in program.list_cards()[:10]), "a card is marked")
    program.choose(QUESTIONS["site"], "uterus")
    told = wait_for(lambda: find_near(program.advice, "alert"), "the announcement").get_name()
    check(re.match(r"\d+ treatments changed$", told), f"{told!r} is announced")
    shown = [card for _, card in program.list_cards()[:10] if get_children(card)]
    check(shown, "no card has content")
    for card in shown:
        check_equal(has_mark(card), card.get_description().endswith(", changed"), card.get_name())
    wait_for(lambda: find_near(program.advice, "alert") is None, "the announcement to go")


# Order

def list_stops(node, stops):
    """Where Tab stops below node, in the order of the tree: of radio buttons the group once."""
    role = get_role(node)
    if role == "grouping":
        options = get_options(node)
        chosen = [each for each in options if has_state(each, Atspi.StateType.CHECKED)]
        stops.append((chosen or options)[0])
    elif role != "scroll pane" and has_state(node, Atspi.StateType.FOCUSABLE) \
            and has_state(node, Atspi.StateType.SENSITIVE):
        stops.append(node)
    if role not in ("grouping", "push button", "check box", "text"):
        for child in get_children(node):
            list_stops(child, stops)
    return stops


def check_order(program):
    stops = [(get_role(each), each.get_name()) for each in list_stops(program.questions, [])]
    check(len(stops) > N_TABS, f"only {len(stops)} places for Tab")
    at = stops.index(program.get_focus())
    for step in range(1, N_TABS + 1):
        program.press("Tab")
        role, name = stops[at + step]
        program.wait_focus(role, name, f"{step} times Tab")


def test_tab_order_of_an_empty_case(_folder):
    program = Program()
    program.press("ctrl+j")
    check_order(program)


def test_tab_order_of_an_example(_folder):
    """With buttons that clear an answer, numbers and sets."""
    program = Program(EXAMPLE)
    program.press("alt+1")
    program.wait_focus("radio button", QUESTIONS["histology"].labels["confirmed"], "Alt+1")
    check_order(program)


# Files that cannot be opened

BAD_FILES = (
    ("empty.leio", b"", "the text is empty, expected JSON"),
    ("words.leio", b"A woman of 54", "line 1, column 1: found 'A'"),
    ("cut.leio", b'{"format": "leio-case", "answers": {"site"', "found the end of the text"),
    ("latin.leio", b'{"label": "M\xfcller"}', "UTF-8"),
    ("newer.leio", b'{"format": "leio-case", "version": 2, "answers": {}}', "version"),
    ("other.leio", b'{"format": "leio-evaluation", "answers": {}}', "leio-evaluation"),
    ("value.leio", b'{"format": "leio-case", "version": 1, "answers": {"site": "limbs"}}',
     "answers: site: found 'limbs'"),
)


def wait_told(program, name, expected):
    """The bar that tells of the file; closes it."""
    told = wait_for(lambda: find_near(program.window, "alert", lambda text: text.startswith(
        f"“{name}” could not be opened: ")), f"a word about {name}")
    check(expected in told.get_name(), f"{told.get_name()!r} does not say {expected!r}")
    bar = told.get_parent().get_parent()
    bars = bar.get_parent()
    n_bars = bars.get_child_count()
    leioa11y.act(find(bar, "push button", "Close this message"))
    wait_for(lambda: bars.get_child_count() < n_bars, "the bar to go")


def look(program):
    """What the window shows of its case."""
    progress = find_near(program.questions, "progress bar").get_name()
    return program.window.get_name(), progress, program.read_summary(), program.snapshot()


def open_by_keys(program, path):
    program.press("ctrl+o")
    program.wait_dialog("Open a case")
    subprocess.run(["xdotool", "search", "--sync", "--name", "Open a case", "windowfocus"],
                   check=True, stdout=subprocess.DEVNULL)
    program.type(str(path))
    program.press("Return")
    # Without a window manager nobody gives the focus back.
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--class", "leio",
                    "windowfocus"], check=True, stdout=subprocess.DEVNULL)


def write_bad_files(folder):
    for name, data, _ in BAD_FILES:
        (folder / name).write_bytes(data)


def test_bad_file_named_on_the_command_line(folder):
    write_bad_files(folder)
    name, _, expected = BAD_FILES[2]
    program = Program(folder / name)
    wait_told(program, name, expected)
    check_equal(program.window.get_name(), "New case", "the title of the window")
    program.quit()


def test_bad_files_leave_the_case(folder):
    write_bad_files(folder)
    program = Program(EXAMPLE)
    before = look(program)
    for name, _, expected in BAD_FILES:
        open_by_keys(program, folder / name)
        wait_told(program, name, expected)
        check_equal(look(program), before, f"the window after {name}")
    program.quit()


if __name__ == "__main__":
    sys.exit(leioa11y.run_tests(
        test_names_of_an_empty_case, test_names_of_an_example, test_names_of_the_knowledge_base,
        test_pathway_is_lists, test_source_in_words, test_source_chip_leads_to_its_page,
        test_questions_have_roles_and_names, test_chosen_once, test_changes_are_told,
        test_tab_order_of_an_empty_case, test_tab_order_of_an_example,
        test_bad_file_named_on_the_command_line, test_bad_files_leave_the_case))
