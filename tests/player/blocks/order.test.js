import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type from '../../../builder/blocks/order/player.js';
import { holds, ids, question } from './questions.js';

/** @param {number} count */
const asked = (count) => question('order', { items: ids('stap', count) }, ids('stap', count));

describe('order', () => {
  for (const count of [2, 12]) {
    test(`${count} steps are told in their order`, () => holds(type, asked(count), [ids('stap', count).toReversed()]));
  }

  test('the letters stand in the order that the learner gave', () => {
    assert.deepEqual(type.interaction(asked(3), ['stap-3', 'stap-1', 'stap-2']), { type: 'sequencing', response: 'c,a,b', pattern: 'a,b,c' });
  });

  test('only the whole order is right; the tally says what stands well', () => {
    assert.equal(type.score(asked(4), ['stap-1', 'stap-2', 'stap-4', 'stap-3']), 0);
    assert.equal(type.tally?.(asked(4), ['stap-1', 'stap-2', 'stap-4', 'stap-3']), '2 van de 4 stappen staan op de goede plek.');
    assert.equal(type.tally?.(asked(3), ['stap-1', 'stap-3', 'stap-2']), '1 van de 3 stappen staat op de goede plek.');
    assert.equal(type.tally?.(asked(2), ['stap-2', 'stap-1']), 'Geen stap staat op de goede plek.');
  });

  test('a step that is missing is not in order', () => {
    assert.equal(type.isComplete(asked(3), ['stap-1', 'stap-2']), false);
    assert.equal(type.score(asked(3), ['stap-1', 'stap-2']), 0);
  });
});
