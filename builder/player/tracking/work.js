/**
 * The learner's work in this window: the newest snapshot, its revision, and where it is safe.
 *
 * Revisions are even. An odd one goes to the LMS along with values that were only sent to be different (again.js): who
 * finds it there at a next start knows that the right ones never came.
 */

/** @typedef {import('../types.js').Snapshot} Snapshot */

/** Was this revision sent along with values that were not the right ones yet? @param {number} revision */
export const isInPassing = (revision) => revision % 2 === 1;

/** @param {import('./mirror.js').Mirror} mirror */
export function createWork(mirror) {
  /** @type {((revision: number) => Snapshot) | null} */
  let describe = null;
  /** @type {Snapshot | null} */
  let latest = null;
  /** @type {Snapshot | null} */
  let baseline = null;
  let revision = 0;
  let acted = false;
  let onDevice = mirror.isAvailable();
  /** Revision that the LMS said it has, with nothing that speaks against it. */
  let safe = 0;
  /** Revision that it seems to have: the server was seen to answer after it. */
  let confirmed = 0;
  /** Revision that it has for sure: the one before, as two in a row do not get lost unnoticed. */
  let base = 0;

  function keep() {
    if (latest) onDevice = mirror.keep({ state: latest.state, location: latest.location, base, sent: confirmed });
  }

  return {
    get latest() {
      return latest;
    },
    /** What the LMS was told in earlier sessions; null when that is not known. */
    get baseline() {
      return baseline;
    },
    /** Twice the number of changes; it is in the state of `latest`. */
    get revision() {
      return revision;
    },
    /** May the state be written? Not before the learner did something: what the LMS holds may be better. */
    get acted() {
      return acted;
    },
    /** Is what the LMS does not have on the device? */
    get onDevice() {
      return onDevice;
    },
    isUnsent: () => acted && revision > safe,

    /**
     * Where the Resume stands.
     * @param {{revision: number, held: number, restored: boolean}} start  held: revision in the LMS; restored: the
     *   resume comes from the device, so the LMS must get it
     */
    resume(start) {
      revision = start.revision;
      safe = start.held;
      confirmed = start.held;
      base = start.held;
      acted = start.restored;
    },

    /** @param {(revision: number) => Snapshot} source @param {boolean} told  was the LMS told all this before? */
    follow(source, told) {
      describe = source;
      latest = source(revision);
      baseline = told ? latest : null;
    },

    /** A fresh snapshot with a revision of its own. The device has it when this returns. */
    renew() {
      if (!describe) return;
      acted = true;
      revision += 2 - (revision % 2);
      latest = describe(revision);
      keep();
    },

    /** The same work under the revision that says that the LMS holds something else in passing. @returns {string} a state */
    get stateInPassing() {
      return describe?.(revision - 1).state ?? '';
    },

    /** A new session with the LMS: nothing is known to have been told in it. */
    forgetBaseline() {
      baseline = null;
    },

    /** @param {number} sent  revision that the LMS says it has; @param {boolean} seen  and the server answered after it */
    reached(sent, seen) {
      safe = Math.max(safe, sent);
      if (!seen || sent <= confirmed) return;
      base = confirmed;
      confirmed = sent;
      keep();
    },
  };
}

/** @typedef {ReturnType<typeof createWork>} Work */
