/** cmi.core.exit, and what LMSs keep or throw away because of it: SUS06, SUS07. */
import assert from 'node:assert/strict';
import { EVERY, except, OWN } from '../scenario.js';
import { workThrough } from '../steps.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'An LMS throws the work away because exit was not “suspend” when the connection broke',
    cases: ['SUS06'], rules: ['T034'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.equal(world.lms.held('cmi.core.exit'), 'suspend', 'long before the end');
      await page.kill();
      assert.deepEqual((await world.open()).course.answers, { 'soort-lize': 'a' });
    },
  },
  {
    name: 'An LMS keeps the work only after exit “suspend”: the learner who stops halfway has it back',
    cases: ['SUS06'], rules: ['T034'], on: OWN,
    async run(t) {
      const world = t.world({ profile: forgetful });
      const first = await world.open();
      first.answer('soort-lize', 'a');
      await world.quiet();
      await first.leave();
      world.device.items.clear();
      assert.deepEqual((await world.open()).course.answers, { 'soort-lize': 'a' });
    },
  },
  {
    name: 'An LMS keeps the work only after exit “suspend”: a second visit of reading only does not cost it',
    cases: ['SUS06'], rules: ['T034'], on: OWN,
    async run(t) {
      for (const visit of [3_000, 30_000]) {
        const world = t.world({ profile: forgetful });
        const first = await world.open();
        first.answer('soort-lize', 'a');
        await world.quiet();
        await first.leave();
        const second = await world.open();
        await world.pass(visit);
        await second.leave();
        world.device.items.clear();
        assert.deepEqual((await world.open()).course.answers, { 'soort-lize': 'a' }, `a visit of ${visit} ms`);
      }
    },
  },
  {
    name: 'An LMS keeps the work only after exit “suspend”: a second visit that is killed does not cost it',
    cases: ['SUS06'], rules: ['T034'], on: OWN,
    async run(t) {
      const world = t.world({ profile: forgetful });
      const first = await world.open();
      first.answer('soort-lize', 'a');
      await world.quiet();
      await first.leave();
      const second = await world.open();
      second.answer('mythe-jongens', 'f');
      await world.quiet();
      await second.kill();
      world.device.items.clear();
      assert.deepEqual((await world.open()).course.answers, { 'soort-lize': 'a', 'mythe-jongens': 'f' });
    },
  },
  {
    name: 'An LMS keeps the work only after exit “suspend”: who has passed begins a new attempt there',
    // Open edX calls each learner “incomplete” from the start: there the device gives its work to the new attempt.
    cases: ['SUS06'], rules: ['T034'], on: except(OWN, 'open-edx'), deviation: 'D02',
    async run(t) {
      const world = t.world({ profile: forgetful });
      const first = await world.open();
      first.answer('soort-lize', 'a');
      first.test(90);
      await world.quiet();
      await first.leave();
      assert.equal(world.lms.attempts[0].values.get('cmi.core.lesson_status'), 'passed');
      const next = await world.open();
      assert.deepEqual(next.course.answers, {});
      await next.leave();
      assert.equal(world.lms.attempts[0].values.get('cmi.core.lesson_status'), 'passed', 'the record of the first stays');
    },
  },
  {
    name: 'exit is “suspend” while unfinished and empty when done, and nothing else ever',
    cases: ['SUS06'], rules: ['T034'], on: EVERY,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      first.test(40);
      await world.quiet();
      await first.leave();
      assert.equal(world.lms.held('cmi.core.exit'), 'suspend');
      const second = await world.open();
      second.test(90);
      await world.quiet();
      await second.leave();
      assert.equal(world.lms.held('cmi.core.exit'), '');
      for (const { args } of world.calls('LMSSetValue', 'cmi.core.exit')) assert.ok(['suspend', ''].includes(String(args[1])));
    },
  },
  {
    name: 'An LMS does not store empty text: nothing of ours depends on it',
    cases: ['SUS07'], rules: ['T035'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      page.test(90);
      await world.quiet();
      await page.leave();
      const empty = world.calls('LMSSetValue').filter(({ args }) => args[1] === '' && args[0] !== 'cmi.core.exit');
      assert.deepEqual(empty, []);
    },
  },
  {
    name: 'An LMS ignores the empty exit: a learner who has passed still finds all of it back',
    cases: ['SUS07'], rules: ['T035'], on: EVERY,
    async run(t) {
      const world = t.world();
      world.lms.intercept = (call, session, proceed) => (call.name === 'LMSSetValue' && call.args[1] === '' ? 'true' : proceed());
      const first = await world.open();
      first.answer('soort-lize', 'a');
      first.test(90);
      await world.quiet();
      await first.leave();
      const next = await world.open();
      assert.deepEqual(next.course.answers, { 'soort-lize': 'a' });
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
    },
  },
];

/** An LMS that keeps work only after exit “suspend”. @type {import('../scenario.js').Change} */
function forgetful(own) {
  const isNew = (/** @type {import('../../lms/types.js').Attempt | undefined} */ attempt) => attempt?.values.get('cmi.core.exit') !== 'suspend';
  return { ...own, launch: (attempt, asked) => ({
    ...own.launch(isNew(attempt) ? undefined : attempt, asked), newAttempt: isNew(attempt),
  }) };
}
