/** An LMS that throws now and then over the details for the trainer. */
import assert from 'node:assert/strict';
import { QUESTIONS } from '../course.js';
import { EVERY, except, LISTING, STEADY } from '../scenario.js';
import { workThrough } from '../steps.js';

/** @type {import('../scenario.js').Scenario[]} */
export const scenarios = [
  {
    name: 'An LMS stumbles over one part of an answer, and the learner leaves: the trainer has it all the same',
    cases: ['INT05'], rules: ['T078'], on: except(LISTING, 'hostile'), // stumbles of itself
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
    name: 'An LMS stumbles over the id of an answer, which it wants first: its other parts and later answers arrive all the same',
    cases: ['INT05', 'INT06'], rules: ['T078', 'T075'], on: LISTING,
    async run(t) {
      for (const together of [false, true]) {
        const world = t.world();
        let tries = 0;
        world.lms.intercept = (call, session, proceed) => {
          if (call.name === 'LMSSetValue' && call.args[0] === 'cmi.interactions.2.id' && ++tries <= 2) throw new Error('busy');
          return proceed();
        };
        const page = await world.open();
        await world.quiet();
        page.answer('mythe-jongens', 't');
        if (!together) await world.quiet();
        page.answer('koppel-soorten', 'a.a,b.b');
        await world.quiet();
        page.answer('hoeveel-op-tien', '3');
        await world.quiet();
        await page.leave();
        assert.ok(tries > 2, 'it was tried again');
        for (const [index, id, type, response] of /** @type {const} */ ([
          [2, 'mythe-jongens', 'true-false', 't'], [3, 'koppel-soorten', 'matching', 'a.a,b.b'], [5, 'hoeveel-op-tien', 'numeric', '3']])) {
          const held = ['id', 'type', 'student_response'].map((part) => world.lms.held(`cmi.interactions.${index}.${part}`));
          assert.deepEqual(held, [id, type, response], together ? 'in one commit' : 'one after the other');
        }
        assert.deepEqual(page.notices, []);
      }
    },
  },
  {
    name: 'An LMS takes the state and throws all the same: what it gives back is our own, not that of another window',
    cases: ['COM05'], rules: ['T094', 'T015', 'T092'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      let throws = 2;
      world.lms.intercept = (call, session, proceed) => {
        const answer = proceed();
        if (call.name === 'LMSSetValue' && call.args[0] === 'cmi.suspend_data' && throws-- > 0) throw new Error('no answer in time');
        return answer;
      };
      page.answer('mythe-jongens', 'f');
      await world.quiet();
      assert.notEqual(page.now.notice, 'other-window');
      page.answer('koppel-soorten', 'a.a,b.b');
      await world.quiet();
      const all = { 'soort-lize': 'a', 'mythe-jongens': 'f', 'koppel-soorten': 'a.a,b.b' };
      assert.deepEqual(world.heldAnswers, all);
      await page.leave();
      assert.deepEqual((await world.open()).course.answers, all);
    },
  },
  {
    name: 'An LMS that stumbles now and then over different answers is not one that takes none',
    cases: ['INT05'], rules: ['T078'], on: LISTING,
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
    cases: ['INT05', 'COM01'], rules: ['T078', 'T090'], on: STEADY,
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
