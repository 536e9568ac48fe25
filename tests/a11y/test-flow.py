#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A case from the first question to the file and back, as one who does not see the window does it.

The first tests act as a screen reader does, the last ones by keys alone.
"""
import re
import sys

import leioa11y
from leioa11y import Program, check, check_equal, find, find_all, find_near, wait_for

QUESTIONS = leioa11y.load_questions()
TREATMENTS = leioa11y.load_treatments()
TITLES = leioa11y.load_titles()

# A tumour of 8.5 cm, confined to the uterus, not spread, not yet operated on.
CHOICES = {
    "histology": "confirmed", "episode": "primary", "surgery_done": "no", "site": "uterus",
    "extent_uterus": "confined", "resectability": "resectable", "metastasis": "none", "nodes": "no",
    "ecog": "0", "fit_for_surgery": "yes",
}


def answer_all(program):
    for question, value in CHOICES.items():
        program.choose(QUESTIONS[question], value)
    program.enter(QUESTIONS["size_cm"], "8,5")


def list_reasons(card):
    """[(side, text, sources)] of a card."""
    reasons, shown = [], find(card, "list", "Reasons")
    for item in find_all(shown, "list item") if shown else ():
        side, *texts = [each.get_name() for each in find_all(item, "label")]
        sources = [each.get_name() for each in find_all(item, "push button")
                   if each.get_name().startswith("Source: ")]
        reasons.append((side, " ".join(texts), sources))
    return reasons


def check_advice(program):
    card = program.wait_card(TREATMENTS["hysterectomy"], "Recommended")
    reasons = wait_for(lambda: [each for each in list_reasons(card) if each[0] == "For"],
                       "a reason in force for the hysterectomy")
    check(any(sources for _, _, sources in reasons), f"no reason names a source: {reasons}")
    card = program.wait_card(TREATMENTS["morcellation"], "Contraindicated")
    # Cards far below are made when one comes near to them.
    program.press("ctrl+f")
    program.type("morcellation")
    wait_for(lambda: any(side == "Against" for side, _, _ in list_reasons(card)),
             "a reason against morcellation")
    program.press("Escape")
    wait_for(lambda: len(program.list_cards()) > 10, "all cards again")
    wait_for(lambda: re.search(r"^FIGO 2009: IB$", program.read_summary(), re.M),
             "the stage IB in the summary")


def check_answers(program):
    for question, value in CHOICES.items():
        check_equal(program.get_choice(QUESTIONS[question]), [value], question)
    check_equal(program.get_entered(QUESTIONS["size_cm"]), "8.5", "size")


def wait_saved(program):
    wait_for(lambda: find_near(program.window, "label", "Saved"), "'Saved' below the title")


def test_answers_advise_and_are_kept(folder):
    """Answered, advised, saved, opened again."""
    path = leioa11y.write_case(folder / "case.leio")
    program = Program(path)
    answer_all(program)
    check_advice(program)
    wait_for(lambda: program.window.get_name().startswith("• "), "the mark of what is not saved")
    leioa11y.act(find_near(program.window, "push button", "Save"))
    wait_saved(program)
    program.take_picture("test-flow.png")
    saved = leioa11y.read_case(path)
    check_equal(saved["answers"], CHOICES | {"size_cm": 8.5}, "the answers in the file")
    check_equal((saved["format"], saved["version"]), ("leio-case", 1), "the format of the file")
    advice = program.snapshot()
    program.quit()

    program = Program(path)
    check_answers(program)
    check_advice(program)
    check_equal(program.snapshot(), advice, "the advice on the case opened again")
    program.quit()


def test_saved_under_another_name(folder):
    """The file dialog, and the case in a file that was not there."""
    path = folder / "Board 12.leio"
    program = Program()
    program.choose(QUESTIONS["site"], "limb")
    leioa11y.act(program.window, "win.save-as")
    dialog = program.wait_dialog("Save the case")
    program.set_text(find(dialog, "text", "Name:"), str(path))
    leioa11y.act(find(dialog, "push button", lambda name: name.endswith("Save")))
    wait_saved(program)
    check_equal(leioa11y.read_case(path)["answers"], {"site": "limb"}, "the answers in the file")
    check_equal(program.window.get_name(), "Board 12.leio", "the title of the window")
    program.quit()


# By keys alone

def answer_by_keys(program):
    """Answers the question that is asked next, where the focus is from the beginning on."""
    first = QUESTIONS["site"]
    program.press("ctrl+j")
    program.wait_focus("radio button", first.labels["uterus"], "Ctrl+J")
    program.press("space")
    program.wait_focus("radio button", lambda name: name not in first.labels.values(),
                       "the question after the one answered")
    check_equal(program.get_choice(first), ["uterus"], first.text)
    program.press("Down")
    wait_for(lambda: find(program.questions, "label", lambda name: name.startswith("2 answers ")),
             "the answer that an arrow key chose")


def enter_by_keys(program):
    """Goes to the third section, which begins with the size, and types it."""
    size = QUESTIONS["size_cm"]
    program.press("alt+3")
    program.wait_focus("text", lambda name: name.startswith(size.text), "Alt+3")
    program.type("8,5")
    program.press("Tab")
    wait_for(lambda: program.get_entered(size) == "8.5", "the size as the case has it")
    program.press("shift+Tab")


def read_help_by_keys(program):
    size = QUESTIONS["size_cm"]
    program.press("shift+Tab")
    program.wait_focus("push button", f"Why this is asked: {size.short}", "Shift+Tab")
    check(find(program.questions, "label", size.why) is None, "the help is open already")
    program.press("space")
    wait_for(lambda: find(program.questions, "label", size.why), "the help of the size")
    program.press("space")
    wait_for(lambda: find(program.questions, "label", size.why) is None, "the help to close")


def go_to_source(program):
    """From the summary of the advice to the first source below it."""
    program.press("ctrl+2")
    program.wait_focus("push button", "By phase", "Ctrl+2")
    for _ in range(40):
        program.press("Tab")
        focus = program.get_focus()
        if focus is not None and focus[1].startswith("Source: "):
            return focus[1]
    raise leioa11y.Failure("40 times Tab, and no source")


def test_keys_alone(folder):
    program = Program()
    answer_by_keys(program)
    enter_by_keys(program)
    read_help_by_keys(program)
    source = go_to_source(program)
    title = TITLES[source.removeprefix("Source: ")]
    check(find(program.advice, "label", title, ()) is None, "the source is open already")
    program.press("Return")
    wait_for(lambda: find(program.advice, None, lambda name: title in name, ()),
             f"the source {title!r}")
    check(program.get_focus() != ("push button", source), "the focus did not go into the source")
    program.press("Escape")
    program.wait_focus("push button", source, "Escape")
    program.press("ctrl+1")
    program.wait_focus("push button", f"Why this is asked: {QUESTIONS['size_cm'].short}", "Ctrl+1")
    program.take_picture("test-keys.png")


if __name__ == "__main__":
    sys.exit(leioa11y.run_tests(test_answers_advise_and_are_kept, test_saved_under_another_name,
                                test_keys_alone))
