/** A pool of questions that are right when the answer is 'goed', and an assessment that draws from it. */

/** @typedef {import('../../../builder/player/types.js').Question} Question */
/** @typedef {import('../../../builder/player/course/attempt.js').Assessment} Assessment */

/**
 * @param {string} objective
 * @param {number} count
 * @param {Partial<Question>} [more]
 * @returns {Question[]}
 */
export const pool = (objective, count, more = {}) => Array.from({ length: count }, (_, index) => ({
  id: `${objective.toLowerCase()}-${more.safety ? 'veilig-' : ''}${index + 1}`,
  type: 'sample', objective, use: 'test', sectors: ['vo', 'mbo'], index: 0, codes: [], targets: [], data: {}, ...more,
}));

/** @param {Partial<Assessment>} [more] @returns {Assessment} */
export const assessment = (more = {}) => ({
  id: 'toets', lesson: 'toets', use: 'test', draw: { LD1: 2, LD4: 2 }, counts: true, safety: true, safetyLesson: null,
  passMark: 75, sectors: ['vo', 'mbo'], ...more,
});

/** Right with 'goed', half right with 'half'. */
export const TYPES = /** @type {Record<string, import('../../../builder/player/types.js').QuestionType>} */ (/** @type {unknown} */ ({
  sample: {
    score: (/** @type {Question} */ question, /** @type {unknown} */ answer) => ({ goed: 1, half: 0.5 })[String(answer)] ?? 0,
  },
}));
