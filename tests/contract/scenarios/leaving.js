/** The end of a page: UNL01–UNL07, and the back/forward cache. */
import assert from 'node:assert/strict';
import { EVERY, except, MOODLES, ONCE } from '../scenario.js';
import { attachLifecycle } from '../../../builder/player/tracking/lifecycle.js';
import { FIRST_ANSWERS, workThrough } from '../steps.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */
/** @typedef {import('../world.js').World} World */

/** From the moment that the page is dismissed, nothing reaches the server any more. @param {World} world */
function dropWhenLeaving(world) {
  world.lms.intercept = (call, session, proceed) => (session.leaving ? 'true' : proceed());
}

/** A window and a document that remember who listens. */
function fakeWindow() {
  /** @param {string} where */
  const target = (where) => ({
    /** @type {Record<string, ((event: any) => void)[]>} */
    listeners: {},
    where,
    /** @param {string} name @param {(event: any) => void} listener */
    addEventListener(name, listener) {
      (this.listeners[name] ??= []).push(listener);
    },
    /** @param {string} name @param {(event: any) => void} listener */
    removeEventListener(name, listener) {
      this.listeners[name] = (this.listeners[name] ?? []).filter((one) => one !== listener);
    },
    /** @param {string} name @param {object} [event] */
    fire(name, event = {}) {
      for (const listener of this.listeners[name] ?? []) listener(event);
    },
  });
  const document = { ...target('document'), visibilityState: 'visible' };
  return { ...target('window'), document };
}

/** Everything that can end a page, in the orders in which browsers are known to do it. @type {[string, (window: ReturnType<typeof fakeWindow>, page: import('../world.js').Page) => void][]} */
const ENDINGS = [
  ['hidden, pagehide', (window) => { hide(window); window.fire('pagehide'); }],
  ['pagehide, hidden', (window) => { window.fire('pagehide'); hide(window); }],
  ['exit button, hidden, pagehide', (window, page) => { page.tracker.finish(); hide(window); window.fire('pagehide'); }],
  ['hidden, exit button, pagehide', (window, page) => { hide(window); page.tracker.finish(); window.fire('pagehide'); }],
  ['pagehide alone', (window) => window.fire('pagehide')],
  ['pagehide twice', (window) => { window.fire('pagehide'); window.fire('pagehide'); }],
  ['hidden, visible, hidden, pagehide', (window) => { hide(window); show(window); hide(window); window.fire('pagehide'); }],
];

/** @param {ReturnType<typeof fakeWindow>} window */
function hide(window) {
  window.document.visibilityState = 'hidden';
  window.document.fire('visibilitychange');
}

/** @param {ReturnType<typeof fakeWindow>} window */
function show(window) {
  window.document.visibilityState = 'visible';
  window.document.fire('visibilitychange');
}

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'Closing the tab blocks synchronous requests: only what was done in the last seconds hangs on the end',
    cases: ['UNL01'], rules: ['T080', 'T083'], on: EVERY,
    async run(t) {
      const world = t.world();
      dropWhenLeaving(world);
      const page = await world.open();
      await workThrough(world, page);
      await page.leave();
      assert.deepEqual(world.heldAnswers, FIRST_ANSWERS);
      assert.equal(world.lms.held('cmi.core.exit'), 'suspend');
    },
  },
  {
    name: 'Hiding the page (switching apps on a phone) sends everything at once',
    cases: ['UNL01'], rules: ['T080'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      page.answer('soort-lize', 'c');
      page.hide();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'c' }, 'before hide() returns');
      await page.kill();
      assert.deepEqual((await world.open()).course.answers, { 'soort-lize': 'c' });
    },
  },
  {
    name: 'The page is killed straight after an answer: the device has it',
    cases: ['UNL01'], rules: ['T104', 'T105'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      page.answer('soort-lize', 'c');
      await page.kill();
      const next = await world.open();
      assert.deepEqual(next.course.answers, { 'soort-lize': 'c' });
      await world.quiet();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'c' }, 'and the LMS gets it after all');
    },
  },
  {
    name: 'Nothing essential is left for the end: an end that does nothing at all loses no answer of half a minute ago',
    cases: ['UNL01', 'UNL02'], rules: ['T083'], on: EVERY,
    async run(t) {
      const world = t.world({ storage: false });
      const page = await world.open();
      page.answer('soort-lize', 'c');
      page.test(80);
      await world.pass(30_000);
      await page.kill();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'c' });
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.equal(world.lms.held('cmi.core.score.raw'), '80');
    },
  },
  ...ENDINGS.map(([order, end]) => /** @type {Scenario} */ ({
    name: `LMSFinish comes twice, or something after it: ${order}`,
    cases: ['UNL03'], rules: ['T081'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      const window = fakeWindow();
      attachLifecycle(window, page.tracker);
      page.answer('soort-lize', 'b');
      await world.pass(3000);
      end(window, page);
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.equal(world.calls('LMSFinish').length, 1);
      const late = world.lms.calls.slice(world.lms.calls.findIndex(({ name }) => name === 'LMSFinish') + 1)
        .filter(({ name }) => name !== 'LMSGetLastError');
      assert.deepEqual(late, []);
      assert.ok('soort-lize' in world.heldAnswers);
      assert.deepEqual(world.misdeeds, []);
    },
  })),
  {
    name: 'The player listens to no event that browsers forbid or that shows a dialog',
    cases: ['UNL02', 'UNL05'], rules: ['T082'], on: ONCE,
    async run(t) {
      const page = await t.world().open();
      const window = fakeWindow();
      const stop = attachLifecycle(window, page.tracker);
      const names = [...Object.keys(window.listeners), ...Object.keys(window.document.listeners)];
      assert.ok(names.includes('pagehide') && names.includes('visibilitychange'));
      assert.ok(!names.some((name) => /unload/i.test(name)), names.join());
      stop();
      const left = [...Object.values(window.listeners), ...Object.values(window.document.listeners)].flat();
      assert.deepEqual(left, []);
    },
  },
  {
    name: 'No dialog and no closed window, whatever happens',
    cases: ['UNL05', 'UNL06', 'COM03', 'ENV10'], rules: ['T082', 'T086'], on: EVERY, deviation: 'D16',
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      world.connection('signed-out');
      await world.quiet();
      page.answer('mythe-jongens', 'f');
      await world.quiet();
      await page.leave();
      assert.deepEqual(world.misdeeds, []);
    },
  },
  {
    name: 'Every page of the course starts and ends a session',
    cases: ['UNL07'], rules: ['T084'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      for (const lesson of ['welkom', 'drie-soorten', 'signalen', 'toets', 'bewijs', 'welkom']) {
        page.visit(lesson);
        await world.pass(9000);
      }
      await page.leave();
      assert.equal(world.calls('LMSInitialize').length, 1);
      assert.equal(world.calls('LMSFinish').length, 1);
    },
  },
  {
    name: 'Back from the back/forward cache, in an LMS that lets the session begin again: work goes on',
    cases: ['UNL03'], rules: ['T085'], on: [...MOODLES, 'open-edx'],
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.visit('welkom');
      page.hide();
      page.tracker.finish();
      await world.pass(20_000);
      page.tracker.resumeFromCache();
      page.show();
      await world.quiet();
      page.answer('soort-lize', 'b');
      await world.quiet();
      const safe = world.heldAnswers['soort-lize'] === 'b';
      assert.ok(safe || page.now.saving === 'device' || page.notices.length > 0, 'saved, or said that it is not');
      await page.leave();
      assert.deepEqual((await world.open()).course.answers, { 'soort-lize': 'b' });
    },
  },
  {
    name: 'Back from the back/forward cache, in an LMS whose session is over: the learner is told and loses nothing',
    cases: ['UNL03'], rules: ['T085'], on: except(EVERY, ...MOODLES, 'open-edx'),
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.visit('welkom');
      page.hide();
      page.tracker.finish();
      await world.pass(20_000);
      page.tracker.resumeFromCache();
      page.show();
      page.answer('soort-lize', 'b');
      await world.quiet();
      // scorm-again takes values after LMSFinish, and really keeps them.
      if (page.now.saving === 'saved') assert.deepEqual(world.heldAnswers, { 'soort-lize': 'b' });
      else assert.ok(page.notices.length > 0);
      await page.leave();
      const next = await world.open();
      assert.deepEqual(next.course.answers, { 'soort-lize': 'b' });
      await world.quiet();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'b' });
    },
  },
  {
    name: 'After the end the quiet line does not say that later work is saved',
    cases: ['UNL03'], rules: ['T081'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      page.tracker.finish();
      await world.quiet();
      page.answer('mythe-jongens', 'f');
      await world.quiet();
      assert.notEqual(page.now.saving, 'saved');
      await page.kill();
      assert.deepEqual((await world.open()).course.answers, { 'soort-lize': 'a', 'mythe-jongens': 'f' });
    },
  },
  {
    name: 'The last commit of a page is small: it fits in a beacon of 64 KiB with room to spare',
    cases: ['UNL01'], rules: ['T133'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      for (const [id, answer] of Object.entries(FIRST_ANSWERS)) page.answer(id, answer);
      page.test(90);
      const begin = world.lms.calls.length;
      await page.leave();
      const bytes = world.lms.calls.slice(begin).filter(({ name }) => name === 'LMSSetValue')
        .reduce((sum, { args }) => sum + String(args[0]).length + String(args[1]).length, 0);
      assert.ok(bytes > 0 && bytes < 32 * 1024, `${bytes} bytes`);
    },
  },
  {
    name: 'Leaving while the first look for the API is still going on',
    cases: ['UNL03', 'API04'], rules: ['T081', 'T004'], on: ONCE,
    async run(t) {
      const { createTracker } = await import('../../../builder/player/tracking/tracker.js');
      const world = t.world();
      const tracker = createTracker({
        windowLike: { parent: {} }, monotonic: world.clock.now, setTimer: world.clock.setTimer,
        clearTimer: world.clock.clearTimer, storage: null, probe: async () => 'unknown', online: () => true,
      }, { course: 'c', edition: 'vo', endsWith: 'passed', revisionOf: () => 'empty' });
      const started = tracker.start();
      await world.pass(100);
      tracker.hide();
      tracker.finish();
      await world.pass(20_000);
      // The page was only asleep, and wakes up.
      tracker.resumeFromCache();
      const resume = await world.clock.until(started);
      assert.equal(resume.connected, false);
    },
  },
  {
    name: 'Hiding and showing many times does not lose or repeat anything',
    cases: ['UNL03'], rules: ['T080'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      for (const [id, answer] of Object.entries(FIRST_ANSWERS)) {
        page.answer(id, answer);
        page.hide();
        await world.pass(1000);
        page.show();
        await world.pass(500);
      }
      await page.leave();
      assert.deepEqual(world.heldAnswers, FIRST_ANSWERS);
      assert.equal(world.calls('LMSFinish').length, 1);
    },
  },
];
