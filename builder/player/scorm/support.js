/**
 * What this LMS turns out to know. Everything but cmi.core and suspend_data is optional in SCORM 1.2 (RTE 3.4.3), and
 * LMSs differ in how they say so; what was refused is not tried again.
 */

const OPTIONAL = /^cmi\.(interactions|objectives)\.(\d+)\.(.+)$/;
/** Not implemented, or something that this LMS will never let a SCO set. */
const NEVER = new Set([201, 202, 203, 401, 402, 403]);
/** The value was wrong, not the element. */
const INCORRECT_TYPE = 405;
/** Other errors may pass; so often in a row they do not. */
const STRIKES = 3;

/**
 * Where an element stands in one of the optional lists; null outside them.
 * @param {string} element  'cmi.objectives.3.score.raw' → list 'objectives', index 3, member 'score.raw'
 */
export function placeOf(element) {
  const [, list, index, member] = OPTIONAL.exec(element) ?? [];
  return list === undefined ? null : { list, index: Number(index), member };
}

/** @param {string} element  'cmi.objectives.3.score.raw' → 'cmi.objectives.n.score.raw' */
const generic = (element) => element.replace(/\.\d+(?=\.|$)/g, '.n');

export function createSupport() {
  /** @type {Set<string>} */
  const off = new Set();
  /** @type {Map<string, Set<string>>} list → members that the LMS says it knows */
  const children = new Map();
  /** @type {Map<string, number>} list → index from which on the LMS takes no more */
  const limits = new Map();
  /** @type {Map<string, number>} */
  const strikes = new Map();

  /** @param {string} element */
  function has(element) {
    if (off.has(generic(element))) return false;
    const place = placeOf(element);
    if (!place) return true;
    const { list, index, member } = place;
    return index < (limits.get(list) ?? Infinity) &&
      (children.get(list)?.has(member.split('.')[0]) ?? true);
  }

  /**
   * What `_children` of a list says. An answer that lists nothing known says nothing.
   * @param {'interactions' | 'objectives'} list
   * @param {string} text
   * @param {number} code  of LMSGetLastError
   */
  function learn(list, text, code) {
    const names = text.split(',').map((name) => name.trim());
    if (names.includes('id')) children.set(list, new Set(names));
    else if (NEVER.has(code)) limits.set(list, 0);
  }

  /**
   * An LMS did not take a value. Outside the optional lists only 401 says something about the element.
   * @param {string} element
   * @param {number} code
   */
  function refused(element, code) {
    const name = generic(element);
    const place = placeOf(element);
    if (!place) {
      if (code === 401) off.add(name);
      return;
    }
    if (code === INCORRECT_TYPE) return;
    strikes.set(name, (strikes.get(name) ?? 0) + 1);
    if (!NEVER.has(code) && (strikes.get(name) ?? 0) < STRIKES) return;
    // Without its id nothing of this member or of a later one can be told.
    const { list, index, member } = place;
    if (member === 'id') limits.set(list, Math.min(index, limits.get(list) ?? Infinity));
    else off.add(name);
  }

  return {
    has,
    learn,
    refused,
    /** An LMS took a value, so what it refused of this kind before was no matter of principle. @param {string} element */
    taken: (element) => strikes.delete(generic(element)),
    /** The connection was the fault, not the elements. */
    forgive: () => strikes.clear(),
    /** Does the trainer's report need it, rather than the learner? @param {string} element */
    isOptional: (element) => placeOf(element) !== null,
  };
}

/** @typedef {ReturnType<typeof createSupport>} Support */
