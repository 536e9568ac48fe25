# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the files of a knowledge base, and the conditions in them as trees. Nothing of Leio's own
code is used, so that what is translated from here (SMT-LIB, CLIPS, Prolog) is a second opinion.

A tree is one of
    ('always',)  ('and', trees)  ('or', trees)  ('not', tree)
    ('definition', name)  ('derived', name, values)  ('choice', name, values)
    ('number', name, sign, text)  ('any', name, values)  ('within', name, values)
    ('at_least', name, count)  ('empty', name)
where the values are those for which the atom holds; 'choice' is a scale too.
"""

import json
import re
from pathlib import Path

TOKEN = re.compile(r'\s*(<=|>=|!=|[<>=(),-]|[A-Za-z0-9_.]+)')


class Reader:
    """Reads one condition."""

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

    def accept(self, word):
        return bool(self.tokens) and self.tokens[-1] == word and self.tokens.pop()

    def expect(self, word):
        if not self.accept(word):
            raise ValueError('%r: expected %r before %r' % (self.text, word, self.tokens[::-1]))

    def read(self):
        tree = self.condition()
        if self.tokens:
            raise ValueError('%r: what is %r' % (self.text, self.tokens[::-1]))
        return tree

    def joined(self, word, operand):
        parts = [operand()]
        while self.accept(word):
            parts.append(operand())
        return (word, parts) if len(parts) > 1 else parts[0]

    def condition(self):
        return self.joined('or', lambda: self.joined('and', self.factor))

    def factor(self):
        if self.accept('not'):
            return ('not', self.factor())
        if self.accept('('):
            tree = self.condition()
            self.expect(')')
            return tree
        return self.atom()

    def atom(self):
        name = self.tokens.pop()
        if name == 'always':
            return ('always',)
        if name in self.base.definitions:
            return ('definition', name)
        if name in self.base.derived:
            return ('derived', name, self.compared(values_of(self.base.derived[name])))
        question = self.base.questions[name]
        if question['kind'] == 'number':
            sign = self.tokens.pop()
            return ('number', name, sign, ('-' if self.accept('-') else '') + self.tokens.pop())
        if question['kind'] == 'set':
            return self.over_set(name, values_of(question))
        return ('choice', name, self.compared(values_of(question)))

    def compared(self, known):
        """The values for which a comparison with = != in < <= > >= holds."""
        if self.accept('in'):
            return self.list(known)
        sign, value = self.tokens.pop(), self.tokens.pop()
        place = known.index(value)
        return {'=': [value], '!=': [other for other in known if other != value],
                '<': known[:place], '<=': known[:place + 1],
                '>': known[place + 1:], '>=': known[place:]}[sign]

    def value(self, known):
        value = self.tokens.pop()
        known.index(value)
        return value

    def list(self, known):
        self.expect('(')
        values = [self.value(known)]
        while self.accept(','):
            values.append(self.value(known))
        self.expect(')')
        return values

    def over_set(self, name, known):
        if self.accept('is'):
            self.expect('empty')
            return ('empty', name)
        if self.accept('within'):
            return ('within', name, self.list(known))
        self.expect('has')
        if self.accept('any'):
            return ('any', name, self.list(known))
        if self.accept('at'):
            self.expect('least')
            return ('at_least', name, int(self.tokens.pop()))
        return ('any', name, [self.value(known)])


def values_of(fact):
    return [value['id'] for value in fact['values']]


class Base:
    """The files, by id."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.manifest = self.read('knowledge.json')
        files = self.manifest['files']
        questions = self.read(files['questions'])
        definitions = self.read(files['definitions'])
        treatments = self.read(files['treatments'])
        self.questions = {one['id']: one for one in questions['questions']}
        self.impossible = questions['impossible']
        self.definitions = {one['id']: one for one in definitions['definitions']}
        self.derived = {one['id']: one for one in definitions['derived']}
        self.treatments = {one['id']: one for one in treatments['treatments']}
        self.sets = {one['id']: one['treatments'] for one in treatments.get('sets', [])}
        self.rules = {one['id']: one for file in files['rules'] for one in self.read(file)['rules']}
        self.properties = {one['id']: one for one in self.read(files['properties'])['properties']}

    def read(self, name):
        return json.loads((self.folder / name).read_text())

    def tree(self, text):
        return Reader(self, text).read()

    def targets(self, rule):
        named = rule['treatment']
        return named if isinstance(named, list) else self.sets.get(named, [named])

    def overriders(self, rule, treatment):
        return [other for other in self.rules.values()
                if rule['id'] in other.get('overrides', []) and treatment in self.targets(other)]
