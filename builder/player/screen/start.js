/** The start page: where to go on, what has been done, and (in the edition for all) which sector. */

import { forSector } from '../course/data.js';
import { isLessonDone, sectorOf, slot, withSlot } from '../course/state.js';
import { isPassed } from '../course/snapshot.js';
import { all, find, icon, make } from './dom.js';
import { PROOF } from './result.js';

/** @typedef {import('./app.js').App} App */

/** @param {App} app */
export function mountStart(app) {
  mountSectors(app);
  const place = find('[data-continue]');
  place.addEventListener('click', (event) => {
    if (app.course.sectors.length > 1 && !sectorOf(app.state())) {
      event.preventDefault();
      const choice = find('#start [data-sector-choice]');
      choice.closest('fieldset')?.classList.add('is-asked');
      choice.focus();
    }
  });
  app.follow(() => {
    const lessons = forSector(app.course.lessons, app.state());
    const done = lessons.filter((lesson) => isLessonDone(app.state(), lesson.id));
    const next = lessons.find((lesson) => !isLessonDone(app.state(), lesson.id));
    const begun = done.length > 0 || lessons.some((lesson) => slot(app.state(), `lesson/${lesson.id}`).seen);
    const finished = isPassed(app.course, app.state());
    const target = next ?? lessons[lessons.length - 1];
    place.setAttribute('href', finished && !next ? `#${PROOF}` : `#${target.id}`);
    find('[data-continue-text]').replaceChildren(...(finished && !next
      ? ['Naar je bewijs van deelname']
      : [make('small', {}, `${begun ? 'Ga verder met' : 'Begin met'} ${target.number}`), target.title]));
    for (const item of all('[data-route]')) showUnit(app, item, lessons, next?.unit);
  });
}

/**
 * @param {App} app
 * @param {HTMLElement} item
 * @param {import('../course/data.js').LessonData[]} lessons
 * @param {string | undefined} here
 */
function showUnit(app, item, lessons, here) {
  const unit = item.dataset.route ?? '';
  const own = lessons.filter((lesson) => lesson.unit === unit);
  const done = own.filter((lesson) => isLessonDone(app.state(), lesson.id)).length;
  const isDone = own.length > 0 && done === own.length;
  item.classList.toggle('route__unit--done', isDone);
  item.classList.toggle('route__unit--here', unit === here);
  const open = own.find((lesson) => !isLessonDone(app.state(), lesson.id)) ?? own[0];
  if (open) find('.route__link', item).setAttribute('href', `#${open.id}`);
  const state = find('[data-route-state]', item);
  const line = state.previousElementSibling;
  if (line) line.textContent = `${own.length} ${own.length === 1 ? 'les' : 'lessen'}, ${own.reduce((sum, lesson) => sum + lesson.minutes, 0)} minuten`;
  if (isDone) state.replaceChildren(icon('check'), ' Klaar');
  else if (unit === here) state.replaceChildren(done > 0 ? `Hier ben je: ${done} van ${own.length} lessen klaar` : 'Hier ben je');
  else state.replaceChildren(done > 0 ? `${done} van ${own.length} lessen klaar` : '');
}

/** @param {App} app */
function mountSectors(app) {
  const choices = /** @type {HTMLInputElement[]} */ (all('[data-sector-choice]'));
  for (const choice of choices) {
    choice.addEventListener('change', () => app.update((state) => withSlot(state, 'course', { sector: choice.value })));
  }
  if (choices.length === 0) return;
  app.follow(() => {
    const sector = sectorOf(app.state());
    if (sector) document.documentElement.dataset.sector = sector;
    for (const choice of choices) choice.checked = choice.value === sector;
  });
}
