/** Whether the learner's work is safe, from facts. Pure. */

/** @typedef {import('../types.js').Health} Health */

/**
 * @typedef {object} Facts
 * @property {import('./session.js').State} session
 * @property {boolean} reading      review or browse
 * @property {boolean} overtaken    the course was opened in another window later, or went on there
 * @property {boolean} only2004     no API of SCORM 1.2, but one of SCORM 2004
 * @property {boolean} unsent       the learner did something that the LMS does not have yet
 * @property {boolean} stateRefused the LMS does not keep cmi.suspend_data as it was given
 * @property {boolean} onDevice     the device has it
 * @property {'none' | 'offline' | 'signed-out' | 'broken-lms'} trouble
 * @property {number} failures      savings that failed in a row
 * @property {boolean} restored     the Resume came from the device
 */

/** Failures in a row that say that an LMS is broken, and not just busy. The second comes five seconds after the first. */
const PATIENCE = 2;

/** @param {Facts} facts @returns {Health} */
export const healthOf = (facts) => ({ saving: savingOf(facts), notice: noticeOf(facts) });

/** @param {Facts} facts @returns {Health['saving']} */
function savingOf({ session, reading, overtaken, unsent, stateRefused, onDevice, trouble }) {
  if (reading) return 'reading';
  if (overtaken) return 'unsaved';
  const out = session === 'alone' || session === 'refused';
  if (out || (unsent && (session === 'finished' || stateRefused || trouble !== 'none'))) return onDevice ? 'device' : 'unsaved';
  return unsent ? 'saving' : 'saved';
}

/**
 * One notice at most, the one that asks something of the learner first.
 * @param {Facts} facts @returns {Health['notice']}
 */
function noticeOf(facts) {
  const { session, reading, overtaken, only2004, unsent, stateRefused, onDevice, trouble, failures, restored } = facts;
  if (reading) return 'none';
  if (overtaken) return 'other-window';
  if (session === 'refused') return 'broken-lms';
  if (session === 'alone') return only2004 ? 'scorm-2004' : 'no-lms';
  if (trouble === 'offline' || trouble === 'signed-out') return trouble;
  // A hiccup of an LMS, with everything on the device, is no reason to trouble the learner.
  if (trouble === 'broken-lms' && (failures >= PATIENCE || !onDevice)) return 'broken-lms';
  if (stateRefused && unsent && !onDevice) return 'broken-lms';
  return restored ? 'restored' : 'none';
}
