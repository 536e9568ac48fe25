# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A knowledge base as SMT-LIB, so that a solver that agrees with `leio-cli audit` speaks for both.

A choice or scale is an integer, a number a real, a set one truth value for each of its members. An
atom over a question that is not asked is false, or what if_not_asked makes of it. A derived fact is
an integer, -1 where no row holds.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / 'helpers'))

import leiocondition  # noqa: E402
from leiocondition import values_of  # noqa: E402

STATUSES = ['recommended', 'option', 'trial_only', 'not_advised', 'contraindicated', 'not_relevant']
SUPPORTS = ['recommends', 'offers', 'trial_only']
# What decides first stands first.
DECIDES = [('rules_out', 'contraindicated'), ('advises_against', 'not_advised'),
           ('recommends', 'recommended'), ('offers', 'option'), ('trial_only', 'trial_only')]


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


def decimal(text):
    number = text.lstrip('-')
    number = number if '.' in number else number + '.0'
    return '(- %s)' % number if text.startswith('-') else number


class Base(leiocondition.Base):
    def __init__(self, folder):
        super().__init__(folder)
        self.phases = [one['id'] for one in self.manifest['phases'] if one.get('required')]
        self.lines, self.done = [], set()
        self.write()

    def define(self, name, sort, term):
        self.done.add(name)
        self.lines.append('(define-fun %s () %s %s)' % (name, sort, term))

    def term(self, text):
        return self.of_tree(self.tree(text))

    def of_tree(self, tree):
        kind = tree[0]
        if kind == 'always':
            return 'true'
        if kind in ('and', 'or'):
            return join(kind, map(self.of_tree, tree[1]), None)
        if kind == 'not':
            return negation(self.of_tree(tree[1]))
        if kind == 'definition':
            return self.definition(tree[1])
        if kind == 'derived':
            variable, known = self.derived_fact(tree[1]), values_of(self.derived[tree[1]])
            return any_of('(= %s %d)' % (variable, known.index(value)) for value in tree[2])
        question = self.questions[tree[1]]
        if kind == 'choice':
            default = 'true' if question.get('if_not_asked') in tree[2] else 'false'
            return self.where_asked(question, self.is_one_of(question, tree[2]), default)
        if kind == 'number':
            return self.where_asked(question, self.over_number(*tree[1:]), 'false')
        return self.where_asked(question, self.over_set(*tree), 'false')

    @staticmethod
    def over_number(name, sign, number):
        term = '(%s q.%s %s)' % ('=' if sign == '!=' else sign, name, decimal(number))
        return negation(term) if sign == '!=' else term

    def over_set(self, kind, name, more=None):
        known = values_of(self.questions[name])

        def holds_any(values):
            return any_of('q.%s.%s' % (name, value) for value in values)

        if kind == 'any':
            return holds_any(more)
        if kind == 'empty':
            return negation(holds_any(known))
        if kind == 'within':
            return negation(holds_any(value for value in known if value not in more))
        terms = ' '.join('(ite q.%s.%s 1 0)' % (name, value) for value in known)
        return '(>= (+ 0 %s) %d)' % (terms, more)

    # Each of these defines what it names when it is needed first, so that SMT-LIB has it in order.

    def definition(self, name):
        if 'd.' + name not in self.done:
            self.define('d.' + name, 'Bool', self.term(self.definitions[name]['when']))
        return 'd.' + name

    def derived_fact(self, name):
        fact = self.derived[name]
        if 'f.' + name not in self.done:
            known = values_of(fact)
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

    @staticmethod
    def is_one_of(question, values):
        known = values_of(question)
        return any_of('(= q.%s %d)' % (question['id'], known.index(value)) for value in values)

    def in_force(self, rule, treatment):
        name = 'force.%s.%s' % (treatment, rule['id'])
        if name not in self.done:
            terms = [negation(self.in_force(other, treatment))
                     for other in self.overriders(rule, treatment)]
            self.define(name, 'Bool', all_of(['applies.' + rule['id']] + terms))
        return name

    def arguments(self, treatment, effects):
        return [self.in_force(rule, treatment) for rule in self.rules.values()
                if rule['effect'] in effects and treatment in self.targets(rule)]

    def write_question(self, question):
        name = 'q.' + question['id']
        if question['kind'] == 'set':
            for value in values_of(question):
                self.lines.append('(declare-const %s.%s Bool)' % (name, value))
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

    @staticmethod
    def status_in(treatment, statuses):
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
        yield 'contradiction', self.manifest['id'], 'true'
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
            return '(= q.%s %s)' % (name, decimal(repr(float(value))))
        if question['kind'] == 'set':
            return all_of('(= q.%s.%s %s)' % (name, one, str(one in value).lower())
                          for one in values_of(question))
        return self.is_one_of(question, [value])
