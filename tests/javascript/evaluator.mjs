// SPDX-FileCopyrightText: 2026 The Leio authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A second engine, as a reader of the format would write it: it reads the files of a knowledge
// base itself and knows no decision diagrams. Conditions are compiled to functions of three
// values (no, yes, unknown), and what an unfinished case can still become is found by setting one
// unknown after another, as a solver does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const NO = 0, YES = 1, UNKNOWN = 2;
const DECIDES = [['rules_out', 'contraindicated'], ['advises_against', 'not_advised'],
  ['recommends', 'recommended'], ['offers', 'option'], ['trial_only', 'trial_only']];
const TOKEN = /\s*(<=|>=|!=|[<>=(),]|-?[A-Za-z0-9_.]+)/y;

function cut (text) {
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null)
      throw new Error(`${text}: ${text.slice(from)} is no word of a condition`);
    tokens.push(match[1]);
  }
  return tokens;
}

export class Evaluator {
  constructor (folder) {
    const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const { files, id } = read('knowledge.json');
    const questions = read(files.questions);
    const definitions = read(files.definitions);
    const treatments = read(files.treatments);

    this.id = id;
    this.questions = new Map(questions.questions.map((one) => [one.id, { ...one }]));
    this.derived = new Map(definitions.derived.map((one) => [one.id, one]));
    this.definitions = new Map(definitions.definitions.map((one) => [one.id, one]));
    this.sets = new Map((treatments.sets ?? []).map((one) => [one.id, one.treatments]));
    this.treatments = treatments.treatments.map((one) => one.id);
    this.rules = files.rules.flatMap((file) => read(file).rules);
    this.stamp = 1;       // of the present assignment
    this.cause = -1;      // the variable for which the last answer was UNKNOWN
    this.variables = [];  // { value: undefined | …, domain }
    this.declare();
    for (const name of this.definitions.keys())
      this.named(name);
    this.impossible = this.either((questions.impossible ?? []).map((one) => this.parse(one.when)));
    this.compileRules();
    this.makeDomains();
  }

  // Variables: one a question, but one for each value of a set.
  declare () {
    for (const question of this.questions.values()) {
      question.known = (question.values ?? []).map((one) => one.id);
      question.thresholds = new Set();
      question.first = this.variables.length;
      for (const value of question.kind === 'set' ? question.known : [null])
        this.variables.push({ question, element: value, value: undefined, domain: [] });
    }
  }

  // The values that can make a difference: at a threshold, and a step to each side of it.
  makeDomains () {
    for (const variable of this.variables) {
      const { question } = variable;
      if (question.kind === 'set')
        variable.domain = [false, true];
      else if (question.kind !== 'number')
        variable.domain = question.known.map((_, index) => index);
      else
        variable.domain = this.numbers(question);
    }
  }

  numbers (question) {
    const scale = 10 ** (question.decimals ?? 0);
    const found = new Set([question.min, question.max]);
    for (const threshold of question.thresholds)
      for (const step of [Math.floor(threshold * scale + 1e-9),
        Math.ceil(threshold * scale - 1e-9)])
        for (const off of [-1, 0, 1])
          found.add((step + off) / scale);
    return [...found].filter((one) => one >= question.min && one <= question.max)
      .sort((a, b) => a - b);
  }

  set (index, value) {
    this.variables[index].value = value;
    this.stamp++;
  }

  // A function of the assignment that is computed once for each.
  once (compute) {
    let stamp = 0, result = NO, cause = -1;
    return () => {
      if (stamp !== this.stamp) {
        result = compute();
        cause = this.cause;
        stamp = this.stamp;
      }
      this.cause = cause;
      return result;
    };
  }

  both (parts) {
    return () => {
      let result = YES, cause = -1;
      for (const part of parts) {
        const one = part();
        if (one === NO)
          return NO;
        if (one === UNKNOWN && result === YES) {
          result = UNKNOWN;
          cause = this.cause;
        }
      }
      this.cause = cause;
      return result;
    };
  }

  either (parts) {
    const none = this.both(parts.map((part) => this.negate(part)));
    return this.negate(none);
  }

  negate (part) {
    return () => {
      const one = part();
      return one === UNKNOWN ? UNKNOWN : 1 - one;
    };
  }

  // Of a question that is not asked the default is read, or nothing holds.
  whereAsked (question, atom) {
    if (question.ask_if === undefined)
      return atom;
    question.asked ??= this.once(this.parse(question.ask_if));
    const place = question.known.indexOf(question.if_not_asked);
    return () => {
      const asked = question.asked();
      const { cause } = this;
      const otherwise = () =>
        place >= 0 && question.kind !== 'set' && atom(place) === YES ? YES : NO;
      if (asked === YES)
        return atom();
      if (asked === NO)
        return otherwise();
      const one = atom();
      if (one === otherwise())
        return one;
      this.cause = cause;
      return UNKNOWN;
    };
  }

  atom (question, holds) {
    const index = question.first;
    return this.whereAsked(question, (value = this.variables[index].value) => {
      if (value !== undefined)
        return holds(value) ? YES : NO;
      this.cause = index;
      return UNKNOWN;
    });
  }

  // How many of the values a set holds, at least and at most; @decide tells what follows of it.
  counting (question, values, decide) {
    const places = values.map((value) => question.first + question.known.indexOf(value));
    return this.whereAsked(question, () => {
      let least = 0, most = 0;
      for (const place of places) {
        const { value } = this.variables[place];
        if (value === undefined)
          this.cause = place;
        least += value === true;
        most += value !== false;
      }
      return decide(least, most);
    });
  }

  named (name) {
    if (this.definitions.has(name)) {
      const one = this.definitions.get(name);
      one.compiled ??= this.once(this.parse(one.when));
      return one.compiled;
    }
    return undefined;
  }

  // The function that tells whether a derived fact has one of the values.
  derivedIn (fact, values) {
    fact.tests ??= fact.rows.map((row) => this.once(this.parse(row.when)));
    return () => {
      let some = false, other = false, cause = -1;
      for (const [index, test] of fact.tests.entries()) {
        const one = test();
        if (one === NO)
          continue;
        if (values.includes(fact.rows[index].value))
          some = true;
        else
          other = true;
        if (one === YES)
          return this.decided(some, other, cause);
        if (cause < 0)
          cause = this.cause;
      }
      return this.decided(some, true, cause);
    };
  }

  decided (some, other, cause) {
    this.cause = cause;
    if (some && other)
      return UNKNOWN;
    return some ? YES : NO;
  }

  // The grammar.

  parse (text) {
    const tokens = cut(text).reverse();
    const peek = () => tokens[tokens.length - 1];
    const accept = (word) => peek() === word && tokens.pop() !== undefined;
    const expect = (word) => {
      if (!accept(word))
        throw new Error(`${text}: expected ${word} before ${peek()}`);
    };
    const value = (known) => {
      const word = tokens.pop();
      if (!known.includes(word))
        throw new Error(`${text}: ${word} is none of ${known}`);
      return word;
    };
    const list = (known) => {
      expect('(');
      const values = [value(known)];
      while (accept(','))
        values.push(value(known));
      expect(')');
      return values;
    };
    const compared = (known) => {
      if (accept('in'))
        return list(known);
      const sign = tokens.pop();
      const place = known.indexOf(value(known));
      return known.filter((_, index) => compare(sign, index, place));
    };
    const overSet = (question) => {
      const { known } = question;
      if (accept('is')) {
        expect('empty');
        return this.counting(question, known, noneOf);
      }
      if (accept('within')) {
        const inside = list(known);
        return this.counting(question, known.filter((one) => !inside.includes(one)), noneOf);
      }
      expect('has');
      let values = known, count = 1;
      if (accept('any'))
        values = list(known);
      else if (accept('at')) {
        expect('least');
        count = Number(tokens.pop());
      } else
        values = [value(known)];
      return this.counting(question, values,
        (least, most) => least >= count ? YES : most < count ? NO : UNKNOWN);
    };
    const atom = () => {
      const name = tokens.pop();
      if (name === 'always')
        return () => YES;
      const definition = this.named(name);
      if (definition !== undefined)
        return definition;
      const fact = this.derived.get(name);
      if (fact !== undefined)
        return this.derivedIn(fact, compared(fact.values.map((one) => one.id)));
      const question = this.questions.get(name);
      if (question === undefined)
        throw new Error(`${text}: what is ${name}`);
      if (question.kind === 'set')
        return overSet(question);
      if (question.kind === 'number') {
        const sign = tokens.pop();
        const number = Number(tokens.pop());
        question.thresholds.add(number);
        return this.atom(question, (one) => compare(sign, one, number));
      }
      const values = compared(question.known).map((one) => question.known.indexOf(one));
      return this.atom(question, (one) => values.includes(one));
    };
    const factor = () => {
      if (accept('not'))
        return this.negate(factor());
      if (!accept('('))
        return atom();
      const inner = condition();
      expect(')');
      return inner;
    };
    const joined = (word, operand, join) => {
      const parts = [operand()];
      while (accept(word))
        parts.push(operand());
      return parts.length > 1 ? join(parts) : parts[0];
    };
    const condition = () => joined('or', () =>
      joined('and', factor, (parts) => this.both(parts)), (parts) => this.either(parts));
    const read = condition();
    if (tokens.length > 0)
      throw new Error(`${text}: what is ${peek()}`);
    return read;
  }

  targets (rule) {
    if (Array.isArray(rule.treatment))
      return rule.treatment;
    return this.sets.get(rule.treatment) ?? [rule.treatment];
  }

  compileRules () {
    for (const rule of this.rules)
      rule.applies = this.once(this.parse(rule.when));
    this.status = new Map(this.treatments.map((one) => [one, this.compileStatus(one)]));
  }

  // For each effect whether some rule with it is in force on the treatment.
  compileStatus (treatment) {
    const own = this.rules.filter((rule) => this.targets(rule).includes(treatment));
    const made = new Map();
    const inForce = (rule) => {
      if (!made.has(rule)) {
        const stronger = own.filter((other) => (other.overrides ?? []).includes(rule.id));
        made.set(rule, this.once(this.both(
          [rule.applies, ...stronger.map((other) => this.negate(inForce(other)))])));
      }
      return made.get(rule);
    };
    return DECIDES.map(([effect, status]) =>
      [this.either(own.filter((rule) => rule.effect === effect).map(inForce)), status]);
  }

  // Statuses that are not excluded yet, and the variable to set next.
  bound (treatment) {
    const statuses = [];
    let cause = -1;
    for (const [holds, status] of this.status.get(treatment)) {
      const one = holds();
      if (one !== NO)
        statuses.push(status);
      if (one === YES)
        return { statuses, cause };
      if (one === UNKNOWN && cause < 0)
        cause = this.cause;
    }
    statuses.push('not_relevant');
    return { statuses, cause };
  }

  search (treatment, found) {
    const impossible = this.impossible();
    const { cause: causeOfImpossible } = this;
    if (impossible === YES)
      return;
    const { statuses, cause } = this.bound(treatment);
    if (statuses.every((status) => found.has(status)))
      return;
    if (statuses.length === 1 && impossible === NO) {
      found.add(statuses[0]);
      return;
    }
    const index = statuses.length > 1 ? cause : causeOfImpossible;
    for (const value of this.variables[index].domain) {
      this.set(index, value);
      this.search(treatment, found);
    }
    this.set(index, undefined);
  }

  // Answers as in a case file.
  answer (answers) {
    for (const variable of this.variables) {
      const { question, element } = variable;
      const given = answers[question.id];
      variable.value = undefined;
      if (given === undefined || given === null)
        continue;
      if (question.kind === 'set')
        variable.value = given.includes(element);
      else
        variable.value = question.kind === 'number' ? given : question.known.indexOf(String(given));
    }
    this.stamp++;
  }

  // { treatment: Set of statuses that are possible }
  evaluate (answers) {
    const result = new Map();
    this.answer(answers);
    for (const treatment of this.treatments) {
      const found = new Set();
      this.search(treatment, found);
      result.set(treatment, found);
    }
    return result;
  }
}

function noneOf (least, most) {
  if (most === 0)
    return YES;
  return least > 0 ? NO : UNKNOWN;
}

function compare (sign, left, right) {
  switch (sign) {
    case '=': return left === right;
    case '!=': return left !== right;
    case '<': return left < right;
    case '<=': return left <= right;
    case '>': return left > right;
    case '>=': return left >= right;
    default: throw new Error(`${sign} compares nothing`);
  }
}
