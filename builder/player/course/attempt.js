/**
 * An assessment from start to handing in, as changes of the state.
 *
 * The draw is kept per question (its place in the attempt), not only as a seed: a new version of the
 * course may change the pool, and an answer must stay with its question.
 *
 * @typedef {import('../types.js').Question} Question
 * @typedef {import('../types.js').QuestionType} QuestionType
 * @typedef {import('../types.js').Answer} Answer
 * @typedef {import('./state.js').State} State
 *
 * @typedef {object} Assessment
 * @property {string} id
 * @property {string} lesson
 * @property {'quiz' | 'test'} use
 * @property {Record<string, number>} draw
 * @property {boolean} counts
 * @property {boolean} safety
 * @property {string | null} safetyLesson  where a wrong answer about safety leads
 * @property {number} passMark
 * @property {string[]} sectors
 */

import { drawQuestions } from './draw.js';
import { mixSeed, randomFrom, shuffle } from './random.js';
import { grade } from './scoring.js';
import { sectorOf, seedOf, slot, withSlot } from './state.js';

const NEWEST = 7;
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2025, 0, 1);

/** @param {Assessment} assessment */
const keyOf = (assessment) => `assessment/${assessment.id}`;

/**
 * Questions that a learner of the chosen sector may get.
 * @param {readonly Question[]} questions
 * @param {Assessment} assessment
 * @param {string | null} sector
 */
export function poolOf(questions, assessment, sector) {
  return questions.filter((question) =>
    question.use === assessment.use
    && question.objective in assessment.draw
    && (!sector || question.sectors.includes(sector)));
}

/**
 * The questions of the attempt that is open or was handed in last, in order.
 * @param {State} state
 * @param {readonly Question[]} questions
 * @param {Assessment} assessment
 */
export function drawnQuestions(state, questions, assessment) {
  return questions
    .filter((question) => question.use === assessment.use && question.objective in assessment.draw
      && placeOf(state, question) > 0)
    .sort((a, b) => placeOf(state, a) - placeOf(state, b));
}

/** How lately it was asked: 0 not yet, then higher is later. @param {State} state @param {Question} question */
const seenOf = (state, question) => /** @type {number} */ (slot(state, `question/${question.id}`).seen ?? 0);

/** @param {State} state @param {Question} question */
const placeOf = (state, question) => slot(state, `question/${question.id}`).place ?? 0;

/**
 * A new attempt: questions drawn, old answers gone, what was seen remembered.
 * @param {State} state
 * @param {readonly Question[]} questions
 * @param {Assessment} assessment
 * @returns {State}
 */
export function startAttempt(state, questions, assessment) {
  const attempts = (slot(state, keyOf(assessment)).attempts ?? 0) + 1;
  const random = randomFrom(mixSeed(seedOf(state), assessment.id, attempts));
  const pool = poolOf(questions, assessment, sectorOf(state));
  const seen = (/** @type {Question} */ question) => seenOf(state, question);
  const drawn = drawQuestions({ pool, draw: assessment.draw, safety: assessment.safety, seen, random });
  const isFull = drawn.length > 0 && pool.some((question) => seen(question) >= NEWEST);
  const age = isFull ? NEWEST : Math.max(0, ...pool.map(seen)) + 1;
  let next = state;
  for (const question of questions) {
    if (question.use !== assessment.use || !(question.objective in assessment.draw)) continue;
    const key = `question/${question.id}`;
    const place = drawn.indexOf(question) + 1;
    const before = seen(question);
    const older = isFull ? Math.max(before - 1, before > 0 ? 1 : 0) : before;
    if (place > 0 || placeOf(state, question) > 0 || older !== before) {
      next = withSlot(next, key, { now: null, place, seen: place > 0 ? age : older });
    }
  }
  return withSlot(next, keyOf(assessment), { attempts: Math.min(attempts, 63), open: 1 });
}

/**
 * The state after handing in: best score, objectives of the best attempt, date of passing, safety.
 * @param {State} state
 * @param {readonly Question[]} questions
 * @param {Assessment} assessment
 * @param {Record<string, QuestionType>} types
 * @param {Date} now
 * @returns {State}
 */
export function handIn(state, questions, assessment, types, now) {
  const result = resultOf(state, questions, assessment, types);
  const before = slot(state, keyOf(assessment));
  const isBest = !before.handed || result.percent >= (before.best ?? 0);
  const hasSafety = drawnQuestions(state, questions, assessment).some((question) => question.safety);
  /** @type {Record<string, number>} */
  const objectives = {};
  for (const [objective, score] of result.objectives) {
    objectives[objective.toLowerCase()] = 1 + Math.floor((score.points / score.total) * 100 + 1e-9);
  }
  const changes = {
    open: 0,
    handed: Math.min((before.handed ?? 0) + 1, 63),
    best: Math.max(before.best ?? 0, result.percent),
    objectives: isBest ? objectives : before.objectives,
    safety: hasSafety ? (result.safetyRight ? SAFETY.right : SAFETY.wrong) : before.safety ?? SAFETY.none,
  };
  return settle(withSlot(state, keyOf(assessment), changes), assessment, now);
}

/** The latest answer about safety. After a wrong one, one more has to be right. */
export const SAFETY = Object.freeze({ none: 0, right: 1, wrong: 2 });

/**
 * After a wrong answer about safety: the next question about it, one not seen yet first, then the one seen longest ago.
 * @param {State} state
 * @param {readonly Question[]} questions
 * @param {Assessment} assessment
 * @returns {Question | undefined}
 */
export function nextSafetyQuestion(state, questions, assessment) {
  const drawn = drawnQuestions(state, questions, assessment);
  const pool = poolOf(questions, assessment, sectorOf(state)).filter(({ safety }) => safety);
  const others = pool.filter((question) => !drawn.includes(question));
  const random = randomFrom(mixSeed(seedOf(state), assessment.id, 'safety'));
  return shuffle(others.length > 0 ? others : pool, random).sort((a, b) => seenOf(state, a) - seenOf(state, b))[0];
}

/**
 * @param {State} state
 * @param {readonly Question[]} questions
 * @param {Assessment} assessment
 * @param {Question} question
 * @returns {State}
 */
export function withSeen(state, questions, assessment, question) {
  const newest = Math.max(...poolOf(questions, assessment, sectorOf(state)).map((other) => seenOf(state, other)));
  return withSlot(state, `question/${question.id}`, { seen: Math.min(newest + 1, NEWEST) });
}

/**
 * A safety question was right now.
 * @param {State} state
 * @param {Assessment} assessment
 * @param {Date} now
 */
export function safetyRepaired(state, assessment, now) {
  return settle(withSlot(state, keyOf(assessment), { safety: SAFETY.right }), assessment, now);
}

/**
 * The date of passing, once; it never goes away. It is the day on the learner's own calendar.
 * @param {State} state
 * @param {Assessment} assessment
 * @param {Date} now
 */
function settle(state, assessment, now) {
  const kept = slot(state, keyOf(assessment));
  const passed = (kept.handed ?? 0) > 0 && (kept.best ?? 0) >= assessment.passMark
    && (!assessment.safety || kept.safety !== SAFETY.wrong);
  if (!passed || kept.passed) return state;
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return withSlot(state, keyOf(assessment), { passed: Math.max(1, Math.floor((today - FIRST_DAY) / DAY) + 1) });
}

/**
 * @param {State} state
 * @param {Assessment} assessment
 * @returns {Date | null}  midnight UTC of that day
 */
export function passedOn(state, assessment) {
  const days = slot(state, keyOf(assessment)).passed ?? 0;
  return days ? new Date(FIRST_DAY + (days - 1) * DAY) : null;
}

/**
 * The result of the attempt that is open or was handed in last.
 * @param {State} state
 * @param {readonly Question[]} questions
 * @param {Assessment} assessment
 * @param {Record<string, QuestionType>} types
 */
export function resultOf(state, questions, assessment, types) {
  return grade(drawnQuestions(state, questions, assessment),
    (question) => slot(state, `question/${question.id}`).now ?? null, types);
}
