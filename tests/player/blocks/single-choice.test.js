import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type from '../../../builder/blocks/single_choice/player.js';
import { holds, ids, question } from './questions.js';

/** @param {number} count */
const asked = (count) => question('single-choice', { right: `optie-${count}` }, ids('optie', count));

describe('single choice', () => {
  for (const count of [2, 12, 36]) {
    test(`with ${count} options tells the LMS one letter`, () => holds(type, asked(count), ids('optie', count)));
  }

  test('the letter belongs to the option, wherever it stands on the screen', () => {
    assert.deepEqual(type.interaction(asked(3), 'optie-1'), { type: 'choice', response: 'a', pattern: 'c' });
    assert.equal(type.interaction(asked(36), 'optie-36').response, '9');
  });

  test('is right or not, nothing in between', () => {
    assert.equal(type.score(asked(3), 'optie-3'), 1);
    assert.equal(type.score(asked(3), 'optie-1'), 0);
  });

  test('an option that the course no longer has is told as nothing', () => {
    assert.equal(type.interaction(asked(3), 'weg').response, '');
    assert.equal(type.score(asked(3), 'weg'), 0);
  });
});
