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
 * @property {(options?: Omit<import('./world.js').WorldOptions, 'lms'> & {profile?: Change}) => import('./world.js').World} world
 *   with this LMS, as it is or changed
 */

/** @typedef {(own: import('../lms/types.js').Profile) => import('../lms/types.js').Profile} Change */

/** @param {readonly string[]} names @param {...string} without */
export const except = (names, ...without) => names.filter((name) => !without.includes(name));

/** @type {readonly string[]} */
export const EVERY = ['strict', 'moodle', 'moodle-strict', 'open-edx', 'minimal', 'hostile', 'scorm-again'];
/** LMSs that keep interactions and objectives. */
export const LISTING = except(EVERY, 'minimal');
/** LMSs that say what they refuse: Open edX answers "true" and error 0 to everything. */
export const SPEAKING = except(EVERY, 'open-edx');
/** For what counts calls, alarms or refusals: where calls throw, they come twice, things are sent again, and asking why may fail. */
export const STEADY = except(EVERY, 'hostile');
/** SPEAKING and STEADY. */
export const PLAIN = except(EVERY, 'open-edx', 'hostile');
/** LMSs that know of review, browse and credit. */
export const WITH_MODES = except(EVERY, 'open-edx', 'minimal');
/** Review follows on passing, what is lost counts as sent, and the last commits are beacons. */
export const MOODLES = ['moodle', 'moodle-strict'];
/** LMSs whose profile a scenario can change; Open edX has every element, whatever its profile says. */
export const OWN = except(EVERY, 'scorm-again');
/** Not about an LMS: run once. */
export const ONCE = ['none'];
