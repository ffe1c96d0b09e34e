/**
 * The state as it is saved. A field of the saved state that was never filled reads as 0, so a number that
 * somebody answered is kept one higher: 0 stays free for 'no answer yet'.
 *
 * @typedef {import('../state/codec.js').Layout} Layout
 * @typedef {import('./state.js').State} State
 * @typedef {import('./state.js').Slot} Slot
 */

import { decode, encode } from '../state/codec.js';

const ANSWERS = ['first', 'now'];

/**
 * @param {Layout} layout
 * @param {State} state
 * @returns {string}  [A-Za-z0-9_-] only
 */
export function encodeState(layout, state) {
  return encode(layout, withNumbers(layout, state, (answer) => (answer === null || answer === undefined ? 0 : answer + 1)));
}

/**
 * @param {Layout} layout
 * @param {string} text
 * @returns {{ok: true, state: State} | {ok: false, reason: 'empty' | 'damaged' | 'newer'}}
 */
export function decodeState(layout, text) {
  const decoded = decode(layout, text);
  return decoded.ok ? { ok: true, state: withNumbers(layout, decoded.state, (kept) => (kept ? kept - 1 : null)) } : decoded;
}

/**
 * @param {Layout} layout
 * @param {State} state
 * @param {(value: any) => number | null} change
 * @returns {State}
 */
function withNumbers(layout, state, change) {
  const changed = new Map(state);
  for (const entry of layout.slots) {
    const [key, fields] = typeof entry === 'number' ? ['', []] : entry;
    const held = key.startsWith('question/') ? state.get(key) : undefined;
    const names = held ? fields.filter(([name, kind]) => kind === 'number' && ANSWERS.includes(name)).map(([name]) => name) : [];
    if (names.length > 0) changed.set(key, { ...held, ...Object.fromEntries(names.map((name) => [name, change(held?.[name])])) });
  }
  return changed;
}
