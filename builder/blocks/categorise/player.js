/** A button per category for each item. In practice each choice gets its explanation at once. */

import { letterFor, matchingResponse } from '../../player/scorm/formats.js';
import { all, find, moveFocus } from '../../player/screen/dom.js';
import { feedbackBox, keyTexts, paragraph, words } from '../../player/screen/marks.js';

/**
 * @typedef {import('../../player/types.js').Question} Question
 * @typedef {import('../../player/types.js').Answer} Answer
 * @typedef {{id: string, right: string}} Item
 */

/** @param {Answer} answer @returns {Record<string, string>} */
const placed = (answer) => (answer && typeof answer === 'object' && !Array.isArray(answer) ? answer : {});

/** @param {Question} question @returns {Item[]} */
const items = (question) => question.data.items;

/** @param {Question} question @param {Record<string, string>} put */
const response = (question, put) => matchingResponse(items(question)
  .filter((item) => put[item.id])
  .map((item) => [letterFor(question.codes.indexOf(item.id)), letterFor(question.targets.indexOf(put[item.id]))]));

/** @param {HTMLElement} row */
const buttons = (row) => /** @type {HTMLButtonElement[]} */ (all('[data-target]', row));

/** @param {HTMLElement} root */
const rows = (root) => all('[data-item]', root);

/** @param {HTMLElement} row */
const idOf = (row) => row.dataset.item ?? '';

/** @type {import('../../player/types.js').QuestionType} */
export default {
  type: 'categorise',
  immediate: true,
  isComplete: (question, answer) => items(question).every((item) => placed(answer)[item.id]),
  score(question, answer) {
    const right = items(question).filter((item) => placed(answer)[item.id] === item.right);
    return right.length / items(question).length;
  },
  interaction: (question, answer) => ({
    type: 'matching',
    response: response(question, placed(answer)),
    pattern: response(question, Object.fromEntries(items(question).map((item) => [item.id, item.right]))),
  }),
  solution: (question) => Object.fromEntries(items(question).map((item) => [item.id, item.right])),
  mount(root, question, change) {
    for (const row of rows(root)) {
      for (const button of buttons(row)) {
        button.addEventListener('click', () => {
          for (const other of buttons(row)) other.setAttribute('aria-pressed', String(other === button));
          change();
        });
      }
    }
  },
  read: (root) => Object.fromEntries(rows(root).flatMap((row) => {
    const pressed = buttons(row).find((button) => button.getAttribute('aria-pressed') === 'true');
    return pressed ? [[idOf(row), pressed.dataset.target ?? '']] : [];
  })),
  write(root, question, answer) {
    for (const row of rows(root)) {
      for (const button of buttons(row)) {
        button.setAttribute('aria-pressed', String(button.dataset.target === placed(answer)[idOf(row)]));
      }
    }
  },
  mark(root, question, answer, reveal) {
    for (const row of rows(root)) {
      const item = items(question).find(({ id }) => id === idOf(row));
      const chosen = placed(answer)[idOf(row)];
      if (item && (chosen || reveal)) markRow(root, row, item, chosen, reveal);
    }
  },
  clear(root) {
    for (const row of rows(root)) {
      const place = find('.categorise__feedback', row);
      place.replaceChildren();
      delete place.dataset.shown;
      row.classList.remove('categorise__item--done');
      delete row.dataset.wrongChoice;
      for (const button of buttons(row)) button.classList.remove('category--right', 'category--wrong');
    }
  },
  lock(root, locked) {
    for (const row of rows(root)) for (const button of buttons(row)) button.disabled = locked;
  },
};

/**
 * A right choice closes its item; a wrong one stays pressed and open.
 * @param {HTMLElement} root
 * @param {HTMLElement} row
 * @param {Item} item
 * @param {string | undefined} chosen
 * @param {boolean} reveal
 */
function markRow(root, row, item, chosen, reveal) {
  const isRight = chosen === item.right;
  const hadFocus = row.contains(document.activeElement);
  for (const button of buttons(row)) {
    const { target } = button.dataset;
    button.classList.toggle('category--right', target === item.right && (isRight || reveal));
    button.classList.toggle('category--wrong', target === chosen && !isRight);
    button.disabled = isRight || reveal;
  }
  row.classList.toggle('categorise__item--done', isRight);
  if (chosen && !isRight) row.dataset.wrongChoice = chosen;
  else delete row.dataset.wrongChoice;
  const place = find('.categorise__feedback', row);
  const shown = `${chosen ?? ''}${reveal ? '!' : ''}`;
  if (place.dataset.shown === shown) return;
  place.dataset.shown = shown;
  place.replaceChildren(feedback(root, item, chosen, reveal));
  if (isRight && hadFocus && !reveal) focusNext(root, row);
}

/** The closed buttons lose the focus: it goes on to the next open item. @param {HTMLElement} root @param {HTMLElement} row */
function focusNext(root, row) {
  const place = rows(root).indexOf(row);
  const others = [...rows(root).slice(place + 1), ...rows(root).slice(0, place)];
  moveFocus(others.flatMap(buttons).find((button) => !button.disabled && button.offsetParent !== null));
}

/**
 * @param {HTMLElement} root
 * @param {Item} item
 * @param {string | undefined} chosen
 * @param {boolean} reveal
 */
function feedback(root, item, chosen, reveal) {
  const name = (/** @type {string} */ category) => words(find(`[data-item="${item.id}"] [data-target="${category}"]`, root));
  const rule = keyTexts(root, `[data-feedback="${item.id}"]`);
  if (chosen === item.right) return feedbackBox('right', `Klopt: ${name(item.right).toLowerCase()}`, rule.slice(1));
  const why = chosen ? keyTexts(root, `[data-wrong="${item.id} ${chosen}"]`) : [];
  const test = chosen && why.length === 0 ? [testQuestion(root, chosen)] : [];
  const end = reveal ? rule : [paragraph('Kies gerust opnieuw.')];
  return feedbackBox('wrong', chosen ? 'Nog niet' : 'Niet ingevuld', [...why, ...test, ...end]);
}

/** @param {HTMLElement} root @param {string} category */
function testQuestion(root, category) {
  const line = document.createElement('p');
  const head = document.createElement('strong');
  head.append('Testvraag: ');
  line.append(head, ...keyTexts(root, `[data-test="${category}"]`));
  return line;
}
