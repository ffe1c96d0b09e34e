/** A number to fill in, as digits or as a word. */

import { find } from '../../player/screen/dom.js';
import { keyTexts, paragraph } from '../../player/screen/marks.js';

/** @type {import('../../player/types.js').QuestionType} */
export default {
  type: 'number',
  isComplete: (question, answer) => typeof answer === 'number' && Number.isFinite(answer),
  score: (question, answer) => (answer === question.data.right ? 1 : 0),
  interaction: (question, answer) => ({
    type: 'numeric',
    response: typeof answer === 'number' ? String(answer) : '',
    pattern: String(question.data.right),
  }),
  solution: (question) => question.data.right,
  mount(root, question, change) {
    field(root).dataset.words = question.data.words.join('|').toLowerCase();
    field(root).dataset.right = String(question.data.right);
    field(root).addEventListener('input', () => {
      const isNumber = field(root).value.trim() === '' || toNumber(field(root)) !== null;
      field(root).setAttribute('aria-invalid', String(!isNumber));
      find('[data-number-hint]', root).textContent = isNumber ? 'Typ een getal.' : 'Dit is geen getal. Typ bijvoorbeeld 5.';
      change();
    });
  },
  read: (root) => toNumber(field(root)),
  write(root, question, answer) {
    field(root).value = typeof answer === 'number' ? String(answer) : '';
  },
  mark(root, question, answer, reveal) {
    const isRight = answer === question.data.right;
    field(root).classList.toggle('field--right', isRight);
    field(root).classList.toggle('field--wrong', !isRight);
    const place = find('.question__feedback', root);
    place.replaceChildren();
    if (typeof answer === 'number' && !isRight) place.append(...keyTexts(root, answer < question.data.right ? '[data-low]' : '[data-high]'));
    if (!isRight && reveal) place.append(paragraph(`Het is ${question.data.right}.`));
  },
  clear(root) {
    find('.question__feedback', root).replaceChildren();
    field(root).classList.remove('field--right', 'field--wrong');
  },
  lock(root, locked) {
    field(root).disabled = locked;
  },
};

/** @param {HTMLElement} root */
const field = (root) => /** @type {HTMLInputElement} */ (find('input', root));

/**
 * What was typed as a whole number from 0 to 1000, or null. Words of the answer count as the answer.
 * @param {HTMLInputElement} input
 */
export function toNumber(input) {
  const typed = input.value.trim().toLowerCase();
  if (typed && (input.dataset.words ?? '').split('|').includes(typed)) return Number(input.dataset.right);
  if (!/^\d{1,4}$/.test(typed)) return null;
  return Math.min(1000, Number(typed));
}
