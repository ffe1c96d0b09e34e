/** What single choice, multiple choice and true-false share: rows with a radio button or a tick box. */

import { shuffle } from '../course/random.js';
import { all, find, reorder } from './dom.js';
import { keyTexts, markElement, words } from './marks.js';

/**
 * What is shown of an option. `mark` missed: right, but not chosen.
 * @typedef {{mark: import('./marks.js').Mark | null, explained: boolean}} Verdict
 */

/** @param {HTMLElement} root */
const rows = (root) => all('[data-option]', root);

/** @param {HTMLElement} row */
const input = (row) => /** @type {HTMLInputElement} */ (find('input', row));

/** @param {HTMLElement} row */
const idOf = (row) => row.dataset.option ?? '';

/**
 * @param {HTMLElement} root
 * @param {() => void} change
 * @param {(() => number) | null} random  null keeps the author's order
 */
export function mountChoices(root, change, random) {
  const list = find('[data-options]', root);
  if (random) reorder(list, 'data-option', shuffle(rows(root).map(idOf), random));
  list.addEventListener('change', change);
}

/** @param {HTMLElement} root @returns {string[]} */
export function readChoices(root) {
  return rows(root).filter((row) => input(row).checked).map(idOf);
}

/** @param {HTMLElement} root @param {string[]} chosen */
export function writeChoices(root, chosen) {
  for (const row of rows(root)) input(row).checked = chosen.includes(idOf(row));
}

/**
 * @param {HTMLElement} root
 * @param {(id: string) => Verdict} verdict
 */
export function markChoices(root, verdict) {
  for (const row of rows(root)) {
    const { mark, explained } = verdict(idOf(row));
    for (const name of /** @type {const} */ (['right', 'wrong', 'missed'])) row.classList.toggle(`option--${name}`, mark === name);
    row.classList.toggle('option--explained', explained);
    row.querySelector('.mark')?.remove();
    row.querySelector('.option__feedback')?.remove();
    if (mark) find('.option__label', row).append(mark === 'missed' && input(row).type === 'radio' ? markElement('missed', 'Dit klopt', 'check') : markElement(mark));
    if (explained) {
      const feedback = document.createElement('div');
      feedback.className = 'option__feedback';
      feedback.append(...keyTexts(root, `[data-feedback="${idOf(row)}"]`));
      row.append(feedback);
    }
  }
}

/**
 * The marks in words: those of the choice, and with `reveal` what is right.
 * @param {HTMLElement} root
 * @param {boolean} reveal
 * @returns {string}
 */
export function sayChoices(root, reveal) {
  const spoken = rows(root).filter((row) => row.querySelector('.mark') && (!reveal || row.matches('.option--right, .option--missed')));
  return spoken.map((row) => [
    `${words(find('.option__text', row))}: ${words(find('.mark', row)).toLowerCase()}.`,
    ...(row.classList.contains('option--explained') ? [words(find('.option__feedback', row))] : []),
  ].join(' ')).join(' ');
}

/** @param {HTMLElement} root */
export function clearChoices(root) {
  markChoices(root, () => ({ mark: null, explained: false }));
}

/** @param {HTMLElement} root @param {boolean} locked */
export function lockChoices(root, locked) {
  for (const row of rows(root)) input(row).disabled = locked;
}
