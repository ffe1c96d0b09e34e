/** Pairs: a list of right sides beside each left side. One right side may be left over. */

import { letterFor, matchingResponse } from '../../player/scorm/formats.js';
import { shuffle } from '../../player/course/random.js';
import { all, find } from '../../player/screen/dom.js';
import { keyTexts, markElement } from '../../player/screen/marks.js';

/**
 * @typedef {import('../../player/types.js').Question} Question
 * @typedef {import('../../player/types.js').Answer} Answer
 */

/** @param {Answer} answer @returns {Record<string, string>} */
const matched = (answer) => (answer && typeof answer === 'object' && !Array.isArray(answer) ? answer : {});

/** @param {Question} question @returns {string[]} */
const pairs = (question) => question.data.pairs;

/** @param {Question} question @param {Record<string, string>} put */
const response = (question, put) => matchingResponse(pairs(question)
  .filter((id) => put[id])
  .map((id) => [letterFor(question.codes.indexOf(id)), letterFor(question.targets.indexOf(put[id]))]));

/** @param {HTMLElement} row */
const list = (row) => /** @type {HTMLSelectElement} */ (find('select', row));

/** @param {HTMLElement} root */
const rows = (root) => all('[data-item]', root);

/** @type {import('../../player/types.js').QuestionType} */
export default {
  type: 'match',
  isComplete: (question, answer) => pairs(question).every((id) => matched(answer)[id]),
  score: (question, answer) => pairs(question).filter((id) => matched(answer)[id] === id).length / pairs(question).length,
  interaction: (question, answer) => ({
    type: 'matching',
    response: response(question, matched(answer)),
    pattern: response(question, Object.fromEntries(pairs(question).map((id) => [id, id]))),
  }),
  solution: (question) => Object.fromEntries(pairs(question).map((id) => [id, id])),
  mount(root, question, change, random) {
    const order = shuffle(/** @type {string[]} */ (question.data.targets), random);
    for (const row of rows(root)) {
      const select = list(row);
      const options = [...select.options];
      for (const id of order) select.append(/** @type {HTMLOptionElement} */ (options.find((option) => option.value === id)));
      select.value = '';
      select.addEventListener('change', change);
    }
  },
  read: (root) => Object.fromEntries(rows(root).flatMap((row) => (list(row).value ? [[row.dataset.item ?? '', list(row).value]] : []))),
  write(root, question, answer) {
    for (const row of rows(root)) list(row).value = matched(answer)[row.dataset.item ?? ''] ?? '';
  },
  mark(root, question, answer, reveal) {
    this.clear(root, question);
    for (const row of rows(root)) {
      const id = row.dataset.item ?? '';
      const isRight = matched(answer)[id] === id;
      row.classList.add(isRight ? 'match__row--right' : 'match__row--wrong');
      row.append(markElement(isRight ? 'right' : 'wrong'));
      if (!isRight && !reveal) continue;
      const why = document.createElement('div');
      why.className = 'match__feedback';
      why.append(...keyTexts(root, `[data-feedback="${id}"]`).slice(isRight ? 1 : 0));
      row.append(why);
    }
  },
  clear(root) {
    for (const row of rows(root)) {
      row.classList.remove('match__row--right', 'match__row--wrong');
      row.querySelector('.mark')?.remove();
      row.querySelector('.match__feedback')?.remove();
    }
  },
  lock(root, locked) {
    for (const row of rows(root)) list(row).disabled = locked;
  },
};
