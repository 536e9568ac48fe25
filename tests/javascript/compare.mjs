// SPDX-FileCopyrightText: 2026 The Leio authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node compare.mjs LEIO-CLI KNOWLEDGE [CASES [SEED]]: random cases, half of them complete and half
// unfinished, are evaluated by leio-cli batch and by the evaluator beside this file, and every
// status of every treatment must be the same. Then with a base in which one comparison is turned
// round, where a difference must be found. Speaks TAP.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Evaluator } from './evaluator.mjs';

const [cli, folder, wanted = '4000', seed = '1'] = process.argv.slice(2);
const AT_ONCE = 500;

// Small, and the same on every machine (mulberry32).
function random (state) {
  return () => {
    state = (state + 0x6D2B79F5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function pick (next, list) {
  return list[Math.floor(next() * list.length)];
}

// Half of the numbers lie at a threshold.
function number (next, evaluator, question) {
  const scale = 10 ** (question.decimals ?? 0);
  if (next() < 0.5)
    return pick(next, evaluator.variables[question.first].domain);
  return Math.round((question.min + next() * (question.max - question.min)) * scale) / scale;
}

function value (next, evaluator, question) {
  if (question.kind === 'number')
    return number(next, evaluator, question);
  if (question.kind !== 'set')
    return pick(next, question.known);
  const share = next() * next();
  return question.known.filter(() => next() < share);
}

// A question that is not asked may have an answer too, which then means nothing.
function makeCase (next, evaluator, complete) {
  const share = complete ? 1 : next();
  const answers = {};
  for (const question of evaluator.questions.values())
    if (next() < share)
      answers[question.id] = value(next, evaluator, question);
    else if (next() < 0.1)
      answers[question.id] = null;
  return answers;
}

// Most random cases are impossible: from these the fault is taken away as often as not.
function makeCases (next, evaluator, count) {
  const cases = [];
  while (cases.length < count) {
    const answers = makeCase(next, evaluator, cases.length % 2 === 0);
    evaluator.answer(answers);
    if (evaluator.impossible() !== 1 || next() < 0.05)
      cases.push(answers);
  }
  return cases;
}

class Batch {
  constructor (knowledge) {
    this.process = spawn(cli, ['--knowledge', knowledge, 'batch'],
      { stdio: ['pipe', 'pipe', 'inherit'] });
    this.text = '';
    this.lines = [];
    this.process.stdout.setEncoding('utf8');
    this.process.stdout.on('data', (data) => {
      const parts = (this.text + data).split('\n');
      this.text = parts.pop();
      this.lines.push(...parts);
      this.wake?.();
    });
    this.process.on('close', () => {
      this.closed = true;
      this.wake?.();
    });
  }

  async ask (texts) {
    this.process.stdin.write(texts.join(''));
    while (this.lines.length < texts.length) {
      if (this.closed)
        throw new Error('leio-cli ended');
      await new Promise((wake) => { this.wake = wake; });
    }
    return this.lines.splice(0, texts.length).map((line) => JSON.parse(line));
  }

  close () {
    this.process.stdin.end();
  }
}

// The first difference between the two, as text.
function difference (answers, own, told) {
  if (told.statuses === undefined)
    return `${JSON.stringify(answers)}: leio-cli says ${told.error}`;
  for (const [treatment, statuses] of own) {
    const other = [told.statuses[treatment]].flat().sort().join(' ');
    const mine = [...statuses].sort().join(' ');
    if (mine !== other)
      return `${treatment}: here '${mine}', leio-cli '${other}' in ${JSON.stringify(answers)}`;
  }
  return undefined;
}

async function run (knowledge, count) {
  const evaluator = new Evaluator(folder);
  const next = random(Number(seed));
  const batch = new Batch(knowledge);
  const result = { cases: 0, statuses: 0, open: 0, impossible: 0, differences: [] };
  while (result.cases < count && result.differences.length < 5) {
    const cases = makeCases(next, evaluator, Math.min(AT_ONCE, count - result.cases));
    const answers = await batch.ask(cases.map((one) => JSON.stringify({ format: 'leio-case',
      version: 1, knowledge: { id: evaluator.id }, answers: one }) + '\n'));
    for (const [index, one] of cases.entries()) {
      const own = evaluator.evaluate(one);
      const fault = difference(one, own, answers[index]);
      if (fault !== undefined)
        result.differences.push(fault);
      result.cases++;
      for (const statuses of own.values()) {
        result.statuses++;
        result.open += statuses.size > 1;
        result.impossible += statuses.size === 0;
      }
    }
  }
  batch.close();
  return result;
}

function plant () {
  const copy = mkdtempSync(join(tmpdir(), 'leio-javascript-'));
  const file = join(copy, 'definitions.json');
  cpSync(folder, copy, { recursive: true });
  const text = readFileSync(file, 'utf8');
  const changed = text.replace('ecog <= 2', 'ecog <= 1');
  if (changed === text)
    throw new Error('the planted fault has no place any more');
  writeFileSync(file, changed);
  return copy;
}

console.log('1..2');
const result = await run(folder, Number(wanted));
console.log(`# ${result.cases} cases, ${result.statuses} statuses, of these ${result.open} open and `
  + `${result.impossible} of impossible cases`);
result.differences.forEach((one) => console.log('# ' + one));
const same = result.differences.length === 0 && result.open > 0;
console.log(`${same ? '' : 'not '}ok 1 - every status is the same`);
const copy = plant();
const planted = await run(copy, 500).finally(() => rmSync(copy, { recursive: true }));
console.log(`${planted.differences.length > 0 ? '' : 'not '}ok 2 - a planted fault is found`);
process.exitCode = same && planted.differences.length > 0 ? 0 : 1;
