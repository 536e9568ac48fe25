#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill.py PROGRAM [TIMES [JOBS]]: kills a program that answers and saves at random, by SIGKILL at
a random moment, and looks at what is left.

Of every run the newest of draft and file must be one of the states that the case had, whole, and
nothing older than one second before the kill may be missing in it. Every file must parse.

A second is one in which the machine let the program run: its log ticks every 10 milliseconds in a
thread of its own, and of a pause between two lines of the log no more than PAUSE is counted.

kill.py PROGRAM --planted: whether faults that the program makes on purpose are found, each time.
"""
import concurrent.futures
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

LIMIT = 1.0
LONGEST = 2.5
PAUSE = 0.05
# What must be told of a program that neither keeps nor saves, and of one that tears its file.
PLANTED = {"forget": "a change is missing", "tear": "fault "}
PLANTED_TIMES = 8


def read_log(path, moment):
    """{checksum: (sequence, seconds that the program ran afterwards)} of every state, in order."""
    states, moments = {}, [moment]
    with open(path, encoding="ascii") as log:
        for line in log:
            parts = line.split()
            if not line.endswith("\n"):
                continue
            moments.append(int(parts[1]) / 1e6)
            if len(parts) == 3:
                states[parts[2]] = (int(parts[0]), moments[-1])
    # A thread may be held up between reading the clock and writing: lines are not quite in order.
    moments = sorted(when for when in moments if when <= moment)
    ran = {moment: 0.0}
    for earlier, later in zip(reversed(moments[:-1]), reversed(moments)):
        ran[earlier] = ran[later] + min(later - earlier, PAUSE)
    return {checksum: (number, ran.get(when, 0.0)) for checksum, (number, when) in states.items()}


def kill_once(program, folder, seed, mode):
    """The moment of the kill."""
    log = os.path.join(folder, "log")
    process = subprocess.Popen(
        [program, mode, os.path.join(folder, "drafts"), os.path.join(folder, "case.leio"), log,
         str(seed)])
    end = time.monotonic() + 30
    while not os.path.exists(log) and time.monotonic() < end and process.poll() is None:
        time.sleep(0.002)
    time.sleep(random.Random(seed).uniform(0, LONGEST) if mode == "answer" else LONGEST)
    status = process.poll()
    moment = time.monotonic()
    process.send_signal(signal.SIGKILL)
    process.wait()
    if status is not None:
        raise RuntimeError(f"it ended by itself with {status}")
    return moment


def find_faults(program, folder, moment):
    """(faults, seconds between the kill and the oldest change that is missing)"""
    states = read_log(os.path.join(folder, "log"), moment)
    out = subprocess.run(
        [program, "look", os.path.join(folder, "drafts"), os.path.join(folder, "case.leio")],
        capture_output=True, text=True, check=True).stdout
    faults, newest = [], -1
    for line in out.splitlines():
        kind, checksum, *_ = line.split() + [""]
        if kind == "fault":
            faults.append(line)
        elif checksum not in states:
            faults.append(f"{line}: the case never said this")
        else:
            newest = max(newest, states[checksum][0])
    # The case as it begins, state 0, need not be kept.
    age = max((ran for number, ran in states.values() if number > max(newest, 0)), default=0.0)
    if age > LIMIT:
        faults.append(f"a change is missing that was {age:.2f} seconds old")
    return faults, age, len(states)


def run(program, seed, mode="answer"):
    with tempfile.TemporaryDirectory(prefix="leio-kill-") as folder:
        try:
            return find_faults(program, folder, kill_once(program, folder, seed, mode))
        except (RuntimeError, subprocess.CalledProcessError) as error:
            return [str(error)], 0.0, 0


def find_planted(program):
    """Whether each planted fault was found each time."""
    missed = 0
    for mode, expected in PLANTED.items():
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            results = list(pool.map(lambda seed: run(program, seed, mode), range(PLANTED_TIMES)))
        for seed, (faults, _, _) in enumerate(results):
            if not any(fault.startswith(expected) for fault in faults):
                missed += 1
                print(f"{mode}, seed {seed}: not found, but {faults}")
    print(f"# {len(PLANTED) * PLANTED_TIMES} planted faults, {missed} were not found")
    return 1 if missed else 0


def main():
    program = os.path.abspath(sys.argv[1])
    if sys.argv[2:] == ["--planted"]:
        return find_planted(program)
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    jobs = int(sys.argv[3]) if len(sys.argv) > 3 else 4
    first = random.randrange(1 << 30)
    print(f"# seeds {first} to {first + times - 1}")
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        results = list(pool.map(lambda seed: run(program, seed), range(first, first + times)))

    bad = 0
    for seed, (faults, _, _) in enumerate(results, first):
        bad += bool(faults)
        for fault in faults:
            print(f"seed {seed}: {fault}")
    print(f"# {times} kills, {sum(changes for _, _, changes in results)} changes, "
          f"{bad} with a fault; the oldest change that was missing was "
          f"{max(age for _, age, _ in results) * 1000:.0f} ms old")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
