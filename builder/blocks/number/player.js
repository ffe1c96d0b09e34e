/** A number to fill in, as digits or as a word. */

import { find } from '../../player/screen/dom.js';
import { keyTexts, paragraph, words } from '../../player/screen/marks.js';
import { LARGEST, toNumber } from './words.js';

/** @param {HTMLElement} root */
const field = (root) => /** @type {HTMLInputElement} */ (find('input', root));

/** @param {HTMLElement} root */
const unit = (root) => words(root.querySelector('.number__unit'));

/** @type {import('../../player/types.js').QuestionType} */
export default {
  type: 'number',
  ask: 'Vul eerst een getal in',
  isComplete: (question, answer) => typeof answer === 'number' && Number.isFinite(answer),
  score: (question, answer) => (answer === question.data.right ? 1 : 0),
  interaction: (question, answer) => ({
    type: 'numeric',
    response: typeof answer === 'number' ? String(answer) : '',
    pattern: String(question.data.right),
  }),
  solution: (question) => question.data.right,
  mount(root, question, change) {
    const complain = () => {
      const isFine = field(root).value.trim() === '' || this.read(root, question) !== null;
      if (isFine) field(root).removeAttribute('aria-invalid');
      else field(root).setAttribute('aria-invalid', 'true');
      find('[data-number-hint]', root).textContent = isFine ? 'Typ een getal, in cijfers of als woord.'
        : `Dit is geen heel getal van 0 tot en met ${LARGEST}. Typ bijvoorbeeld 5 of vijf.`;
    };
    field(root).addEventListener('input', () => {
      // Half a word is no fault yet: only what was wrong is taken back while somebody types.
      if (field(root).hasAttribute('aria-invalid')) complain();
      change();
    });
    field(root).addEventListener('change', complain);
  },
  read(root, question) {
    const typed = field(root).value;
    const own = /** @type {string[]} */ (question.data.words).some((word) => word.toLowerCase() === typed.trim().toLowerCase());
    return own ? question.data.right : toNumber(typed, unit(root));
  },
  write(root, question, answer) {
    field(root).value = typeof answer === 'number' ? String(answer) : '';
  },
  mark(root, question, answer) {
    const isRight = answer === question.data.right;
    field(root).classList.toggle('field--right', isRight);
    field(root).classList.toggle('field--wrong', !isRight);
  },
  feedback(root, question, answer, reveal) {
    if (answer === question.data.right) return [];
    if (reveal) return [paragraph(`Het antwoord is ${question.data.right}${unit(root) ? ` ${unit(root)}` : ''}.`)];
    return typeof answer === 'number' ? keyTexts(root, answer < question.data.right ? '[data-low]' : '[data-high]') : [];
  },
  clear(root) {
    field(root).classList.remove('field--right', 'field--wrong');
  },
  lock(root, locked) {
    field(root).disabled = locked;
  },
};
