#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A specialist enters a complete new case with the keyboard alone within 90 seconds.

Counts the keys, and holds them against the time with the keystroke-level model of Card, Moran and
Newell: 0.28 s a key of an average typist, 1.35 s to think before each answer.
"""
import subprocess
import sys

import leioa11y
from leioa11y import Program, check, check_equal, find, find_near, get_role, pump, wait_for

QUESTIONS = leioa11y.load_questions()
BY_TEXT = {question.text: question for question in QUESTIONS.values()}

# A woman of 54 with a tumour of 8.5 cm, confined to the uterus, before any treatment.
CASE = {
    "histology": "confirmed", "episode": "primary", "surgery_done": "no", "site": "uterus",
    "extent_uterus": "confined", "resectability": "resectable", "size_cm": 8.5,
    "metastasis": "none", "nodes": "no", "symptoms": ["bleeding"], "age": 54, "ecog": "1",
    "fit_for_surgery": "yes", "wish": "everything", "reproductive": "neither",
    "menopause": "after", "family_history": "no", "prior_radiation": "no", "prior_systemic": [],
    "anthracycline_given": "none", "heart": "normal", "kidney": "normal", "liver": "normal",
    "neuropathy": "no", "bleeding_risk": "no", "autoimmune": "no",
    "hormone_receptors": "positive", "tmb_msi": "not_high", "ntrk": "not_fused",
    "brca2": "not_altered",
}
SECONDS_A_KEY = 0.28
SECONDS_A_THOUGHT = 1.35
MOST_SECONDS = 90
MOST_QUESTIONS = 48


def list_keys(question):
    """What is typed to answer and to go on."""
    answer = CASE[question.id]
    if question.kind == "number":
        return [*str(answer), "Return"]
    ids = list(question.labels)
    keys = ids if all(len(each) == 1 and each.isdigit() for each in ids) \
        else list("123456789abcdefghijkl")
    if question.kind == "set":
        return [keys[ids.index(value)] for value in answer] or ["0"]
    return [keys[ids.index(answer)]]


def find_focused_question():
    """The question whose control has the focus."""
    if not leioa11y.FOCUSED:
        return None
    node = leioa11y.FOCUSED[-1]
    name = node.get_name() if get_role(node) == "text" else node.get_parent().get_name()
    return next((question for text, question in BY_TEXT.items() if name.startswith(text)), None)


def name_key(key):
    return {".": "period"}.get(key, key)


def press(program, keys):
    for key in keys:
        program.press(name_key(key))


def is_done(program):
    return find(program.questions, "label", lambda name: name.startswith("Nothing more to ask"))


def wait_next(program, before):
    """The question after @before; None where there is no further one."""
    def look():
        question = find_focused_question()
        if question is not None and question is not before:
            return question
        return True if is_done(program) else None

    found = wait_for(look, f"what comes after {before.id if before else 'the start'}")
    return None if found is True else found


def answer_all(program):
    """[(question, keys)] as they were asked, each in the card that asks next."""
    asked = []
    program.press("ctrl+j")
    question = wait_next(program, None)
    while question is not None:
        check(len(asked) < MOST_QUESTIONS, "it goes on asking")
        keys = list_keys(question)
        press(program, keys)
        if question.kind == "set":
            keys = [*keys, "Return"]
            press(program, ["Return"])
        asked.append((question, keys))
        question = wait_next(program, question)
    return asked


def save(program, path):
    program.press("ctrl+s")
    wait_for(lambda: find_near(program.window, "label", "Saved"), "'Saved' below the title")
    return leioa11y.read_case(path)["answers"]


def check_time(asked):
    keys = [key for _, keys in asked for key in keys]
    seconds = len(keys) * SECONDS_A_KEY + len(asked) * SECONDS_A_THOUGHT
    print(f"# {len(asked)} answers, {len(keys)} keys, {seconds:.0f} s by the keystroke-level model")
    check(seconds < MOST_SECONDS, f"{seconds:.0f} s for {len(keys)} keys")


def test_complete_case_in_the_card(folder):
    """Asked in the order in which they settle most; then typed again as fast as keys come."""
    path = leioa11y.write_case(folder / "case.leio")
    program = Program(path)
    asked = answer_all(program)
    answers = {question.id: CASE[question.id] for question, _ in asked}
    check_equal(save(program, path), answers, "the answers in the file")
    program.take_picture("test-entry.png")
    check_time(asked)
    program.quit()

    path = leioa11y.write_case(folder / "again.leio")
    program = Program(path)
    program.press("ctrl+j")
    subprocess.run(["xdotool", "key", "--delay", "40", *(name_key(key) for _, keys in asked
                                                         for key in keys)], check=True)
    wait_for(lambda: is_done(program), "the last question of what was typed fast")
    check_equal(save(program, path), answers, "the answers that were typed fast")
    program.quit()


def test_complete_case_in_the_sections(folder):
    """From the first section to the last, as a board speaks: Enter goes to the next open one."""
    path = leioa11y.write_case(folder / "case.leio")
    program = Program(path)
    asked = []
    program.press("alt+1")
    question = wait_for(find_focused_question, "the first question")
    while question is not None:
        check(len(asked) < MOST_QUESTIONS, "it goes on asking")
        keys = list_keys(question)
        keys = keys if keys[-1] == "Return" else [*keys, "Return"]
        press(program, keys)
        asked.append((question, keys))
        question = wait_next(program, question)
    check_equal(save(program, path), {question.id: CASE[question.id] for question, _ in asked},
                "the answers in the file")
    order = [question.section for question, _ in asked]
    check_equal(order, sorted(order, key=list(leioa11y.SECTIONS).index), "the order of sections")
    check_time(asked)
    program.quit()


def list_regions(program):
    """In the section: the one in the card goes when the site is answered."""
    section = program.find_section(leioa11y.SECTIONS[QUESTIONS["site"].section])
    group = wait_for(lambda: find(section, "grouping",
                                  lambda name: name.startswith("Picture of the body")),
                     "the picture of the body")
    return [each for each in leioa11y.get_children(group) if get_role(each) == "radio button"]


def test_site_on_the_picture(_folder):
    """Every value of the site has a region of its name; a region and the list say the same."""
    program = Program()
    site = QUESTIONS["site"]
    regions = list_regions(program)
    check_equal(sorted(each.get_name() for each in regions), sorted(site.labels.values()),
                "the names of the regions")
    chosen = next(each for each in regions if each.get_name() == site.labels["viscera"])
    leioa11y.act(chosen, "option.choose")
    wait_for(lambda: program.get_choice(site) == ["viscera"], "the list to follow the picture")
    program.choose(site, "skin")
    wait_for(lambda: [each.get_name() for each in list_regions(program)
                      if leioa11y.has_state(each, leioa11y.Atspi.StateType.CHECKED)]
             == [site.labels["skin"]], "the picture to follow the list")


def test_size_is_told(_folder):
    program = Program()
    find_scale = lambda: find(program.questions, "image",  # noqa: E731
                              lambda name: "on a scale with marks at 5 cm, 10 cm, 15 cm" in name)
    program.enter(QUESTIONS["size_cm"], "8.5")
    scale = wait_for(find_scale, "the scale in words")
    check_equal(scale.get_name(), "8.5 cm on a scale with marks at 5 cm, 10 cm, 15 cm", "the scale")
    check(find(program.questions, "label", "More than 5 cm, at most 10 cm"), "where the size lies")


def test_copied_and_pasted(folder):
    """A case goes by keys from one window to another, and what is no case changes nothing."""
    answers = {"site": "skin", "size_cm": 3}
    path = leioa11y.write_case(folder / "case.leio", answers, label="Board 7")
    program = Program(path)
    program.press("ctrl+shift+c")
    program.press("ctrl+n")
    wait_for(lambda: program.window.get_name() == "New case", "a new case")
    program.press("ctrl+shift+v")
    wait_for(lambda: program.window.get_name() == "• Board 7", "the label that was pasted")
    wait_for(lambda: program.get_choice(QUESTIONS["site"]) == ["skin"], "the site that was pasted")
    program.press("ctrl+z")
    wait_for(lambda: program.window.get_name() == "New case", "one step back")
    leioa11y.act(find_near(program.window, "push button", "Redo the answer"))
    wait_for(lambda: program.window.get_name() == "• Board 7", "one step forward")


if __name__ == "__main__":
    sys.exit(leioa11y.run_tests(
        test_complete_case_in_the_card, test_complete_case_in_the_sections,
        test_site_on_the_picture, test_size_is_told, test_copied_and_pasted))
