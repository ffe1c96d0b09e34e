/**
 * What the LMS does not surely have yet, kept on the device. It surely has what is read from it at a next start: an
 * answer that arrived just before a break that was over in no time looks the same as one that arrived just within it.
 *
 * The key is a hash of learner, course and edition: on a shared device a package, or a learner, must not meet the state
 * of another, and no id may be readable. The state holds answers by number only; free text is never in it.
 */

const PREFIX = 'cmi-';
const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const MASK = (1n << 64n) - 1n;

/**
 * @typedef {object} Kept
 * @property {string} state
 * @property {string} location
 * @property {number} base   revision that the LMS surely held when this was kept; 0 when it held none
 * @property {number} sent   revision that it seems to have; 0 for none
 */

/** @typedef {import('./tracker.js').Ports['storage']} Storage */

/**
 * @param {readonly string[]} parts  such as learner id, course id, edition
 * @returns {string} 16 hexadecimal digits (FNV-1a, 64 bits)
 */
export function hashOf(parts) {
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(JSON.stringify(parts))) {
    hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & MASK;
  }
  return hash.toString(16).padStart(16, '0');
}

/**
 * @param {Storage} storage
 * @param {string} hash
 */
export function createMirror(storage, hash) {
  const key = PREFIX + hash;
  /** @template T @param {(storage: NonNullable<Storage>) => T} use @returns {T | null} */
  function attempt(use) {
    try {
      return storage ? use(storage) : null;
    } catch {
      return null;
    }
  }

  return {
    /** Would the device keep something? Tried out, because storage may be there and refuse. */
    isAvailable() {
      return attempt((place) => {
        place.setItem(`${PREFIX}try`, '1');
        place.removeItem(`${PREFIX}try`);
        return true;
      }) ?? false;
    },
    /** @param {Kept} kept @returns {boolean} is it on the device now? */
    keep({ state, location, base, sent }) {
      const text = JSON.stringify({ state, location, base, sent });
      return attempt((place) => {
        place.setItem(key, text);
        return place.getItem(key) === text;
      }) ?? false;
    },
    /** @returns {Kept | null} */
    read() {
      return attempt((place) => {
        const { state, location, base, sent } = JSON.parse(place.getItem(key) ?? '{}');
        return typeof state === 'string' && typeof location === 'string' && Number.isFinite(base) && Number.isFinite(sent) ?
          { state, location, base, sent } : null;
      });
    },
    remove() {
      attempt((place) => place.removeItem(key));
    },
  };
}

/** @typedef {ReturnType<typeof createMirror>} Mirror */
