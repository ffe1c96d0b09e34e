/**
 * Where the tracker stands with the LMS. Every call to the LMS asks here first.
 *
 *     looking → connected ⇄ degraded → finished → looking (back from the cache)
 *        ├───→ alone      no LMS anywhere
 *        └───→ refused    an LMS that does not let us in
 */

/** @typedef {'looking' | 'connected' | 'degraded' | 'alone' | 'refused' | 'finished'} State */

/** @type {Record<State, readonly State[]>} */
const MOVES = {
  looking: ['connected', 'alone', 'refused', 'finished'],
  connected: ['degraded', 'finished'],
  degraded: ['connected', 'finished'],
  alone: [],
  refused: [],
  finished: ['looking'],
};

export function createSession() {
  /** @type {State} */
  let state = 'looking';
  return {
    get state() {
      return state;
    },
    /** A move that cannot be made from here changes nothing: events of browser and LMS come in any order. @param {State} next */
    to(next) {
      if (MOVES[state].includes(next)) state = next;
    },
    /** After LMSFinish no call may be made (RTE 3.3.4), before LMSInitialize none but that. */
    mayCall: () => state === 'connected' || state === 'degraded',
  };
}

/** @typedef {ReturnType<typeof createSession>} Session */
