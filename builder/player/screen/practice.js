/** Practice: check, explain, try again, as often as one likes. It never counts. */

import { mixSeed, randomFrom } from '../course/random.js';
import { seedOf, slot, withSlot } from '../course/state.js';
import { all, find, icon, make, moveFocus } from './dom.js';
import { explain, rule } from './feedback.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../types.js').Question} Question
 * @typedef {import('../types.js').QuestionType} QuestionType
 * @typedef {import('../types.js').Answer} Answer
 *
 * What the ways of practising share.
 * @typedef {object} Practice
 * @property {App} app
 * @property {HTMLElement} root
 * @property {Question} question
 * @property {QuestionType} type
 * @property {() => Record<string, any>} kept
 * @property {(changes: Record<string, any>) => void} save
 * @property {(answer: Answer) => void} record  tells the LMS, with the time since the last call
 * @property {() => number} random
 */

/** How far a question is: `open` may hold a choice; `checked` shows 'not yet'; `done` is right, or the answer was shown. */
const STAGE = Object.freeze({ open: 0, done: 1, checked: 2 });
const MOST_TRIES = 7;

/**
 * @param {App} app
 * @param {HTMLElement} root
 * @param {Question} question
 */
export function mountPractice(app, root, question) {
  const type = app.types[question.type];
  const key = `question/${question.id}`;
  let opened = performance.now();
  /** @type {Practice} */
  const practice = {
    app, root, question, type,
    kept: () => slot(app.state(), key),
    save: (changes) => app.update((state) => withSlot(state, key, changes)),
    record(answer) {
      app.record(question, answer, performance.now() - opened);
      opened = performance.now();
    },
    random: randomFrom(mixSeed(seedOf(app.state()), question.id)),
  };
  root.addEventListener('submit', (event) => event.preventDefault());
  if (type.play) mountPlayed(practice);
  else if (type.immediate) mountImmediate(practice);
  else mountChecked(practice);
}

/** A type that runs itself, such as a conversation. @param {Practice} practice */
function mountPlayed({ root, question, type, kept, save, record }) {
  type.play?.(root, question, {
    first: kept().first ?? null,
    now: kept().now ?? null,
    save(first, now, done) {
      if (done && !kept().done) record(first);
      save({ first, now, done: done || kept().done ? STAGE.done : STAGE.open, tries: triesAfter(kept()) });
    },
  });
}

/** Feedback with each choice; what is not yet right stays open. @param {Practice} practice */
function mountImmediate({ root, question, type, kept, save, record, random }) {
  const actions = find('[data-actions]', root);
  const total = all('[data-item]', root).filter((item) => !item.closest('.answer-key')).length;

  const show = () => {
    const now = type.read(root, question);
    const right = Math.round(type.score(question, now) * total);
    const isRight = right === total;
    const isShown = kept().done === STAGE.done && !isRight;
    type.mark(root, question, now, isShown);
    const place = root.querySelector('[data-progress]');
    if (place && total > 1 && right > 0) place.textContent = `${right} van ${total} klaar`;
    const said = isRight || isShown ? rule(root) : [];
    find('.question__feedback', root).replaceChildren(...(said.length > 0 ? [make('div', { class: 'feedback' }, ...said)] : []));
    const hasWrong = root.querySelector('[data-wrong-choice]') !== null;
    if (isRight || isShown) {
      // Each item has said its own; what they have in common is heard with the button that gets the focus.
      const repeat = button('Nog een keer', 'text-button', again, true);
      repeat.setAttribute('aria-describedby', find('.question__feedback', root).id);
      actions.replaceChildren(repeat);
    } else actions.replaceChildren(...(hasWrong ? [button(total > 1 ? 'Toon de antwoorden' : 'Toon het antwoord', 'text-button', reveal)] : []));
  };
  const change = () => {
    const now = type.read(root, question);
    const before = kept().first ?? {};
    const first = { .../** @type {object} */ (now), ...before };
    const isNew = !type.isComplete(question, before) && type.isComplete(question, first);
    if (isNew) record(first);
    save({ first, now, done: type.score(question, now) === 1 ? STAGE.done : STAGE.open });
    show();
    if (document.activeElement?.matches(':disabled')) moveFocus(find('button', actions));
  };
  const reveal = () => {
    save({ done: STAGE.done });
    show();
    moveFocus(find('button', actions));
  };
  const again = () => {
    type.clear(root, question);
    type.write(root, question, null);
    type.lock(root, false);
    save({ now: null, done: STAGE.open });
    show();
    moveFocus(find('button', root));
  };
  type.mount(root, question, change, random);
  type.write(root, question, kept().now ?? null);
  show();
}

/** A check button, then feedback, then another try. @param {Practice} practice */
function mountChecked({ root, question, type, kept, save, record, random }) {
  const actions = find('[data-actions]', root);
  const feedback = find('.question__feedback', root);
  const confidence = /** @type {HTMLInputElement[]} */ (all('.confidence input', root));
  const check = /** @type {HTMLButtonElement} */ (make('button', { type: 'submit', class: 'button' }, 'Kijk na'));
  const hint = make('span', { class: 'small' });

  const sure = () => Number(confidence.find(({ checked }) => checked)?.value ?? 0);
  const isSaid = () => confidence.length === 0 || sure() > 0;
  const isComplete = () => type.isComplete(question, type.read(root, question));
  const lock = (/** @type {boolean} */ locked) => {
    type.lock(root, locked);
    for (const input of confidence) input.disabled = locked;
  };

  const showOpen = () => {
    check.disabled = !isComplete() || !isSaid();
    hint.textContent = toDo(isComplete(), isSaid(), type.ask ?? 'Kies eerst een antwoord');
    actions.replaceChildren(check, hint);
  };
  const showChecked = () => {
    lock(true);
    explain(root, type, question, 'try', sure());
    actions.replaceChildren(button('Probeer opnieuw', 'button button--quiet', () => retry(false), true), button('Toon het antwoord', 'text-button', reveal));
  };
  const showDone = () => {
    lock(true);
    explain(root, type, question, 'reveal', sure());
    actions.replaceChildren(button('Nog een keer', 'text-button', () => retry(true), true));
  };

  /** After 'not yet' the answer stays, to be mended; after the end it is a fresh question. @param {boolean} fresh */
  function retry(fresh) {
    type.clear(root, question);
    feedback.replaceChildren();
    lock(false);
    if (fresh) {
      type.write(root, question, null);
      for (const input of confidence) input.checked = false;
    }
    save({ done: STAGE.open, ...(fresh ? { now: null, ...(confidence.length > 0 ? { sure: 0 } : {}) } : {}) });
    showOpen();
    const inside = find('.question__body', root);
    moveFocus(inside.querySelector('input:checked') ?? find('input, select, button:enabled', inside));
  }

  function reveal() {
    save({ done: STAGE.done });
    showDone();
    moveFocus(find('button', actions));
  }

  check.addEventListener('click', () => {
    const now = type.read(root, question);
    const isFirst = !kept().tries;
    const isDone = type.guess || type.score(question, now) === 1;
    if (isFirst) record(now);
    save({ now, ...(isFirst ? { first: now } : {}), tries: triesAfter(kept()), done: isDone ? STAGE.done : STAGE.checked });
    if (isDone) showDone();
    else showChecked();
    moveFocus(find('button', actions));
  });
  const change = () => {
    save({ now: type.read(root, question), ...(confidence.length > 0 ? { sure: sure() } : {}) });
    showOpen();
  };

  type.mount(root, question, change, random);
  root.querySelector('.confidence')?.addEventListener('change', change);
  const { now, sure: saved, done } = kept();
  if (now !== undefined && now !== null) type.write(root, question, now);
  for (const input of confidence) input.checked = Number(input.value) === saved;
  if (done === STAGE.done) showDone();
  else if (done === STAGE.checked) showChecked();
  else showOpen();
}

/** @param {Record<string, any>} kept */
const triesAfter = (kept) => Math.min((kept.tries ?? 0) + 1, MOST_TRIES);

/** Why the check button does not work yet. @param {boolean} complete @param {boolean} said @param {string} ask */
function toDo(complete, said, ask) {
  if (complete && said) return '';
  if (complete) return 'Kies eerst hoe zeker je bent.';
  return said ? `${ask}.` : `${ask} en hoe zeker je bent.`;
}

/**
 * @param {string} words
 * @param {string} style
 * @param {() => void} act
 * @param {boolean} [again]
 */
function button(words, style, act, again = false) {
  const element = make('button', { type: 'button', class: style }, ...(again ? [icon('back')] : []), words);
  element.addEventListener('click', act);
  return element;
}
