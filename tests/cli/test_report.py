# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""leio-cli report: what a board files, as PDF, HTML, Markdown and text, and without a display."""

import html.parser
import os
import re
import subprocess
import unittest

import leiocli
from leiocli import CLI, EXAMPLES, case, run

GERMAN = 'Größe unklar: „Übergangsfall“ für Köln'
ARABIC = 'المريضة تفضل البقاء'
MARKUP = '<script>alert("1")</script> & <b>bold</b>'
LONG = case({'site': 'uterus', 'size_cm': 8.5, 'metastasis': 'none'}, label='A long story',
            notes='\n'.join(f'{i}. {GERMAN} and some more words to fill the line.'
                            for i in range(400)))
MIXED = case({'site': 'uterus', 'size_cm': 8.5, 'metastasis': 'none'}, label=f'{GERMAN} {ARABIC}',
             notes=f'{GERMAN}\n{ARABIC}\n{MARKUP}\n\u202eabc\u202c \u0007 bell')
SIZES = {'a4': '595.276 x 841.89', 'letter': '612 x 792'}
KINDS = ('board', 'pathway', 'evidence', 'whole', 'questions', 'handout')
INTENDED = 'it has not been certified as a medical device'


def ask(tool, path, *options):
    return subprocess.run([tool, *options, str(path), *(['-'] if tool == 'pdftotext' else [])],
                          capture_output=True, check=True, timeout=60).stdout.decode()


def info(path):
    return dict(line.split(':', 1) for line in ask('pdfinfo', path).splitlines() if ':' in line)


def flat(text):
    return ' '.join(text.split())


class Page(html.parser.HTMLParser):
    """The elements of a page and its text; what is opened is closed."""
    VOID = {'meta'}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.seen, self.attributes, self.words = [], set(), [], []
        self.feed(text)
        self.close()
        assert self.open == [], self.open

    def handle_starttag(self, tag, attributes):
        self.seen.add(tag)
        self.attributes += attributes
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        if 'style' not in self.open:
            self.words.append(data)


class Report(leiocli.TestCase):
    def report(self, kase, *options, name='case.leio'):
        path = kase if not isinstance(kase, dict) else self.write(name, kase)
        out = self.path / 'out'
        self.assert_fine(run('report', path, '-o', out, *options))
        return out


class Pdf(Report):
    def test_page_of_an_ordinary_case_is_one_side(self):
        for example in EXAMPLES:
            for size in SIZES:
                with self.subTest(example.name, size=size):
                    pages = int(info(self.report(example, '-f', 'pdf', '--paper', size))['Pages'])
                    # One that touches nearly every group takes both sides of a sheet.
                    most = 2 if example.stem == 'metastatic-first-line' else 1
                    self.assertLessEqual(pages, most)

    def test_is_tagged_named_and_of_its_size(self):
        for kind in KINDS:
            for size, points in SIZES.items():
                with self.subTest(kind, size=size):
                    path = self.report(MIXED, '-f', 'pdf', '--kind', kind, '--paper', size)
                    facts = info(path)
                    self.assertEqual(facts['Tagged'].strip(), 'yes')
                    self.assertIn(GERMAN, facts['Title'])
                    self.assertIn(ARABIC, facts['Title'])
                    self.assertIn(points, facts['Page size'])
                    self.assertTrue(b"/Lang (en)" in path.read_bytes())
                    self.assertIn(facts['JavaScript'].strip(), ('no', 'none'))

    def test_every_font_is_in_the_file(self):
        for kase in (MIXED, LONG, case({}, label='')):
            lines = ask('pdffonts', self.report(kase, '-f', 'pdf')).splitlines()[2:]
            self.assertTrue(lines)
            for line in lines:
                self.assertEqual(line.split()[-5], 'yes', line)

    def test_text_is_read_in_order(self):
        text = flat(ask('pdftotext', self.report(EXAMPLES[0], '-f', 'pdf')))
        words = ['Board page', 'Facts', 'Recommended (', 'Still open (', 'Decision of the board',
                 'Sources', 'Leio explains published guidance', INTENDED, 'Knowledge base',
                 'Made with Leio']
        places = [text.find(word) for word in words]
        self.assertNotIn(-1, places)
        self.assertEqual(places, sorted(places))

    def test_structure_has_the_text_in_order(self):
        text = flat(ask('pdfinfo', self.report(EXAMPLES[0], '-f', 'pdf'), '-struct-text'))
        places = [text.find(word) for word in ('Document', 'H1', 'H2', '"Facts"', 'Recommended')]
        self.assertNotIn(-1, places)
        self.assertEqual(places, sorted(places))

    def test_words_have_no_ligatures(self):
        kase = case({}, label='office fifth flight waffle')
        text = ask('pdftotext', self.report(kase, '-f', 'pdf'))
        self.assertIn('office fifth flight waffle', text)

    def test_german_and_arabic_can_be_searched(self):
        text = ask('pdftotext', self.report(MIXED, '-f', 'pdf'))
        self.assertIn(GERMAN, flat(text))
        # pdftotext puts marks of direction around it.
        self.assertIn(ARABIC, flat(re.sub('[\u200e\u200f\u202a-\u202e]', '', text)))
        self.assertIn('<script>alert("1")</script>', flat(text))

    def test_a_long_case_goes_on_and_repeats_what_must_stand(self):
        path = self.report(LONG, '-f', 'pdf', '--kind', 'whole')
        pages = ask('pdftotext', path).split('\f')[:-1]
        self.assertGreater(len(pages), 5)
        self.assertEqual(len(pages), int(info(path)['Pages']))
        for number, page in enumerate(pages, 1):
            self.assertIn(f'Page {number} of {len(pages)}', page)
            self.assertIn(INTENDED, flat(page))
        text = flat(' '.join(pages))
        for i in range(400):
            self.assertIn(f'{i}. Größe', text)

    def test_no_heading_is_alone_at_the_foot_of_a_page(self):
        for example in EXAMPLES:
            text = ask('pdftotext', self.report(example, '-f', 'pdf', '--kind', 'whole'), '-layout')
            for page in text.split('\f')[:-1]:
                body = page.split('Leio explains published')[0].rstrip().splitlines()
                self.assertNotRegex(body[-1], r'^\S.* \(\d+\)$')

    def test_an_empty_case_is_one_page(self):
        path = self.report(case({}, label=''), '-f', 'pdf')
        self.assertEqual(int(info(path)['Pages']), 1)
        self.assertIn('Case without a label', ask('pdftotext', path))

    def test_a_megabyte_of_notes_is_cut_and_says_so(self):
        for notes in ('word ' * 200000, 'ا' * 400000, 'line\n' * 200000):
            path = self.report(case({}, notes=notes), '-f', 'pdf', '--kind', 'whole')
            self.assertLess(int(info(path)['Pages']), 150)
            self.assertIn('all of them are in the case', flat(ask('pdftotext', path)))

    def test_sources_can_be_followed(self):
        links = ask('pdfinfo', self.report(EXAMPLES[0], '-f', 'pdf', '--kind', 'evidence'), '-url')
        self.assertGreater(links.count('https://doi.org/'), 5)

    def test_the_same_case_gives_the_same_file(self):
        os.environ['SOURCE_DATE_EPOCH'] = '1780000000'
        try:
            files = [self.report(EXAMPLES[0], '-f', 'pdf').read_bytes() for _ in range(2)]
            text = run('report', EXAMPLES[0]).out
        finally:
            del os.environ['SOURCE_DATE_EPOCH']
        self.assertEqual(*files)
        self.assertIn('on 2026-05-28.', text)

    def test_needs_no_display(self):
        environment = {name: value for name, value in os.environ.items()
                       if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'XDG_RUNTIME_DIR')}
        done = subprocess.run([CLI, 'report', '-f', 'pdf', EXAMPLES[0]], env=environment,
                              capture_output=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, b''))
        self.assertTrue(done.stdout.startswith(b'%PDF'))


class Text(Report):
    def test_html_is_well_formed_and_harmless(self):
        for kind in KINDS:
            for kase in (MIXED, EXAMPLES[0], case({}, label='')):
                text = self.report(kase, '-f', 'html', '--kind', kind).read_text()
                page = Page(text)
                self.assertTrue({'script', 'img', 'iframe', 'link'}.isdisjoint(page.seen))
                self.assertFalse([name for name, _ in page.attributes if name.startswith('on')])
                self.assertIn(('lang', 'en'), page.attributes)
                self.assertIn(('dir', 'ltr'), page.attributes)
                self.assertIn(('name', 'viewport'), page.attributes)
                self.assertIn(INTENDED, flat(''.join(page.words)))

    def test_html_shows_what_was_written(self):
        words = flat(''.join(Page(self.report(MIXED, '-f', 'html').read_text()).words))
        for written in (GERMAN, ARABIC, MARKUP):
            self.assertIn(written, words)
        self.assertNotIn('\u0007', words)

    def test_all_forms_say_the_same(self):
        words = re.compile(r'[\w%]+')
        for kind in ('board', 'evidence'):
            said = {}
            for form in ('text', 'markdown'):
                text = self.report(EXAMPLES[0], '-f', form, '--kind', kind).read_text()
                said[form] = set(words.findall(text))
            page = Page(self.report(EXAMPLES[0], '-f', 'html', '--kind', kind).read_text())
            more = set(words.findall(' '.join(page.words))) - said['text'] - said['markdown']
            self.assertLessEqual(more, {'Board', 'page', 'Evidence', 'list'})

    def test_every_report_says_what_must_stand(self):
        for kind in KINDS:
            for form in ('text', 'markdown'):
                for reading in ('clinician', 'home'):
                    text = flat(self.report(EXAMPLES[0], '-f', form, '--kind', kind,
                                            '--reading', reading).read_text())
                    self.assertIn(INTENDED, text)
                    self.assertIn('2026.11', text)

    def test_the_decision_is_on_the_page(self):
        kase = case({'site': 'uterus', 'size_cm': 8.5, 'metastasis': 'none'}, decision={
            'date': '2026-11-25', 'entries': [
                {'treatment': 'hysterectomy', 'name': 'Total hysterectomy', 'verdict': 'chosen',
                 'sequence': 1, 'reason': 'patient_wish', 'reason_text': 'she wants it soon'}]})
        text = flat(self.report(kase).read_text())
        self.assertIn('2026-11-25', text)
        self.assertIn('she wants it soon', text)
        self.assertIn('Decision: ………', flat(self.report(EXAMPLES[0]).read_text()))


class Output(Report):
    def test_several_go_into_a_folder(self):
        folder = self.path / 'reports'
        folder.mkdir()
        self.assert_fine(run('report', *EXAMPLES[:2], '-f', 'html', '-o', folder))
        self.assertEqual(sorted(path.name for path in folder.iterdir()),
                         sorted(path.stem + '.html' for path in EXAMPLES[:2]))

    def test_two_of_one_name_do_not_replace_each_other(self):
        first, second = self.path / 'a', self.path / 'b'
        for folder, label in ((first, 'The first'), (second, 'The second')):
            folder.mkdir()
            (folder / 'x.leio').write_bytes(leiocli.line(case({}, label=label)))
        done = run('report', first / 'x.leio', second / 'x.leio', '-o', self.path)
        self.assertEqual(done.code, 2)
        self.assertIn('is the report on another case of that name', done.err)
        self.assertIn('The first', (self.path / 'x.txt').read_text())

    def test_a_bad_case_is_told_and_the_others_go_on(self):
        bad = self.write('bad.leio', b'{')
        done = run('report', bad, EXAMPLES[0], '-o', self.path)
        self.assertEqual(done.code, 2)
        self.assertIn('bad.leio', done.err)
        self.assertTrue((self.path / (EXAMPLES[0].stem + '.txt')).exists())

    def test_what_cannot_be_written_is_told(self):
        done = run('report', EXAMPLES[0], '-o', self.path / 'no' / 'such' / 'file')
        self.assertEqual(done.code, 2)
        self.assertIn('No such file', done.err)

    def test_wrong_usage(self):
        for options, words in ((['--kind', 'poem'], "found 'poem', expected one of board"),
                               (['--paper', 'a5'], "found 'a5', expected one of a4, letter"),
                               (['--format', 'json'], "found 'json', expected one of text")):
            done = run('report', EXAMPLES[0], *options)
            self.assertEqual(done.code, 2)
            self.assertIn(words, done.err)
        done = run('report', *EXAMPLES[:2], '-f', 'pdf')
        self.assertEqual(done.code, 2)
        self.assertIn('expected --output with a folder', done.err)


if __name__ == '__main__':
    leiocli.main()
