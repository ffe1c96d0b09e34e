import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type from '../../../builder/blocks/categorise/player.js';
import { holds, ids, question } from './questions.js';

/** @param {number} count @param {number} categories */
function asked(count, categories) {
  const targets = ids('soort', categories);
  const items = ids('regel', count);
  return question('categorise', { items: items.map((id, index) => ({ id, right: targets[index % categories] })) }, items, targets);
}

describe('categorise', () => {
  for (const [count, categories] of [[1, 2], [2, 2], [12, 5], [36, 36]]) {
    const sample = asked(count, categories);
    test(`${count} items in ${categories} categories are told in pairs`, () => holds(type, sample, [
      Object.fromEntries(sample.codes.map((id) => [id, 'soort-1'])),
      { 'regel-1': 'soort-2' },
    ]));
  }

  test('each item counts for its part', () => {
    assert.equal(type.score(asked(4, 2), { 'regel-1': 'soort-1', 'regel-2': 'soort-1', 'regel-3': 'soort-1' }), 0.5);
  });

  test('is complete with a category for every item, right or not', () => {
    assert.equal(type.isComplete(asked(2, 2), { 'regel-1': 'soort-2' }), false);
    assert.equal(type.isComplete(asked(2, 2), { 'regel-1': 'soort-2', 'regel-2': 'soort-1' }), true);
  });

  test('half-way the LMS hears what has been placed', () => {
    assert.equal(type.interaction(asked(3, 2), { 'regel-3': 'soort-2' }).response, 'c.b');
  });
});
