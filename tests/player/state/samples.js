/** Layouts and states for the tests of the saved state: random ones, from a seed, and those of the course itself. */
import { readFileSync } from 'node:fs';

/** @typedef {import('../../../builder/player/state/codec.js').Layout} Layout */
/** @typedef {import('../../../builder/player/state/codec.js').Field} Field */
/** @typedef {import('../../../builder/player/state/codec.js').State} State */
/** @typedef {import('../../../builder/player/state/codec.js').Value} Value */
/** @typedef {() => number} Random  0 … 1 */

/** Mulberry32. @param {number} seed @returns {Random} */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {Random} random @param {number} below */
export const pick = (random, below) => Math.floor(random() * below);

const KINDS = /** @type {const} */ (['number', 'choice', 'set', 'order', 'map', 'numbers']);

/** @param {string} prefix @param {number} count */
const names = (prefix, count) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** @param {Random} random @param {number} index @returns {Field} */
function randomField(random, index) {
  const kind = KINDS[pick(random, KINDS.length)];
  const ids = kind === 'number' ? [] : names('id-', 1 + pick(random, 8));
  const targets = kind === 'map' ? names('doel-', 1 + pick(random, 5)) : [];
  const coded = kind === 'map' ? targets : ids;
  const bits = kind === 'set' ? 1 : kind === 'number' || kind === 'numbers' ? 1 + pick(random, 20) :
    Math.ceil(Math.log2(coded.length + 1)) + pick(random, 3);
  const capacity = kind === 'number' || kind === 'choice' ? 1 : ids.length + pick(random, 4);
  return [`veld-${index}`, kind, capacity, bits, ids, targets];
}

/** @param {Random} random @returns {Layout} */
export const randomLayout = (random) => ({
  slots: Array.from({ length: 1 + pick(random, 12) }, (_, slot) => (random() < 0.2 ? 1 + pick(random, 60) :
    [`question/q-${slot}`, Array.from({ length: 1 + pick(random, 3) }, (_, index) => randomField(random, index))])),
});

/**
 * The layout of the whole course, as the lock of its published places has it: that of the edition for everybody.
 * @returns {Layout}
 */
export function courseLayout() {
  const lock = readFileSync(new URL('../../../course/saved-state.lock', import.meta.url), 'utf8');
  /** @type {Map<string, Field[]>} */
  const slots = new Map();
  for (const line of lock.split('\n').filter((text) => text !== '' && !/^(#|checksum )/.test(text))) {
    const [left, right = ''] = line.split(' -> ');
    const [key, name, kind, size, ...ids] = left.split(' ');
    const [capacity, bits] = size.split('x').map(Number);
    const field = /** @type {Field} */ ([name, kind, capacity, bits, ids, right === '' ? [] : right.split(' ')]);
    slots.set(key, [...(slots.get(key) ?? []), field]);
  }
  return { slots: [...slots] };
}

/** An edition with a part of the course: it lacks slots, and ids of others. @param {Random} random @param {Layout} layout @returns {Layout} */
export function randomPart(random, layout) {
  const some = (/** @type {string[]} */ ids) => ids.map((id) => (random() < 0.1 ? '' : id));
  return {
    slots: layout.slots.map((slot) => {
      if (typeof slot === 'number') return slot;
      const [key, fields] = slot;
      if (random() < 0.3) return fields.reduce((sum, [, , capacity, bits]) => sum + capacity * bits, 0);
      return [key, random() < 0.8 ? fields : fields.map(([name, kind, capacity, bits, ids, targets]) => (
        /** @type {Field} */ ([name, kind, capacity, bits, some(ids), some(targets)])))];
    }),
  };
}

/** @param {Random} random @param {Field} field @returns {Value} */
export function randomValue(random, [, kind, capacity, bits, ids, targets]) {
  const known = ids.filter((id) => id !== '');
  const aims = targets.filter((id) => id !== '');
  const chosen = known.filter(() => random() < 0.5);
  switch (kind) {
    case 'number': return pick(random, 2 ** bits);
    case 'choice': return random() < 0.3 ? null : known[pick(random, known.length)] ?? null;
    case 'set': return chosen;
    case 'order': return chosen.sort(() => random() - 0.5).slice(0, capacity);
    case 'map': return Object.fromEntries(aims.length === 0 ? [] : chosen.map((id) => [id, aims[pick(random, aims.length)]]));
    default: return Object.fromEntries(chosen.map((id) => [id, 1 + pick(random, 2 ** bits - 1)]));
  }
}

/**
 * A state with every slot and field of the layout.
 * @param {Random} random
 * @param {Layout} layout
 * @param {number} [untouched]  chance that a field is as at the beginning
 * @returns {State}
 */
export function randomState(random, layout, untouched = 0.4) {
  const slots = /** @type {[string, Field[]][]} */ (layout.slots.filter((slot) => typeof slot !== 'number'));
  return new Map(slots.map(([key, fields]) => [key, Object.fromEntries(fields.map((field) => [field[0],
    random() < untouched ? defaultOf(field) : randomValue(random, field)]))]));
}

/** @param {Field} field @returns {Value} */
const defaultOf = ([, kind]) => ({ number: 0, choice: null, set: [], order: [], map: {}, numbers: {} })[kind];
