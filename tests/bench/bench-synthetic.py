#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the engine grows with the rules: bench-synthetic.py BENCH_ENGINE KNOWLEDGE [OUT]

Makes two knowledge bases with the questions of KNOWLEDGE, one of 150 rules on 70 treatments and one
of ten times as many, runs BENCH_ENGINE on both, one after the other and three times, and prints the
least medians beside each other: what else the machine does is not growth. A rule's condition is
that of a random rule of KNOWLEDGE, mostly with a further one. OUT keeps the bases.
"""

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SIZES = [(150, 70), (1500, 700)]
ROUNDS = 3
EFFECTS = ['recommends'] * 3 + ['offers'] * 4 + ['trial_only', 'cautions', 'cautions'] \
    + ['advises_against'] * 3 + ['rules_out'] * 2
ROW = re.compile(r'\| (.+?) +\| +([\d.]+) \| +([\d.]+) \| +([\d.]+) \| (\w+) \|')


def read(path):
    return json.loads(path.read_text())


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data))


def make_condition(chance, conditions):
    first, second = chance.sample(conditions, 2)
    kind = chance.random()
    if kind < 0.3:
        return first
    if kind < 0.5:
        return '(%s) or (%s)' % (first, second)
    return '(%s) and not (%s)' % (first, second)


def make_rules(chance, conditions, source, n_rules, n_treatments):
    rules = []
    for number in range(n_rules):
        treatment = number % n_treatments
        rule = {'id': 'rule-%d' % number, 'treatment': 'treatment_%d' % treatment,
                'effect': chance.choice(EFFECTS), 'when': make_condition(chance, conditions),
                'why': 'W', 'plain': 'P', 'evidence': [source]}
        if number >= n_treatments and chance.random() < 0.3:
            rule['overrides'] = ['rule-%d' % (number - n_treatments)]
        rules.append(rule)
    return rules


def make_base(folder, knowledge, n_rules, n_treatments):
    chance = random.Random(1)
    manifest = read(knowledge / 'knowledge.json')
    files = manifest['files']
    conditions = [rule['when'] for file in files['rules']
                  for rule in read(knowledge / file)['rules'] if rule['when'] != 'always']
    sources = read(knowledge / files['evidence'])
    phase = manifest['phases'][0]['id']
    files['rules'] = ['rules/all.json']
    # What names treatments of the real base.
    for member in ['disagreements', 'board']:
        manifest.pop(member, None)
    for name in ['home', 'home_treatments']:
        files.pop(name, None)
    write(folder / 'knowledge.json', manifest)
    write(folder / 'rules/all.json', {'rules': make_rules(
        chance, conditions, sources['sources'][0]['id'], n_rules, n_treatments)})
    write(folder / files['treatments'], {
        'groups': [{'id': 'all', 'title': 'All', 'plain_title': 'All'}],
        'treatments': [{'id': 'treatment_%d' % number, 'group': 'all', 'phase': phase, 'name': 'T',
                        'plain_name': 'T', 'what': 'W', 'plain': 'P', 'burden': 'B'}
                       for number in range(n_treatments)]})
    write(folder / files['properties'], {'properties': []})
    write(folder / files['doctor_questions'], {'questions': []})
    for name in ['questions', 'definitions', 'evidence', 'glossary']:
        shutil.copy(knowledge / files[name], folder / files[name])


def run(bench, folder):
    done = subprocess.run([bench, str(folder)], capture_output=True, text=True, check=True)
    rows = {}
    for line in done.stdout.splitlines():
        match = ROW.match(line)
        if match:
            rows[match.group(1).strip()] = (float(match.group(2)), match.group(5))
    return rows, done.stdout.splitlines()[-1]


def run_often(bench, folders):
    """For each folder the least of each figure, and the sizes of the base."""
    best = [run(bench, folder) for folder in folders]
    for _ in range(ROUNDS - 1):
        for (rows, _), folder in zip(best, folders):
            for figure, time in run(bench, folder)[0].items():
                rows[figure] = min(rows[figure], time)
    return best


def main():
    bench, knowledge = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        out = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(name)
        folders = []
        for n_rules, n_treatments in SIZES:
            folder = out / ('synthetic-%d' % n_rules)
            make_base(folder, knowledge, n_rules, n_treatments)
            folders.append(folder)
        (small, small_sizes), (large, large_sizes) = run_often(bench, folders)
    print('| %-48s | %12s | %12s | growth |' % ('median', '150 rules', '1,500 rules'))
    print('| --- | ---: | ---: | ---: |')
    for figure, (time, unit) in small.items():
        other = large[figure][0]
        print('| %-48s | %9.2f %s | %9.2f %s | %6.1f |'
              % (figure, time, unit, other, unit, other / time if time else 0))
    print(small_sizes)
    print(large_sizes)


if __name__ == '__main__':
    main()
