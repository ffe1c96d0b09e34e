/** session_time: TIM01–TIM04. */
import assert from 'node:assert/strict';
import { EVERY, ONCE } from '../scenario.js';
import { CMITimespan } from '../../lms/formats.js';
import { hundredths } from '../../lms/timespan.js';
import { timespan } from '../../../builder/player/scorm/formats.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

/** Seconds that the LMS was told last. @param {import('../world.js').World} world */
const told = (world) => {
  const set = world.calls('LMSSetValue', 'cmi.core.session_time').at(-1);
  return set ? hundredths(String(set.args[1])) / 100 : null;
};

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'session_time in a wrong format: 0 s, 5.05 s, 59.999 s, 100 h, 10,000 h, negative, not a number',
    cases: ['TIM01'], rules: ['T040'], on: ONCE,
    run() {
      const hour = 3_600_000;
      for (const [ms, text] of /** @type {const} */ ([
        [0, '0000:00:00.00'], [999, '0000:00:00.99'], [5050, '0000:00:05.05'], [59_999, '0000:00:59.99'],
        [3_599_999, '0000:59:59.99'], [100 * hour, '0100:00:00.00'], [10_000 * hour, '9999:59:59.99'],
        [-hour, '0000:00:00.00'], [Number.NaN, '0000:00:00.00'], [Number.POSITIVE_INFINITY, '9999:59:59.99'],
      ])) {
        assert.equal(timespan(ms), text);
        assert.ok(CMITimespan(text));
      }
    },
  },
  {
    name: 'Every session_time of a session has the strict format and never runs back',
    cases: ['TIM01', 'TIM02'], rules: ['T040', 'T041'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      for (const [id, pause] of /** @type {const} */ ([['soort-lize', 333], ['mythe-jongens', 61_017], ['gesprek-sam', 3_599_999]])) {
        page.answer(id, id === 'mythe-jongens' ? 'f' : id === 'gesprek-sam' ? 'poor' : 'a');
        await world.pass(pause);
      }
      await page.leave();
      const times = world.calls('LMSSetValue', 'cmi.core.session_time').map(({ args }) => String(args[1]));
      assert.ok(times.length > 0);
      for (const time of times) assert.ok(CMITimespan(time), time);
      assert.deepEqual(times.map(hundredths), times.map(hundredths).toSorted((one, other) => one - other));
    },
  },
  {
    name: 'A laptop that was left open overnight counts fourteen hours',
    cases: ['TIM02'], rules: ['T041'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.pass(14 * 3_600_000);
      page.answer('mythe-jongens', 'f');
      await world.quiet();
      await page.leave();
      assert.ok(/** @type {number} */ (told(world)) <= 35 * 60, `${told(world)} s`);
      assert.ok(/** @type {number} */ (told(world)) >= 60);
    },
  },
  {
    name: 'Hours in a hidden tab count as study',
    cases: ['TIM02'], rules: ['T041'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.pass(60_000);
      page.hide();
      await world.pass(10 * 3_600_000);
      page.show();
      page.answer('mythe-jongens', 'f');
      await world.pass(60_000);
      await page.leave();
      assert.ok(Math.abs(/** @type {number} */ (told(world)) - 120) <= 10, `${told(world)} s`);
    },
  },
  {
    name: 'The computer slept: timers come late and at once, and the time stays sensible',
    cases: ['TIM02'], rules: ['T041'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.pass(30_000);
      world.clock.block(9 * 3_600_000);
      await world.pass(1000);
      page.answer('mythe-jongens', 'f');
      await world.quiet();
      await page.leave();
      const seconds = /** @type {number} */ (told(world));
      assert.ok(seconds >= 30 && seconds <= 35 * 60, `${seconds} s`);
    },
  },
  {
    name: 'A tab that is killed after eleven minutes leaves no time at all',
    cases: ['TIM03'], rules: ['T042'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      for (let minute = 0; minute < 11; minute += 1) {
        page.answer('soort-lize', 'abc'[minute % 3]);
        await world.pass(60_000);
      }
      await page.kill();
      const kept = hundredths(world.lms.held('cmi.core.session_time')) / 100;
      assert.ok(kept >= 9 * 60 && kept <= 11 * 60, `${kept} s`);
    },
  },
  {
    name: 'session_time is the whole of this session, not the last piece, and the LMS adds sessions up',
    cases: ['TIM03'], rules: ['T042'], on: EVERY,
    async run(t) {
      const world = t.world();
      for (let session = 0; session < 2; session += 1) {
        const page = await world.open();
        page.answer('soort-lize', session === 0 ? 'a' : 'b');
        await world.pass(60_000);
        page.answer('mythe-jongens', session === 0 ? 't' : 'f');
        await world.pass(60_000);
        await page.leave();
      }
      const total = hundredths(/** @type {any} */ (world.lms.attempt).totalTime) / 100;
      assert.ok(Math.abs(total - 240) <= 10, `${total} s`);
    },
  },
  {
    name: 'The last session_time goes out before LMSFinish',
    cases: ['TIM03', 'TIM04'], rules: ['T042', 'T043'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.pass(100_000);
      await page.leave();
      const names = world.lms.calls.filter(({ name, args }) =>
        name === 'LMSFinish' || args[0] === 'cmi.core.session_time').map(({ name }) => name);
      assert.equal(names.at(-1), 'LMSFinish');
      assert.ok(Math.abs(/** @type {number} */ (told(world)) - 100) <= 2, `${told(world)} s`);
    },
  },
  {
    name: 'LMSFinish is called once, by the button as by closing the tab',
    cases: ['TIM04'], rules: ['T043'], on: EVERY,
    async run(t) {
      for (const leave of [
        (/** @type {any} */ page) => page.tracker.finish(),
        (/** @type {any} */ page) => { page.hide(); page.tracker.finish(); },
        (/** @type {any} */ page) => { page.tracker.finish(); page.hide(); page.tracker.finish(); },
      ]) {
        const world = t.world();
        const page = await world.open();
        page.answer('soort-lize', 'a');
        await world.quiet();
        leave(page);
        await world.quiet();
        assert.equal(world.calls('LMSFinish').length, 1);
      }
    },
  },
];
