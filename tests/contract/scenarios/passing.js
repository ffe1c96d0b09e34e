/** Passing: “completed”, then “passed”, with the score before both, also where the connection or the page breaks. */
import assert from 'node:assert/strict';
import { EVERY, except, MOODLES, PLAIN, STEADY } from '../scenario.js';
import { committedStatuses, leaveInDisorder, slowLms } from '../steps.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

/** @param {import('../world.js').Page} page */
function passed(page) {
  page.answer('hoeveel-op-tien', '3');
  page.test(85);
}

/** From here on the LMS does not take suspend_data. @param {import('../world.js').World} world */
function refuseState(world) {
  world.lms.intercept = (call, session, proceed) => {
    if (call.name !== 'LMSSetValue' || call.args[0] !== 'cmi.suspend_data') return proceed();
    session.error = '101';
    return 'false';
  };
}

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'Killed between “completed” and “passed”: at the next start the line says that it is saving until “passed” is there',
    cases: ['STA08', 'UNL01'], rules: ['T053', 'T109'], on: except(EVERY, ...MOODLES),
    async run(t) {
      const world = t.world();
      slowLms(world, 80);
      const page = await world.open();
      await world.quiet();
      page.test(85);
      for (let ms = 0; world.lms.held('cmi.core.lesson_status') !== 'completed'; ms += 5) {
        assert.ok(ms < 10_000, 'it never says completed');
        await world.pass(5);
      }
      assert.notEqual(page.now.saving, 'saved', 'its result is not there yet');
      await page.kill();
      const next = await world.open();
      assert.equal(next.now.saving, 'saving');
      for (let ms = 0; world.lms.held('cmi.core.lesson_status') !== 'passed' || /** @type {string} */ (next.now.saving) !== 'saved'; ms += 50) {
        assert.ok(ms < 10_000, 'it goes on saving');
        await world.pass(50);
      }
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
    },
  },
  {
    name: 'A school that counts “completed” never gets its completion, because the course went straight to passed',
    cases: ['STA05'], rules: ['T053'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.test(90);
      await world.quiet();
      await page.leave();
      assert.deepEqual(committedStatuses(world).slice(-2), ['completed', 'passed']);
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
    },
  },
  {
    name: 'Both ticks also when the learner closes the window in the second of passing',
    cases: ['STA05', 'STA08'], rules: ['T053'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      page.test(90);
      await page.leave();
      assert.deepEqual(committedStatuses(world).slice(-2), ['completed', 'passed']);
      assert.equal(world.lms.held('cmi.core.score.raw'), '90');
    },
  },
  {
    name: 'Passed off line, left as the connection is back, and the last commits come in the wrong order: all is right after the next visit',
    cases: ['COM03', 'STA08'], rules: ['T103', 'T053'], on: MOODLES,
    async run(t) {
      for (const order of [[3, 2, 1, 0], [1, 2, 0, 3], [2, 1, 0, 3], [0, 1, 2, 3]]) {
        const world = t.world();
        await leaveInDisorder(world, passed, (beacons) => order.map((place) => beacons[place]));
        const next = await world.open();
        await world.quiet();
        await next.leave();
        assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed', String(order));
        assert.equal(world.lms.held('cmi.core.score.raw'), '85', String(order));
        assert.equal(world.lms.held('cmi.interactions.5.id'), 'hoeveel-op-tien', String(order));
        assert.equal(world.lms.held('cmi.core.exit'), '', String(order));
      }
    },
  },
  {
    name: 'The same, and “passed” comes after what was changed, or before “completed”: the score is a hair too low, or “completed” stays',
    cases: ['COM03', 'STA08'], rules: ['T103'], on: MOODLES, deviation: 'D11',
    async run(t) {
      for (const [order, status, score] of /** @type {[number[], string, string][]} */ ([
        [[1, 0, 2, 3], 'passed', '84.99'], [[0, 2, 1, 3], 'completed', '85']])) {
        const world = t.world();
        await leaveInDisorder(world, passed, (beacons) => order.map((place) => beacons[place]));
        const next = await world.open();
        await world.quiet();
        assert.equal(next.now.saving, 'reading');
        assert.equal(world.lms.held('cmi.core.lesson_status'), status);
        assert.equal(world.lms.held('cmi.core.score.raw'), score);
        assert.deepEqual(next.course.answers, { 'hoeveel-op-tien': '3' }, 'and no answer is lost');
      }
    },
  },
  {
    name: 'The commit of “passed” gets lost: once the connection is back it is sent again, by way of “completed”',
    cases: ['STA08', 'COM03'], rules: ['T053', 'T103'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      let lost = false;
      world.lms.intercept = (call, session, proceed) => {
        if (call.args[1] === 'passed' && !lost) {
          lost = true;
          world.connection('offline', false);
        }
        return proceed();
      };
      page.test(85);
      await world.pass(20_000);
      world.connection('online');
      page.tracker.retry();
      await world.quiet();
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '85');
      assert.equal(page.now.saving, 'saved');
    },
  },
  {
    name: 'The commit of “completed” gets lost between two that arrive: “passed” never stands without its score',
    cases: ['STA08', 'COM03'], rules: ['T053', 'T100', 'T103'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      let lost = false;
      world.lms.intercept = (call, session, proceed) => {
        if (call.name === 'LMSCommit' && !lost && world.calls('LMSSetValue', 'cmi.core.score.raw').length > 0) {
          lost = true;
          world.connection('offline', false);
        }
        if (call.args[1] === 'passed') world.connection('online');
        return proceed();
      };
      page.test(85);
      for (let ms = 0; ms < 60_000; ms += 20) {
        await world.pass(20);
        if (page.now.notice === 'offline') world.connection('online');
        if (world.lms.held('cmi.core.lesson_status') === 'passed') assert.equal(world.lms.held('cmi.core.score.raw'), '85');
      }
      await world.quiet();
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '85');
      assert.equal(page.now.saving, 'saved');
    },
  },
  {
    name: 'The work itself is not taken in the commit of passing: “completed” waits for it, as Moodle opens in review after that',
    cases: ['STA08', 'UNL01'], rules: ['T053', 'T104'], on: PLAIN,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      refuseState(world);
      passed(page);
      await world.pass(8_000);
      await page.kill();
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'incomplete');
      world.lms.intercept = (call, session, proceed) => proceed();
      const next = await world.open();
      assert.equal(next.course.answers['hoeveel-op-tien'], '3');
      await world.quiet();
      assert.equal(world.heldAnswers['hoeveel-op-tien'], '3');
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '85');
    },
  },
  {
    name: 'The work is not taken once while things are sent again: “completed” still comes before “passed”, and the line says saved',
    cases: ['STA05', 'COM03'], rules: ['T053', 'T103', 'T109'], on: PLAIN,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      let commits = 0;
      let refused = false;
      world.lms.intercept = (call, session, proceed) => {
        const isFirst = call.name === 'LMSCommit' && ++commits === 1;
        const isRight = commits === 2 && !refused && call.name === 'LMSSetValue' && call.args[0] === 'cmi.suspend_data';
        if (!isFirst && !isRight) return proceed();
        refused ||= isRight;
        session.error = '101';
        return 'false';
      };
      passed(page);
      await world.quiet();
      assert.ok(refused, 'the work was refused between two commits');
      assert.equal(page.now.saving, 'saved');
      assert.deepEqual(committedStatuses(world).slice(-2), ['completed', 'passed']);
      assert.equal(world.lms.held('cmi.core.score.raw'), '85');
    },
  },
  {
    name: 'After a break “completed” throws though it was taken, on the way to “passed” once more: “passed” gets there all the same',
    cases: ['STA05', 'COM03'], rules: ['T053', 'T103', 'T015'], on: STEADY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      let lost = false;
      let throws = 2;
      world.lms.intercept = (call, session, proceed) => {
        if (call.args[1] === 'passed' && !lost) {
          lost = true;
          world.connection('offline', false);
        }
        const answer = proceed();
        if (lost && call.args[1] === 'completed' && throws-- > 0) throw new Error('no answer in time');
        return answer;
      };
      page.test(85);
      await world.pass(20_000);
      world.connection('online');
      page.tracker.retry();
      await world.quiet();
      assert.ok(throws <= 0, 'it threw twice');
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(page.now.saving, 'saved');
    },
  },
  {
    name: 'An LMS that goes on refusing the work gets the result all the same, and the learner is told',
    cases: ['STA08'], rules: ['T053', 'T092'], on: PLAIN,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      refuseState(world);
      passed(page);
      await world.pass(5 * 60_000);
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '85');
      assert.equal(page.now.notice, 'broken-lms');
      assert.equal(page.now.saving, 'device');
    },
  },
  {
    name: 'A short break in the middle of passing: both ticks, score and exit are there in the end',
    cases: ['STA08', 'COM03'], rules: ['T103', 'T053'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      page.test(90);
      world.connection('offline', false);
      await world.pass(20_000);
      world.connection('online');
      page.tracker.retry();
      await world.quiet();
      await page.leave();
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '90');
      assert.equal(world.lms.held('cmi.core.exit'), '');
    },
  },
];
