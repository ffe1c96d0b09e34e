/**
 * scorm-again 3 in the shape of our own LMS: a second opinion by other people. It is more lenient than the RTE in places
 * (lengths of suspend_data, CMIFeedback, LMSSetValue after LMSFinish), so it is never the only judge. For Node only.
 */
import { countLists } from './api.js';
import { exposeApi } from './calls.js';
import { strict } from './profiles/strict.js';
import { addTimespans } from './timespan.js';

/** The library has no types beside its modules, so they are named here. */
const bundle = new URL('../../builder/player/node_modules/scorm-again/dist/esm/scorm12.js', import.meta.url);
/** @typedef {import('../../builder/player/node_modules/scorm-again/dist/types/Scorm12API').default} Library */
/** @type {{Scorm12API: new (settings: object, server: object) => Library}} */
const { Scorm12API } = await import(bundle.href);

/** What a launch sets anew instead of taking it from the attempt. */
const PER_LAUNCH = /^cmi\.(core\.(student_id|student_name|credit|entry|lesson_mode|total_time|session_time|exit)|launch_data|comments_from_lms|student_data)/;

/**
 * @param {import('./lms.js').LmsOptions} [options]  profile, saved and save are not used
 * @returns {import('./lms.js').Lms}
 */
export function createScormAgain(options = {}) {
  const { learner = { id: 'learner-1', name: 'Vries, Jan de' }, course = {}, now = () => Date.now() } = options;
  /** @type {import('./types.js').Attempt[]} */
  const attempts = [];
  let launches = 0;

  /** @type {import('./lms.js').Lms} */
  const lms = {
    profile: { ...strict(), name: 'scorm-again', about: 'scorm-again 3.4.3 with a server that stores what it is sent' },
    calls: [],
    attempts,
    network: 'online',
    beaconOrder: null,
    intercept: (call, session, proceed) => proceed(),
    get attempt() {
      return attempts.at(-1);
    },
    held: (element) => attempts.at(-1)?.values.get(element) ?? '',
    count: (list) => countLists(attempts.at(-1)?.values ?? new Map()).get(list) ?? 0,

    launch(asked = {}) {
      const launch = lms.profile.launch(attempts.at(-1), asked);
      if (launch.newAttempt) attempts.push({ values: new Map(), totalTime: '0000:00:00.00', launches: 0 });
      const attempt = /** @type {import('./types.js').Attempt} */ (attempts.at(-1));
      attempt.launches += 1;
      launches += 1;
      const number = launches;
      const base = attempt.totalTime;

      const server = {
        updateSettings() {},
        /** @param {string} url @param {any} sent */
        processHttpRequest(url, sent) {
          if (lms.network !== 'online') return { result: 'false', errorCode: 101 };
          for (const [name, value] of Object.entries(sent)) {
            if (typeof value === 'string' && (value !== '' || attempt.values.has(name) || name === 'cmi.core.exit')) {
              attempt.values.set(name, value);
            }
          }
          const time = attempt.values.get('cmi.core.session_time');
          if (time) attempt.totalTime = addTimespans(base, time);
          return { result: 'true', errorCode: 0 };
        },
      };
      const api = new Scorm12API({
        lmsCommitUrl: 'http://localhost/commit', dataCommitFormat: 'flattened', sendFullCommit: true,
        autocommit: false, logLevel: 'NONE',
      }, server);
      api.loadFromFlattenedJSON({
        ...Object.fromEntries([...attempt.values].filter(([name]) => !PER_LAUNCH.test(name))),
        'cmi.core.student_id': learner.id,
        'cmi.core.student_name': learner.name,
        'cmi.core.credit': launch.credit,
        'cmi.core.entry': launch.entry,
        'cmi.core.lesson_mode': launch.mode,
        'cmi.core.total_time': base,
        ...(course.mastery_score ? { 'cmi.student_data.mastery_score': course.mastery_score } : {}),
        ...(course.launch_data ? { 'cmi.launch_data': course.launch_data } : {}),
      });

      /** @type {import('./types.js').Session} */
      const session = {
        values: new Map(), launch, state: 'before', error: '0', leaving: false, hidden: false, unanswered: false, course,
        network: () => lms.network,
        held: (element) => attempt.values.get(element) ?? '',
        send: () => String(api.LMSCommit('')),
      };
      /** @param {string} name @returns {(...args: any[]) => unknown} */
      const forward = (name) => (...args) => {
        const result = /** @type {any} */ (api)[name](...args);
        session.error = String(api.LMSGetLastError());
        return result;
      };
      const names = ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit'];
      const API = exposeApi({
        ...Object.fromEntries(names.map((name) => [name, forward(name)])),
        LMSGetLastError: () => session.error,
        LMSGetErrorString: (code) => api.LMSGetErrorString(code),
        LMSGetDiagnostic: (code) => api.LMSGetDiagnostic(code),
      }, {
        session,
        answer: (call, running, proceed) => proceed(),
        intercept: (call, running, proceed) => lms.intercept(call, running, proceed),
        record: (call) => lms.calls.push({ ...call, time: now(), launch: number }),
      });
      return {
        API, session, hide: () => { session.hidden = true; }, show: () => { session.hidden = false; },
        leave: () => { session.leaving = true; }, close: () => {},
      };
    },
  };
  return lms;
}
