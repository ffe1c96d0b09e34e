/**
 * Brings the learner's work to the LMS: when, again after a failure, and whether it really arrived.
 *
 * "True" from an LMS proves nothing, so after each commit the server is asked whether it still answers. Until it does,
 * what was sent counts as not sent.
 */

import { timespan } from '../scorm/formats.js';
import { runNow } from './jobs.js';
import { nextSaving, PACE } from './pace.js';
import { isOwed, isUnset } from './policy.js';
import { hasDetailsInPassing, save, STATUS } from './saving.js';

/** @typedef {import('./tracker.js').Ports} Ports */
/** @typedef {import('./opening.js').Desk} Desk */
/** @typedef {'ok' | 'offline' | 'signed-out' | 'unknown'} Verdict */

/** So many savings that failed in a row say that waiting for more does not help. */
const PATIENCE = 4;

/** On hiding, a session time that moved less than this is not worth a commit of its own. In milliseconds. */
const WORTH_TELLING = 10_000;

/**
 * @param {object} parts
 * @param {Ports} parts.ports
 * @param {Desk} parts.desk
 * @param {import('./work.js').Work} parts.work
 * @param {import('./session.js').Session} parts.session
 * @param {import('./jobs.js').Runner} parts.runner
 * @param {import('./time.js').Time} parts.time
 * @param {boolean} parts.overtaken  another window went on with the course
 * @param {() => void} parts.tell  the health may have changed
 */
export function createSaver({ ports, desk, work, session, runner, time, overtaken: startsOvertaken, tell }) {
  const { monotonic, setTimer, clearTimer, online } = ports;
  const { client, held, ledger, settings } = desk;

  /** @type {number | null} when the first change came that is not on its way yet */
  let owedSince = null;
  let lastCommit = monotonic() - PACE.commit;
  let lastTry = 0;
  let failures = 0;
  /** @type {'none' | 'offline' | 'signed-out' | 'broken-lms'} */
  let trouble = 'none';
  let overtaken = startsOvertaken;
  let stateRefused = false;
  /** The work of the last saving as it goes along with what is only sent to be different; '' when nothing was. */
  let stateInPassing = '';
  let timeTold = 0;
  let saving = false;
  let asking = false;
  let over = false;
  /** @type {any} */
  let timer = null;

  const mayWrite = () => !over && session.mayCall() && held.mode === 'normal' && !overtaken;

  const isOwedNow = () => work.latest !== null && isOwed(work.latest, { ...held, endsWith: settings.endsWith });

  /** Does the LMS have `state`, or the same work as it goes along with what is different? @param {string} [state] */
  const hasWork = (state) => held.state === state || (held.state === stateInPassing && hasDetailsInPassing(ledger));

  function schedule() {
    if (timer !== null) clearTimer(timer);
    timer = null;
    if (!mayWrite() || saving || asking) return;
    const at = nextSaving({ lastCommit, lastTry, failures, owedSince, active: time.isActive() });
    if (at !== null) timer = setTimer(onTime, Math.max(at - monotonic(), 0));
  }

  function onTime() {
    timer = null;
    if (trouble === 'offline' || trouble === 'signed-out' || !online()) ask();
    else if (failures > 0 || owedSince !== null || time.isActive()) begin(false);
  }

  /** @param {boolean} urgent */
  function begin(urgent) {
    if (saving || !mayWrite()) return;
    saving = true;
    runner.add(job(urgent));
  }

  /** @param {boolean} urgent @returns {import('./jobs.js').Job} */
  function* job(urgent) {
    const again = (failures > 0 ? ledger.unconfirmed() : []).map((element) => ({ element, value: ledger.meant(element) }));
    stateInPassing = '';
    if ((again.length > 0 || hasDetailsInPassing(ledger)) && work.acted) {
      // Another revision: the LMS may count the one it was sent as stored.
      work.renew();
      stateInPassing = work.stateInPassing;
    }
    const { latest: snapshot, acted, baseline, revision } = work;
    const always = urgent || failures > 0 || owedSince === null;
    owedSince = null;
    const result = yield* save(desk, {
      snapshot, baseline, acted, urgent, again, stateInPassing, always, patient: failures < PATIENCE,
      sessionTime: () => timespan(timeTold = time.elapsed()),
      committed: () => { lastCommit = monotonic(); },
      isOver: () => over,
    });
    saving = false;
    if (result.outcome === 'overtaken') overtaken = true;
    else if (result.outcome === 'failed') fail('broken-lms');
    else if (result.outcome === 'saved') {
      const kept = !acted || hasWork(snapshot?.state);
      stateRefused = held.mangled || (!kept && !result.missed);
      verify(result, acted && kept && !held.mangled ? revision : 0);
      if (result.missed || result.late || isHalfway(result)) owedSince ??= monotonic();
    }
    schedule();
    tell();
  }

  /** Asks the server; what comes when the session is over is asked in vain. @param {(verdict: Verdict) => void} hear */
  function probe(hear) {
    ports.probe().catch(() => /** @type {const} */ ('unknown')).then((verdict) => {
      if (over) return;
      hear(verdict);
      schedule();
      tell();
    });
  }

  /** @param {import('./saving.js').Saved} result */
  const isHalfway = ({ halfway }) => halfway && isOwedNow();

  /** @param {import('./saving.js').Saved} result @param {number} sent  revision that was committed, 0 for none */
  function verify(result, sent) {
    probe((verdict) => {
      if (verdict === 'offline' || verdict === 'signed-out') fail(verdict);
      else {
        ledger.confirm(result.mark);
        if (sent > 0) work.reached(sent, verdict === 'ok' && !overtaken && !hasDetailsInPassing(ledger));
        if (result.missed) fail('broken-lms');
        else {
          failures = 0;
          trouble = 'none';
          session.to('connected');
          if (isHalfway(result)) begin(false);
        }
      }
    });
  }

  /** In a known break the LMS is left alone until the server answers. */
  function ask() {
    if (asking) return;
    asking = true;
    probe((verdict) => {
      asking = false;
      if (verdict === 'offline' || verdict === 'signed-out') {
        fail(verdict);
        return;
      }
      // The break is over: should the LMS stumble now, it need not wait as long as for a break.
      failures = Math.min(failures, 1);
      if (lastCommit + PACE.commit <= monotonic()) begin(false);
      else lastTry = -Infinity;
    });
  }

  /** @param {'offline' | 'signed-out' | 'broken-lms'} cause */
  function fail(cause) {
    failures += 1;
    lastTry = monotonic();
    trouble = cause;
    session.to('degraded');
    owedSince ??= lastTry;
    if (cause !== 'broken-lms') return;
    // The LMS says no; perhaps it is the network, or the learner was signed out.
    probe((verdict) => {
      if (trouble === 'broken-lms' && (verdict === 'offline' || verdict === 'signed-out')) trouble = verdict;
    });
  }

  /** Sends everything that waits, before this returns. */
  function flush() {
    runner.rush();
    if (owedSince === null && time.elapsed() - timeTold < WORTH_TELLING) return;
    begin(true);
    runner.rush();
  }

  return {
    get trouble() {
      return trouble;
    },
    get failures() {
      return failures;
    },
    get overtaken() {
      return overtaken;
    },
    get stateRefused() {
      return stateRefused;
    },
    /** Is a better result on its way than the LMS has? */
    get owesResult() {
      return mayWrite() && (owedSince !== null || saving || failures > 0) && isOwedNow();
    },
    mayWrite,

    /** There is something to send. @param {boolean} [atOnce] */
    owe(atOnce = false) {
      owedSince = atOnce ? -Infinity : owedSince ?? monotonic();
      if (!online() && trouble === 'none') trouble = 'offline';
      schedule();
    },
    /** The learner is there: time to keep the session of the LMS alive again. */
    wake() {
      if (timer === null) schedule();
    },
    flush,
    /** Something changed in the world, or the learner asks. */
    retry() {
      if (!mayWrite()) return;
      if (!online()) {
        trouble = 'offline';
        owedSince ??= monotonic();
      } else if (trouble !== 'none') ask();
      schedule();
      tell();
    },
    /** Another window takes the course over: what is here goes first, then nothing more. */
    handOver() {
      if (!mayWrite()) return;
      flush();
      overtaken = true;
      tell();
    },
    /** The last things, then LMSFinish. No call after this. */
    finish() {
      runner.rush();
      if (mayWrite()) {
        if (owedSince !== null) {
          begin(true);
          runner.rush();
        } else runNow(client.set('cmi.core.session_time', timespan(time.elapsed())));
      }
      // On LMSFinish an LMS makes "completed" of no status at all (RTE 3.4.4): of a preview, or where it refused ours.
      const leave = !isUnset(held.status) || !desk.support.has(STATUS);
      const { ok } = leave ? runNow(client.finish()) : { ok: held.mode !== 'normal' };
      over = true;
      if (timer !== null) clearTimer(timer);
      // The page may live on as an end page. Nothing can be asked any more, so the LMS's word has to do.
      if (ok && trouble === 'none' && hasWork(work.latest?.state)) work.reached(work.revision, false);
      else if (!ok && trouble === 'none') trouble = 'broken-lms';
      tell();
    },
  };
}

/** @typedef {ReturnType<typeof createSaver>} Saver */
