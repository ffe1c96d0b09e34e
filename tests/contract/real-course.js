/**
 * A test as learners get it, only without a screen: the player’s own session, draw, grading and snapshot. It is begun with
 * the first answer; `test` hands it in as it stands.
 */
import { handIn, resultOf, startAttempt } from '../../builder/player/course/attempt.js';
import { decodeState } from '../../builder/player/course/saved.js';
import { slot, withSlot } from '../../builder/player/course/state.js';
import { createApp } from '../../builder/player/screen/app.js';
import { revisionOf } from '../../builder/player/state/codec.js';

/** @typedef {import('../../builder/player/types.js').Question} Question */
/** @typedef {import('../../builder/player/types.js').QuestionType} QuestionType */

const NOON = new Date(2026, 10, 25, 12, 0, 0);

/** A kind of question with the part of a point that the learner answers, to have any score there is. @type {QuestionType} */
export const PART_OF_A_POINT = /** @type {QuestionType} */ (/** @type {unknown} */ ({
  type: 'part',
  isComplete: (/** @type {Question} */ question, /** @type {unknown} */ answer) => typeof answer === 'number',
  score: (/** @type {Question} */ question, /** @type {unknown} */ answer) => Number(answer),
  interaction: (/** @type {Question} */ question, /** @type {unknown} */ answer) => ({ type: 'numeric', response: String(answer ?? ''), pattern: '1' }),
}));

/** @param {number} count @returns {Question[]} */
export const partQuestions = (count) => Array.from({ length: count }, (_, index) => ({
  id: `deel-${index}`, type: 'part', objective: 'LD1', use: 'test', sectors: ['vo'], index, codes: [], targets: [], data: {},
}));

/**
 * @param {object} given
 * @param {Question[]} given.questions  all of one test
 * @param {Record<string, QuestionType>} given.types
 * @param {number} given.passMark
 */
export function realCourse({ questions, types, passMark }) {
  const objectives = [...new Set(questions.map(({ objective }) => objective))];
  /** @type {import('../../builder/player/course/attempt.js').Assessment} */
  const assessment = {
    id: 'toets', lesson: 'toets', use: 'test', counts: true, safety: false, safetyLesson: null, passMark, sectors: ['vo'],
    draw: Object.fromEntries(objectives.map((id) => [id, questions.filter(({ objective }) => objective === id).length])),
  };
  /** @type {import('../../builder/player/course/data.js').CourseData} */
  const data = {
    id: 'eenzaamheid', edition: 'vo', title: 'Cursus', editionTitle: 'Vo', version: '1.0.0', minutes: 10, sectors: ['vo'],
    endsWith: 'passed', units: [{ id: 'een', minutes: 10 }],
    lessons: [{ id: 'toets', number: '1.1', title: 'Toets', unit: 'een', minutes: 10, sectors: ['vo'] }],
    questions, assessments: [assessment], objectives: objectives.map((id) => ({ id, short: id, revisit: null })),
    layout: { slots: [
      ['course', [['revision', 'number', 1, 20, [], []]]],
      ['assessment/toets', [['handed', 'number', 1, 6, [], []], ['best', 'number', 1, 7, [], []], ['passed', 'number', 1, 14, [], []],
        ['objectives', 'numbers', objectives.length, 7, objectives.map((id) => id.toLowerCase()), []]]],
    ] },
  };
  /** @type {import('../../builder/player/screen/app.js').App} */
  let app;

  return {
    /** What the result of the attempt on the screen is made of. */
    get result() {
      return resultOf(app.state(), questions, assessment, types);
    },
    revisionOf: (/** @type {string} */ state) => revisionOf(data.layout, state),
    answersIn: () => ({}),

    /** @type {import('./course.js').CourseKind['create']} */
    create(resume) {
      const saved = decodeState(data.layout, resume.state);
      app = createApp({
        course: data, types, state: saved.ok ? saved.state : withSlot(new Map(), 'course', { sector: 'vo', seed: 1 }),
        retell: resume.retell, changed: () => {}, now: () => NOON, readOnly: resume.mode !== 'normal', learnerName: '',
        notes: /** @type {any} */ (null),
      });
      const kept = () => slot(app.state(), 'assessment/toets');
      const begin = () => { if (!kept().open) app.update((state) => startAttempt(state, questions, assessment)); };
      return {
        unread: saved.ok ? '' : saved.reason,
        answer(id, answer) {
          begin();
          app.update((state) => withSlot(state, `question/${id}`, { now: answer }));
        },
        visit: () => {},
        test() {
          begin();
          for (const question of questions) app.record(question, slot(app.state(), `question/${question.id}`).now ?? null, 1000);
          app.update((state) => handIn(state, questions, assessment, types, NOON));
        },
        answers: {},
        lesson: 'toets',
        get best() {
          return kept().handed ? kept().best : null;
        },
        describe: (revision) => app.describe(revision, 0),
      };
    },
  };
}
