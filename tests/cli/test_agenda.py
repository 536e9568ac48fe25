# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""leio-cli agenda: the rows of a meeting, in order, and broken ones among them."""

import json
import os
import shutil
import time

import leiocli
from leiocli import EXAMPLES, SOURCE, case, run

BROKEN = {
    'empty': (b'', 'the text is empty, expected JSON'),
    'words': (b'A woman of 54', 'line 1, column 1: found'),
    'not-utf-8': (b'{"label": "M\xfcller"}', 'a byte that is not UTF-8, expected UTF-8 text'),
    'nul': (b'{"label": "\0"}', 'line 1, column'),
    'list': (b'[]', 'found a list, expected an object'),
    'other-format': (b'{"format": "leio-evaluation", "answers": {}}', "expected 'leio-case'"),
    'newer': (b'{"version": 2, "answers": {}}', 'version: found 2'),
    'no-answers': (b'{"label": "x"}', 'answers: missing, expected an object'),
    'question': (case({'sice_cm': 3}), "unknown question 'sice_cm', did you mean 'size_cm'?"),
    'value': (case({'site': 'uterush'}), "answers: site: "),
    'range': (case({'size_cm': -1}), 'answers: size_cm: found -1, expected'),
    'other-base': (case(knowledge={'id': 'other'}), "found 'other', expected 'leiomyosarcoma'"),
    'too-large': (b' ' * (4 * 1024 * 1024 + 1), 'at most 4194304 are read'),
}


class Agenda(leiocli.TestCase):
    def rows(self, path, code=0):
        result = run('agenda', path, '--format', 'json')
        self.assertEqual((result.code, result.err), (code, ''))
        report = json.loads(result.out)
        self.assertEqual((report['format'], report['version']), ('leio-agenda-report', 1))
        return report['cases']

    def test_examples(self):
        rows = self.rows(SOURCE / 'data/examples')
        labels = {json.loads(path.read_text())['label'] for path in EXAMPLES}
        self.assertEqual({row['label'] for row in rows}, labels)
        for row in rows:
            with self.subTest(case=row['file']):
                self.assertTrue(row['summary'] and row['missing'])
                self.assertLessEqual(row['settles'], row['open'])
                for question in row['questions']:
                    self.assertIsInstance(question, str)

    def test_what_is_named_settles(self):
        """Any answer to what is asked for leaves at most the treatments that were not counted."""
        for row in self.rows(SOURCE / 'data/examples'):
            path = SOURCE / 'data/examples' / row['file']
            kase = json.loads(path.read_text())
            questions = json.loads(
                (SOURCE / 'data/knowledge/leiomyosarcoma/questions.json').read_text())['questions']
            for take in (0, -1):
                for question in questions:
                    if question['id'] in row['questions']:
                        values = [value['id'] for value in question.get('values', [])]
                        answer = {'number': question.get('min', 0) if take == 0
                                  else question.get('max', 0),
                                  'set': values[:1] if take == 0 else values[-1:]}
                        kase['answers'][question['id']] = answer.get(
                            question['kind'], values[take] if values else None)
                evaluation = json.loads(
                    run('evaluate', '-f', 'json', self.write('case.leio', kase)).out)
                still = sum(len(it['possible']) > 1 for it in evaluation['treatments'])
                with self.subTest(case=row['file'], take=take):
                    self.assertLessEqual(still, row['open'] - row['settles'])

    def test_broken_rows(self):
        for name, (data, _) in BROKEN.items():
            self.write(name + '.leio', data)
        self.write('a-good-one.leio', case({'site': 'uterus'}))
        self.write('z-good-one.leio', case({'site': 'uterus'}))
        (self.path / 'folder.leio').mkdir()
        os.mkfifo(self.path / 'pipe.leio')
        (self.path / 'gone.leio').symlink_to('nowhere')
        expected = {name + '.leio': words for name, (_, words) in BROKEN.items()}
        expected |= {'folder.leio': 'found a folder, expected a file',
                     'pipe.leio': 'found a device or pipe, expected a file',
                     'gone.leio': 'the file is missing'}
        rows = {row['file']: row for row in self.rows(self.path, 1)}
        self.assertEqual(len(rows), len(expected) + 2)
        for name, words in expected.items():
            with self.subTest(case=name):
                self.assertIn(words, rows[name]['error'])
                self.assertNotIn('summary', rows[name])
        for name in ('a-good-one.leio', 'z-good-one.leio'):
            self.assertIn('missing', rows[name])

    def test_order_of_file(self):
        for name in ('a', 'b', 'c'):
            self.write(name + '.leio', case())
        path = self.write('Board.leio-agenda', {
            'format': 'leio-agenda', 'version': 1, 'title': 'Board 12', 'date': '2026-11-25',
            'cases': ['c.leio', str(self.path / 'a.leio'), 'missing.leio']})
        rows = self.rows(path, 1)
        self.assertEqual([row['file'] for row in rows], ['c.leio', 'a.leio', 'missing.leio'])
        self.assertEqual(rows[2]['error'], 'the file is missing')

    def test_bad_agenda(self):
        path = self.write('x.leio-agenda', {'format': 'leio-agenda', 'cases': ['../x.leio']})
        result = run('agenda', path)
        self.assertEqual((result.code, result.out), (2, ''))
        self.assertIn("x.leio-agenda: cases: 1: found '../x.leio', expected", result.err)
        result = run('agenda', self.path / 'nothing')
        self.assertEqual(result.code, 2)
        self.assertIn('the file is missing', result.err)

    def test_readable_forms(self):
        self.write('a.leio', case({'site': 'uterus'}, label='Board *3*'))
        self.write('b.leio', b'[')
        text = run('agenda', self.path).out
        self.assertIn('1. Board *3*', text)
        self.assertIn('b.leio cannot be opened: line 1, column 2', text)
        self.assertIn('does not replace their judgement', text.replace('\n', ' '))
        markdown = run('agenda', '--format', 'markdown', self.path).out
        self.assertIn('## 1. Board \\*3\\*', markdown)

    def test_pages(self):
        self.write('a.leio', case({'site': 'uterus'}, label='Müller & <b>'))
        self.write('b.leio', b'[')
        page = run('agenda', '--format', 'html', self.path).out
        self.assertIn('1. Müller &amp; &lt;b&gt;', page)
        self.assertIn('b.leio cannot be opened', page)
        path = self.path / 'agenda.pdf'
        for paper in ('a4', 'letter'):
            result = run('agenda', '--format', 'pdf', '--paper', paper, '-o', path, self.path)
            self.assertEqual((result.code, result.out, result.err), (1, '', ''))
            self.assertTrue(path.read_bytes().startswith(b'%PDF'))
        result = run('agenda', '--format', 'html', '-o', self.path / 'no/such', self.path)
        self.assertEqual(result.code, 2)

    def test_empty_folder(self):
        result = run('agenda', self.path)
        self.assertEqual((result.code, result.err), (0, ''))
        self.assertIn('There is no case on this agenda.', result.out)

    def test_long_notes(self):
        notes = 'Ω\u202e' * 200_000
        self.write('a.leio', case({'site': 'uterus'}, notes=notes, label='\u202eA\u0007\u0085B'))
        row = self.rows(self.path)[0]
        self.assertNotIn('error', row)
        text = run('agenda', self.path).out
        self.assertNotIn('\u0007', text)
        self.assertNotIn('\u0085', text)

    def test_five_hundred(self):
        for i in range(500):
            shutil.copy(EXAMPLES[i % len(EXAMPLES)], self.path / f'case {i}.leio')
        begun = time.monotonic()
        rows = self.rows(self.path)
        self.assertLess(time.monotonic() - begun, 20)
        self.assertEqual([row['file'] for row in rows[:3]],
                         ['case 0.leio', 'case 1.leio', 'case 2.leio'])
        self.assertEqual(rows[-1]['file'], 'case 499.leio')


if __name__ == '__main__':
    leiocli.main()
