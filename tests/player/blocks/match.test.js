import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type from '../../../builder/blocks/match/player.js';
import { holds, ids, question } from './questions.js';

/** @param {number} count */
const asked = (count) => question('match', { pairs: ids('paar', count), targets: [...ids('paar', count), 'over'] }, ids('paar', count), [...ids('paar', count), 'over']);

describe('match', () => {
  for (const count of [2, 12]) {
    test(`${count} pairs are told as pairs of letters`, () => holds(type, asked(count), [
      Object.fromEntries(ids('paar', count).map((id) => [id, 'over'])),
      { 'paar-1': 'paar-2' },
    ]));
  }

  test('the pattern pairs each left side with its own right side', () => {
    assert.deepEqual(type.interaction(asked(2), { 'paar-1': 'over', 'paar-2': 'paar-2' }),
      { type: 'matching', response: 'a.c,b.b', pattern: 'a.a,b.b' });
  });

  test('each pair counts for its part, and the tally says so', () => {
    const answer = { 'paar-1': 'paar-1', 'paar-2': 'over', 'paar-3': 'paar-3' };
    assert.equal(Math.round(type.score(asked(3), answer) * 3), 2);
    assert.equal(type.tally?.(asked(3), answer), '2 van de 3 regels kloppen.');
    assert.equal(type.tally?.(asked(3), { 'paar-1': 'paar-1' }), '1 van de 3 regels klopt.');
    assert.equal(type.tally?.(asked(3), {}), 'Geen van de 3 regels klopt.');
  });
});
