/** After a wrong answer about safety: another question about it, until one is right. */

import { drawnQuestions, poolOf, safetyRepaired } from '../course/attempt.js';
import { mixSeed, randomFrom, shuffle } from '../course/random.js';
import { sectorOf, seedOf } from '../course/state.js';
import { find, icon, make } from './dom.js';
import { feedbackBox, keyTexts } from './marks.js';

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
  const asked = new Set(drawnQuestions(app.state(), app.course.questions, assessment).map(({ id }) => id));
  const pool = poolOf(app.course.questions, assessment, sectorOf(app.state())).filter(({ safety }) => safety);
  const random = randomFrom(mixSeed(seedOf(app.state()), 'safety', app.now().getTime()));
  const others = shuffle(pool.filter(({ id }) => !asked.has(id)), random);
  let turn = 0;

  function ask() {
    const question = (others.length ? others : pool)[turn % (others.length || pool.length)];
    turn += 1;
    const type = app.types[question.type];
    const element = form(question.id);
    const actions = make('div', { class: 'actions' });
    const check = /** @type {HTMLButtonElement} */ (make('button', { type: 'button', class: 'button' }, 'Kijk na'));
    check.disabled = true;
    type.mount(element, question, () => {
      check.disabled = !type.isComplete(question, type.read(element, question));
    }, random);
    element.addEventListener('submit', (event) => event.preventDefault());
    check.addEventListener('click', () => {
      const answer = type.read(element, question);
      const right = type.score(question, answer) === 1;
      app.record(question, answer, 0);
      type.lock(element, true);
      type.mark(element, question, answer, true);
      find('.question__feedback', element).append(feedbackBox(right ? 'right' : 'wrong', right ? 'Klopt' : 'Nog niet', keyTexts(element, '[data-explanation]')));
      const next = make('button', { type: 'button', class: 'button' }, right ? 'Naar je resultaat' : 'Nog een andere vraag', icon('next'));
      next.addEventListener('click', () => {
        if (!right) return ask();
        app.update((state) => safetyRepaired(state, assessment, app.now().getTime()));
        return done();
      });
      actions.replaceChildren(next);
      next.focus({ preventScroll: true });
    });
    actions.append(check);
    const title = make('h2', { class: 'result__title', tabindex: '-1' }, 'Een andere vraag over veiligheid');
    place.replaceChildren(title, make('div', { class: 'assessment__question' }, element), actions);
    title.focus();
  }
  ask();
}
