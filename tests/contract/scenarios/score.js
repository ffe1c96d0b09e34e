/** Scores and what LMSs make of them: SCO02–SCO07. */
import assert from 'node:assert/strict';
import { EVERY, except, LISTING, ONCE, OWN } from '../scenario.js';
import { workThrough } from '../steps.js';
import { scoreText } from '../../../builder/player/scorm/formats.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

const SCORE = /score\.(raw|min|max)$/;

/** An LMS that lacks some elements. @param {(name: string) => boolean} lacks */
const lacking = (lacks) => (/** @type {import('../../lms/types.js').Profile} */ own) =>
  ({ ...own, implemented: (/** @type {import('../../lms/datamodel.js').Element} */ element) => own.implemented(element) && !lacks(element.name) });

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'An empty score is written, and the LMS makes 0 of it',
    cases: ['SCO02'], rules: ['T060'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      page.test(30);
      await world.quiet();
      page.test(90);
      await world.quiet();
      await page.leave();
      for (const { args } of world.calls('LMSSetValue')) {
        if (SCORE.test(String(args[0]))) assert.notEqual(args[1], '', String(args[0]));
      }
    },
  },
  {
    name: 'A test with 0 right gives the score 0, which is not the same as no score',
    cases: ['SCO02'], rules: ['T060', 'T062'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.test(0);
      await world.quiet();
      await page.leave();
      assert.equal(world.lms.held('cmi.core.score.raw'), '0');
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'incomplete');
    },
  },
  {
    name: 'A score outside 0 … 100 or with many decimals is refused',
    cases: ['SCO03', 'SCO05'], rules: ['T061'], on: ONCE,
    run() {
      for (const [score, text] of /** @type {const} */ ([
        [0, '0'], [100, '100'], [56.00000000000001, '56'], [69.5652173913, '69.57'], [99.999, '100'], [-5, '0'], [130, '100'],
        [null, ''], [Number.NaN, ''], [0.1 + 0.2, '0.3'],
      ])) assert.equal(scoreText(score), text);
    },
  },
  {
    name: 'No grade in Brightspace: it wants raw, max above 0 and LMSFinish',
    cases: ['SCO04'], rules: ['T061', 'T043'], on: LISTING,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.test(80);
      await world.quiet();
      await page.leave();
      assert.equal(world.lms.held('cmi.core.score.raw'), '80');
      assert.equal(world.lms.held('cmi.core.score.max'), '100');
      assert.equal(world.lms.held('cmi.core.score.min'), '0');
      assert.equal(world.calls('LMSFinish').length, 1);
    },
  },
  {
    name: 'Objectives have scores while the score of the course stays empty',
    cases: ['SCO06'], rules: ['T062'], on: LISTING,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      page.test(75);
      await world.quiet();
      await page.leave();
      assert.equal(world.lms.held('cmi.core.score.raw'), '75');
      assert.notEqual(world.lms.held('cmi.objectives.0.score.raw'), '');
    },
  },
  {
    name: 'The best score counts',
    cases: ['STA04'], rules: ['T063'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      for (const score of [30, 60, 40]) {
        page.test(score);
        await world.quiet();
      }
      await page.leave();
      assert.equal(world.lms.held('cmi.core.score.raw'), '60');
      assert.deepEqual(world.calls('LMSSetValue', 'cmi.core.score.raw').map(({ args }) => Number(args[1]))
        .filter((score) => score < 60 && score > 30 && score !== 59.99 && score !== 29.99), []);
    },
  },
  {
    name: 'An LMS with nothing but the mandatory elements: no alarm, and what it can keep is kept',
    cases: ['SCO07'], rules: ['T065'], on: ['minimal'],
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      page.test(90);
      await world.quiet();
      await page.leave();
      assert.deepEqual(page.notices, []);
      assert.equal(world.lms.held('cmi.core.score.raw'), '90');
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(page.health.some(({ saving }) => saving === 'saved'), true);
    },
  },
  {
    name: 'After the first 401 a branch is left alone',
    cases: ['SCO07', 'INT05'], rules: ['T065', 'T078'], on: ['minimal'],
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      page.test(90);
      await world.quiet();
      await page.leave();
      const refused = world.calls('LMSSetValue').filter(({ error }) => error === '401').map(({ args }) => String(args[0]));
      const branches = refused.map((element) => element.replace(/\.\d+\..*$/, ''));
      assert.equal(new Set(branches).size, branches.length, refused.join('\n'));
      assert.ok(branches.length <= 4);
    },
  },
  {
    name: 'An LMS knows no objectives: interactions still arrive',
    cases: ['SCO07'], rules: ['T065'], on: except(OWN, 'open-edx', 'minimal'),
    async run(t) {
      const world = t.world({ profile: lacking((name) => name.startsWith('cmi.objectives')) });
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.equal(world.lms.held('cmi.interactions.0.student_response'), 'a');
      assert.deepEqual(page.notices, []);
    },
  },
  {
    name: 'An LMS knows no score.min and score.max: raw still arrives',
    cases: ['SCO07'], rules: ['T065'], on: except(OWN, 'open-edx'),
    async run(t) {
      const world = t.world({ profile: lacking((name) => /core\.score\.(min|max)$/.test(name)) });
      const page = await world.open();
      page.test(80);
      await world.quiet();
      assert.equal(world.lms.held('cmi.core.score.raw'), '80');
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.deepEqual(page.notices, []);
    },
  },
  {
    name: 'An LMS lists only part of an interaction in _children: the rest is never sent',
    cases: ['SCO07'], rules: ['T065'], on: except(OWN, 'open-edx', 'minimal', 'hostile'), // where reading it may fail twice
    async run(t) {
      const world = t.world({ profile: lacking((name) => /interactions\.n\.(latency|weighting|objectives)/.test(name)) });
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.equal(world.lms.held('cmi.interactions.0.student_response'), 'a');
      assert.deepEqual(world.calls('LMSSetValue').filter(({ error }) => error === '401').map(({ args }) => args[0]), []);
    },
  },
  {
    name: 'The score that the learner sees on return is the score that the LMS has',
    cases: ['SCO05'], rules: ['T064'], on: EVERY,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      first.test(83);
      await world.quiet();
      await first.leave();
      const next = await world.open();
      assert.equal(next.course.best, 83);
      assert.equal(next.resume.score, 83);
    },
  },
  {
    name: 'An objective that was not begun gets no score, and one that was gets its status',
    cases: ['SCO06'], rules: ['T060', 'T079'], on: LISTING,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('stappen-crisis', 'a,b,c');
      await world.quiet();
      await page.leave();
      assert.equal(world.lms.held('cmi.objectives.2.id'), 'LD3');
      assert.equal(world.lms.held('cmi.objectives.2.status'), 'incomplete');
      assert.equal(world.lms.held('cmi.objectives.0.score.raw'), '');
    },
  },
];
