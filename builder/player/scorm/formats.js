/**
 * The data types of SCORM 1.2 as text (RTE 3.4.5 and table 3.2). Every function gives what a strict LMS accepts.
 *
 * An option, an item or a category is told to the LMS as one letter: the only form that the types choice, matching and
 * sequencing allow. Letters belong to ids, not to places on the screen, so a report can be compared over learners.
 */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const SECOND = 1000;
const LONGEST = ((9999 * 60 + 59) * 60 + 60) * SECOND - 10;
/** CMIString255, counted in UTF-16 units as LMSs do. */
export const STRING_LIMIT = 255;
/** CMIIdentifier allows 255; long ones make unreadable columns in reports. */
const ID_LIMIT = 64;

/** How many options a question can have. */
export const MOST_LETTERS = LETTERS.length;

/**
 * a … z, then 0 … 9. The builder refuses a question with more; '' for any other index, because a fault here must not
 * stop the learner's work from being saved.
 * @param {number} index  from 0
 */
export const letterFor = (index) => LETTERS[index] ?? '';

/** @param {readonly string[]} letters @returns {string} 'a,c': without order */
export const choiceResponse = (letters) => [...new Set(letters)].filter(Boolean).sort(inAlphabet).join(',');

/** @param {readonly string[]} letters @returns {string} 'c,a,b': in the order given */
export const sequencingResponse = (letters) => letters.filter(Boolean).join(',');

/** @param {readonly (readonly string[])[]} pairs  item and category or target @returns {string} 'a.b,b.a' */
export const matchingResponse = (pairs) => pairs
  .filter(([item, target]) => item && target)
  .map(([item, target]) => `${item}.${target}`)
  .sort(inAlphabet)
  .join(',');

/** @param {boolean} value */
export const trueFalseResponse = (value) => (value ? 't' : 'f');

/**
 * A number as people type it: `numeric` when SCORM knows it as a number (CMIDecimal), else `fill-in`.
 * @param {string | number} value
 * @returns {{type: 'numeric' | 'fill-in', text: string}}
 */
export function numericResponse(value) {
  const text = String(value).trim();
  return /^-?\d+(\.\d+)?$/.test(text) ? { type: 'numeric', text } : { type: 'fill-in', text: fillInResponse(text) };
}

/** @param {string} value @returns {string} one line of at most 255 units, no character cut in half */
export const fillInResponse = (value) => cut(value.replace(/\p{Cc}+/gu, ' ').trim(), STRING_LIMIT);

/**
 * An identifier out of any text: ASCII without blanks (CMIIdentifier), at most 64 characters; '' when nothing is left.
 * @param {string} text
 */
export const cleanId = (text) => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase()
  .replace(/[^a-z0-9._-]+/g, '-').slice(0, ID_LIMIT).replace(/^[-.]+|[-.]+$/g, '');

/**
 * A score between 0 and 100 with at most two decimals; '' when it is no number, and then nothing may be written:
 * an LMS makes 0 of an empty score.
 * @param {number | null} value
 */
export const scoreText = (value) => (value === null || !Number.isFinite(value) ? '' :
  String(Math.round(Math.min(Math.max(value, 0), 100) * 100) / 100));

/**
 * CMITimespan: 'HHHH:MM:SS.SS', never negative, at most 9999:59:59.99.
 * @param {number} milliseconds
 */
export function timespan(milliseconds) {
  const clamped = Number.isNaN(milliseconds) ? 0 : Math.min(Math.max(milliseconds, 0), LONGEST);
  const hundredths = Math.floor(clamped / 10);
  const seconds = Math.floor(hundredths / 100);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0')).join(':') +
    `.${String(hundredths % 100).padStart(2, '0')}`;
}

/** @param {Date} moment @returns {string} CMITime 'HH:MM:SS', the learner's own clock */
export const timeOfDay = (moment) => [moment.getHours(), moment.getMinutes(), moment.getSeconds()]
  .map((part) => String(part).padStart(2, '0')).join(':');

/** @param {string} text @param {number} limit  UTF-16 units */
function cut(text, limit) {
  const last = text.charCodeAt(limit - 1);
  const halved = text.length > limit && last >= 0xd800 && last < 0xdc00;
  return text.slice(0, halved ? limit - 1 : limit);
}

/** Letters before digits, as `letterFor` counts. @param {string} one @param {string} other */
function inAlphabet(one, other) {
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return at < 0 ? one.length - other.length : LETTERS.indexOf(one[at]) - LETTERS.indexOf(other[at] ?? '');
}
