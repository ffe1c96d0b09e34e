/** One right answer among a few. */

import { choiceResponse, letterFor } from '../../player/scorm/formats.js';
import { clearChoices, lockChoices, markChoices, mountChoices, readChoices, sayChoices, writeChoices } from '../../player/screen/choices.js';

/** @param {import('../../player/types.js').Question} question @param {string | null} id */
const letters = (question, id) => (id ? [letterFor(question.codes.indexOf(id))] : []);

/** @type {import('../../player/types.js').QuestionType} */
export default {
  type: 'single-choice',
  isComplete: (question, answer) => typeof answer === 'string',
  score: (question, answer) => (answer === question.data.right ? 1 : 0),
  interaction: (question, answer) => ({
    type: 'choice',
    response: choiceResponse(letters(question, typeof answer === 'string' ? answer : null)),
    pattern: choiceResponse(letters(question, question.data.right)),
  }),
  solution: (question) => question.data.right,
  mount: (root, question, change, random) => mountChoices(root, change, random),
  read: (root) => readChoices(root)[0] ?? null,
  write: (root, question, answer) => writeChoices(root, typeof answer === 'string' ? [answer] : []),
  mark(root, question, answer, reveal) {
    const solved = answer === question.data.right;
    markChoices(root, (id) => {
      const isRight = id === question.data.right;
      if (id === answer) return { mark: isRight ? 'right' : 'wrong', explained: true };
      if (isRight && reveal) return { mark: 'missed', explained: true };
      return { mark: null, explained: reveal || solved };
    });
  },
  say: (root, question, answer, reveal) => sayChoices(root, reveal),
  clear: (root) => clearChoices(root),
  lock: (root, locked) => lockChoices(root, locked),
};
