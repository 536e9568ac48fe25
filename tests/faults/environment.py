#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""environment.py: the window where something is missing or wrong around it.

Each test starts the whole program with an example case on a display and a bus of its own. It
must go on (show its window, take keys, end by Control+Q with 0), or end at once with a sentence
that says why. Speaks TAP. Needs LEIO, LEIO_SOURCE_DIR, LEIO_SCHEMAS, LEIO_CLOCK, Xvfb, xdotool and
strace.
"""
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

PROGRAM = os.environ["LEIO"]
EXAMPLE = Path(os.environ["LEIO_SOURCE_DIR"]) / "data/examples/limb-deep-high-grade.leio"
TITLE = "Thigh"
PATIENCE = 40
# Stands in the case that the tests of privacy open, and nowhere else.
SECRET = "Xerophylla-Quist"
FONTS = ('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
         "<dir>{0}</dir><cachedir>{0}</cachedir></fontconfig>")


def check(condition, message):
    if not condition:
        raise AssertionError(message)


def wait_for(condition, message):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(message)


class Desk:
    """A display, a bus and a home, and the program on them."""

    def __init__(self, folder, screen="1400x1024x24"):
        self.folder = folder
        self.processes = []
        read, write = os.pipe()
        self.display = self.start(["Xvfb", "-displayfd", str(write), "-screen", "0", screen,
                                   "-nolisten", "tcp"], pass_fds=[write])
        os.close(write)
        with os.fdopen(read, encoding="ascii") as pipe:
            number = pipe.readline().strip()
        check(number, "no display")
        bus = self.start(["dbus-daemon", "--session", "--nofork", "--print-address=1"],
                         stdout=subprocess.PIPE)
        for name in ("runtime", "home"):
            (folder / name).mkdir(mode=0o700)
        self.bus = bus
        self.environment = {
            "PATH": os.environ["PATH"], "DISPLAY": ":" + number, "HOME": str(folder / "home"),
            "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().decode().strip(),
            "XDG_RUNTIME_DIR": str(folder / "runtime"), "LC_ALL": "C.UTF-8", "LANGUAGE": "",
            "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GDK_DEBUG": "gl-disable",
            "GTK_USE_PORTAL": "0", "GTK_A11Y": "none", "GSETTINGS_BACKEND": "memory",
            "GSETTINGS_SCHEMA_DIR": os.environ["LEIO_SCHEMAS"], "NO_AT_BRIDGE": "1"}

    def start(self, command, **more):
        more.setdefault("stdout", subprocess.DEVNULL)
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL,
                                   stderr=more.pop("stderr", subprocess.DEVNULL), **more)
        self.processes.append(process)
        return process

    def run(self, case=EXAMPLE, before=(), **more):
        self.log = self.folder / "log"
        with open(self.log, "wb") as log:
            self.program = self.start([*before, PROGRAM, str(case)], env=self.environment,
                                      stdout=log, stderr=log, **more)

    def said(self):
        return self.log.read_text(errors="replace")

    def xdotool(self, *words):
        done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False,
                              env={"DISPLAY": self.environment["DISPLAY"],
                                   "PATH": os.environ["PATH"]})
        return done.stdout.strip()

    def wait_for_window(self):
        def look():
            check(self.program.poll() is None,
                  f"it ended with {self.program.poll()}: {self.said()[-2000:]}")
            found = self.xdotool("search", "--onlyvisible", "--class", "leio").split()
            return found[-1] if found else None

        window = wait_for(look, f"no window came: {self.said()[-2000:]}")
        # The case is there once the title names it.
        wait_for(lambda: TITLE in self.xdotool("getwindowname", window)
                 or self.program.poll() is not None, "the window has no case")
        self.xdotool("windowfocus", "--sync", window)
        return window

    def press(self, *keys):
        self.xdotool("key", "--clearmodifiers", *keys)
        time.sleep(0.3)

    def quit(self):
        """It takes a key and ends by itself."""
        for _ in range(10):
            self.press("ctrl+q")
            try:
                self.program.wait(timeout=PATIENCE / 10)
                break
            except subprocess.TimeoutExpired:
                continue
        check(self.program.poll() == 0,
              f"Control+Q: it ended with {self.program.poll()}: {self.said()[-2000:]}")

    def goes_on(self):
        self.wait_for_window()
        self.press("F9")
        self.quit()

    def close(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.kill()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()


def ends_with(desk, word):
    status = desk.program.wait(timeout=PATIENCE)
    check(status == 1, f"it ended with {status}")
    check(word in desk.said().lower(), f"it does not say why: {desk.said()}")


# Each test is named by what is wrong.

def nothing_wrong(desk):
    desk.run()
    desk.goes_on()
    check(desk.said() == "", f"it said: {desk.said()}")


def no_fonts(desk):
    config = desk.folder / "fonts.conf"
    config.write_text(FONTS.format(desk.folder / "home"))
    desk.environment["FONTCONFIG_FILE"] = str(config)
    desk.run()
    ends_with(desk, "font")


def no_icon_theme(desk):
    desk.environment["XDG_DATA_DIRS"] = str(desk.folder / "nothing")
    desk.run()
    desk.goes_on()


def no_bus(desk):
    desk.environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={desk.folder}/nothing"
    desk.run()
    desk.goes_on()


def bus_gone(desk):
    desk.run()
    desk.wait_for_window()
    desk.bus.kill()
    desk.bus.wait()
    time.sleep(1)
    check(desk.program.poll() is None, f"it ended with its bus: {desk.program.poll()}")
    desk.quit()


def no_settings(desk):
    desk.environment["GSETTINGS_BACKEND"] = "nonsense"
    desk.environment["GSETTINGS_SCHEMA_DIR"] = str(desk.folder / "nothing")
    desk.run()
    desk.goes_on()


def no_display(desk):
    del desk.environment["DISPLAY"]
    desk.run()
    ends_with(desk, "display")


def no_home(desk):
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        desk.environment[name] = "/proc/nothing"
    desk.run()
    desk.goes_on()


def no_locale(desk):
    desk.environment["LC_ALL"] = "xx_XX.UTF-8"
    desk.run()
    desk.goes_on()


def other_clock(seconds):
    def test(desk):
        desk.environment |= {"LD_PRELOAD": os.environ["LEIO_CLOCK"], "LEIO_TEST_SECONDS": seconds}
        desk.run()
        desk.goes_on()
    return test


def any_screen(desk):
    desk.run()
    desk.goes_on()


def chooser_cancelled(desk):
    desk.run()
    desk.wait_for_window()
    desk.press("ctrl+o")
    time.sleep(2)
    desk.press("Escape")
    desk.quit()


def memory(megabytes):
    return {"preexec_fn": lambda: resource.setrlimit(
        resource.RLIMIT_AS, (megabytes * 1024 * 1024, megabytes * 1024 * 1024))}


def enough_memory(megabytes):
    def test(desk):
        desk.run(**memory(megabytes))
        desk.goes_on()
    return test


def too_little_memory(megabytes):
    """A sentence at once, and never a silent end later in the work. (Below some 50 MB it is the
    loader of the system that says so.)"""
    def test(desk):
        desk.run(**memory(megabytes))
        ends_with(desk, "address space")
    return test


# What leaves the program

def secret_case(desk):
    path = desk.folder / "home" / "limb.leio"
    text = EXAMPLE.read_text(encoding="utf-8")
    text = re.sub(r'"label": "', f'"notes": "{SECRET} notes", "label": "{SECRET} ', text, 1)
    path.write_text(text, encoding="utf-8")
    check(SECRET in text, "the example has no label")
    return path


def no_internet_socket(desk):
    trace = desk.folder / "trace"
    desk.run(case=secret_case(desk),
             before=("strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(trace)))
    desk.goes_on()
    calls = trace.read_text()
    check("AF_UNIX" in calls, "strace saw nothing")
    check("AF_INET" not in calls, "\n".join(re.findall(r".*AF_INET.*", calls)[:5]))


def nothing_in_the_log(desk):
    desk.environment["G_MESSAGES_DEBUG"] = "all"
    desk.run(case=secret_case(desk))
    desk.wait_for_window()
    # An answer, so that a draft is written, and one that stops the program on the way.
    desk.press("ctrl+Down", "1")
    desk.program.send_signal(signal.SIGTRAP)
    desk.program.wait(timeout=PATIENCE)
    check(SECRET not in desk.said(), "the case is in the log")


def nothing_in_recent_files(desk):
    desk.run(case=secret_case(desk))
    desk.goes_on()
    for path in sorted((desk.folder / "home").rglob("*")):
        if path.is_file() and path.name != "limb.leio":
            check(SECRET not in path.read_text(errors="replace"), f"the case is in {path}")


TESTS = [
    ("nothing wrong", nothing_wrong, {}), ("no fonts", no_fonts, {}),
    ("no icon theme", no_icon_theme, {}), ("no bus", no_bus, {}), ("bus gone", bus_gone, {}),
    ("no settings", no_settings, {}), ("no display", no_display, {}), ("no home", no_home, {}),
    ("no locale", no_locale, {}), ("clock in 1970", other_clock("5000"), {}),
    ("clock in 2100", other_clock("4102444800"), {}),
    ("320 pixels", any_screen, {"screen": "320x480x24"}),
    ("4K", any_screen, {"screen": "3840x2160x24"}), ("chooser cancelled", chooser_cancelled, {}),
    ("memory of 1536 MB", enough_memory(1536), {}),
    ("memory of 1 GB", too_little_memory(1024), {}),
    ("memory of 100 MB", too_little_memory(100), {}),
    ("no internet socket", no_internet_socket, {}), ("nothing in the log", nothing_in_the_log, {}),
    ("nothing in recent files", nothing_in_recent_files, {}),
]


def try_one(name, test, options):
    with tempfile.TemporaryDirectory(prefix="leio-environment-") as folder:
        desk = Desk(Path(folder), **options)
        try:
            test(desk)
            return None
        except Exception as error:  # pylint: disable=broad-except
            return f"{error}\n{traceback.format_exc(limit=-2)}"
        finally:
            desk.close()


def main():
    wanted = [one for one in TESTS if not sys.argv[1:] or one[0] in sys.argv[1:]]
    missing = [tool for tool in ("Xvfb", "dbus-daemon", "xdotool") if shutil.which(tool) is None]
    if missing:
        print("Bail out! missing: " + " ".join(missing))
        return 1
    print(f"1..{len(wanted)}")
    n_failed = 0
    for number, (name, test, options) in enumerate(wanted, 1):
        if test is no_internet_socket and shutil.which("strace") is None:
            print(f"ok {number} - {name} # SKIP no strace")
            continue
        fault = try_one(name, test, options)
        n_failed += fault is not None
        print(f"{'ok' if fault is None else 'not ok'} {number} - {name}", flush=True)
        if fault is not None:
            print("\n".join("# " + line for line in fault.splitlines()), flush=True)
    return 1 if n_failed else 0


if __name__ == "__main__":
    sys.exit(main())
