/**
 * Tracking as the course sees it: start, follow the learner's work, say whether it is safe, finish.
 *
 * The course never calls the LMS and never waits for it. It says `changed()` after each change; the tracker asks it
 * for a snapshot, keeps that on the device at once, and sends it to the LMS in small slices outside input handlers.
 *
 * Order of use: `start()` → restore from the Resume → `follow(describe)` → `changed()` … → `finish()`.
 */

import { timespan } from '../scorm/formats.js';
import { healthOf } from './health.js';
import { createRunner, runNow } from './jobs.js';
import { open } from './opening.js';
import { nextSaving, PACE } from './pace.js';
import { isOwed } from './policy.js';
import { save } from './saving.js';
import { createSession } from './session.js';
import { createTime } from './time.js';

/** @typedef {import('../types.js').Resume} Resume */
/** @typedef {import('../types.js').Snapshot} Snapshot */
/** @typedef {import('../types.js').Health} Health */

/**
 * The world as the tracker needs it; `browserPorts` in browser.js makes it from a real window, tests from fakes.
 * @typedef {object} Ports
 * @property {any} windowLike           window where the search for the API begins
 * @property {() => number} monotonic   milliseconds on a clock that is never set back (performance.now)
 * @property {(run: () => void, ms: number) => any} setTimer
 * @property {(timer: any) => void} clearTimer
 * @property {{getItem(key: string): string | null, setItem(key: string, value: string): void,
 *   removeItem(key: string): void} | null} storage   device storage; null, or one that throws, is none
 * @property {() => Promise<'ok' | 'offline' | 'signed-out' | 'unknown'>} probe
 *   does the server that the package came from still answer this learner? (confirm.js)
 * @property {() => boolean} online     navigator.onLine; only `false` means something
 * @property {{post(message: string): void, listen(hear: (message: string) => void): void} | null} [channel]
 *   to the other windows of this browser (BroadcastChannel); the messages hold a hash, no names
 */

/**
 * @typedef {object} Settings
 * @property {string} course            id of the course
 * @property {string} edition
 * @property {'passed' | 'completed'} endsWith
 *   'passed': `completed` is committed first, `passed` after it; 'completed': it stops there
 * @property {(state: string) => number | 'empty' | 'damaged' | 'newer'} revisionOf
 *   the revision inside a saved state, or why it cannot be read (state/codec.js)
 */

/**
 * @typedef {object} Tracker
 * @property {() => Promise<Resume>} start
 *   Looks for the API (7 s where there is a parent or an opener, 1 s elsewhere), initialises, reads. Writes nothing
 *   but status `incomplete` and exit `suspend` at a first entry. Call once. Never rejects.
 * @property {(describe: (revision: number) => Snapshot) => void} follow
 *   Call when the course stands where the Resume left it. `describe` gives everything as it is now, with `revision`
 *   encoded in the state; it is called at once, at each `changed`, and before things are sent a second time. What the
 *   course knows better than the LMS (after a crash) is sent now; the state itself only when it was restored from
 *   the device or after the first `changed`.
 * @property {() => void} changed
 *   The learner did something worth keeping. Cheap: no LMS call; the device has it when this returns.
 * @property {() => void} activity  the learner is there (key, pointer, scroll): time counts on
 * @property {() => void} hide      page hidden: everything goes to the LMS before this returns
 * @property {() => void} show      page visible again
 * @property {() => void} finish    everything, then LMSFinish, before this returns; once, later calls do nothing
 * @property {() => void} resumeFromCache  back from the back/forward cache after `finish`: a new LMS session
 * @property {() => void} retry     connectivity may have changed, or the learner asked: try again now
 * @property {(hear: (health: Health) => void) => () => void} onHealth
 *   Called at once and at each change; returns the way to stop it.
 */

/** @typedef {ReturnType<Ports['probe']> extends Promise<infer V> ? V : never} Verdict */

/** On hiding, a session time that moved less than this is not worth a commit of its own. In milliseconds. */
const WORTH_TELLING = 10_000;

/**
 * @param {Ports} ports
 * @param {Settings} settings
 * @returns {Tracker}
 */
export function createTracker(ports, settings) {
  const { monotonic, setTimer, clearTimer, probe, online } = ports;
  const runner = createRunner(ports);
  const session = createSession();
  const time = createTime(monotonic);
  /** @type {Set<(health: Health) => void>} */
  const listeners = new Set();

  /** @type {import('./opening.js').Opened | null} */
  let opened = null;
  let initialized = false;
  /** @type {((revision: number) => Snapshot) | null} */
  let describe = null;
  /** @type {Snapshot | null} */
  let latest = null;
  /** @type {Snapshot | null} as the LMS was told in earlier sessions */
  let baseline = null;
  /** Counts the changes; that of `latest`. */
  let revision = 0;
  /** The state may be written: the learner did something, or it comes from the device. */
  let acted = false;
  let onDevice = false;

  /** Revision that the LMS has as far as anyone can know, and the one that it has for sure. */
  let safe = 0;
  let confirmed = 0;
  /** @type {readonly string[]} elements to be sent a second time */
  let again = [];
  /** @type {number | null} when the first change came that is not on its way yet */
  let owedSince = null;
  let lastCommit = 0;
  let lastTry = 0;
  let failures = 0;
  /** @type {'none' | 'offline' | 'signed-out' | 'broken-lms'} */
  let trouble = 'none';
  let stateRefused = false;
  let overtaken = false;
  let timeTold = 0;
  let saving = false;
  let asking = false;
  /** @type {any} */
  let timer = null;
  /** @type {Health | null} */
  let told = null;

  // --- what stands how ---

  const isReading = () => (opened?.resume.mode ?? 'normal') !== 'normal';
  const mayWrite = () => session.mayCall() && !isReading() && !overtaken;

  function tell() {
    const health = healthOf({
      session: session.state, reading: isReading(), overtaken, only2004: opened?.only2004 ?? false,
      unsent: acted && revision > safe, stateRefused, onDevice, trouble, failures, restored: opened?.restored ?? false,
    });
    if (told && told.saving === health.saving && told.notice === health.notice) return;
    told = health;
    for (const hear of listeners) hear(health);
  }

  /** Takes a fresh snapshot; the device has it at once. */
  function describeAnew() {
    if (!describe) return;
    revision += 1;
    latest = describe(revision);
    onDevice = opened?.mirror.keep({ ...latest, base: confirmed }) ?? false;
  }

  // --- when to save ---

  function schedule() {
    if (timer !== null) clearTimer(timer);
    timer = null;
    if (!mayWrite() || saving || asking) return;
    const at = nextSaving({ lastCommit, lastTry, failures, owedSince, active: time.isActive() });
    if (at !== null) timer = setTimer(onTime, Math.max(at - monotonic(), 0));
  }

  function onTime() {
    timer = null;
    if (!mayWrite()) return;
    if (trouble === 'offline' || trouble === 'signed-out' || !online()) ask(onAnswerBefore);
    else if (failures > 0 || owedSince !== null || time.isActive()) begin();
    schedule();
  }

  /** @param {(verdict: Verdict) => void} then */
  function ask(then) {
    asking = true;
    probe().catch(() => /** @type {const} */ ('unknown')).then((verdict) => {
      asking = false;
      if (mayWrite()) then(verdict);
      schedule();
      tell();
    });
  }

  /** In a known break the LMS is left alone until the server answers. @param {Verdict} verdict */
  function onAnswerBefore(verdict) {
    if (verdict === 'offline' || verdict === 'signed-out') fail(verdict);
    else if (lastCommit + PACE.commit <= monotonic()) begin();
    else trouble = 'none';
  }

  // --- saving ---

  /** @param {{urgent?: boolean}} [how] */
  function begin({ urgent = false } = {}) {
    if (saving) return;
    saving = true;
    runner.add(job(urgent));
  }

  /** @param {boolean} urgent @returns {import('./jobs.js').Job} */
  function* job(urgent) {
    const desk = opened?.desk;
    if (!desk) return;
    if (again.length > 0 && acted) describeAnew();
    const snapshot = latest;
    const sent = revision;
    owedSince = null;
    const result = yield* save(desk, {
      snapshot, baseline, acted, urgent, again, endsWith: settings.endsWith, always: true,
      sessionTime: () => timespan(timeTold = time.elapsed()),
      committed: () => { lastCommit = monotonic(); },
    });
    saving = false;
    if (result.outcome === 'overtaken') overtaken = true;
    else if (result.outcome === 'failed') fail('broken-lms');
    else {
      if (result.missed) owedSince = monotonic();
      const stateTold = !acted || desk.held.state === snapshot?.state;
      stateRefused = desk.held.mangled || (!stateTold && !result.missed);
      confirm(result.mark, stateTold ? sent : safe);
    }
    schedule();
    tell();
  }

  /** "True" proves nothing: does the server still answer? @param {number} mark @param {number} sent */
  function confirm(mark, sent) {
    const desk = opened?.desk;
    const { mirror } = opened ?? {};
    probe().catch(() => /** @type {const} */ ('unknown')).then((verdict) => {
      // Whatever is asked of a session that is over, or of another one, is asked in vain.
      if (!desk || desk !== opened?.desk || session.state === 'finished') return;
      if (verdict === 'offline' || verdict === 'signed-out') fail(verdict);
      else {
        desk.ledger.confirm(mark);
        again = again.filter((element) => desk.ledger.unconfirmed().includes(element));
        failures = 0;
        trouble = 'none';
        session.to('connected');
        if (!desk.held.mangled) safe = Math.max(safe, sent);
        if (verdict === 'ok' && !desk.held.mangled && !overtaken) {
          confirmed = safe;
          if (sent === revision) mirror?.remove();
        }
      }
      schedule();
      tell();
    });
  }

  /** @param {'offline' | 'signed-out' | 'broken-lms'} cause */
  function fail(cause) {
    failures += 1;
    lastTry = monotonic();
    trouble = cause;
    session.to('degraded');
    again = opened?.desk?.ledger.unconfirmed() ?? [];
    owedSince ??= lastTry;
    if (cause !== 'broken-lms') return;
    // The LMS says no; perhaps it is the network, or the learner has been signed out.
    ask((verdict) => {
      if (verdict === 'offline' || verdict === 'signed-out') trouble = verdict;
    });
  }

  /** Everything that waits, now. */
  function flush() {
    runner.rush();
    if (!mayWrite() || (owedSince === null && time.elapsed() - timeTold < WORTH_TELLING)) return;
    begin({ urgent: true });
    runner.rush();
  }

  // --- opening ---

  /** @param {(resume: Resume) => void} resolve @returns {import('./jobs.js').Job} */
  function* opening(resolve) {
    const found = yield* untilFinished(open(ports, settings, () => { initialized = true; }));
    if (!found) return resolve({ connected: false, mode: 'normal', state: '', location: '', status: '', score: null, learnerName: '' });
    const before = opened?.desk?.held;
    opened = found;
    session.to(found.outcome);
    const held = found.desk?.held;
    const known = settings.revisionOf(found.resume.state);
    if (!before) {
      revision = typeof known === 'number' ? known : 0;
      safe = found.restored ? 0 : revision;
      confirmed = held?.revision ?? 0;
    } else if (held) {
      // Back from the cache: what we know is newer than what a new session tells, unless another window went on.
      overtaken = held.revision > before.revision;
    }
    lastCommit = monotonic() - PACE.commit;
    time.restart();
    timeTold = 0;
    if (mayWrite() && (before || !held || !['incomplete', 'completed', 'passed', 'failed'].includes(held.status))) owedSince = -Infinity;
    if (found.outcome === 'alone') onDevice = found.mirror.keep({ state: found.resume.state, location: found.resume.location, base: 0 });
    resolve(found.resume);
    schedule();
    tell();
  }

  /** @template T @param {Generator<number, T, void>} steps @returns {Generator<number, T | null, void>} */
  function* untilFinished(steps) {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      yield step.value;
      if (session.state === 'finished') return null;
    }
  }

  return {};
}
