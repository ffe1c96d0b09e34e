/**
 * Moodle 4.5 as measured with a real one, module settings at their defaults (mod/scorm: datamodels/scorm_12.js,
 * scorm_12lib.php, request.js).
 */
import { between, matching, oneOf, text } from '../formats.js';
import { statusByMastery, strict } from './strict.js';

/** @typedef {import('../types.js').Profile} Profile */

/** Moodle's own patterns: wider than the RTE's in most places, narrower in none that matters. */
const identifier = matching(/^[!-~]{0,255}$/);
const decimal = matching(/^-?\d{0,3}(\.\d*)?$/);
const timespan = matching(/^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/);
const score = between(decimal, 0, 100);

/** @type {Record<string, import('../formats.js').Format>} */
const PATTERNS = {
  'cmi.core.score.raw': score,
  'cmi.core.score.min': score,
  'cmi.core.score.max': score,
  'cmi.core.session_time': timespan,
  'cmi.objectives.n.id': identifier,
  'cmi.objectives.n.score.raw': score,
  'cmi.objectives.n.score.min': score,
  'cmi.objectives.n.score.max': score,
  'cmi.interactions.n.id': identifier,
  'cmi.interactions.n.objectives.n.id': identifier,
  'cmi.interactions.n.time': matching(/^[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,2})?$/),
  'cmi.interactions.n.weighting': between(decimal, -100, 100),
  'cmi.interactions.n.result': (value) =>
    oneOf('correct', 'wrong', 'unanticipated', 'neutral')(value) || /^\d{0,3}(\.\d*)?$/.test(value),
  'cmi.interactions.n.latency': timespan,
};

const SHORT = ['cmi.core.lesson_location', 'cmi.interactions.n.student_response',
  'cmi.interactions.n.correct_responses.n.pattern', 'cmi.student_preference.language'];
const LONG = ['cmi.suspend_data', 'cmi.comments'];

/** Elements that Moodle turns into numbers, so that '' becomes 0 and reading gives a number back. */
const RANGED = /score\.(raw|min|max)$|weighting$|student_preference\.(audio|speed|text)$/;

/**
 * What Moodle sends when it may not wait for an answer (the page goes, its tab is hidden, or for the rest of the session
 * once a call came out of a handler of its own window): at most 64 KiB of UTF-8, the browser's limit for a beacon.
 */
const BEACON = 64 * 1024;

/**
 * @param {object} [settings]
 * @param {0 | 1} [settings.scormstandard]  site setting: 1 keeps to SCORM’s lengths and to its form of a name
 * @param {boolean} [settings.masteryoverride]
 * @param {'never' | 'when completed' | 'always'} [settings.forcenewattempt]
 * @param {boolean} [settings.forcecompleted]   an attempt with a score is completed
 * @param {boolean} [settings.lastattemptlock]  the one attempt that there is ends with the first exit, whatever its status
 * @param {boolean} [settings.savetrack]  false: the role may not save, and the API says "true" all the same
 * @returns {Profile}
 */
export function moodle(settings = {}) {
  const {
    scormstandard = 0, masteryoverride = true, forcenewattempt = 'never', forcecompleted = false, lastattemptlock = false,
    savetrack = true,
  } = settings;
  const base = strict();
  const short = text(scormstandard ? 255 : 64000);
  const long = text(scormstandard ? 4096 : 64000);
  /** Of the page that is open: it had a session that stored interactions or objectives. */
  let cloned = false;

  return {
    ...base,
    name: scormstandard ? 'moodle-strict' : 'moodle',
    about: `Moodle 4.5.6, scormstandard ${scormstandard}`,
    takesAnyType: true,
    readsBeyondLists: true,
    initialisesAgain: true,
    forgetsUnsent: true,
    stalePage: true,
    countsUnfinished: false,
    wantsIdFirst: false,
    fitsTypes: false,

    accepts(element, value, interactionType) {
      if (SHORT.includes(element.name)) return short(value);
      if (LONG.includes(element.name)) return long(value);
      return PATTERNS[element.name]?.(value) ?? base.accepts(element, value, interactionType);
    },

    launch(attempt, { mode, samePage }) {
      if (attempt && lastattemptlock) throw new Error('the last attempt is locked: the player does not open');
      if (!samePage) cloned = false;
      const status = attempt?.values.get('cmi.core.lesson_status') ?? '';
      const done = ['passed', 'completed', 'failed'].includes(status);
      const newAttempt = attempt === undefined || forcenewattempt === 'always'
        || (forcenewattempt === 'when completed' && done);
      const review = mode === 'review' || (mode === undefined && done && !newAttempt);
      return {
        newAttempt,
        entry: newAttempt || status === '' ? 'ab-initio'
          : attempt?.values.get('cmi.core.exit') === 'suspend' ? 'resume' : '',
        mode: review ? 'review' : mode ?? 'normal',
        credit: review || mode === 'browse' ? 'no-credit' : 'credit',
      };
    },

    // exit is kept from the session before: it stays 'suspend' until something else is set.
    resume: (attempt) => new Map(attempt.values),

    // fullname() of the site is "Sam One"; comments_from_lms is never filled.
    prepare(values) {
      if (scormstandard === 0) values.set('cmi.core.student_name', fullName(values.get('cmi.core.student_name') ?? ''));
      values.set('cmi.comments_from_lms', '');
    },

    leave: () => {},

    keep(values) {
      const scored = (values.get('cmi.core.score.raw') ?? '') !== '';
      if (forcecompleted && scored && values.get('cmi.core.lesson_status') === 'incomplete') {
        values.set('cmi.core.lesson_status', 'completed');
      }
    },

    finish({ values, launch, course }) {
      if (values.get('cmi.core.lesson_status') === 'not attempted') values.set('cmi.core.lesson_status', 'completed');
      if (masteryoverride && launch.mode === 'normal' && launch.credit === 'credit') {
        const status = values.get('cmi.core.lesson_status') ?? '';
        values.set('cmi.core.lesson_status', statusByMastery(values, course, status));
      }
    },

    deliver(sent, session) {
      const network = session.network();
      if ([...session.values.keys()].some((name) => /^cmi\.(interactions|objectives)\./.test(name))) cloned = true;
      const beacon = session.leaving || session.hidden || session.unanswered;
      if (beacon && bytes(sent) > BEACON) return 'refused';
      if (network === 'offline') return 'pretended';
      if (network === 'signed-out') return beacon ? 'pretended' : 'refused';
      return savetrack ? 'stored' : 'pretended';
    },

    answer(call, session, proceed) {
      if (call.name === 'LMSInitialize' && cloned && session.state !== 'running') {
        throw new TypeError("Cannot read properties of undefined (reading 'objectives')");
      }
      if (call.name === 'LMSSetValue' && RANGED.test(String(call.args[0])) && call.args[1] === '') {
        call.args = [call.args[0], '0'];
      }
      const answer = proceed();
      if (call.name !== 'LMSGetValue' || answer === '') return answer;
      const element = String(call.args[0]);
      // The length of a list is a number too, once there is something in it; before that it is the text "0".
      return RANGED.test(element) || (element.endsWith('._count') && answer !== '0') ? Number(answer) : answer;
    },
  };
}

/** "Sam One" out of SCORM’s "One, Sam". @param {string} name */
function fullName(name) {
  const parts = name.split(',').map((part) => part.trim());
  return parts.length === 2 && parts.every(Boolean) ? `${parts[1]} ${parts[0]}` : name;
}

/** @param {import('../types.js').Values} sent */
function bytes(sent) {
  const form = [...sent].map(([name, value]) => `${name}=${value}`).join('&');
  return new TextEncoder().encode(form).length;
}
