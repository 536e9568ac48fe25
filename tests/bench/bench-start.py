#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-start.py LEIO BARE PRELOADED CASE: from exec to the first painted frame, and the memory.

Leio, with and without a case, beside a bare window of GTK in the same run, taking turns, on X11
(Xvfb) and on Wayland (weston without a screen), where these are installed. Prints the medians as a
table and never fails for being slow. LEIO_START_TURNS says how many turns (default 5).

Memory is what the process has for itself (private pages), and in brackets all that is resident,
which counts what is shared with other programs as well. It is taken at the first frame, and when
nothing was painted for 0.7 seconds.
"""
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LEIO, BARE, PRELOADED, CASE = sys.argv[1:5]
PROGRAMS = {"a bare window": [BARE], "Leio": [LEIO], "Leio with a case": [LEIO, CASE]}
TURNS = int(os.environ.get("LEIO_START_TURNS", "5"))
QUIET = 700


def read_report(text):
    """(milliseconds, private MiB, resident MiB) at the first frame and when all was quiet."""
    found = []
    for part in re.split(r"^last: ", text, flags=re.M):
        kib = {name: int(value) for name, value in re.findall(r"^(\w+): +(\d+) kB", part, re.M)}
        private = kib["Private_Clean"] + kib["Private_Dirty"]
        found.append((float(re.search(r"([\d.]+) ms", part)[1]), private / 1024,
                      kib["Rss"] / 1024))
    return found


def start(command, folder, environment):
    report = Path(folder) / "report"
    report.unlink(missing_ok=True)
    environment = environment | {
        "LEIO_START_REPORT": str(report), "LEIO_START_QUIET": str(QUIET),
        "LEIO_START_BEGUN": str(time.clock_gettime_ns(time.CLOCK_MONOTONIC)),
        "LD_PRELOAD": PRELOADED}
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   timeout=60, check=False)
    return read_report(report.read_text())


def measure(folder, environment):
    """For each program its reports; the first turn only warms the caches."""
    reports = {name: [] for name in PROGRAMS}
    for turn in range(TURNS + 1):
        for name, command in PROGRAMS.items():
            one = start(command, folder, environment)
            if turn > 0:
                reports[name].append(one)
    return reports


def show(display, reports):
    bare = None
    for name, found in reports.items():
        first, quiet = ([statistics.median(column) for column in zip(*(one[i] for one in found))]
                        for i in (0, 1))
        bare = bare or (first, quiet)
        print(f"| {display} | {name} | {first[0]:.0f} ms ({first[0] / bare[0][0]:.2f}) "
              f"| {first[1]:.1f} ({first[2]:.1f}) MiB | {quiet[1]:.1f} ({quiet[2]:.1f}) MiB |",
              flush=True)


def run_on(display):
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "HOME": folder, "LEIO_NON_UNIQUE": "1", "GDK_BACKEND": display,
            "GSETTINGS_BACKEND": "memory", "GSK_RENDERER": "cairo", "GDK_DEBUG": "gl-disable",
            "GTK_USE_PORTAL": "0"}
        show(display, measure(folder, environment))


def run_in(display, command):
    """Again, on a display and a bus of its own."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o700)
        server = None
        environment = os.environ | {"XDG_RUNTIME_DIR": folder, "LEIO_START_ON": display}
        if display == "wayland":
            server = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            environment["WAYLAND_DISPLAY"] = "leio-start"
            for _ in range(100):
                if not (Path(folder) / "leio-start").exists():
                    time.sleep(0.1)
            command = []
        subprocess.run(command + ["dbus-run-session", "--", sys.executable, *sys.argv],
                       env=environment, stdin=subprocess.DEVNULL, check=True)
        if server:
            server.terminate()
            server.wait()


def main():
    if "LEIO_START_ON" in os.environ:
        run_on(os.environ["LEIO_START_ON"])
        return
    print("| display | program | first frame (of bare) | memory then, private (resident) "
          "| when quiet |\n| --- | --- | --- | --- | --- |", flush=True)
    run_in("x11", ["xvfb-run", "-a", "-s", "-screen 0 1400x1024x24 -nolisten tcp"])
    if shutil.which("weston"):
        run_in("wayland", ["weston", "--backend=headless-backend.so", "--socket=leio-start",
                           "--idle-time=0", "--width=1400", "--height=1024"])


if __name__ == "__main__":
    main()
