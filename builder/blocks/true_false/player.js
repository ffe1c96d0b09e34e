/** A statement that holds or does not hold. */

import { trueFalseResponse } from '../../player/scorm/formats.js';
import { clearChoices, lockChoices, markChoices, mountChoices, readChoices, sayChoices, writeChoices } from '../../player/screen/choices.js';

/** @type {import('../../player/types.js').QuestionType} */
export default {
  type: 'true-false',
  isComplete: (question, answer) => typeof answer === 'string',
  score: (question, answer) => (answer === question.data.right ? 1 : 0),
  interaction: (question, answer) => ({
    type: 'true-false',
    response: typeof answer === 'string' ? trueFalseResponse(answer === 'true') : '',
    pattern: trueFalseResponse(question.data.right === 'true'),
  }),
  solution: (question) => question.data.right,
  mount: (root, question, change) => mountChoices(root, change, null),
  read: (root) => readChoices(root)[0] ?? null,
  write: (root, question, answer) => writeChoices(root, typeof answer === 'string' ? [answer] : []),
  mark(root, question, answer, reveal) {
    markChoices(root, (id) => {
      const isRight = id === question.data.right;
      if (id === answer) return { mark: isRight ? 'right' : 'wrong', explained: true };
      return { mark: isRight && reveal ? 'missed' : null, explained: isRight && reveal };
    });
  },
  say: (root, question, answer, reveal) => sayChoices(root, reveal),
  clear: (root) => clearChoices(root),
  lock: (root, locked) => lockChoices(root, locked),
};
