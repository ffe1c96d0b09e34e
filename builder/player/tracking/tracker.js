/**
 * Tracking as the course sees it: start, follow the learner's work, say whether it is safe, finish.
 *
 * The course never calls the LMS and never waits for it. It says `changed()` after each change; the tracker asks it
 * for a snapshot, keeps that on the device at once, and sends it to the LMS in small slices outside input handlers.
 *
 * Order of use: `start()` → restore from the Resume → `follow(describe)` → `changed()` … → `finish()`.
 */

import { healthOf } from './health.js';
import { createRunner } from './jobs.js';
import { open } from './opening.js';
import { isDone, isOwed } from './policy.js';
import { createSaver } from './saver.js';
import { createSession } from './session.js';
import { createTime } from './time.js';
import { createWork } from './work.js';

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
 *   does the server that the package came from still answer this learner? Settles within seconds. (confirm.js)
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
 *   Looks for the API (7 s where there is a parent or an opener, 1 s elsewhere), initialises, reads. While the learner
 *   is not done, status `incomplete` and exit `suspend` are then written and committed. Call once. Never rejects. When
 *   the page is left before the LMS let us in, it only settles should the page come back from the cache. The other
 *   methods may be called before it settles: attach the page's events (lifecycle.js) at once.
 * @property {(describe: (revision: number) => Snapshot) => void} follow
 *   Call when the course stands where the Resume left it. `describe` gives everything as it is now, with `revision`
 *   encoded in the state; it is called at once, at each `changed`, and before things are sent a second time. What the
 *   course knows better than the LMS (after a crash) is sent now; the state itself only when it was restored from
 *   the device or after the first `changed`.
 * @property {() => void} changed
 *   The learner did something worth keeping. Cheap: no LMS call; the device has it when this returns. Before `follow`
 *   it does nothing: what a page does by itself while it is being built is no reason to write a state.
 * @property {() => void} activity  the learner is there (key, pointer, scroll): time counts on
 * @property {() => void} hide      page hidden: everything goes to the LMS before this returns
 * @property {() => void} show      page visible again
 * @property {() => void} finish    everything, then LMSFinish, before this returns; once, later calls do nothing
 * @property {() => void} resumeFromCache  back from the back/forward cache after `finish`: a new LMS session
 * @property {() => void} retry     connectivity may have changed, or the learner asked: try again now
 * @property {(hear: (health: Health) => void) => () => void} onHealth
 *   Called at once and at each change; returns the way to stop it.
 */

/**
 * @param {Ports} ports
 * @param {Settings} settings
 * @returns {Tracker}
 */
export function createTracker(ports, settings) {
  const runner = createRunner(ports);
  const session = createSession();
  const time = createTime(ports.monotonic);
  /** @type {Set<(health: Health) => void>} */
  const listeners = new Set();

  /** @type {import('./opening.js').Opened | null} */
  let opened = null;
  /** @type {import('./work.js').Work | null} */
  let work = null;
  /** @type {import('./saver.js').Saver | null} */
  let saver = null;
  let initialized = false;
  /** @type {(resume: Resume) => void} */
  let resolveStart = () => {};
  let health = currentHealth();

  function currentHealth() {
    return healthOf({
      session: session.state,
      reading: opened !== null && opened.resume.mode !== 'normal',
      overtaken: saver?.overtaken ?? false,
      only2004: opened?.only2004 ?? false,
      unsent: (work?.isUnsent() || saver?.owesResult) ?? false,
      stateRefused: saver?.stateRefused ?? false,
      onDevice: work?.onDevice ?? false,
      trouble: saver?.trouble ?? 'none',
      failures: saver?.failures ?? 0,
      restored: opened?.resume.restored ?? false,
    });
  }

  function tell() {
    const now = currentHealth();
    if (now.saving === health.saving && now.notice === health.notice) return;
    health = now;
    for (const hear of listeners) hear(health);
  }

  /** @returns {import('./jobs.js').Job} */
  function* opening() {
    const found = yield* whileOpen(open(ports, settings, () => { initialized = true; }));
    if (!found) return;
    begin(found);
    resolveStart(found.resume);
  }

  /** Stops when the page is closed before the LMS let us in. @template T @param {Generator<number, T, void>} steps */
  function* whileOpen(steps) {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      yield step.value;
      if (session.state === 'finished') return null;
    }
  }

  /** @param {import('./opening.js').Opened} found */
  function begin(found) {
    const before = opened?.desk?.held.revision;
    opened = { ...found, resume: { ...found.resume, restored: opened?.resume.restored ?? found.resume.restored } };
    session.to(found.outcome);
    if (!work) {
      work = createWork(found.mirror);
      const known = settings.revisionOf(found.resume.state);
      work.resume({
        revision: typeof known === 'number' ? known : 0,
        held: found.desk?.held.revision ?? 0,
        restored: found.resume.restored,
      });
    }
    time.restart();
    saver = null;
    const { desk } = found;
    if (desk) {
      // Back from the cache our work is newer than what a new session tells, unless another window went on with it.
      const overtaken = before !== undefined && desk.held.revision > before;
      saver = createSaver({ ports, desk, work, session, runner, time, overtaken, tell });
      // An unfinished learner gets status and exit at once: an LMS may make its own of what is missing.
      if (before !== undefined || !isDone(desk.held.status)) saver.owe(true);
      saver.wake();
    }
    tell();
  }

  const isOpen = () => session.state !== 'looking' && session.state !== 'finished';

  ports.channel?.listen((message) => {
    if (isOpen() && message === opened?.identity) saver?.handOver();
  });

  return {
    start: () => new Promise((resolve) => {
      resolveStart = resolve;
      runner.add(opening());
    }),

    follow(describe) {
      if (!work) return;
      const held = opened?.desk?.held;
      const retell = opened?.resume.retell ?? false;
      work.follow(describe, !retell && held?.readable === true);
      if (held && saver && work.latest &&
        (retell || isOwed(work.latest, { ...held, endsWith: settings.endsWith }))) saver.owe(true);
      tell();
    },

    changed() {
      if (!work || opened?.resume.mode !== 'normal' || saver?.overtaken) return;
      // Also when the session is over: the device has it then, for the next start.
      work.renew();
      if (isOpen()) saver?.owe();
      tell();
    },

    activity() {
      time.activity();
      saver?.wake();
    },

    hide() {
      time.hide();
      if (isOpen()) saver?.flush();
    },

    show() {
      time.show();
      if (!isOpen()) return;
      saver?.retry();
      saver?.wake();
    },

    finish() {
      // Before LMSInitialize there is nothing to end; after it the rest of the opening is hurried through.
      if (session.state === 'looking' && initialized) runner.rush();
      if (session.mayCall()) saver?.finish();
      session.to('finished');
      tell();
    },

    resumeFromCache() {
      if (session.state !== 'finished') return;
      session.to('looking');
      initialized = false;
      work?.forgetBaseline();
      runner.add(opening());
    },

    retry: () => saver?.retry(),

    onHealth(hear) {
      listeners.add(hear);
      hear(health);
      return () => listeners.delete(hear);
    },
  };
}
