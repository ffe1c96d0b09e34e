/** Several right answers. A right tick earns a part, a wrong tick takes one away; never below zero. */

import { choiceResponse, letterFor } from '../../player/scorm/formats.js';
import { clearChoices, lockChoices, markChoices, mountChoices, readChoices, sayChoices, writeChoices } from '../../player/screen/choices.js';

/**
 * @typedef {import('../../player/types.js').Question} Question
 * @typedef {import('../../player/types.js').Answer} Answer
 */

/** @param {Answer} answer @returns {string[]} */
const chosen = (answer) => (Array.isArray(answer) ? answer : []);

/** @param {Question} question @param {string[]} ids */
const letters = (question, ids) => ids.map((id) => letterFor(question.codes.indexOf(id))).sort();

/** @param {Question} question @param {Answer} answer */
function count(question, answer) {
  const right = chosen(answer).filter((id) => question.data.right.includes(id)).length;
  return { right, wrong: chosen(answer).length - right, total: question.data.right.length };
}

/** @type {import('../../player/types.js').QuestionType} */
export default {
  type: 'multiple-choice',
  isComplete: (question, answer) => chosen(answer).length > 0,
  score(question, answer) {
    const { right, wrong, total } = count(question, answer);
    return Math.max(0, (right - wrong) / total);
  },
  interaction: (question, answer) => ({
    type: 'choice',
    response: choiceResponse(letters(question, chosen(answer))),
    pattern: choiceResponse(letters(question, question.data.right)),
  }),
  solution: (question) => [...question.data.right],
  tally(question, answer) {
    const { right, wrong, total } = count(question, answer);
    const found = `Je hebt ${right} van de ${total} goede antwoorden.`;
    return wrong > 0 ? `${found} ${wrong === 1 ? 'Eén keuze past' : `${wrong} keuzes passen`} er niet bij.` : found;
  },
  mount: (root, question, change, random) => mountChoices(root, change, random),
  read: (root) => readChoices(root).sort(),
  write: (root, question, answer) => writeChoices(root, chosen(answer)),
  mark(root, question, answer, reveal) {
    const solved = this.score(question, answer) === 1;
    markChoices(root, (id) => {
      const isRight = question.data.right.includes(id);
      if (chosen(answer).includes(id)) return { mark: isRight ? 'right' : 'wrong', explained: true };
      if (isRight && reveal) return { mark: 'missed', explained: true };
      return { mark: null, explained: reveal || solved };
    });
  },
  say: (root, question, answer, reveal) => sayChoices(root, reveal),
  clear: (root) => clearChoices(root),
  lock: (root, locked) => lockChoices(root, locked),
};
