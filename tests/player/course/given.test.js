import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { givenAnswers } from '../../../builder/player/course/given.js';

/** @type {any} */
const TYPES = { choice: { isComplete: (/** @type {any} */ _, /** @type {any} */ answer) => typeof answer === 'string' } };
/** @type {any} */
const COURSE = {
  questions: [
    { id: 'p', type: 'choice', use: 'practice', objective: 'LD1' },
    { id: 'q', type: 'choice', use: 'quiz', objective: 'LD1' },
    { id: 't', type: 'choice', use: 'test', objective: 'LD1' },
    { id: 'u', type: 'choice', use: 'test', objective: 'LD1' },
  ],
  assessments: [
    { id: 'quiz', use: 'quiz', draw: { LD1: 1 } },
    { id: 'test', use: 'test', draw: { LD1: 1 } },
  ],
};

/** @param {Record<string, any>} slots */
const given = (slots) => givenAnswers(COURSE, new Map(Object.entries(slots)), TYPES).map(({ question, answer }) => [question.id, answer]);

describe('answers that belong in the report of the LMS', () => {
  test('the first answer to practice, not the last', () => {
    assert.deepEqual(given({ 'question/p': { first: 'a', now: 'b', tries: 2 } }), [['p', 'a']]);
  });

  test('a choice that was not checked is no answer yet', () => {
    assert.deepEqual(given({ 'question/p': { first: null, now: 'b', tries: 0 } }), []);
  });

  test('the test as it was handed in, with the questions that were drawn', () => {
    assert.deepEqual(given({
      'assessment/test': { handed: 1, open: 0 }, 'question/t': { place: 2, now: 'a' }, 'question/u': { place: 1, now: 'b' },
      'question/q': { place: 1, now: 'c' },
    }), [['u', 'b'], ['t', 'a']]);
  });

  test('an attempt that is under way is not told, and an open question is none', () => {
    assert.deepEqual(given({ 'assessment/test': { handed: 1, open: 1 }, 'question/t': { place: 1, now: 'a' } }), []);
    assert.deepEqual(given({ 'assessment/test': { handed: 1, open: 0 }, 'question/t': { place: 1, now: null } }), []);
  });

  test('nothing at all at a first start', () => {
    assert.deepEqual(given({}), []);
  });
});
