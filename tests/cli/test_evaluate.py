# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""leio-cli evaluate: the format field by field, the readable forms, and bad files."""

import json
import os
import re

import leiocli
from leiocli import EFFECTS, EXAMPLES, KNOWLEDGE, SAMPLE, STATUSES, case, line, run


def load(name):
    return json.loads((KNOWLEDGE / name).read_text())


QUESTIONS = {question['id']: question for question in load('questions.json')['questions']}
TREATMENTS = [treatment['id'] for treatment in load('treatments.json')['treatments']]
SOURCES = {source['id'] for source in load('evidence.json')['sources']}
DERIVED = {fact['id']: fact for fact in load('definitions.json')['derived']}
RULES = {
    rule['id']: rule
    for name in load('knowledge.json')['files']['rules']
    for rule in load(name)['rules']
}


def objects(text):
    """The JSON values that stand one after the other in a text."""
    decoder, found, at = json.JSONDecoder(), [], 0
    while text[at:].strip():
        value, at = decoder.raw_decode(text, at)
        found.append(value)
        at += len(text[at:]) - len(text[at:].lstrip())
    return found


def each_example(check):
    """A test that is made for each example: check (self, case, evaluation)."""

    def test(self):
        for path, evaluation in zip(EXAMPLES, self.evaluations, strict=True):
            with self.subTest(example=path.name):
                check(self, json.loads(path.read_text()), evaluation)

    return test


def each_treatment(check):
    """The same for each treatment of each example: check (self, case, evaluation, treatment)."""

    @each_example
    def test(self, kase, evaluation):
        for treatment in evaluation['treatments']:
            with self.subTest(treatment=treatment['id']):
                check(self, kase, evaluation, treatment)

    return test


class Format(leiocli.TestCase):
    """Every member that the contract names, in every example."""

    @classmethod
    def setUpClass(cls):
        cls.result = run('evaluate', '--format', 'json', *EXAMPLES)
        cls.evaluations = objects(cls.result.out)

    def test_one_object_a_case_in_order(self):
        self.assert_fine(self.result)
        self.assertEqual(len(EXAMPLES), 8)
        self.assertEqual(
            [evaluation['label'] for evaluation in self.evaluations],
            [json.loads(path.read_text())['label'] for path in EXAMPLES],
        )

    @each_example
    def test_head(self, _kase, evaluation):
        base = load('knowledge.json')
        self.assertEqual((evaluation['format'], evaluation['version']), ('leio-evaluation', 1))
        self.assertEqual(
            evaluation['knowledge'],
            {'id': base['id'], 'version': base['version'], 'review_date': base['review_date']},
        )
        self.assertEqual(evaluation['intended_use'], base['intended_use'])
        self.assertTrue(evaluation['summary'])

    @each_example
    def test_derived(self, _kase, evaluation):
        self.assertEqual(list(evaluation['derived']), list(DERIVED))
        for name, told in evaluation['derived'].items():
            values = [value['id'] for value in DERIVED[name]['values']]
            self.assertEqual(
                told['possible'], [value for value in values if value in told['possible']]
            )
            self.assertIs(type(told['none_possible']), bool)
            self.assertTrue(told['possible'] or told['none_possible'])
            self.assertEqual(told['edition'], DERIVED[name].get('edition'))

    @each_example
    def test_questions(self, kase, evaluation):
        given = {name for name, answer in kase['answers'].items() if answer is not None}
        for member in ['moot', 'asked_never']:
            self.assertLessEqual(set(evaluation[member]), set(QUESTIONS))
        self.assertFalse(set(evaluation['moot']) & given)
        self.assertIn(evaluation['next_question'], {None, *QUESTIONS} - given)
        self.assertNotIn(
            evaluation['next_question'], evaluation['moot'] + evaluation['asked_never']
        )
        self.assertEqual(evaluation['n_answers'], len(given - set(evaluation['asked_never'])))
        self.assertEqual(evaluation['odd'], [])

    @each_example
    def test_every_treatment_once_in_order(self, _kase, evaluation):
        self.assertEqual([treatment['id'] for treatment in evaluation['treatments']], TREATMENTS)
        self.assertEqual(
            evaluation['n_settled'],
            sum(treatment['status'] is not None for treatment in evaluation['treatments']),
        )

    @each_treatment
    def test_status_and_possible(self, _kase, _evaluation, treatment):
        possible = treatment['possible']
        self.assertEqual(possible, [status for status in STATUSES if status in possible])
        self.assertEqual(treatment['status'], possible[0] if len(possible) == 1 else None)
        self.assertEqual(treatment['depends_on'] == [], len(possible) == 1)

    @each_treatment
    def test_sufficient_and_stays(self, kase, _evaluation, treatment):
        given = {name for name, answer in kase['answers'].items() if answer is not None}
        self.assertLessEqual(set(treatment['sufficient']), given)
        self.assertLessEqual(set(treatment['stays_even_if']), given - set(treatment['sufficient']))
        self.assertFalse(set(treatment['depends_on']) & given)
        self.assertIs(type(treatment['sufficient_is_smallest']), bool)
        if treatment['status'] is None:
            self.assertEqual(treatment['sufficient'], [])

    @each_treatment
    def test_changes(self, _kase, _evaluation, treatment):
        goals = [change['to'] for change in treatment['changes']]
        self.assertEqual(len(goals), len(set(goals)))
        for change in treatment['changes']:
            self.assertIn(change['to'], set(STATUSES) - {treatment['status']})
            self.assertIs(type(change['smallest']), bool)
            self.assertTrue(change['answers'])
            for name, answer in change['answers'].items():
                self.check_answer(name, answer)

    def check_answer(self, name, answer):
        question = QUESTIONS[name]
        if question['kind'] == 'number':
            self.assertTrue(question['min'] <= answer <= question['max'])
            return
        values = [value['id'] for value in question['values']]
        for value in answer if question['kind'] == 'set' else [answer]:
            self.assertIn(value, values)

    @each_treatment
    def test_if_then(self, _kase, _evaluation, treatment):
        table = treatment['if_then']
        if table is None:
            return
        self.assertEqual(treatment['depends_on'], [table['question']])
        self.assertEqual({one['status'] for one in table['cases']}, set(treatment['possible']))
        for one in table['cases']:
            self.assertEqual('values' in one, QUESTIONS[table['question']]['kind'] != 'number')
            for answer in one.get('values', []):
                self.check_answer(table['question'], answer)

    def test_some_treatment_has_an_if_then(self):
        self.assertTrue(
            any(
                treatment['if_then']
                for evaluation in self.evaluations
                for treatment in evaluation['treatments']
            )
        )

    @each_treatment
    def test_arguments(self, _kase, evaluation, treatment):
        for argument in treatment['arguments']:
            rule = RULES[argument['rule']]
            self.assertEqual(argument['effect'], rule['effect'])
            self.assertIn(argument['effect'], EFFECTS)
            self.assertIn(argument['state'], ['in_force', 'overridden', 'open'])
            if argument['state'] == 'overridden':
                self.assertTrue(argument['overridden_by'])
            self.assertEqual(argument['waits_for'] != [], argument['state'] == 'open')
            self.assertEqual(argument['evidence'], rule['evidence'])
            self.assertLessEqual(set(argument['evidence']), SOURCES & set(evaluation['sources']))
            self.assertEqual(
                (argument['level'], argument['grade']), (rule.get('level'), rule.get('grade'))
            )
            self.assertEqual(argument['positions'], rule.get('positions', {}))
            for member in ['text', 'plain']:
                self.assertTrue(argument[member])
                self.assertNotRegex(argument[member], r'\{[a-z_]+\}')

    @each_treatment
    def test_a_status_follows_from_the_arguments_in_force(self, _kase, _evaluation, treatment):
        order = [
            ('rules_out', 'contraindicated'),
            ('advises_against', 'not_advised'),
            ('recommends', 'recommended'),
            ('offers', 'option'),
            ('trial_only', 'trial_only'),
        ]
        if treatment['status'] is None or any(a['state'] == 'open' for a in treatment['arguments']):
            return
        effects = {a['effect'] for a in treatment['arguments'] if a['state'] == 'in_force'}
        expected = next((status for effect, status in order if effect in effects), 'not_relevant')
        self.assertEqual(treatment['status'], expected)

    def test_a_change_leads_where_it_says(self):
        kase = json.loads(EXAMPLES[0].read_text())
        cases, goals = [], []
        for treatment in self.evaluations[0]['treatments']:
            for change in treatment['changes']:
                changed = dict(kase, answers={**kase['answers'], **change['answers']})
                cases.append(line(changed))
                goals.append((treatment['id'], change['to']))
        told = [
            json.loads(text)['statuses']
            for text in run('batch', data=b''.join(cases)).out.splitlines()
        ]
        self.assertGreater(len(goals), 20)
        for (treatment, goal), statuses in zip(goals, told, strict=True):
            status = statuses[treatment]
            self.assertIn(goal, status if isinstance(status, list) else [status])

    @each_example
    def test_sources_have_citation_and_label(self, _kase, evaluation):
        for source in evaluation['sources'].values():
            self.assertTrue(source['label'] and source['citation'])
            self.assertTrue(
                source['link'] is None or source['link'].startswith(('https://', 'http://'))
            )


class Words(leiocli.TestCase):
    def lines(self, name, *arguments):
        result = run('evaluate', *arguments, KNOWLEDGE.parents[1] / 'examples' / name)
        self.assert_fine(result)
        return result.out

    def summary_and_stage(self, answers):
        told = json.loads(run('evaluate', '--format', 'json', '-', data=line(case(answers))).out)
        return told['summary'], told['stage']

    def test_summary_and_stage(self):
        uterus = {
            'site': 'uterus',
            'episode': 'primary',
            'extent_uterus': 'confined',
            'size_cm': 8.5,
            'metastasis': 'none',
            'nodes': 'no',
        }
        limb = {
            'site': 'limb',
            'episode': 'primary',
            'size_cm': 9,
            'metastasis': 'none',
            'nodes': 'no',
        }
        for answers, summary, stage in [
            ({}, 'Leiomyosarcoma', ''),
            (
                uterus,
                'Uterine leiomyosarcoma, 8.5 cm, confined to the uterus, no spread',
                'FIGO 2009: IB',
            ),
            (
                dict(uterus, size_cm=5),
                'Uterine leiomyosarcoma, 5 cm, confined to the uterus, no spread',
                'FIGO 2009: IA',
            ),
            (
                limb,
                'Leiomyosarcoma of a limb, 9 cm, no spread',
                'AJCC 8: T2, IB or IIIA (open: grade)',
            ),
            (
                dict(limb, grade='3', metastasis='unstaged'),
                'Leiomyosarcoma of a limb, 9 cm, grade 3, spread not examined',
                'AJCC 8: T2, IIIA (provisional: spread not examined)',
            ),
            (
                dict(uterus, size_cm=4, metastasis='present', metastasis_sites=['lung', 'liver']),
                'Uterine leiomyosarcoma, 4 cm, confined to the uterus, metastatic, lung and liver',
                'FIGO 2009: IVB or none (open: free interval)',
            ),
        ]:
            with self.subTest(answers=answers):
                self.assertEqual(self.summary_and_stage(answers), (summary, stage))

    def test_a_case_is_standard_or_for_the_full_board(self):
        def board(name, **answers):
            kase = json.loads((KNOWLEDGE.parents[1] / 'examples' / name).read_text())
            kase['answers'].update(answers)
            told = run('evaluate', '--format', 'json', '-', data=line(kase)).out
            return json.loads(told)['board']

        disputed = board('retroperitoneum-large.leio')
        self.assertFalse(disputed['standard'])
        self.assertIn('retroperitoneal_extent', disputed['disagreements'])
        self.assertIn('differ on', disputed['line'])
        self.assertIn('limb_chemotherapy', board('limb-deep-high-grade.leio')['disagreements'])
        nothing = json.loads(run('evaluate', '--format', 'json', '-', data=line(case({}))).out)
        self.assertEqual(nothing['board']['disagreements'], [])
        self.assertFalse(nothing['board']['standard'])

    def test_the_reasons_for_the_full_board(self):
        """Data, and exact: in force, possible with what decides it, or not told."""

        def reasons(answers):
            board = json.loads(
                run('evaluate', '--format', 'json', '-', data=line(case(answers))).out
            )['board']
            return board, {reason['id']: reason for reason in board['reasons']}

        base = {'reproductive': 'could_become_pregnant', 'site': 'limb'}
        board, told = reasons(base)
        self.assertEqual(told['pregnancy']['state'], 'possible')
        self.assertEqual(told['pregnancy']['depends_on'], ['pregnancy'])
        self.assertNotIn('rare_site', told)
        board, told = reasons(base | {'pregnancy': 'yes', 'wish': 'comfort'})
        for name in ('pregnancy', 'comfort_goal'):
            self.assertEqual(told[name]['state'], 'in_force')
            self.assertIn(told[name]['text'], board['line'])
            self.assertTrue(set(told[name]['evidence']) <= SOURCES)
        self.assertFalse(board['standard'])
        board, told = reasons(base | {'pregnancy': 'no', 'wish': 'everything'})
        self.assertNotIn('pregnancy', told)
        self.assertNotIn('comfort_goal', told)

    def test_each_known_disagreement_has_positions_and_is_touched(self):
        known = {entry['id'] for entry in load('knowledge.json')['disagreements']}
        touching = [rule for rule in RULES.values() if 'disagreement' in rule]
        self.assertEqual({rule['disagreement'] for rule in touching}, known)
        for rule in touching:
            with self.subTest(rule=rule['id']):
                self.assertGreaterEqual(len(rule.get('positions', {})), 2)

    def test_a_choice_says_what_speaks_for_which(self):
        text = self.lines('limb-deep-high-grade.leio')
        told = ' '.join(text.split())
        self.assertIn('One of several (Radiation before or after surgery). Before surgery', told)
        for choice in load('treatments.json')['choices']:
            for reason in choice['for']:
                with self.subTest(choice=choice['id'], treatment=reason['treatment']):
                    self.assertIn(reason['treatment'], choice['treatments'])

    def test_text_has_every_part_in_order(self):
        text = self.lines('limb-deep-high-grade.leio')
        parts = [
            'Thigh, deep, 9 cm, grade 3\n====',
            '\nLeiomyosarcoma of a limb, 9 cm',
            '\nAJCC 8: T2, IIIA\n',
            'has not been certified as a\nmedical device',
            'Knowledge base Leiomyosarcoma 2026.11, reviewed on',
            '\nAnswers\n-------\n',
            '· size: 9 cm\n',
            '\nAsk next\n--------\n',
            'are settled.',
            'Levels of evidence and grades were assigned by Leio’s authors',
            '\nRecommended (',
            '\nOption (',
            '\nNot advised (',
            '\nNot relevant (',
            '\nSources\n-------\n',
        ]
        places = [' '.join(text.split()).find(' '.join(part.split())) for part in parts]
        self.assertNotIn(-1, places, dict(zip(parts, places)))
        self.assertEqual(places, sorted(places))

    def test_text_shows_the_reasons(self):
        text = self.lines('few-lung-metastases.leio')
        for pattern in [
            r'\n  \+ 1\. .',
            r'\n  \? \d+\. ',
            r'\n  - 1\. ',
            r'\n  · Settled by: ',
            r'\n  · Depends on: ',
            r'\n  · Stays even if these were different: ',
            r'\n  · Would be not advised if ',
            r'\n  · If bleeding risk is “No”: an option\. If “Yes”: contraindicated\.',
        ]:
            self.assertRegex(text, pattern)
        self.assertLessEqual(max(len(text) for text in text.splitlines() if '://' not in text), 80)
        self.assertRegex(text, r'https://doi\.org/10\.')

    def test_urgent_comes_first(self):
        text = self.lines('suspected-not-staged.leio')
        self.assertLess(text.index('\nUrgent (1)\n'), text.index('\nRecommended ('))

    def test_markdown(self):
        text = self.lines('limb-deep-high-grade.leio', '--format', 'markdown')
        self.assertTrue(text.startswith('# Thigh, deep, 9 cm, grade 3\n\n'))
        for heading in ['## Answers', '## Ask next', '## Sources']:
            self.assertIn('\n\n' + heading + '\n\n', text)
        self.assertRegex(text, r'\n- \*\*For:\*\* 1\. ')
        self.assertRegex(text, r'\n- \*\*Against:\*\* 1\. ')

    def test_markdown_escapes_what_is_not_markup(self):
        kase = case({}, label='# <b>*a* [b](c) `d` \\e_f|')
        text = run('evaluate', '--format', 'markdown', '-', data=line(kase)).out
        self.assertTrue(
            text.startswith('# \\# \\<b\\>\\*a\\* \\[b\\](c) \\`d\\` \\\\e\\_f\\|\n'), text[:60]
        )

    def test_home_is_calm(self):
        for path in EXAMPLES:
            with self.subTest(example=path.name):
                text = self.lines(path.name, '--reading', 'home')
                self.assertIn('Talk about this with your team.', text)
                for word in [
                    'Recommended',
                    'Contraindicated',
                    'Not advised',
                    'level I',
                    'grade A;',
                    'Settled by',
                    'Would be',
                    'AJCC',
                    'FIGO',
                ]:
                    self.assertNotIn(word, text.split('\nSources\n')[0])

    def test_a_label_does_not_steer_the_terminal(self):
        kase = case({}, label='a\x1b[31m\nb\x07\u2028c')
        for format_ in ['text', 'markdown']:
            text = run('evaluate', '--format', format_, '-', data=line(kase)).out
            self.assertNotRegex(text, '[\x1b\x07\u2028]')
            self.assertEqual(re.sub(r'\\', '', text.splitlines()[0]).lstrip('# '), 'a [31m b  c')

    def test_odd_answers_are_told(self):
        odd = case({'site': 'uterus', 'reproductive': 'could_father'})
        told = json.loads(run('evaluate', '--format', 'json', '-', data=line(odd)).out)
        self.assertEqual(
            [(one['id'], sorted(one['questions'])) for one in told['odd']],
            [('womb-and-father', ['reproductive', 'site'])],
        )
        self.assertTrue(
            all(t['possible'] == [] and t['status'] is None for t in told['treatments'])
        )
        text = run('evaluate', '-', data=line(odd)).out
        self.assertIn('\nOdd answers\n-----------\n', text)
        self.assertIn('cannot be true together', text)
        self.assertNotIn('\nRecommended (', text)


class Files(leiocli.TestCase):
    def assert_bad(self, path, *words):
        result = run('evaluate', '--format', 'json', path)
        self.assertEqual((result.code, result.out), (2, ''))
        self.assertEqual(result.err.count('\n'), 1, result.err)
        self.assertTrue(result.err.startswith('leio-cli: '))
        for word in [str(path), *words]:
            self.assertIn(word, result.err)

    def test_bad_files(self):
        good = line(case({'site': 'limb'}))
        for name, data, words in [
            ('empty', b'', []),
            ('truncated', good[:60], ['line 1']),
            ('text', b'not a case', ['line 1']),
            ('list', b'[]', ['expected an object']),
            ('binary', bytes(range(256)), []),
            ('nul', good.replace(b'limb', b'li\0mb'), []),
            ('latin1', good.replace(b'A case', b'\xe9'), ['UTF-8']),
            ('other-format', line(case(format='leio-evaluation')), ["'leio-case'"]),
            ('newer', line(case(version=2)), ['version', '2', 'newer Leio']),
            (
                'other-knowledge',
                line(case(knowledge={'id': 'gist', 'version': '1'})),
                ["'gist'", "'leiomyosarcoma'"],
            ),
            ('unknown-question', line(case({'sit': 'limb'})), ["'sit'", "'site'"]),
            ('unknown-value', line(case({'site': 'lamb'})), ['answers: site', "'lamb'", "'limb'"]),
            ('out-of-range', line(case({'size_cm': 61})), ['answers: size_cm', '61', '60']),
            ('wrong-type', line(case({'size_cm': 'large'})), ['answers: size_cm']),
            ('twice', b'{"answers": {}, "answers": {}}', ['answers']),
            ('deep', b'[' * 100000, []),
        ]:
            with self.subTest(name=name):
                self.assert_bad(self.write(name + '.leio', data), *words)

    def test_missing_folder_and_device(self):
        self.assert_bad(self.path / 'missing.leio')
        self.assert_bad(self.path)
        os.mkfifo(self.path / 'pipe.leio')
        self.assert_bad(self.path / 'pipe.leio')

    def test_a_file_that_may_not_be_read(self):
        path = self.write('closed.leio', line(case()))
        path.chmod(0)
        if os.access(path, os.R_OK):
            self.skipTest('whoever runs this may read everything')
        self.assert_bad(path)

    def test_a_huge_file_is_refused_at_once(self):
        path = self.path / 'huge.leio'
        with open(path, 'wb') as file:
            file.write(line(case()))
            file.truncate(100 * 1024 * 1024)
        self.assert_bad(path, '104857600 bytes')

    def test_the_rest_goes_on(self):
        result = run(
            'evaluate', '--format', 'json', EXAMPLES[0], self.path / 'missing.leio', EXAMPLES[1]
        )
        self.assertEqual(result.code, 2)
        self.assertEqual(
            [one['label'] for one in objects(result.out)],
            [json.loads(path.read_text())['label'] for path in EXAMPLES[:2]],
        )
        self.assertIn('missing.leio', result.err)

    def test_standard_input(self):
        data = EXAMPLES[0].read_bytes()
        self.assertEqual(run('evaluate', '-', data=data).out, run('evaluate', EXAMPLES[0]).out)
        bad = run('evaluate', '-', data=data[:-10])
        self.assertEqual((bad.code, bad.out), (2, ''))
        self.assertIn('standard input: ', bad.err)
        large = run('evaluate', '-', data=b' ' * (4 * 1024 * 1024 + 1))
        self.assertEqual((large.code, large.out), (2, ''))

    def test_spelling_that_means_the_same(self):
        plain = case({'site': 'limb', 'grade': '3', 'size_cm': 9})
        number = case({'site': 'limb', 'grade': 3, 'size_cm': 9.0, 'depth': None})
        lean = {'answers': plain['answers'], 'label': 'A case'}
        expected = run('evaluate', '--format', 'json', '-', data=line(plain)).out
        self.assertEqual(run('evaluate', '--format', 'json', '-', data=line(lean)).out, expected)
        told, wanted = (
            json.loads(text)
            for text in (run('evaluate', '--format', 'json', '-', data=line(number)).out, expected)
        )
        self.assertEqual(told['treatments'], wanted['treatments'])

    def test_a_full_disk_is_told(self):
        with open('/dev/full', 'wb') as full:
            done = leiocli.subprocess.run(
                [leiocli.CLI, 'evaluate', EXAMPLES[0]],
                stdout=full,
                capture_output=False,
                stderr=leiocli.subprocess.PIPE,
                timeout=60,
            )
        self.assertEqual(done.returncode, 2)
        self.assertIn(b'standard output: ', done.stderr)


class Golden(leiocli.TestCase):
    """The whole text of one small case, on a base that does not change with medicine."""

    def test_golden(self):
        kase = {
            'knowledge': {'id': 'sample'},
            'label': 'Golden',
            'answers': {'site': 'limb', 'size_cm': 6.5, 'symptoms': [], 'could_be_pregnant': None},
        }
        for name, arguments in [
            ('clinician.txt', []),
            ('home.txt', ['--reading', 'home']),
            ('clinician.md', ['--format', 'markdown']),
            ('clinician.json', ['--format', 'json']),
        ]:
            with self.subTest(name=name):
                result = run('evaluate', '--knowledge', SAMPLE, *arguments, '-', data=line(kase))
                self.assert_fine(result)
                text = re.sub(r'The review is more than a year old[^\n]*\n\n', '', result.out)
                path = SOURCE_GOLDEN / name
                if 'LEIO_WRITE_GOLDEN' in os.environ:
                    path.write_text(text)
                self.assertEqual(text, path.read_text())


SOURCE_GOLDEN = leiocli.SOURCE / 'tests/cli/golden'

leiocli.main()
