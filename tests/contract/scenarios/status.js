/** lesson_status: STA02–STA11. */
import assert from 'node:assert/strict';
import { EVERY, except, MOODLES } from '../scenario.js';
import { committedStatuses, workThrough } from '../steps.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */
/** @typedef {import('../world.js').World} World */

const STATUS = 'cmi.core.lesson_status';
const RANK = ['incomplete', 'completed', 'passed'];

/** Every status that the LMS was told, in order. @param {World} world */
const statuses = (world) => world.calls('LMSSetValue', STATUS).map(({ args }) => String(args[1]));

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'An LMS refuses “incomplete” until the course is left: it is not finished, so that nobody is “completed” for it',
    // Those that keep to the letter of RTE 3.4.4 decide whenever the learner leaves: nothing helps there.
    cases: ['STA02'], rules: ['T050'], on: [...MOODLES, 'open-edx', 'scorm-again'],
    async run(t) {
      const world = t.world();
      world.lms.intercept = (call, session, proceed) => {
        if (call.args[0] !== 'cmi.core.lesson_status' || call.name !== 'LMSSetValue') return proceed();
        session.error = '101';
        return 'false';
      };
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      await page.leave();
      assert.ok(!['completed', 'passed', 'failed'].includes(world.lms.held('cmi.core.lesson_status')));
      world.lms.intercept = (call, session, proceed) => proceed();
      const next = await world.open();
      assert.deepEqual(next.course.answers, { 'soort-lize': 'a' });
      await world.quiet();
      await next.leave();
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'incomplete');
    },
  },
  {
    name: 'Open and close at once: the LMS says completed',
    cases: ['STA02'], rules: ['T050'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await page.leave();
      assert.equal(world.lms.held(STATUS), 'incomplete');
    },
  },
  {
    name: '“incomplete” is there from the start, also when the page is killed after ten seconds',
    cases: ['STA02'], rules: ['T050'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.pass(10_000);
      await page.kill();
      assert.equal(world.lms.held(STATUS), 'incomplete');
      assert.equal(world.lms.held('cmi.core.exit'), 'suspend');
    },
  },
  {
    name: 'The learner is gone without LMSFinish, and an LMS decides all the same: it finds “incomplete”',
    cases: ['STA02'], rules: ['T050'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.pass(2_000);
      page.running?.leave();
      await page.kill();
      assert.deepEqual(world.calls('LMSFinish'), []);
      assert.equal(world.lms.held(STATUS), 'incomplete');
    },
  },
  {
    name: 'Closing the window stamps a final status',
    cases: ['STA03'], rules: ['T051'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'b');
      await page.leave();
      assert.equal(world.lms.held(STATUS), 'incomplete');
      assert.deepEqual(statuses(world).filter((status) => status !== 'incomplete'), []);
    },
  },
  {
    name: 'Closing the window after all practice but before the test stamps nothing',
    cases: ['STA03', 'STA10'], rules: ['T051', 'T058'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      await page.leave();
      assert.equal(world.lms.held(STATUS), 'incomplete');
      assert.equal(world.lms.held('cmi.core.score.raw'), '');
    },
  },
  {
    name: 'Passed, opened again and closed: the status falls back',
    cases: ['STA04'], rules: ['T052'], on: EVERY,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      first.test(90);
      await world.quiet();
      await first.leave();
      const second = await world.open();
      await world.pass(10_000);
      await second.leave();
      assert.equal(world.lms.held(STATUS), 'passed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '90');
    },
  },
  {
    name: 'Passed, then twenty pages in two seconds: the status falls back',
    cases: ['STA04'], rules: ['T052'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.test(90);
      await world.quiet();
      for (let turn = 0; turn < 20; turn += 1) {
        page.visit(turn % 2 ? 'welkom' : 'signalen');
        await world.pass(100);
      }
      await world.quiet();
      await page.leave();
      assert.equal(world.lms.held(STATUS), 'passed');
      const ranks = statuses(world).map((status) => RANK.indexOf(status));
      assert.deepEqual(ranks, ranks.toSorted());
    },
  },
  {
    name: 'Passed, then the test again with a worse result: status and score fall',
    cases: ['STA04'], rules: ['T052', 'T063'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.test(90);
      await world.quiet();
      page.test(30);
      await world.quiet();
      await page.leave();
      assert.equal(world.lms.held(STATUS), 'passed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '90');
    },
  },
  {
    name: 'The course knows less than the LMS (state lost, LMS says passed): status and score do not fall',
    cases: ['STA04'], rules: ['T052', 'T063'], on: EVERY,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      first.test(90);
      await world.quiet();
      await first.leave();
      world.lms.attempt?.values.set('cmi.suspend_data', '');
      const second = await world.open();
      second.answer('soort-lize', 'b');
      second.test(30);
      await world.quiet();
      await second.leave();
      assert.equal(world.lms.held(STATUS), 'passed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '90');
    },
  },
  {
    name: 'A school that wants “completed” only: the course ends there',
    cases: ['STA05'], rules: ['T054'], on: EVERY,
    async run(t) {
      const world = t.world({ settings: { endsWith: 'completed' } });
      const page = await world.open();
      page.test(90);
      await world.quiet();
      await page.leave();
      assert.deepEqual(committedStatuses(world).filter((status) => status !== 'incomplete'), ['completed']);
      assert.equal(world.lms.held(STATUS), 'completed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '90');
      assert.equal(world.lms.held('cmi.core.exit'), '');
    },
  },
  {
    name: '“failed” after a bad test locks the learner out',
    cases: ['STA06'], rules: ['T055'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      for (const score of [0, 20, 69]) {
        page.test(score);
        await world.quiet();
      }
      await page.leave();
      assert.equal(world.lms.held(STATUS), 'incomplete');
      assert.ok(!statuses(world).includes('failed'));
      assert.equal(world.lms.held('cmi.core.exit'), 'suspend');
      const next = await world.open();
      assert.equal(next.resume.mode, 'normal');
      next.test(80);
      await world.quiet();
      assert.equal(world.lms.held(STATUS), 'passed');
    },
  },
  {
    name: 'An LMS turned the open attempt into “failed”: the learner passes and it is passed',
    cases: ['STA06'], rules: ['T055'], on: except(EVERY, ...MOODLES),
    async run(t) {
      const world = t.world();
      const first = await world.open();
      first.answer('soort-lize', 'a');
      await first.leave();
      world.lms.attempt?.values.set(STATUS, 'failed');
      const second = await world.open();
      second.answer('mythe-jongens', 'f');
      await world.quiet();
      second.test(80);
      await world.quiet();
      await second.leave();
      assert.equal(world.lms.held(STATUS), 'passed');
    },
  },
  {
    name: 'A status outside the writable words of SCORM 1.2',
    cases: ['STA07'], rules: ['T016'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      page.test(10);
      page.test(90);
      await world.quiet();
      await page.leave();
      for (const status of statuses(world)) assert.ok(RANK.includes(status), status);
    },
  },
  {
    name: 'The score goes out before the status, and both before the commit that carries them',
    cases: ['STA08'], rules: ['T057'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      const begin = world.lms.calls.length;
      page.test(90);
      await world.quiet();
      const order = world.lms.calls.slice(begin)
        .filter(({ name }) => name === 'LMSSetValue' || name === 'LMSCommit')
        .map(({ name, args }) => (name === 'LMSCommit' ? 'commit' : `${args[0]}=${args[1]}`));
      const raw = order.findIndex((call) => call.startsWith('cmi.core.score.raw'));
      const completed = order.indexOf(`${STATUS}=completed`);
      const passed = order.indexOf(`${STATUS}=passed`);
      const first = order.indexOf('commit');
      const second = order.indexOf('commit', passed);
      assert.ok(raw >= 0 && raw < completed && completed < first && first < passed && passed < second, order.join('\n'));
    },
  },
  {
    name: 'Cut off after any single call, the LMS never holds “passed” or “completed” without the score',
    cases: ['STA08'], rules: ['T057'], on: EVERY,
    async run(t) {
      /** @param {number} limit  calls that still reach the LMS */
      const play = async (limit) => {
        const world = t.world();
        let calls = 0;
        world.lms.intercept = (call, session, proceed) => {
          calls += 1;
          if (calls <= limit) return proceed();
          throw new Error('the page is gone');
        };
        const page = await world.open();
        page.answer('soort-lize', 'a');
        await world.pass(8000);
        page.test(90);
        await world.pass(20_000);
        await page.kill();
        return { world, calls };
      };
      const { calls } = await play(Infinity);
      for (let limit = 0; limit <= calls; limit += 1) {
        const { world } = await play(limit);
        if (['passed', 'completed'].includes(world.lms.held(STATUS))) {
          assert.equal(world.lms.held('cmi.core.score.raw'), '90', `after ${limit} calls`);
        }
      }
    },
  },
  {
    name: 'A school has set a mastery score in Moodle’s way: a learner halfway is not failed by it',
    cases: ['STA06'], rules: ['T058', 'T130'], on: EVERY,
    async run(t) {
      const world = t.world({ manifest: { mastery_score: '80' } });
      const page = await world.open();
      await workThrough(world, page);
      await page.leave();
      assert.equal(world.lms.held(STATUS), 'incomplete');
    },
  },
  {
    name: 'With a mastery score in Moodle, a failed try with a score ends the attempt',
    cases: ['STA06'], rules: ['T130'], on: MOODLES, deviation: 'D03',
    async run(t) {
      const world = t.world({ manifest: { mastery_score: '80' } });
      const page = await world.open();
      page.test(50);
      await world.quiet();
      assert.equal(world.lms.held(STATUS), 'incomplete');
      await page.leave();
      assert.equal(world.lms.held(STATUS), 'failed', 'Moodle’s mastery override, at LMSFinish');
    },
  },
];
