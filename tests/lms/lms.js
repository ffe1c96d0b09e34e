/**
 * An LMS in memory: it launches one SCO for one learner, keeps attempts across launches and records every call.
 * It runs in Node and in a page (`window.API = createLms().launch().API`) and depends on nothing.
 *
 * A server is only imagined: what was set is lost with the page unless it was committed while `network` is 'online'.
 */
import { countLists, createApi } from './api.js';
import { strict } from './profiles/strict.js';
import { addTimespans } from './timespan.js';

/** @typedef {import('./types.js').Attempt} Attempt */
/** @typedef {import('./types.js').Session} Session */

/**
 * @typedef {object} LmsOptions
 * @property {import('./types.js').Profile} [profile]
 * @property {{id: string, name: string}} [learner]
 * @property {import('./types.js').Course} [course]
 * @property {() => number} [now]           milliseconds
 * @property {(milliseconds: number) => void} [wait]  blocks the page, for profiles that take their time
 * @property {string} [saved]               what `save` was given before: attempts of earlier pages
 * @property {(saved: string) => void} [save]  called after each change on the imagined server
 */

/**
 * @typedef {object} Running
 * @property {import('./types.js').Api} API
 * @property {Session} session
 * @property {() => void} hide    the tab is not shown any more, or the page is covered
 * @property {() => void} show
 * @property {() => void} leave   the browser starts to dismiss the page
 * @property {() => void} close   the page is gone, whether or not LMSFinish came
 */

/** @param {LmsOptions} [options] */
export function createLms(options = {}) {
  const {
    profile = strict(), learner = { id: 'learner-1', name: 'Vries, Jan de' }, course = {},
    now = () => Date.now(), saved, save = () => {},
  } = options;
  const attempts = saved === undefined ? [] : thaw(saved);
  /** What the LMS's own page knew when it was loaded. @type {PageData | undefined} */
  let page;
  let launches = attempts.reduce((sum, attempt) => sum + attempt.launches, 0);

  const lms = {
    profile,
    /** @type {import('./types.js').Call[]} */
    calls: [],
    attempts,
    /** @type {import('./types.js').Network} */
    network: 'online',
    /** In which order what is sent while the page is being dismissed arrives: nothing keeps beacons in their order.
     * @type {(<T>(beacons: T[]) => T[]) | null} */
    beaconOrder: null,
    /** A test's own fault, put before the profile. @type {import('./types.js').Profile['answer']} */
    intercept: (call, session, proceed) => proceed(),

    /** @returns {Attempt | undefined} */
    get attempt() {
      return attempts.at(-1);
    },

    /** What the server holds. @param {string} element @returns {string} */
    held: (element) => attempts.at(-1)?.values.get(element) ?? '',

    /** @param {string} list such as 'cmi.interactions' @returns {number} members that the server holds */
    count: (list) => countLists(attempts.at(-1)?.values ?? new Map()).get(list) ?? 0,

    /** @param {import('./types.js').LaunchOptions} [asked] @returns {Running} */
    launch(asked = {}) {
      const launch = profile.launch(attempts.at(-1), asked);
      if (launch.newAttempt) attempts.push({ values: new Map(), totalTime: '0000:00:00.00', launches: 0 });
      const attempt = /** @type {Attempt} */ (attempts.at(-1));
      attempt.launches += 1;
      launches += 1;
      const number = launches;
      attempt.values.delete('cmi.core.session_time');

      if (!(asked.samePage && profile.stalePage && page)) {
        page = { resumed: profile.resume(attempt), totalTime: attempt.totalTime, launch };
      }
      const start = page;
      /** @type {Session} */
      const session = {
        values: startValues({ ...start, learner, course }),
        launch: start.launch, state: 'before', error: '0', leaving: false, hidden: false, unanswered: false, course,
        network: () => lms.network,
        held: (element) => attempt.values.get(element) ?? '',
        send: () => 'false',
      };
      profile.prepare(session.values);
      /** @type {(() => void)[]} */
      const beacons = [];
      const addTime = () => {
        const time = attempt.values.get('cmi.core.session_time');
        if (time !== undefined) attempt.totalTime = addTimespans(start.totalTime, time);
      };

      const API = createApi({
        profile, session,
        intercept: (call, running, proceed) => lms.intercept(call, running, proceed),
        record: (call) => lms.calls.push({ ...call, time: now(), launch: number }),
        store(sent, finished) {
          const arrive = () => {
            for (const [name, value] of sent) attempt.values.set(name, value);
            profile.keep(attempt.values);
            if (finished) addTime();
            save(freeze(attempts));
          };
          if (lms.beaconOrder && session.leaving) beacons.push(arrive);
          else arrive();
        },
      });

      return {
        API, session,
        hide: () => { session.hidden = true; },
        show: () => { session.hidden = false; },
        leave: () => { session.leaving = true; },
        close() {
          for (const arrive of lms.beaconOrder?.(beacons) ?? beacons) arrive();
          if (profile.countsUnfinished) addTime();
          // A page that was killed is not seen to leave.
          if (session.leaving && session.state === 'running' && lms.network === 'online') {
            profile.leave({ values: attempt.values, launch: start.launch, course });
          }
          save(freeze(attempts));
        },
      };
    },
  };
  return lms;
}

/** @typedef {ReturnType<typeof createLms>} Lms */

/** @typedef {{resumed: import('./types.js').Values, totalTime: string, launch: import('./types.js').Launch}} PageData */

/**
 * @param {PageData & {learner: {id: string, name: string}, course: import('./types.js').Course}} given
 * @returns {import('./types.js').Values}
 */
function startValues({ resumed, totalTime, launch, learner, course }) {
  return new Map([
    ['cmi.core.lesson_status', 'not attempted'],
    ...resumed,
    ['cmi.core.student_id', learner.id],
    ['cmi.core.student_name', learner.name],
    ['cmi.core.credit', launch.credit],
    ['cmi.core.lesson_mode', launch.mode],
    ['cmi.core.entry', launch.entry],
    ['cmi.core.total_time', totalTime],
    ['cmi.launch_data', course.launch_data ?? ''],
    ['cmi.comments_from_lms', course.comments_from_lms ?? ''],
    ['cmi.student_data.mastery_score', course.mastery_score ?? ''],
    ['cmi.student_data.max_time_allowed', course.max_time_allowed ?? ''],
    ['cmi.student_data.time_limit_action', course.time_limit_action ?? ''],
  ]);
}

/** @param {Attempt[]} attempts @returns {string} */
function freeze(attempts) {
  return JSON.stringify(attempts.map((attempt) => ({ ...attempt, values: [...attempt.values] })));
}

/** @param {string} saved @returns {Attempt[]} */
function thaw(saved) {
  return JSON.parse(saved).map((/** @type {any} */ attempt) => ({ ...attempt, values: new Map(attempt.values) }));
}
