/**
 * Calls to the LMS, with every habit of LMSs taken away. Nothing here throws.
 *
 * A call blocks the page for as long as the LMS takes, so each method is a generator that yields between calls: its
 * user may let the page breathe there, or run on when there is no time.
 */

import { clean, numberIn, statusIn } from './values.js';

/** @typedef {import('./find.js').Api} Api */
/** @typedef {{ok: boolean, code: number}} Outcome  code: that of LMSGetLastError; THREW when the call threw */
/** @template T @typedef {Generator<number, T, void>} Steps  yields 0: the page may breathe here */

/** The call threw an exception, twice. */
export const THREW = -1;
const NO_ERROR = 0;
/** General exception, not initialised, and what SCORM 2004 says for before and after a session. */
const NO_SESSION = new Set([101, 301, 132, 133]);

/**
 * @param {Api} api
 * @param {() => number} [clock]  milliseconds, to know how slow the LMS is
 */
export function createClient(api, clock = () => 0) {
  let calls = 0;
  let spent = 0;

  /** @param {string} name @param {string[]} args @returns {{value: unknown, threw: boolean}} */
  function call(name, ...args) {
    const begin = clock();
    try {
      return { value: api[name](...args), threw: false };
    } catch {
      return { value: undefined, threw: true };
    } finally {
      calls += 1;
      spent += Math.max(clock() - begin, 0);
    }
  }

  /**
   * What throws once often works the second time, and none of these calls does harm when it is done twice.
   * @param {string} name @param {string[]} args
   * @returns {Steps<{value: unknown, threw: boolean}>}
   */
  function* callTwice(name, ...args) {
    const first = call(name, ...args);
    if (!first.threw) return first;
    yield 0;
    return call(name, ...args);
  }

  /** @returns {Steps<number>} */
  function* errorCode() {
    return numberIn((yield* callTwice('LMSGetLastError')).value) ?? NO_ERROR;
  }

  /**
   * 'true' in any spelling is success. For all else LMSGetLastError decides: LMSs are known to answer nothing or null to
   * a call that worked, and 'false' to an LMSSetValue that did.
   * @param {{value: unknown, threw: boolean}} answer
   * @param {boolean} [doubtNo]  may a plain 'false' be wrong?
   * @returns {Steps<Outcome>}
   */
  function* outcome({ value, threw }, doubtNo = false) {
    if (threw) return { ok: false, code: THREW };
    if (isTrue(value)) return { ok: true, code: NO_ERROR };
    yield 0;
    const code = yield* errorCode();
    return { ok: code === NO_ERROR && (doubtNo || !isFalse(value)), code };
  }

  return {
    /**
     * 'false' may mean that the session is open already (after a reload: 101 or 103), and Moodle's LMSInitialize may
     * throw in a session that works. So when it does not answer 'true', an LMSGetValue decides.
     * @returns {Steps<boolean>}
     */
    *initialize() {
      const first = call('LMSInitialize', '');
      yield 0;
      if (!first.threw && isTrue(first.value)) return true;
      const probe = yield* callTwice('LMSGetValue', 'cmi.core.lesson_status');
      if (probe.threw) return false;
      if (statusIn(clean(probe.value)) !== '') return true;
      yield 0;
      // An API that says nothing at all, not even about errors, is an empty shell: nobody could know what it keeps.
      const error = call('LMSGetLastError').value;
      return numberIn(error) === NO_ERROR || error === '';
    },

    /**
     * The value of an element; '' when there is none or the LMS does not know the element; null when it could not be
     * read, which says nothing about what the LMS holds.
     * @param {string} element
     * @returns {Steps<string | null>}
     */
    *text(element) {
      const { value, threw } = yield* callTwice('LMSGetValue', element);
      yield 0;
      if (threw) return null;
      const text = clean(value);
      if (text !== '' || value === '0' || value === 0) return text;
      const code = yield* errorCode();
      yield 0;
      return NO_SESSION.has(code) ? null : '';
    },

    /** @param {string} element @returns {Steps<number | null>} null when there is none */
    *number(element) {
      const { value } = yield* callTwice('LMSGetValue', element);
      yield 0;
      return numberIn(value);
    },

    /** @returns {Steps<number>} code of the last call, 0 when it went well */
    *error() {
      const code = yield* errorCode();
      yield 0;
      return code;
    },

    /** @param {string} element @param {string} value @returns {Steps<Outcome>} */
    *set(element, value) {
      return yield* outcome(yield* callTwice('LMSSetValue', element, value), true);
    },

    // The argument must be exactly ''; without one LMSs answer error 201 (RTE 3.3.4).
    /** @returns {Steps<Outcome>} */
    *commit() {
      return yield* outcome(yield* callTwice('LMSCommit', ''));
    },

    /** @returns {Steps<Outcome>} */
    *finish() {
      return yield* outcome(call('LMSFinish', ''));
    },

    /** Milliseconds that a call takes on average. */
    slowness: () => (calls === 0 ? 0 : spent / calls),
  };
}

/** @typedef {ReturnType<typeof createClient>} Client */

/** @param {unknown} value */
const isFalse = (value) => value === false || value === 0 ||
  (typeof value === 'string' && ['false', '0'].includes(value.trim().toLowerCase()));

/** @param {unknown} value */
const isTrue = (value) => value === true || value === 1 ||
  (typeof value === 'string' && ['true', '1'].includes(value.trim().toLowerCase()));
