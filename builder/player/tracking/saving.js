/** One saving: from a snapshot to calls. A generator, so that the page lives on between the calls. */

import { alreadyTold, isDone, lower, plan } from './policy.js';
import { placeOf } from '../scorm/support.js';
import { statusIn } from '../scorm/values.js';

/** @typedef {import('./opening.js').Desk} Desk */
/** @typedef {import('./policy.js').Step} Step */
/** @typedef {import('../types.js').Snapshot} Snapshot */

/**
 * @typedef {object} Order
 * @property {Snapshot | null} snapshot
 * @property {Snapshot | null} baseline   what the LMS was told in earlier sessions; null when that is not known
 * @property {boolean} acted
 * @property {boolean} always
 * @property {boolean} urgent             the page may be gone soon
 * @property {import('./policy.js').Context['again']} again
 * @property {string} stateInPassing  see policy.js
 * @property {boolean} patient            a final status waits for a state that is not taken yet
 * @property {() => string} sessionTime
 * @property {() => void} committed       called with each LMSCommit
 * @property {() => boolean} isOver       no call may be made any more
 */

/**
 * @typedef {object} Saved
 * @property {'idle' | 'saved' | 'failed' | 'overtaken'} outcome
 * @property {number} mark     for the ledger: what is in the LMS if it spoke the truth
 * @property {boolean} missed  something essential was not taken, but may be next time
 * @property {boolean} halfway `completed` is there, and `passed` may follow once that is confirmed
 * @property {boolean} late    one of the trainer's details was not taken, but may be next time
 */

export const STATUS = 'cmi.core.lesson_status';
export const STATE = 'cmi.suspend_data';
const SCORE = 'cmi.core.score.raw';
/** Without these something is lost; the rest goes along with a next saving. */
const ESSENTIAL = new Set([STATUS, STATE, SCORE]);
/** From here on, in milliseconds a call, the trainer's details have to wait when the page may be gone soon. */
const SLOW = 10;
/** SCORM 1.2 asks no more of an LMS (RTE 3.4.4). The build sees to it that no state gets there. */
export const STATE_LIMIT = 4096;

/**
 * @param {Desk} desk
 * @param {Order} order
 * @returns {Generator<number, Saved, void>}
 */
export function* save(desk, order) {
  const { client, support, ledger, held, settings } = desk;
  const { snapshot, acted, urgent } = order;
  /** @type {Saved} */
  const saved = { outcome: 'saved', mark: ledger.mark(), missed: false, late: false, halfway: false };
  if (snapshot && acted && snapshot.state !== held.state && (yield* isOvertaken(desk))) {
    return { ...saved, outcome: 'overtaken' };
  }
  if (snapshot && held.credit) yield* readLists(desk, snapshot, order.baseline);

  const steps = plan(ledger.written, snapshot, {
    ...order, endsWith: settings.endsWith, mode: held.mode, credit: held.credit, status: held.status, score: held.score,
    // After a break ids may stand there that were sent to be different.
    interactions: held.lists?.interactions ?? 0, named: order.baseline !== null, sessionTime: order.sessionTime(),
    supports: (element) => support.has(element) && (element !== STATE || (snapshot?.state.length ?? 0) <= STATE_LIMIT),
  });
  let isEarly = false;
  /** Lists with a member that has no id yet: what follows there would be refused as a gap. @type {Set<string>} */
  const waiting = new Set();
  for (const step of urgent && client.slowness() > SLOW ? detailsLast(steps, support.isOptional) : steps) {
    yield 0;
    if (order.isOver()) break;
    if (step === 'commit') {
      order.committed();
      waiting.clear();
      const { ok } = yield* client.commit();
      if (!ok) {
        support.forgive();
        return { ...saved, outcome: 'failed' };
      }
      saved.mark = ledger.mark();
      continue;
    }
    const place = placeOf(step.element);
    if (place && waiting.has(place.list)) saved.late = true;
    else if (!(isEarly && step.element === STATUS && isDone(statusIn(step.value)))) {
      const answer = yield* tell(desk, settled(desk, order, step));
      if (answer === 'not now') saved[ESSENTIAL.has(step.element) ? 'missed' : 'late'] = true;
      if (answer === 'not now' && place?.member === 'id') waiting.add(place.list);
      if (answer === 'taken' && step.element === STATUS) saved.halfway = step.value === 'completed';
      // "Passed" must never stand without its score, and not without the work: Moodle opens in review then, where
      // nothing can be written any more.
      isEarly ||= answer === 'not now' && (step.element === SCORE || (step.element === STATE && order.patient));
    }
  }
  return steps.length === 0 ? { ...saved, outcome: 'idle' } : saved;
}

/** Do others than state and status, which are told anew in any case, hold another value than they should? @param {Desk['ledger']} ledger */
export const hasDetailsInPassing = (ledger) => ledger.isUnsettled(STATE, STATUS);

/**
 * While the LMS holds a value that was only sent to be different, the learner's work goes along under the revision that
 * says so (work.js), and the next start sends everything anew.
 * @param {Desk} desk
 * @param {Order} order
 * @param {Exclude<Step, 'commit'>} step
 * @returns {Exclude<Step, 'commit'>}
 */
function settled({ ledger }, { stateInPassing }, step) {
  return step.element === STATE && stateInPassing !== '' && hasDetailsInPassing(ledger) ?
    { element: STATE, value: stateInPassing, passing: true } : step;
}

/**
 * @param {Desk} desk
 * @param {Exclude<Step, 'commit'>} step
 * @returns {Generator<number, 'taken' | 'never' | 'not now', void>}
 */
function* tell(desk, { element, value, passing }) {
  const { client, support, ledger, held } = desk;
  const { ok, code } = yield* client.set(element, value);
  if (!ok) {
    // A call that threw may have done its work all the same.
    if (element === STATE) held.tried = value;
    if (element === STATUS) {
      held.status = lower(held.status, statusIn(value));
      ledger.forget(element);
    }
    support.refused(element, code);
    if (code !== 405 && support.has(element)) return 'not now';
    ledger.assume(element, value);
    return 'never';
  }
  support.taken(element);
  ledger.set(element, value, passing);
  if (element === STATE) noteState(desk, value);
  // Lower only where a higher one perhaps never arrived: then the way up begins again.
  if (element === STATUS) held.status = statusIn(value);
  if (passing) return 'taken';
  if (element === SCORE) held.score = Math.max(held.score ?? 0, Number(value));
  const place = placeOf(element);
  if (place?.list === 'interactions' && place.member === 'id' && held.lists) {
    held.lists.interactions = Math.max(held.lists.interactions, place.index + 1);
  }
  return 'taken';
}

/** @param {Pick<Desk, 'held' | 'settings'>} desk @param {string} state */
function noteState({ held, settings }, state) {
  const revision = settings.revisionOf(state);
  held.state = state;
  held.readable = true;
  held.revision = typeof revision === 'number' ? revision : held.revision;
}

/**
 * Has another window written since? SCORM 1.2 knows no locks; where windows share the LMS's data this is the only sign.
 * @param {Desk} desk
 * @returns {Generator<number, boolean, void>}
 */
function* isOvertaken({ client, held, settings }) {
  const text = yield* client.text(STATE);
  if (!text || text === held.state) return false;
  // A call that threw, or was answered late, may have done its work: then it is our own that comes back.
  if (text === held.tried) {
    noteState({ held, settings }, text);
    return false;
  }
  const revision = settings.revisionOf(text);
  // We wrote it whole and it came back broken: this LMS cuts or changes it.
  if (revision === 'damaged') held.mangled = true;
  return revision === 'newer' || (typeof revision === 'number' && revision > held.revision);
}

/**
 * Asks once what the LMS knows of the optional lists, when there is something to tell in them.
 * @param {Desk} desk
 * @param {Snapshot} snapshot
 * @param {Snapshot | null} baseline
 * @returns {Generator<number, void, void>}
 */
function* readLists({ client, support, ledger, held }, snapshot, baseline) {
  if (held.lists || (snapshot.interactions.length === 0 && snapshot.objectives.length === 0)) return;
  const lists = { interactions: 0, objectives: 0 };
  for (const list of /** @type {const} */ (['interactions', 'objectives'])) {
    const children = yield* client.text(`cmi.${list}._children`);
    support.learn(list, children ?? '', children ? 0 : yield* client.error());
    if (support.has(`cmi.${list}.0.id`)) {
      lists[list] = Math.max(Math.trunc((yield* client.number(`cmi.${list}._count`)) ?? 0), 0);
    }
  }
  held.lists = lists;
  if (!baseline) return;
  for (const { element, value } of alreadyTold(baseline, { score: held.score, ...lists })) {
    if (!ledger.written.has(element)) ledger.assume(element, value);
  }
}

/**
 * The learner's own things first: in a page that closes there may be no time for all. Details that are sent again keep
 * their two halves, and the state that says that they are there comes after them; the same work has gone before.
 * @param {Step[]} steps
 * @param {(element: string) => boolean} isDetail
 * @returns {Step[]}
 */
function detailsLast(steps, isDetail) {
  const changed = steps.filter((step) => step !== 'commit' && step.passing && isDetail(step.element));
  const right = steps.filter((step) => step !== 'commit' && !step.passing &&
    (isDetail(step.element) || (changed.length > 0 && step.element === STATE)));
  const others = steps.filter((step) => !changed.includes(step) && !right.includes(step));
  if (changed.length > 0) return [...others, ...changed, 'commit', ...right, 'commit'];
  return right.length === 0 ? steps : [...others, ...right, 'commit'];
}
