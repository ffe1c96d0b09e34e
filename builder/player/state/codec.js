/**
 * The saved state: what the learner did, packed into the text that the LMS keeps as cmi.suspend_data.
 *
 * The alphabet is that of base64url, so that an LMS that escapes, strips or trims cannot change it unnoticed; SCORM 1.2
 * allows 4,096 characters (RTE 3.4.4). docs/saved-state.md describes the format; builder/state/codec.py is its twin.
 */

import { createReader, createWriter, fromDigits, isDigits, toDigits } from './bits.js';
import { crc32 } from './crc32.js';

/** @typedef {number | string | null | string[] | Record<string, string> | Record<string, number>} Value */
/** @typedef {Map<string, Record<string, Value>>} State  slot key → field name → value */
/**
 * A field: name, kind, places, bits of a place, ids, targets. An id that this edition does not have is ''.
 * @typedef {[string, 'number' | 'choice' | 'set' | 'order' | 'map' | 'numbers', number, number, string[], string[]]} Field
 */
/**
 * The slots in the order of the text; a bare number is the width of a slot that this edition does not use.
 * @typedef {{slots: ([string, Field[]] | number)[]}} Layout
 */
/** @typedef {{ok: true, state: State} | {ok: false, reason: 'empty' | 'damaged' | 'newer'}} Decoded */

const VERSION = '1';
const ENVELOPE = 9;
const CHECK = 6;

/**
 * The text of a state. Ids, fields and keys that the layout does not know are left out; numbers are rounded and kept
 * within what fits.
 * @param {Layout} layout
 * @param {ReadonlyMap<string, Record<string, Value>>} state
 */
export function encode(layout, state) {
  const writer = createWriter();
  for (const slot of layout.slots) {
    const values = typeof slot === 'number' ? undefined : state.get(slot[0]);
    const fields = typeof slot === 'number' || values === undefined ? [] :
      slot[1].map((field) => ({ bits: field[3], places: placesOf(field, values[field[0]]) }));
    const filled = fields.some(({ places }) => places.some((place) => place !== 0));
    writer.put(filled ? 1 : 0, 1);
    if (!filled) continue;
    for (const { bits, places } of fields) for (const place of places) writer.put(place, bits);
  }
  const body = VERSION + toDigits(layout.slots.length, 2) + writer.digits();
  return body + toDigits(crc32(body), CHECK);
}

/**
 * The state in a text, every slot of the edition in it. Made by an older version of the course: the slots that it did
 * not know are empty. Made by a newer one: not read at all, because it may hold what this version would lose.
 * @param {Layout} layout
 * @param {string} text
 * @returns {Decoded}
 */
export function decode(layout, text) {
  const given = text.trim();
  if (given === '') return { ok: false, reason: 'empty' };
  const body = given.slice(0, -CHECK);
  if (given.length < ENVELOPE || !isDigits(given) || body[0] !== VERSION ||
      given.slice(-CHECK) !== toDigits(crc32(body), CHECK)) return { ok: false, reason: 'damaged' };
  const count = fromDigits(body.slice(1, 3));
  if (count > layout.slots.length) return { ok: false, reason: 'newer' };

  const reader = createReader(body.slice(3));
  /** @type {State} */
  const state = new Map();
  layout.slots.forEach((slot, index) => {
    const filled = index < count && reader.take(1) === 1;
    if (typeof slot === 'number') {
      if (filled) reader.skip(slot);
      return;
    }
    const [key, fields] = slot;
    state.set(key, Object.fromEntries(fields.map((field) => {
      const [name, , capacity, bits] = field;
      return [name, valueOf(field, Array.from({ length: capacity }, () => (filled ? reader.take(bits) : 0)))];
    })));
  });
  return reader.isSpent() ? { ok: true, state } : { ok: false, reason: 'damaged' };
}

/**
 * The counter of changes in a saved state (slot `course`, field `revision`), or why the state cannot be read.
 * @param {Layout} layout
 * @param {string} text
 */
export function revisionOf(layout, text) {
  const decoded = decode(layout, text);
  return decoded.ok ? Number(decoded.state.get('course')?.revision ?? 0) : decoded.reason;
}

/**
 * @param {Field} field
 * @param {Value | undefined} value
 * @returns {number[]} what each place holds
 */
function placesOf([, kind, capacity, bits, ids, targets], value) {
  const places = Array.from({ length: capacity }, () => 0);
  if (value === undefined || value === null) return places;
  if (kind === 'number') places[0] = within(value, bits);
  else if (kind === 'choice') places[0] = codeOf(ids, value);
  else if (kind === 'set' && Array.isArray(value)) {
    ids.forEach((id, place) => { places[place] = id !== '' && value.includes(id) ? 1 : 0; });
  } else if (kind === 'order' && Array.isArray(value)) {
    value.map((id) => codeOf(ids, id)).filter((code) => code > 0).slice(0, capacity)
      .forEach((code, place) => { places[place] = code; });
  } else if (typeof value === 'object' && !Array.isArray(value)) {
    ids.forEach((id, place) => {
      if (id !== '' && Object.hasOwn(value, id)) {
        places[place] = kind === 'map' ? codeOf(targets, value[id]) : within(value[id], bits);
      }
    });
  }
  return places;
}

/**
 * @param {Field} field
 * @param {number[]} places
 * @returns {Value}
 */
function valueOf([, kind, , , ids, targets], places) {
  if (kind === 'number') return places[0];
  if (kind === 'choice') return nameOf(ids, places[0]);
  if (kind === 'set') return ids.filter((id, place) => id !== '' && places[place] === 1);
  if (kind === 'order') return places.map((code) => nameOf(ids, code)).filter((id) => id !== null);
  /** @type {(place: number) => string | number | null} */
  const held = kind === 'map' ? (place) => nameOf(targets, places[place]) : (place) => places[place] || null;
  const pairs = ids.map((id, place) => /** @type {const} */ ([id, held(place)]));
  return /** @type {Record<string, string>} */ (
    Object.fromEntries(pairs.filter(([id, value]) => id !== '' && value !== null)));
}

/** @param {string[]} names @param {unknown} name */
const codeOf = (names, name) => (typeof name === 'string' && name !== '' ? names.indexOf(name) + 1 : 0);

/** @param {string[]} names @param {number} code */
const nameOf = (names, code) => names[code - 1] || null;

/** @param {unknown} value @param {number} bits */
function within(value, bits) {
  const whole = Math.round(Number(value));
  return Number.isFinite(whole) ? Math.min(Math.max(whole, 0), 2 ** bits - 1) : 0;
}
