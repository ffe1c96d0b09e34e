/** The result of an attempt: in words, per objective, with what to do next. */

import { SAFETY, drawnQuestions, passedOn, resultOf } from '../course/attempt.js';
import { slot } from '../course/state.js';
import { icon, make } from './dom.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../course/attempt.js').Assessment} Assessment
 */

/** The page of the proof of participation. */
export const PROOF = 'bewijs';

/** Lesson that teaches what to do in danger: where a safety question sends the learner. @param {App} app @param {Assessment} assessment */
export function safetyLesson(app, assessment) {
  const question = drawnQuestions(app.state(), app.course.questions, assessment).find(({ safety }) => safety);
  const objective = app.course.objectives.find(({ id }) => id === question?.objective);
  return app.course.lessons.find(({ id }) => id === objective?.revisit);
}

/**
 * @param {App} app
 * @param {HTMLElement} place
 * @param {Assessment} assessment
 * @param {{again: () => void, review: () => void, safety: () => void}} act
 */
export function showResult(app, place, assessment, act) {
  const result = resultOf(app.state(), app.course.questions, assessment, app.types);
  const kept = slot(app.state(), `assessment/${assessment.id}`);
  const needed = Math.ceil((result.total * assessment.passMark) / 100);
  const enough = result.percent >= assessment.passMark;
  const passed = passedOn(app.state(), assessment) !== null;
  const needsSafety = assessment.safety && kept.safety === SAFETY.wrong && (kept.best ?? 0) >= assessment.passMark && !passed;

  const title = make('h2', { class: 'result__title', tabindex: '-1' }, titleOf(assessment, enough));
  const parts = [title, make('div', { class: 'result ground' },
    make('div', { class: 'result__text' },
      make('p', { class: 'result__score' }, `${points(result.points)} `, make('small', {}, `van de ${result.total}`)),
      make('p', {}, sentence(assessment, enough, passed, needed))),
    picture(app))];
  if (needsSafety) parts.push(safetyNotice(app, assessment, act.safety));

  const main = make('div', { class: 'actions' });
  if (assessment.counts && passed) {
    main.append(make('a', { class: 'button', href: `#${PROOF}` }, 'Maak je bewijs van deelname', forward()));
  }
  main.append(button('Bekijk alle vragen met uitleg', 'text-button', act.review));
  const again = make('div', { class: 'actions' }, button(assessment.use === 'test' ? 'Doe de toets opnieuw' : 'Nog een keer', 'button button--quiet', act.again, 'back'));
  const objectives = make('ul', { class: 'objectives' }, ...[...result.objectives].map(([id, score]) => objective(app, id, score)));
  const heading = make('h2', { class: 'result__heading' }, 'Zo ging het per doel');
  const others = make('p', {}, enough ? 'Nog een keer oefenen? Je krijgt andere vragen. Je hoogste score telt.'
    : 'Je mag het zo vaak doen als je wilt. Je krijgt andere vragen. Je hoogste score telt.');
  place.replaceChildren(...parts, main, heading, objectives, others, again);
}

/** @param {Assessment} assessment @param {boolean} enough */
function titleOf(assessment, enough) {
  if (assessment.use === 'quiz') return enough ? 'Dat gaat goed' : 'Nog even oefenen';
  return enough ? 'Je hebt de toets gehaald' : 'Nog niet gehaald';
}

/** Halves with a comma, as the Dutch write them. @param {number} value */
const points = (value) => String(Math.floor(value * 10 + 1e-9) / 10).replace('.', ',');

/**
 * @param {Assessment} assessment
 * @param {boolean} enough
 * @param {boolean} passed
 * @param {number} needed
 */
function sentence(assessment, enough, passed, needed) {
  if (assessment.use === 'quiz') return enough ? 'Je kunt verder met de volgende les.' : 'Kijk hieronder welke les je nog eens kunt doen.';
  if (enough) return `${needed} was genoeg.`;
  return passed ? `${needed} is genoeg. Je had de toets al gehaald: dat blijft zo.` : `${needed} is genoeg. Kijk hieronder welke les je nog eens kunt doen.`;
}

/**
 * @param {App} app
 * @param {string} id
 * @param {{points: number, total: number}} score
 */
function objective(app, id, score) {
  const info = app.course.objectives.find((item) => item.id === id);
  const dots = make('span', { class: 'dots', 'aria-hidden': 'true' },
    ...Array.from({ length: score.total }, (_, i) => make('i', i < Math.floor(score.points + 1e-9) ? { class: 'is-right' } : {})));
  const item = make('li', { class: 'objectives__item' }, make('span', {}, info?.short ?? id),
    make('span', { class: 'objectives__score' }, dots, `${points(score.points)} van ${score.total}`));
  const lesson = app.course.lessons.find((candidate) => candidate.id === info?.revisit);
  if (score.points < score.total && lesson) {
    item.append(make('p', { class: 'objectives__again' }, 'Nog eens: ', make('a', { href: `#${lesson.id}` }, `${lesson.number} ${lesson.title}`),
      `, ${lesson.minutes} ${lesson.minutes === 1 ? 'minuut' : 'minuten'}`));
  }
  return item;
}

/** @param {App} app @param {Assessment} assessment @param {() => void} act */
function safetyNotice(app, assessment, act) {
  const lesson = safetyLesson(app, assessment);
  return make('section', { class: 'notice notice--warm notice--inside' }, make('div', { class: 'notice__frame' }, icon('help'),
    make('div', { class: 'notice__text' },
      make('h2', { class: 'notice__title' }, 'Eerst nog één ding: veiligheid'),
      make('p', {}, 'De vraag over veiligheid had je nog niet goed. Die is te belangrijk om over te slaan. ',
        ...(lesson ? ['Lees ', make('a', { href: `#${lesson.id}` }, `${lesson.number} ${lesson.title}`), ' nog eens. '] : []),
        'Beantwoord daarna een andere vraag. Dan krijg je je bewijs.'),
      make('div', { class: 'actions' }, button('Beantwoord een andere vraag', 'button', act)))));
}

/** @param {App} app */
function picture(app) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const symbol = document.getElementById('image-together');
  svg.setAttribute('class', 'image');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('viewBox', symbol?.getAttribute('viewBox') ?? '0 0 480 232');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', '#image-together');
  svg.append(use);
  return svg;
}

function forward() {
  const sign = icon('next');
  sign.setAttribute('class', 'icon icon--forward');
  return sign;
}

/**
 * @param {string} words
 * @param {string} style
 * @param {() => void} act
 * @param {string} [sign]
 */
function button(words, style, act, sign) {
  const element = make('button', { type: 'button', class: style }, ...(sign ? [icon(sign)] : []), words);
  element.addEventListener('click', act);
  return element;
}
