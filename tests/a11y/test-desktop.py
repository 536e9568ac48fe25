#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as the desktop starts it: once, with more windows, with files, and over D-Bus.

Every start is one that a person makes: a click on the icon, a double click on cases, an entry of
its menu.
"""
import configparser
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import leioa11y
from leioa11y import Atspi, PROGRAM, Program, SOURCE, check, check_equal, find_near, get_children, \
    get_role, pump, wait_for

ID = "io.github.leio_app.Leio"
# One program for all starts, which the tests of a single window do without.
os.environ.pop("LEIO_NON_UNIQUE", None)

SERVICE = f"""[D-BUS Service]
Name={ID}
Exec=/usr/bin/env -u LEIO_NON_UNIQUE {PROGRAM} --gapplication-service
"""


def list_windows():
    """Of all programs of this name that run."""
    return [window for each in get_children(Atspi.get_desktop(0)) if each.get_name() == "leio"
            for window in get_children(each) if get_role(window) == "frame"]


def list_titles():
    return sorted(each.get_name() for each in list_windows())


def wait_windows(number):
    wait_for(lambda: len(list_windows()) == number, f"{number} windows, not {list_titles()}")
    # One more would be seen by now.
    pump(1)
    check_equal(len(list_windows()), number, "windows")


def is_at_home(window):
    return find_near(window, "filler", "Reading at home")


def start(*arguments):
    process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL,
                               stdout=sys.stderr, env=os.environ | {"G_DEBUG": "fatal-warnings"})
    # It ends with the test, however that goes.
    Program.running.append(SimpleNamespace(process=process, describe_end=process.poll))
    return process


def start_again(*arguments):
    """A start that hands over to the program that runs."""
    check_equal(start(*arguments).wait(leioa11y.PATIENCE), 0, "the second start")


def quit_all(program=None):
    subprocess.run(["gapplication", "action", ID, "quit"], check=True)
    wait_for(lambda: not list_windows(), "the end of all windows")
    if program:
        check_equal(program.wait(leioa11y.PATIENCE), 0, "exit status")


def install_service():
    folder = Path(os.environ["XDG_RUNTIME_DIR"]) / "dbus-1/services"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{ID}.service").write_text(SERVICE)
    subprocess.run(["gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path",
                    "/", "--method", "org.freedesktop.DBus.ReloadConfig"], check=True,
                   stdout=subprocess.DEVNULL)


def test_a_second_start_shows_the_first(folder):
    program = start()
    wait_windows(1)
    start_again()
    wait_windows(1)
    start_again("--new-window")
    wait_windows(2)
    quit_all(program)


def test_files_have_windows(folder):
    one, two, three = (leioa11y.write_case(folder / f"{name}.leio", label=f"Board, {name}")
                       for name in ("one", "two", "three"))
    program = start(one, two)
    wait_for(lambda: list_titles() == ["Board, one", "Board, two"], "a window for each file")
    start_again(three)
    wait_for(lambda: len(list_windows()) == 3, "a window for the third file")
    start_again(one)
    wait_windows(3)
    quit_all(program)


def test_new_window_takes_the_file(folder):
    case = leioa11y.write_case(folder / "case.leio", label="Board, case")
    program = start("--new-window", case)
    wait_for(lambda: list_titles() == ["Board, case"], "the case")
    wait_windows(1)
    quit_all(program)


def test_home_reading(folder):
    program = start()
    wait_windows(1)
    check(not is_at_home(list_windows()[0]), "the first window is at home already")
    start_again("--home-reading")
    wait_windows(2)
    wait_for(lambda: any(map(is_at_home, list_windows())), "the pages to read at home")
    quit_all(program)


def test_activation(folder):
    install_service()
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(SOURCE / f"data/{ID}.desktop.in")
    actions = [each for each in entry["Desktop Entry"]["Actions"].split(";") if each]
    check_equal(actions, ["new-window", "home-reading"], "entries of the icon's menu")
    for number, action in enumerate(actions, 1):
        subprocess.run(["gapplication", "action", ID, action], check=True)
        wait_windows(number)
    wait_for(lambda: any(map(is_at_home, list_windows())), "the pages to read at home")
    quit_all()

    case = leioa11y.write_case(folder / "case.leio", label="Board, case")
    subprocess.run(["gapplication", "launch", ID, str(case)], check=True)
    wait_for(lambda: list_titles() == ["Board, case"], "the case that was clicked on")
    quit_all()


if __name__ == "__main__":
    sys.exit(leioa11y.run_tests(*[function for name, function in list(globals().items())
                                  if name.startswith("test_")]))
