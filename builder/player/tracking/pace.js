/**
 * When to try again. A commit may freeze the page for a second and costs the server of the LMS more than all else that
 * the course does, so there are few.
 *
 * Commits are at least `commit` apart, except on hiding, on finishing and for a saving in two halves: passing
 * (`completed`, commit, `passed`, commit) and sending again after a break (values a little different, commit, right
 * values, commit).
 */

/** Milliseconds. */
export const PACE = Object.freeze({
  /** from the first change to its commit */
  settle: 500,
  /** between commits */
  commit: 5_000,
  /** without changes, while the learner is active: keeps the session of the LMS alive */
  keepAlive: 270_000,
  /** after the first … fifth failure in a row */
  retries: Object.freeze([5_000, 10_000, 20_000, 40_000, 80_000]),
  /** after every later one */
  slow: 300_000,
});

/**
 * @param {object} facts
 * @param {number} facts.lastCommit
 * @param {number} facts.lastTry          last saving that failed
 * @param {number} facts.failures         in a row
 * @param {number | null} facts.owedSince when the first change came that is not on its way yet
 * @param {boolean} facts.active          is the learner there?
 * @returns {number | null} moment of the next saving on the clock of the facts; null when there is no reason for one
 */
export function nextSaving({ lastCommit, lastTry, failures, owedSince, active }) {
  const earliest = lastCommit + PACE.commit;
  if (failures > 0) return Math.max(earliest, lastTry + (PACE.retries[failures - 1] ?? PACE.slow));
  if (owedSince !== null) return Math.max(earliest, owedSince + PACE.settle);
  return active ? lastCommit + PACE.keepAlive : null;
}
