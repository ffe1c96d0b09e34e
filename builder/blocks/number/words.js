/** Dutch number words, 0 to 1000, as people type them: ‘drie’, ‘tweeëntwintig’, ‘honderdvijf’, ‘honderd en vijf’. */

export const LARGEST = 1000;

const SMALL = ['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf',
  'dertien', 'veertien', 'vijftien', 'zestien', 'zeventien', 'achttien', 'negentien'];
const TENS = ['', '', 'twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig'];

/** @param {number} value  1 … 99 @returns {string} */
function belowHundred(value) {
  if (value < 20) return SMALL[value];
  const ten = TENS[Math.floor(value / 10)];
  return value % 10 ? `${SMALL[value % 10]}en${ten}` : ten;
}

/**
 * The ways to write a number, without accents, blanks and hyphens.
 * @param {number} value  0 … 1000
 * @returns {string[]}
 */
export function numberWords(value) {
  if (value === LARGEST) return ['duizend', 'eenduizend'];
  if (value === 0) return [SMALL[0]];
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const ends = rest ? [belowHundred(rest), `en${belowHundred(rest)}`] : [''];
  if (hundreds === 0) return ends.slice(0, 1);
  const starts = hundreds === 1 ? ['honderd', 'eenhonderd'] : [`${SMALL[hundreds]}honderd`];
  return starts.flatMap((start) => ends.map((end) => start + end));
}

/** @type {Map<string, number>} */
const VALUES = new Map(Array.from({ length: LARGEST + 1 }, (_, value) => value)
  .flatMap((value) => numberWords(value).map((word) => /** @type {[string, number]} */ ([word, value]))));

/**
 * A whole number of 0 to 1000 out of what somebody typed, in digits or in words; null when it is something else.
 * @param {string} typed
 * @param {string} [unit]  may follow the number: ‘3 leerlingen’
 */
export function toNumber(typed, unit = '') {
  const plain = squeeze(typed);
  const text = unit && plain.endsWith(squeeze(unit)) ? plain.slice(0, -squeeze(unit).length) : plain;
  if (/^\d+$/.test(text)) return Number(text) <= LARGEST ? Number(text) : null;
  return VALUES.get(text) ?? null;
}

/** Small letters without accents, blanks, dots and hyphens: ‘1.000’ is 1000. @param {string} text */
const squeeze = (text) => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase()
  .replace(/^(\d{1,3})\.(\d{3})$/, '$1$2').replace(/[\s\u00ad]+/g, '').replace(/([a-z])-([a-z])/g, '$1$2');
