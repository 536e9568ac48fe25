# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""leio-cli audit and compare: findings, witnesses, properties from outside, exit codes."""

import json
import shutil

import leiocli
from leiocli import KNOWLEDGE, SAMPLE, STATUSES, run


class Audit(leiocli.TestCase):
    def copy(self, name='base'):
        target = self.path / name
        shutil.copytree(SAMPLE, target)
        return target

    def edit(self, path, change):
        data = json.loads(path.read_text())
        change(data)
        path.write_text(json.dumps(data))

    def audit(self, *arguments):
        result = run('audit', '--format', 'json', *arguments)
        self.assertEqual(result.err, '')
        return result.code, json.loads(result.out)

    def test_the_shipped_base_has_no_violation(self):
        code, told = self.audit()
        self.assertEqual((code, told['n_violations']), (0, 0), told['findings'])
        self.assertEqual((told['format'], told['version']), ('leio-audit', 1))
        self.assertEqual(told['knowledge'], {'id': 'leiomyosarcoma', 'version': '2026.11'})
        self.assertGreater(int(told['n_cases']), 10**15)
        for member in [
            'n_warnings',
            'n_questions',
            'n_treatments',
            'n_rules',
            'n_sources',
            'n_properties',
            'n_nodes',
        ]:
            self.assertIs(type(told[member]), int)

    def test_text_ends_in_the_numbers(self):
        result = run('audit')
        self.assert_fine(result)
        self.assertRegex(
            result.out.splitlines()[-1],
            r'^leiomyosarcoma 2026\.11: \d+ complete cases, 0 violations, \d+ warnings?$',
        )

    def test_a_property_that_does_not_hold(self):
        name = self.write(
            'more.json',
            {
                'properties': [
                    {
                        'id': 'nobody-is-irradiated',
                        'if': 'always',
                        'why': 'A wrong claim.',
                        'then': {
                            'treatment': 'preoperative_radiation',
                            'in': ['not_relevant', 'not_advised', 'contraindicated'],
                        },
                    }
                ]
            },
        )
        witnesses = self.path / 'a' / 'witnesses'
        code, told = self.audit('--properties', name, '--witness', witnesses)
        self.assertEqual((code, told['n_violations']), (1, 1))
        finding = told['findings'][0]
        self.assertEqual(
            (finding['kind'], finding['severity'], finding['subject']),
            ('property', 'violation', 'nobody-is-irradiated'),
        )
        self.assertGreater(int(finding['cases']), 0)
        self.assertTrue(0 < finding['share'] < 1)
        # The witness is a case, the same that was written, and shows what it is for.
        written = [path for path in witnesses.iterdir() if 'nobody-is-irradiated' in path.name]
        self.assertEqual(len(written), 1)
        self.assertEqual(json.loads(written[0].read_text()), finding['witness'])
        shown = json.loads(run('evaluate', '--format', 'json', written[0]).out)
        status = {treatment['id']: treatment['status'] for treatment in shown['treatments']}
        self.assertIn(status['preoperative_radiation'], ['recommended', 'option', 'trial_only'])

    def test_text_names_the_violation(self):
        name = self.write(
            'more.json',
            {
                'properties': [
                    {
                        'id': 'wrong',
                        'if': 'always',
                        'then': {'treatment': 'morcellation', 'in': ['recommended']},
                    }
                ]
            },
        )
        result = run('audit', '--properties', name)
        self.assertEqual((result.code, result.err), (1, ''))
        self.assertTrue(result.out.startswith('violation: property: '), result.out)
        self.assertIn('1 violation, ', result.out.splitlines()[-1])

    def test_a_clash_and_its_witness(self):
        base = self.copy()
        self.edit(
            base / 'rules/first.json',
            lambda data: data['rules'].append(
                {
                    'id': 'against',
                    'treatment': 'excision',
                    'effect': 'advises_against',
                    'when': 'always',
                    'why': 'To clash.',
                    'plain': 'To clash.',
                    'evidence': ['guide-2021'],
                }
            ),
        )
        code, told = self.audit('--knowledge', base)
        self.assertEqual(code, 1)
        clashes = [finding for finding in told['findings'] if finding['kind'] == 'clash']
        self.assertTrue(clashes)
        for finding in clashes:
            self.assertEqual(finding['witness']['knowledge']['id'], 'sample')
            self.assertIn('against', finding['rules'])

    def test_bad_arguments(self):
        good = self.write('good.json', {'properties': []})
        bad = self.write(
            'bad.json',
            {
                'properties': [
                    {
                        'id': 'x',
                        'if': 'nonsense',
                        'then': {'treatment': 'excision', 'in': ['option']},
                    }
                ]
            },
        )
        for arguments, message in [
            (['--properties', self.path / 'missing.json'], 'missing.json'),
            (['--properties', bad], 'nonsense'),
            (['--properties', good, '--witness', good / 'below'], str(good / 'below')),
        ]:
            with self.subTest(arguments=arguments):
                result = run('audit', *arguments)
                self.assertEqual(result.code, 2)
                self.assertIn(message, result.err)

    def test_a_base_equals_itself(self):
        for base in [SAMPLE, KNOWLEDGE]:
            result = run('compare', base, base)
            self.assert_fine(result)
            self.assertEqual(result.out, 'Both advise the same in every case.\n')

    def test_differences_have_witness_and_share(self):
        base = self.copy()

        def weaken(data):
            for rule in data['rules']:
                if rule['effect'] == 'recommends':
                    rule['effect'] = 'offers'

        self.edit(base / 'rules/first.json', weaken)
        result = run('compare', SAMPLE, base, '--format', 'json')
        told = json.loads(result.out)
        self.assertEqual((result.code, told['format'], told['version']), (1, 'leio-comparison', 1))
        self.assertTrue(told['differences'])
        for difference in told['differences']:
            self.assertEqual((difference['from'], difference['to']), ('recommended', 'option'))
            self.assertTrue(0 < difference['share'] <= 1)
            self.assertLessEqual(int(difference['cases']), int(told['n_cases']))
            witness = self.write('witness.leio', difference['witness'])
            for folder, status in [(SAMPLE, difference['from']), (base, difference['to'])]:
                shown = json.loads(
                    run('evaluate', '--format', 'json', '--knowledge', folder, witness).out
                )
                statuses = {one['id']: one['status'] for one in shown['treatments']}
                self.assertEqual(statuses[difference['treatment']], status)
                self.assertIn(status, STATUSES)
        text = run('compare', SAMPLE, base)
        self.assertEqual(text.code, 1)
        self.assertRegex(text.out, r'^\w+: recommended → option \(\d+ cases, [\d.e-]+ % of all\)\n')

    def test_more_variables_than_diagrams_can_have(self):
        base = self.copy()
        first = self.first_question('set')
        values = [{'id': f'v{i}', 'label': f'V{i}'} for i in range(64)]

        def multiply(data):
            data['questions'] += [{**first, 'id': f's{i}', 'values': values} for i in range(64)]

        self.edit(base / 'questions.json', multiply)
        for command in [['audit'], ['batch']]:
            result = run(*command, '--knowledge', base, data='')
            self.assertEqual((result.code, result.out), (2, ''))
            self.assertRegex(result.err, r'the questions have \d+ variables .* at most 4096')

    def edit_question(self, base, id_, change):
        self.edit(
            base / 'questions.json',
            lambda data: change(next(q for q in data['questions'] if q['id'] == id_)),
        )

    def first_question(self, kind):
        questions = json.loads((SAMPLE / 'questions.json').read_text())['questions']
        return next(question for question in questions if question['kind'] == kind)

    def test_questions_that_cannot_be_compared(self):
        number = self.first_question('number')['id']
        choice = self.first_question('choice')['id']
        values = [{'id': f'v{i}', 'label': f'V{i}'} for i in range(64)]
        for name, id_, change, words in [
            ('kind', choice, lambda q: q.update(kind='scale'), 'another kind'),
            ('unit', number, lambda q: q.update(unit='miles'), 'another unit'),
            ('values', choice, lambda q: q.update(values=q['values'] + values[:60]), None),
            ('too-many', choice, lambda q: q.update(values=q['values'] + values[4:]),
             'more than 64 values'),
        ]:
            with self.subTest(name):
                base = self.copy(name)
                self.edit_question(base, id_, change)
                other = self.path / 'values' if name == 'too-many' else SAMPLE
                result = run('compare', other, base)
                if words is None:
                    self.assert_fine(result)
                else:
                    self.assertEqual((result.code, result.out), (2, ''))
                    self.assertIn(words, result.err)
                    self.assertIn(id_, result.err)

    def test_a_value_that_only_one_base_has_makes_no_difference(self):
        base = self.copy()
        choice = self.first_question('choice')['id']
        rule = json.loads((SAMPLE / 'rules/first.json').read_text())['rules'][0]
        rule.update(id='only-here', when=f'{choice} = only_here', effect='rules_out')
        rule.pop('overrides', None)
        self.edit_question(
            base, choice, lambda q: q['values'].append({'id': 'only_here', 'label': 'Only here'})
        )
        self.edit(base / 'rules/first.json', lambda data: data['rules'].append(rule))
        for pair in [(SAMPLE, base), (base, SAMPLE)]:
            result = run('compare', *pair)
            self.assertEqual((result.code, result.out),
                             (0, 'Both advise the same in every case.\n'))

    def test_compare_with_a_broken_base(self):
        result = run('compare', SAMPLE, self.path)
        self.assertEqual((result.code, result.out), (2, ''))
        self.assertIn(str(self.path), result.err)


leiocli.main()
