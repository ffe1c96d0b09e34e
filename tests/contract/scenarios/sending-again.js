/** After a break: what an LMS counts as stored and is not, is sent once more, changed, and then right. */
import assert from 'node:assert/strict';
import { QUESTIONS } from '../course.js';
import { EVERY, except, LISTING, MOODLES } from '../scenario.js';
import { FIRST_ANSWERS, leaveInDisorder, workOffLine, workThrough } from '../steps.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

/** The first six questions have their own names in the LMS. @param {import('../world.js').World} world @param {string} [note] */
function assertNamed(world, note) {
  const six = QUESTIONS.slice(0, 6);
  assert.deepEqual(six.map((question, index) => world.lms.held(`cmi.interactions.${index}.id`)), six.map(({ id }) => id), note);
}

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'Two minutes off line and back: every answer is in the LMS',
    cases: ['COM03'], rules: ['T103'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      world.connection('offline');
      for (const [id, answer] of Object.entries(FIRST_ANSWERS)) {
        page.answer(id, answer);
        await world.pass(15_000);
      }
      world.connection('online');
      page.tracker.retry();
      await world.quiet();
      assert.deepEqual(world.heldAnswers, FIRST_ANSWERS);
      assert.equal(page.now.saving, 'saved');
      assert.equal(page.now.notice, 'none');
    },
  },
  {
    name: 'An LMS counts what it lost as stored: after the break it is sent once more, changed, and then right',
    cases: ['COM03'], rules: ['T103'], on: [...MOODLES, 'open-edx'],
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      world.connection('offline', false);
      page.answer('soort-lize', 'b');
      page.test(85);
      await world.pass(60_000);
      assert.equal(world.lms.held('cmi.core.score.raw'), '');
      world.connection('online');
      page.tracker.retry();
      await world.quiet();
      assert.equal(world.lms.held('cmi.core.score.raw'), '85');
      assert.equal(world.lms.held('cmi.core.score.max'), '100');
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(world.lms.held('cmi.core.exit'), '');
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'b' });
      for (const [part, value] of [['id', 'soort-lize'], ['type', 'choice'], ['student_response', 'b'], ['result', 'wrong'],
        ['correct_responses.0.pattern', 'a'], ['weighting', '1'], ['objectives.0.id', 'LD1']]) {
        assert.equal(world.lms.held(`cmi.interactions.0.${part}`), value, part);
      }
      assert.equal(world.lms.held('cmi.objectives.0.score.raw'), '0');
    },
  },
  {
    name: 'What is sent in between, to make it different, is allowed everywhere and never a wrong result',
    cases: ['STA07'], rules: ['T103', 'T016', 'T052'], on: except(LISTING, 'hostile'), // there each call may have been the second
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      world.connection('offline', false);
      // All at once, so that all of it is in the commit that gets lost.
      page.visit('signalen');
      for (const [id, answer] of Object.entries(FIRST_ANSWERS)) page.answer(id, answer);
      page.test(85);
      await world.pass(60_000);
      world.connection('online');
      page.tracker.retry();
      await world.pass(30 * 60_000);
      for (const element of ['cmi.core.score.raw', 'cmi.objectives.0.id', 'cmi.interactions.0.id', 'cmi.interactions.7.student_response']) {
        assert.equal(new Set(world.calls('LMSSetValue', element).map(({ args }) => args[1])).size, 2, `${element} was sent in two ways`);
      }
      assert.deepEqual(world.refused, []);
      assert.deepEqual(QUESTIONS.map((question, index) => world.lms.held(`cmi.interactions.${index}.type`)), QUESTIONS.map(({ type }) => type));
      assert.equal(world.lms.count('cmi.interactions'), 8);
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
    },
  },
  {
    name: 'After a break the questions that were only named, to leave no gap, still have their own names',
    cases: ['INT04', 'INT05'], rules: ['T103', 'T074'], on: LISTING,
    async run(t) {
      const world = t.world();
      const page = await workOffLine(world, (page) => page.answer('hoeveel-op-tien', '3'));
      page.tracker.retry();
      await world.quiet();
      await page.leave();
      assertNamed(world);
    },
  },
  {
    name: 'The connection breaks again in the middle of sending again: every value is right in the end',
    cases: ['COM03', 'INT04'], rules: ['T103', 'T074'], on: LISTING,
    async run(t) {
      for (let failing = 1; failing <= 4; failing += 1) {
        const world = t.world();
        const page = await workOffLine(world, (page) => {
          page.visit('signalen');
          page.answer('hoeveel-op-tien', '3');
          page.test(85);
        });
        let commits = 0;
        world.lms.intercept = (call, session, proceed) => {
          if (call.name !== 'LMSCommit') return proceed();
          commits += 1;
          if (commits > failing) return proceed();
          session.error = '101';
          return 'false';
        };
        page.tracker.retry();
        await world.pass(20 * 60_000);
        await page.leave();
        assertNamed(world, `${failing} commits failed`);
        assert.equal(world.lms.held('cmi.interactions.5.student_response'), '3');
        assert.equal(world.lms.held('cmi.interactions.5.type'), 'numeric');
        assert.equal(world.lms.held('cmi.core.lesson_location'), 'signalen');
        assert.equal(world.lms.held('cmi.core.score.raw'), '85');
        assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
        assert.equal(world.lms.held('cmi.objectives.2.id'), 'LD3');
        assert.equal(world.lms.held('cmi.objectives.0.id'), 'LD1');
      }
    },
  },
  {
    name: 'Killed between the two halves of sending again: the next visit puts it right',
    cases: ['COM03', 'UNL01'], rules: ['T103', 'T105'], on: LISTING,
    async run(t) {
      const world = t.world();
      const page = await workOffLine(world, (page) => {
        page.answer('woord-gemis', 'gemis');
        page.test(85);
      });
      // The first commit after the break still arrives, then the page is gone.
      let commits = 0;
      world.lms.intercept = (call, session, proceed) => {
        if (commits > 0) throw new Error('the page is gone');
        if (call.name === 'LMSCommit') commits += 1;
        return proceed();
      };
      page.tracker.retry();
      await world.pass(1000);
      await page.kill();
      world.lms.intercept = (call, session, proceed) => proceed();
      assert.notEqual(world.lms.held('cmi.core.lesson_status'), 'passed', 'nothing is claimed too early');
      const next = await world.open();
      await world.quiet();
      await next.leave();
      assert.equal(world.lms.held('cmi.interactions.7.student_response'), 'gemis');
      assert.equal(world.lms.held('cmi.interactions.7.type'), 'fill-in');
      assert.equal(world.lms.held('cmi.core.score.raw'), '85');
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
    },
  },
  {
    name: 'After a break an LMS no longer takes the right names, and the page is killed: the next visit puts it right',
    cases: ['COM03', 'UNL01'], rules: ['T103', 'T105'], on: LISTING,
    async run(t) {
      for (const [failing, storage] of /** @type {[number, boolean][]} */ ([[2, true], [6, true], [Infinity, true], [6, false]])) {
        const world = t.world({ storage });
        const page = await workOffLine(world, (page) => page.answer('hoeveel-op-tien', '3'));
        let changed = false;
        let thrown = 0;
        world.lms.intercept = (call, session, proceed) => {
          if (call.name === 'LMSCommit') changed = true;
          else if (changed && call.name === 'LMSSetValue' && /interactions\.\d+\.id$/.test(String(call.args[0])) && thrown < failing) {
            thrown += 1;
            throw new Error('the LMS fell over');
          }
          return proceed();
        };
        page.tracker.retry();
        await world.pass(4_000);
        assert.deepEqual(world.heldAnswers, { 'hoeveel-op-tien': '3' }, 'the answer itself is there');
        await page.kill();
        world.lms.intercept = (call, session, proceed) => proceed();
        assert.equal(world.lms.held('cmi.interactions.0.id'), 'soort-lize.', `${failing}: it was sent to be different`);
        const next = await world.open();
        await world.quiet();
        assert.equal(next.now.saving, 'saved');
        await next.leave();
        assertNamed(world, `${failing} refusals`);
        assert.deepEqual(next.course.answers, { 'hoeveel-op-tien': '3' });
      }
    },
  },
  {
    name: 'After a break a slow LMS is left: the answers go first, and wherever it ends the next visit puts the details right',
    cases: ['COM03', 'UNL01'], rules: ['T103', 'T105', 'T080'], on: LISTING,
    async run(t) {
      for (const lasts of [0, 4, 8, 12, 20, 30, 40, Infinity]) {
        const world = t.world();
        let left = Infinity;
        world.lms.intercept = (call, session, proceed) => {
          world.clock.block(80);
          left -= 1;
          if (left < 0) throw new Error('the page is gone');
          return proceed();
        };
        const page = await workOffLine(world, (page) => page.answer('hoeveel-op-tien', '3'));
        left = lasts;
        await page.leave();
        world.lms.intercept = (call, session, proceed) => proceed();
        if (lasts >= 12) assert.deepEqual(world.heldAnswers, { 'hoeveel-op-tien': '3' }, `after ${lasts} calls`);
        const next = await world.open();
        await world.quiet();
        await next.leave();
        assert.deepEqual(next.course.answers, { 'hoeveel-op-tien': '3' }, `after ${lasts} calls`);
        assert.deepEqual(world.heldAnswers, { 'hoeveel-op-tien': '3' }, `after ${lasts} calls`);
        assertNamed(world, `after ${lasts} calls`);
        for (const [part, value] of [['type', 'numeric'], ['student_response', '3'], ['result', 'correct'], ['weighting', '1']]) {
          assert.equal(world.lms.held(`cmi.interactions.5.${part}`), value, `${part} after ${lasts} calls`);
        }
      }
    },
  },
  {
    name: 'After a break the page is left, and its last commits overtake each other: the next visit puts it right',
    cases: ['COM03', 'UNL01'], rules: ['T103', 'T105'], on: MOODLES,
    async run(t) {
      for (const storage of [true, false]) {
        const world = t.world({ storage });
        await leaveInDisorder(world, (page) => {
          page.visit('signalen');
          page.answer('hoeveel-op-tien', '3');
        });
        assert.equal(world.lms.held('cmi.interactions.5.id'), 'hoeveel-op-tien.', 'they did overtake');
        const next = await world.open();
        await world.quiet();
        assert.equal(next.now.saving, 'saved');
        await next.leave();
        assertNamed(world);
        assert.equal(world.lms.held('cmi.interactions.5.student_response'), '3');
        assert.equal(world.lms.held('cmi.interactions.5.result'), 'correct');
        // Without a device nothing of the learner's is written before the learner does something; the state has the place too.
        if (storage) assert.equal(world.lms.held('cmi.core.lesson_location'), 'signalen');
        assert.equal(world.lms.held('cmi.core.lesson_status'), 'incomplete');
        assert.equal(world.lms.held('cmi.objectives.0.id'), 'LD1');
        assert.deepEqual(world.heldAnswers, { 'hoeveel-op-tien': '3' });
      }
    },
  },
  {
    name: 'Two breaks, one after the other: every value is right in the end',
    cases: ['COM03'], rules: ['T103'], on: LISTING,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      page.visit('signalen');
      page.answer('koppel-soorten', 'a.a,b.b');
      for (let round = 0; round < 2; round += 1) {
        world.connection('offline', false);
        page.answer('soort-lize', 'ab'[round]);
        await world.pass(30_000);
        world.connection('online');
        page.tracker.retry();
        await world.pass(7_000);
      }
      page.test(85);
      await world.quiet();
      await world.quiet();
      await page.leave();
      const held = (/** @type {string} */ element) => world.lms.held(element);
      assert.equal(held('cmi.core.lesson_location'), 'signalen');
      assert.equal(held('cmi.core.score.raw'), '85');
      assert.equal(held('cmi.core.score.min'), '0');
      assert.equal(held('cmi.core.score.max'), '100');
      assert.equal(held('cmi.interactions.0.student_response'), 'b');
      assert.equal(held('cmi.interactions.0.time'), '09:10:00');
      assert.equal(held('cmi.interactions.3.id'), 'koppel-soorten');
      assert.equal(held('cmi.interactions.3.type'), 'matching');
      assert.equal(held('cmi.interactions.3.student_response'), 'a.a,b.b');
      assert.equal(held('cmi.interactions.3.correct_responses.0.pattern'), 'a.a,b.b');
      assert.equal(held('cmi.interactions.3.weighting'), '1');
      assert.equal(held('cmi.objectives.1.id'), 'LD2');
      assert.equal(held('cmi.objectives.1.status'), 'incomplete');
      assert.equal(held('cmi.objectives.1.score.raw'), '50');
    },
  },
];
