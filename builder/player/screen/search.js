/**
 * Finding words in texts as people type them: capitals and accents do not count. Pure; runs in Node.
 *
 * @typedef {[from: number, to: number]} Span  a part of the text, `to` not included
 */

/** @param {string} text */
export function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The words of a query, each once.
 * @param {string} query
 */
export function words(query) {
  return [...new Set(fold(query).split(/[^\p{L}\p{N}@]+/u).filter(Boolean))];
}

/**
 * Whether every word occurs in the text.
 * @param {string} text
 * @param {string[]} wanted  folded words
 */
export function holds(text, wanted) {
  const folded = fold(text);
  return wanted.every((word) => folded.includes(word));
}

/**
 * Where the words stand in the text, in order, without overlap.
 * @param {string} text
 * @param {string[]} wanted  folded words
 * @returns {Span[]}
 */
export function spans(text, wanted) {
  let folded = '';
  /** Place in `text` of each character of `folded`: an accent written apart folds to nothing. @type {number[]} */
  const places = [];
  let place = 0;
  for (const character of text) {
    const plain = fold(character);
    folded += plain;
    for (let i = 0; i < plain.length; i += 1) places.push(place);
    place += character.length;
  }
  places.push(text.length);
  /** @type {Span[]} */
  const found = [];
  for (const word of wanted) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      found.push([places[at], places[at + word.length]]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([from], i) => found.slice(0, i).every(([, to]) => to <= from));
}
