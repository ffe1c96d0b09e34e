/** Guess with a slider; then the figure appears with its measure. */

import { find } from '../../player/screen/dom.js';
import { keyTexts } from '../../player/screen/marks.js';

/** @param {HTMLElement} root */
const slider = (root) => /** @type {HTMLInputElement} */ (find('input[type="range"]', root));

/** @param {HTMLElement} root @param {import('../../player/types.js').Question} question */
function show(root, question) {
  const touched = slider(root).dataset.touched === 'true';
  find('.estimate', root).classList.toggle('estimate--open', !touched);
  find('output', root).textContent = touched ? slider(root).value : '–';
  const { min, max } = question.data;
  slider(root).style.setProperty('--at', String((Number(slider(root).value) - min) / (max - min)));
  if (!touched) slider(root).setAttribute('aria-valuetext', 'nog niets gekozen');
  else slider(root).removeAttribute('aria-valuetext');
}

/** @type {import('../../player/types.js').QuestionType} */
export default {
  type: 'estimate',
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
    for (const name of ['input', 'change', 'click']) slider(root).addEventListener(name, touch);
    show(root, question);
  },
  read: (root) => (slider(root).dataset.touched === 'true' ? Number(slider(root).value) : null),
  write(root, question, answer) {
    slider(root).dataset.touched = String(typeof answer === 'number');
    if (typeof answer === 'number') slider(root).value = String(answer);
    show(root, question);
  },
  mark(root, question, answer) {
    const compare = document.createElement('p');
    compare.className = 'estimate__compare';
    const bold = (/** @type {number} */ value) => Object.assign(document.createElement('b'), { textContent: String(value) });
    if (typeof answer === 'number') compare.append('Jij dacht ', bold(answer), '. ');
    compare.append('Het is ', bold(question.data.right), '.');
    const figure = root.querySelector('.answer-key .statistic')?.cloneNode(true);
    find('.question__feedback', root).replaceChildren(compare, ...(figure ? [figure] : keyTexts(root, '[data-explanation]')));
  },
  clear: (root) => find('.question__feedback', root).replaceChildren(),
  lock(root, locked) {
    slider(root).disabled = locked;
  },
};
