/** The small rooms of tracking: time, jobs, ledger, pace, session, health, learner. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { healthOf } from '../../../builder/player/tracking/health.js';
import { createRunner, runNow } from '../../../builder/player/tracking/jobs.js';
import { displayName } from '../../../builder/player/tracking/learner.js';
import { createLedger } from '../../../builder/player/tracking/ledger.js';
import { nextSaving, PACE } from '../../../builder/player/tracking/pace.js';
import { createSession } from '../../../builder/player/tracking/session.js';
import { createTime, IDLE_LIMIT } from '../../../builder/player/tracking/time.js';
import { createClock } from './fakes.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('time (TIM02)', () => {
  /** @param {number} [start] */
  function setup(start = 0) {
    let now = start;
    const time = createTime(() => now);
    return { time, pass: (/** @type {number} */ ms) => { now += ms; }, jump: (/** @type {number} */ to) => { now = to; } };
  }

  test('counts while the learner is there', () => {
    const { time, pass } = setup(1000);
    pass(5 * MINUTE);
    time.activity();
    pass(5 * MINUTE);
    assert.equal(time.elapsed(), 10 * MINUTE);
    assert.equal(time.isActive(), true);
  });

  test('a hidden page does not count', () => {
    const { time, pass } = setup();
    pass(MINUTE);
    time.hide();
    pass(10 * HOUR);
    assert.equal(time.isActive(), false);
    time.show();
    pass(MINUTE);
    assert.equal(time.elapsed(), 2 * MINUTE);
  });

  test('a laptop left open counts half an hour and no more', () => {
    const { time, pass } = setup();
    for (let hour = 0; hour < 14; hour += 1) {
      pass(HOUR);
      assert.equal(time.elapsed(), IDLE_LIMIT);
    }
    assert.equal(time.isActive(), false);
    time.activity();
    pass(MINUTE);
    assert.equal(time.elapsed(), IDLE_LIMIT + MINUTE);
  });

  test('never negative, whatever the clock does', () => {
    const { time, jump } = setup(HOUR);
    jump(0);
    assert.equal(time.elapsed(), 0);
    jump(Number.NaN);
    time.activity();
    jump(MINUTE);
    assert.ok(time.elapsed() >= 0 && time.elapsed() <= MINUTE);
  });

  test('a new session begins at nothing', () => {
    const { time, pass } = setup();
    pass(MINUTE);
    time.restart();
    pass(1000);
    assert.equal(time.elapsed(), 1000);
  });
});

describe('jobs (COM01: the page does not freeze)', () => {
  test('an LMS that takes 80 ms a call never holds the page longer than that', async () => {
    const clock = createClock();
    const runner = createRunner(clock);
    /** @type {number[]} */
    const moments = [];
    runner.add((function* () {
      for (let call = 0; call < 10; call += 1) {
        clock.block(80);
        yield 0;
      }
    })());
    let longest = 0;
    let last = clock.now();
    while (runner.isBusy()) {
      await clock.pass(0);
      longest = Math.max(longest, clock.now() - last);
      last = clock.now();
      moments.push(last);
    }
    assert.equal(longest, 80);
    assert.ok(moments.length >= 10);
  });

  test('quick calls share a slice', async () => {
    const clock = createClock();
    const runner = createRunner(clock);
    let calls = 0;
    runner.add((function* () {
      for (; calls < 200; calls += 1) {
        clock.block(0.1);
        yield 0;
      }
    })());
    await clock.pass(0);
    assert.equal(calls, 200);
  });

  test('one after the other, waiting where they wait, and all at once in a rush', async () => {
    const clock = createClock();
    const runner = createRunner(clock);
    /** @type {string[]} */
    const done = [];
    /** @param {string} name @returns {Generator<number, void, void>} */
    function* job(name) {
      done.push(`${name}1`);
      yield 500;
      done.push(`${name}2`);
    }
    runner.add(job('a'));
    runner.add(job('b'));
    await clock.pass(499);
    assert.deepEqual(done, ['a1']);
    await clock.pass(1);
    assert.deepEqual(done, ['a1', 'a2', 'b1']);
    runner.rush();
    assert.deepEqual(done, ['a1', 'a2', 'b1', 'b2']);
    assert.equal(runner.isBusy(), false);
    assert.equal(clock.pending(), 0);
  });

  test('a rush from within a job only lifts the pauses', () => {
    const clock = createClock();
    const runner = createRunner(clock);
    let ended = false;
    runner.add((function* () {
      runner.rush();
      yield 5000;
      ended = true;
    })());
    runner.rush();
    assert.equal(ended, true);
  });

  test('a single job can be run to its end', () => {
    assert.equal(runNow((function* () { yield 5; return 7; })()), 7);
  });
});

describe('the ledger', () => {
  test('what was set after the mark stays unsure', () => {
    const ledger = createLedger();
    ledger.set('a', '1');
    ledger.set('b', '1');
    const mark = ledger.mark();
    ledger.set('b', '2');
    ledger.confirm(mark);
    assert.deepEqual(ledger.unconfirmed(), ['b']);
    ledger.confirm(ledger.mark());
    assert.deepEqual(ledger.unconfirmed(), []);
    assert.deepEqual([...ledger.written], [['a', '1'], ['b', '2']]);
  });

  test('in the order of writing, without what is assumed', () => {
    const ledger = createLedger();
    for (const element of ['id', 'type', 'response', 'id']) ledger.set(element, 'x');
    ledger.assume('type', 'x');
    assert.deepEqual(ledger.unconfirmed(), ['response', 'id']);
  });
});

describe('pace', () => {
  const quiet = { lastCommit: 0, lastTry: 0, failures: 0, owedSince: null, active: false };

  test('the first change after a quiet time goes at once, the next waits for five seconds to pass (COM01)', () => {
    assert.equal(nextSaving({ ...quiet, owedSince: 60_000 }), 60_000 + PACE.settle);
    assert.equal(nextSaving({ ...quiet, lastCommit: 60_000, owedSince: 60_100 }), 65_000);
  });

  test('an active learner keeps the session alive within five minutes, a sleeping one does not (COM04)', () => {
    assert.ok(Number(nextSaving({ ...quiet, active: true })) <= 5 * MINUTE);
    assert.equal(nextSaving(quiet), null);
  });

  test('five retries, each later, and then a slow pace (COM03)', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 50].map((failures) => nextSaving({ ...quiet, lastTry: 1000, failures, owedSince: 1000 }));
    assert.deepEqual(waits.map((at) => Number(at) - 1000), [5000, 10_000, 20_000, 40_000, 80_000, 300_000, 300_000, 300_000]);
  });
});

test('after LMSFinish no call may be made, and nothing but the cache leads back (UNL03)', () => {
  const session = createSession();
  assert.equal(session.mayCall(), false);
  session.to('degraded');
  assert.equal(session.state, 'looking');
  session.to('connected');
  assert.equal(session.mayCall(), true);
  session.to('degraded');
  assert.equal(session.mayCall(), true);
  session.to('finished');
  for (const state of /** @type {const} */ (['connected', 'degraded', 'alone', 'refused'])) session.to(state);
  assert.equal(session.state, 'finished');
  assert.equal(session.mayCall(), false);
  session.to('looking');
  assert.equal(session.state, 'looking');
});

describe('health', () => {
  /** @type {import('../../../builder/player/tracking/health.js').Facts} */
  const fine = {
    session: 'connected', reading: false, overtaken: false, only2004: false, unsent: false, stateRefused: false, onDevice: true,
    trouble: 'none', failures: 0, restored: false,
  };
  /** @type {[string, Partial<import('../../../builder/player/tracking/health.js').Facts>, string, string][]} */
  const CASES = [
    ['all is well', {}, 'saved', 'none'],
    ['on its way', { unsent: true }, 'saving', 'none'],
    ['no LMS, kept on the device', { session: 'alone' }, 'device', 'no-lms'],
    ['no LMS, and no storage', { session: 'alone', onDevice: false }, 'unsaved', 'no-lms'],
    ['only SCORM 2004', { session: 'alone', only2004: true }, 'device', 'scorm-2004'],
    ['an LMS that does not let us in', { session: 'refused', onDevice: false }, 'unsaved', 'broken-lms'],
    ['an LMS that lets us in no more, with the work on the device', { session: 'refused', unsent: true }, 'device', 'broken-lms'],
    ['the end, and all is saved', { session: 'finished' }, 'saved', 'none'],
    ['work after the end', { session: 'finished', unsent: true }, 'device', 'none'],
    ['offline with the work on the device', { unsent: true, trouble: 'offline' }, 'device', 'offline'],
    ['offline without storage', { unsent: true, trouble: 'offline', onDevice: false }, 'unsaved', 'offline'],
    ['signed out while all is saved', { trouble: 'signed-out' }, 'saved', 'signed-out'],
    ['a hiccup with the work on the device is no reason to trouble the learner', { unsent: true, trouble: 'broken-lms', failures: 1 }, 'device', 'none'],
    ['a hiccup without storage is', { unsent: true, trouble: 'broken-lms', failures: 1, onDevice: false }, 'unsaved', 'broken-lms'],
    ['a second failure is', { unsent: true, trouble: 'broken-lms', failures: 2 }, 'device', 'broken-lms'],
    ['an LMS that keeps no state, but the device does', { unsent: true, stateRefused: true }, 'device', 'none'],
    ['an LMS that keeps no state, nor does the device', { unsent: true, stateRefused: true, onDevice: false }, 'unsaved', 'broken-lms'],
    ['another window', { overtaken: true, unsent: true }, 'unsaved', 'other-window'],
    ['review', { reading: true, trouble: 'offline' }, 'reading', 'none'],
    ['restored from the device', { restored: true, unsent: true }, 'saving', 'restored'],
    ['restored, but offline now', { restored: true, unsent: true, trouble: 'offline' }, 'device', 'offline'],
  ];
  for (const [name, facts, saving, notice] of CASES) {
    test(name, () => assert.deepEqual(healthOf({ ...fine, ...facts }), { saving, notice }));
  }
});

describe('the name of the learner (LRN01)', () => {
  for (const [given, shown] of [
    ['Vries, Jan de', 'Jan de Vries'], ['Jan de Vries', 'Jan de Vries'], ['de Vries, Jan', 'Jan de Vries'], ['', ''], ['O\'Brien, Zoë', 'Zoë O\'Brien'],
    ['Ren&eacute;e &amp; co', 'Renée & co'], ['Zo&#235; &#xE9;', 'Zoë é'], ['<b>x</b>', '<b>x</b>'], ['a, b, c', 'a, b, c'], ['jdoe7', 'jdoe7'],
    ['undefined undefined', ''], ['null', ''], [', ', ','], ['Jansen,', 'Jansen,'], ['  Aya \n Bakker ', 'Aya Bakker'], ['R&B; &foo; &', 'R&B; &foo; &'],
    ['&amp;lt;', '&lt;'], ['&#0;&#1114112;', '&#0;&#1114112;'],
  ]) test(given || 'none', () => assert.equal(displayName(given), shown));

  test('a name of 300 characters is shortened', () => assert.ok(displayName('x'.repeat(300)).length <= 101));
});
