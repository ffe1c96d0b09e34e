/** An LMS that throws now and then over the details for the trainer. */
import assert from 'node:assert/strict';
import { QUESTIONS } from '../course.js';
import { HONEST } from '../scenario.js';
import { workThrough } from '../steps.js';

/** @type {import('../scenario.js').Scenario[]} */
export const scenarios = [
  {
    name: 'An LMS stumbles over one part of an answer, and the learner leaves: the trainer has it all the same',
    cases: ['INT05'], rules: ['T078'], on: HONEST,
    async run(t) {
      for (const part of ['id', 'type', 'student_response', 'result']) {
        const world = t.world();
        let tries = 0;
        world.lms.intercept = (call, session, proceed) => {
          if (call.name === 'LMSSetValue' && call.args[0] === `cmi.interactions.2.${part}` && ++tries <= 2) throw new Error('busy');
          return proceed();
        };
        const page = await world.open();
        await world.quiet();
        page.answer('mythe-jongens', 't');
        await world.pass(3_000);
        assert.equal(tries, 2, 'it was tried in vain');
        assert.equal(page.now.notice, 'none');
        await page.leave();
        assert.equal(world.lms.held(`cmi.interactions.2.${part}`),
          { id: 'mythe-jongens', type: 'true-false', student_response: 't', result: 'wrong' }[part]);
      }
    },
  },
  {
    name: 'An LMS that stumbles now and then over different answers is not one that takes none',
    cases: ['INT05'], rules: ['T078'], on: HONEST,
    async run(t) {
      const world = t.world();
      /** @type {Map<string, number>} */
      const tries = new Map();
      world.lms.intercept = (call, session, proceed) => {
        const element = String(call.args[0]);
        if (call.name === 'LMSSetValue' && /^cmi\.interactions\.\d+\.student_response$/.test(element)) {
          tries.set(element, (tries.get(element) ?? 0) + 1);
          if (/** @type {number} */ (tries.get(element)) <= 2) throw new Error('busy');
        }
        return proceed();
      };
      const page = await world.open();
      await workThrough(world, page);
      await world.quiet();
      await page.leave();
      QUESTIONS.forEach(({ options }, index) => {
        assert.equal(world.lms.held(`cmi.interactions.${index}.student_response`), options[0], `answer ${index}`);
      });
      assert.deepEqual(page.notices, []);
    },
  },
  {
    name: 'An LMS that stumbles over every answer for ever is not called more often for it',
    cases: ['INT05', 'COM01'], rules: ['T078', 'T090'], on: HONEST,
    async run(t) {
      const world = t.world();
      world.lms.intercept = (call, session, proceed) => {
        if (call.name === 'LMSSetValue' && /^cmi\.interactions/.test(String(call.args[0]))) throw new Error('broken');
        return proceed();
      };
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      const before = world.calls('LMSCommit').length;
      await world.pass(4 * 60_000);
      assert.ok(world.calls('LMSCommit').length <= before + 1);
      assert.ok(before <= 6, `${before} commits`);
      assert.deepEqual(page.notices, []);
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' });
    },
  },
];
