/** A practice question: check, explain, try again, as often as one likes. It never counts. */

import { mixSeed, randomFrom } from '../course/random.js';
import { seedOf, slot, withSlot } from '../course/state.js';
import { all, find, make, icon } from './dom.js';
import { feedbackBox, keyTexts, paragraph } from './marks.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../types.js').Question} Question
 */

const SURE = 3;

/**
 * @param {App} app
 * @param {HTMLElement} root
 * @param {Question} question
 */
export function mountPractice(app, root, question) {
  const type = app.types[question.type];
  const key = `question/${question.id}`;
  const kept = () => slot(app.state(), key);
  const save = (/** @type {Record<string, any>} */ changes) => app.update((state) => withSlot(state, key, changes));
  let opened = performance.now();
  root.addEventListener('submit', (event) => event.preventDefault());

  if (type.play) {
    type.play(root, question, {
      first: kept().first ?? null,
      now: kept().now ?? null,
      save(first, now, done) {
        if (done && !kept().done) app.record(question, first, performance.now() - opened);
        save({ first, now, done: done || kept().done ? 1 : 0, tries: Math.min((kept().tries ?? 0) + 1, 7) });
      },
    });
    return;
  }
  const random = randomFrom(mixSeed(seedOf(app.state()), question.id));
  if (type.immediate) mountImmediate();
  else mountChecked();

  function mountImmediate() {
    const change = () => {
      const now = type.read(root, question);
      const before = kept().first ?? {};
      const first = { .../** @type {object} */ (now), ...before };
      const isNew = !type.isComplete(question, before) && type.isComplete(question, first);
      const done = kept().done === 1 || type.score(question, now) === 1;
      type.mark(root, question, now, false);
      if (isNew) app.record(question, first, performance.now() - opened);
      save({ first, now, done: done ? 1 : 0 });
      progress(now);
    };
    type.mount(root, question, change, random);
    const now = kept().now ?? null;
    type.write(root, question, now);
    type.mark(root, question, now, false);
    progress(now);
  }

  /** @param {import('../types.js').Answer} now */
  function progress(now) {
    const total = all('[data-item]', root).filter((item) => !item.closest('.answer-key')).length;
    const right = Math.round(type.score(question, now) * total);
    const place = root.querySelector('[data-progress]');
    if (place && total > 1 && right > 0) place.textContent = `${right} van ${total} klaar`;
    if (right === total) find('.question__feedback', root).replaceChildren(...keyTexts(root, '[data-explanation]'), ...keyTexts(root, '[data-tip]'));
  }

  function mountChecked() {
    const actions = find('[data-actions]', root);
    const check = /** @type {HTMLButtonElement} */ (make('button', { type: 'submit', class: 'button' }, 'Kijk na'));
    const hint = make('span', { class: 'small' });
    const sure = () => Number(/** @type {HTMLInputElement | null} */ (root.querySelector('.confidence input:checked'))?.value ?? 0);
    const needsSure = () => root.querySelector('.confidence') !== null;

    const ready = () => type.isComplete(question, type.read(root, question)) && (!needsSure() || sure() > 0);
    const showOpen = () => {
      hint.textContent = ready() ? '' : needsSure() ? 'Kies eerst een antwoord en hoe zeker je bent.' : 'Kies eerst een antwoord.';
      check.disabled = !ready();
      actions.replaceChildren(check, hint);
    };
    const change = () => {
      save({ now: type.read(root, question), ...(needsSure() ? { sure: sure() } : {}) });
      showOpen();
    };
    const lock = (/** @type {boolean} */ locked) => {
      type.lock(root, locked);
      for (const input of /** @type {HTMLInputElement[]} */ (all('.confidence input', root))) input.disabled = locked;
    };

    const retry = () => {
      type.clear(root, question);
      find('.question__feedback', root).replaceChildren();
      lock(false);
      save({ done: 0 });
      opened = performance.now();
      showOpen();
      find('input, select, button', find('.question__body', root)).focus();
    };
    const button = (/** @type {string} */ words, /** @type {string} */ style, /** @type {() => void} */ act, withIcon = false) => {
      const element = make('button', { type: 'button', class: style }, ...(withIcon ? [icon('back')] : []), words);
      element.addEventListener('click', act);
      return element;
    };
    const showWrong = () => {
      lock(true);
      explain(root, question, app, sure(), false);
      actions.replaceChildren(
        button('Probeer opnieuw', 'button button--quiet', retry, true),
        button('Toon het antwoord', 'text-button', () => {
          showDone();
          save({ done: 1 });
          find('button', actions).focus();
        }),
      );
    };
    const showDone = () => {
      lock(true);
      explain(root, question, app, sure(), true);
      actions.replaceChildren(button('Nog een keer', 'text-button', retry, true));
    };

    check.addEventListener('click', () => {
      const now = type.read(root, question);
      const isFirst = !kept().tries;
      const right = type.score(question, now) === 1;
      if (isFirst) app.record(question, now, performance.now() - opened);
      save({ now, ...(isFirst ? { first: now } : {}), tries: Math.min((kept().tries ?? 0) + 1, 7), done: right ? 1 : 0 });
      if (right) showDone();
      else showWrong();
      const next = actions.querySelector('button');
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    });

    type.mount(root, question, change, random);
    root.querySelector('.confidence')?.addEventListener('change', change);
    const before = kept();
    if (before.now !== undefined && before.now !== null) type.write(root, question, before.now);
    if (before.sure) {
      const input = /** @type {HTMLInputElement | null} */ (root.querySelector(`.confidence input[value="${before.sure}"]`));
      if (input) input.checked = true;
    }
    if (before.done) showDone();
    else showOpen();
  }
}

/**
 * Marks and feedback for the answer that stands in the question.
 * @param {HTMLElement} root
 * @param {Question} question
 * @param {App} app
 * @param {number} sure
 * @param {boolean} reveal
 */
function explain(root, question, app, sure, reveal) {
  const type = app.types[question.type];
  const answer = type.read(root, question);
  const score = type.score(question, answer);
  const place = find('.question__feedback', root);
  place.replaceChildren();
  type.mark(root, question, answer, reveal);
  const rule = [...keyTexts(root, '[data-explanation]'), ...keyTexts(root, '[data-tip]')];
  if (score === 1) place.append(feedbackBox('right', 'Klopt', rule));
  else if (reveal) place.append(feedbackBox('half', 'Zo zit het', rule, false));
  else if (sure === SURE && keyTexts(root, '[data-sure-wrong]').length > 0) {
    place.append(feedbackBox('wrong', 'Veel collega’s denken dit ook', keyTexts(root, '[data-sure-wrong]'), false));
  } else if (score > 0) {
    place.append(feedbackBox('half', 'Bijna', [paragraph('Een deel klopt. Kijk wat er nog ontbreekt of te veel is.')]));
  } else place.append(feedbackBox('wrong', 'Nog niet', [paragraph('Lees de uitleg en probeer het nog eens.')]));
  const spoken = all('.option__feedback, .match__feedback', root).map((element) => element.textContent ?? '').join(' ');
  if (spoken && !reveal) place.append(make('p', { class: 'visually-hidden' }, spoken));
}
