/** A quiz or the test: begin, answer, go back, hand in, see the result, look at every question again. */

import { drawnQuestions, handIn, passedOn, resultOf, startAttempt } from '../course/attempt.js';
import { mixSeed, randomFrom } from '../course/random.js';
import { sectorOf, seedOf, slot, withSlot } from '../course/state.js';
import { all, find, icon, make } from './dom.js';
import { explain } from './feedback.js';
import { markElement, words } from './marks.js';
import { showResult } from './result.js';
import { showSafety } from './safety.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../course/attempt.js').Assessment} Assessment
 * @typedef {import('../types.js').Question} Question
 * @typedef {'intro' | 'questions' | 'result' | 'review' | 'safety'} View
 */

/**
 * @param {App} app
 * @param {HTMLElement} root
 * @param {Assessment} assessment
 * @param {(id: string) => HTMLElement} form   a fresh copy of a question's form
 */
export function mountAssessment(app, root, assessment, form) {
  const key = `assessment/${assessment.id}`;
  const kept = () => slot(app.state(), key);
  const questions = () => drawnQuestions(app.state(), app.course.questions, assessment);
  const answerTo = (/** @type {Question} */ question) => slot(app.state(), `question/${question.id}`).now ?? null;
  const isAnswered = (/** @type {Question} */ question) => app.types[question.type].isComplete(question, answerTo(question));
  const view = (/** @type {View} */ name) => find(`[data-view="${name}"]`, root);
  let current = 0;
  let opened = performance.now();
  /** @type {Map<string, number>} */
  const spent = new Map();

  /** One view at a time; the others are empty, so that no question stands in the page twice. @param {View} name */
  const show = (name) => {
    for (const element of all('[data-view]', root)) {
      element.hidden = element.dataset.view !== name;
      if (element.hidden && element.dataset.view !== 'intro') element.replaceChildren();
    }
  };

  const mountForm = (/** @type {Question} */ question, /** @type {() => void} */ change) => {
    const element = form(question.id);
    const type = app.types[question.type];
    element.addEventListener('submit', (event) => event.preventDefault());
    type.mount(element, question, change, randomFrom(mixSeed(seedOf(app.state()), question.id, kept().attempts ?? 0)));
    type.write(element, question, answerTo(question));
    return element;
  };

  function begin() {
    if (app.course.sectors.length > 1 && !sectorOf(app.state())) {
      find('[data-sector-first]', root).replaceChildren('Kies eerst ', make('a', { href: '#start' }, 'waar je werkt'), '. Dan krijg je vragen over jouw onderwijs.');
      return;
    }
    app.update((state) => startAttempt(state, app.course.questions, assessment));
    current = 0;
    spent.clear();
    showQuestion(true);
  }

  /** @param {boolean} focus */
  function showQuestion(focus) {
    const list = questions();
    const question = list[current];
    opened = performance.now();
    const element = mountForm(question, () => {
      app.update((state) => withSlot(state, `question/${question.id}`, { now: app.types[question.type].read(element, question) }));
      drawMap();
    });
    const prompt = find('.question__prompt', element);
    prompt.prepend(make('span', { class: 'visually-hidden' }, `Vraag ${current + 1} van ${list.length}. `));
    const map = make('nav', { 'aria-label': 'Vragen van de toets' }, make('ol', { class: 'test-map' }));
    const previous = step(current > 0 ? `Vraag ${current}` : '', 'text-button', 'previous', () => go(current - 1));
    const next = current < list.length - 1
      ? step(`Vraag ${current + 2}`, 'button', 'next', () => go(current + 1))
      : step('Lever in', 'button', 'check', askHandIn);
    view('questions').replaceChildren(
      map,
      make('div', { class: 'assessment__question' }, element),
      make('p', { class: 'small' }, 'Je krijgt de uitleg na het inleveren. Tot dan kun je je antwoord veranderen.'),
      make('nav', { class: 'onward', 'aria-label': 'Vorige en volgende vraag' }, ...(current > 0 ? [previous] : []), next),
      make('div', { 'data-ask': '' }),
    );
    drawMap();
    show('questions');
    if (focus) prompt.focus();
  }

  function drawMap() {
    const list = questions();
    find('.test-map', view('questions')).replaceChildren(...list.map((question, place) => {
      const answered = isAnswered(question);
      const link = make('a', { href: '#', class: `test-map__link${answered ? ' is-answered' : ''}`, ...(place === current ? { 'aria-current': 'step' } : {}) },
        make('span', { class: 'visually-hidden' }, 'Vraag '), String(place + 1),
        ...(answered ? [make('span', { class: 'visually-hidden' }, ' beantwoord')] : []));
      link.addEventListener('click', (event) => {
        event.preventDefault();
        go(place);
      });
      return make('li', {}, link);
    }));
  }

  /** @param {number} place */
  function go(place) {
    keepTime();
    current = place;
    showQuestion(true);
  }

  function keepTime() {
    const question = questions()[current];
    if (question) spent.set(question.id, (spent.get(question.id) ?? 0) + performance.now() - opened);
  }

  function askHandIn() {
    const open = questions().map((question, place) => ({ question, place })).filter(({ question }) => !isAnswered(question));
    if (open.length === 0) return finish();
    const title = make('h2', { class: 'notice__title', id: `${assessment.id}-ask`, tabindex: '-1' },
      open.length === 1 ? 'Je hebt één vraag nog niet beantwoord' : `Je hebt ${open.length} vragen nog niet beantwoord`);
    const back = step(`Ga naar vraag ${open[0].place + 1}`, 'button', 'next', () => go(open[0].place));
    const anyway = make('button', { type: 'button', class: 'text-button' }, 'Lever toch in');
    anyway.addEventListener('click', finish);
    find('[data-ask]', view('questions')).replaceChildren(make('section', { class: 'notice notice--warm notice--inside', 'aria-labelledby': title.id },
      make('div', { class: 'notice__frame' }, icon('help'), make('div', { class: 'notice__text' }, title,
        make('p', {}, 'Een vraag zonder antwoord telt als nog niet goed.'), make('div', { class: 'actions' }, back, anyway)))));
    title.focus();
  }

  function finish() {
    keepTime();
    for (const question of questions()) app.record(question, answerTo(question), spent.get(question.id) ?? 0);
    app.update((state) => handIn(state, app.course.questions, assessment, app.types, app.now()));
    settled();
    result(true);
  }

  /** The lesson is done with the test handed in; where the test counts, with the test passed. */
  function settled() {
    if (assessment.counts && !passedOn(app.state(), assessment)) return;
    app.update((state) => withSlot(state, `lesson/${assessment.lesson}`, { seen: 1, done: 1 }));
  }

  /** @param {boolean} focus */
  function result(focus) {
    showResult(app, view('result'), assessment, {
      again: begin,
      review: () => review(),
      safety: () => safety(),
    });
    show('result');
    if (focus) find('.result__title', view('result')).focus();
  }

  function safety() {
    show('safety');
    showSafety(app, view('safety'), assessment, form, () => {
      settled();
      result(true);
    });
  }

  function review() {
    const scores = resultOf(app.state(), app.course.questions, assessment, app.types).scores;
    const items = questions().map((question) => {
      const element = mountForm(question, () => {});
      const type = app.types[question.type];
      type.lock(element, true);
      explain(element, type, question, 'review');
      const right = scores.get(question.id) === 1;
      const prompt = make('span', { class: 'review__prompt' }, summaryOf(element));
      return make('li', {}, make('details', { class: `review__item review__item--${right ? 'right' : 'wrong'}` },
        make('summary', {}, prompt, markElement(right ? 'right' : 'wrong')),
        make('div', { class: 'review__body' }, element)));
    });
    const title = make('h2', { class: 'result__title', tabindex: '-1' }, 'Alle vragen met uitleg');
    view('review').replaceChildren(title, make('ol', { class: 'review' }, ...items),
      make('div', { class: 'actions' }, step('Terug naar je resultaat', 'text-button', 'previous', () => result(true))));
    show('review');
    title.focus();
  }

  find('[data-begin]', root).addEventListener('click', begin);
  if (kept().open && questions().length > 0) {
    current = Math.max(0, questions().findIndex((question) => !isAnswered(question)));
    showQuestion(false);
  } else if (kept().handed && questions().length > 0) result(false);
  else show('intro');
}

/** What tells the question apart from its neighbours. @param {HTMLElement} form */
const summaryOf = (form) => words(form.querySelector('.categorise__text, .statement') ?? form.querySelector('.question__prompt'));

/**
 * @param {string} words
 * @param {string} style
 * @param {string} sign
 * @param {() => void} act
 */
function step(words, style, sign, act) {
  const before = sign === 'previous' ? [icon(sign)] : [];
  const after = sign === 'previous' ? [] : [icon(sign)];
  const button = make('button', { type: 'button', class: style }, ...before, words, ...after);
  button.addEventListener('click', act);
  return button;
}
