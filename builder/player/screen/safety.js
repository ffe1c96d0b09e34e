/** After a wrong answer about safety: another question about it, until one is right. */

import { nextSafetyQuestion, safetyRepaired, withSeen } from '../course/attempt.js';
import { mixSeed, randomFrom } from '../course/random.js';
import { seedOf } from '../course/state.js';
import { find, icon, make, moveFocus } from './dom.js';
import { explain } from './feedback.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../course/attempt.js').Assessment} Assessment
 */

/**
 * @param {App} app
 * @param {HTMLElement} place
 * @param {Assessment} assessment
 * @param {(id: string) => HTMLElement} form
 * @param {() => void} done
 */
export function showSafety(app, place, assessment, form, done) {
  const { questions } = app.course;

  function ask() {
    const question = nextSafetyQuestion(app.state(), questions, assessment);
    if (!question) return done();
    app.update((state) => withSeen(state, questions, assessment, question));
    const opened = performance.now();
    const type = app.types[question.type];
    const element = form(question.id);
    const actions = make('div', { class: 'actions' });
    const check = /** @type {HTMLButtonElement} */ (make('button', { type: 'button', class: 'button', disabled: '' }, 'Kijk na'));
    const hint = make('span', { class: 'small' }, 'Kies eerst een antwoord.');
    type.mount(element, question, () => {
      check.disabled = !type.isComplete(question, type.read(element, question));
      hint.textContent = check.disabled ? 'Kies eerst een antwoord.' : '';
    }, randomFrom(mixSeed(seedOf(app.state()), question.id)));
    element.addEventListener('submit', (event) => event.preventDefault());
    check.addEventListener('click', () => {
      const answer = type.read(element, question);
      const right = type.score(question, answer) === 1;
      app.record(question, answer, performance.now() - opened);
      type.lock(element, true);
      explain(element, type, question, 'review');
      if (right) app.update((state) => safetyRepaired(state, assessment, app.now()));
      const next = make('button', { type: 'button', class: 'button' }, right ? 'Naar je resultaat' : 'Nog een andere vraag', icon('next'));
      next.addEventListener('click', right ? done : ask);
      actions.replaceChildren(next);
      moveFocus(next);
    });
    actions.append(check, hint);
    const title = make('h2', { class: 'result__title', tabindex: '-1' }, 'Een andere vraag over veiligheid');
    place.replaceChildren(title, make('div', { class: 'assessment__question' }, element), actions);
    find('.result__title', place).focus();
  }
  ask();
}
