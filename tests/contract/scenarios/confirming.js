/** “true” proves nothing: what the player does to know, and what it says. */
import assert from 'node:assert/strict';
import { EVERY, FAITHFUL, HONEST, ONCE, except } from '../scenario.js';
import { createProbe } from '../../../builder/player/tracking/confirm.js';
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
    cases: ['ENV11'], rules: ['T108'], on: EVERY,
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
