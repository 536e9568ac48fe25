# SPDX-FileCopyrightText: 2026 The Leio authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A knowledge base as CLIPS rules and as a Prolog program, each in the manner of its language.

CLIPS: every name is a kind of fact, conditions are patterns, and what must be known before "not"
may be asked of it has a higher salience. Prolog: every name is a predicate, "not" is negation as
failure.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / 'helpers'))

import leiocondition  # noqa: E402
from leiocondition import values_of  # noqa: E402

DECIDES = [('rules_out', 'contraindicated'), ('advises_against', 'not_advised'),
           ('recommends', 'recommended'), ('offers', 'option'), ('trial_only', 'trial_only')]
# A rule with more ways to hold is split: CLIPS makes a rule of each.
MAX_WAYS = 8


class Clips(leiocondition.Base):
    def __init__(self, folder):
        super().__init__(folder)
        self.text, self.levels, self.n_helpers, self.n_variables = [], {}, 0, 0
        self.write()

    # Patterns. Each gives (list of conditional elements, ways to hold, level of what it reads).

    def variable(self):
        self.n_variables += 1
        return '?x%d' % self.n_variables

    def pattern(self, tree, holds=True):
        kind = tree[0]
        if kind == 'not':
            return self.pattern(tree[1], not holds)
        if kind == 'always':
            return ['(initial-fact)' if holds else '(not (initial-fact))'], 1, 0
        if kind in ('and', 'or'):
            parts = [self.pattern(part, holds) for part in tree[1]]
            return self.all(parts) if (kind == 'and') == holds else self.any(parts)
        if kind == 'definition':
            return self.plain('(def %s)' % tree[1], holds, self.level_of_definition(tree[1]))
        if kind == 'derived':
            return self.plain('(derived %s %s)' % (tree[1], '|'.join(tree[2])), holds,
                              self.level_of_derived(tree[1]))
        level = self.level_of_answer(self.questions[tree[1]])
        if kind == 'choice':
            return self.plain('(answer %s %s)' % (tree[1], '|'.join(tree[2])), holds, level)
        if kind == 'number':
            sign, name = '<>' if tree[2] == '!=' else tree[2], self.variable()
            return self.plain('(answer %s %s&:(%s %s %s))' % (tree[1], name, sign, name, tree[3]),
                              holds, level)
        return self.over_set(tree, holds, level)

    @staticmethod
    def plain(pattern, holds, level):
        return [pattern if holds else '(not %s)' % pattern], 1, level

    def over_set(self, tree, holds, level):
        kind, name = tree[0], tree[1]
        if kind == 'at_least':
            names = [self.variable() for _ in range(tree[2])]
            members = ' '.join('(member %s %s%s)' % (name, one, ''.join('&~' + other for other in
                                                                        names[:number]))
                               for number, one in enumerate(names))
            return ['(exists %s)' % members if holds else '(not (and %s))' % members], 1, level
        if kind == 'any':
            member = '(member %s %s)' % (name, '|'.join(tree[2]))
            return ['(%s %s)' % ('exists' if holds else 'not', member)], 1, level
        outside = [value for value in values_of(self.questions[name])
                   if kind == 'empty' or value not in tree[2]]
        member = '(member %s %s)' % (name, '|'.join(outside))
        answered = '(answered %s)' % name
        if holds:
            return [answered] + ['(not %s)' % member] * bool(outside), 1, level
        return self.any([(['(not %s)' % answered], 1, level)]
                        + [(['(exists %s)' % member], 1, level)] * bool(outside))

    def all(self, parts):
        parts = list(parts)
        while True:
            ways = 1
            for part in parts:
                ways *= part[1]
            if ways <= MAX_WAYS:
                return sum((part[0] for part in parts), []), ways, max(part[2] for part in parts)
            parts.sort(key=lambda part: part[1])
            parts[-1] = self.helper(parts[-1])

    def any(self, parts):
        ways = sum(part[1] for part in parts)
        level = max(part[2] for part in parts)
        elements = [part[0][0] if len(part[0]) == 1 else '(and %s)' % ' '.join(part[0])
                    for part in parts]
        return ['(or %s)' % ' '.join(elements)], ways, level

    def helper(self, part):
        """A fact of its own for what can hold in many ways."""
        self.n_helpers += 1
        name = 'h%d' % self.n_helpers
        level = self.rule('helper-' + name, part, '(assert (helper %s))' % name)
        return ['(helper %s)' % name], 1, level

    # Rules. What a rule asserts is known from the level after its own on.

    def rule(self, name, part, action):
        elements, _, level = part
        self.text.append('(defrule %s (declare (salience %d))\n  %s\n  =>\n  %s)'
                         % (name, 9000 - level, '\n  '.join(elements), action))
        return level + 1

    def level_of_definition(self, name):
        if 'd.' + name not in self.levels:
            part = self.pattern(self.tree(self.definitions[name]['when']))
            self.levels['d.' + name] = self.rule('def-' + name, part, '(assert (def %s))' % name)
        return self.levels['d.' + name]

    def level_of_derived(self, name):
        if 'f.' + name not in self.levels:
            level = 0
            for number, row in enumerate(self.derived[name]['rows']):
                part = self.pattern(self.tree(row['when']))
                first = (['(not (derived %s ?))' % name], 1, level)
                level = self.rule('derived-%s-%d' % (name, number), self.all([part, first]),
                                  '(assert (derived %s %s))' % (name, row['value']))
            self.levels['f.' + name] = level
        return self.levels['f.' + name]

    def level_of_answer(self, question):
        name = question['id']
        if 'ask_if' not in question:
            return 0
        if 'q.' + name not in self.levels:
            part = self.pattern(self.tree(question['ask_if']))
            level = self.rule('asked-' + name, part, '(assert (asked %s))' % name)
            asked = '(asked %s)' % name
            takes = [('answer', '(given %s ?v)', '(answer %s ?v)'),
                     ('set', '(given-set %s)', '(answered %s)'),
                     ('member', '(given-member %s ?v)', '(member %s ?v)')]
            for kind, given, taken in takes:
                after = self.rule('take-%s-%s' % (kind, name), ([asked, given % name], 1, level),
                                  '(assert %s)' % (taken % name))
            if 'if_not_asked' in question:
                self.rule('default-' + name, (['(not %s)' % asked], 1, level),
                          '(assert (answer %s %s))' % (name, question['if_not_asked']))
            self.levels['q.' + name] = after
        return self.levels['q.' + name]

    def level_of_force(self, rule, treatment):
        name = '%s-%s' % (treatment, rule['id'])
        if name not in self.levels:
            over = self.overriders(rule, treatment)
            level = max([self.levels['a.' + rule['id']]]
                        + [self.level_of_force(other, treatment) for other in over])
            elements = ['(applies %s)' % rule['id']] \
                + ['(not (force %s %s ?))' % (treatment, other['id']) for other in over]
            self.levels[name] = self.rule('force-' + name, (elements, 1, level),
                                          '(assert (force %s %s %s))'
                                          % (treatment, rule['id'], rule['effect']))
        return self.levels[name]

    def write(self):
        for rule in self.rules.values():
            part = self.pattern(self.tree(rule['when']))
            self.levels['a.' + rule['id']] = self.rule(
                'applies-' + rule['id'], part, '(assert (applies %s))' % rule['id'])
        for rule in self.rules.values():
            for treatment in self.targets(rule):
                self.level_of_force(rule, treatment)
        level = max(self.levels.values())
        for effect, status in DECIDES:
            level = self.rule('status-' + status,
                              (['(force ?t ? %s)' % effect, '(not (status ?t ?))'], 1, level),
                              '(assert (status ?t %s))' % status)

    def facts(self, answers):
        """The facts of one case."""
        facts = []
        for name, value in answers.items():
            question = self.questions[name]
            free = 'ask_if' not in question
            if question['kind'] == 'set':
                facts.append('(%s %s)' % ('answered' if free else 'given-set', name))
                facts += ['(%s %s %s)' % ('member' if free else 'given-member', name, one)
                          for one in value]
            else:
                facts.append('(%s %s %s)' % ('answer' if free else 'given', name, value))
        return facts


class Prolog(leiocondition.Base):
    def __init__(self, folder, tabled):
        super().__init__(folder)
        self.n_variables = 0
        self.text = [':- table asked/1, def/1, derived/2, applies/1, force/3.'] if tabled else []
        self.write()

    def variable(self):
        self.n_variables += 1
        return 'X%d' % self.n_variables

    def goal(self, tree):
        kind = tree[0]
        if kind == 'always':
            return 'true'
        if kind in ('and', 'or'):
            return '(%s)' % ({'and': ', ', 'or': ' ; '}[kind].join(map(self.goal, tree[1])))
        if kind == 'not':
            return '\\+ (%s)' % self.goal(tree[1])
        if kind == 'definition':
            return "def('%s')" % tree[1]
        if kind in ('derived', 'choice'):
            return self.one_of('derived' if kind == 'derived' else 'answer', tree[1], tree[2])
        name, variable = "'%s'" % tree[1], self.variable()
        if kind == 'number':
            sign = {'=': '=:=', '!=': '=\\=', '<=': '=<'}.get(tree[2], tree[2])
            return '(answer(%s, %s), %s %s %s)' % (name, variable, variable, sign, tree[3])
        if kind == 'any':
            return self.one_of('has', tree[1], tree[2])
        if kind == 'empty':
            return '(asked(%s), \\+ has(%s, _))' % (name, name)
        if kind == 'within':
            return '(asked(%s), \\+ (has(%s, %s), \\+ memberchk(%s, %s)))' \
                % (name, name, variable, variable, self.list(tree[2]))
        return '(aggregate_all(count, has(%s, _), %s), %s >= %d)' \
            % (name, variable, variable, tree[2])

    @staticmethod
    def list(values):
        return '[%s]' % ', '.join("'%s'" % value for value in values)

    def one_of(self, predicate, name, values):
        if len(values) == 1:
            return "%s('%s', '%s')" % (predicate, name, values[0])
        variable = self.variable()
        return "(%s('%s', %s), memberchk(%s, %s))" % (predicate, name, variable, variable,
                                                      self.list(values))

    def clause(self, head, when):
        self.n_variables = 0
        self.text.append('%s :- %s.' % (head, self.goal(self.tree(when))))

    def write(self):
        self.text += [':- dynamic given/2, given_member/2.', ':- discontiguous answer/2.',
                      'answer(Q, V) :- given(Q, V), asked(Q).',
                      'has(Q, V) :- given_member(Q, V), asked(Q).']
        for name, question in self.questions.items():
            if 'if_not_asked' in question:
                self.text.append("answer('%s', '%s') :- \\+ asked('%s')."
                                 % (name, question['if_not_asked'], name))
        for name, question in self.questions.items():
            self.clause("asked('%s')" % name, question.get('ask_if', 'always'))
        for name, one in self.definitions.items():
            self.clause("def('%s')" % name, one['when'])
        for name, fact in self.derived.items():
            self.n_variables = 0
            rows = ["%s -> V = '%s'" % (self.goal(self.tree(row['when'])), row['value'])
                    for row in fact['rows']]
            self.text.append("derived('%s', V) :- (%s)." % (name, ' ; '.join(rows)))
        for rule in self.rules.values():
            self.clause("applies('%s')" % rule['id'], rule['when'])
        self.write_force()

    def write_force(self):
        pairs = sorted((treatment, rule['id']) for rule in self.rules.values()
                       for treatment in self.targets(rule))
        self.text += [':- dynamic overrides/3.']
        self.text += ["treatment('%s')." % treatment for treatment in self.treatments]
        self.text += ["argument('%s', '%s', %s)." % (treatment, rule, self.rules[rule]['effect'])
                      for treatment, rule in pairs]
        self.text += ["overrides('%s', '%s', '%s')." % (treatment, other['id'], rule)
                      for treatment, rule in pairs
                      for other in self.overriders(self.rules[rule], treatment)]
        self.text += ['force(T, R, E) :- argument(T, R, E), applies(R),',
                      '  \\+ (overrides(T, O, R), force(T, O, _)).']
        choices = ' ; '.join('force(T, _, %s) -> S = %s' % pair for pair in DECIDES)
        self.text.append('status(T, S) :- treatment(T), (%s ; S = not_relevant).' % choices)

    def facts(self, answers):
        facts = []
        for name, value in answers.items():
            kind = self.questions[name]['kind']
            if kind == 'set':
                facts += ["given_member('%s', '%s')" % (name, one) for one in value]
            elif kind == 'number':
                facts.append("given('%s', %s)" % (name, value))
            else:
                facts.append("given('%s', '%s')" % (name, value))
        return facts
