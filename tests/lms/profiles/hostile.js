/**
 * Habits of LMSs that answer in ways the RTE does not know, while what they are given they do keep. The profile `hostile`
 * has them all at once; a test takes the ones that it is about.
 */
import { strict } from './strict.js';

/** @typedef {import('../types.js').Profile} Profile */
/** @typedef {Profile['answer']} Habit */

/** What unset elements come back as, in turn. */
const NOTHINGS = [null, undefined, 'null', 'undefined', 0, false, Number.NaN, {}, ''];

/** @type {Record<string, () => Habit>} */
export const HABITS = {
  /** LMSGetValue gives something else than '' for what is not set. */
  nothings() {
    let turn = 0;
    return (call, session, proceed) => {
      const answer = proceed();
      if (call.name !== 'LMSGetValue' || answer !== '') return answer;
      turn += 1;
      return NOTHINGS[turn % NOTHINGS.length];
    };
  },

  /** LMSGetValue gives numbers where a value looks like one; error codes are numbers too. */
  numbers: () => (call, session, proceed) => {
    const answer = proceed();
    const reads = call.name === 'LMSGetValue' || call.name === 'LMSGetLastError';
    return reads && typeof answer === 'string' && /^\d+(\.\d+)?$/.test(answer) ? Number(answer) : answer;
  },

  /** Success is true, 1, "1", "True" or "true ", in turn; failure is false, 0 or "0". */
  booleans() {
    let turn = 0;
    return (call, session, proceed) => {
      const answer = proceed();
      turn += 1;
      if (call.name === 'LMSGetValue' || (answer !== 'true' && answer !== 'false')) return answer;
      const words = answer === 'true' ? [true, 1, '1', 'True', 'true '] : [false, 0, '0'];
      return words[turn % words.length];
    };
  },

  /** LMSSetValue says "false" though it stored the value and there is no error. */
  denies: () => (call, session, proceed) => {
    const answer = proceed();
    return call.name === 'LMSSetValue' && session.error === '0' ? 'false' : answer;
  },

  /** About one call in nine throws, always the same ones: in turn after it has done its work and before. */
  throws() {
    let seed = 1;
    let worked = false;
    return (call, session, proceed) => {
      seed = (seed * 48271) % 2147483647;
      if (seed % 9 !== 0 || call.name === 'LMSInitialize') return proceed();
      worked = !worked;
      if (worked) proceed();
      throw new Error('Permission denied to access property');
    };
  },
};

/**
 * @param {object} [options]
 * @param {string[]} [options.habits]  names in HABITS, the innermost first
 * @param {(milliseconds: number) => void} [options.wait]  blocks; each commit takes 80 ms with it
 * @returns {Profile}
 */
export function hostile({ habits = Object.keys(HABITS), wait } = {}) {
  const base = strict();
  /** @type {Habit[]} */
  const layers = habits.map((name) => HABITS[name]());
  if (wait) {
    layers.unshift((call, session, proceed) => {
      if (call.name === 'LMSCommit' || call.name === 'LMSFinish') wait(80);
      return proceed();
    });
  }
  return {
    ...base,
    name: 'hostile',
    about: 'keeps what it is given, but answers with wrong types, denials, exceptions and delays',
    takesAnyType: true,
    answer: (call, session, proceed) => layers
      .reduce((/** @type {() => unknown} */ inner, layer) => () => layer(call, session, inner), proceed)(),
  };
}
