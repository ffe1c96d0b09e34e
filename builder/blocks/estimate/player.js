/** Guess with a slider; then the figure appears with its measure. */

import { find } from '../../player/screen/dom.js';

/** @param {HTMLElement} root */
const slider = (root) => /** @type {HTMLInputElement} */ (find('input[type="range"]', root));

/** @param {HTMLElement} root */
const isTouched = (root) => slider(root).dataset.touched === 'true';

/** @param {HTMLElement} root @param {import('../../player/types.js').Question} question */
function show(root, question) {
  const { min, max } = question.data;
  find('.estimate', root).classList.toggle('estimate--open', !isTouched(root));
  find('output', root).textContent = isTouched(root) ? slider(root).value : '–';
  slider(root).style.setProperty('--at', String((Number(slider(root).value) - min) / (max - min)));
  const unit = find('.estimate__value span', root).textContent?.trim();
  slider(root).setAttribute('aria-valuetext', isTouched(root) ? `${slider(root).value} ${unit}` : 'nog niets gekozen');
}

/** @type {import('../../player/types.js').QuestionType} */
export default {
  type: 'estimate',
  guess: true,
  ask: 'Schuif eerst naar je schatting',
  isComplete: (question, answer) => typeof answer === 'number',
  score: (question, answer) => (typeof answer === 'number' && Math.abs(answer - question.data.right) <= question.data.margin ? 1 : 0),
  interaction: (question, answer) => ({
    type: 'numeric',
    response: typeof answer === 'number' ? String(answer) : '',
    pattern: String(question.data.right),
  }),
  solution: (question) => question.data.right,
  mount(root, question, change) {
    const touch = () => {
      slider(root).dataset.touched = 'true';
      show(root, question);
      change();
    };
    // A click on the middle moves nothing, but it is a guess.
    for (const name of ['input', 'change', 'click']) slider(root).addEventListener(name, touch);
    show(root, question);
  },
  read: (root) => (isTouched(root) ? Number(slider(root).value) : null),
  write(root, question, answer) {
    slider(root).dataset.touched = String(typeof answer === 'number');
    slider(root).value = typeof answer === 'number' ? String(answer) : slider(root).defaultValue;
    show(root, question);
  },
  mark() {},
  feedback(root, question, answer) {
    const compare = document.createElement('p');
    compare.className = 'estimate__compare';
    const bold = (/** @type {number} */ value) => Object.assign(document.createElement('b'), { textContent: String(value) });
    if (typeof answer === 'number') compare.append('Jij dacht ', bold(answer), '. ');
    compare.append('Het is ', bold(question.data.right), '.');
    const figure = root.querySelector('.answer-key .statistic')?.cloneNode(true);
    return [compare, ...(figure ? [figure] : [])];
  },
  clear() {},
  lock(root, locked) {
    slider(root).disabled = locked;
  },
};
