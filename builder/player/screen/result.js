/** The result of an attempt: in words, per objective, with what to do next. */

import { SAFETY, drawnQuestions, passedOn, resultOf } from '../course/attempt.js';
import { isPassed } from '../course/snapshot.js';
import { slot } from '../course/state.js';
import { icon, make } from './dom.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../course/attempt.js').Assessment} Assessment
 * @typedef {import('../course/data.js').LessonData} LessonData
 */

/** The page of the proof of participation. */
export const PROOF = 'bewijs';

/**
 * @param {App} app
 * @param {HTMLElement} place
 * @param {Assessment} assessment
 * @param {{again: () => void, review: () => void, safety: () => void}} act
 */
export function showResult(app, place, assessment, act) {
  const result = resultOf(app.state(), app.course.questions, assessment, app.types);
  const kept = slot(app.state(), `assessment/${assessment.id}`);
  const enough = result.percent >= assessment.passMark;
  const passed = passedOn(app.state(), assessment) !== null;
  const unsafe = assessment.safety && kept.safety === SAFETY.wrong && !passed;
  const pending = unsafe && (kept.best ?? 0) >= assessment.passMark;

  const parts = [
    make('h2', { class: 'result__title', tabindex: '-1' }, titleOf(assessment, enough, pending)),
    make('div', { class: 'result ground' },
      make('div', { class: 'result__text' },
        make('p', { class: 'result__score' }, `${points(result.points)} `, make('small', {}, `van de ${result.total}`)),
        ...sentences(assessment, result, kept.best ?? 0, passed).map((text) => make('p', {}, text))),
      picture()),
  ];
  if (unsafe) parts.push(safetyNotice(safetyLesson(app, assessment), pending ? act.safety : null));

  const main = make('div', { class: 'actions' });
  if (assessment.counts && isPassed(app.course, app.state())) {
    main.append(make('a', { class: 'button', href: `#${PROOF}` }, 'Maak je bewijs van deelname', forward()));
  }
  main.append(button('Bekijk alle vragen met uitleg', 'text-button', act.review));
  parts.push(main,
    make('h2', { class: 'result__heading' }, 'Zo ging het per doel'),
    make('ul', { class: 'objectives' }, ...[...result.objectives].map(([id, score]) => objective(app, id, score))),
    make('p', {}, `${enough ? 'Nog een keer oefenen?' : 'Je mag het zo vaak doen als je wilt.'} Je krijgt zoveel mogelijk andere vragen.${assessment.counts ? ' Je hoogste score telt.' : ''}`),
    make('div', { class: 'actions' }, button(assessment.use === 'test' ? 'Doe de toets opnieuw' : 'Nog een keer', 'button button--quiet', act.again, 'back')));
  place.replaceChildren(...parts);
}

/** @param {Assessment} assessment @param {boolean} enough @param {boolean} pending  only the question about safety is left */
function titleOf(assessment, enough, pending) {
  if (enough && pending) return 'Genoeg punten, nog één vraag';
  if (assessment.use === 'quiz') return enough ? 'Dat gaat goed' : 'Nog even oefenen';
  return enough ? 'Je hebt de toets gehaald' : 'Nog niet gehaald';
}

/** Parts of a point with a comma, as the Dutch write them; downwards, as the score counts. @param {number} value */
const points = (value) => String(Math.floor(value * 10 + 1e-9) / 10).replace('.', ',');

/**
 * @param {Assessment} assessment
 * @param {{percent: number, total: number}} result
 * @param {number} best     highest score so far, per cent
 * @param {boolean} passed  by now or before
 * @returns {string[]}
 */
function sentences(assessment, { percent, total }, best, passed) {
  const enough = percent >= assessment.passMark;
  const needed = Math.ceil((total * assessment.passMark) / 100);
  const advice = 'Kijk hieronder welke les je nog eens kunt doen.';
  if (assessment.use === 'quiz') return [enough ? 'Je kunt verder met de volgende les.' : advice];
  const higher = best > percent ? [`Je hoogste score blijft staan: ${best} van de 100.`] : [];
  if (enough) return [`${needed} was genoeg.`, ...higher];
  if (passed) return [`${needed} is genoeg. Je had de toets al gehaald: dat blijft zo.`, ...higher];
  return [`${needed} is genoeg. ${advice}`, ...higher];
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
    make('span', { class: 'objectives__score' }, dots, `${points(score.points)} van ${score.total} ${score.total === 1 ? 'punt' : 'punten'}`));
  const lesson = lessonOf(app, info?.revisit);
  if (score.points < score.total && lesson) {
    item.append(make('p', { class: 'objectives__again' }, 'Nog eens: ', linkTo(lesson),
      `, ${lesson.minutes} ${lesson.minutes === 1 ? 'minuut' : 'minuten'}`));
  }
  return item;
}

/** Lesson that teaches what to do in danger: where a safety question sends the learner. @param {App} app @param {Assessment} assessment */
function safetyLesson(app, assessment) {
  const question = drawnQuestions(app.state(), app.course.questions, assessment).find(({ safety }) => safety);
  const objective = app.course.objectives.find(({ id }) => id === question?.objective);
  return lessonOf(app, assessment.safetyLesson ?? objective?.revisit);
}

/**
 * First the lesson, then another question. Below the pass mark the next attempt has one of its own.
 * @param {LessonData | undefined} lesson
 * @param {(() => void) | null} act
 */
function safetyNotice(lesson, act) {
  const read = lesson ? [`Lees eerst `, linkTo(lesson), ` nog eens.`] : [];
  const then = act ? ' Beantwoord daarna hier een andere vraag over veiligheid. Dan krijg je je bewijs.' : '';
  return make('section', { class: 'notice notice--warm notice--inside' }, make('div', { class: 'notice__frame' }, icon('help'),
    make('div', { class: 'notice__text' },
      make('h2', { class: 'notice__title' }, 'Let op: de vraag over veiligheid'),
      make('p', {}, 'Die had je nog niet goed, en hij is te belangrijk om over te slaan. ', ...read, then),
      ...(act ? [make('div', { class: 'actions' },
        ...(lesson ? [make('a', { class: 'button', href: `#${lesson.id}` }, `Lees ${lesson.number} ${lesson.title}`, forward())] : []),
        button('Beantwoord een andere vraag', lesson ? 'button button--quiet' : 'button', act))] : []))));
}

/** @param {App} app @param {string | null | undefined} id */
const lessonOf = (app, id) => app.course.lessons.find((lesson) => lesson.id === id);

/** @param {LessonData} lesson */
const linkTo = (lesson) => make('a', { href: `#${lesson.id}` }, `${lesson.number} ${lesson.title}`);

function picture() {
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
