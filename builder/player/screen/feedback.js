/** What is said about an answer: the box under the question, and in words what the marks show. */

import { find, make } from './dom.js';
import { feedbackBox, keyTexts, paragraph } from './marks.js';

/**
 * @typedef {import('../types.js').Question} Question
 * @typedef {import('../types.js').QuestionType} QuestionType
 * @typedef {import('../types.js').Answer} Answer
 *
 * @typedef {'try' | 'reveal' | 'review'} Mode
 *   try: another try may follow, so the answer is not given away · reveal: it is · review: the test has been handed in
 */

/** How sure the learner was: the values of the choice under a question. */
export const CONFIDENCE = Object.freeze({ guess: 1, sure: 3 });

/**
 * Marks the answer that stands in the question and says what is right and why. The region is filled in one go,
 * so that a screen reader reads it once.
 * @param {HTMLElement} root
 * @param {QuestionType} type
 * @param {Question} question
 * @param {Mode} mode
 * @param {number} [sure]  0 when it was not asked
 */
export function explain(root, type, question, mode, sure = 0) {
  const answer = type.read(root, question);
  const reveal = mode !== 'try';
  type.mark(root, question, answer, reveal);
  const heard = type.say?.(root, question, answer, reveal) ?? '';
  find('.question__feedback', root).replaceChildren(
    type.immediate ? make('div', { class: 'feedback' }, ...rule(root)) : box(root, type, question, answer, mode, sure),
    ...(heard ? [make('p', { class: 'visually-hidden' }, heard)] : []),
  );
}

/** The rule and what to do with it tomorrow. @param {HTMLElement} root */
export function rule(root) {
  return [...keyTexts(root, '[data-explanation]'), ...keyTexts(root, '[data-tip]')];
}

/**
 * @param {HTMLElement} root
 * @param {QuestionType} type
 * @param {Question} question
 * @param {Answer} answer
 * @param {Mode} mode
 * @param {number} sure
 */
function box(root, type, question, answer, mode, sure) {
  const own = type.feedback?.(root, question, answer, mode !== 'try') ?? [];
  const score = type.score(question, answer);
  if (type.guess) return feedbackBox('half', 'Zo zit het', [...own, ...rule(root)], false);
  if (score === 1) return feedbackBox('right', 'Klopt', [...own, ...lucky(sure), ...rule(root)]);
  if (mode === 'reveal') return feedbackBox('half', 'Zo zit het', [...own, ...rule(root)], false);
  const tally = type.tally ? [paragraph(type.tally(question, answer))] : [];
  if (mode === 'review') return feedbackBox(score > 0 ? 'half' : 'wrong', score > 0 ? 'Bijna' : 'Nog niet', [...tally, ...own, ...rule(root)]);
  if (sure === CONFIDENCE.sure) {
    const difference = keyTexts(root, '[data-sure-wrong]');
    const text = difference.length > 0 ? difference : [...tally, paragraph('Lees de uitleg bij je antwoord. Daar zit het verschil.')];
    return feedbackBox('wrong', 'Veel collega’s denken dit ook', [...text, ...own], false);
  }
  const next = own.length > 0 || tally.length > 0 ? [] : [paragraph('Lees de uitleg bij je antwoord en probeer het nog eens.')];
  return feedbackBox(score > 0 ? 'half' : 'wrong', score > 0 ? 'Bijna' : 'Nog niet', [...tally, ...own, ...next]);
}

/** Right by luck: the rule turns it into knowing. @param {number} sure */
const lucky = (sure) => (sure === CONFIDENCE.guess ? [paragraph('Je gokte goed. Met deze regel weet je het de volgende keer.')] : []);
