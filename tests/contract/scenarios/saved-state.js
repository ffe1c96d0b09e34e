/** suspend_data and lesson_location: SUS01, SUS03–SUS05, SUS08. */
import assert from 'node:assert/strict';
import { EVERY, except, OWN, PLAIN } from '../scenario.js';
import { courseOf, manyQuestions, stateWith } from '../course.js';
import { encode } from '../../../builder/player/state/codec.js';
import { FIRST_ANSWERS, workThrough } from '../steps.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

/** What LMSs do to text that they keep. @type {[string, (text: string) => string][]} */
const MANGLERS = [
  ['escapes HTML', (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)],
  ['adds slashes', (text) => text.replace(/[\\'"]/g, '\\$&')],
  ['strips tags', (text) => text.replace(/<[^>]*>/g, '')],
  ['trims', (text) => text.trim()],
  ['makes spaces of line breaks', (text) => text.replace(/[\r\n]+/g, ' ')],
  ['decodes a URL twice', (text) => {
    const once = (/** @type {string} */ given) => decodeURIComponent(given.replaceAll('+', ' '));
    return once(once(text));
  }],
  ['strips what is not ASCII', (text) => text.replace(/[^\x20-\x7e]/g, '')],
  ['drops separators', (text) => text.replace(/[|^~;,:=]/g, '')],
];

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'Work is back the next time',
    cases: [], rules: ['T024', 'T030'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      await page.leave();
      const next = await world.open();
      assert.deepEqual(next.course.answers, FIRST_ANSWERS);
      assert.equal(next.course.lesson, 'signalen');
    },
  },
  {
    name: 'Resuming always goes to the same old place because the state grew past 4,096 characters',
    cases: ['SUS01'], rules: ['T030', 'T104'], on: EVERY,
    async run(t) {
      const questions = manyQuestions(120);
      const course = courseOf(questions, 199);
      const world = t.world({ course });
      const page = await world.open();
      const answers = /** @type {Record<string, string>} */ ({});
      /** @param {(typeof questions)[number]} question */
      const answer = async ({ id, options }) => {
        page.answer(id, options[0]);
        answers[id] = options[0];
        await world.pass(10_000);
      };
      for (const question of questions.slice(0, 119)) await answer(question);
      await world.quiet();
      const longest = world.lms.held('cmi.suspend_data');
      assert.ok(longest.length > 4050 && longest.length <= 4096, `${longest.length} characters`);
      assert.deepEqual(course.answersIn(longest), answers, 'all but the last are in the LMS');
      assert.equal(page.now.saving, 'saved');

      await answer(questions[119]);
      await world.quiet();
      assert.ok(page.course.describe(1000).state.length > 4096, 'now it is too long');
      assert.notEqual(page.now.saving, 'saved', 'the last answer is not in the LMS');
      page.test(90);
      await world.quiet();
      await page.leave();
      for (const { args } of world.calls('LMSSetValue', 'cmi.suspend_data')) assert.ok(String(args[1]).length <= 4096);
      assert.equal(world.lms.held('cmi.suspend_data'), longest, 'the LMS keeps what it has');
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      const next = await world.open();
      assert.deepEqual(next.course.answers, answers, 'the device has the rest');
    },
  },
  {
    name: 'A state that would be too long is not sent, and the rest of the saving goes on',
    cases: ['SUS01'], rules: ['T030'], on: EVERY, deviation: 'D17',
    async run(t) {
      const world = t.world();
      const page = await world.open();
      const describe = page.course.describe.bind(page.course);
      page.course.describe = (revision) => ({ ...describe(revision), state: 'A'.repeat(5000) });
      page.test(90);
      await world.quiet();
      await page.leave();
      assert.ok(world.calls('LMSSetValue', 'cmi.suspend_data').every(({ args }) => String(args[1]).length <= 4096));
      assert.equal(world.lms.held('cmi.core.score.raw'), '90');
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
    },
  },
  ...MANGLERS.map(([habit, mangle]) => /** @type {Scenario} */ ({
    name: `An LMS ${habit} in what it keeps: the work comes back whole`,
    cases: ['SUS03'], rules: ['T031'], on: EVERY,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      await workThrough(world, first);
      await first.leave();
      assert.match(world.lms.held('cmi.suspend_data'), /^[A-Za-z0-9._-]+$/);
      world.lms.intercept = (call, session, proceed) => {
        const answer = proceed();
        return call.name === 'LMSGetValue' && typeof answer === 'string' ? mangle(answer) : answer;
      };
      world.device.items.clear();
      const next = await world.open();
      assert.deepEqual(next.course.answers, FIRST_ANSWERS);
    },
  })),
  {
    name: 'Damaged work is never taken for other work, and the LMS keeps what it has until the learner acts',
    cases: ['SUS03', 'SUS04'], rules: ['T037'], on: EVERY,
    async run(t) {
      const good = stateWith({ 'soort-lize': 'b', 'mythe-jongens': 'f' }, 7);
      const damaged = [good.slice(0, -1), good.replace(/.$/, '_'), `${good}A`, '{"page":3}', 'x', '&quot;', good.toLowerCase()];
      for (const state of damaged) {
        const world = t.world();
        await plant(world, state);
        const page = await world.open();
        assert.deepEqual(page.course.answers, {}, state);
        await world.quiet();
        page.hide();
        await world.quiet();
        assert.equal(world.lms.held('cmi.suspend_data'), state, 'opening and hiding change nothing');
        page.show();
        page.answer('soort-lize', 'c');
        await world.quiet();
        assert.deepEqual(world.heldAnswers, { 'soort-lize': 'c' }, 'a fresh start after the learner acted');
      }
    },
  },
  {
    name: 'Work of a newer version of the course is not overwritten by opening the older one',
    cases: ['SUS04'], rules: ['T037'], on: EVERY,
    async run(t) {
      const world = t.world();
      const newer = newerState();
      await plant(world, newer);
      const page = await world.open();
      assert.equal(page.course.unread, 'newer');
      await world.quiet();
      await page.leave();
      assert.equal(world.lms.held('cmi.suspend_data'), newer);
    },
  },
  {
    name: 'After passing, the last page and later answers are not kept',
    cases: ['SUS05'], rules: ['T033'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.test(90);
      await world.quiet();
      page.visit('bewijs');
      page.answer('soort-lize', 'b');
      await world.quiet();
      await page.leave();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'b' });
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      const next = await world.open();
      assert.equal(next.course.lesson, 'bewijs');
    },
  },
  {
    name: 'An LMS has no suspend_data (401): the place is known from lesson_location, the work from the device',
    cases: ['SUS08'], rules: ['T036'], on: except(OWN, 'open-edx'),
    async run(t) {
      const world = t.world({ profile: without('cmi.suspend_data') });
      const first = await world.open();
      first.visit('signalen');
      first.answer('soort-lize', 'a');
      await world.quiet();
      await first.leave();
      assert.equal(world.lms.held('cmi.core.lesson_location'), 'signalen');
      const next = await world.open();
      assert.equal(next.resume.location, 'signalen');
      assert.deepEqual(next.course.answers, { 'soort-lize': 'a' });
    },
  },
  {
    name: 'An LMS takes only short suspend_data (405): it is not called saved, and the device keeps the work',
    cases: ['SUS01'], rules: ['T011', 'T104'], on: PLAIN,
    async run(t) {
      const world = t.world();
      world.lms.intercept = (call, session, proceed) => {
        if (call.name !== 'LMSSetValue' || call.args[0] !== 'cmi.suspend_data') return proceed();
        session.error = '405';
        return 'false';
      };
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.equal(page.now.saving, 'device');
      await page.leave();
      assert.deepEqual((await world.open()).course.answers, { 'soort-lize': 'a' });
    },
  },
  {
    name: 'An LMS takes only short suspend_data (405), and there is no storage: the learner is told',
    cases: ['SUS01', 'ENV01'], rules: ['T014', 'T110'], on: PLAIN,
    async run(t) {
      const world = t.world({ storage: false });
      world.lms.intercept = (call, session, proceed) => {
        if (call.name !== 'LMSSetValue' || call.args[0] !== 'cmi.suspend_data') return proceed();
        session.error = '405';
        return 'false';
      };
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.equal(page.now.saving, 'unsaved');
      assert.equal(page.now.notice, 'broken-lms');
    },
  },
  {
    name: 'An LMS has no suspend_data and the device is another one: the place is still known',
    cases: ['SUS08'], rules: ['T036'], on: except(OWN, 'open-edx'),
    async run(t) {
      const world = t.world({ profile: without('cmi.suspend_data') });
      const first = await world.open();
      first.visit('signalen');
      await world.quiet();
      await first.leave();
      world.device.items.clear();
      assert.equal((await world.open()).resume.location, 'signalen');
    },
  },
  {
    name: 'An LMS has no lesson_location (401): the place comes from suspend_data',
    cases: ['SUS08'], rules: ['T036'], on: except(OWN, 'open-edx'),
    async run(t) {
      const world = t.world({ profile: without('cmi.core.lesson_location') });
      const first = await world.open();
      first.visit('signalen');
      await world.quiet();
      await first.leave();
      const next = await world.open();
      assert.equal(next.course.lesson, 'signalen');
      assert.deepEqual(next.notices, []);
    },
  },
  {
    name: 'lesson_location is short ASCII',
    cases: ['SUS08'], rules: ['T036'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      await page.leave();
      const sets = world.calls('LMSSetValue', 'cmi.core.lesson_location');
      assert.ok(sets.length > 0);
      for (const { args } of sets) assert.match(String(args[1]), /^[!-~]{1,255}$/);
    },
  },
];

/** An earlier session left this. @param {import('../world.js').World} world @param {string} state */
async function plant(world, state) {
  const { API, close } = world.lms.launch();
  /** @param {(api: typeof API) => unknown} call */
  const twice = (call) => {
    try {
      call(API);
    } catch {
      call(API);
    }
  };
  API.LMSInitialize('');
  twice((api) => api.LMSSetValue('cmi.core.lesson_status', 'incomplete'));
  twice((api) => api.LMSSetValue('cmi.core.exit', 'suspend'));
  twice((api) => api.LMSSetValue('cmi.suspend_data', state));
  twice((api) => api.LMSCommit(''));
  close();
  world.lms.calls.length = 0;
}

/** A well-formed state with more slots than this course has. */
function newerState() {
  const layout = /** @type {any} */ ({ slots: Array.from({ length: 60 }, (_, n) => [`question/nieuw-${n}`, [['answer', 'number', 1, 8, [], []]]]) });
  return encode(layout, new Map([['question/nieuw-3', { answer: 9 }]]));
}

/** @param {string} missing  element that the LMS does not have */
const without = (missing) => (/** @type {import('../../lms/types.js').Profile} */ own) =>
  ({ ...own, implemented: (/** @type {import('../../lms/datamodel.js').Element} */ element) => own.implemented(element) && element.name !== missing });
