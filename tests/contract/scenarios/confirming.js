/** “true” proves nothing: what the player does to know, and what it says. */
import assert from 'node:assert/strict';
import { EVERY, except, MOODLES, STEADY } from '../scenario.js';
import { FIRST_ANSWERS, moodleWith, workThrough } from '../steps.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */
/** @typedef {import('../world.js').World} World */

/** Does the device hold anything of ours? @param {World} world */
const kept = (world) => world.device.items.size > 0;

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'Off line the LMS says “true”: the learner is told within five seconds after the commit',
    cases: ['COM03'], rules: ['T100', 'T101'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      world.connection('offline', false);
      page.answer('soort-lize', 'a');
      await world.pass(10_500);
      assert.notEqual(page.now.saving, 'saved');
      assert.ok(['offline', 'broken-lms'].includes(page.now.notice), page.now.notice);
    },
  },
  {
    name: 'The browser itself notices that it is off line: told at once',
    cases: ['COM03'], rules: ['T101'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      world.connection('offline');
      page.tracker.retry();
      await world.pass(5000);
      page.answer('soort-lize', 'a');
      await world.pass(5000);
      assert.equal(page.now.notice, 'offline');
    },
  },
  {
    name: 'Signed out behind the learner’s back: told, with what to do',
    cases: ['COM03'], rules: ['T102'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      world.connection('signed-out');
      page.answer('soort-lize', 'a');
      await world.pass(12_000);
      assert.equal(page.now.notice, 'signed-out');
      assert.notEqual(page.now.saving, 'saved');
    },
  },
  {
    name: 'Killed between “completed” and “passed” in Moodle: it stays completed, with its score, and opens in review',
    cases: ['STA05', 'STA08'], rules: ['T053', 'T057'], on: MOODLES, deviation: 'D09',
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      world.lms.intercept = (call, session, proceed) => {
        if (call.name === 'LMSSetValue' && call.args[1] === 'passed') throw new Error('the page is gone');
        if (world.lms.held('cmi.core.lesson_status') === 'completed') throw new Error('the page is gone');
        return proceed();
      };
      page.test(90);
      await world.pass(10_000);
      await page.kill();
      world.lms.intercept = (call, session, proceed) => proceed();
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'completed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '90');
      assert.equal((await world.open()).resume.mode, 'review');
    },
  },
  {
    name: 'What the LMS does not surely have stays on the device; what it gives back at the next visit does not',
    cases: ['ENV02'], rules: ['T104'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      assert.ok(kept(world), 'when changed() returns');
      await world.quiet();
      assert.equal(page.now.saving, 'saved');
      assert.ok(kept(world), 'it may have got lost in a break that nobody saw');
      await page.leave();
      const next = await world.open();
      assert.deepEqual(next.notices, []);
      assert.deepEqual(next.course.answers, { 'soort-lize': 'a' });
      assert.ok(!kept(world), [...world.device.items.keys()].join());
    },
  },
  {
    name: 'The last commit gets lost in a break that is over before anybody looks: the next visit has its answers',
    cases: ['COM03', 'ENV02'], rules: ['T104', 'T105'], on: except(EVERY, 'open-edx'), // stores before a commit
    async run(t) {
      for (const before of [0, 1, 2]) {
        const world = t.world();
        const page = await world.open();
        await world.quiet();
        for (let number = 0; number < before; number += 1) {
          page.answer('mythe-jongens', 'tf'[number]);
          await world.quiet();
        }
        world.lms.intercept = (call, session, proceed) => {
          if (call.name !== 'LMSCommit') return proceed();
          world.connection('offline', false);
          proceed();
          world.connection('online');
          return 'true';
        };
        page.answer('soort-lize', 'a');
        await world.pass(3_000);
        await page.kill();
        world.lms.intercept = (call, session, proceed) => proceed();
        assert.equal(world.heldAnswers['soort-lize'], undefined, 'it did get lost');
        const next = await world.open();
        assert.equal(next.course.answers['soort-lize'], 'a', `after ${before} commits`);
        await world.quiet();
        assert.equal(world.heldAnswers['soort-lize'], 'a', `after ${before} commits`);
      }
    },
  },
  {
    name: 'A new attempt, or the course put in once more, starts fresh although the device has the work of before',
    // Open edX calls each learner “incomplete” from the start, so nothing tells a new one from one whose state got lost.
    cases: ['ENV02'], rules: ['T104', 'T124'], on: except(EVERY, 'open-edx'),
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      await page.leave();
      assert.ok(kept(world));
      const other = t.world({ device: world.device });
      const next = await other.open();
      assert.deepEqual(next.course.answers, {});
      assert.deepEqual(next.notices, []);
      assert.ok(!kept(other), 'and it is gone');
    },
  },
  {
    name: 'Off line until the end: the next time, on the same device, nothing is missing',
    cases: ['COM03'], rules: ['T104', 'T105'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      world.connection('offline', false);
      page.answer('mythe-jongens', 'f');
      page.test(90);
      await world.pass(30_000);
      await page.leave();
      world.connection('online');
      const next = await world.open();
      assert.deepEqual(next.course.answers, { 'soort-lize': 'a', 'mythe-jongens': 'f' });
      await world.quiet();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a', 'mythe-jongens': 'f' });
      assert.equal(world.lms.held('cmi.core.score.raw'), '90');
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
    },
  },
  {
    name: 'The connection breaks in the very last second: LMSFinish says “true”, and the device still has the answer',
    cases: ['COM03', 'UNL01'], rules: ['T100', 'T104'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      page.answer('soort-lize', 'a');
      world.connection('offline', false);
      await page.leave();
      world.connection('online');
      const next = await world.open();
      assert.deepEqual(next.course.answers, { 'soort-lize': 'a' });
      await world.pass(10 * 60_000);
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' });
    },
  },
  {
    name: 'A probe that can say nothing confirms nothing: the device keeps the work until the LMS gives it back',
    cases: ['ENV11'], rules: ['T104', 'T108'], on: EVERY,
    async run(t) {
      const world = t.world();
      world.probe = async () => 'unknown';
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      await page.leave();
      assert.ok(kept(world));
      const next = await world.open();
      assert.deepEqual(next.notices, [], 'the LMS has it too, so nothing was restored');
      assert.deepEqual(next.course.answers, { 'soort-lize': 'a' });
      assert.ok(!kept(world), 'seen in the LMS, so no longer needed');
    },
  },
  {
    name: 'Restored from the device: the learner is told, calmly, once',
    cases: [], rules: ['T105', 'T107'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      page.answer('soort-lize', 'c');
      await page.kill();
      const next = await world.open();
      await world.quiet();
      assert.deepEqual(next.notices, ['restored']);
    },
  },
  {
    name: 'What is on the device is older than what the LMS has: the LMS wins',
    cases: ['ENV02'], rules: ['T105'], on: EVERY,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      await world.quiet();
      first.answer('soort-lize', 'a');
      await first.kill();
      const other = new Map(world.device.items);
      world.device.items.clear();
      // On another device the learner goes much further.
      const elsewhere = await world.open();
      await workThrough(world, elsewhere);
      await elsewhere.leave();
      for (const [key, value] of other) world.device.items.set(key, value);
      const back = await world.open();
      assert.deepEqual(back.course.answers, FIRST_ANSWERS);
      await world.quiet();
      assert.deepEqual(world.heldAnswers, FIRST_ANSWERS);
    },
  },
  {
    name: 'Probing is not a second storm: a few requests, never more than commits',
    cases: ['COM01'], rules: ['T100'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      await world.quiet();
      assert.ok(world.probes.length >= 1);
      assert.ok(world.probes.length <= world.calls('LMSCommit').length + 2, `${world.probes.length} probes`);
    },
  },
  {
    name: 'A probe that can say nothing (from a file, or fetch forbidden) alarms nobody',
    cases: ['ENV11'], rules: ['T108'], on: STEADY,
    async run(t) {
      const world = t.world();
      world.probe = async () => 'unknown';
      const page = await world.open();
      await workThrough(world, page);
      await world.quiet();
      assert.deepEqual(page.notices, []);
      assert.deepEqual(world.heldAnswers, FIRST_ANSWERS);
      assert.equal(page.now.saving, 'saved');
    },
  },
  {
    name: 'A role that may not save hears “true” from an LMS whose server answers: nobody can know until the next time',
    cases: [], rules: ['T132'], on: MOODLES, deviation: 'D05',
    async run(t) {
      const world = t.world({ profile: moodleWith({ savetrack: false }) });
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.equal(page.now.saving, 'saved', 'which is not true');
      await page.leave();
      assert.deepEqual((await world.open()).course.answers, {});
    },
  },
  {
    name: 'A commit refused with the error 0 is not counted as stored for good',
    cases: ['API09'], rules: ['T011', 'T104'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      let broken = true;
      world.lms.intercept = (call, session, proceed) => {
        if (call.name !== 'LMSCommit' || !broken) return proceed();
        session.error = '0';
        return 'false';
      };
      page.answer('soort-lize', 'a');
      await world.quiet();
      await page.kill();
      broken = false;
      assert.deepEqual((await world.open()).course.answers, { 'soort-lize': 'a' });
    },
  },
];
