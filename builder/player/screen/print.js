/** Printing: everything folded opens on paper, one part can be printed alone, and a frame that forbids printing says so. */

import { all } from './dom.js';

/** @param {Window} window */
export function mountPrint(window) {
  /** @type {HTMLElement[]} */
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = all('main details:not([open])');
    for (const details of opened) details.setAttribute('open', '');
  });
  window.addEventListener('afterprint', () => {
    for (const details of opened) details.removeAttribute('open');
    opened = [];
    for (const element of all('.is-not-printed')) element.classList.remove('is-not-printed');
  });
}

/**
 * Prints what is on the screen.
 * @param {Window} window
 * @param {HTMLElement} hint  shown when nothing happened: a sandboxed frame ignores print()
 */
export function printPage(window, hint) {
  let printed = false;
  const seen = () => { printed = true; };
  window.addEventListener('beforeprint', seen, { once: true });
  try {
    window.print();
  } catch {
    printed = false;
  }
  window.removeEventListener('beforeprint', seen);
  hint.hidden = printed;
}

/**
 * Prints one element and nothing beside it. What it stands in stays, for its width and letter.
 * @param {Window} window
 * @param {HTMLElement} part
 * @param {HTMLElement} hint
 */
export function printPart(window, part, hint) {
  for (let here = part; here.parentElement && here !== document.body; here = here.parentElement) {
    for (const other of here.parentElement.children) if (other !== here) other.classList.add('is-not-printed');
  }
  printPage(window, hint);
  if (!hint.hidden) for (const element of all('.is-not-printed')) element.classList.remove('is-not-printed');
}
