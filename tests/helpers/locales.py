#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Languages for tests and pictures, without touching the system.

locales.py ROOT FOLDER [STAMP]: makes in FOLDER

    system/      locales of the C library, for LOCPATH: en_US.UTF-8 and de_DE.UTF-8
    catalogues/  for LEIO_LOCALE_DIR: each shipped language, and two that nobody speaks:
                 en@long, every text about 40 % longer, with accents and in brackets;
                 ar, every text in Arabic letters, so that GTK turns the window round

With LANGUAGE set to one of them and LC_ALL to one of the locales a program speaks it. Both make
every vowel another letter: an English word with a plain vowel was never given to gettext.
"""
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lint"))
sys.dont_write_bytecode = True
import catalogue  # noqa: E402 (it lies beside the checks that use it too)

LOCALES = {"en_US.UTF-8": "en_US", "de_DE.UTF-8": "de_DE"}
# What stays as it is: references, markup, a line break, and {question} of the base; directives.
MARKS = r"</?\w[^<>]*>|&\w+;|\{[\w.:-]*\}|\n"
KEPT = re.compile(MARKS)
KEPT_IN_FORMATS = re.compile(MARKS + r"|%(?:\d+\$)?[-+ 0#'I]*(?:\*|\d+)?(?:\.(?:\*|\d+))?"
                             r"(?:hh|h|ll|l|z|j|L)?[a-zA-Z%]")
ACCENTS = str.maketrans("aeiouyAEIOUY", "âéîöüýÂÉÎÖÜÝ")
ARABIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ابچدهفگحيجکلمنوپقرستؤڤۋخىز" + "أبچدەفگحئجکلمنوپقرستؤڤۋخىز")


def change(text, letters, kept):
    """text in other letters, but for what must stay."""
    parts, at = [], 0
    for match in kept.finditer(text):
        parts += [text[at:match.start()].translate(letters), match.group()]
        at = match.end()
    return "".join(parts + [text[at:].translate(letters)])


def lengthen(text, kept):
    """In brackets and about 40 % longer; a line break at the end stays there."""
    body = text.rstrip("\n")
    n_more = (2 * len(kept.sub("", body)) + 4) // 5
    filler = " ".join(["ôñé", "twö", "thréé"] * (n_more // 10 + 1))[:n_more].strip()
    return f"⟦{change(body, ACCENTS, kept)} {filler}⟧" + text[len(body):]


def turn(text, kept):
    return change(text, ARABIC, kept)


PSEUDO = {"en@long": (lengthen, "nplurals=2; plural=n != 1;"),
          "ar": (turn, "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 "
                       "? 3 : n%100>=11 ? 4 : 5;")}


def write_pseudo(template, language):
    """A catalogue of a pseudo-language; a day keeps its form, the language tag is its own."""
    translate, plurals = PSEUDO[language]
    n_plurals = int(re.search(r"\d", plurals).group())
    lines = ['msgid ""', 'msgstr ""', f'"Language: {language}\\n"',
             '"Content-Type: text/plain; charset=UTF-8\\n"', f'"Plural-Forms: {plurals}\\n"', ""]
    quote = catalogue.quote
    for entry in catalogue.parse(template):
        texts = [entry.text] if entry.plural is None else [entry.text, entry.plural]
        if entry.context == "language tag":
            done = [language.split("@")[0]]
        elif entry.context == "day":
            done = texts
        else:
            kept = KEPT_IN_FORMATS if entry.flags & {"c-format"} else KEPT
            done = [translate(text, kept) for text in texts]
        lines += [f"#, {', '.join(sorted(entry.flags))}"] if entry.flags else []
        lines += [f"msgctxt {quote(entry.context)}"] if entry.context else []
        lines.append(f"msgid {quote(entry.text)}")
        if entry.plural is None:
            lines.append(f"msgstr {quote(done[0])}")
        else:
            lines.append(f"msgid_plural {quote(entry.plural)}")
            lines += [f"msgstr[{number}] {quote(done[min(number, 1)])}"
                      for number in range(n_plurals)]
        lines.append("")
    return "\n".join(lines)


def compile_catalogue(text, folder, language, domain):
    place = os.path.join(folder, "catalogues", language, "LC_MESSAGES")
    os.makedirs(place, exist_ok=True)
    subprocess.run(["msgfmt", "--check-format", f"--output-file={place}/{domain}.mo", "-"],
                   input=text, text=True, check=True)


def make(root, folder):
    """Makes all; (files that were read)."""
    os.makedirs(os.path.join(folder, "system"), exist_ok=True)
    for name, source in LOCALES.items():
        subprocess.run(["localedef", "-i", source, "-f", "UTF-8",
                        os.path.join(folder, "system", name)], check=True)

    templates, read = catalogue.make_templates(root), []
    for place, domain in catalogue.DOMAINS:
        for language in PSEUDO:
            compile_catalogue(write_pseudo(templates[domain], language), folder, language, domain)
        for language in catalogue.list_languages(root, place):
            read.append(os.path.join(root, place, language + ".po"))
            with open(read[-1], encoding="utf-8") as file:
                compile_catalogue(file.read(), folder, language, domain)
        read.append(os.path.join(root, place, "LINGUAS"))
    return read + [place for domain in templates
                   for place in catalogue.list_sources(root, templates[domain])]


def main():
    root, folder = map(os.path.abspath, sys.argv[1:3])
    read = make(root, folder)
    if len(sys.argv) > 3:
        with open(sys.argv[3], "w", encoding="utf-8") as stamp:
            stamp.write("\n")
        with open(sys.argv[3] + ".d", "w", encoding="utf-8") as depfile:
            depfile.write(f"{sys.argv[3]}: {' '.join(read)}\n")


if __name__ == "__main__":
    main()
