# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""leio-cli in other languages: nothing stays English, numbers and days are written as people do.

The pseudo-language en@long gives every vowel an accent: a word with a plain one was never given to
gettext, and so could not be translated. Each language that is shipped is held against English, line
by line. What may be the same is listed in NAMES and in the sources of the knowledge base.
"""

import json
import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

import leiocli
from leiocli import CLI, EXAMPLES, KNOWLEDGE, SOURCE

sys.path.insert(0, str(SOURCE / 'po'))
import json2pot  # noqa: E402 (it lies with the catalogues)

LOCALES = Path(os.environ['LEIO_TEST_LOCALES'])
SHIPPED = sorted(path.name for path in (LOCALES / 'catalogues').iterdir()
                 if path.name not in ('en@long', 'ar'))
WORD = re.compile(r'[^\W\d_]{3,}')
PLAIN = re.compile(r'[A-Za-z]*[aeiouyAEIOUY][A-Za-z]*')
# Proper names, the id of the base, and the folder of the examples.
NAMES = {'Leio', 'leio', 'III', 'PMID', 'PDF', 'leiomyosarcoma', 'examples', 'cli'}


def load(name):
    return json.loads((KNOWLEDGE / name).read_text())


def list_names():
    """Texts that are names: of sources, of cases, and of what the base calls its things."""
    for source in load('evidence.json')['sources']:
        yield from (source[field] for field in ('authors', 'title', 'journal', 'id', 'doi',
                                                'volume', 'pages'))
        if not json2pot.WORDS.search(source['label']):
            yield source['label']
        yield from source.get('seen_at', [])
    for path in EXAMPLES:
        kase = json.loads(path.read_text())
        yield from (kase['label'], kase.get('notes', ''), path.name)


NAME_TEXTS = sorted({' '.join(name.split()) for name in list_names() if len(name) > 2},
                    key=len, reverse=True)


def speak(language, *arguments, locale='de_DE.UTF-8'):
    environment = dict(os.environ, LC_ALL=locale, LANGUAGE=language,
                       LOCPATH=str(LOCALES / 'system'), LEIO_LOCALE_DIR=str(LOCALES / 'catalogues'))
    done = subprocess.run([CLI, *map(str, arguments)], capture_output=True, timeout=120,
                          env=environment, check=False)
    return done.stdout.decode(), done.stderr.decode(), done.returncode


def commands():
    """All that is printed for people about the examples, and what else is to be read."""
    for reading in ('clinician', 'home'):
        for form in ('text', 'markdown'):
            yield ('evaluate', '--reading', reading, '--format', form, *EXAMPLES)
        for kind in ('board', 'pathway', 'evidence', 'whole'):
            for path in EXAMPLES:
                yield ('report', '--reading', reading, '--kind', kind, path)
    yield ('agenda', '--format', 'text', SOURCE / 'data/examples')
    yield ('knowledge',)
    yield ('read',)
    for page in load('home.json')['pages'][:3]:
        yield ('read', page['id'])
    yield ('evaluate', 'x.leio')
    yield ('xz',)


def without_names(text):
    """The text on one line, without Markdown's backslashes, addresses, names and listed ids."""
    text = re.sub(r'^  [a-z_]+  +', '', text, flags=re.M)
    text = re.sub(r'https?://\S+', ' ', ' '.join(text.replace('\\', '').split()))
    for name in NAME_TEXTS:
        text = text.replace(name, ' ')
    return text


def list_english(text):
    """Words with a plain vowel that are no names."""
    return sorted({word for word in WORD.findall(without_names(text))
                   if PLAIN.fullmatch(word) and word not in NAMES})


class Language(leiocli.TestCase):
    def test_everything_can_be_translated(self):
        for command in commands():
            out, err, _ = speak('en@long', *command)
            with self.subTest(command=command[:5]):
                self.assertGreater(len(out + err), 20)
                self.assertEqual(list_english(out + err), [])

    def test_numbers_and_days_are_local(self):
        out, _, _ = speak('en@long', 'report', '--kind', 'whole', self.write('c.leio', leiocli.case(
            {'site': 'uterus', 'size_cm': 8.5, 'metastasis': 'none'})))
        self.assertIn('8,5', out)

    def test_json_has_numbers_of_its_own(self):
        path = self.write('c.leio', leiocli.case({'site': 'uterus', 'size_cm': 8.5}))
        for command in (('evaluate', '--format', 'json', path), ('knowledge', '--format', 'json'),
                        ('agenda', '--format', 'json', self.path)):
            here, there = (json.loads(speak(language, *command, locale=locale)[0])
                           for language, locale in (('en', 'C.UTF-8'), ('en@long', 'de_DE.UTF-8')))
            self.assertEqual(list(numbers(here)), list(numbers(there)))


def numbers(value):
    """Every number, date and id in JSON, in its order: all that is no text for people."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield name
            yield from numbers(member)
    elif isinstance(value, list):
        for member in value:
            yield from numbers(member)
    elif not isinstance(value, str) or re.fullmatch(r'[\d.-]+', value):
        yield value


def list_lines(text):
    """Its lines; a member of a list that goes over several is one."""
    return [' '.join(line.split()) for line in re.sub(r'\n {4,}(?=\S)', ' ', text).splitlines()]


def list_same(english, other):
    """Lines of words that are the same in both, and are not made of names."""
    there = set(list_lines(english))
    for line in list_lines(other):
        if line in there and set(WORD.findall(without_names(line))) - NAMES:
            yield line


class Shipped(leiocli.TestCase):
    """Each language that is shipped; German days and numbers."""

    def allowed(self, language):
        """Words that are the same in both languages, one a line."""
        path = SOURCE / f'tests/same-{language}.txt'
        return {word for line in path.read_text().splitlines() if not line.startswith('#')
                for word in WORD.findall(line)}

    def test_no_line_stays_english(self):
        for language in SHIPPED:
            allowed = self.allowed(language)
            for command in commands():
                english, other = (''.join(speak(it, *command)[:2]) for it in ('en', language))
                with self.subTest(language=language, command=command[:5]):
                    self.assertEqual([it for it in list_same(english, other)
                                      if set(WORD.findall(without_names(it))) - NAMES - allowed],
                                     [])


@unittest.skipUnless('de' in SHIPPED, 'German is not shipped')
class German(leiocli.TestCase):
    """Numbers, days, the one and the many, and paper, as they are written in German."""

    def report(self, path, *arguments):
        return speak('de', 'report', '--kind', 'whole', *arguments, path)[0]

    def write_case(self, **answers):
        return self.write('c.leio', leiocli.case(
            {'site': 'uterus', 'metastasis': 'present', **answers}))

    def test_day(self):
        out, _, _ = speak('de', 'knowledge')
        day = load('knowledge.json')['review_date'].split('-')
        self.assertIn('.'.join(reversed(day)), out)

    def test_comma(self):
        self.assertIn('8,5 cm', self.report(self.write_case(size_cm=8.5)))
        self.assertIn('11 cm', self.report(self.write_case(size_cm=11)))

    def test_no_decimal_point(self):
        """But in versions, days, thousands, and what a source calls itself."""
        kept = re.compile(r'\b\d{1,2}\.\d{1,2}\.\d{4}\b|\b20\d\d\.\d\d\b|\b\d\d\.\d{3}\b|'
                          r'Leio [\d.]+|(?:Version|doi:?) ?[\w./-]+', re.I)
        for path in EXAMPLES:
            for reading in ('clinician', 'home'):
                with self.subTest(path=path.name, reading=reading):
                    text = kept.sub(' ', without_names(self.report(path, '--reading', reading)))
                    self.assertEqual(re.findall(r'\S*\d\.\d+\b\S*', text), [])

    def test_one_and_many(self):
        for count, words in ((1, '1 Herd'), (2, '2 Herde'), (21, '21 Herde')):
            with self.subTest(count=count):
                text = self.report(self.write_case(metastasis_sites=['lung'],
                                                   metastasis_count=count))
                self.assertRegex(text, rf'\b{words}\b')
                # No number goes with the other form, whatever is counted.
                self.assertNotRegex(text, r'(?<![\d,])1 (?:Behandlungen|Fragen|Antworten|Herde)\b|'
                                          r'\b(?:[2-9]|\d{2,}) (?:Behandlung|Frage|Antwort|Herd)\b')

    def test_paper(self):
        """A screen reader is told the language, and each page its number."""
        for form, tag in (('html', b'<html lang="de"'), ('pdf', b'/Lang (de)')):
            with self.subTest(form=form):
                path = self.path / f'c.{form}'
                speak('de', 'report', '--kind', 'board', '--format', form, '--output', path,
                      EXAMPLES[0])
                self.assertIn(tag, path.read_bytes())


if __name__ == '__main__':
    leiocli.main()
