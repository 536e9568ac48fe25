#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `leio-cli audit` proves with its diagrams is proved again by z3.

test_z3.py: the shipped base, every clash, gap, property, rule, value of a derived fact and
question; then copies with one planted fault each. Speaks TAP. Needs LEIO_CLI, LEIO_SOURCE_DIR
and z3.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from leiosmt import Base, all_of, negation

CLI = os.environ['LEIO_CLI']
SHIPPED = Path(os.environ['LEIO_SOURCE_DIR']) / 'data/knowledge/leiomyosarcoma'
Z3 = os.environ.get('Z3', 'z3')
KINDS = ['clash', 'gap', 'property', 'contradiction', 'dead_rule', 'dead_value', 'never_asked']


class Solver:
    """One z3 that keeps the base and is asked one term after another."""

    def __init__(self, base):
        self.process = subprocess.Popen([Z3, '-in', '-smt2'], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.n_asked = 0
        self.send('(set-option :produce-models false)')
        self.send('\n'.join(base.lines))

    def send(self, text):
        self.process.stdin.write(text + '\n')

    def is_sat(self, term):
        self.send('(push)\n(assert %s)\n(check-sat)\n(pop)' % term)
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if answer not in ('sat', 'unsat'):
            raise RuntimeError('z3 says %r' % answer)
        self.n_asked += 1
        return answer == 'sat'

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def audit(folder):
    done = subprocess.run([CLI, 'audit', '--knowledge', str(folder), '--format', 'json'],
                          capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


def told(findings, kind):
    return sorted({one['subject'] for one in findings if one['kind'] == kind})


def prove(base, solver, wanted=lambda kind, subject: True):
    """What z3 finds, as {kind: [subjects]}."""
    found = {kind: set() for kind in KINDS}
    for kind, subject, term in base.violations():
        if wanted(kind, subject) and solver.is_sat(term):
            found[kind].add(subject)
    for kind, subject, term in base.needs():
        if wanted(kind, subject) and not solver.is_sat(term):
            found[kind].add(subject)
    return {kind: sorted(subjects) for kind, subjects in found.items()}


def fault_of(base, finding):
    if finding['kind'] == 'clash':
        rules = [base.rules[rule] for rule in finding['rules']]
        return all_of(base.in_force(rule, finding['subject']) for rule in rules)
    if finding['kind'] == 'gap':
        return base.gap(finding['subject'])
    return base.broken(base.properties[finding['subject']])


def check_witness(base, solver, finding):
    """In every completion of the witness the fault is there, and there is one."""
    answers = finding['witness']['answers']
    case = all_of(base.answer(name, value) for name, value in answers.items())
    fault = fault_of(base, finding)
    assert solver.is_sat(all_of([case, fault])), 'no completion of the witness shows %s' % finding
    assert not solver.is_sat(all_of([case, negation(fault)])), \
        'the witness leaves open %s' % finding


def compare(folder, wanted=lambda kind, subject: True):
    findings = audit(folder)['findings']
    base = Base(folder)
    solver = Solver(base)
    found = prove(base, solver, wanted)
    for kind in KINDS:
        assert found[kind] == told(findings, kind), \
            '%s: z3 finds %s, the audit %s' % (kind, found[kind], told(findings, kind))
    for finding in findings:
        if finding['witness'] is not None:
            check_witness(base, solver, finding)
    solver.close()
    print('# %d questions to z3' % solver.n_asked)
    return found


def append(folder, file, member, element):
    path = folder / file
    data = json.loads(path.read_text())
    data[member].append(element)
    path.write_text(json.dumps(data))


def plant_rule(when, effect='cautions', treatment='hysterectomy', **more):
    rule = {'id': 'planted', 'treatment': treatment, 'effect': effect, 'when': when, 'why': 'W',
            'plain': 'P', 'evidence': ['ajcc-8'], **more}
    return lambda folder: append(folder, 'rules/surgery.json', 'rules', rule)


def plant_question(folder, ask_if):
    append(folder, 'questions.json', 'questions', {
        'id': 'planted', 'section': 'diagnosis', 'kind': 'choice', 'ask_if': ask_if,
        'values': [{'id': 'no', 'label': 'N'}, {'id': 'yes', 'label': 'Y'}],
        'question': 'Q', 'plain_question': 'Q', 'short': 'q', 'why': 'W'})


def plant_property(condition, then):
    return lambda folder: append(folder, 'properties.json', 'properties',
                                 {'id': 'planted', 'if': condition, 'then': then})


def plant_value(folder):
    path = folder / 'definitions.json'
    data = json.loads(path.read_text())
    data['derived'][0]['values'].append({'id': 'planted', 'label': 'P'})
    path.write_text(json.dumps(data))


def require_phase(folder):
    path = folder / 'knowledge.json'
    data = json.loads(path.read_text())
    for phase in data['phases']:
        phase['required'] = True
    path.write_text(json.dumps(data))


def plant_clash(folder):
    """Takes the overrides from the first rule that speaks against what another recommends."""
    for path in sorted((folder / 'rules').iterdir()):
        data = json.loads(path.read_text())
        for rule in data['rules']:
            if rule['effect'] == 'advises_against' and rule.pop('overrides', None):
                path.write_text(json.dumps(data))
                return
    raise AssertionError('no rule overrides another')


# What is planted, and what must then be found: the kinds in which something is.
PLANTS = [
    ('a lost override', plant_clash, ['clash']),
    ('phases in which many need nothing', require_phase, ['gap']),
    ('a property of a set of two', plant_property(
        'symptoms has at least 2 and not symptoms has pain',
        {'treatment': 'emergency_referral', 'not_in': ['recommended']}), ['property']),
    ('a property about a number', plant_property(
        'size_cm > 5 and size_cm <= 5.1 and site = limb and depth = deep',
        {'treatment': 'preoperative_radiation', 'in': ['not_relevant']}), ['property']),
    ('two sites at once', plant_rule('site = uterus and depth = deep'), ['dead_rule']),
    ('"!=" where nothing is asked', plant_rule('site = limb and menopause != after'),
     ['dead_rule']),
    ('"not =" where nothing is asked', plant_rule('site = limb and not menopause = after'), []),
    ('the other value than if_not_asked', plant_rule('reproductive = neither and pregnancy = yes'),
     ['dead_rule']),
    ('the value of if_not_asked', plant_rule('reproductive = neither and pregnancy = no'), []),
    ('an impossible combination', plant_rule('site = uterus and reproductive = could_father'),
     ['dead_rule']),
    ('a value without a row', plant_value, ['dead_value']),
    ('a question for nobody',
     lambda folder: plant_question(folder, 'menopause = after and pregnancy = yes'),
     ['never_asked']),
]


def with_copy(plant):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / 'base'
        shutil.copytree(SHIPPED, folder)
        plant(folder)
        # Of what has not been touched the shipped base tells enough.
        findings = audit(folder)['findings']
        subjects = {(one['kind'], one['subject']) for one in findings} | {('dead_rule', 'planted')}
        kinds = {one['kind'] for one in findings} - {'property', 'dead_rule', 'never_asked'}
        return compare(folder, lambda kind, subject: kind in kinds or (kind, subject) in subjects)


def test_shipped():
    found = compare(SHIPPED)
    assert not any(found.values()), found


def test_plant(plant, kinds):
    found = with_copy(plant)
    assert [kind for kind in KINDS if found[kind]] == kinds, found


def test_contradiction():
    """Where no case is possible z3 finds no case, and the audit says so."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / 'base'
        shutil.copytree(SHIPPED, folder)
        append(folder, 'questions.json', 'impossible',
               {'id': 'planted', 'when': 'age >= 18', 'why': 'W', 'plain': 'P'})
        found = compare(folder, lambda kind, subject: kind not in ('clash', 'gap', 'property'))
    assert found['contradiction'] and found['dead_rule'] and found['never_asked'], found


def main():
    tests = [('the shipped base', test_shipped)]
    tests += [(name, lambda plant=plant, kinds=kinds: test_plant(plant, kinds))
              for name, plant, kinds in PLANTS]
    tests += [('no possible case', test_contradiction)]
    print('1..%d' % len(tests))
    failed = 0
    for number, (name, test) in enumerate(tests, 1):
        try:
            test()
            print('ok %d - %s' % (number, name), flush=True)
        except (AssertionError, RuntimeError, ValueError, KeyError) as error:
            failed += 1
            print('not ok %d - %s' % (number, name))
            print('\n'.join('# ' + line for line in str(error).splitlines()), flush=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
