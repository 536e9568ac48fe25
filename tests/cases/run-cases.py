#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the advice on written clinical cases against what a specialist expects.

run-cases.py LEIO_CLI CASES [KNOWLEDGE]: reads every NAME.leio below the folder CASES, lets
LEIO_CLI evaluate it, and prints TAP, one test a case and some about the whole collection. Exit
status 1 where a test fails. README.md in this folder says how a case is written.
"""
import json
import pathlib
import re
import subprocess
import sys

STATUSES = {'recommended', 'option', 'trial_only', 'not_advised', 'contraindicated', 'not_relevant'}
LEAST = {'guideline': 40, 'published': 25}
MEMBERS = {'expected': dict, 'expected_derived': dict, 'basis': list, 'source': dict}
WHITE_SPACE = re.compile(r'\s*')
FORMS = {'doi': re.compile(r'10\.\d{4,9}/\S+'), 'pmid': re.compile(r'\d{5,9}')}


class Knowledge:
    """What a case may name."""

    def __init__(self, folder):
        def load(name):
            return json.loads((folder / name).read_text(encoding='utf-8'))
        definitions = load('definitions.json')
        self.treatments = {treatment['id'] for treatment in load('treatments.json')['treatments']}
        self.sources = {source['id'] for source in load('evidence.json')['sources']}
        self.derived = {fact['id']: {value['id'] for value in fact['values']} | {None}
                        for fact in definitions['derived']}


def allowed(expected):
    """The values that an expectation names, whichever of its three forms it has."""
    if isinstance(expected, dict):
        expected = expected.get('open')
    return set(expected) if isinstance(expected, list) else {expected}


def form_faults(place, expected, known):
    """A value, a list of values, or {"open": [at least two]}; each of them known."""
    if isinstance(expected, dict) and not (set(expected) == {'open'}
                                           and isinstance(expected['open'], list)
                                           and len(expected['open']) > 1):
        return ['%s: found %s; expected {"open": [two or more]}' % (place, json.dumps(expected))]
    if isinstance(expected, list) and not expected:
        return ['%s: the list is empty' % place]
    values = expected['open'] if isinstance(expected, dict) else expected
    return ["%s: '%s' is unknown" % (place, value)
            for value in (values if isinstance(values, list) else [values]) if value not in known]


def expectation_faults(case, knowledge):
    expected = case.get('expected')
    if not isinstance(expected, dict) or not expected:
        return ["'expected' is missing"]
    faults = ["expected: unknown treatment '%s'" % one for one in expected
              if one not in knowledge.treatments]
    for treatment, value in expected.items():
        faults += form_faults('expected: ' + treatment, value, STATUSES)
    for fact, value in case.get('expected_derived', {}).items():
        if fact not in knowledge.derived:
            faults.append("expected_derived: unknown fact '%s'" % fact)
        else:
            faults += form_faults('expected_derived: ' + fact, value, knowledge.derived[fact])
    return faults


def source_faults(case, kind, knowledge):
    """A published case names its report, any other the sources of its expectations."""
    source = case.get('source')
    if kind == 'published' and not source:
        return ["'source' is missing"]
    faults = []
    if source is not None:
        faults += ["source: '%s' is missing" % member for member in ('citation', 'url', 'report')
                   if not str(source.get(member, '')).strip()]
        faults += ["source: %s: found '%s'" % (member, source[member])
                   for member, form in FORMS.items()
                   if member in source and not form.fullmatch(str(source[member]))]
    elif not case.get('basis'):
        faults.append("'basis' is missing")
    return faults + ["basis: unknown source '%s'" % one for one in case.get('basis', [])
                     if one not in knowledge.sources]


def differ(place, expected, possible):
    """How the program differs, in one line; an empty list where it does not."""
    wanted = allowed(expected)
    exact = isinstance(expected, dict)
    if possible == wanted or (not exact and possible and possible <= wanted):
        return []
    words = [sorted(str(value) for value in values) for values in (wanted, possible)]
    return ['%s: expected %s%s, found %s' % (place, 'open between ' if exact else '',
                                            ' or '.join(words[0]), ' or '.join(words[1]))]


def advice_faults(case, evaluation):
    faults = ["odd answers: '%s'" % odd['id'] for odd in evaluation['odd']]
    advice = {treatment['id']: set(treatment['possible']) for treatment in evaluation['treatments']}
    for treatment, expected in case['expected'].items():
        faults += differ(treatment, expected, advice[treatment])
    for fact, expected in case.get('expected_derived', {}).items():
        derived = evaluation['derived'][fact]
        possible = set(derived['possible']) | ({None} if derived['none_possible'] else set())
        exact = {'open': expected} if isinstance(expected, list) else expected
        faults += differ(fact, exact, possible)
    return faults


def evaluate(cli, knowledge, paths):
    """One evaluation a file; where a file is refused, what the program says of it."""
    command = [cli, '--knowledge', str(knowledge), 'evaluate', '--format', 'json']
    run = subprocess.run(command + [str(path) for path in paths], capture_output=True, text=True,
                         check=False)
    if run.returncode not in (0, 1) and len(paths) > 1:
        return [evaluate(cli, knowledge, [path])[0] for path in paths]
    decoder, text, end, found = json.JSONDecoder(), run.stdout.rstrip(), 0, []
    while end < len(text):
        value, end = decoder.raw_decode(text, WHITE_SPACE.match(text, end).end())
        found.append(value)
    return found if len(found) == len(paths) else [run.stderr.strip()] * len(paths)


def read(path):
    """The case of a file, or what is wrong with it."""
    try:
        case = json.loads(path.read_text(encoding='utf-8'))
    except ValueError as error:
        return {}, ['not a case file: %s' % error]
    if not isinstance(case, dict):
        return {}, ['not a case file']
    return case, ["'%s' has the wrong type" % member for member, kind in MEMBERS.items()
                  if not isinstance(case.get(member, kind()), kind)]


def check(path, kind, knowledge, evaluation):
    case, faults = read(path)
    if faults:
        return faults, {}
    faults = expectation_faults(case, knowledge) + source_faults(case, kind, knowledge)
    if isinstance(evaluation, str):
        faults.append(evaluation or 'leio-cli printed nothing')
    elif not faults:
        faults = advice_faults(case, evaluation)
    return faults, case


def collection_faults(cases, knowledge):
    """Pairs of a test's name and its faults, on all cases together."""
    relevant, labels = set(), [case.get('label') for _, case in cases]
    for _, case in cases:
        relevant |= {treatment for treatment, expected in case.get('expected', {}).items()
                     if 'not_relevant' not in allowed(expected)}
    missing = sorted(knowledge.treatments - relevant)
    yield 'every treatment is expected to matter in some case', missing
    double = sorted({str(label) for label in labels if labels.count(label) > 1})
    yield 'every case has a label of its own', double
    for kind, least in LEAST.items():
        number = sum(one == kind for one, _ in cases)
        faults = [] if number >= least else ['%d found' % number]
        yield 'at least %d cases are %s' % (least, kind), faults


def report(number, name, faults):
    print('%s %d - %s' % ('not ok' if faults else 'ok', number, name))
    for fault in faults:
        print('\n'.join('#   ' + line for line in str(fault).splitlines()))


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    cli, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    base = pathlib.Path(sys.argv[3]) if len(sys.argv) == 4 else \
        folder.resolve().parents[1] / 'data' / 'knowledge' / 'leiomyosarcoma'
    knowledge, paths = Knowledge(base), sorted(folder.glob('**/*.leio'))
    results, cases = [], []
    for path, evaluation in zip(paths, evaluate(cli, base, paths)):
        faults, case = check(path, path.parent.name, knowledge, evaluation)
        results.append((str(path.relative_to(folder).with_suffix('')), faults))
        cases.append((path.parent.name, case))
    results += collection_faults(cases, knowledge)
    print('1..%d' % len(results))
    for number, (name, faults) in enumerate(results, 1):
        report(number, name, faults)
    return 1 if any(faults for _, faults in results) else 0


if __name__ == '__main__':
    sys.exit(main())
