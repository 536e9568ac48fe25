#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same rules and the same complete cases in Leio, CLIPS and SWI-Prolog.

bench-peers.py KNOWLEDGE LEIO_CLI BENCH_CASES BENCH_CLIPS SWIPL: the statuses of 200 random complete
cases must be equal in all of them; then a table of the time for a case. The peers say nothing of
unfinished cases, so that is all that can be compared.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from leiopeers import Clips, Prolog

N_CASES = 200


def draw_answer(chance, question):
    if question['kind'] == 'number':
        return round(chance.uniform(question['min'], question['max']), question.get('decimals', 0))
    values = [value['id'] for value in question['values']]
    if question['kind'] == 'set':
        return [value for value in values if chance.random() < 0.3]
    return chance.choice(values)


def draw_cases(base, cli):
    """Possible complete cases, with what Leio says of them."""
    chance = random.Random(1)
    drawn = [{'format': 'leio-case', 'version': 1,
              'knowledge': {key: base.manifest[key] for key in ('id', 'version')}, 'label': '',
              'answers': {name: draw_answer(chance, question)
                          for name, question in base.questions.items()}}
             for _ in range(8 * N_CASES)]
    done = subprocess.run([cli, '--knowledge', str(base.folder), 'batch'], text=True, check=True,
                          input=''.join(json.dumps(one) + '\n' for one in drawn),
                          capture_output=True)
    told = [json.loads(line)['statuses'] for line in done.stdout.splitlines()]
    possible = [(one, statuses) for one, statuses in zip(drawn, told)
                if all(isinstance(status, str) for status in statuses.values())]
    assert len(possible) >= N_CASES, 'only %d of the cases are possible' % len(possible)
    return possible[:N_CASES]


def run(command):
    """(statuses of each case, numbers of the last line, seconds of all)"""
    start = time.monotonic()
    done = subprocess.run(list(map(str, command)), text=True, check=True, capture_output=True)
    lines = done.stdout.splitlines()
    statuses = [dict(pair.split('=') for pair in line.split()) for line in lines[:-1]]
    return statuses, [float(number) for number in lines[-1].split()], time.monotonic() - start


def check(name, expected, found):
    assert len(found) == len(expected), '%s: %d cases' % (name, len(found))
    for number, (wanted, got) in enumerate(zip(expected, found)):
        for treatment, status in wanted.items():
            other = got.get(treatment, 'not_relevant')
            assert other == status, 'case %d: %s: Leio says %s, %s says %s' \
                % (number, treatment, status, name, other)


def prolog_row(folder, base, cases, expected, swipl, tabled):
    name = 'SWI-Prolog, tabled' if tabled else 'SWI-Prolog'
    script = Path(__file__).parent / 'bench-prolog.pl'
    program, facts = folder / 'program.pl', folder / 'cases.pl'
    translated = Prolog(base.folder, tabled)
    program.write_text('\n'.join(translated.text) + '\n')
    facts.write_text(''.join('[%s].\n' % ', '.join(translated.facts(case['answers']))
                             for case in cases))
    found, numbers, seconds = run([swipl, script, '--', program, facts])
    check(name, expected, found)
    return name, numbers[0], seconds


def clips_rows(folder, base, cases, expected, program):
    rules, facts = folder / 'rules.clp', folder / 'cases.txt'
    translated = Clips(base.folder)
    rules.write_text('\n'.join(translated.text) + '\n')
    facts.write_text(''.join('\t'.join(translated.facts(case['answers'])) + '\n' for case in cases))
    found, numbers, seconds = run([program, rules, facts])
    check('CLIPS', expected, found)
    return [('CLIPS', numbers[0], seconds), ('CLIPS, inference alone', numbers[1], seconds)]


def leio_rows(folder, base, cases, expected, program):
    lines = folder / 'cases.ndjson'
    lines.write_text(''.join(json.dumps(case) + '\n' for case in cases))
    found, numbers, seconds = run([program, base.folder, lines])
    check('bench-cases', expected, found)
    return [('Leio, decision diagrams', numbers[0], seconds),
            ('Leio, plain evaluation of each rule', numbers[1], seconds)]


def main():
    knowledge, cli, bench_cases, bench_clips, swipl = sys.argv[1:]
    base = Clips(knowledge)
    drawn = draw_cases(base, cli)
    cases, expected = [one for one, _ in drawn], [statuses for _, statuses in drawn]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = leio_rows(folder, base, cases, expected, bench_cases)
        if bench_clips != '-':
            rows += clips_rows(folder, base, cases, expected, bench_clips)
        if swipl != '-':
            rows += [prolog_row(folder, base, cases, expected, swipl, tabled)
                     for tabled in (False, True)]
    print('%d complete cases, %d treatments, %d rules: all statuses are equal'
          % (len(cases), len(base.treatments), len(base.rules)))
    print('| %-36s | %12s | %9s |' % ('', 'time a case', 'of Leio'))
    print('| --- | ---: | ---: |')
    for name, microseconds, _ in rows:
        print('| %-36s | %9.1f us | %9.1f |' % (name, microseconds, microseconds / rows[0][1]))


if __name__ == '__main__':
    main()
