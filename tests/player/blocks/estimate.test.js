import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type from '../../../builder/blocks/estimate/player.js';
import { holds, question } from './questions.js';

const asked = question('estimate', { min: 0, max: 100, right: 57, margin: 5 });

describe('estimate', () => {
  test('is told as a number', () => holds(type, asked, [0, 50, 100]));

  test('near enough is right', () => {
    assert.deepEqual([51, 52, 57, 62, 63].map((answer) => type.score(asked, answer)), [0, 1, 1, 1, 0]);
  });

  test('is shown at once: nobody can know it', () => assert.equal(type.guess, true));
});
