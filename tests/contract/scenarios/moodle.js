/** Habits of Moodle that come with its settings and with the state of its page: mod/scorm, request.js and locallib.php. */
import assert from 'node:assert/strict';
import { MOODLES } from '../scenario.js';
import { FIRST_ANSWERS, moodleWith, workThrough } from '../steps.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */
/** @typedef {import('../world.js').World} World */
/** @typedef {import('../world.js').Page} Page */

/** Works while Moodle says “true” to a learner who is signed out, and signs in again.
 * @param {World} world @param {Page} page @param {() => void} work */
async function workSignedOut(world, page, work) {
  world.connection('signed-out');
  const begin = world.lms.calls.length;
  work();
  await world.pass(15_000);
  const commits = world.lms.calls.slice(begin).filter(({ name }) => name === 'LMSCommit');
  assert.ok(commits.length > 0 && commits.every(({ result }) => result === 'true'), 'it says “true”');
  assert.equal(page.now.notice, 'signed-out');
  assert.notEqual(page.now.saving, 'saved');
  world.connection('online');
  page.tracker.retry();
  await world.quiet();
  assert.equal(page.now.saving, 'saved');
}

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'Moodle does not wait for its server in a hidden tab and says “true”: signed out there, the learner is told and nothing is lost',
    cases: ['COM03', 'UNL01'], rules: ['T100', 'T102', 'T103'], on: MOODLES,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      await workSignedOut(world, page, () => {
        page.answer('soort-lize', 'b');
        page.test(85);
        page.hide();
      });
      page.show();
      await page.leave();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'b' });
      assert.equal(world.lms.held('cmi.core.score.raw'), '85');
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(world.lms.held('cmi.interactions.0.student_response'), 'b');
    },
  },
  {
    name: 'Moodle waits for its server no more, after a call from a handler of its own window: signed out, the learner is told and nothing is lost',
    cases: ['COM03'], rules: ['T100', 'T102', 'T103'], on: MOODLES,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      if (page.running) page.running.session.unanswered = true;
      await workSignedOut(world, page, () => page.answer('mythe-jongens', 'f'));
      await page.leave();
      assert.deepEqual(world.heldAnswers, { 'mythe-jongens': 'f' });
      assert.equal(world.lms.held('cmi.interactions.2.student_response'), 'f');
      assert.equal(world.lms.held('cmi.interactions.0.id'), 'soort-lize');
    },
  },
  {
    name: 'Moodle’s “force completed”: whoever passes in one sitting gets passed, with the score',
    cases: ['STA05'], rules: ['T053'], on: MOODLES,
    async run(t) {
      const world = t.world({ profile: moodleWith({ forcecompleted: true }) });
      const page = await world.open();
      await workThrough(world, page);
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'incomplete', 'there is no score yet');
      page.test(50);
      await world.quiet();
      page.test(90);
      await world.quiet();
      await page.leave();
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '90');
    },
  },
  {
    name: 'Moodle’s “force completed” and a failed try: it is completed at once, and the next visit is for reading',
    cases: ['STA06'], rules: ['T121'], on: MOODLES, deviation: 'D03',
    async run(t) {
      const world = t.world({ profile: moodleWith({ forcecompleted: true }) });
      const page = await world.open();
      await workThrough(world, page);
      page.test(50);
      await world.quiet();
      await page.leave();
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'completed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '50');
      const next = await world.open();
      assert.equal(next.resume.mode, 'review');
      assert.deepEqual(next.course.answers, FIRST_ANSWERS);
    },
  },
  {
    name: 'Moodle locks the last attempt at the first exit, finished or not: all that was done is in its record',
    cases: ['UNL01'], rules: ['T080', 'T083'], on: MOODLES,
    async run(t) {
      const world = t.world({ profile: moodleWith({ lastattemptlock: true }) });
      const page = await world.open();
      await workThrough(world, page);
      page.test(50);
      page.visit('toets');
      await page.leave();
      await assert.rejects(world.open(), /locked/);
      assert.deepEqual(world.heldAnswers, FIRST_ANSWERS);
      assert.equal(world.lms.held('cmi.core.score.raw'), '50');
      assert.equal(world.lms.held('cmi.core.lesson_location'), 'toets');
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'incomplete');
      assert.equal(world.lms.count('cmi.interactions'), Object.keys(FIRST_ANSWERS).length);
    },
  },
];
