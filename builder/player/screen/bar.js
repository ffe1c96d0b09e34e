/** The bar: progress, the lists of lessons, whether the work is saved, and panels that close by themselves. */

import { forSector, unitProgress } from '../course/data.js';
import { isLessonDone } from '../course/state.js';
import { all, find, icon } from './dom.js';

/** @typedef {import('./app.js').App} App */
/** @typedef {import('../types.js').Health} Health */

/** @type {Record<Health['saving'], [string, string]>} */
const SAVING = {
  saved: ['saved', 'Opgeslagen'],
  saving: ['saving', 'Bezig met opslaan'],
  unsaved: ['unsaved', 'Niet opgeslagen'],
  device: ['device', 'Op dit apparaat'],
  reading: ['book', 'Je kijkt terug'],
};

/** @param {App} app */
export function mountBar(app) {
  app.follow(() => {
    for (const span of all('.progress [data-unit]')) {
      const id = span.dataset.unit ?? '';
      const minutes = forSector(app.course.lessons, app.state()).filter((lesson) => lesson.unit === id)
        .reduce((sum, lesson) => sum + lesson.minutes, 0);
      span.style.setProperty('--share', String(minutes));
      span.style.setProperty('--done', `${Math.round(unitProgress(app.course, app.state(), id) * 100)}%`);
    }
    for (const link of all('.lesson-list__link')) {
      link.classList.toggle('is-done', isLessonDone(app.state(), (link.getAttribute('href') ?? '').slice(1)));
    }
  });
  document.addEventListener('keydown', (event) => {
    const panel = event.key === 'Escape' ? document.querySelector('.bar details[open]') : null;
    if (!panel) return;
    panel.removeAttribute('open');
    find('summary', panel).focus();
  });
  document.addEventListener('click', (event) => {
    for (const panel of all('.bar details[open]')) {
      if (event.target instanceof Node && !panel.contains(event.target)) panel.removeAttribute('open');
    }
  });
}

/** @param {Health} health */
export function showSaving({ saving }) {
  const place = find('[data-saving]');
  const [sign, words] = SAVING[saving];
  if (place.textContent === words) return;
  place.className = `saving saving--${saving}`;
  const text = document.createElement('span');
  text.textContent = words;
  place.replaceChildren(icon(sign), text);
}
