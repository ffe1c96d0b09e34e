/**
 * A small course as the tracker meets one: it keeps answers, packs them with the real codec and describes itself as a
 * Snapshot. Every SCORM interaction type that the real question types use is in it.
 */
import { decode, encode, revisionOf } from '../../builder/player/state/codec.js';

/** @typedef {import('../../builder/player/types.js').Snapshot} Snapshot */
/** @typedef {import('../../builder/player/types.js').Resume} Resume */
/** @typedef {import('../../builder/player/types.js').InteractionRecord} InteractionRecord */

/** What makes up a course: questions with their options and the interaction that an answer becomes. */
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

/** @type {import('../../builder/player/state/codec.js').Layout} */
const LAYOUT = {
  slots: [
    ['course', [['revision', 'number', 1, 20, [], []], ['lesson', 'choice', 1, 5, [...LESSONS], []]]],
    ...LESSONS.map((id) => /** @type {[string, any]} */ ([`lesson/${id}`, [['seen', 'number', 1, 2, [], []]]])),
    ...QUESTIONS.map(({ id, options }) => /** @type {[string, any]} */ (
      [`question/${id}`, [['answer', 'choice', 1, 5, options, []]]])),
    ['assessment/toets', [['best', 'number', 1, 8, [], []], ['done', 'number', 1, 2, [], []]]],
  ],
};

/** @param {string} state */
export const courseRevisionOf = (state) => revisionOf(LAYOUT, state);

/** A saved state with these answers, as another page or an earlier visit left it. @param {Record<string, string>} answers
 * @param {number} revision */
export function stateWith(answers, revision) {
  return encode(LAYOUT, new Map([['course', { revision }],
    ...Object.entries(answers).map(([id, answer]) => /** @type {[string, any]} */ ([`question/${id}`, { answer }]))]));
}

/** @param {string} state @returns {Record<string, string>} question id → answer; {} when it cannot be read */
export function answersIn(state) {
  const decoded = decode(LAYOUT, state);
  if (!decoded.ok) return {};
  /** @type {Record<string, string>} */
  const answers = {};
  for (const { id } of QUESTIONS) {
    const answer = decoded.state.get(`question/${id}`)?.answer;
    if (typeof answer === 'string') answers[id] = answer;
  }
  return answers;
}

/**
 * @param {Resume} resume
 * @param {{interactions?: (given: InteractionRecord[]) => InteractionRecord[]}} [quirks]  changes what it tells the LMS
 */
export function createCourse(resume, quirks = {}) {
  const decoded = decode(LAYOUT, resume.state);
  /** @type {import('../../builder/player/state/codec.js').State} */
  const state = decoded.ok ? decoded.state : new Map();
  /** @param {string} key @param {string} field @param {any} value */
  const put = (key, field, value) => state.set(key, { ...state.get(key), [field]: value });
  /** @param {string} key @param {string} field @returns {any} */
  const get = (key, field) => state.get(key)?.[field] ?? null;

  /** What the LMS is told of: answers of this session, and those that it may have missed. @type {Set<string>} */
  const told = new Set(resume.retell ? Object.keys(answersIn(resume.state)) : []);

  return {
    /** Why the saved state was not used, or ''. */
    unread: decoded.ok ? '' : decoded.reason,

    /** @param {string} id @param {string} answer */
    answer(id, answer) {
      told.add(id);
      put(`question/${id}`, 'answer', answer);
    },
    /** @param {string} lesson */
    visit(lesson) {
      put('course', 'lesson', lesson);
      put(`lesson/${lesson}`, 'seen', 1);
    },
    /** A test is handed in; the best score counts. @param {number} score */
    test(score) {
      put('assessment/toets', 'done', 1);
      put('assessment/toets', 'best', Math.max(get('assessment/toets', 'best') ?? 0, score));
    },

    get answers() {
      return answersIn(encode(LAYOUT, state));
    },
    get lesson() {
      return get('course', 'lesson') ?? '';
    },
    get best() {
      return get('assessment/toets', 'done') ? get('assessment/toets', 'best') : null;
    },

    /** @param {number} revision @returns {Snapshot} */
    describe(revision) {
      put('course', 'revision', revision);
      const best = this.best;
      const passed = best !== null && best >= PASS_MARK;
      const answers = this.answers;
      const known = QUESTIONS.flatMap((question, index) => (told.has(question.id) ? [record(question, index, answers[question.id])] : []));
      return {
        state: encode(LAYOUT, state),
        location: this.lesson,
        status: passed ? 'passed' : 'incomplete',
        score: best,
        objectives: OBJECTIVES.map((id) => objective(id, answers)),
        interactions: quirks.interactions?.(known) ?? known,
        interactionIds: QUESTIONS.map(({ id }) => id),
      };
    },
  };
}

/** @typedef {ReturnType<typeof createCourse>} Course */

/** @param {typeof QUESTIONS[number]} question @param {number} index @param {string} answer @returns {InteractionRecord} */
function record(question, index, answer) {
  return {
    index,
    id: question.id,
    objective: question.objective,
    type: /** @type {InteractionRecord['type']} */ (question.type),
    response: answer,
    pattern: question.right,
    result: answer === question.right ? 'correct' : 'wrong',
    time: `09:${String(10 + index)}:00`,
    latency: '0000:00:12.50',
    weighting: '1',
  };
}

/** @param {string} id @param {Record<string, string>} answers @returns {import('../../builder/player/types.js').ObjectiveRecord} */
function objective(id, answers) {
  const own = QUESTIONS.filter((question) => question.objective === id);
  const done = own.filter((question) => question.id in answers);
  if (done.length === 0) return { id, score: null, status: 'not attempted' };
  const right = done.filter((question) => answers[question.id] === question.right);
  const score = Math.round((100 * right.length) / own.length);
  return { id, score, status: done.length < own.length ? 'incomplete' : score === 100 ? 'passed' : 'completed' };
}
