/** A field of one's own; what is written stays on the device. */

import { find } from '../../player/screen/dom.js';
import { sayWhereItStays } from '../../player/screen/notes.js';

/** @type {import('../../player/types.js').BlockBehaviour} */
export default {
  block: 'reflection',
  enhance(root, notes) {
    const field = /** @type {HTMLTextAreaElement} */ (find('textarea', root));
    const id = root.dataset.reflection ?? '';
    field.value = notes.read(id);
    sayWhereItStays(root, notes, 'Wat je hier schrijft');
    field.addEventListener('input', () => notes.write(id, field.value));
  },
};
