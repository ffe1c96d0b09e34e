/** Words explained in place: the button opens the note behind it. */

import { all } from './dom.js';

export function mountWords() {
  for (const button of all('.term__word')) {
    button.addEventListener('click', () => {
      button.setAttribute('aria-expanded', String(button.getAttribute('aria-expanded') !== 'true'));
    });
  }
}
