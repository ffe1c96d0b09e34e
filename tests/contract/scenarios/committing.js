/** When things are sent, and what happens when that fails: COM01, COM03, COM04. */
import assert from 'node:assert/strict';
import { EVERY, STEADY } from '../scenario.js';
import { courseOf, manyQuestions, QUESTIONS } from '../course.js';
import { FIRST_ANSWERS, slowLms, workThrough } from '../steps.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */
/** @typedef {import('../world.js').World} World */

/** Commits with the pauses between them. @param {World} world */
function pauses(world) {
  const times = world.calls('LMSCommit').map(({ time }) => time);
  return times.slice(1).map((time, index) => time - times[index]);
}

/** Each commit fails. @param {World} world @param {() => boolean} [while_] */
function refuseCommits(world, while_ = () => true) {
  world.lms.intercept = (call, session, proceed) => {
    if (!['LMSCommit', 'LMSFinish'].includes(call.name) || !while_()) return proceed();
    session.error = '101';
    return 'false';
  };
}

/** A commit that blocks the page. @param {World} world @param {number} ms */
function slow(world, ms) {
  world.lms.intercept = (call, session, proceed) => {
    if (call.name === 'LMSCommit') world.clock.block(ms);
    return proceed();
  };
}

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'The page freezes at every answer: ten answers in ten seconds cost two or three commits',
    cases: ['COM01'], rules: ['T090'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      const begin = world.calls('LMSCommit').length;
      for (let answer = 0; answer < 10; answer += 1) {
        page.answer('soort-lize', 'abc'[answer % 3]);
        await world.pass(1000);
      }
      const commits = world.calls('LMSCommit').length - begin;
      assert.ok(commits >= 1 && commits <= 3, `${commits} commits`);
    },
  },
  {
    name: 'No two commits within five seconds but those that belong together',
    cases: ['COM01'], rules: ['T090'], on: STEADY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      for (let second = 0; second < 300; second += 1) {
        page.answer('soort-lize', 'abc'[second % 3]);
        await world.pass(1000);
      }
      const gaps = pauses(world);
      assert.ok(gaps.length >= 10);
      for (const gap of gaps) assert.ok(gap >= 4900, `${gap} ms`);
    },
  },
  {
    name: 'An LMS that takes 80 ms a call never keeps the learner waiting 100 ms',
    cases: ['COM01'], rules: ['T091'], on: EVERY,
    async run(t) {
      const world = t.world();
      slowLms(world, 80);
      const page = await world.open();
      await workThrough(world, page);
      page.test(90);
      await world.quiet();
      assert.equal(page.longest, 0, 'what the learner does calls nothing itself');
      assert.ok(world.clock.longestTask >= 80, 'the LMS was slow');
      assert.ok(world.clock.longestTask <= 100, `${world.clock.longestTask} ms in one go`);
      assert.equal(Object.keys(world.heldAnswers).length, QUESTIONS.length);
    },
  },
  {
    name: 'With a commit of 800 ms, answering itself calls nothing',
    cases: ['COM01'], rules: ['T091'], on: EVERY,
    async run(t) {
      const world = t.world();
      slow(world, 800);
      const page = await world.open();
      await world.quiet();
      const calls = world.lms.calls.length;
      page.answer('soort-lize', 'a');
      assert.equal(world.lms.calls.length, calls, 'changed() calls the LMS itself');
      await world.quiet();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' });
      assert.ok(page.longest < 100);
    },
  },
  {
    name: 'Between two calls to a slow LMS the page can do something else',
    cases: ['COM01'], rules: ['T091'], on: EVERY,
    async run(t) {
      const world = t.world();
      slowLms(world, 80);
      const page = await world.open();
      await world.quiet();
      for (const [id, answer] of Object.entries(FIRST_ANSWERS)) page.answer(id, answer);
      // Something else wants a turn all the time: how many calls come before each?
      const begin = world.clock.now();
      /** @type {number[]} */
      const turns = [];
      const turn = () => {
        turns.push(world.lms.calls.length);
        if (world.clock.now() < begin + 30_000) world.clock.setTimer(turn, 1);
      };
      turn();
      await world.quiet();
      const calls = turns.slice(1).map((sum, index) => sum - turns[index]);
      assert.ok(calls.filter(Boolean).length > 3, 'there was something to tell');
      assert.ok(Math.max(...calls) <= 1, `${Math.max(...calls)} calls in one go`);
    },
  },
  {
    name: 'After forty other answers the same kind of answer costs no more than at the start, but for the state',
    cases: ['COM01'], rules: ['T095'], on: STEADY,
    async run(t) {
      const questions = manyQuestions(64);
      const world = t.world({ course: courseOf(questions) });
      const page = await world.open();
      /** What it costs to tell the LMS of one answer, in bytes. @param {number} index */
      const bytes = async (index) => {
        const begin = world.lms.calls.length;
        page.answer(questions[index].id, questions[index].options[0]);
        await world.quiet();
        return world.lms.calls.slice(begin).filter(({ name }) => name === 'LMSSetValue')
          .reduce((sum, { args }) => sum + String(args[0]).length + String(args[1]).length, 0);
      };
      for (let index = 0; index < 8; index += 1) await bytes(index);
      const early = await bytes(8);
      for (let index = 9; index < 48; index += 1) await bytes(index);
      const late = await bytes(48);
      assert.equal(questions[48].type, questions[8].type);
      assert.equal(questions[48].objective, questions[8].objective);
      // Forty answers of five bits more in the state, and an index of one digit more in each of nine names.
      assert.ok(late <= early + Math.ceil((40 * 5) / 6) + 9, `${early} bytes, then ${late}`);
    },
  },
  {
    name: 'The session has expired and every commit fails: told once, few tries, nothing lost',
    cases: ['COM03'], rules: ['T092', 'T107'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      refuseCommits(world);
      const begin = world.calls('LMSCommit').length;
      page.answer('soort-lize', 'a');
      await world.pass(10 * 60_000);
      const tries = world.calls('LMSCommit').length - begin;
      assert.ok(tries >= 3 && tries <= 12, `${tries} tries in ten minutes`);
      assert.equal(page.notices.length, 1, page.notices.join());
      assert.notEqual(page.now.saving, 'saved');
      assert.deepEqual(page.course.answers, { 'soort-lize': 'a' });
    },
  },
  {
    name: 'The pauses between tries grow',
    cases: ['COM03'], rules: ['T092'], on: EVERY, deviation: 'D14',
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      refuseCommits(world);
      page.answer('soort-lize', 'a');
      await world.pass(4 * 60_000);
      const gaps = pauses(world).slice(-4);
      assert.deepEqual(gaps, gaps.toSorted((one, other) => one - other), gaps.join());
      assert.ok(/** @type {number} */ (gaps.at(-1)) >= 30_000);
    },
  },
  {
    name: 'The LMS recovers: all of it arrives, and the notice goes',
    cases: ['COM03'], rules: ['T092', 'T103', 'T107'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      let broken = true;
      refuseCommits(world, () => broken);
      page.answer('soort-lize', 'a');
      page.answer('mythe-jongens', 'f');
      await world.pass(60_000);
      assert.notEqual(page.now.notice, 'none');
      broken = false;
      await world.pass(10 * 60_000);
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a', 'mythe-jongens': 'f' });
      assert.equal(page.now.saving, 'saved');
      assert.equal(page.now.notice, 'none');
    },
  },
  {
    name: 'The learner presses “try again”: it is tried at once',
    cases: ['COM03'], rules: ['T092'], on: STEADY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      let broken = true;
      refuseCommits(world, () => broken);
      page.answer('soort-lize', 'a');
      await world.pass(5 * 60_000);
      broken = false;
      page.tracker.retry();
      await world.pass(10_000);
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' });
      assert.equal(page.now.saving, 'saved');
    },
  },
  {
    name: 'A learner works on while commits fail: the notice is not repeated',
    cases: ['COM03'], rules: ['T107'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      refuseCommits(world);
      for (const [id, answer] of Object.entries(FIRST_ANSWERS)) {
        page.answer(id, answer);
        await world.pass(40_000);
      }
      assert.equal(page.notices.length, 1, page.notices.join());
    },
  },
  {
    name: 'Reading for forty minutes: the session of the LMS does not expire',
    cases: ['COM04'], rules: ['T093'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      const begin = world.clock.now();
      for (let minute = 0; minute < 40; minute += 1) {
        page.tracker.activity();
        await world.pass(60_000);
      }
      const times = [begin, ...world.calls('LMSCommit').map(({ time }) => time).filter((time) => time >= begin), world.clock.now()];
      const longest = Math.max(...times.slice(1).map((time, index) => time - times[index]));
      assert.ok(longest <= 5 * 60_000, `${longest / 1000} s without a commit`);
    },
  },
  {
    name: 'A hidden page or a learner who is away does not keep the session alive for ever',
    cases: ['COM04'], rules: ['T093'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      page.hide();
      const begin = world.calls('LMSCommit').length;
      await world.pass(8 * 3_600_000);
      assert.ok(world.calls('LMSCommit').length - begin <= 1);
    },
  },
  {
    name: 'Looking without doing anything sends no state and no score',
    cases: ['COM04'], rules: ['T018', 'T037'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.pass(60 * 60_000);
      await page.leave();
      assert.deepEqual(world.calls('LMSSetValue', 'cmi.suspend_data'), []);
      assert.deepEqual(world.calls('LMSSetValue', 'cmi.core.score.raw'), []);
    },
  },
];
