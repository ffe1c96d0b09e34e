/**
 * The data types of SCORM 1.2 (RTE 3.4.5), each as a test on a string. Lengths are counted in UTF-16 units, as every
 * LMS in a browser does.
 * @typedef {(value: string) => boolean} Format
 */

/** @param {number} limit @returns {Format} */
export const text = (limit) => (value) => value.length <= limit;

/** @param {RegExp} pattern @returns {Format} */
export const matching = (pattern) => (value) => pattern.test(value);

/** @param {string[]} words @returns {Format} */
export const oneOf = (...words) => (value) => words.includes(value);

/** @param {Format} format @param {number} low @param {number} high @returns {Format} */
export const between = (format, low, high) => (value) => format(value) && Number(value) >= low && Number(value) <= high;

/** @param {Format} format @returns {Format}  CMIBlank: the empty string is a value too */
export const orBlank = (format) => (value) => value === '' || format(value);

export const CMIString255 = text(255);
export const CMIString4096 = text(4096);

/** A number that may have a decimal point; digits on both sides of it, no exponent, no plus sign. */
export const CMIDecimal = matching(/^-?\d+(\.\d+)?$/);

export const CMIInteger = between(matching(/^\d+$/), 0, 65536);
export const CMISInteger = between(matching(/^-?\d+$/), -32768, 32768);

/** No white space, nothing unprintable, 1 to 255 characters. */
export const CMIIdentifier = matching(/^[!-~]{1,255}$/);

/** A moment of the day on a 24-hour clock, HH:MM:SS or HH:MM:SS.SS. */
export const CMITime = matching(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/);

/** A length of time, HH:MM:SS to HHHH:MM:SS.SS. The RTE does not say that minutes stay below 60; a careful LMS does. */
export const CMITimespan = matching(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/);

/** Scores are normalised to 0 … 100 (RTE 3.4.4, cmi.core.score). */
export const Score = orBlank(between(CMIDecimal, 0, 100));

/** What a SCO may set; 'not attempted' belongs to the LMS (RTE 3.4.4, cmi.core.lesson_status). */
export const LessonStatus = oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed');
export const ObjectiveStatus = oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted');
export const Exit = oneOf('time-out', 'suspend', 'logout', '');
export const InteractionType = oneOf(
  'true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric');

/** @type {Format} */
export const Result = (value) => oneOf('correct', 'wrong', 'unanticipated', 'neutral')(value) || CMIDecimal(value);

export const Credit = oneOf('credit', 'no-credit');
export const Entry = oneOf('ab-initio', 'resume', '');
export const Mode = oneOf('browse', 'normal', 'review');
export const TimeLimitAction = orBlank(
  oneOf('exit,message', 'exit,no message', 'continue,message', 'continue,no message'));
