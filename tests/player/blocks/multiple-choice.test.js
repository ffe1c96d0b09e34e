import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type from '../../../builder/blocks/multiple_choice/player.js';
import { holds, ids, question } from './questions.js';

const asked = question('multiple-choice', { right: ['optie-1', 'optie-3'] }, ids('optie', 4));

describe('multiple choice', () => {
  for (const count of [3, 12, 36]) {
    const options = ids('optie', count);
    test(`with ${count} options tells the LMS a row of letters`, () =>
      holds(type, question('multiple-choice', { right: options.slice(1) }, options), [options, options.slice(0, 1), []].filter(({ length }) => length)));
  }

  test('the letters come in the order of the alphabet, however they were ticked', () => {
    assert.deepEqual(type.interaction(asked, ['optie-4', 'optie-2']), { type: 'choice', response: 'b,d', pattern: 'a,c' });
  });

  for (const [chosen, score] of /** @type {[string[], number][]} */ ([
    [['optie-1', 'optie-3'], 1],
    [['optie-1'], 0.5],
    [['optie-1', 'optie-2'], 0],
    [['optie-1', 'optie-3', 'optie-2'], 0.5],
    [['optie-2', 'optie-4'], 0],
    [ids('optie', 4), 0],
  ])) {
    test(`${chosen.join(' and ')}: ${score}`, () => assert.equal(type.score(asked, chosen), score));
  }

  test('says how much is right, and how much too much', () => {
    assert.equal(type.tally?.(asked, ['optie-1']), 'Je hebt 1 van de 2 goede antwoorden.');
    assert.equal(type.tally?.(asked, ['optie-1', 'optie-2']), 'Je hebt 1 van de 2 goede antwoorden. Eén keuze past er niet bij.');
    assert.equal(type.tally?.(asked, ids('optie', 4)), 'Je hebt 2 van de 2 goede antwoorden. 2 keuzes passen er niet bij.');
  });
});
