# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A knowledge base as SMT-LIB, read from its JSON files alone: nothing of Leio's own parser or
diagrams is used, so a solver that agrees with `leio-cli audit` speaks for both.

A choice or scale is an integer, a number a real, a set one truth value for each of its members. An
atom over a question that is not asked is false, or what if_not_asked makes of it. A derived fact is
an integer, -1 where no row holds.
"""

import json
import re
from pathlib import Path

STATUSES = ['recommended', 'option', 'trial_only', 'not_advised', 'contraindicated', 'not_relevant']
SUPPORTS = ['recommends', 'offers', 'trial_only']
# What decides first stands first.
DECIDES = [('rules_out', 'contraindicated'), ('advises_against', 'not_advised'),
           ('recommends', 'recommended'), ('offers', 'option'), ('trial_only', 'trial_only')]
TOKEN = re.compile(r'\s*(<=|>=|!=|[<>=(),-]|[A-Za-z0-9_.]+)')


def join(operator, parts, empty):
    parts = list(parts)
    if not parts:
        return empty
    return parts[0] if len(parts) == 1 else '(%s %s)' % (operator, ' '.join(parts))


def any_of(parts):
    return join('or', parts, 'false')


def all_of(parts):
    return join('and', parts, 'true')


def negation(part):
    return '(not %s)' % part


class Reader:
    """Reads one condition into an SMT-LIB term."""

    def __init__(self, base, text):
        self.base, self.text = base, text
        self.tokens, end = [], 0
        while text[end:].strip():
            match = TOKEN.match(text, end)
            if match is None:
                raise ValueError('%r: %r is no word of a condition' % (text, text[end:]))
            self.tokens.append(match.group(1))
            end = match.end()
        self.tokens.reverse()

    def next_is(self, *words):
        return bool(self.tokens) and self.tokens[-1] in words

    def accept(self, *words):
        return self.tokens.pop() if self.next_is(*words) else None

    def expect(self, word):
        if not self.accept(word):
            raise ValueError('%r: expected %r before %r' % (self.text, word, self.tokens[::-1]))

    def read(self):
        term = self.condition()
        if self.tokens:
            raise ValueError('%r: what is %r' % (self.text, self.tokens[::-1]))
        return term

    def condition(self):
        parts = [self.conjunction()]
        while self.accept('or'):
            parts.append(self.conjunction())
        return any_of(parts)

    def conjunction(self):
        parts = [self.factor()]
        while self.accept('and'):
            parts.append(self.factor())
        return all_of(parts)

    def factor(self):
        if self.accept('not'):
            return negation(self.factor())
        if self.accept('('):
            term = self.condition()
            self.expect(')')
            return term
        return self.atom()

    def atom(self):
        name = self.tokens.pop()
        if name == 'always':
            return 'true'
        if name in self.base.definitions:
            return self.base.definition(name)
        if name in self.base.derived:
            return self.over_derived(name)
        question = self.base.questions[name]
        if question['kind'] == 'number':
            return self.base.where_asked(question, self.over_number(name), 'false')
        if question['kind'] == 'set':
            return self.base.where_asked(question, self.over_set(name), 'false')
        chosen = self.values([value['id'] for value in question['values']])
        default = 'true' if question.get('if_not_asked') in chosen else 'false'
        return self.base.where_asked(question, self.base.is_one_of(question, chosen), default)

    def values(self, known):
        """The values for which a comparison with = != in < <= > >= holds."""
        if self.accept('in'):
            chosen = self.list()
        else:
            sign, value = self.tokens.pop(), self.tokens.pop()
            place = known.index(value)
            chosen = {'=': [value], '!=': [other for other in known if other != value],
                      '<': known[:place], '<=': known[:place + 1],
                      '>': known[place + 1:], '>=': known[place:]}[sign]
        for value in chosen:
            known.index(value)
        return chosen

    def list(self):
        self.expect('(')
        values = [self.tokens.pop()]
        while self.accept(','):
            values.append(self.tokens.pop())
        self.expect(')')
        return values

    def over_derived(self, name):
        known = [value['id'] for value in self.base.derived[name]['values']]
        variable = self.base.derived_fact(name)
        return any_of('(= %s %d)' % (variable, known.index(value)) for value in self.values(known))

    def over_number(self, name):
        sign = self.tokens.pop()
        minus = self.accept('-')
        number = self.tokens.pop()
        number = number if '.' in number else number + '.0'
        number = '(- %s)' % number if minus else number
        term = '(%s q.%s %s)' % ('=' if sign == '!=' else sign, name, number)
        return negation(term) if sign == '!=' else term

    def over_set(self, name):
        known = [value['id'] for value in self.base.questions[name]['values']]

        def member(value):
            known.index(value)
            return 'q.%s.%s' % (name, value)

        if self.accept('is'):
            self.expect('empty')
            return negation(any_of(map(member, known)))
        if self.accept('within'):
            inside = self.list()
            return negation(any_of(member(value) for value in known if value not in inside))
        self.expect('has')
        if self.accept('any'):
            return any_of(map(member, self.list()))
        if self.accept('at'):
            self.expect('least')
            return '(>= (+ 0 %s) %s)' % (' '.join('(ite %s 1 0)' % member(value) for value in known),
                                         self.tokens.pop())
        return member(self.tokens.pop())


class Base:
    def __init__(self, folder):
        self.folder = Path(folder)
        manifest = self.read('knowledge.json')
        files = manifest['files']
        questions = self.read(files['questions'])
        definitions = self.read(files['definitions'])
        treatments = self.read(files['treatments'])
        self.questions = {one['id']: one for one in questions['questions']}
        self.impossible = questions['impossible']
        self.definitions = {one['id']: one for one in definitions['definitions']}
        self.derived = {one['id']: one for one in definitions['derived']}
        self.treatments = {one['id']: one for one in treatments['treatments']}
        self.sets = {one['id']: one['treatments'] for one in treatments.get('sets', [])}
        self.phases = [one['id'] for one in manifest['phases'] if one.get('required')]
        self.rules = {one['id']: one for file in files['rules'] for one in self.read(file)['rules']}
        self.properties = {one['id']: one for one in self.read(files['properties'])['properties']}
        self.lines, self.done = [], set()
        self.write()

    def read(self, name):
        return json.loads((self.folder / name).read_text())

    def define(self, name, sort, term):
        self.done.add(name)
        self.lines.append('(define-fun %s () %s %s)' % (name, sort, term))

    def term(self, text):
        return Reader(self, text).read()

    # Each of these defines what it names when it is needed first, so that SMT-LIB has it in order.

    def definition(self, name):
        if 'd.' + name not in self.done:
            self.define('d.' + name, 'Bool', self.term(self.definitions[name]['when']))
        return 'd.' + name

    def derived_fact(self, name):
        fact = self.derived[name]
        if 'f.' + name not in self.done:
            known = [value['id'] for value in fact['values']]
            term = '(- 1)'
            for row in reversed(fact['rows']):
                term = '(ite %s %d %s)' % (self.term(row['when']), known.index(row['value']), term)
            self.define('f.' + name, 'Int', term)
        return 'f.' + name

    def asked(self, question):
        if 'ask_if' not in question:
            return 'true'
        name = 'asked.' + question['id']
        if name not in self.done:
            self.define(name, 'Bool', self.term(question['ask_if']))
        return name

    def where_asked(self, question, atom, default):
        if 'ask_if' not in question:
            return atom
        return '(ite %s %s %s)' % (self.asked(question), atom, default)

    def is_one_of(self, question, values):
        known = [value['id'] for value in question['values']]
        return any_of('(= q.%s %d)' % (question['id'], known.index(value)) for value in values)

    def targets(self, rule):
        named = rule['treatment']
        if isinstance(named, list):
            return named
        return self.sets.get(named, [named])

    def in_force(self, rule, treatment):
        name = 'force.%s.%s' % (treatment, rule['id'])
        if name not in self.done:
            over = [other for other in self.rules.values()
                    if rule['id'] in other.get('overrides', []) and treatment in self.targets(other)]
            terms = [negation(self.in_force(other, treatment)) for other in over]
            self.define(name, 'Bool', all_of(['applies.' + rule['id']] + terms))
        return name

    def arguments(self, treatment, effects):
        return [self.in_force(rule, treatment) for rule in self.rules.values()
                if rule['effect'] in effects and treatment in self.targets(rule)]

    def write_question(self, question):
        name = 'q.' + question['id']
        if question['kind'] == 'set':
            for value in question['values']:
                self.lines.append('(declare-const %s.%s Bool)' % (name, value['id']))
        elif question['kind'] == 'number':
            self.lines.append('(declare-const %s Real)' % name)
            self.lines.append('(assert (and (<= %f %s) (<= %s %f)))'
                              % (question['min'], name, name, question['max']))
        else:
            self.lines.append('(declare-const %s Int)' % name)
            self.lines.append('(assert (and (<= 0 %s) (< %s %d)))'
                              % (name, name, len(question['values'])))

    def write_status(self, treatment):
        term = str(STATUSES.index('not_relevant'))
        for effect, status in reversed(DECIDES):
            holds = any_of(self.arguments(treatment, [effect]))
            term = '(ite %s %d %s)' % (holds, STATUSES.index(status), term)
        self.define('status.' + treatment, 'Int', term)

    def write(self):
        for question in self.questions.values():
            self.write_question(question)
        for question in self.questions.values():
            self.asked(question)
        for name in self.definitions:
            self.definition(name)
        for name in self.derived:
            self.derived_fact(name)
        for one in self.impossible:
            self.lines.append('(assert %s)' % negation(self.term(one['when'])))
        for rule in self.rules.values():
            self.define('applies.' + rule['id'], 'Bool', self.term(rule['when']))
        for treatment in self.treatments:
            self.write_status(treatment)

    # The faults, each a term that is satisfiable where the fault is there.

    def status_in(self, treatment, statuses):
        return any_of('(= status.%s %d)' % (treatment, STATUSES.index(status))
                      for status in statuses)

    def clash(self, treatment):
        return all_of([any_of(self.arguments(treatment, SUPPORTS)),
                       any_of(self.arguments(treatment, ['advises_against']))])

    def gap(self, phase):
        return negation(any_of(self.status_in(one['id'], ['recommended', 'option'])
                               for one in self.treatments.values() if one['phase'] == phase))

    def broken(self, one):
        then = one['then']
        inside = self.status_in(then['treatment'], then.get('in', then.get('not_in')))
        return all_of([self.term(one['if']), negation(inside) if 'in' in then else inside])

    def violations(self):
        """(kind, subject, term): satisfiable where the audit must tell a violation."""
        for treatment in self.treatments:
            yield 'clash', treatment, self.clash(treatment)
        for phase in self.phases:
            yield 'gap', phase, self.gap(phase)
        for one in self.properties.values():
            yield 'property', one['id'], self.broken(one)

    def needs(self):
        """(kind, subject, term): unsatisfiable where the audit must tell a violation."""
        yield 'contradiction', self.read('knowledge.json')['id'], 'true'
        for rule in self.rules:
            yield 'dead_rule', rule, 'applies.' + rule
        for name, fact in self.derived.items():
            for index, _ in enumerate(fact['values']):
                yield 'dead_value', name, '(= f.%s %d)' % (name, index)
        for question in self.questions.values():
            yield 'never_asked', question['id'], self.asked(question)

    # The answers of a case

    def answer(self, name, value):
        question = self.questions[name]
        if question['kind'] == 'number':
            return '(= q.%s %s)' % (name, repr(float(value)))
        if question['kind'] == 'set':
            return all_of('(= q.%s.%s %s)' % (name, one['id'], str(one['id'] in value).lower())
                          for one in question['values'])
        return self.is_one_of(question, [value])
