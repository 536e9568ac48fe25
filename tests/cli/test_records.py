#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""leio-cli records, decisions in evaluate, and cases made with an older knowledge base."""

import csv
import io
import json
import os
import shutil

import leiocli

ANSWERS = {'site': 'uterus', 'histology': 'confirmed', 'metastasis': 'none', 'size_cm': 8.5}
OLD = {'id': 'leiomyosarcoma', 'version': '2026.5'}


def decision(**members):
    made = {
        'date': '2026-11-25',
        'participants': ['surgeon', 'patient'],
        'next_step': 'Operation',
        'entries': [
            {'treatment': 'hysterectomy', 'name': 'Hysterectomy', 'verdict': 'declined'},
            {'treatment': 'doxorubicin', 'verdict': 'chosen', 'sequence': 1},
        ],
        'advice': {
            'knowledge': OLD,
            'statuses': {'hysterectomy': 'recommended', 'doxorubicin': ['option', 'not_advised']},
        },
    }
    made.update(members)
    return made


class Records(leiocli.TestCase):
    def read(self, result):
        return list(csv.DictReader(io.StringIO(result.out, newline='')))

    def test_a_line_a_treatment(self):
        self.write('b.leio', leiocli.case(ANSWERS, decision=decision()))
        self.write('a.leio', leiocli.case(ANSWERS))
        self.write('notes.txt', b'not a case')
        result = leiocli.run('records', self.path)
        self.assert_fine(result)
        rows = self.read(result)
        self.assertEqual([(row['file'], row['treatment'], row['verdict'], row['sequence'],
                           row['advised'], row['departure'], row['complete']) for row in rows],
                         [('b.leio', 'doxorubicin', 'chosen', '1', 'option not_advised', '', 'no'),
                          ('b.leio', 'hysterectomy', 'declined', '', 'recommended', 'left_out',
                           'no')])
        self.assertTrue(all(line.endswith('\r') for line in result.out.rstrip('\n').split('\n')))

    def test_any_text_comes_back(self):
        text = 'He said "no",\nthen; \t“perhaps” ‏نعم'
        self.write('a.leio', leiocli.case(ANSWERS, decision=decision(next_step=text)))
        rows = self.read(leiocli.run('records', self.path))
        self.assertEqual({row['next_step'] for row in rows}, {text})

    def test_no_cell_is_a_formula(self):
        for text in ('=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'):
            entries = [{'treatment': text, 'name': text, 'verdict': 'chosen', 'reason_text': text,
                        'follow_up': {'note': text}, 'alternatives': [text]}]
            path = self.write('a.leio', leiocli.case(
                {}, label=text, decision=decision(entries=entries, next_step=text,
                                                  participants_note=text)))
            for row in self.read(leiocli.run('records', path)):
                for name, cell in row.items():
                    self.assertNotRegex(cell, r'^[=+\-@\t\r]', name)

    def test_a_decision_on_no_treatment(self):
        self.write('a.leio', leiocli.case(ANSWERS, decision=decision(entries=[])))
        rows = self.read(leiocli.run('records', self.path))
        self.assertEqual([(row['treatment'], row['next_step'], row['complete']) for row in rows],
                         [('', 'Operation', 'yes')])

    def test_bad_files_are_told_and_the_rest_done(self):
        self.write('a.leio', leiocli.case(ANSWERS, decision=decision()))
        self.write('b.leio', b'{"answers": ')
        self.write('c.leio', leiocli.case(ANSWERS, decision=decision(date='soon')))
        os.mkdir(self.path / 'd.leio')
        result = leiocli.run('records', self.path, self.path / 'missing.leio')
        self.assertEqual(result.code, 1)
        self.assertEqual(len(self.read(result)), 2)
        for part in ('b.leio: line 1', "c.leio: decision: date: found 'soon', expected a day",
                     'd.leio: found a folder', 'missing.leio: the file is missing'):
            self.assertIn(part, result.err)
        self.assertEqual(result.err.count('\n'), 4)

    def test_usage(self):
        self.assertEqual(leiocli.run('records').code, 2)
        self.assertEqual(leiocli.run('records', '--format', 'json', self.path).code, 2)


class Evaluate(leiocli.TestCase):
    def test_the_decision_is_told(self):
        path = self.write('a.leio', leiocli.case(ANSWERS, decision=decision()))
        result = leiocli.run('evaluate', path)
        self.assert_fine(result)
        text = ' '.join(result.out.split())
        for part in ('Decision of 2026-11-25', '1. Doxorubicin: chosen. In the advice it was an '
                     'option or not advised.',
                     'Total hysterectomy: declined. Departs from the advice: it was recommended.',
                     'Hysterectomy: the reason is missing.', 'Took part: Surgeon, the person '
                     'concerned', 'Next step: Operation',
                     'Decided with version 2026.5 of the knowledge base.'):
            self.assertIn(part, text)
        home = leiocli.run('evaluate', '--reading', 'home', path).out
        self.assertIn('What the team decided on 2026-11-25', home)
        self.assertNotIn('Departs', home)
        self.assertNotIn('missing', home)

    def test_json_has_the_decision(self):
        path = self.write('a.leio', leiocli.case(ANSWERS, decision=decision()))
        found = json.loads(leiocli.run('evaluate', '--format', 'json', path).out)
        self.assertEqual(found['decision']['entries'][0]['treatment'], 'doxorubicin')
        self.assertFalse(found['decision']['complete'])
        self.assertNotIn('changed_since', found)

    def test_an_older_case_tells_what_changed(self):
        now = json.loads(leiocli.run('evaluate', '--format', 'json', self.write(
            'now.leio', leiocli.case(ANSWERS))).out)
        old = {item['id']: item['possible'] for item in now['treatments']
               if item['possible'] != ['not_relevant']}
        changed = next(iter(old))
        old[changed] = ['contraindicated'] if old[changed] != ['contraindicated'] else ['option']
        old['bloodletting'] = 'recommended'
        past = [{'knowledge': OLD, 'answers': ANSWERS, 'statuses': old,
                 'names': {'bloodletting': 'Blood letting'}}]
        path = self.write('old.leio', leiocli.case(ANSWERS, knowledge=OLD, advice=past))
        found = json.loads(leiocli.run('evaluate', '--format', 'json', path).out)['changed_since']
        self.assertEqual((found['version'], found['same_answers']), ('2026.5', True))
        self.assertEqual([change['id'] for change in found['changes']], [changed, 'bloodletting'])
        text = ' '.join(leiocli.run('evaluate', path).out.split())
        self.assertIn('2 treatments are advised differently than version 2026.5', text)
        self.assertIn('Blood letting: was recommended, is not in the knowledge base any more', text)

    def changed(self, older, case):
        result = leiocli.run('evaluate', '--format', 'json', '--against', older, case)
        self.assert_fine(result)
        found = json.loads(result.out)['changed_since']
        self.assertEqual((found['version'], found['same_answers']), ('2026.5', True))
        return found['changes']

    def test_against_an_older_base(self):
        older = self.path / 'older'
        shutil.copytree(leiocli.KNOWLEDGE, older)
        about = json.loads((older / 'knowledge.json').read_text())
        about['version'] = '2026.5'
        (older / 'knowledge.json').write_text(json.dumps(about))
        case = self.write('a.leio', leiocli.case({'symptoms': ['cord_compression']}))
        self.assertEqual(self.changed(older, case), [])

        centre = json.loads((older / 'rules/centre.json').read_text())
        rule, = [rule for rule in centre['rules'] if rule['id'] == 'emergency-cord']
        rule['effect'] = 'advises_against'
        (older / 'rules/centre.json').write_text(json.dumps(centre))
        change, = self.changed(older, case)
        self.assertEqual((change['id'], change['from'], change['to']),
                         ('emergency_referral', ['not_advised'], ['recommended']))
        self.assertEqual(change['text'],
                         'Emergency referral: was not advised, is now recommended')
        self.assertIn('within 24 hours', change['reason'])

    def test_against_what_is_no_base(self):
        self.assertEqual(leiocli.run('evaluate', '--against', self.path, leiocli.EXAMPLES[0]).code,
                         2)

    def test_against_a_base_that_lacks_an_answer(self):
        result = leiocli.run('evaluate', '--against', leiocli.SAMPLE, leiocli.EXAMPLES[0])
        self.assertEqual(result.code, 2)
        self.assertIn('of the knowledge base: answers: unknown question', result.err)


leiocli.main()
