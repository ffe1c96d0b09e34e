/** What a scenario is, and which LMSs it can be run on. */

/**
 * @typedef {object} Scenario
 * @property {string} name      the complaint that it prevents, or the promise that it keeps
 * @property {string[]} cases   ids of known faults in the field: 'API01' …; [] when there is no report
 * @property {string[]} rules   of docs/tracking-contract.md: 'T001' …
 * @property {readonly string[]} on  names of LMSs, or ONCE
 * @property {string} [deviation]    of the ledger: 'D01'; the scenario shows what is given up
 * @property {(t: Context) => Promise<void> | void} run  throws when the promise is broken
 */

/**
 * @typedef {object} Context
 * @property {string} lms  name of the LMS that this run is on
 * @property {(options?: Omit<import('./world.js').WorldOptions, 'lms'> &
 *   {lms?: import('./world.js').WorldOptions['lms']}) => import('./world.js').World} world
 */

/** @type {readonly string[]} */
export const EVERY = ['strict', 'moodle', 'moodle-strict', 'open-edx', 'minimal', 'hostile', 'scorm-again'];
/** LMSs that keep interactions and objectives. */
export const LISTING = EVERY.filter((name) => name !== 'minimal');
/** LMSs that look at values. */
export const CHECKING = ['strict', 'moodle', 'moodle-strict', 'minimal', 'scorm-again'];
/** LMSs that check values and keep lists, and say what is true. */
export const HONEST = ['strict', 'moodle', 'moodle-strict', 'scorm-again'];
/** LMSs that give back what was set as it was set. */
export const FAITHFUL = EVERY.filter((name) => name !== 'open-edx');
/** Not about an LMS: run once. */
export const ONCE = ['none'];

/** @param {readonly string[]} names @param {...string} without */
export const except = (names, ...without) => names.filter((name) => !without.includes(name));
