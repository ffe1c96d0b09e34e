/** The refresher on the start page: offered on a visit after passing, one question after the other, never counting. */

import { refresherQuestions } from '../course/refresher.js';
import { isPassed } from '../course/snapshot.js';
import { askQuestion } from './ask.js';
import { find, icon, make } from './dom.js';

/** @typedef {import('./app.js').App} App */

const DAY = 86_400_000;

/**
 * @param {App} app
 * @param {(id: string) => HTMLElement} form   a fresh copy of a question's form
 */
export function mountRefresher(app, form) {
  const section = find('[data-refresher]');
  const place = find('[data-refresher-place]', section);
  const questions = isPassed(app.course, app.state())
    ? refresherQuestions(app.course, app.state(), Math.floor(app.now().getTime() / DAY)) : [];
  section.hidden = questions.length === 0;
  if (questions.length === 0) return;

  /** @param {number} number  from 0 @param {number} right  so far */
  function ask(number, right) {
    if (number === questions.length) return finish(right);
    const question = questions[number];
    const title = make('h3', { tabindex: '-1' }, `Vraag ${number + 1} van ${questions.length}`);
    const isLast = number + 1 === questions.length;
    place.replaceChildren(title, ...askQuestion(app, question, form(question.id), (isRight) => ({
      words: isLast ? 'Rond af' : 'Volgende vraag',
      act: () => ask(number + 1, right + (isRight ? 1 : 0)),
    })));
    title.focus();
  }

  /** @param {number} right */
  function finish(right) {
    const title = make('h3', { tabindex: '-1' }, `${right} van de ${questions.length} goed`);
    const again = make('button', { type: 'button', class: 'text-button' }, icon('back'), 'Nog een keer');
    again.addEventListener('click', () => ask(0, 0));
    place.replaceChildren(title, make('p', {}, 'Dit telt niet mee. Een andere dag krijg je andere vragen.'), make('div', { class: 'actions' }, again));
    title.focus();
  }

  const begin = make('button', { type: 'button', class: 'button button--quiet' }, 'Begin de opfrisser', icon('next'));
  begin.addEventListener('click', () => ask(0, 0));
  place.replaceChildren(make('p', {}, `${questions.length === 1 ? 'Eén vraag' : `${questions.length} vragen`} om even terug te halen wat je leerde. Je ziet de uitleg meteen. Het telt niet mee.`),
    make('div', { class: 'actions' }, begin));
}
