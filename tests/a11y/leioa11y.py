#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the window as a screen reader meets it share.

A test starts the program on a display and a bus of its own, which nobody else sees, reads the tree
that it tells to assistive technology (AT-SPI), and acts through that tree or with keys. Nothing
here knows a widget of the program: only roles, names and states.

run_tests (functions) prints TAP. It starts Xvfb and dbus-run-session, and the script once more
inside them; so a test works from `meson test` as well as by itself:

    LEIO=BUILD/app/leio LEIO_SOURCE_DIR=. LEIO_SCHEMAS=BUILD/data tests/a11y/test-flow.py
"""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

SOURCE = Path(os.environ["LEIO_SOURCE_DIR"])
PROGRAM = os.environ["LEIO"]
SCHEMAS = os.environ["LEIO_SCHEMAS"]
ARTIFACTS = Path(os.environ.get("LEIO_ARTIFACTS", "."))
TOOLS = ("Xvfb", "dbus-run-session", "xdotool", "import")
SCREEN = "1400x1024x24"
# Generous: it is only waited for where something is wrong.
PATIENCE = 30
INSIDE = "LEIO_A11Y_INSIDE"

# Below these stands only what their own name says already.
LEAVES = ("label", "heading", "push button", "toggle button", "check box", "radio button", "text",
          "image", "icon", "scroll bar", "progress bar", "separator")


class Failure(AssertionError):
    pass


def check(condition, message):
    if not condition:
        raise Failure(message)


def check_equal(found, expected, what):
    check(found == expected, f"{what}: found {found!r}, expected {expected!r}")


# The display and the bus

def start_display(folder):
    """(process, name) of a display of our own."""
    read, write = os.pipe()
    log = open(folder / "xvfb.log", "w", encoding="utf-8")
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[write], stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read, encoding="ascii") as pipe:
        number = pipe.readline().strip()
    check(number, f"no display: {(folder / 'xvfb.log').read_text()}")
    return process, ":" + number


def make_environment(folder, display):
    """An environment in which nothing of the caller's desktop has a part."""
    for name in ("runtime", "home"):
        (folder / name).mkdir(mode=0o700)
    kept = {name: os.environ[name] for name in os.environ
            if name in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS")
            or name.startswith("LEIO")}
    return kept | {
        INSIDE: str(folder), "DISPLAY": display, "HOME": str(folder / "home"),
        "XDG_RUNTIME_DIR": str(folder / "runtime"), "LC_ALL": "C.UTF-8", "LANGUAGE": "",
        "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GDK_DEBUG": "gl-disable",
        "GTK_USE_PORTAL": "0", "GSETTINGS_BACKEND": "memory", "GSETTINGS_SCHEMA_DIR": SCHEMAS,
        "GIO_USE_VFS": "local", "LEIO_NON_UNIQUE": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def run_inside():
    """Runs the script again, on a display and a bus of its own; returns its exit status."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        print(f"Bail out! missing: {' '.join(missing)}")
        return 1
    with tempfile.TemporaryDirectory(prefix="leio-a11y-") as name:
        folder = Path(name)
        display, number = start_display(folder)
        try:
            return subprocess.run(
                ["dbus-run-session", "--", sys.executable, *sys.argv],
                env=make_environment(folder, number), stdin=subprocess.DEVNULL).returncode
        finally:
            display.terminate()
            display.wait()


def describe(error):
    """The failure, and where: as a comment of TAP."""
    places = [f"{Path(frame.filename).name}:{frame.lineno}"
              for frame in traceback.extract_tb(error.__traceback__)]
    kind = "" if isinstance(error, Failure) else type(error).__name__ + ": "
    return "\n".join("# " + line for line in f"{kind}{error}\n{' '.join(places)}".splitlines())


def run_tests(*tests):
    """Runs functions that take a folder of their own; the exit status of all."""
    if INSIDE not in os.environ:
        return run_inside()

    LISTENER.register("object:state-changed:focused")
    wanted = os.environ.get("LEIO_TEST")
    tests = [test for test in tests if wanted in (None, test.__name__)]
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    for number, test in enumerate(tests, 1):
        verdict = "ok"
        folder = Path(tempfile.mkdtemp(dir=os.environ[INSIDE]))
        try:
            test(folder)
        except Exception as error:
            verdict, failed = "not ok", failed + 1
            print(describe(error))
            for program in Program.running:
                print(f"# the program: {program.describe_end()}")
        finally:
            Program.end_all()
        print(f"{verdict} {number} {test.__name__.replace('_', '-')}", flush=True)
    return 1 if failed else 0


# Waiting

def pump(seconds):
    context = GLib.MainContext.default()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not context.iteration(False):
            time.sleep(0.005)


def wait_for(function, what, patience=PATIENCE):
    """The first true value that function returns."""
    end = time.monotonic() + patience
    while True:
        pump(0.05)
        try:
            value = function()
        except (GLib.Error, StopIteration):
            # What it looked at went away meanwhile.
            value = None
        if value:
            return value
        check(time.monotonic() < end, f"waited in vain: {what}")


# The tree

def get_role(node):
    return node.get_role_name()


def get_children(node):
    found = (node.get_child_at_index(i) for i in range(node.get_child_count()))
    return [child for child in found if child is not None]


def has_state(node, state):
    return node.get_state_set().contains(state)


def walk(node, leaves=LEAVES):
    """node and everything below it, in the order in which it is read."""
    yield node
    if get_role(node) in leaves:
        return
    for child in get_children(node):
        yield from walk(child, leaves)


# What is a group: the first is what GTK says up to 4.8, the second what it says later on.
GROUPS = ("panel", "grouping")


def has_role(node, role):
    found = get_role(node)
    return role in (None, found) or role in GROUPS and found in GROUPS


def is_called(node, role, name):
    """name: the name, or a function that says whether it is the one."""
    if not has_role(node, role):
        return False
    return name is None or (name(node.get_name()) if callable(name) else node.get_name() == name)


def find_all(node, role=None, name=None, leaves=LEAVES):
    for each in walk(node, leaves):
        if is_called(each, role, name):
            yield each


def find_near(node, role=None, name=None):
    """The one that lies least deep: a pass over what lies deep takes seconds."""
    level = [node]
    while level:
        for each in level:
            if is_called(each, role, name):
                return each
        level = [child for each in level if get_role(each) not in LEAVES
                 for child in get_children(each)]
    return None


def find(node, role=None, name=None, leaves=LEAVES):
    return next(find_all(node, role, name, leaves), None)


def get_text(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text))


def act(node, action="click"):
    """Does what a screen reader does to press node."""
    names = [Atspi.Action.get_action_name(node, i) for i in range(node.get_n_actions())]
    check(action in names, f"{node.get_name()!r} has no action {action!r}, only {names}")
    done = Atspi.Action.do_action(node, names.index(action))
    check(done, f"{node.get_name()!r}: {action} failed")


# What got the focus, as it is told to a screen reader.
FOCUSED = []


def on_focused(event):
    if event.detail1:
        FOCUSED.append(event.source)


LISTENER = Atspi.EventListener.new(on_focused)


# Names

# Roles of what can be pressed, chosen or written in, and of what is spoken of itself.
NAMED = ("push button", "toggle button", "check box", "radio button", "text", "entry",
         "spin button", "combo box", "slider", "list", "link", "alert", "heading", "progress bar")
# What GTK 4.8 says where nobody gave a name: the type.
TYPE_NAME = re.compile(r"^(Gtk|Leio)[A-Z]\w+$")
MNEMONIC = re.compile(r"(^|\W)_\w")
# Of these no two beside each other may be called the same.
CONTROLS = ("push button", "toggle button", "check box", "radio button", "text", "entry",
            "combo box", "list", "link")


def find_name_fault(node):
    """(nullable) what is wrong with the name of a control or of what can have the focus."""
    name = node.get_name()
    if not name.strip():
        return "has no name"
    if TYPE_NAME.match(name):
        return "is named by its type"
    if MNEMONIC.search(name):
        return "is named with an underline"
    return None


def describe_node(node):
    """The way from the window to node."""
    path = []
    while node is not None and get_role(node) != "application":
        path.append(f"{get_role(node)} {node.get_name()!r}")
        node = node.get_parent()
    return " / ".join(reversed(path))


def list_name_faults(node):
    """Of everything below node."""
    role, faults = get_role(node), []
    if role in NAMED or role != "label" and has_state(node, Atspi.StateType.FOCUSABLE):
        fault = find_name_fault(node)
        faults += [f"{describe_node(node)} {fault}"] if fault else []
    if role in ("push button", "toggle button"):
        # What is in it is not spoken of itself: a drop-down of GTK 4.8 has unnamed parts there.
        return faults
    for child in get_children(node):
        faults += list_name_faults(child)
    return faults


def list_duplicates(node):
    """Controls with the same role and name as one beside them, everywhere below node."""
    seen, faults = set(), []
    for child in get_children(node):
        told = (get_role(child), child.get_name())
        if told[0] in CONTROLS and told in seen:
            faults.append(f"{describe_node(child)} is there twice")
        seen.add(told)
        faults += list_duplicates(child)
    return faults


def check_names(node, what):
    faults = list_name_faults(node) + list_duplicates(node)
    check(not faults, f"{what}: {len(faults)} nodes\n" + "\n".join(faults[:20]))


# The program

class Program:
    """A run of the program with one window."""

    running = []

    def __init__(self, *arguments):
        # Not for the test itself: libatspi warns where a program has no cache.
        self.process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL,
                                        stdout=sys.stderr,
                                        env=os.environ | {"G_DEBUG": "fatal-warnings"})
        Program.running.append(self)
        self.application = wait_for(self.find_application, "the program on the bus")
        # Else a name or a child that changed is seen as it was.
        self.application.set_cache_mask(Atspi.Cache.ROLE | Atspi.Cache.INTERFACES)
        self.window = wait_for(lambda: find_window(self.application), "its window")
        self.questions = wait_for(self.find_questions, "the questions")
        self.advice = wait_for(lambda: self.find_region("Advice"), "the advice")
        self.treatments = wait_for(lambda: find_near(self.advice, "panel", "Treatments"),
                                   "the treatments")
        self.wait_quiet()

    def describe_end(self):
        status = self.process.poll()
        if status is None:
            return "still there"
        return f"ended with {status}" if status >= 0 else signal.Signals(-status).name

    @classmethod
    def end_all(cls):
        for program in cls.running:
            program.process.kill()
            program.process.wait()
        cls.running.clear()

    def find_application(self):
        check(self.process.poll() is None, "the program ended")
        for each in get_children(Atspi.get_desktop(0)):
            if each.get_process_id() == self.process.pid:
                return each
        return None

    def find_questions(self):
        """The questions; of a first start behind the door for clinicians."""
        door = find_near(self.window, "push button", lambda name: name.startswith("For clinicians"))
        if door:
            act(door)
        return self.find_region("Questions")

    def find_region(self, name):
        return find_near(self.window, "filler", name)

    def wait_quiet(self):
        """Until everything that is made after the first frame is there."""
        counts = [None]

        def is_quiet():
            check(self.process.poll() is None, "the program ended")
            boxes = [self.find_section(title) for title in SECTIONS.values()]
            counts.append([box and box.get_child_count() for box in boxes]
                          + [self.treatments.get_child_count()])
            pump(0.3)
            return counts[-1] == counts[-2] and any(boxes) and counts[-1][-1] > 0

        wait_for(is_quiet, "every question")

    def wait_dialog(self, title):
        return wait_for(lambda: next((each for each in get_children(self.application)
                                      if each.get_name() == title), None), f"{title!r}")

    def set_text(self, entry, text):
        check(Atspi.EditableText.set_text_contents(entry, text), f"{text!r} was not taken")

    def quit(self):
        """Asks it to close its window, which it may do without a question, and to end well."""
        try:
            act(self.window, "win.close")
        except GLib.Error:
            # It may be gone before it answers.
            pass
        wait_for(lambda: self.process.poll() is not None, "the end of the program")
        check_equal(self.process.returncode, 0, "exit status")
        Program.running.remove(self)

    # The questions

    def find_section(self, title):
        return find_near(self.questions, "panel", title)

    def find_question(self, question):
        """The options or the entry of a question, where it stands in its section."""
        section = self.find_section(SECTIONS[question.section])
        for each in walk(section) if section else ():
            if get_role(each) in ("grouping", "panel", "text") \
                    and each.get_name().startswith(question.text):
                return each
        return None

    def wait_question(self, question):
        return wait_for(lambda: self.find_question(question), f"the question {question.text!r}")

    def choose(self, question, value):
        group = self.wait_question(question)
        option = find(group, None, question.labels[value])
        check(option, f"{question.text!r} has no option {question.labels[value]!r}")
        act(option, "option.choose")
        wait_for(lambda: has_state(option, Atspi.StateType.CHECKED), f"{value} to be chosen")

    def get_choice(self, question):
        """The options that are chosen, by id."""
        group = self.wait_question(question)
        ids = {label: value for value, label in question.labels.items()}
        return [ids.get(each.get_name(), each.get_name())
                for each in walk(group) if has_state(each, Atspi.StateType.CHECKED)]

    def enter(self, question, text):
        entry = self.wait_question(question)
        check_equal(get_role(entry), "text", f"role of {question.text!r}")
        self.set_text(entry, text)

    def get_entered(self, question):
        return get_text(self.wait_question(question))

    # The advice

    def list_cards(self):
        """[(group, card)] as they stand below each other."""
        group, cards = None, []
        for row in get_children(self.treatments):
            if row.get_name():
                cards.append((group, row))
            elif find(row, "panel", "Treatments by status") is None:
                group = next(each.get_name() for each in walk(row, ())
                             if get_role(each) == "heading")
        return cards

    def find_card(self, name, group=None):
        for its_group, card in self.list_cards():
            if card.get_name() == name and group in (None, its_group):
                return card
        return None

    def wait_card(self, name, group):
        return wait_for(lambda: self.find_card(name, group), f"{name!r} under {group!r}")

    def snapshot(self):
        """What the advice says: [(group, treatment, status)]."""
        return [(group, card.get_name(), card.get_description())
                for group, card in self.list_cards()]

    def read_summary(self):
        """What stands above the treatments."""
        lines = []
        for each in walk(self.advice):
            if each.get_name() == "Treatments":
                break
            if get_role(each) in ("label", "heading"):
                lines.append(each.get_name())
        return "\n".join(lines)

    def take_picture(self, name):
        subprocess.run(["import", "-window", "root", str(ARTIFACTS / name)], check=True)

    # The keyboard

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)
        pump(0.15)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "30", text], check=True)
        pump(0.15)

    def get_focus(self):
        """(role, name) of what said last that it has the focus; None where that went away."""
        pump(0.1)
        try:
            return (get_role(FOCUSED[-1]), FOCUSED[-1].get_name())
        except (GLib.Error, IndexError):
            return None

    def wait_focus(self, role, name, what):
        """name: the name, or a function that says whether it is the one."""
        def is_there():
            focus = self.get_focus()
            return (focus is not None and focus[0] == role
                    and (name(focus[1]) if callable(name) else focus[1] == name))

        try:
            wait_for(is_there, what, 10)
        except Failure:
            wanted = "another" if callable(name) else repr(name)
            raise Failure(f"{what}: the focus is on {self.get_focus()}, not on {wanted}") from None


def find_window(application):
    return next((each for each in get_children(application) if get_role(each) == "frame"), None)


# The knowledge base

class Question:
    def __init__(self, read_):
        self.id = read_["id"]
        self.text = read_["question"]
        self.short = read_["short"]
        self.kind = read_["kind"]
        self.section = read_["section"]
        self.unit = read_.get("unit", "")
        self.why = read_.get("why", "")
        self.labels = {value["id"]: value["label"] for value in read_.get("values", [])}


def load(name):
    path = SOURCE / "data/knowledge/leiomyosarcoma" / name
    return json.loads(path.read_text(encoding="utf-8"))


# The titles of the sections.
SECTIONS = {each["id"]: each["title"] for each in load("questions.json")["sections"]}


def load_questions():
    return {each["id"]: Question(each) for each in load("questions.json")["questions"]}


def load_treatments():
    return {each["id"]: each["name"] for each in load("treatments.json")["treatments"]}


def load_titles():
    """The title of each source, by its short name."""
    return {each["label"]: each["title"] for each in load("evidence.json")["sources"]}


def write_case(path, answers=None, **members):
    kase = {"format": "leio-case", "version": 1,
            "knowledge": {"id": "leiomyosarcoma", "version": load("knowledge.json")["version"]},
            "label": "", "answers": answers or {}}
    path.write_text(json.dumps(kase | members), encoding="utf-8")
    return path


def read_case(path):
    return json.loads(path.read_text(encoding="utf-8"))


# A program that is stopped by the test's time limit takes what it started with it.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
