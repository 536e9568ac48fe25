# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Options, commands, exit codes, and the choice of the knowledge base."""

import json
import resource
import subprocess

import leiocli
from leiocli import CLI, EXAMPLES, KNOWLEDGE, SAMPLE, run


def without_threads():
    """A thread gets a stack as large as the program's may be, and for that there is no room."""
    for limit, value in ((resource.RLIMIT_STACK, 8 << 30), (resource.RLIMIT_AS, 2 << 30)):
        resource.setrlimit(limit, (value, resource.getrlimit(limit)[1]))


class Usage(leiocli.TestCase):
    def test_help_names_every_command_and_the_intended_use(self):
        result = run('--help')
        self.assert_fine(result)
        for command in ['evaluate FILE', 'batch', 'audit', 'compare DIR1 DIR2', 'knowledge']:
            self.assertIn('\n  ' + command, result.out)
        self.assertIn('has not been certified as a medical device', ' '.join(result.out.split()))

    def test_help_stands_after_a_command_too(self):
        self.assertEqual(run('evaluate', '--help').out, run('--help').out)

    def test_version(self):
        result = run('--version')
        self.assert_fine(result)
        self.assertRegex(result.out, r'^leio-cli \d+\.\d+\.\d+\n$')

    def test_the_advice_needs_no_second_thread(self):
        for path in EXAMPLES:
            with self.subTest(path=path.name):
                alone = subprocess.run([CLI, 'evaluate', path], capture_output=True, text=True,
                                       preexec_fn=without_threads, timeout=120, check=False)
                self.assertEqual(alone.stdout, run('evaluate', path).out)
                self.assertEqual((alone.returncode, alone.stderr), (0, ''))

    def test_wrong_usage_exits_2_with_a_message_and_no_output(self):
        good = EXAMPLES[0]
        for arguments, message in [
            ([], 'no command'),
            (['examine'], "'examine' is not a command"),
            (['evaluate'], 'usage: leio-cli evaluate FILE'),
            (['batch', good], 'usage: leio-cli batch'),
            (['compare', SAMPLE], 'usage: leio-cli compare DIR1 DIR2'),
            (
                ['evaluate', good, '--format', 'html'],
                "--format: found 'html', expected one of text, json, markdown",
            ),
            (['knowledge', '--format', 'markdown'], "found 'markdown', expected one of text, json"),
            (
                ['evaluate', good, '--reading', 'child'],
                "--reading: found 'child', expected one of clinician, home",
            ),
            (
                ['batch', '--format', 'json'],
                "the option --format does not go with the command 'batch'",
            ),
            (
                ['evaluate', good, '--witness', 'x'],
                "--witness does not go with the command 'evaluate'",
            ),
            (['compare', SAMPLE, SAMPLE, '--knowledge', SAMPLE], '--knowledge does not go with'),
            (['evaluate', good, '--no-such-option'], '--no-such-option'),
            (['evaluate', good, '--format'], 'format'),
        ]:
            with self.subTest(arguments=arguments):
                result = run(*arguments)
                self.assertEqual((result.code, result.out), (2, ''))
                self.assertTrue(result.err.startswith('leio-cli: '), result.err)
                self.assertIn(message, result.err)

    def test_options_stand_before_or_after_the_command(self):
        kase = leiocli.case({'site': 'limb'}, knowledge={'id': 'sample'})
        path = self.write('a.leio', kase)
        after = run('evaluate', path, '--knowledge', SAMPLE, '--format', 'json')
        self.assert_fine(after)
        for arguments in [
            ['--knowledge', SAMPLE, '--format', 'json', 'evaluate', path],
            ['--knowledge', SAMPLE, 'evaluate', '--format=json', path],
            ['evaluate', f'--knowledge={SAMPLE}', '-f', 'json', path],
            ['-k', SAMPLE, '-f', 'json', 'evaluate', '--', path],
        ]:
            with self.subTest(arguments=arguments):
                self.assertEqual(run(*arguments).out, after.out)
        self.assertEqual(json.loads(after.out)['knowledge']['id'], 'sample')

    def test_the_built_in_knowledge_is_that_of_the_source(self):
        self.assertEqual(
            run('knowledge', '--format', 'json').out,
            run('knowledge', '--format', 'json', '--knowledge', KNOWLEDGE).out,
        )

    def test_a_knowledge_base_that_cannot_be_loaded(self):
        self.write('knowledge.json', b'{')
        for directory in [self.path, self.path / 'missing', EXAMPLES[0]]:
            for command in [['knowledge'], ['audit'], ['batch'], ['evaluate', EXAMPLES[0]]]:
                with self.subTest(directory=directory, command=command):
                    result = run(*command, '--knowledge', directory)
                    self.assertEqual((result.code, result.out), (2, ''))
                    self.assertIn('knowledge.json', result.err)

    def test_a_message_does_not_steer_the_terminal(self):
        result = run('evaluate', self.path / 'a\x1b[31mb\x07\x9b31m\x85é')
        self.assertEqual(result.code, 2)
        self.assertNotRegex(result.err, '[\x00-\x09\x0b-\x1f\x7f-\x9f]')
        self.assertIn('a [31mb  31m é', result.err)


class Read(leiocli.TestCase):
    def test_without_a_name_every_page_is_listed(self):
        result = run('read')
        self.assert_fine(result)
        home = json.loads((KNOWLEDGE / 'home.json').read_text())
        treatments = json.loads((KNOWLEDGE / 'treatments.json').read_text())['treatments']
        for item in home['pages'] + treatments:
            self.assertRegex(result.out, rf"(?m)^  {item['id']} ")

    def test_a_page_says_what_the_files_hold_and_names_its_sources(self):
        sources = json.loads((KNOWLEDGE / 'evidence.json').read_text())['sources']
        labels = {source['id']: source['label'] for source in sources}
        page = json.loads((KNOWLEDGE / 'home-treatments.json').read_text())['treatment_pages'][0]
        result = run('read', page['treatment'])
        self.assert_fine(result)
        for part in ['why', 'against', 'days', 'time', 'effects']:
            self.assertIn(page[part]['text'], result.out)
            self.assertIn(labels[page[part]['evidence'][0]], result.out)
        for question in page['questions']:
            self.assertIn(f'  - {question}\n', result.out)

    def test_points_are_told_one_a_line(self):
        home = json.loads((KNOWLEDGE / 'home.json').read_text())
        page = next(page for page in home['pages'] if page['id'] == 'call_at_once')
        result = run('read', 'call_at_once')
        self.assert_fine(result)
        for section in page['sections']:
            for point in section.get('points', []):
                self.assertIn(f'  - {point}\n', result.out)

    def test_a_page_that_is_not_there(self):
        for name in ['womb\x1b[31m', 'no_page', '']:
            with self.subTest(name=name):
                result = run('read', name)
                self.assertEqual((result.code, result.out), (2, ''))
                self.assertIn('is not a page', result.err)


class Knowledge(leiocli.TestCase):
    def test_text_says_what_a_reader_must_know(self):
        result = run('knowledge')
        self.assert_fine(result)
        base = json.loads((KNOWLEDGE / 'knowledge.json').read_text())
        for text in [
            base['title'],
            base['version'],
            base['review_date'],
            base['intended_use'],
            *base['attributes'].values(),
            f"{len(json.loads((KNOWLEDGE / 'evidence.json').read_text())['sources'])} sources",
        ]:
            self.assertIn(text, result.out)

    def test_it_says_what_was_proved(self):
        proof = json.loads(run('knowledge', '--format', 'json').out)['proof']
        audit = json.loads(run('audit', '--format', 'json').out)
        self.assertEqual((proof['violations'], proof['warnings']), (0, 0))
        self.assertEqual(proof['cases'], audit['n_cases'])
        self.assertRegex(
            run('knowledge').out.replace('\u202f', ''), f"Proved over all {proof['cases']} possible"
        )

    def test_json_counts_what_the_files_hold(self):
        base = json.loads((KNOWLEDGE / 'knowledge.json').read_text())
        told = json.loads(run('knowledge', '--format', 'json').out)
        for member in ['id', 'title', 'version', 'review_date', 'intended_use', 'attributes']:
            self.assertEqual(told[member], base[member])

        def count(name, member):
            return len(json.loads((KNOWLEDGE / name).read_text())[member])

        self.assertEqual(
            told['counts'],
            {
                'questions': count('questions.json', 'questions'),
                'definitions': count('definitions.json', 'definitions'),
                'derived': count('definitions.json', 'derived'),
                'treatments': count('treatments.json', 'treatments'),
                'rules': sum(count(name, 'rules') for name in base['files']['rules']),
                'sources': count('evidence.json', 'sources'),
                'properties': count('properties.json', 'properties'),
            },
        )


leiocli.main()
