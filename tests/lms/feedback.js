/**
 * CMIFeedback: what a response or a right answer looks like depends on the type of the interaction
 * (RTE 3.4.4, cmi.interactions.n.correct_responses.n.pattern and student_response; AICC CMI001 for the details).
 */
import { CMIDecimal, matching, orBlank } from './formats.js';

/** @typedef {import('./formats.js').Format} Format */

const place = '[a-z0-9]';
const list = (/** @type {string} */ item) => `${item}(,${item})*`;
/** Curly brackets say that all of it is needed, so they belong to a right answer: a learner’s response asks for nothing. */
const several = (/** @type {string} */ items) => ({
  response: matching(new RegExp(`^${items}$`)),
  pattern: matching(new RegExp(`^(${items}|\\{${items}\\})$`)),
});
/** The RTE says alphanumeric; a careful LMS takes any printable text but no line break or control character. */
const line = matching(/^[^\p{Cc}]*$/u);

/** @type {Readonly<Record<string, {response: Format, pattern: Format}>>} */
const GRAMMAR = {
  'true-false': same(matching(/^[01tf]$/)),
  choice: several(list(place)),
  'fill-in': same(line),
  numeric: same(CMIDecimal),
  // A likert question has no right answer, so its pattern may be left blank.
  likert: { response: matching(new RegExp(`^${place}$`)), pattern: orBlank(matching(new RegExp(`^${place}$`))) },
  matching: several(list(`${place}\\.${place}`)),
  performance: same(line),
  sequencing: same(matching(new RegExp(`^${list(place)}$`))),
};

/**
 * @param {string | undefined} type  the interaction's type; without one nothing can be judged, so nothing is right
 * @param {'response' | 'pattern'} use
 * @param {string} value
 */
export function isFeedback(type, use, value) {
  if (type === undefined || !(type in GRAMMAR)) return false;
  return value.length <= 255 && GRAMMAR[type][use](value);
}

/** @param {Format} format */
function same(format) {
  return { response: format, pattern: format };
}
