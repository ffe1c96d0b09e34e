/** Sheets of paper: their button prints them, and ‘Terug’ leads to the page from where one came. */

import { all, find } from './dom.js';
import { printPage } from './print.js';

/** @param {Window} window */
export function mountSheets(window) {
  const desks = all('.desk');
  const links = all('.desk [data-back]');
  for (const desk of desks) {
    desk.querySelector('[data-print]')?.addEventListener('click', () => printPage(window, find('[data-print-hint]', desk)));
  }
  const sheets = new Set(desks.map((desk) => `#${desk.id}`));
  window.addEventListener('hashchange', (event) => {
    const before = new URL(event.oldURL).hash;
    if (before && !sheets.has(before)) for (const link of links) link.setAttribute('href', before);
  });
}
