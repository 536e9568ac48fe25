#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A case is answered, saved and opened again in the installed Flatpak, as a screen reader does it.

LEIO is a program that starts the Flatpak; LEIO_DATA the folder of its own data, which it sees.
"""
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "a11y"))
import leioa11y  # noqa: E402
from leioa11y import Atspi, Program, check, check_equal, find, find_near, get_children, has_state, \
    wait_for  # noqa: E402

SITE = leioa11y.load_questions()["site"]


class Sandboxed(Program):
    """Its process has another number inside the sandbox than outside: it is known by its name."""

    def find_application(self):
        check(self.process.poll() is None, "the program ended")
        return next((each for each in get_children(Atspi.get_desktop(0))
                     if "leio" in (each.get_name() or "").lower()), None)


def find_option(program):
    return find(program.wait_question(SITE), None, SITE.labels["uterus"])


def test_case_in_the_sandbox(folder):
    data = Path(os.environ["LEIO_DATA"])
    data.mkdir(parents=True, exist_ok=True)
    path = leioa11y.write_case(data / "board.leio")
    program = Sandboxed(path)
    program.choose(SITE, "uterus")
    program.press("ctrl+s")
    wait_for(lambda: find_near(program.window, "label", "Saved"), "'Saved' below the title")
    check_equal(leioa11y.read_case(path)["answers"], {"site": "uterus"}, "what was saved")
    program.quit()

    program = Sandboxed(path)
    wait_for(lambda: has_state(find_option(program), Atspi.StateType.CHECKED),
             "the answer in the case that was opened again")
    program.quit()


if __name__ == "__main__":
    sys.exit(leioa11y.run_tests(test_case_in_the_sandbox))
