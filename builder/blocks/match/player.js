/** Pairs: a list of right sides beside each left side. One right side may be left over. */

import { letterFor, matchingResponse } from '../../player/scorm/formats.js';
import { shuffle } from '../../player/course/random.js';
import { all, find, make } from '../../player/screen/dom.js';
import { keyTexts, markElement, words } from '../../player/screen/marks.js';

/**
 * @typedef {import('../../player/types.js').Question} Question
 * @typedef {import('../../player/types.js').Answer} Answer
 */

/** @param {Answer} answer @returns {Record<string, string>} */
const matched = (answer) => (answer && typeof answer === 'object' && !Array.isArray(answer) ? answer : {});

/** @param {Question} question @returns {string[]} */
const pairs = (question) => question.data.pairs;

/** @param {Question} question @param {Answer} answer */
const right = (question, answer) => pairs(question).filter((id) => matched(answer)[id] === id);

/** @param {Question} question @param {Record<string, string>} put */
const response = (question, put) => matchingResponse(pairs(question)
  .filter((id) => put[id])
  .map((id) => [letterFor(question.codes.indexOf(id)), letterFor(question.targets.indexOf(put[id]))]));

/** @param {HTMLElement} row */
const list = (row) => /** @type {HTMLSelectElement} */ (find('select', row));

/** @param {HTMLElement} root */
const rows = (root) => all('[data-item]', root);

/** @param {HTMLElement} row */
const idOf = (row) => row.dataset.item ?? '';

/** @type {import('../../player/types.js').QuestionType} */
export default {
  type: 'match',
  ask: 'Kies eerst bij elke regel een antwoord',
  isComplete: (question, answer) => pairs(question).every((id) => matched(answer)[id]),
  score: (question, answer) => right(question, answer).length / pairs(question).length,
  interaction: (question, answer) => ({
    type: 'matching',
    response: response(question, matched(answer)),
    pattern: response(question, Object.fromEntries(pairs(question).map((id) => [id, id]))),
  }),
  solution: (question) => Object.fromEntries(pairs(question).map((id) => [id, id])),
  tally(question, answer) {
    const count = right(question, answer).length;
    const total = pairs(question).length;
    if (count === 0) return `Geen van de ${total} regels klopt.`;
    return `${count} van de ${total} regels ${count === 1 ? 'klopt' : 'kloppen'}.`;
  },
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
  read: (root) => Object.fromEntries(rows(root).flatMap((row) => (list(row).value ? [[idOf(row), list(row).value]] : []))),
  write(root, question, answer) {
    for (const row of rows(root)) {
      list(row).value = matched(answer)[idOf(row)] ?? '';
      showChosen(row);
    }
  },
  mark(root, question, answer, reveal) {
    this.clear(root, question);
    for (const row of rows(root)) {
      const isRight = matched(answer)[idOf(row)] === idOf(row);
      row.classList.add(isRight ? 'match__row--right' : 'match__row--wrong');
      row.append(markElement(isRight ? 'right' : 'wrong'));
      if (!isRight && !reveal) continue;
      const why = document.createElement('div');
      why.className = 'match__feedback';
      why.append(...keyTexts(root, `[data-feedback="${idOf(row)}"]`).slice(isRight ? 1 : 0));
      row.append(why);
    }
  },
  feedback: (root, question, answer, reveal) => (reveal ? keyTexts(root, '[data-extra]') : []),
  say: (root) => rows(root).map((row) => [
    `${words(find('.match__left', row))} ${words(find('.mark', row))}.`, words(row.querySelector('.match__feedback')),
  ].join(' ').trim()).join(' '),
  clear(root) {
    for (const row of rows(root)) {
      row.classList.remove('match__row--right', 'match__row--wrong');
      row.querySelector('.mark')?.remove();
      row.querySelector('.match__feedback')?.remove();
    }
  },
  lock(root, locked) {
    for (const row of rows(root)) {
      list(row).disabled = locked;
      showChosen(row);
    }
  },
};

/** A list that is closed cuts a long answer off, so in its place the answer stands in full. @param {HTMLElement} row */
function showChosen(row) {
  const select = list(row);
  row.querySelector('.match__chosen')?.remove();
  const text = select.disabled && select.value !== '' ? select.selectedOptions[0].text : '';
  select.classList.toggle('visually-hidden', text !== '');
  if (text !== '') select.after(make('p', { class: 'match__chosen', 'aria-hidden': 'true' }, text));
}
