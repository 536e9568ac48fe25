#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads: entry, metainfo, schema, file type, activation and manifest are valid,
and all speak of the same program."""
import datetime
import json
import os
import re
import shutil
import struct
import subprocess
import tempfile

import lint

ID = "io.github.leio_app.Leio"
ICONS = (f"data/icons/hicolor/scalable/apps/{ID}.svg",
         f"data/icons/hicolor/symbolic/apps/{ID}-symbolic.svg")
MANUALS = ("data/man/leio.1", "data/man/leio-cli.1", "data/man/de/leio.1", "data/man/de/leio-cli.1")


def run(place, command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        yield f"{place}: {(done.stdout + done.stderr).strip()}"


def check_with(root, path, name, command):
    """Runs a validator on a copy that has the name of the installed file."""
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, name)
        shutil.copy(os.path.join(root, path), copy)
        for fault in run(path, command + [copy]):
            yield fault.replace(folder + "/", "")


def check_names(root):
    entry = lint.read(root, f"data/{ID}.desktop.in")
    mime = lint.read(root, f"data/{ID}.mime.xml")
    kind = re.search(r'mime-type type="([^"]+)"', mime).group(1)
    metainfo = lint.read(root, f"data/{ID}.metainfo.xml.in")
    release, day = re.search(r'<release version="([^"]+)" date="([^"]+)"', metainfo).groups()
    version = re.search(r"version: '([^']+)'", lint.read(root, "meson.build")).group(1)
    news, told = re.search(r"^## ([\d.]+), (.+)", lint.read(root, "NEWS.md"), re.M).groups()
    if f"Icon={ID}\n" not in entry:
        yield f"data/{ID}.desktop.in: the icon is not {ID}"
    if f"MimeType={kind};" not in entry:
        yield f"data/{ID}.desktop.in: the file type is not {kind}"
    if f"Name={ID}\n" not in lint.read(root, f"data/{ID}.service.in"):
        yield f"data/{ID}.service.in: the name is not {ID}"
    if not release == version == news:
        yield f"releases differ: metainfo {release}, meson {version}, NEWS {news}"
    if datetime.date.fromisoformat(day).strftime("%-d %B %Y") != told:
        yield f"days of the release differ: metainfo {day}, NEWS {told}"
    for manual in MANUALS:
        head = re.search(r"^\.TH.*", lint.read(root, manual), re.M).group()
        if f'"{day}" "Leio {version}"' not in head:
            yield f"{manual}: its head does not say {day} and {version}"
    for icon in ICONS:
        if not os.path.exists(os.path.join(root, icon)):
            yield f"{icon} is missing"


def check_screenshots(root):
    """What a software centre shows is shipped, as it is at the tag of the release."""
    metainfo = lint.read(root, f"data/{ID}.metainfo.xml.in")
    version = re.search(r"version: '([^']+)'", lint.read(root, "meson.build")).group(1)
    listed = re.findall(r'<image[^>]* width="(\d+)" height="(\d+)">https://[^<]*/([^/<]+)/'
                        r"(data/screenshots/[^<]+)<", metainfo)
    if not listed:
        yield f"data/{ID}.metainfo.xml.in: no screenshot"
    for width, height, tag, path in listed:
        if tag != f"v{version}":
            yield f"{path}: the address is of {tag}, not of v{version}"
        if not os.path.exists(os.path.join(root, path)):
            yield f"{path} is missing"
            continue
        with open(os.path.join(root, path), "rb") as file:
            size = struct.unpack(">II", file.read(24)[16:])
        if size != (int(width), int(height)):
            yield f"{path} is {size[0]} by {size[1]} pixels"


def check_manifest(root):
    """The sandbox keeps the case on the computer: no network, no folder of the user."""
    manifest = json.loads(lint.read(root, f"flatpak/{ID}.json"))
    allowed = {"--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri"}
    for wish in sorted(set(manifest["finish-args"]) - allowed):
        yield f"flatpak/{ID}.json: the sandbox has a hole: {wish}"


def find_faults(root):
    yield from check_with(root, f"data/{ID}.desktop.in", f"{ID}.desktop", ["desktop-file-validate"])
    yield from check_with(root, f"data/{ID}.metainfo.xml.in", f"{ID}.metainfo.xml",
                          ["appstreamcli", "validate", "--no-net", "--pedantic"])
    yield from run(f"data/{ID}.gschema.xml",
                   ["glib-compile-schemas", "--strict", "--dry-run", os.path.join(root, "data")])
    yield from check_names(root)
    yield from check_screenshots(root)
    yield from check_manifest(root)


def spoil(name, old, new):
    return lambda root: lint.replace(root, name, old, new)


PLANTS = [
    ("desktop.in: ", spoil(f"data/{ID}.desktop.in", "Type=Application", "Type=Nothing")),
    ("metainfo.xml.in: ", spoil(f"data/{ID}.metainfo.xml.in", "<summary>", "<sumary>")),
    ("gschema.xml: ", spoil(f"data/{ID}.gschema.xml", "<default>false<", "<default>perhaps<")),
    ("the file type is not", spoil(f"data/{ID}.mime.xml", "x-leio-case", "x-leio-other")),
    ("releases differ", spoil("NEWS.md", "## 0.1.0", "## 0.1.1")),
    ("days of the release differ", spoil("NEWS.md", ", 24 November", ", 23 November")),
    ("its head does not say", spoil("data/man/leio.1", "Leio 0.1.0", "Leio 0.0.9")),
    ("not of v0.1.0", spoil(f"data/{ID}.metainfo.xml.in", "leio/v0.1.0/", "leio/v0.0.9/")),
    ("is 1360 by 900 pixels", spoil(f"data/{ID}.metainfo.xml.in", 'width="1360"', 'width="1361"')),
    ("hole: --share=network", spoil(f"flatpak/{ID}.json", "--share=ipc", "--share=network")),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
