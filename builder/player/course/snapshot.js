/**
 * The state as the LMS should hold it. Pure: the same state gives the same snapshot.
 *
 * Status: 'incomplete' until every assessment that counts has been passed; nothing else decides. In a course without
 * one, 'completed' when every lesson has been gone through.
 * Score: over the best results of the assessments that count, weighed by their number of questions,
 * and not before each of them has been handed in once.
 *
 * @typedef {import('../types.js').Snapshot} Snapshot
 * @typedef {import('../types.js').InteractionRecord} InteractionRecord
 * @typedef {import('./data.js').CourseData} CourseData
 * @typedef {import('./state.js').State} State
 */

import { percentage } from './scoring.js';
import { forSector } from './data.js';
import { isLessonDone, slot } from './state.js';

/** @param {import('./attempt.js').Assessment} assessment */
const sizeOf = (assessment) => Object.values(assessment.draw).reduce((sum, count) => sum + count, 0);

/** The assessments that decide, for this learner. @param {CourseData} course @param {State} state */
export const countingIn = (course, state) => forSector(course.assessments, state).filter((assessment) => assessment.counts);

/**
 * @param {CourseData} course
 * @param {State} state
 * @returns {number | null}
 */
export function scoreOf(course, state) {
  const results = countingIn(course, state).map((assessment) => /** @type {import('./state.js').Slot} */ ({ ...slot(state, `assessment/${assessment.id}`), size: sizeOf(assessment) }));
  if (results.length === 0 || results.some((result) => !result.handed)) return null;
  const total = results.reduce((sum, result) => sum + result.size, 0);
  return percentage(results.reduce((sum, result) => sum + result.size * ((result.best ?? 0) / 100), 0), total);
}

/**
 * @param {CourseData} course
 * @param {State} state
 */
export function isPassed(course, state) {
  const counting = countingIn(course, state);
  return counting.length > 0 && counting.every((assessment) => slot(state, `assessment/${assessment.id}`).passed > 0);
}

/** @param {CourseData} course @param {State} state @returns {Snapshot['status']} */
function statusOf(course, state) {
  if (isPassed(course, state)) return course.endsWith === 'passed' ? 'passed' : 'completed';
  if (countingIn(course, state).length > 0) return 'incomplete';
  return forSector(course.lessons, state).every((lesson) => isLessonDone(state, lesson.id)) ? 'completed' : 'incomplete';
}

/**
 * @param {CourseData} course
 * @param {State} state
 * @returns {import('../types.js').ObjectiveRecord[]}  ordered as in the course
 */
export function objectivesOf(course, state) {
  const counting = countingIn(course, state);
  return course.objectives.flatMap((objective) => {
    const holders = counting.filter((assessment) => objective.id in assessment.draw);
    if (holders.length === 0) return [];
    const kept = holders.map((assessment) => slot(state, `assessment/${assessment.id}`).objectives?.[objective.id.toLowerCase()] ?? 0);
    const known = kept.filter((value) => value > 0).map((value) => value - 1);
    if (known.length === 0) return [record(objective.id, null, 'not attempted')];
    const score = Math.floor(known.reduce((sum, value) => sum + value, 0) / known.length);
    const enough = holders.every((assessment) => score >= assessment.passMark);
    return [record(objective.id, score, enough ? 'passed' : 'incomplete')];
  });
}

/**
 * @param {string} id
 * @param {number | null} score
 * @param {import('../types.js').ObjectiveRecord['status']} status
 */
const record = (id, score, status) => ({ id, score, status });

/** @param {import('../types.js').Question} question */
export const interactionId = (question) => `${question.objective}-${question.id}`;

/**
 * @param {CourseData} course
 * @param {State} state
 * @param {string} encoded  the state as the codec wrote it
 * @param {ReadonlyMap<number, InteractionRecord>} interactions  answers given in this session, by index
 * @returns {Snapshot}
 */
export function snapshotOf(course, state, encoded, interactions) {
  return {
    state: encoded,
    location: slot(state, 'course').location ?? course.lessons[0].id,
    status: statusOf(course, state),
    score: scoreOf(course, state),
    objectives: objectivesOf(course, state),
    interactions: [...interactions.values()].sort((a, b) => a.index - b.index),
    interactionIds: course.questions.map(interactionId),
  };
}
