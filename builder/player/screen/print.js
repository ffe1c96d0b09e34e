/** Printing: everything folded opens on paper, and a frame that forbids printing gets a hint instead of a dead button. */

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
  });
}

/**
 * @param {Window} window
 * @param {HTMLElement | null} hint  shown when nothing happened: a sandboxed frame ignores print()
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
  if (hint) hint.hidden = printed;
}
