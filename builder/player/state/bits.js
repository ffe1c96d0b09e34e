/** Bits in and out of base64url digits: six bits a digit, most significant first. */

export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BITS = 6;

/** @type {ReadonlyMap<string, number>} */
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** @param {string} text */
export const isDigits = (text) => [...text].every((character) => VALUES.has(character));

/**
 * @param {number} value   0 … 2³² − 1
 * @param {number} length  digits
 */
export function toDigits(value, length) {
  let text = '';
  for (let left = value; text.length < length; left = Math.floor(left / 64)) text = DIGITS[left % 64] + text;
  return text;
}

/** @param {string} digits */
export const fromDigits = (digits) => [...digits].reduce((sum, digit) => sum * 64 + (VALUES.get(digit) ?? 0), 0);

/** Takes bits and gives their digits; zeros fill the last one. */
export function createWriter() {
  let text = '';
  let pending = 0;
  let count = 0;
  return {
    /**
     * @param {number} value
     * @param {number} width  bits, at most 24
     */
    put(value, width) {
      for (let shift = width - 1; shift >= 0; shift -= 1) {
        pending = pending * 2 + ((value >>> shift) & 1);
        count += 1;
        if (count === BITS) {
          text += DIGITS[pending];
          pending = 0;
          count = 0;
        }
      }
    },
    digits: () => (count === 0 ? text : text + DIGITS[pending << (BITS - count)]),
  };
}

/**
 * Gives the bits of digits back, from the front.
 * @param {string} digits
 */
export function createReader(digits) {
  let at = 0;
  return {
    /** @param {number} width  bits, at most 24 */
    take(width) {
      let value = 0;
      for (const end = at + width; at < end; at += 1) {
        const digit = VALUES.get(digits[Math.floor(at / BITS)]) ?? 0;
        value = value * 2 + ((digit >>> (BITS - 1 - (at % BITS))) & 1);
      }
      return value;
    },
    /** @param {number} width  any number of bits */
    skip(width) {
      at += width;
    },
    /** Was everything taken, nothing more than there is, and is what fills the last digit zero? */
    isSpent() {
      const left = digits.length * BITS - at;
      return left >= 0 && left < BITS && this.take(left) === 0;
    },
  };
}
