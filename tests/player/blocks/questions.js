/** Questions with as many options as a test needs, as the builder would hand them to the player. */

import assert from 'node:assert/strict';
import { isFeedback } from '../../lms/feedback.js';

/** @typedef {import('../../../builder/player/types.js').Question} Question */

/** @param {string} name @param {number} count */
export const ids = (name, count) => Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);

/**
 * @param {string} type
 * @param {any} data
 * @param {string[]} [codes]
 * @param {string[]} [targets]
 * @returns {Question}
 */
export const question = (type, data, codes = [], targets = []) => ({
  id: 'vraag', type, objective: 'LD1', use: 'practice', sectors: ['vo'], index: 0, codes, targets, data,
});

/**
 * What every type has to keep: the solution is right, complete and its own pattern, and an LMS takes what is told.
 * @param {import('../../../builder/player/types.js').QuestionType} type
 * @param {Question} asked
 * @param {import('../../../builder/player/types.js').Answer[]} answers  any that a learner can give
 */
export function holds(type, asked, answers) {
  const solution = type.solution(asked);
  assert.equal(type.score(asked, solution), 1);
  assert.equal(type.isComplete(asked, solution), true);
  assert.equal(type.isComplete(asked, null), false);
  assert.equal(type.score(asked, null), 0);
  const right = type.interaction(asked, solution);
  assert.equal(right.response, right.pattern);
  for (const answer of [solution, ...answers]) {
    const told = type.interaction(asked, answer);
    assert.equal(told.pattern, right.pattern);
    assert.ok(isFeedback(told.type, 'response', told.response), `${told.type}: response ${told.response}`);
    assert.ok(isFeedback(told.type, 'pattern', told.pattern), `${told.type}: pattern ${told.pattern}`);
    const score = type.score(asked, answer);
    assert.ok(score >= 0 && score <= 1, `${score}`);
  }
}
