/** Cards that turn over, each on its own. */

import { all } from '../../player/screen/dom.js';

/** @type {import('../../player/types.js').BlockBehaviour} */
export default {
  block: 'cards',
  enhance(root) {
    for (const front of all('.card__front', root)) {
      front.addEventListener('click', () => {
        front.setAttribute('aria-expanded', String(front.getAttribute('aria-expanded') !== 'true'));
      });
    }
  },
};
