/** A page with a tracker in it: a learner, a very small course, an LMS, a device. */
import { createTracker } from '../../../builder/player/tracking/tracker.js';
import { createClock, createLms, createStorage } from './fakes.js';

/** @typedef {import('../../../builder/player/types.js').Snapshot} Snapshot */
/** @typedef {import('../../../builder/player/types.js').Health} Health */

const QUESTIONS = ['q-a', 'q-b', 'q-c', 'q-d'];

/** The state of this course: 'S' revision '.' answers '.', such as 'S12.ab--.'. @param {string} text */
export function revisionOf(text) {
  if (text === '') return 'empty';
  if (text.startsWith('N')) return 'newer';
  const found = /^S(\d+)\.[a-z-]*\.$/.exec(text);
  return found ? Number(found[1]) : 'damaged';
}

/** @param {string} state @returns {string} the answers, '----' when there are none */
export const answersIn = (state) => /^S\d+\.([a-z-]*)\.$/.exec(state)?.[1] ?? '----';

/**
 * @typedef {object} How
 * @property {'passed' | 'completed'} [endsWith]
 * @property {any} [parent]      of the page's window; default: one with the LMS's API
 * @property {boolean} [channel] windows of this browser hear each other
 */

/**
 * @param {object} [options]
 * @param {Record<string, string>} [options.values]   what the LMS holds
 * @param {ReturnType<typeof createStorage> | null} [options.storage]
 * @param {boolean} [options.lms]  false: there is none
 */
export function createDesk({ values, storage = createStorage(), lms: withLms = true } = {}) {
  const clock = createClock();
  const lms = createLms(clock, values);
  /** @type {{alive: boolean}[]} */
  const pages = [];
  const desk = {
    clock, lms, storage,
    online: true,
    /** @type {'ok' | 'offline' | 'signed-out' | 'unknown'} */
    verdict: 'ok',
    /** What every window of this browser hears. @type {{hear: (message: string) => void, page: object}[]} */
    ears: [],

    /** A page whose tracker has just been started. @param {How} [how] */
    launch({ endsWith = 'passed', parent, channel = false } = {}) {
      const page = { alive: true };
      pages.push(page);
      const windowLike = { opener: null, parent: parent ?? (withLms ? { API: lms.API } : null) };
      const tracker = createTracker({
        ...clock, setTimer: (run, ms) => clock.setTimer(() => { if (page.alive) run(); }, ms), windowLike, storage, online: () => desk.online, probe: async () => desk.verdict,
        channel: channel ? {
          post: (message) => { for (const ear of desk.ears) if (ear.page !== page) clock.setTimer(() => ear.hear(message), 1); },
          listen: (hear) => { desk.ears.push({ hear, page }); },
        } : null,
      }, { course: 'eenzaamheid', edition: 'vo', endsWith, revisionOf });
      /** @type {Health[]} */
      const health = [];
      tracker.onHealth((now) => health.push(now));
      return { tracker, health, starting: tracker.start() };
    },

    /** A page of which the start is over. @param {How} [how] @param {number} [wait]  milliseconds that it gets for that */
    async open(how, wait = 10_000) {
      const { tracker, health, starting } = desk.launch(how);
      await clock.pass(wait);
      const resume = await starting;
      let answers = answersIn(resume.state);
      let location = resume.location;
      /** @type {number | null} */
      let score = null;
      /** @param {number} revision @returns {Snapshot} */
      const describe = (revision) => ({
        state: `S${revision}.${answers}.`, location, score,
        status: score !== null && score >= 70 ? 'passed' : 'incomplete',
        objectives: [],
        interactions: [...answers].flatMap((answer, index) => (answer === '-' ? [] : [{
          index, id: QUESTIONS[index], objective: 'LD1', type: 'choice', response: answer, pattern: 'a',
          result: answer === 'a' ? 'correct' : 'wrong', time: '10:00:00', latency: '0000:00:02.00', weighting: '1' }])),
        interactionIds: QUESTIONS,
      });
      const act = () => {
        tracker.activity();
        tracker.changed();
      };
      return {
        tracker, resume, health,
        follow: () => tracker.follow(describe),
        get now() {
          return /** @type {Health} */ (health.at(-1));
        },
        get answers() {
          return answers;
        },
        /** @param {number} question @param {string} option */
        answer(question, option) {
          answers = answers.slice(0, question) + option + answers.slice(question + 1);
          act();
        },
        /** @param {string} lesson */
        visit(lesson) {
          location = lesson;
          act();
        },
        /** @param {number} points */
        test(points) {
          score = Math.max(points, score ?? 0);
          act();
        },
      };
    },

    /** A page in which the course stands. @param {How} [how] @param {number} [wait] */
    async begin(how, wait) {
      const page = await desk.open(how, wait);
      page.follow();
      await clock.pass(100);
      return page;
    },

    /** All pages are gone without a word, and the LMS's page with them. */
    kill() {
      for (const page of pages) page.alive = false;
      lms.reload();
      lms.calls.length = 0;
    },
    get kept() {
      return answersIn(lms.stored.get('cmi.suspend_data') ?? '');
    },
  };
  return desk;
}
