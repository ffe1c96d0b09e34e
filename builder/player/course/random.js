/**
 * Chance that can be repeated: the same seed gives the same order, so that a reload shows what was there.
 */

/**
 * @param {number} seed  any number; its lowest 32 bits count
 * @returns {() => number}  0 <= n < 1, the same row for the same seed (mulberry32)
 */
export function randomFrom(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * One seed out of a number and names, so that each question and attempt has a row of its own.
 * @param {number} seed
 * @param {...(string | number)} names
 */
export function mixSeed(seed, ...names) {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of names.join('\u0000')) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A shuffled copy (Fisher–Yates).
 * @template T
 * @param {readonly T[]} items
 * @param {() => number} random
 * @returns {T[]}
 */
export function shuffle(items, random) {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}
