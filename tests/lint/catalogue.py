# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Catalogues of gettext, read and written, and the templates of this tree."""
import json
import os
import re
import subprocess
import tempfile

# Folder of the translations, name of the template and of the domain.
DOMAINS = (("po", "leio"), ("po/knowledge", "leio-knowledge"))
FIELD = re.compile(r'(?:#~ )?(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d)\])?) (".*")$')


class Entry:
    def __init__(self):
        self.places, self.flags, self.obsolete = [], set(), False
        self.context, self.text, self.plural = None, None, None
        self.translations = {}

    @property
    def key(self):
        return self.context, self.text, self.plural

    def translated(self):
        return bool(self.translations) and all(self.translations.values())

    def name(self):
        """What tells a reader which entry is meant."""
        where = self.context or (self.places[0] if self.places else "")
        return f"{where}: '{self.text[:60]}'" if where else f"'{self.text[:60]}'"

    def set_field(self, field, number, text):
        if field == "msgctxt":
            self.context = text
        elif field == "msgid":
            self.text = text
        elif field == "msgid_plural":
            self.plural = text
        else:
            self.translations[int(number or 0)] = text

    def add_text(self, field, number, text):
        old = {"msgctxt": self.context, "msgid": self.text, "msgid_plural": self.plural}.get(
            field, self.translations.get(int(number or 0)))
        self.set_field(field, number, old + text)


def parse_entry(block):
    entry, field, number = Entry(), None, None
    for line in block.splitlines():
        match = FIELD.match(line)
        if line.startswith("#:"):
            entry.places += line[2:].split()
        elif line.startswith("#,"):
            entry.flags |= {flag.strip() for flag in line[2:].split(",")}
        elif match:
            field, number = match.group(1).split("[")[0], match.group(2)
            entry.obsolete = entry.obsolete or line.startswith("#~")
            entry.set_field(field, number, json.loads(match.group(3)))
        elif field and re.match(r'(?:#~ )?"', line):
            entry.add_text(field, number, json.loads(line[line.index('"'):]))
    return entry


def parse(text):
    """The entries of a catalogue, without its header."""
    entries = [parse_entry(block) for block in re.split(r"\n\s*\n", text) if "msgid " in block]
    return [entry for entry in entries if entry.text]


def list_languages(root, folder):
    with open(os.path.join(root, folder, "LINGUAS"), encoding="utf-8") as file:
        return re.sub("#.*", "", file.read()).split()


def make_templates(root):
    """The text of the template of each domain, as po/update.sh writes it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["sh", os.path.join(root, "po/update.sh"), folder], check=True,
                       capture_output=True)
        texts = {}
        for _, domain in DOMAINS:
            with open(os.path.join(folder, domain + ".pot"), encoding="utf-8") as file:
                texts[domain] = file.read()
        return texts


def list_sources(root, template):
    """The files that a template was made from."""
    names = {place.rsplit(":", 1)[0] if re.search(r":\d+$", place) else place
             for entry in parse(template) for place in entry.places}
    paths = {os.path.join(root, folder, name)
             for name in names for folder in ("", "data/knowledge")}
    return sorted(path for path in paths if os.path.isfile(path))


def quote(text):
    return json.dumps(text, ensure_ascii=False)
