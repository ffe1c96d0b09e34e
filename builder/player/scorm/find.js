/**
 * Where is the API? RTE 3.3.6: in a parent of the SCO's window, or in the window that opened it. In the field also: in
 * the SCO's own window (mobile players), or in a parent of an opener, in any mix.
 *
 * Reading anything of a window on another origin may throw, so every look is guarded and a throw means: not here.
 */

/** Frames in frames: 500 is more than any LMS nests, and soon done. */
const DEEPEST = 500;
/** Openers of openers, each with its own parents. */
const MOST_WINDOWS = 2000;

/**
 * The eight functions of SCORM 1.2; what they answer is the client's care.
 * @typedef {Record<string, (...args: string[]) => unknown>} Api
 */

/**
 * @param {any} windowLike  the SCO's own window
 * @returns {{api: Api | null, only2004: boolean}}  only2004: there is an API, but that of SCORM 2004
 */
export function findApi(windowLike) {
  const seen = new Set();
  const roots = [windowLike];
  let only2004 = false;
  for (const root of roots) {
    let here = root;
    for (let depth = 0; here && depth <= DEEPEST && seen.size < MOST_WINDOWS && !seen.has(here); depth += 1) {
      seen.add(here);
      const api = look(here, 'API');
      if (isApi(api)) return { api, only2004: false };
      only2004 ||= Boolean(look(here, 'API_1484_11'));
      const opener = look(here, 'opener');
      if (opener) roots.push(opener);
      here = look(here, 'parent');
    }
  }
  return { api: null, only2004 };
}

/**
 * Can an API still turn up? A page that nothing holds or opened only has its own window to look at.
 * @param {any} windowLike
 */
export function standsAlone(windowLike) {
  const parent = look(windowLike, 'parent');
  return (!parent || parent === windowLike) && !look(windowLike, 'opener');
}

/**
 * Pauses between looks, in milliseconds. An LMS may make its API after it has loaded the SCO.
 * @param {boolean} alone
 * @returns {readonly number[]}  7 s together, 1 s when the window stands alone
 */
export const searchPauses = (alone) => (alone ? [50, 150, 300, 500] : [50, 100, 150, 300, 400, ...Array(12).fill(500)]);

/** @param {any} place @param {string} name */
function look(place, name) {
  try {
    return place[name] ?? null;
  } catch {
    return null;
  }
}

/** An element with id="API" is found under window.API too. @param {any} candidate @returns {candidate is Api} */
function isApi(candidate) {
  return candidate !== null && typeof look(candidate, 'LMSInitialize') === 'function';
}
