/**
 * The learner's session in the page: one state, changed only through `update`, followed by whoever shows it.
 *
 * @typedef {import('../types.js').Question} Question
 * @typedef {import('../types.js').QuestionType} QuestionType
 * @typedef {import('../types.js').Answer} Answer
 * @typedef {import('../course/data.js').CourseData} CourseData
 * @typedef {import('../course/state.js').State} State
 * @typedef {import('../tracking/tracker.js').Tracker} Tracker
 *
 * @typedef {object} App
 * @property {CourseData} course
 * @property {Record<string, QuestionType>} types
 * @property {() => State} state
 * @property {(change: (state: State) => State) => void} update
 * @property {(hear: () => void) => void} follow      called at once and after each change
 * @property {(question: Question, answer: Answer, latency: number) => void} record   tell the LMS about an answer
 * @property {(revision: number, minutes: number) => import('../types.js').Snapshot} describe   minutes: study time in all
 * @property {() => Date} now
 * @property {boolean} readOnly   review or browse: nothing is kept
 * @property {string} learnerName
 * @property {import('./notes.js').Notes} notes
 */

import { timeOfDay, timespan } from '../scorm/formats.js';
import { encodeState } from '../course/saved.js';
import { givenAnswers } from '../course/given.js';
import { interactionId, snapshotOf } from '../course/snapshot.js';
import { withSlot } from '../course/state.js';

/**
 * @param {object} parts
 * @param {CourseData} parts.course
 * @param {Record<string, QuestionType>} parts.types
 * @param {State} parts.state          where the learner was
 * @param {boolean} parts.retell       the trainer's report may miss what was answered before
 * @param {() => void} parts.changed   called after each change
 * @param {() => Date} parts.now
 * @param {boolean} parts.readOnly
 * @param {string} parts.learnerName
 * @param {import('./notes.js').Notes} parts.notes
 * @returns {App}
 */
export function createApp({ course, types, state: start, retell, changed, now, readOnly, learnerName, notes }) {
  let state = start;
  /** @type {(() => void)[]} */
  const followers = [];
  /** @type {Map<number, import('../types.js').InteractionRecord>} */
  const interactions = new Map();

  /** @type {App['record']} */
  function record(question, answer, latency) {
    const type = types[question.type];
    interactions.set(question.index, {
      ...type.interaction(question, answer),
      index: question.index,
      id: interactionId(question),
      objective: question.objective,
      result: type.score(question, answer) === 1 ? 'correct' : 'wrong',
      time: timeOfDay(now()),
      latency: timespan(latency),
      weighting: question.use === 'test' ? '1' : '0',
    });
  }
  // How long each took is not known any more.
  if (retell) for (const { question, answer } of givenAnswers(course, start, types)) record(question, answer, 0);

  return {
    course,
    types,
    now,
    readOnly,
    learnerName,
    notes,
    state: () => state,
    update(change) {
      const next = change(state);
      if (next === state) return;
      state = next;
      for (const hear of followers) hear();
      changed();
    },
    follow(hear) {
      followers.push(hear);
      hear();
    },
    record,
    describe(revision, minutes) {
      const encoded = encodeState(course.layout, withSlot(state, 'course', { revision, minutes }));
      return snapshotOf(course, state, encoded, interactions);
    },
  };
}
