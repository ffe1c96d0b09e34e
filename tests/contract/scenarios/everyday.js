/** Whole lives of learners, from the first entry to the certificate, with everything that may go wrong on the way. */
import assert from 'node:assert/strict';
import { EVERY, STEADY } from '../scenario.js';
import { FIRST_ANSWERS, workThrough } from '../steps.js';
import { QUESTIONS } from '../course.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */
/** @typedef {import('../world.js').World} World */

/** A small generator of chance, so that a failure can be repeated (mulberry32). @param {number} seed */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A learner in trouble: answers, and at any moment the network fails or comes back, the page is hidden, left, killed.
 * Every answer that was given must be there in the end, or the learner was told before the page went.
 * @param {World} world @param {number} seed
 */
async function troubledLife(world, seed) {
  const random = chance(seed);
  const pick = (/** @type {readonly any[]} */ from) => from[Math.floor(random() * from.length)];
  /** @type {Record<string, string>} */
  const given = {};
  let page = await world.open();
  for (let turn = 0; turn < 40; turn += 1) {
    const dice = random();
    if (dice < 0.5) {
      const question = pick(QUESTIONS);
      const answer = pick(question.options);
      page.answer(question.id, answer);
      given[question.id] = answer;
    } else if (dice < 0.6) world.connection(pick(['online', 'offline', 'signed-out']), random() < 0.5);
    else if (dice < 0.7) {
      page.hide();
      await world.pass(random() * 20_000);
      page.show();
    } else if (dice < 0.78) {
      if (random() < 0.5) await page.kill();
      else await page.leave();
      if (world.lms.network !== 'online') world.connection('online');
      page = await world.open();
      assert.deepEqual(page.course.answers, given, `seed ${seed}, turn ${turn}`);
    }
    await world.pass(random() * 15_000);
  }
  world.connection('online');
  page.tracker.retry();
  await world.pass(20 * 60_000);
  assert.equal(page.now.saving, 'saved', `seed ${seed}`);
  await page.leave();
  world.device.items.clear();
  assert.deepEqual((await world.open()).course.answers, given, `seed ${seed}: on another device`);
}

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'Three sittings, a failed test, a passed test, the certificate',
    cases: ['SUS06', 'STA06'], rules: ['T024', 'T053', 'T055', 'T063'], on: EVERY,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      await workThrough(world, first);
      await first.leave();
      const second = await world.open();
      assert.deepEqual(second.course.answers, FIRST_ANSWERS);
      second.test(60);
      await world.quiet();
      await second.leave();
      const third = await world.open();
      assert.equal(third.course.best, 60);
      third.test(80);
      await world.quiet();
      third.visit('bewijs');
      await third.leave();
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '80');
      const fourth = await world.open();
      assert.deepEqual(fourth.course.answers, FIRST_ANSWERS);
      assert.equal(fourth.course.best, 80);
    },
  },
  {
    name: 'A quick look without an answer leaves a tidy record',
    cases: ['STA02'], rules: ['T050', 'T043'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.pass(3000);
      await page.leave();
      const next = await world.open();
      assert.deepEqual(next.course.answers, {});
      assert.deepEqual(next.notices, []);
    },
  },
  ...Array.from({ length: 12 }, (_, index) => /** @type {Scenario} */ ({
    name: `Forty turns of fate, number ${index + 1}: no answer is lost`,
    cases: ['COM03', 'UNL01'], rules: ['T103', 'T104', 'T105'], on: EVERY,
    run: (t) => troubledLife(t.world(), 1000 + index),
  })),
  {
    name: 'Killed after any single call to the LMS: with storage no answer is lost',
    cases: ['STA08', 'UNL01'], rules: ['T104', 'T105'], on: EVERY,
    async run(t) {
      /** @param {number} limit */
      const play = async (limit) => {
        const world = t.world();
        let calls = 0;
        world.lms.intercept = (call, session, proceed) => {
          calls += 1;
          if (calls > limit) throw new Error('the page is gone');
          return proceed();
        };
        const page = await world.open();
        if (page.resume.connected) {
          page.answer('soort-lize', 'b');
          await world.pass(8000);
          page.answer('mythe-jongens', 'f');
          await world.pass(8000);
        }
        await page.kill();
        const { connected } = page.resume;
        world.lms.intercept = (call, session, proceed) => proceed();
        return { calls, connected, found: connected ? (await world.open()).course.answers : null };
      };
      const { calls } = await play(Infinity);
      assert.ok(calls > 20);
      for (let limit = 0; limit <= calls; limit += 1) {
        const { found } = await play(limit);
        if (found) assert.deepEqual(found, { 'soort-lize': 'b', 'mythe-jongens': 'f' }, `after ${limit} calls`);
      }
    },
  },
  {
    name: 'Sixty minutes of study cost the LMS little',
    cases: ['COM01'], rules: ['T090', 'T018'], on: STEADY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      for (let minute = 0; minute < 60; minute += 1) {
        page.answer(QUESTIONS[minute % 8].id, QUESTIONS[minute % 8].options[(minute >> 3) % 2]);
        await world.pass(30_000);
        page.visit(minute % 2 ? 'signalen' : 'drie-soorten');
        await world.pass(30_000);
      }
      await page.leave();
      const commits = world.calls('LMSCommit').length;
      const sets = world.calls('LMSSetValue').length;
      assert.ok(commits <= 140, `${commits} commits`);
      assert.ok(sets <= 1200, `${sets} sets`);
    },
  },
];
