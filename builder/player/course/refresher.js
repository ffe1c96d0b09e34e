/**
 * The refresher: a few questions of the test that the learner did not get there, for a later visit. Practising again after
 * some time keeps what was learnt. It is part of no attempt: nothing of it is kept or counts.
 *
 * @typedef {import('../types.js').Question} Question
 * @typedef {import('./data.js').CourseData} CourseData
 * @typedef {import('./state.js').State} State
 */

import { forSector } from './data.js';
import { poolOf } from './attempt.js';
import { mixSeed, randomFrom, shuffle } from './random.js';
import { sectorOf, seedOf, slot } from './state.js';

export const REFRESHER_SIZE = 5;

/**
 * Questions for one visit: of different objectives as far as that goes, those never seen first, then those seen longest ago.
 * @param {CourseData} course
 * @param {State} state
 * @param {number} day  another day gives other questions
 * @returns {Question[]}  at most five
 */
export function refresherQuestions(course, state, day) {
  const counting = forSector(course.assessments, state).filter((assessment) => assessment.counts);
  const pool = [...new Set(counting.flatMap((assessment) => poolOf(course.questions, assessment, sectorOf(state))))];
  const seen = (/** @type {Question} */ question) => slot(state, `question/${question.id}`).seen ?? 0;
  const rest = shuffle(pool, randomFrom(mixSeed(seedOf(state), 'refresher', day))).sort((a, b) => seen(a) - seen(b));
  /** @type {Question[]} */
  const chosen = [];
  while (chosen.length < REFRESHER_SIZE && rest.length > 0) {
    const times = (/** @type {Question} */ question) => chosen.filter(({ objective }) => objective === question.objective).length;
    const age = seen(rest[0]);
    const candidates = rest.filter((question) => seen(question) === age);
    const next = candidates.reduce((best, question) => (times(question) < times(best) ? question : best));
    chosen.push(...rest.splice(rest.indexOf(next), 1));
  }
  return chosen;
}
