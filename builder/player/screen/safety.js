/** After a wrong answer about safety: another question about it, until one is right. */

import { nextSafetyQuestion, safetyRepaired, withSeen } from '../course/attempt.js';
import { askQuestion } from './ask.js';
import { make } from './dom.js';

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
    const element = form(question.id);
    const title = make('h2', { class: 'result__title', tabindex: '-1' }, 'Een andere vraag over veiligheid');
    place.replaceChildren(title, ...askQuestion(app, question, element, (right, latency) => {
      app.record(question, app.types[question.type].read(element, question), latency);
      if (right) app.update((state) => safetyRepaired(state, assessment, app.now()));
      return right ? { words: 'Naar je resultaat', act: done } : { words: 'Nog een andere vraag', act: ask };
    }));
    title.focus();
  }
  ask();
}
