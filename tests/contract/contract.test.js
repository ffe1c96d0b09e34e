/** The contract and the scenarios belong together: no rule without a scenario, no scenario without a rule. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, readContract } from './contract.js';
import { scenarios } from './scenarios/index.js';

test('docs/tracking-contract.md and the scenarios agree', () => {
  assert.deepEqual(check(readContract(), scenarios), []);
});

test('a rule without a scenario, an unknown rule and an undocumented deviation are noticed', () => {
  const contract = readContract();
  const [rule] = contract.rules;
  const rest = scenarios.filter(({ rules }) => !rules.includes(rule.id));
  assert.ok(check(contract, rest).includes(`rule ${rule.id} has no scenario`));
  const stray = { ...scenarios[0], name: 'stray', rules: ['T999'], deviation: 'D99' };
  const faults = check(contract, [...scenarios, stray]);
  assert.ok(faults.includes('a scenario names rule T999, which does not exist'));
  assert.ok(faults.includes('deviation D99 is not in the ledger'));
});

test('a case that belongs to a browser and has no test there is noticed', () => {
  assert.ok(check({ ...readContract(), inBrowser: new Set() }, scenarios).includes('case ENV03 has no test in a browser'));
});

test('at least 150 scenarios run on two LMSs or more', () => {
  assert.ok(scenarios.filter(({ on }) => on.length > 1).length >= 150);
  const alone = scenarios.map((scenario) => ({ ...scenario, on: ['strict'] }));
  assert.ok(check(readContract(), alone).some((fault) => fault.startsWith('0 scenarios run on two LMSs or more')));
});
