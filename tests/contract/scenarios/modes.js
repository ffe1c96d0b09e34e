/** Review, browse, new attempts and coming back after passing. */
import assert from 'node:assert/strict';
import { EVERY, except, MOODLES, ONCE, WITH_MODES } from '../scenario.js';
import { FIRST_ANSWERS, moodleWith, workThrough } from '../steps.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'In review a new result overwrites the grade',
    cases: ['STA04'], rules: ['T120'], on: WITH_MODES,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      await workThrough(world, first);
      first.test(90);
      await world.quiet();
      await first.leave();
      const before = new Map(world.lms.attempt?.values);
      const again = await world.open({ launch: { mode: 'review' } });
      assert.equal(again.resume.mode, 'review');
      again.answer('soort-lize', 'c');
      again.test(100);
      again.visit('welkom');
      await world.quiet();
      await again.leave();
      assert.deepEqual(world.lms.attempt?.values.get('cmi.core.score.raw'), before.get('cmi.core.score.raw'));
      assert.deepEqual(world.lms.attempt?.values.get('cmi.suspend_data'), before.get('cmi.suspend_data'));
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
    },
  },
  {
    name: 'In review all is there to read again: answers, place, score',
    cases: [], rules: ['T121'], on: WITH_MODES,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      await workThrough(world, first);
      first.test(90);
      await world.quiet();
      await first.leave();
      const again = await world.open({ launch: { mode: 'review' } });
      assert.deepEqual(again.course.answers, FIRST_ANSWERS);
      assert.equal(again.course.best, 90);
      assert.equal(again.resume.status, 'passed');
      assert.equal(again.now.saving, 'reading');
      assert.deepEqual(again.notices, []);
    },
  },
  {
    name: 'A preview by a teacher completes the activity',
    cases: ['STA02'], rules: ['T120', 'T122'], on: WITH_MODES,
    async run(t) {
      const world = t.world();
      const page = await world.open({ launch: { mode: 'browse' } });
      assert.equal(page.resume.mode, 'browse');
      page.answer('soort-lize', 'a');
      page.test(100);
      await world.quiet();
      await page.leave();
      assert.deepEqual(world.sets, []);
      assert.notEqual(world.lms.held('cmi.core.lesson_status'), 'passed');
    },
  },
  {
    name: 'A preview in Moodle would be made “completed” at LMSFinish, so it is not called there',
    cases: ['STA02'], rules: ['T120'], on: MOODLES, deviation: 'D07',
    async run(t) {
      const world = t.world();
      const page = await world.open({ launch: { mode: 'browse' } });
      await page.leave();
      assert.deepEqual(world.sets, []);
      assert.deepEqual(world.calls('LMSFinish'), []);
      assert.equal(world.lms.held('cmi.core.lesson_status'), '');
    },
  },
  {
    name: 'In review nothing is put on the device and no banner appears',
    cases: ['ENV02'], rules: ['T120', 'T122'], on: WITH_MODES,
    async run(t) {
      const world = t.world();
      const page = await world.open({ launch: { mode: 'review' } });
      page.answer('soort-lize', 'a');
      world.connection('offline');
      page.tracker.retry();
      await world.pass(5 * 60_000);
      assert.equal(world.device.items.size, 0);
      assert.deepEqual(page.notices, []);
      assert.equal(page.now.saving, 'reading');
    },
  },
  {
    name: 'Back in Moodle after passing: review, everything to read, nothing written',
    cases: ['STA04'], rules: ['T121'], on: MOODLES,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      await workThrough(world, first);
      first.test(90);
      await world.quiet();
      await first.leave();
      const sets = world.sets.length;
      const again = await world.open();
      assert.equal(again.resume.mode, 'review');
      assert.deepEqual(again.course.answers, FIRST_ANSWERS);
      await world.quiet();
      await again.leave();
      assert.equal(world.sets.length, sets);
    },
  },
  {
    name: 'Passed in Moodle, practised on, and the page died before the next commit: in review those answers are there too',
    cases: ['STA04', 'UNL01'], rules: ['T121', 'T122', 'T105'], on: MOODLES,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      first.test(90);
      await world.quiet();
      first.answer('soort-lize', 'b');
      await first.kill();
      const again = await world.open();
      assert.equal(again.resume.mode, 'review');
      assert.deepEqual(again.course.answers, { 'soort-lize': 'b' });
      const sets = world.sets.length;
      await world.quiet();
      await again.leave();
      assert.equal(world.sets.length, sets);
      assert.deepEqual(again.notices, []);
      // Nothing could be confirmed, so the device keeps it for the next time.
      assert.deepEqual((await world.open()).course.answers, { 'soort-lize': 'b' });
    },
  },
  {
    name: 'Back in an LMS without review after passing: the result stays, and practising goes on',
    cases: ['STA04', 'SUS05'], rules: ['T121', 'T033'], on: except(EVERY, ...MOODLES),
    async run(t) {
      const world = t.world();
      const first = await world.open();
      first.answer('soort-lize', 'b');
      first.test(90);
      await world.quiet();
      await first.leave();
      const again = await world.open();
      assert.deepEqual(again.course.answers, { 'soort-lize': 'b' });
      assert.equal(again.course.best, 90);
      again.answer('soort-lize', 'a');
      await world.quiet();
      await again.leave();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' });
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(world.lms.held('cmi.core.exit'), '');
    },
  },
  {
    name: 'A new attempt in Moodle after passing: a fresh start, without the old work from the device',
    cases: ['ENV02'], rules: ['T124'], on: MOODLES,
    async run(t) {
      const world = t.world({ profile: moodleWith({ forcenewattempt: 'when completed' }) });
      const first = await world.open();
      await workThrough(world, first);
      first.test(90);
      await world.quiet();
      // Something is left on the device: the last answer was never confirmed.
      first.answer('soort-lize', 'c');
      await first.kill();
      const second = await world.open();
      assert.equal(world.lms.attempts.length, 2);
      assert.deepEqual(second.course.answers, {});
      assert.equal(second.resume.mode, 'normal');
      second.test(40);
      await world.quiet();
      await second.leave();
      assert.equal(world.lms.attempts[1].values.get('cmi.core.lesson_status'), 'incomplete');
      assert.equal(world.lms.attempts[0].values.get('cmi.core.score.raw'), '90');
    },
  },
  {
    name: 'Every entry is a new attempt in Moodle: nothing of the last one comes back, nothing breaks',
    cases: [], rules: ['T124'], on: MOODLES,
    async run(t) {
      const world = t.world({ profile: moodleWith({ forcenewattempt: 'always' }) });
      const first = await world.open();
      first.answer('soort-lize', 'a');
      await world.quiet();
      await first.leave();
      const second = await world.open();
      assert.deepEqual(second.course.answers, {});
      second.answer('mythe-jongens', 'f');
      await world.quiet();
      await second.leave();
      assert.deepEqual(world.heldAnswers, { 'mythe-jongens': 'f' });
    },
  },
  {
    name: 'Moodle keeps exit “suspend” after passing when nothing else is set',
    cases: ['SUS06'], rules: ['T034', 'T134'], on: MOODLES,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      first.answer('soort-lize', 'a');
      await world.quiet();
      await first.leave();
      assert.equal(world.lms.held('cmi.core.exit'), 'suspend');
      const second = await world.open();
      second.test(90);
      await world.quiet();
      await second.leave();
      assert.equal(world.lms.held('cmi.core.exit'), '');
    },
  },
  {
    name: 'The second launch from one page of Moodle: LMSInitialize throws TypeError; told, and nothing lost',
    cases: ['API08'], rules: ['T131', 'T014'], on: MOODLES,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      first.answer('soort-lize', 'a');
      await world.quiet();
      await first.leave();
      const second = await world.open({ launch: { samePage: true } });
      assert.equal(second.resume.connected, false);
      assert.equal(second.now.notice, 'broken-lms');
      second.answer('mythe-jongens', 'f');
      await world.quiet();
      await second.leave();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' }, 'what the LMS had is untouched');
      const third = await world.open();
      assert.equal(third.course.answers['soort-lize'], 'a');
    },
  },
  {
    name: 'browse and review are no reason to call anything but reading, LMSInitialize and LMSFinish',
    cases: ['GET04'], rules: ['T120'], on: WITH_MODES,
    async run(t) {
      for (const mode of /** @type {const} */ (['review', 'browse'])) {
        const world = t.world();
        if (mode === 'review') await (await world.open()).leave();
        const before = world.lms.calls.length;
        const page = await world.open({ launch: { mode } });
        page.answer('soort-lize', 'a');
        page.hide();
        page.show();
        await world.quiet();
        await page.leave();
        const calls = world.lms.calls.slice(before);
        const names = new Set(calls.map(({ name }) => name));
        for (const name of names) {
          assert.ok(['LMSInitialize', 'LMSGetValue', 'LMSGetLastError', 'LMSFinish'].includes(name), name);
        }
        assert.equal(calls.filter(({ name }) => name === 'LMSFinish').length, mode === 'review' ? 1 : 0);
      }
    },
  },
  {
    name: 'A new version of the course was put in: known answers stay, nothing is given to another question',
    cases: ['SUS04'], rules: ['T032'], on: ONCE,
    async run() {
      const { decode, encode } = await import('../../../builder/player/state/codec.js');
      /** @param {string[]} ids @returns {any} */
      const layout = (ids) => ({ slots: ids.map((id) => (id === '' ? 3 : [`question/${id}`, [['answer', 'choice', 1, 3, ['a', 'b', 'c'], []]]])) });
      const text = encode(layout(['een', 'twee', 'drie']), new Map([
        ['question/een', { answer: 'a' }], ['question/twee', { answer: 'b' }], ['question/drie', { answer: 'c' }]]));
      // Question two is gone (its slot stays), a fourth was added, an option was added at the end.
      const later = decode({ slots: [...layout(['een', '', 'drie']).slots,
        ['question/vier', [['answer', 'choice', 1, 3, ['x', 'y'], []]]]] }, text);
      assert.ok(later.ok);
      assert.deepEqual(later.state.get('question/een'), { answer: 'a' });
      assert.deepEqual(later.state.get('question/drie'), { answer: 'c' });
      assert.deepEqual(later.state.get('question/vier'), { answer: null });
      assert.equal(later.state.has('question/twee'), false);
      // An option was taken out: its place in the list stays empty, and no other option gets the answer.
      const without = decode({ slots: [['question/een', [['answer', 'choice', 1, 3, ['', 'b', 'c'], []]]], 3, 3] }, text);
      assert.ok(without.ok);
      assert.deepEqual(without.state.get('question/een'), { answer: null });
    },
  },
  {
    name: 'A learner without credit: progress is kept, no score and no status are claimed',
    cases: [], rules: ['T123'], on: except(EVERY, ...MOODLES, 'open-edx'), // there it goes with the mode, or is empty
    async run(t) {
      const world = t.world();
      const page = await world.open({ launch: { credit: 'no-credit' } });
      page.answer('soort-lize', 'a');
      page.test(90);
      await world.quiet();
      await page.leave();
      assert.deepEqual(world.calls('LMSSetValue', 'cmi.core.score.raw'), []);
      assert.ok(!['passed', 'completed'].includes(world.lms.held('cmi.core.lesson_status')));
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' });
    },
  },
];
