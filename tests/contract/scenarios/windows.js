/** Two windows, or two devices, with the same course: COM05. */
import assert from 'node:assert/strict';
import { EVERY, except } from '../scenario.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'Two windows at once: the older one does not overwrite the newer one’s work',
    cases: ['COM05'], rules: ['T094'], on: EVERY,
    async run(t) {
      const world = t.world();
      const old = await world.open();
      old.answer('soort-lize', 'a');
      await world.quiet();
      const young = await world.open();
      young.answer('mythe-jongens', 'f');
      young.test(90);
      await world.quiet();
      old.answer('soort-lize', 'b');
      await world.quiet();
      await old.leave();
      await young.leave();
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(world.heldAnswers['mythe-jongens'], 'f');
      assert.equal(old.now.notice, 'other-window');
    },
  },
  {
    name: 'Two windows at once: the learner is told in the one that no longer saves',
    cases: ['COM05'], rules: ['T094'], on: EVERY,
    async run(t) {
      const world = t.world();
      const old = await world.open();
      const young = await world.open();
      await world.quiet();
      assert.equal(old.now.notice, 'other-window');
      assert.notEqual(young.now.notice, 'other-window');
    },
  },
  {
    name: 'Two windows that cannot hear each other, in an LMS that reads from its server: the older one notices before it writes',
    cases: ['COM05'], rules: ['T094'], on: ['open-edx'],
    async run(t) {
      const world = t.world({ storage: false });
      const old = await world.open({ channel: false });
      old.answer('soort-lize', 'a');
      await world.quiet();
      const young = await world.open({ channel: false });
      young.answer('mythe-jongens', 'f');
      young.test(90);
      await world.quiet();
      old.answer('soort-lize', 'b');
      await world.quiet();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a', 'mythe-jongens': 'f' });
      assert.equal(old.now.notice, 'other-window');
      assert.equal(world.lms.held('cmi.core.score.raw'), '90');
    },
  },
  {
    name: 'Two devices at once, in an LMS that reads only at the start: the one that saves last keeps its answers',
    cases: ['COM05'], rules: ['T094', 'T052'], on: except(EVERY, 'open-edx'), deviation: 'D10',
    async run(t) {
      const world = t.world({ storage: false });
      const old = await world.open({ channel: false });
      old.answer('soort-lize', 'a');
      await world.quiet();
      const young = await world.open({ channel: false });
      young.answer('mythe-jongens', 'f');
      young.test(90);
      await world.quiet();
      old.answer('soort-lize', 'b');
      await world.quiet();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'b' });
      assert.equal(world.lms.held('cmi.core.lesson_status'), t.lms === 'scorm-again' ? 'incomplete' : 'passed',
        'only an LMS that sends everything each time lets the status fall');
    },
  },
  {
    name: 'Reloaded within seconds after an answer, where the device keeps nothing: that answer is gone, and seen to be gone',
    cases: ['UNL01', 'COM05'], rules: ['T083', 'T094'], on: ['moodle', 'moodle-strict'], deviation: 'D12',
    async run(t) {
      const world = t.world({ storage: false });
      const old = await world.open();
      old.answer('soort-lize', 'a');
      await world.quiet();
      old.answer('mythe-jongens', 'f');
      const reloaded = await world.open({ channel: false });
      await old.leave();
      assert.deepEqual(reloaded.course.answers, { 'soort-lize': 'a' }, 'the page was made before the last commit of the old one');
      reloaded.answer('hoeveel-op-tien', '3');
      await world.quiet();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a', 'hoeveel-op-tien': '3' });
    },
  },
  {
    name: 'Two courses open in one browser do not disturb each other',
    cases: ['COM05', 'ENV02'], rules: ['T094', 'T106'], on: EVERY,
    async run(t) {
      const one = t.world();
      const other = t.world({ device: one.device, settings: { course: 'andere-cursus' } });
      const first = await one.open();
      const second = await other.open();
      await one.quiet();
      await other.quiet();
      assert.equal(first.now.notice, 'none');
      assert.equal(second.now.notice, 'none');
    },
  },
];
