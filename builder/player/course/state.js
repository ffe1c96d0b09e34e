/**
 * The learner's state: per slot of the saved state a record of values. Never edited in place.
 *
 * @typedef {import('../types.js').Answer} Answer
 * @typedef {Record<string, any>} Slot
 * @typedef {ReadonlyMap<string, Slot>} State
 */

/** @type {Slot} */
const EMPTY = Object.freeze({});

/**
 * @param {State} state
 * @param {string} key  such as 'lesson/welkom' or 'question/soort-lize'
 * @returns {Slot}  empty when nothing is known
 */
export function slot(state, key) {
  return state.get(key) ?? EMPTY;
}

/**
 * @param {State} state
 * @param {string} key
 * @param {Slot} changes
 * @returns {State}  a new state
 */
export function withSlot(state, key, changes) {
  return new Map(state).set(key, { ...slot(state, key), ...changes });
}

/** @param {State} state */
export const sectorOf = (state) => /** @type {string | null} */ (slot(state, 'course').sector ?? null);

/** @param {State} state @param {string} lesson */
export const isLessonDone = (state, lesson) => slot(state, `lesson/${lesson}`).done === 1;

/** @param {State} state */
export const seedOf = (state) => /** @type {number} */ (slot(state, 'course').seed ?? 0);
