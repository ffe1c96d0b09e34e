/** Steps to put in order, with buttons up and down; dragging is an extra. */

import { letterFor, sequencingResponse } from '../../player/scorm/formats.js';
import { shuffle } from '../../player/course/random.js';
import { all, find, reorder } from '../../player/screen/dom.js';
import { markElement, words } from '../../player/screen/marks.js';

/**
 * @typedef {import('../../player/types.js').Question} Question
 * @typedef {import('../../player/types.js').Answer} Answer
 */

/** In the answer that is shown, a step that stood elsewhere is missed, not wrong: it is in its right place now. */
const MARKS = { right: 'Op de goede plek', wrong: 'Nog niet', missed: 'Hier hoort deze' };

/** @param {Answer} answer @returns {string[]} */
const sequence = (answer) => (Array.isArray(answer) ? answer : []);

/** @param {Question} question @returns {string[]} */
const items = (question) => question.data.items;

/** @param {Question} question @param {string[]} ids */
const response = (question, ids) => sequencingResponse(ids.map((id) => letterFor(question.codes.indexOf(id))));

/** @param {HTMLElement} root */
const list = (root) => find('[data-order]', root);

/** @param {HTMLElement} root */
const rows = (root) => all('[data-item]', list(root));

/** @param {HTMLElement} row */
const idOf = (row) => row.dataset.item ?? '';

/** @param {HTMLElement} row */
const textOf = (row) => words(find('[data-step-text]', row));

/** @param {Question} question @param {Answer} answer */
const inPlace = (question, answer) => items(question).filter((id, place) => sequence(answer)[place] === id);

/** @type {import('../../player/types.js').QuestionType} */
export default {
  type: 'order',
  isComplete: (question, answer) => items(question).every((id) => sequence(answer).includes(id)),
  score(question, answer) {
    return inPlace(question, answer).length === items(question).length ? 1 : 0;
  },
  interaction: (question, answer) => ({
    type: 'sequencing',
    response: response(question, sequence(answer)),
    pattern: response(question, items(question)),
  }),
  solution: (question) => [...items(question)],
  tally(question, answer) {
    const count = inPlace(question, answer).length;
    if (count === 0) return 'Geen stap staat op de goede plek.';
    return `${count} van de ${items(question).length} stappen ${count === 1 ? 'staat' : 'staan'} op de goede plek.`;
  },
  mount(root, question, change, random) {
    let shuffled = shuffle(items(question), random);
    if (shuffled.every((id, place) => id === items(question)[place])) shuffled = [...shuffled.slice(1), shuffled[0]];
    list(root).dataset.shuffled = shuffled.join(' ');
    reorder(list(root), 'data-item', shuffled);
    showEnds(root);
    for (const row of rows(root)) {
      for (const name of /** @type {const} */ (['up', 'down'])) {
        moveButton(row, name).addEventListener('click', () => {
          if (!step(root, row, name)) return;
          const other = moveButton(row, name === 'up' ? 'down' : 'up');
          (moveButton(row, name).disabled ? other : moveButton(row, name)).focus();
          change();
        });
      }
      makeDraggable(root, row, change);
    }
  },
  read: (root) => rows(root).map(idOf),
  write(root, question, answer) {
    const untouched = (list(root).dataset.shuffled ?? '').split(' ');
    arrange(root, sequence(answer).length > 0 ? sequence(answer) : untouched);
    showEnds(root);
  },
  mark(root, question, answer, reveal) {
    this.clear(root, question);
    if (reveal) arrange(root, items(question));
    rows(root).forEach((row, place) => {
      const isRight = sequence(answer)[place] === items(question)[place];
      const kind = isRight ? 'right' : reveal ? 'missed' : 'wrong';
      row.classList.add(`order__item--${kind}`);
      find('.order__text', row).append(markElement(kind, MARKS[kind]));
    });
    showEnds(root);
  },
  say(root, question, answer, reveal) {
    const said = rows(root).map((row) => `${textOf(row)}${reveal ? '' : `: ${words(find('.mark', row)).toLowerCase()}`}`);
    return reveal ? `De goede volgorde: ${said.join('; ')}.` : `${said.join('. ')}.`;
  },
  clear(root) {
    for (const row of rows(root)) {
      for (const kind of Object.keys(MARKS)) row.classList.remove(`order__item--${kind}`);
      row.querySelector('.mark')?.remove();
    }
  },
  lock(root, locked) {
    list(root).dataset.locked = String(locked);
    for (const row of rows(root)) for (const name of /** @type {const} */ (['up', 'down'])) moveButton(row, name).disabled = locked;
    showEnds(root);
  },
};

/** Not by the learner's hand: nothing lights up. @param {HTMLElement} root @param {string[]} ids */
function arrange(root, ids) {
  for (const row of rows(root)) row.classList.remove('is-moved');
  reorder(list(root), 'data-item', ids);
}

/** @param {HTMLElement} row @param {'up' | 'down'} name */
const moveButton = (row, name) => /** @type {HTMLButtonElement} */ (find(`[data-move="${name}"]`, row));

/** @param {HTMLElement} root */
const isLocked = (root) => list(root).dataset.locked === 'true';

/** The first cannot go up, the last cannot go down. @param {HTMLElement} root */
function showEnds(root) {
  if (isLocked(root)) return;
  const every = rows(root);
  every.forEach((row, place) => {
    moveButton(row, 'up').disabled = place === 0;
    moveButton(row, 'down').disabled = place === every.length - 1;
  });
}

/** @param {HTMLElement} root @param {HTMLElement} row @param {'up' | 'down'} way */
function step(root, row, way) {
  const every = rows(root);
  const place = every.indexOf(row) + (way === 'up' ? -1 : 1);
  if (isLocked(root) || place < 0 || place >= every.length) return false;
  if (way === 'up') every[place].before(row);
  else every[place].after(row);
  settled(root, row);
  return true;
}

/** @param {HTMLElement} root @param {HTMLElement} row */
function settled(root, row) {
  showEnds(root);
  for (const other of rows(root)) other.classList.toggle('is-moved', other === row);
  find('[data-announce]', root).textContent = `${textOf(row)}, plaats ${rows(root).indexOf(row) + 1} van ${rows(root).length}`;
}

/** @param {HTMLElement} row @returns {number} pixels from the top of the window */
function middle(row) {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

/**
 * Dragging by the handle, with mouse, pen or finger; an extra beside the buttons.
 * @param {HTMLElement} root
 * @param {HTMLElement} row
 * @param {() => void} change
 */
function makeDraggable(root, row, change) {
  const handle = find('.order__handle', row);
  handle.addEventListener('pointerdown', (event) => {
    if (isLocked(root)) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    row.classList.add('is-dragged');
    const before = rows(root).map(idOf).join();
    /** The others go round the one that is held: moving that one itself would let the pointer go. @param {PointerEvent} moving */
    const move = (moving) => {
      const every = rows(root);
      const place = every.indexOf(row);
      for (const other of every.slice(0, place).reverse()) if (moving.clientY < middle(other)) row.after(other);
      for (const other of every.slice(place + 1)) if (moving.clientY > middle(other)) row.before(other);
    };
    const drop = () => {
      handle.removeEventListener('pointermove', move);
      row.classList.remove('is-dragged');
      if (rows(root).map(idOf).join() === before) return;
      settled(root, row);
      change();
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', drop, { once: true });
    handle.addEventListener('pointercancel', drop, { once: true });
  });
}
