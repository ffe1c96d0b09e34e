/**
 * The start of a session: find the API, initialise, read what the LMS holds, look at what the device kept.
 * Nothing is written. A generator that yields pauses in milliseconds.
 */

import { createClient } from '../scorm/client.js';
import { findApi, searchPauses, standsAlone } from '../scorm/find.js';
import { createSupport } from '../scorm/support.js';
import { modeIn, statusIn } from '../scorm/values.js';
import { createLedger } from './ledger.js';
import { displayName } from './learner.js';
import { createMirror, hashOf } from './mirror.js';
import { isUnset } from './policy.js';
import { isInPassing } from './work.js';

/** @typedef {import('./tracker.js').Ports} Ports */
/** @typedef {import('./tracker.js').Settings} Settings */
/** @typedef {import('../types.js').Resume} Resume */

/**
 * What the LMS holds, as far as we know; `state` and `revision` move along with what we write.
 * @typedef {object} Held
 * @property {Resume['mode']} mode
 * @property {boolean} credit
 * @property {Resume['status']} status   the best that it surely or probably has
 * @property {number | null} score       the best it has had
 * @property {string} state
 * @property {number} revision           of `state`; 0 when there is none or it cannot be read
 * @property {string} tried              a state that it did not say to have taken, and may have all the same
 * @property {boolean} readable          `state` could be read
 * @property {boolean} mangled           it gave back something else than it was given
 * @property {{interactions: number, objectives: number} | null} lists  their lengths; null when not asked yet
 */

/**
 * Everything about one session with the LMS.
 * @typedef {object} Desk
 * @property {import('../scorm/client.js').Client} client
 * @property {import('../scorm/support.js').Support} support
 * @property {import('./ledger.js').Ledger} ledger
 * @property {Held} held
 * @property {Settings} settings
 */

/**
 * @typedef {object} Opened
 * @property {'connected' | 'alone' | 'refused'} outcome
 * @property {boolean} only2004
 * @property {Desk | null} desk        of a connected session
 * @property {string} identity         hash of learner, course and edition
 * @property {import('./mirror.js').Mirror} mirror
 * @property {Resume} resume
 */

/** Tries at an LMS that does not let us in, with the pause before each. */
const TRIES = [0, 500, 1500];
/** For another window with this course to save what it has before we read. */
const COURTESY = 100;

/** @type {Readonly<Resume>} */
const NOTHING = {
  connected: false, mode: 'normal', state: '', location: '', status: '', score: null, learnerName: '', owner: '',
  restored: false, retell: false,
};

/**
 * @param {Ports} ports
 * @param {Settings} settings
 * @param {() => void} initialized  called when LMSInitialize has succeeded: from here on LMSFinish is due
 * @returns {Generator<number, Opened, void>}
 */
export function* open(ports, settings, initialized) {
  const { api, only2004 } = yield* search(ports.windowLike);
  if (!api) return alone(ports, settings, only2004);
  // Asked while the server has just given the page, so that a wrong answer later means something.
  ports.probe().catch(() => 'unknown');
  for (const pause of TRIES) {
    if (pause > 0) yield pause;
    const client = createClient(api, ports.monotonic);
    if (!(yield* client.initialize())) continue;
    initialized();
    const opened = yield* read(client, ports, settings);
    if (opened) return opened;
  }
  // What the LMS holds is not known, so nothing may be restored or kept: it could push away something better.
  return {
    outcome: 'refused', only2004: false, desk: null, identity: '', mirror: createMirror(null, ''), resume: NOTHING,
  };
}

/** @param {any} windowLike */
function* search(windowLike) {
  let found = findApi(windowLike);
  for (const pause of searchPauses(standsAlone(windowLike))) {
    if (found.api) break;
    yield pause;
    found = findApi(windowLike);
  }
  return found;
}

/** @param {Ports} ports @param {Settings} settings @param {boolean} only2004 @returns {Opened} */
function alone({ storage }, { course, edition }, only2004) {
  const identity = hashOf(['', course, edition]);
  const mirror = createMirror(storage, identity);
  const kept = mirror.read();
  return {
    outcome: 'alone', only2004, desk: null, identity, mirror,
    resume: { ...NOTHING, owner: identity, state: kept?.state ?? '', location: kept?.location ?? '' },
  };
}

/**
 * @param {import('../scorm/client.js').Client} client
 * @param {Ports} ports
 * @param {Settings} settings
 * @returns {Generator<number, Opened | null, void>} null when the LMS does not let itself be read
 */
function* read(client, { storage, channel }, settings) {
  const mode = yield* client.text('cmi.core.lesson_mode');
  const status = yield* client.text('cmi.core.lesson_status');
  const learner = yield* client.text('cmi.core.student_id');
  // Taking a value that could not be read for none would start the course anew over what the LMS holds.
  if (mode === null || status === null || learner === null) return null;
  const identity = hashOf([learner, settings.course, settings.edition]);
  if (channel && modeIn(mode) === 'normal') {
    channel.post(identity);
    yield COURTESY;
  }
  const state = yield* client.text('cmi.suspend_data');
  if (state === null) return null;
  const credit = yield* client.text('cmi.core.credit');
  const score = yield* client.number('cmi.core.score.raw');
  const location = yield* client.text('cmi.core.lesson_location');
  const name = yield* client.text('cmi.core.student_name');

  const revision = settings.revisionOf(state);
  /** @type {Held} */
  const held = {
    mode: modeIn(mode), credit: credit?.trim().toLowerCase() !== 'no-credit', status: statusIn(status), score, state,
    revision: typeof revision === 'number' ? revision : 0, readable: typeof revision === 'number',
    tried: '', mangled: false, lists: null,
  };
  // Without an id nobody can be told from anybody: nothing is kept on the device.
  const device = createMirror(learner !== '' && held.mode !== 'browse' ? storage : null, identity);
  const writes = held.mode === 'normal';
  const isNew = revision === 'empty' && isUnset(held.status);
  const kept = newer(device, revision, settings, { writes, isNew });
  return {
    outcome: 'connected', only2004: false, identity, mirror: writes ? device : createMirror(null, ''),
    desk: { client, support: createSupport(), ledger: createLedger(), held, settings },
    resume: {
      connected: true, mode: held.mode, status: held.status, score, learnerName: displayName(name ?? ''),
      owner: learner === '' ? '' : identity,
      // In review what the device has can be read again, and that is all that becomes of it.
      restored: writes && kept !== null, retell: writes && (kept !== null || isInPassing(held.revision)),
      state: kept?.state ?? state, location: kept?.location ?? location ?? '',
    },
  };
}

/**
 * What the device has and the LMS missed. An LMS that has less than it surely had before, or nothing where it seemed to
 * have something, began a new attempt: then the old work stays out of it.
 * @param {import('./mirror.js').Mirror} mirror
 * @param {ReturnType<Settings['revisionOf']>} revision  of the state in the LMS
 * @param {Settings} settings
 * @param {{writes: boolean, isNew: boolean}} lms
 *   writes false: nothing may be changed; isNew: the LMS knows of no work at all
 */
function newer(mirror, revision, { revisionOf }, { writes, isNew }) {
  const kept = mirror.read();
  if (!kept || revision === 'newer') return null;
  const ours = revisionOf(kept.state);
  if (ours === 'newer') return null;
  if (typeof ours === 'number') {
    if (revision === 'damaged') return kept;
    const theirs = revision === 'empty' ? 0 : revision;
    if (ours > theirs && theirs >= kept.base && !(isNew && kept.sent > 0)) return kept;
  }
  // In review nothing is thrown away but what the LMS has as well.
  const isThere = typeof ours === 'number' && typeof revision === 'number' && revision >= ours;
  if (isThere || (writes && revision !== 'damaged')) mirror.remove();
  return null;
}
