#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""archive.py ARCHIVE [ADDRESS]: prints the manifest that builds a release archive.

It is the manifest beside this file with other sources: the archive that `meson dist` left here, or,
where ADDRESS is given, the same one to be fetched from there. Its checksum stands in it.
"""
import hashlib
import json
import sys
from pathlib import Path

MANIFEST = Path(__file__).with_name("io.github.leio_app.Leio.json")


def main():
    archive = Path(sys.argv[1]).resolve()
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    place = {"url": sys.argv[2]} if len(sys.argv) > 2 else {"path": str(archive)}
    checksum = hashlib.sha256(archive.read_bytes()).hexdigest()
    manifest["modules"][-1]["sources"] = [{"type": "archive", **place, "sha256": checksum}]
    print(json.dumps(manifest, indent=2))


if __name__ == "__main__":
    main()
