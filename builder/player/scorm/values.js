/** What LMSs hand out, made into what the standard says it is. */

const NOTHING = new Set(['null', 'undefined', 'NaN']);

/**
 * Text out of anything; '' for what is no value.
 * @param {unknown} value
 * @returns {string}
 */
export function clean(value) {
  if (typeof value === 'number') return Number.isFinite(value) && value !== 0 ? String(value) : '';
  return typeof value !== 'string' || NOTHING.has(value.trim()) ? '' : value;
}

/**
 * A number out of a number or its text; null for anything else.
 * @param {unknown} value
 * @returns {number | null}
 */
export function numberIn(value) {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** @typedef {import('../types.js').Resume['status']} Status */

/** @type {readonly (readonly [RegExp, Status])[]} */
const STATUSES = [
  [/^p(assed)?$/, 'passed'], [/^c(omplete(d)?)?$/, 'completed'], [/^f(ailed)?$/, 'failed'],
  [/^i(ncomplete)?$/, 'incomplete'], [/^b(rowsed)?$/, 'browsed'], [/^n(ot ?attempted)?$/, 'not attempted'],
];

/**
 * cmi.core.lesson_status whatever its capitals; AICC LMSs give the first letter alone.
 * @param {string} text
 * @returns {Status}  '' for what is no status
 */
export function statusIn(text) {
  const word = text.trim().toLowerCase();
  return STATUSES.find(([pattern]) => pattern.test(word))?.[1] ?? '';
}

/**
 * cmi.core.lesson_mode. Only browse and review are modes of looking; LMSs without the element leave it empty.
 * @param {string} text
 * @returns {'normal' | 'review' | 'browse'}
 */
export function modeIn(text) {
  const word = text.trim().toLowerCase();
  if (word === 'browse' || word === 'b') return 'browse';
  return word === 'review' || word === 'r' ? 'review' : 'normal';
}
