/**
 * One lesson at a time, by the hash of the address: links are plain links, and the browser's own Back goes
 * to the lesson before.
 */

import { forSector } from '../course/data.js';
import { isLessonDone, slot, withSlot } from '../course/state.js';
import { all, find, icon, make } from './dom.js';

/** @typedef {import('./app.js').App} App */

export const START = 'start';

/**
 * @param {App} app
 * @param {Window} window
 * @param {string} first  lesson to open
 */
export function mountNavigation(app, window, first) {
  const { document } = window;
  const pages = all('[data-lesson]');
  const known = new Set(pages.map((page) => page.dataset.lesson ?? ''));
  const lesson = (/** @type {string} */ id) => app.course.lessons.find((item) => item.id === id);
  const title = document.title;

  /** @param {string} id @param {boolean} focus */
  function open(id, focus) {
    for (const page of pages) page.classList.toggle('is-current', page.dataset.lesson === id);
    const page = /** @type {HTMLElement} */ (pages.find((candidate) => candidate.dataset.lesson === id));
    const info = lesson(id);
    const heading = find('h1', page);
    document.title = id === START ? title : `${info ? `${info.number} ` : ''}${heading.textContent?.trim()} – ${title}`;
    find('[data-place]').replaceChildren(...(info ? [`${info.number} `, make('span', {}, info.title)] : []));
    for (const link of all('.lesson-list__link')) {
      if (link.getAttribute('href') === `#${id}`) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    for (const panel of all('.bar details[open]')) panel.removeAttribute('open');
    window.scrollTo(0, 0);
    if (focus) heading.focus({ preventScroll: true });
    if (info || id === START) {
      app.update((state) => {
        const next = slot(state, 'course').location === id ? state : withSlot(state, 'course', { location: id });
        return info && !slot(next, `lesson/${id}`).seen ? withSlot(next, `lesson/${id}`, { seen: 1 }) : next;
      });
    }
    onward(page, id);
  }

  /** @param {HTMLElement} page @param {string} id */
  function onward(page, id) {
    const place = page.querySelector('[data-onward]');
    if (!place) return;
    const lessons = forSector(app.course.lessons, app.state());
    const here = lessons.findIndex((item) => item.id === id);
    const previous = lessons[here - 1];
    const next = lessons[here + 1];
    const parts = [previous
      ? make('a', { class: 'text-button', href: `#${previous.id}` }, icon('previous'), `${previous.number} ${previous.title}`)
      : make('a', { class: 'text-button', href: `#${START}` }, icon('previous'), 'Startpagina')];
    const isTest = app.course.assessments.some(({ lesson }) => lesson === id);
    if (next || !isTest) {
      const [target, label, words] = next ? [next.id, 'Volgende', `${next.number} ${next.title}`] : [START, 'Klaar', 'Rond de cursus af'];
      const forward = icon('next');
      forward.setAttribute('class', 'icon icon--forward');
      const link = make('a', { class: 'button', href: `#${target}` }, make('span', {}, make('small', {}, label), words), forward);
      link.addEventListener('click', () => {
        if (!isLessonDone(app.state(), id)) app.update((state) => withSlot(state, `lesson/${id}`, { done: 1 }));
      });
      parts.push(link);
    }
    place.replaceChildren(...parts);
  }

  window.addEventListener('hashchange', () => {
    const id = decodeURIComponent(window.location.hash.slice(1));
    if (known.has(id)) open(id, true);
  });
  document.addEventListener('click', (event) => {
    const link = /** @type {HTMLElement | null} */ (event.target instanceof Element ? event.target.closest('a[href^="#"]') : null);
    const id = link?.getAttribute('href')?.slice(1) ?? '';
    // A second click on the same link changes no hash, but the learner expects to go there.
    if (known.has(id) && window.location.hash === `#${id}`) {
      event.preventDefault();
      open(id, true);
    } else if (id && !known.has(id)) {
      const target = document.getElementById(id);
      if (!target) return;
      event.preventDefault();
      target.scrollIntoView();
      target.focus({ preventScroll: true });
    }
  });
  const id = known.has(first) ? first : START;
  try {
    window.history.replaceState(null, '', `#${id}`);
  } catch {
    // A page from a file or a sandboxed frame may not change its address; the links work all the same.
  }
  open(id, false);
}
