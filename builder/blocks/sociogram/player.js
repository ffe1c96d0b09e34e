/** The drawing with its table, or the table alone. */

import { find } from '../../player/screen/dom.js';

/** @type {import('../../player/types.js').BlockBehaviour} */
export default {
  block: 'sociogram',
  enhance(root) {
    root.addEventListener('change', (event) => {
      if (event.target instanceof HTMLInputElement) find('[data-drawing]', root).hidden = event.target.value === 'table';
    });
  },
};
