/**
 * A small course as the tracker meets one: it keeps answers, packs them with the real codec and describes itself as a
 * Snapshot. Every SCORM interaction type that the real question types use is in it.
 */
import { decode, encode, revisionOf } from '../../builder/player/state/codec.js';

/** @typedef {import('../../builder/player/types.js').Snapshot} Snapshot */
/** @typedef {import('../../builder/player/types.js').Resume} Resume */
/** @typedef {import('../../builder/player/types.js').InteractionRecord} InteractionRecord */

/**
 * A question with its options and the interaction that an answer becomes.
 * @typedef {{id: string, objective: string, type: string, options: string[], right: string}} Question
 */

/**
 * A course in the learner's window, whatever it is made of.
 * @typedef {object} Course
 * @property {string} unread    why the saved state was not used, or ''
 * @property {(id: string, answer: any) => void} answer
 * @property {(lesson: string) => void} visit
 * @property {(score: number) => void} test  a test is handed in; the best score counts
 * @property {Record<string, string>} answers
 * @property {string} lesson
 * @property {number | null} best
 * @property {(revision: number) => Snapshot} describe
 */

/**
 * @typedef {object} CourseKind
 * @property {(state: string) => number | 'empty' | 'damaged' | 'newer'} revisionOf
 * @property {(state: string) => Record<string, string>} answersIn  question id → answer; {} when it cannot be read
 * @property {(resume: Resume, quirks?: Quirks) => Course} create
 */

/** What it tells the LMS in another way. @typedef {{interactions?: (given: InteractionRecord[]) => InteractionRecord[]}} Quirks */

/** @type {readonly Question[]} */
export const QUESTIONS = Object.freeze([
  { id: 'soort-lize', objective: 'LD1', type: 'choice', options: ['a', 'b', 'c'], right: 'a' },
  { id: 'signaal-ilse', objective: 'LD1', type: 'choice', options: ['a', 'b', 'c', 'a,c', 'a,b,c'], right: 'a,c' },
  { id: 'mythe-jongens', objective: 'LD2', type: 'true-false', options: ['t', 'f'], right: 'f' },
  { id: 'koppel-soorten', objective: 'LD2', type: 'matching', options: ['a.a,b.b', 'a.b,b.a'], right: 'a.a,b.b' },
  { id: 'stappen-crisis', objective: 'LD3', type: 'sequencing', options: ['a,b,c', 'b,a,c', 'c,b,a'], right: 'a,b,c' },
  { id: 'hoeveel-op-tien', objective: 'LD3', type: 'numeric', options: ['1', '3', '2.5'], right: '3' },
  { id: 'gesprek-sam', objective: 'LD4', type: 'performance', options: ['best,half', 'poor'], right: 'best,half' },
  { id: 'woord-gemis', objective: 'LD4', type: 'fill-in', options: ['gemis', 'verlies'], right: 'gemis' },
]);

const LESSONS = Object.freeze(['welkom', 'drie-soorten', 'signalen', 'toets', 'bewijs']);
const OBJECTIVES = Object.freeze(['LD1', 'LD2', 'LD3', 'LD4']);
export const PASS_MARK = 70;

/** As many questions as wanted, of all types in turn. @param {number} count @returns {Question[]} */
export const manyQuestions = (count) => Array.from({ length: count }, (_, index) => ({
  ...QUESTIONS[index % QUESTIONS.length], id: `vraag-${String(index).padStart(3, '0')}`,
}));

/**
 * @param {readonly Question[]} questions
 * @param {number} [steps]  how much an answer holds beside its option, such as the steps of a conversation, in bits
 */
export function courseOf(questions, steps = 0) {
  /** @type {import('../../builder/player/state/codec.js').Layout} */
  const layout = {
    slots: [
      ['course', [['revision', 'number', 1, 20, [], []], ['lesson', 'choice', 1, 5, [...LESSONS], []]]],
      ...LESSONS.map((id) => /** @type {[string, any]} */ ([`lesson/${id}`, [['seen', 'number', 1, 2, [], []]]])),
      ...questions.map(({ id, options }) => /** @type {[string, any]} */ ([`question/${id}`, [
        ['answer', 'choice', 1, 5, options, []],
        ...(steps > 0 ? [['steps', 'set', steps, 1, Array.from({ length: steps }, (_, step) => String(step)), []]] : [])]])),
      ['assessment/toets', [['best', 'number', 1, 8, [], []], ['done', 'number', 1, 2, [], []]]],
    ],
  };

  /** @type {CourseKind['answersIn']} */
  function answersIn(state) {
    const decoded = decode(layout, state);
    if (!decoded.ok) return {};
    /** @type {Record<string, string>} */
    const answers = {};
    for (const { id } of questions) {
      const answer = decoded.state.get(`question/${id}`)?.answer;
      if (typeof answer === 'string') answers[id] = answer;
    }
    return answers;
  }

  /** @type {CourseKind['create']} */
  function create(resume, quirks = {}) {
    const decoded = decode(layout, resume.state);
    /** @type {import('../../builder/player/state/codec.js').State} */
    const state = decoded.ok ? decoded.state : new Map();
    /** @param {string} key @param {string} field @param {any} value */
    const put = (key, field, value) => state.set(key, { ...state.get(key), [field]: value });
    /** @param {string} key @param {string} field @returns {any} */
    const get = (key, field) => state.get(key)?.[field] ?? null;
    /** What the LMS is told of: answers of this session, and those that it may have missed. @type {Set<string>} */
    const told = new Set(resume.retell ? Object.keys(answersIn(resume.state)) : []);

    return {
      unread: decoded.ok ? '' : decoded.reason,
      answer(id, answer) {
        told.add(id);
        put(`question/${id}`, 'answer', answer);
      },
      visit(lesson) {
        put('course', 'lesson', lesson);
        put(`lesson/${lesson}`, 'seen', 1);
      },
      test(score) {
        put('assessment/toets', 'done', 1);
        put('assessment/toets', 'best', Math.max(get('assessment/toets', 'best') ?? 0, score));
      },
      get answers() {
        return answersIn(encode(layout, state));
      },
      get lesson() {
        return get('course', 'lesson') ?? '';
      },
      get best() {
        return get('assessment/toets', 'done') ? get('assessment/toets', 'best') : null;
      },
      describe(revision) {
        put('course', 'revision', revision);
        const best = this.best;
        const passed = best !== null && best >= PASS_MARK;
        const answers = this.answers;
        const known = questions.flatMap((question, index) => (told.has(question.id) ? [record(question, index, answers[question.id])] : []));
        return {
          state: encode(layout, state),
          location: this.lesson,
          status: passed ? 'passed' : 'incomplete',
          score: best,
          objectives: OBJECTIVES.map((id) => objective(questions, id, answers)),
          interactions: quirks.interactions?.(known) ?? known,
          interactionIds: questions.map(({ id }) => id),
        };
      },
    };
  }

  return {
    /** @type {CourseKind['revisionOf']} */
    revisionOf: (state) => revisionOf(layout, state),
    answersIn,
    create,
    /** A saved state with these answers, as another page or an earlier visit left it. @param {Record<string, string>} answers
     * @param {number} revision */
    stateWith: (answers, revision) => encode(layout, new Map([['course', { revision }],
      ...Object.entries(answers).map(([id, answer]) => /** @type {[string, any]} */ ([`question/${id}`, { answer }]))])),
  };
}

/** The course of most scenarios. */
export const COURSE = courseOf(QUESTIONS);
export const { stateWith } = COURSE;

/** @param {Question} question @param {number} index @param {string} answer @returns {InteractionRecord} */
function record(question, index, answer) {
  return {
    index,
    id: question.id,
    objective: question.objective,
    type: /** @type {InteractionRecord['type']} */ (question.type),
    response: answer,
    pattern: question.right,
    result: answer === question.right ? 'correct' : 'wrong',
    time: `09:${String((10 + index) % 60).padStart(2, '0')}:00`,
    latency: '0000:00:12.50',
    weighting: '1',
  };
}

/** @param {readonly Question[]} questions @param {string} id @param {Record<string, string>} answers
 * @returns {import('../../builder/player/types.js').ObjectiveRecord} */
function objective(questions, id, answers) {
  const own = questions.filter((question) => question.objective === id);
  const done = own.filter((question) => question.id in answers);
  if (done.length === 0) return { id, score: null, status: 'not attempted' };
  const right = done.filter((question) => answers[question.id] === question.right);
  const score = Math.round((100 * right.length) / own.length);
  return { id, score, status: done.length < own.length ? 'incomplete' : score === 100 ? 'passed' : 'completed' };
}
