/** “true” proves nothing: what the player does to know, and what it says. */
import assert from 'node:assert/strict';
import { EVERY, FAITHFUL, HONEST, LISTING, ONCE, except } from '../scenario.js';
import { createProbe } from '../../../builder/player/tracking/confirm.js';
import { QUESTIONS } from '../course.js';
import { FIRST_ANSWERS, workThrough } from '../steps.js';
import { createLms } from '../../lms/lms.js';
import { moodle } from '../../lms/profiles/moodle.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */
/** @typedef {import('../world.js').World} World */

/** Does the device hold anything of ours? @param {World} world */
const kept = (world) => world.device.items.size > 0;

/** A probe over a server that answers like this. @param {() => any} answer @param {{online?: boolean}} [browser] */
function probing(answer, browser = {}) {
  let asked = 0;
  const ask = createProbe({
    fetch: async () => {
      asked += 1;
      return answer();
    },
    online: () => browser.online ?? true,
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer),
  }, { url: 'probe.txt', content: 'eenzaamheid-vo 1' });
  return { ask, asked: () => asked };
}

/** @param {object} given */
const response = (given) => ({
  ok: true, status: 200, type: 'basic', redirected: false, text: async () => 'eenzaamheid-vo 1\n', ...given,
});

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
    cases: ['COM03'], rules: ['T103'], on: ['moodle', 'moodle-strict', 'open-edx'],
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
    cases: ['STA07'], rules: ['T103', 'T016', 'T052'], on: ['moodle', 'moodle-strict', 'strict', 'scorm-again'],
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      world.connection('offline', false);
      await workThrough(world, page);
      page.test(85);
      await world.pass(60_000);
      world.connection('online');
      page.tracker.retry();
      await world.pass(30 * 60_000);
      assert.deepEqual(world.refused, []);
      assert.equal(world.lms.count('cmi.interactions'), 8);
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
    },
  },
  {
    name: 'After a break the questions that were only named, to leave no gap, still have their own names',
    cases: ['INT04', 'INT05'], rules: ['T103', 'T074'], on: LISTING,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      world.connection('offline', false);
      page.answer('hoeveel-op-tien', '3');
      await world.pass(60_000);
      world.connection('online');
      page.tracker.retry();
      await world.quiet();
      await page.leave();
      assert.deepEqual([0, 1, 2, 3, 4, 5].map((index) => world.lms.held(`cmi.interactions.${index}.id`)),
        QUESTIONS.slice(0, 6).map(({ id }) => id));
    },
  },
  {
    name: 'The connection breaks again in the middle of sending again: every value is right in the end',
    cases: ['COM03', 'INT04'], rules: ['T103', 'T074'], on: LISTING,
    async run(t) {
      for (let failing = 1; failing <= 4; failing += 1) {
        const world = t.world();
        const page = await world.open();
        await world.quiet();
        world.connection('offline', false);
        page.visit('signalen');
        page.answer('hoeveel-op-tien', '3');
        page.test(85);
        await world.pass(60_000);
        world.connection('online');
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
        assert.deepEqual([0, 1, 2, 3, 4, 5].map((index) => world.lms.held(`cmi.interactions.${index}.id`)),
          QUESTIONS.slice(0, 6).map(({ id }) => id), `${failing} commits failed`);
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
    name: 'Killed between “completed” and “passed” in Moodle: it stays completed, with its score, and opens in review',
    cases: ['STA05', 'STA08'], rules: ['T053', 'T057'], on: ['moodle', 'moodle-strict'], deviation: 'D09',
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
    name: 'Killed between the two halves of sending again: the next visit puts it right',
    cases: ['COM03', 'UNL01'], rules: ['T103', 'T105'], on: HONEST,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      world.connection('offline', false);
      page.answer('woord-gemis', 'gemis');
      page.test(85);
      await world.pass(60_000);
      world.connection('online');
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
  {
    name: 'What is not confirmed stays on the device; what is, does not',
    cases: ['ENV02'], rules: ['T104'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      assert.ok(kept(world), 'when changed() returns');
      await world.quiet();
      assert.equal(page.now.saving, 'saved');
      assert.ok(!kept(world), [...world.device.items.keys()].join());
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
    name: 'Restored from the device: the learner is told, calmly, once',
    cases: [], rules: ['T105', 'T107'], on: FAITHFUL,
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
    cases: ['ENV02'], rules: ['T105'], on: except(FAITHFUL, 'hostile'),
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
    cases: ['COM01'], rules: ['T100'], on: except(EVERY, 'hostile'),
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
    cases: ['ENV11'], rules: ['T108'], on: except(EVERY, 'hostile'),
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
    cases: [], rules: ['T132'], on: ['moodle'], deviation: 'D05',
    async run(t) {
      const world = t.world({ lms: (options) => createLms({ ...options, profile: moodle({ savetrack: false }) }) });
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.equal(page.now.saving, 'saved', 'which is not true');
      await page.leave();
      assert.deepEqual((await world.open()).course.answers, {});
    },
  },
  {
    name: 'The probe: the exact content means that the server answers this learner',
    cases: ['COM03'], rules: ['T100'], on: ONCE,
    async run() {
      assert.equal(await probing(() => response({})).ask(), 'ok');
    },
  },
  ...[
    ['a log-in page with status 200', { text: async () => '<!doctype html><form>Log in</form>' }, 'signed-out'],
    ['a redirect to a log-in page', { type: 'opaqueredirect', ok: false, status: 0 }, 'signed-out'],
    ['status 403', { ok: false, status: 403 }, 'signed-out'],
    ['status 503', { ok: false, status: 503 }, 'offline'],
  ].map(([answer, given, verdict]) => /** @type {Scenario} */ ({
    name: `The probe, after it has once been right, gets ${answer}`,
    cases: ['COM03'], rules: ['T101', 'T102'], on: ONCE,
    async run() {
      let now = response({});
      const { ask } = probing(() => now);
      await ask();
      now = response(/** @type {object} */ (given));
      assert.equal(await ask(), verdict);
    },
  })),
  {
    name: 'The probe, after it has once been right, gets no answer at all',
    cases: ['COM03'], rules: ['T101'], on: ONCE,
    async run() {
      let broken = false;
      const { ask } = probing(() => {
        if (broken) throw new TypeError('Failed to fetch');
        return response({});
      });
      await ask();
      broken = true;
      assert.equal(await ask(), 'offline');
    },
  },
  {
    name: 'The probe was never right (an LMS changes or hides the file): it says nothing, ever',
    cases: ['ENV11'], rules: ['T108'], on: ONCE,
    async run() {
      for (const given of [{ status: 404, ok: false }, { text: async () => 'anders' }, { status: 403, ok: false }]) {
        assert.equal(await probing(() => response(given)).ask(), 'unknown');
      }
    },
  },
  {
    name: 'Without fetch there is no probe, and no error',
    cases: ['ENV11'], rules: ['T108'], on: ONCE,
    async run() {
      const ask = createProbe({ fetch: null, online: () => true, setTimer: () => 0, clearTimer: () => {} }, { url: 'x', content: 'x' });
      assert.equal(await ask(), 'unknown');
    },
  },
  {
    name: 'The browser says that it is off line: that settles it, even for a probe that was never right',
    cases: ['COM03'], rules: ['T101'], on: ONCE,
    async run() {
      assert.equal(await probing(() => response({}), { online: false }).ask(), 'offline');
    },
  },
  {
    name: 'A commit refused with the error 0 is not counted as stored for good',
    cases: ['API09'], rules: ['T011', 'T104'], on: HONEST,
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
