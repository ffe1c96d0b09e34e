/** One question outside a lesson: check, explanation at once, and on to what the caller says. */

import { mixSeed, randomFrom } from '../course/random.js';
import { seedOf } from '../course/state.js';
import { icon, make, moveFocus } from './dom.js';
import { explain } from './feedback.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../types.js').Question} Question
 *
 * @typedef {object} Asked
 * @property {string} words      of the button that goes on
 * @property {() => void} act
 */

/**
 * @param {App} app
 * @param {Question} question
 * @param {HTMLElement} form     a fresh copy of the question's form
 * @param {(right: boolean, latency: number) => Asked} answered   latency in milliseconds
 * @returns {HTMLElement[]}  the question and its buttons
 */
export function askQuestion(app, question, form, answered) {
  const type = app.types[question.type];
  const opened = performance.now();
  const check = /** @type {HTMLButtonElement} */ (make('button', { type: 'button', class: 'button' }, 'Kijk na'));
  const hint = make('span', { class: 'small' });
  const actions = make('div', { class: 'actions' }, check, hint);
  const change = () => {
    check.disabled = !type.isComplete(question, type.read(form, question));
    hint.textContent = check.disabled ? `${type.ask ?? 'Kies eerst een antwoord'}.` : '';
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    check.click();
  });
  check.addEventListener('click', () => {
    const right = type.score(question, type.read(form, question)) === 1;
    const { words, act } = answered(right, performance.now() - opened);
    type.lock(form, true);
    explain(form, type, question, 'review');
    const onward = make('button', { type: 'button', class: 'button' }, words, icon('next'));
    onward.addEventListener('click', act);
    actions.replaceChildren(onward);
    moveFocus(onward);
  });
  type.mount(form, question, change, randomFrom(mixSeed(seedOf(app.state()), question.id)));
  change();
  return [make('div', { class: 'assessment__question' }, form), actions];
}
