/**
 * Which questions an attempt gets: as many per objective as the draw says, new ones first,
 * then those seen longest ago, spread over their kinds, and one about safety where that is asked.
 *
 * @typedef {import('../types.js').Question} Question
 */

import { shuffle } from './random.js';

/**
 * @param {object} wish
 * @param {Question[]} wish.pool        questions that may be drawn
 * @param {Record<string, number>} wish.draw  number per objective
 * @param {boolean} wish.safety         one of them must be about safety
 * @param {(question: Question) => number} wish.seen  0 = not seen; higher = more recently
 * @param {() => number} wish.random
 * @returns {Question[]}  in the order in which they are asked; fewer when the pool is too small
 */
export function drawQuestions({ pool, draw, safety, seen, random }) {
  /** @type {Question[]} */
  const drawn = [];
  for (const [objective, count] of Object.entries(draw)) {
    const candidates = byAge(pool.filter((question) => question.objective === objective), seen, random);
    // One about safety; more of those only when there is nothing else.
    const about = safety ? candidates.filter((question) => question.safety) : [];
    const other = candidates.filter((question) => !about.includes(question));
    const chosen = [...about.slice(0, 1), ...spread(other, count - Math.min(about.length, 1), seen)];
    drawn.push(...chosen, ...about.slice(1, 1 + count - chosen.length));
  }
  return shuffle(drawn, random);
}

/**
 * @param {Question[]} pool
 * @param {(question: Question) => number} seen
 * @param {() => number} random
 */
function byAge(pool, seen, random) {
  return shuffle(pool, random).sort((a, b) => seen(a) - seen(b));
}

/**
 * The first `count` of `candidates`, but of each kind one before any kind comes twice,
 * as long as that brings back no question seen more recently than needed.
 * @param {Question[]} candidates  oldest first
 * @param {number} count
 * @param {(question: Question) => number} seen
 */
function spread(candidates, count, seen) {
  /** @type {Question[]} */
  const chosen = [];
  const rest = [...candidates];
  while (chosen.length < count && rest.length > 0) {
    const age = seen(rest[0]);
    const kinds = new Set(chosen.map((question) => question.kind));
    const fresh = rest.findIndex(
      (question) => seen(question) === age && (!question.kind || !kinds.has(question.kind)),
    );
    chosen.push(...rest.splice(Math.max(fresh, 0), 1));
  }
  return chosen;
}
