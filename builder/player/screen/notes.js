/**
 * What learners write for themselves. It stays on the device: it may be about a pupil.
 *
 * @typedef {object} Notes
 * @property {(id: string) => string} read
 * @property {(id: string, text: string) => void} write  '' forgets
 * @property {boolean} kept   false: gone when the page is closed
 */

import { find } from './dom.js';

/**
 * @param {{getItem(key: string): string | null, setItem(key: string, value: string): void, removeItem(key: string): void} | null} storage
 * @param {string} owner  who and which course, as a hash; '' keeps nothing: the next learner must not read it
 * @returns {Notes}
 */
export function createNotes(storage, owner) {
  /** @type {Map<string, string>} */
  const here = new Map();
  const kept = Boolean(storage && owner);
  const key = (/** @type {string} */ id) => `${owner}/${id}`;
  const safely = (/** @type {() => void} */ action) => {
    try {
      if (kept) action();
    } catch {
      // A device that keeps nothing is no reason to stop writing.
    }
  };
  return {
    kept,
    read(id) {
      let text = here.get(id) ?? '';
      safely(() => { text = storage?.getItem(key(id)) ?? text; });
      return text;
    },
    write(id, text) {
      here.set(id, text);
      safely(() => (text ? storage?.setItem(key(id), text) : storage?.removeItem(key(id))));
    },
  };
}

/**
 * The line under a field of one's own says what is true on this device.
 * @param {HTMLElement} root
 * @param {Notes} notes
 * @param {string} subject  such as 'Je plan'
 */
export function sayWhereItStays(root, notes, subject) {
  if (notes.kept) return;
  find('[data-kept]', root).textContent = `${subject} wordt niet bewaard: het is weg als je de cursus sluit. Het gaat niet naar de leeromgeving.`;
}
