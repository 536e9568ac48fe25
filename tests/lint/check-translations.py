#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language that is shipped is complete, and says what the English says.

For each language of po/LINGUAS and po/knowledge/LINGUAS: no string is missing, fuzzy or stale, all
placeholders and numbers are kept, and no negation is lost: a translation negates as often as the
English. It may say a negation in another way ("avoid" for "do not use"): such a pair is read by a
person and kept in po/negations-LANGUAGE.txt, which holds exact pairs, each two lines and a blank
one after it:

    en: the English
    de: the translation

where a line break is written as \\n. A pair that occurs no longer is a fault: it would hide the
next one. With --list the pairs that are in question are printed in this form, to be read and kept.

Manual pages are translated as a whole, in data/man/LANGUAGE, with the same parts in the same order.
"""
import os
import re
import sys
from collections import Counter

import catalogue
import lint

PLACEHOLDER = re.compile(r"%(?:\d+\$)?[-+ 0#'I]*(?:\*|\d+)?(?:\.(?:\*|\d+))?"
                         r"(?:hh|h|ll|l|z|j|L)?(?:[diouxXeEfgGcsp])")
MARKUP = re.compile(r"</?[a-z][^<>]*>|&\w+;|\{[\w.:-]+\}", re.I)
ENGLISH = re.compile(
    r"\b(?:not|no|never|none|nothing|without|neither|nor|cannot|nobody|nowhere|unless|"
    r"un(?:able|certain|clear|known|likely|proven|resectable|safe|stable|suitable|treated|usual)|"
    r"inoperable|incomplete|impossible)\b|n['’]t\b|\bno-\w", re.I)
# The words of a language that negate, in all their forms.
NEGATIONS = {
    "de": re.compile(
        r"\b(?:nicht\w*|nichts|nie|niemals|niemand(?:em|en|es)?|nirgends|nirgendwo|weder|ohne|"
        r"nein|"
        r"kein(?:e[nmrs]?|erlei|esfalls)?|keineswegs|außer|sofern|statt(?:dessen)?|anstatt|"
        r"anstelle|es sei denn|"
        r"fehl(?:t|te|ten|en|end|ende[nmrs]?|schlag\w*)|entfäll(?:t|en)|entfallen|verzicht\w*|kaum|"
        r"un(?:bekannt|behandelt|bestrahlt|bewiesen|genau|gewiss|geklärt|geeignet|gewöhnlich|"
        r"eindeutig|klar|möglich|nötig|operiert|resezierbar|sicher|stabil|tauglich|üblich|"
        r"vollständig|verändert|wahrscheinlich|wirksam|zureichend)(?:e[nmrs]?|er|heit|keit)?|"
        r"(?:in|nicht)operab(?:el|le[nmrs]?)|irresektab(?:el|le[nmrs]?)|instabil(?:e[nmrs]?)?|"
        r"inkomplett(?:e[nmrs]?)?)\b|"
        r"\b\w+(?:frei|los)(?:e[nmrs]?)?\b", re.I),
    # The pseudo-language of the tests below.
    "xx": re.compile(r"\bnix\b", re.I),
}

# Languages that write 0.5 as 0,5.
DECIMAL_COMMA = {"de"}
POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
WORDS = {word: number for number, word in enumerate(
    "one two three four five six seven eight nine ten eleven twelve".split(), 1)}


def list_placeholders(entry, text):
    """What must be the same in a text and its translation; "%s" is "%1$s"."""
    found = MARKUP.findall(text)
    if entry.flags & {"c-format", "possible-c-format"}:
        for number, it in enumerate(PLACEHOLDER.findall(text.replace("%%", "")), 1):
            found.append(it if "$" in it else f"%{number}${it[1:]}")
    return sorted(found)


def check_placeholders(entry):
    texts = [entry.text] if entry.plural is None else [entry.text, entry.plural]
    allowed = [list_placeholders(entry, text) for text in texts]
    for translation in entry.translations.values():
        found = list_placeholders(entry, translation)
        if found not in allowed:
            yield (f"{entry.name()}: placeholders differ, found {' '.join(found) or 'none'}, "
                   f"expected {' '.join(allowed[-1]) or 'none'}")


def list_pairs(entry):
    """(English, translation) of an entry; a translation of several is of the plural."""
    for number, translation in entry.translations.items():
        yield entry.text if number == 0 or entry.plural is None else entry.plural, translation


def count_negations(text):
    """How often English text negates; "neither … nor" is one."""
    text = re.sub(r"\bneither\b[^.;]*", lambda match: match.group().replace(" nor ", " or "), text,
                  flags=re.I)
    return len(ENGLISH.findall(text))


def list_lost(entry, language):
    """The pairs (English, translation) that may have lost a negation."""
    for text, translation in list_pairs(entry):
        if count_negations(text) > len(NEGATIONS[language].findall(translation)):
            yield text, translation


def list_numbers(entry, text, has_comma):
    """The numbers in a text: 0.5 of "0,5" where a decimal comma is written, 12528 of "12.528"."""
    if entry.flags & {"c-format", "possible-c-format"}:
        text = PLACEHOLDER.sub(" ", text)
    text = re.sub(r"https?://\S+", " ", text).translate(POWERS)
    text = re.sub(r"(?<=[Pp]hase[ -])I+\b", lambda match: str(len(match.group())), text)
    text = re.sub(r"(?<=\d)[.\s](?=\d{3}\b)" if has_comma else r"(?<=\d)[,\s](?=\d{3}\b)", "", text)
    text = text.replace(",", ".") if has_comma else text
    return Counter(number.strip(".") for number in re.findall(r"\d+(?:\.\d+)*", text))


def check_numbers(entry, language):
    """A number is the same in both; one that English says in a word may be written in digits."""
    for text, translation in list_pairs(entry):
        wanted = list_numbers(entry, text, False)
        found = list_numbers(entry, translation, language in DECIMAL_COMMA)
        words = Counter(str(WORDS[word]) for word in re.findall(r"[a-z]+", text.lower())
                        if word in WORDS)
        lost, added = wanted - found, found - wanted - words
        # A singular may say one in a word, or not at all.
        if entry.plural is None and (lost or added):
            yield (f"{entry.name()}: numbers differ, found {' '.join(added) or 'none'}, "
                   f"expected {' '.join(lost) or 'none'}")


def read_pairs(root, language):
    path = f"po/negations-{language}.txt"
    if not os.path.exists(os.path.join(root, path)):
        return []
    lines = [line for line in lint.read(root, path).splitlines() if not line.startswith("#")]
    pairs = re.findall(rf"^en: (.*)\n{language}: (.*)$", "\n".join(lines), re.M)
    return [tuple(part.replace("\\n", "\n") for part in pair) for pair in pairs]


def quote_pair(language, pair):
    english, translation = (part.replace("\n", "\\n") for part in pair)
    return f"en: {english}\n{language}: {translation}\n"


def check_entries(template, entries, language, where):
    """Faults of one catalogue; also the pairs in question."""
    wanted = {entry.key: entry for entry in template}
    there = {entry.key: entry for entry in entries if not entry.obsolete}
    faults, pairs = [], []
    for key, entry in wanted.items():
        found = there.get(key)
        if found is None or not found.translated():
            faults.append(f"{where}: {entry.name()} is not translated")
        elif "fuzzy" in found.flags:
            faults.append(f"{where}: {entry.name()} is fuzzy")
        else:
            found.flags |= entry.flags
            faults += [f"{where}: {fault}" for fault in check_placeholders(found)]
            faults += [f"{where}: {fault}" for fault in check_numbers(found, language)]
            pairs += list_lost(found, language)
    for entry in entries:
        if entry.obsolete or entry.key not in wanted:
            faults.append(f"{where}: {entry.name()} is stale")
    return faults, pairs


def list_parts(text):
    """The requests that begin a part of a manual page."""
    return re.findall(r"^\.(?:SH|TP|PP|IP|EX|EE)\b", text, re.M)


def check_manuals(root, language):
    folder = os.path.join(root, "data/man")
    for name in sorted(name for name in os.listdir(folder) if name.endswith(".1")):
        path = f"data/man/{language}/{name}"
        if not os.path.exists(os.path.join(root, path)):
            yield f"{path}: is missing"
        elif list_parts(lint.read(root, path)) != list_parts(lint.read(root, f"data/man/{name}")):
            yield f"{path}: other parts than data/man/{name}"


def check_language(root, language, templates):
    """Faults of a language, and the pairs in question that nobody has checked."""
    if language not in NEGATIONS:
        return [f"tests/lint/check-translations.py: no negations of '{language}' in NEGATIONS"], []

    faults, pairs = [], []
    for folder, domain in catalogue.DOMAINS:
        path = f"{folder}/{language}.po"
        if not os.path.exists(os.path.join(root, path)):
            faults.append(f"{path}: is missing")
            continue
        entries = catalogue.parse(lint.read(root, path))
        more, lost = check_entries(catalogue.parse(templates[domain]), entries, language, path)
        faults += more
        pairs += lost

    kept = read_pairs(root, language)
    open_pairs = [pair for pair in dict.fromkeys(pairs) if pair not in kept]
    faults += [f"po/{language}.po: '{english[:60]}': a negation may be lost in '{other[:60]}'; "
               f"mend it, or keep the pair in po/negations-{language}.txt"
               for english, other in open_pairs]
    faults += [f"po/negations-{language}.txt: '{pair[0][:60]}' occurs no longer in question"
               for pair in kept if pair not in pairs]
    return faults, open_pairs


def list_all_languages(root):
    return sorted({word for folder, _ in catalogue.DOMAINS
                   for word in catalogue.list_languages(root, folder)})


def find_faults(root):
    languages = list_all_languages(root)
    templates = catalogue.make_templates(root) if languages else {}
    for language in languages:
        yield from check_language(root, language, templates)[0]
        yield from check_manuals(root, language)


HEADER = ('msgid ""\nmsgstr ""\n"Language: xx\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
          '"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n')


def translate(template):
    """The template with every text translated into itself, and "nix" where it negates."""
    def fill(block):
        entry = catalogue.parse_entry(block)
        if not entry.text:
            return HEADER
        texts = [entry.text] if entry.plural is None else [entry.text, entry.plural]
        texts = [catalogue.json.dumps(text + " nix" * count_negations(text),
                                      ensure_ascii=False) for text in texts]
        lines = [f"msgstr {texts[0]}"] if entry.plural is None else [
            f"msgstr[{number}] {text}" for number, text in enumerate(texts)]
        return block[:re.search(r"^msgstr", block, re.M).start()] + "\n".join(lines) + "\n"

    return "\n\n".join(fill(block) for block in re.split(r"\n\s*\n", template.strip()))


def add_language(root):
    """A language that has no fault, to be spoiled."""
    templates = catalogue.make_templates(root)
    for folder, domain in catalogue.DOMAINS:
        lint.write(root, f"{folder}/LINGUAS", "xx\n")
        lint.write(root, f"{folder}/xx.po", translate(templates[domain]))
    for name in os.listdir(os.path.join(root, "data/man")):
        if name.endswith(".1"):
            lint.write(root, f"data/man/xx/{name}", lint.read(root, f"data/man/{name}"))
    lint.write(root, "po/negations-xx.txt", "# Pairs that were read.\n")
    faults = list(find_faults(root))
    if faults:
        raise AssertionError(f"the planted language has faults: {faults[:3]}")


def spoil(path, pattern, new):
    def plant(root):
        add_language(root)
        text, n_changed = re.subn(pattern, new, lint.read(root, path), count=1, flags=re.M | re.S)
        if n_changed != 1:
            raise AssertionError(f"{path}: the self-test finds no '{pattern}' to spoil")
        lint.write(root, path, text)
    return plant


def lose_negation(root):
    """Loses one, proves that a kept pair is no fault, and takes it out of the list again."""
    spoil("po/knowledge/xx.po",
          r'^(msgid "[^"\n]*\bnot\b[^"\n]*"\nmsgstr "[^"\n]*) nix"', r'\1"')(root)
    pairs = check_language(root, "xx", catalogue.make_templates(root))[1]
    if len(pairs) != 1:
        raise AssertionError(f"found {len(pairs)} lost negations, expected the planted one")
    lint.write(root, "po/negations-xx.txt", quote_pair("xx", pairs[0]))
    if list(find_faults(root)):
        raise AssertionError("a pair that is kept is still a fault")
    lint.write(root, "po/negations-xx.txt", "")


def keep_old_pair(root):
    add_language(root)
    lint.write(root, "po/negations-xx.txt", "en: Do not say this\nxx: Say this\n")


PLANTS = [
    ("is not translated", spoil("po/xx.po", r'^msgstr "[^"\n]+"$', 'msgstr ""')),
    ("is not translated", spoil("po/knowledge/xx.po",
                                r'\n\n#:[^\n]*\nmsgctxt "terms/.*?\n\n', "\n\n")),
    ("is fuzzy", spoil("po/xx.po", r"^#, c-format$", "#, fuzzy, c-format")),
    ("is stale", spoil("po/xx.po", r"\Z", '\n#~ msgid "Old"\n#~ msgstr "Older"\n')),
    ("is stale", spoil("po/knowledge/xx.po", r"\Z",
                       '\nmsgctxt "rules/gone/why"\nmsgid "Old"\nmsgstr "Older"\n')),
    ("placeholders differ", spoil("po/xx.po", r'^(msgstr "[^"\n]*)%1\$s', r"\1%2$s")),
    ("placeholders differ", spoil("po/knowledge/xx.po", r'^(msgstr "[^"\n]*)\{\w+\}', r"\1")),
    ("a negation may be lost", lose_negation),
    ("a negation may be lost", spoil("po/knowledge/xx.po", r" nix nix", " nix")),
    ("numbers differ, found 7, expected ", spoil("po/knowledge/xx.po",
                                                 r'^(msgstr "[^"\n]*)\b[1-9]\.[1-9]\b', r"\g<1>7")),
    ("occurs no longer", keep_old_pair),
    ("no negations of 'yy'", lambda root: lint.write(root, "po/LINGUAS", "yy\n")),
    ("other parts than", spoil("data/man/xx/leio-cli.1", r"^\.TP\n", "")),
    ("po/xx.po: is missing", lambda root: lint.write(root, "po/LINGUAS", "xx\n")),
]

if __name__ == "__main__":
    if "--list" in sys.argv[2:]:
        for a_language in list_all_languages(sys.argv[1]):
            for a_pair in check_language(sys.argv[1], a_language,
                                         catalogue.make_templates(sys.argv[1]))[1]:
                print(quote_pair(a_language, a_pair))
        sys.exit(0)
    lint.main(find_faults, PLANTS)
