import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type from '../../../builder/blocks/true_false/player.js';
import { holds, question } from './questions.js';

describe('true or false', () => {
  for (const right of ['true', 'false']) {
    test(`where ${right} is right`, () => holds(type, question('true-false', { right }, ['true', 'false']), ['true', 'false']));
  }

  test('is told as t or f', () => {
    const asked = question('true-false', { right: 'false' }, ['true', 'false']);
    assert.deepEqual(type.interaction(asked, 'true'), { type: 'true-false', response: 't', pattern: 'f' });
  });
});
