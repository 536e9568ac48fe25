# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""leio-cli batch: order, bad lines, odd input, closed pipes, constant memory."""

import contextlib
import json
import os
import random
import re
import signal
import subprocess
import tempfile
import threading
from pathlib import Path

import leiocli
from leiocli import CLI, EXAMPLES, KNOWLEDGE, STATUSES, case, line, run

QUESTIONS = json.loads((KNOWLEDGE / 'questions.json').read_text())['questions']
TREATMENTS = [
    treatment['id']
    for treatment in json.loads((KNOWLEDGE / 'treatments.json').read_text())['treatments']
]
EXAMPLE_LINES = [line(json.loads(path.read_text())) for path in EXAMPLES]


def batch(data):
    result = run('batch', data=data)
    return result, [json.loads(text) for text in result.out.split('\n')[:-1]]


def random_answer(question, chance):
    if chance.random() < 0.1:
        return None
    if question['kind'] == 'number':
        number = chance.uniform(question['min'], question['max'])
        return chance.choice([round(number), round(number, 1), number]) or question['max']
    values = [value['id'] for value in question['values']]
    if question['kind'] == 'set':
        return chance.sample(values, chance.randint(0, len(values)))
    return chance.choice(values)


def random_case(chance, number):
    asked = chance.sample(QUESTIONS, chance.randint(0, len(QUESTIONS)))
    answers = {question['id']: random_answer(question, chance) for question in asked}
    return case(
        {
            name: answer
            for name, answer in answers.items()
            if answer is None or not isinstance(answer, float) or answer >= 0.1
        },
        label=f'case {number}',
    )


class Batch(leiocli.TestCase):
    def test_format(self):
        result, told = batch(b''.join(EXAMPLE_LINES))
        self.assert_fine(result)
        self.assertEqual(
            [one['label'] for one in told], [json.loads(text)['label'] for text in EXAMPLE_LINES]
        )
        for one in told:
            self.assertEqual(list(one), ['label', 'statuses'])
            self.assertEqual(list(one['statuses']), TREATMENTS)
            for status in one['statuses'].values():
                self.assertIn(type(status), [str, list])
                if isinstance(status, list):
                    self.assertNotEqual(len(status), 1)
                    self.assertEqual(status, [word for word in STATUSES if word in status])
                else:
                    self.assertIn(status, STATUSES)

    def test_agrees_with_evaluate(self):
        _, told = batch(b''.join(EXAMPLE_LINES))
        for path, one in zip(EXAMPLES, told, strict=True):
            with self.subTest(example=path.name):
                evaluation = json.loads(run('evaluate', '--format', 'json', path).out)
                self.assertEqual(
                    one['statuses'],
                    {
                        treatment['id']: treatment['status'] or treatment['possible']
                        for treatment in evaluation['treatments']
                    },
                )

    def test_a_quickly_read_line_means_the_same_as_a_slowly_read_one(self):
        chance = random.Random(1)
        cases = [random_case(chance, number) for number in range(300)]
        quick = b''.join(map(line, cases))
        # An escaped letter in a name and an unknown member are not for the quick reader.
        slow = b''.join(
            line(dict(kase, more=1)).replace(b'"label"', b'"l\\u0061bel"') for kase in cases
        )
        self.assertNotEqual(quick, slow)
        quick_result, slow_result = run('batch', data=quick), run('batch', data=slow)
        self.assertEqual(quick_result.out, slow_result.out)
        self.assertEqual(quick_result.code, slow_result.code)
        self.assertGreater(quick_result.out.count('"statuses"'), 250)

    def test_numbers_are_read_alike(self):
        for number in [
            '5',
            '5.0',
            '5.00',
            '5e0',
            '0.5E1',
            '5.0000000000000001',
            '4.9999999999999999',
            '5.04',
            '5.000001',
            '60',
            '60.0000001',
            '0.1',
            '0.09',
            '-5',
            '05',
            '5.',
            '.5',
            '+5',
            '0x5',
            '1e400',
            'NaN',
            '5 5',
            '"5"',
            'true',
            '[5]',
        ]:
            with self.subTest(number=number):
                quick = line(case({'size_cm': 0})).replace(
                    b'"size_cm": 0', b'"size_cm": ' + number.encode()
                )
                slow = quick.replace(b'"label"', b'"l\\u0061bel"')
                told = [
                    json.loads(text) for text in run('batch', data=quick + slow).out.splitlines()
                ]
                self.assertEqual(
                    [one.pop('line', None) for one in told],
                    [None, None] if 'label' in told[0] else [1, 2],
                )
                # A fault names the place in the line, which the escape has moved.
                if 'column' not in told[0].get('error', ''):
                    self.assertEqual(told[0], told[1])
                self.assertEqual('error' in told[0], 'error' in told[1])

    def test_bad_lines_stand_on_their_place(self):
        good = EXAMPLE_LINES[0]
        bad = [
            b'{\n',
            b'\n',
            b'[]\n',
            b'nonsense\n',
            b'\x00\x01\xff\xfe\n',
            line(case({'site': 'lamb'})),
            line(case(version=9)),
            b'  \t\r\n',
            b'{"answers": {}} x\n',
            b'"\\ud800"\n',
        ]
        data = b''.join(one + good for one in bad)
        result, told = batch(data)
        self.assertEqual((result.code, result.err), (1, ''))
        self.assertEqual(len(told), 2 * len(bad))
        for number, one in enumerate(told, 1):
            if number % 2 == 0:
                self.assertIn('statuses', one)
            else:
                self.assertEqual(list(one), ['line', 'error'])
                self.assertEqual(one['line'], number)
                self.assertTrue(one['error'])
        self.assertIn("'lamb'", told[10 + 0]['error'])

    def test_ends(self):
        good = EXAMPLE_LINES[0]
        for data, n_lines, code in [
            (b'', 0, 0),
            (b'\n', 0, 0),
            (good.rstrip(), 1, 0),
            (good.replace(b'\n', b'\r\n') * 2, 2, 0),
            (good + b'\n', 1, 0),
            (good + b' \t', 1, 0),
            (good + b'\n\n', 2, 1),
            (good + b'\n' + good, 3, 1),
            (good + b'{', 2, 1),
        ]:
            with self.subTest(data=data[-20:]):
                result, told = batch(data)
                self.assertEqual((len(told), result.code, result.err), (n_lines, code, ''))

    def test_labels_come_back_as_they_were(self):
        labels = [
            '',
            'é ẞ 汉字 🙂',
            '"quoted" \\ back / slash',
            'tab\tnew\nline\x01\x7f',
            '\u2028',
            'a' * 70000,
        ]
        _, told = batch(b''.join(line(case({}, label=label)) for label in labels))
        self.assertEqual([one['label'] for one in told], labels)

    def test_lines_longer_than_the_buffer(self):
        notes = ['n' * length for length in [65000, 65535, 65536, 65537, 200000]]
        cases = [line(case({'site': 'limb'}, notes=note)) for note in notes]
        _, told = batch(b''.join(cases + EXAMPLE_LINES))
        self.assertEqual(len(told), len(notes) + len(EXAMPLES))
        self.assertEqual({json.dumps(one) for one in told[: len(notes)]}, {json.dumps(told[0])})
        self.assertTrue(all('statuses' in one for one in told))

    def test_a_line_beyond_the_limit_is_passed_over(self):
        limit = 4 * 1024 * 1024
        just = line(case({}, notes='')).rstrip()
        just = just + b' ' * (limit - len(just)) + b'\n'
        for long_line in [just.replace(b'\n', b' \n'), b'x' * (10 * 1024 * 1024) + b'\n']:
            result, told = batch(EXAMPLE_LINES[0] + long_line + just + EXAMPLE_LINES[1])
            self.assertEqual(result.code, 1)
            self.assertEqual(
                [('statuses' in one, one.get('line')) for one in told],
                [(True, None), (False, 2), (True, None), (True, None)],
            )
            self.assertIn('4 MB', told[1]['error'])

    def test_binary_input(self):
        chance = random.Random(2)
        data = bytes(chance.randrange(256) for _ in range(200000))
        result, told = batch(data)
        self.assertEqual((result.code, result.err), (1, ''))
        self.assertEqual(
            len(told),
            len([text for text in data.split(b'\n')]) - (1 if data.endswith(b'\n') else 0),
        )
        self.assertTrue(all('error' in one for one in told))

    def test_an_answer_comes_before_the_next_question(self):
        with subprocess.Popen(
            [CLI, 'batch'], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            timer = threading.Timer(60, process.kill)
            timer.start()
            for text in EXAMPLE_LINES:
                process.stdin.write(text)
                process.stdin.flush()
                self.assertEqual(
                    json.loads(process.stdout.readline())['label'], json.loads(text)['label']
                )
            process.stdin.close()
            self.assertEqual(process.wait(), 0)
            timer.cancel()


class Pipes(leiocli.TestCase):
    def run_into_closed_pipe(self, restore_signals):
        with tempfile.TemporaryFile() as err:
            process = subprocess.Popen(
                [CLI, 'batch'],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=err,
                restore_signals=restore_signals,
            )
            process.stdout.close()
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(b''.join(EXAMPLE_LINES) * 2000)
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
            code = process.wait(60)
            err.seek(0)
            return code, err.read()

    def test_a_reader_that_goes_away_ends_the_run_quietly(self):
        # With SIGPIPE as usual, and ignored as some parents leave it.
        self.assertEqual(self.run_into_closed_pipe(True), (-signal.SIGPIPE, b''))
        self.assertEqual(self.run_into_closed_pipe(False), (2, b''))

    def test_a_full_disk_is_told(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run(
                [CLI, 'batch'],
                input=EXAMPLE_LINES[0],
                stdout=full,
                stderr=subprocess.PIPE,
                timeout=60,
            )
        self.assertEqual(done.returncode, 2)
        self.assertIn(b'standard output: ', done.stderr)

    def test_input_that_cannot_be_read(self):
        descriptor = os.open(self.path, os.O_RDONLY)
        done = subprocess.run([CLI, 'batch'], stdin=descriptor, capture_output=True, timeout=60)
        os.close(descriptor)
        self.assertEqual((done.returncode, done.stdout), (2, b''))
        self.assertIn(b'standard input: ', done.stderr)


class Memory(leiocli.TestCase):
    def peak(self, n_lines):
        """The most memory that a batch held after so many lines, in KiB: what wait4() tells has the
        parent's memory in it."""
        process = subprocess.Popen([CLI, 'batch'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        with process:
            writer = threading.Thread(target=self.feed, args=(process.stdin, n_lines))
            writer.start()
            for _ in range(n_lines):
                process.stdout.readline()
            writer.join()
            status = Path(f'/proc/{process.pid}/status').read_text()
            process.stdin.close()
        self.assertEqual(process.returncode, 0)
        return int(re.search(r'VmHWM:\s*(\d+) kB', status)[1])

    @staticmethod
    def feed(pipe, n_lines):
        block = b''.join(EXAMPLE_LINES)
        for _ in range(n_lines // len(EXAMPLE_LINES)):
            pipe.write(block)
        pipe.flush()

    def test_memory_does_not_grow_with_the_lines(self):
        few, many = self.peak(1000), self.peak(100000)
        self.assertLess(many - few, 1024)
        # A sanitizer needs memory of its own.
        if os.environ.get('LEIO_SANITIZER', 'none') == 'none':
            self.assertLess(many, 20 * 1024)


leiocli.main()
