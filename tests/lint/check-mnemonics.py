#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter leads to one item of a menu, in English and in every language that is listed.

What the sections of a menu hold is pressed in that menu; a submenu is a menu of its own. Of items
that share a letter GTK takes the first, and the other cannot be reached.
"""
import os
import re
import xml.etree.ElementTree as ElementTree

import catalogue
import lint


def get_letter(label):
    found = re.search(r"_(\w)", label.replace("__", ""))
    return found.group(1).casefold() if found else None


def list_items(menu):
    """(context, label) of what is pressed in a menu: of its sections too, not of its submenus."""
    for child in menu:
        if child.tag == "section":
            yield from list_items(child)
        elif child.tag in ("item", "submenu"):
            for attribute in child.iter("attribute") if child.tag == "item" else child:
                if attribute.tag == "attribute" and attribute.get("name") == "label":
                    yield attribute.get("context"), attribute.text


def list_menus(root):
    """(file, [(context, label)]) of each menu and submenu."""
    for path in lint.list_files(root, ("resources",), (".ui",)):
        tree = ElementTree.fromstring(lint.read(root, path))
        for tag in ("menu", "submenu"):
            for menu in tree.iter(tag):
                yield path, list(list_items(menu))


def read_translations(root, language):
    entries = catalogue.parse(lint.read(root, f"po/{language}.po"))
    return {(entry.context, entry.text): entry.translations.get(0) for entry in entries}


def list_shared(items, translations):
    """What shares its letter with an item above it."""
    seen = {}
    for key in items:
        label = translations.get(key) or key[1]
        letter = get_letter(label)
        if letter and letter in seen:
            yield letter, seen[letter], label
        elif letter:
            seen[letter] = label


def find_faults(root):
    languages = {"English": {}} | {language: read_translations(root, language)
                                   for language in catalogue.list_languages(root, "po")
                                   if os.path.exists(os.path.join(root, f"po/{language}.po"))}
    for path, items in list_menus(root):
        for language, translations in languages.items():
            for letter, first, second in list_shared(items, translations):
                yield f"{path}: {language}: '{first}' and '{second}' share the letter {letter}"


NEW = "resources/ui/new.ui"
MENU = """<interface><menu id="m"><section>
<item><attribute name="label" translatable="yes">_Open…</attribute></item></section>
<submenu><attribute name="label">_Print</attribute>
<item><attribute name="label">_Other</attribute></item></submenu>
<section><item><attribute name="label">%s</attribute></item></section></menu></interface>"""


def plant_menu(label):
    return lambda root: lint.write(root, NEW, MENU % label)


def plant_translation(root):
    """Another word in German, with the letter that the item above has."""
    lint.write(root, NEW, MENU % "_Close the Window")
    lint.write(root, "po/de.po", lint.read(root, "po/de.po")
               + '\nmsgid "_Close the Window"\nmsgstr "Fenster d_rucken"\n'
               + '\nmsgid "_Print"\nmsgstr "D_rucken"\n')


PLANTS = [
    ("English: '_Open…' and 'Cl_ose' share the letter o", plant_menu("Cl_ose")),
    ("English: '_Print' and 'Co_py' share the letter p", plant_menu("Co_py")),
    ("de: 'D_rucken' and 'Fenster d_rucken' share the letter r", plant_translation),
]

if __name__ == "__main__":
    lint.main(find_faults, PLANTS)
