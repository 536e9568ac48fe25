#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages beside questions and advice, by keys alone and as a screen reader meets them.

The start, comparing, the presentation, the knowledge base, what is prepared for a visit; and that a
key that answers does so wherever one is in the questionnaire, and goes nowhere else.
"""
import subprocess
import sys

import leioa11y
from leioa11y import (Program, act, check, check_equal, check_names, find, find_near, get_role,
                      pump, wait_for)

QUESTIONS = leioa11y.load_questions()
EXAMPLES = leioa11y.SOURCE / "data/examples"
EXAMPLE = EXAMPLES / "metastatic-first-line.leio"


def focus_window(name):
    """Without a window manager nobody gives the keyboard to a new window."""
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", name, "windowfocus"],
                   check=True, stdout=subprocess.DEVNULL)
    pump(0.3)


def tab_to(program, role, name, most=40):
    """Presses Tab until it is there; returns how often."""
    for n_tabs in range(most):
        focus = program.get_focus()
        if focus is not None and focus[0] == role \
                and (name(focus[1]) if callable(name) else focus[1] == name):
            return n_tabs
        program.press("Tab")
    raise leioa11y.Failure(f"{most} times Tab, and no {role} {name}: {program.get_focus()}")


# The start

def open_start():
    program = Program()
    act(program.window, "win.start")
    wait_for(lambda: find_near(program.window, "push button",
                               lambda name: name.startswith("For clinicians")), "the start page")
    return program


def test_start_by_keys(_folder):
    """The doors come first, in the order in which they are read, then the examples."""
    program = open_start()
    check_names(program.window, "the start page")
    program.wait_focus("push button", lambda name: name.startswith("For clinicians"), "the start")
    program.press("Tab")
    program.wait_focus("push button", lambda name: name.startswith("At home"), "Tab")
    program.press("Tab")
    example = program.get_focus()[1]
    check(example, "the first example has no name")
    program.press("Return")
    wait_for(lambda: program.window.get_name() == example, "the example that Enter opens")


def test_start_by_a_screen_reader(_folder):
    program = open_start()
    act(find_near(program.window, "push button", lambda name: name.startswith("At home")))
    wait_for(lambda: find_near(program.window, "label", lambda name: "Home reading" in name),
             "the reading for home")


# Comparing

def open_compare(program):
    program.press("ctrl+m")
    window = program.wait_dialog("Compare")
    focus_window("^Compare$")
    return window


def find_words(window, text):
    return find(window, None, lambda name: text in name, ())


def test_compare_by_keys(_folder):
    """An answer of a variant is changed, and what differs is told, without a pointer."""
    program = Program(EXAMPLE)
    window = open_compare(program)
    check_names(window, "comparing")
    tab_to(program, "push button", "Change an answer of Variant A")
    program.press("space")
    pump(0.5)
    program.type("ECOG")
    program.press("Down", "Return")
    group = wait_for(lambda: find(window, "grouping",
                                  lambda name: name.startswith(QUESTIONS["ecog"].text)),
                     "the question in the column")
    program.wait_focus("radio button", lambda name: name in QUESTIONS["ecog"].labels.values(),
                       "the question that was chosen")
    program.press("3")
    wait_for(lambda: find(group, "radio button", QUESTIONS["ecog"].labels["3"]).get_state_set()
             .contains(leioa11y.Atspi.StateType.CHECKED), "the digit to answer")
    wait_for(lambda: find_words(window, "because"), "why the advice differs")
    check_names(window, "a variant that differs")
    program.take_picture("test-compare.png")
    tab_to(program, "push button", "Remove Variant A")
    program.press("Return")
    wait_for(lambda: find(window, "push button", "Remove Variant A") is None, "no variant")
    program.press("ctrl+w")
    wait_for(lambda: window not in leioa11y.get_children(program.application), "it to close")


def test_compare_by_a_screen_reader(_folder):
    program = Program(EXAMPLE)
    window = open_compare(program)
    act(find(window, "push button", "Add a Variant"))
    wait_for(lambda: find(window, "panel", "Variant B"), "a second variant")
    act(find(window, "push button", "Remove Variant B"))
    wait_for(lambda: find(window, "panel", "Variant B") is None, "one variant less")
    check_names(window, "comparing")


# The presentation

def find_bar(program):
    return find_near(program.window, "panel", "Presentation")


def test_presentation_by_keys(_folder):
    """Next case, fold, unfold, next question, and out, as somebody at a projector does it."""
    program = Program(EXAMPLE)
    before = program.window.get_name()
    program.press("F11")
    bar = wait_for(lambda: find_bar(program), "the presentation")
    check_names(program.window, "the presentation")
    place = find(bar, "label", lambda name: name.startswith("Case "))
    check(place, "it does not say which case of how many it is")
    program.press("ctrl+Next")
    wait_for(lambda: program.window.get_name() != before, "the next case")
    program.press("ctrl+Prior")
    wait_for(lambda: program.window.get_name() == before, "the case before")
    program.press("ctrl+e")
    wait_for(lambda: find(program.advice, "list", "Reasons"), "the reasons, unfolded")
    program.press("ctrl+shift+e")
    wait_for(lambda: find(program.advice, "list", "Reasons") is None, "the cards, folded")
    program.press("ctrl+j")
    program.wait_focus("radio button", lambda name: name, "Ctrl+J")
    program.press("Escape")
    wait_for(lambda: find_bar(program) is None, "Escape to leave it")
    wait_for(lambda: program.window.get_name() == before, "the case afterwards")


def test_presentation_by_a_screen_reader(_folder):
    program = Program(EXAMPLE)
    program.press("F11")
    bar = wait_for(lambda: find_bar(program), "the presentation")
    act(find(bar, "push button", "Unfold All"))
    wait_for(lambda: find(program.advice, "list", "Reasons"), "the reasons, unfolded")
    act(find(bar, None, "Leave (Esc)"))
    wait_for(lambda: find_bar(program) is None, "the end of it")


# The knowledge base

def test_knowledge_by_keys(_folder):
    """From the case to a rule and back, and out."""
    program = Program(EXAMPLE)
    program.press("ctrl+k")
    window = program.wait_dialog("Knowledge base")
    focus_window("^Knowledge base$")
    program.press("ctrl+f")
    program.type("palette")
    wait_for(lambda: find(window, "heading", lambda name: "PALETTE" in name.upper()),
             "the page of what was found")
    check_names(window, "a source")
    program.press("ctrl+w")
    wait_for(lambda: window not in leioa11y.get_children(program.application), "it to close")


# What is prepared for a visit

def is_checked(node):
    return node.get_state_set().contains(leioa11y.Atspi.StateType.CHECKED)


def read_visit(path):
    return leioa11y.read_case(path).get("visit", {})


def test_matters_by_keys(folder):
    """What matters is checked without a pointer, kept in the file, and undone."""
    path = leioa11y.write_case(folder / "case.leio", {"site": "uterus"}, reading="home")
    program = Program(path)
    program.press("ctrl+6")
    program.wait_focus("check box", "Being at home as much as possible", "Ctrl+6")
    check_names(program.window, "what matters")
    program.press("space", "Tab", "space")
    wait_for(lambda: find(program.window, "label", "6 questions in your list come from this."),
             "what the two choices bring")
    program.press("ctrl+s")
    wait_for(lambda: read_visit(path), "the choices in the file")
    check_equal(read_visit(path), {"matters": ["time_at_home", "hospital"]}, "what is kept")
    program.press("ctrl+z", "ctrl+z")
    wait_for(lambda: find(program.window, "label", "No question comes from this yet."),
             "nothing that comes from it any more")


def test_matters_by_a_screen_reader(folder):
    path = leioa11y.write_case(folder / "case.leio", {"site": "uterus"}, reading="home")
    program = Program(path)
    act(program.window, "win.matters")
    choice = wait_for(lambda: find(program.window, "check box", "Working"), "a choice")
    check_equal(choice.get_description(), "You want to go on with your work, or return to it soon.",
                "what the choice means")
    act(choice, "option.choose")
    wait_for(lambda: is_checked(choice), "the choice")


def open_take_along(folder):
    path = leioa11y.write_case(folder / "case.leio", {"site": "uterus", "metastasis": "none"},
                               reading="home")
    program = Program(path)
    program.press("ctrl+7")
    focus = wait_for(lambda: (program.get_focus() or ("", ""))[1].startswith("1. ")
                     and program.get_focus(), "the first question")
    return path, program, focus[1]


def test_take_along_by_keys(folder):
    """Asked in one's own words, answered, moved, taken out and undone, without a pointer."""
    path, program, first = open_take_along(folder)
    check_names(program.window, "the questions to take along")
    program.press("Down")
    wait_for(lambda: program.get_focus()[1].startswith("2. "), "the question below")
    second = program.get_focus()[1].removeprefix("2. ")
    program.press("alt+Up")
    wait_for(lambda: program.get_focus()[1] == f"1. {second}", "the question, one up")
    program.press("Return")
    program.wait_focus("text", "What I was told", "Enter")
    check_names(program.window, "a question that is open")
    program.type("Not before May.")
    program.press("ctrl+s")
    wait_for(lambda: read_visit(path), "the answer in the file")
    check_equal([each["answer"] for each in read_visit(path)["questions"]], ["Not before May."],
                "what is kept")
    tab_to(program, "push button", "Take Out")
    program.press("space")
    wait_for(lambda: find(program.window, "list item", f"1. {second}") is None, "it to go")
    wait_for(lambda: program.get_focus()[1].endswith(first.removeprefix("1. ")), "the next one")
    program.press("ctrl+z")
    wait_for(lambda: find(program.window, "list item", f"1. {second}"), "it to come back")


def test_take_along_by_a_screen_reader(folder):
    _, program, first = open_take_along(folder)
    row = find(program.window, "list item", first)
    check(row.get_description(), "the first question does not say why it is asked")
    act(row, "ask.open")
    entry = wait_for(lambda: find(row, "text", "The question in my words", ()), "the tools")
    program.set_text(entry, "In my words?")
    wait_for(lambda: row.get_name() == "1. In my words?", "the question in other words")
    act(find(row, "push button", "As Leio Words It", ()))
    wait_for(lambda: row.get_name() == first, "the question as it was")
    own = find(program.window, "text", "A question of your own")
    program.set_text(own, "May I drive?")
    act(find(program.window, "push button", "Add the question"))
    wait_for(lambda: find(program.window, "list item", "1. May I drive?"), "the own question")


# Keys that answer

def test_keys_never_name_a_case(folder):
    """Nothing is left to ask: what is typed goes nowhere, least of all into the label."""
    answers = {"histology": "confirmed", "site": "skin"}
    path = leioa11y.write_case(folder / "case.leio", answers, label="Board 7")
    program = Program(path)
    program.press("7", "x")
    check_equal(program.window.get_name().lstrip("• "), "Board 7", "the label")


def test_digits_from_beside_the_options(_folder):
    """The button that explains a question takes its digits too."""
    program = Program(EXAMPLE)
    ecog = QUESTIONS["ecog"]
    info = wait_for(lambda: find(program.questions, "push button",
                                 f"Why this is asked: {ecog.short}"), "the button")
    program.press("alt+5")
    tab_to(program, get_role(info), info.get_name(), 60)
    program.press("2")
    wait_for(lambda: program.get_choice(ecog) == ["2"], "the digit to answer the question")


def test_change_is_told_beside_the_pathway(_folder):
    program = Program()
    program.press("ctrl+3")
    wait_for(lambda: find(program.advice, "list", lambda name: "Work-up, " in name), "the pathway")
    program.choose(QUESTIONS["site"], "uterus")
    told = wait_for(lambda: find_near(program.window, "alert"), "the announcement").get_name()
    check("treatments changed" in told, f"{told!r} is announced")


if __name__ == "__main__":
    sys.exit(leioa11y.run_tests(
        test_start_by_keys, test_start_by_a_screen_reader, test_compare_by_keys,
        test_compare_by_a_screen_reader, test_presentation_by_keys,
        test_presentation_by_a_screen_reader, test_knowledge_by_keys, test_matters_by_keys,
        test_matters_by_a_screen_reader, test_take_along_by_keys,
        test_take_along_by_a_screen_reader, test_keys_never_name_a_case,
        test_digits_from_beside_the_options, test_change_is_told_beside_the_pathway))
