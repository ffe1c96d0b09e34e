/** Where the API is, and what happens when it is not there: API01–API06, API12, MAN03 (runtime part). */
import assert from 'node:assert/strict';
import { EVERY, ONCE } from '../scenario.js';
import { foreignWindow, windowWith } from '../world.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

/** A window inside `depth` parents, the topmost of which has the API. @param {any} API @param {number} depth */
function nested(API, depth) {
  let here = windowWith({ API });
  for (let level = 0; level < depth; level += 1) here = { parent: here };
  return here;
}

/** Places where LMSs put the API, by the window that the course is in. @type {[string, string[], (API: any) => any][]} */
const PLACES = [
  ['in the window of the course itself, as mobile players do', ['API03'], (API) => windowWith({ API })],
  ['in the parent frame', ['API05'], (API) => nested(API, 1)],
  ['twelve frames up', ['API06'], (API) => nested(API, 12)],
  ['in the opener', ['API05'], (API) => windowWith({ opener: windowWith({ API }) })],
  ['in a parent of the opener', ['API05'], (API) => windowWith({ opener: { parent: windowWith({ API }) } })],
  ['in the opener of the parent', ['API05'], (API) => ({ parent: windowWith({ opener: windowWith({ API }) }) })],
  ['in the opener of the grandparent', ['API05'],
    (API) => ({ parent: { parent: windowWith({ opener: windowWith({ API }) }) } })],
  ['in the opener of the opener', ['API05'],
    (API) => windowWith({ opener: windowWith({ opener: windowWith({ API }) }) })],
];

/** Windows that may not be read on the way to the API. @type {[string, (API: any) => any][]} */
const OBSTACLES = [
  ['the opener is on another origin', (API) => ({ opener: foreignWindow(), parent: windowWith({ API }) })],
  ['the parent is on another origin', (API) => ({ parent: foreignWindow(), opener: windowWith({ API }) })],
  ['a getter throws on API', (API) => {
    const own = { parent: windowWith({ API }) };
    Object.defineProperty(own, 'API', { get() { throw new Error('no'); } });
    return own;
  }],
  ['an element with id="API" hides it', (API) => ({ API: { tagName: 'DIV' }, parent: windowWith({ API }) })],
];

/** @type {Scenario[]} */
export const scenarios = [
  ...PLACES.map(([place, cases, make]) => /** @type {Scenario} */ ({
    name: `The API is found ${place}`,
    cases, rules: ['T001'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open({ place: make });
      assert.equal(page.resume.connected, true);
      assert.equal(world.calls('LMSInitialize').length, 1);
    },
  })),

  ...OBSTACLES.map(([obstacle, make]) => /** @type {Scenario} */ ({
    name: `The course does not die when ${obstacle}`,
    cases: ['API01'], rules: ['T002'], on: EVERY,
    async run(t) {
      const page = await t.world().open({ place: make });
      assert.equal(page.resume.connected, true);
    },
  })),

  {
    name: 'Nothing but windows of another origin: the course opens and says that there is no LMS',
    cases: ['API01'], rules: ['T002', 'T005'], on: ONCE,
    async run(t) {
      const world = t.world();
      const page = await world.open({ api: false, place: () => ({ parent: foreignWindow(), opener: foreignWindow() }) });
      assert.equal(page.resume.connected, false);
      assert.equal(page.now.notice, 'no-lms');
      page.answer('soort-lize', 'a');
      assert.deepEqual(page.course.answers, { 'soort-lize': 'a' });
    },
  },
  {
    name: 'A window that is its own parent ends the search',
    cases: ['API06'], rules: ['T003'], on: ONCE,
    async run(t) {
      const page = await t.world().open({ api: false, place: () => ({ parent: windowWith({}) }) });
      assert.equal(page.resume.connected, false);
    },
  },
  {
    name: 'Windows that are each other’s parent and opener do not keep the search busy for ever',
    cases: ['API06'], rules: ['T003'], on: ONCE,
    async run(t) {
      const one = /** @type {any} */ ({});
      const other = { parent: one, opener: one };
      Object.assign(one, { parent: other, opener: other });
      const page = await t.world().open({ api: false, place: () => one });
      assert.equal(page.resume.connected, false);
    },
  },
  {
    name: 'Six hundred frames without an API are searched in less than 50 ms a time',
    cases: ['API06'], rules: ['T003'], on: ONCE,
    async run(t) {
      const world = t.world();
      let looks = 0;
      const begin = performance.now();
      const page = await world.open({ api: false, place: () => {
        let here = windowWith({ get API() { looks += 1; return undefined; } });
        for (let level = 0; level < 600; level += 1) here = { parent: here };
        return here;
      } });
      assert.equal(page.resume.connected, false);
      // The whole wait on the fake clock, some twenty searches, costs less real time than twenty times 50 ms.
      assert.ok(performance.now() - begin < 1000, `${performance.now() - begin} ms`);
      assert.equal(looks, 0, 'the topmost window is beyond the limit');
    },
  },
  ...[300, 1500, 5000].map((delay) => /** @type {Scenario} */ ({
    name: `An API that appears ${delay} ms after the course is waited for, and what it holds is restored`,
    cases: ['API04'], rules: ['T004'], on: EVERY,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      first.answer('soort-lize', 'b');
      await world.quiet();
      await first.leave();

      const calls = world.lms.calls.length;
      const page = await world.open({ place: (API) => {
        const parent = windowWith({});
        world.clock.setTimer(() => {
          assert.equal(world.lms.calls.length, calls, 'nothing is called before there is an API');
          parent.API = API;
        }, delay);
        return { parent };
      } });
      assert.equal(page.resume.connected, true);
      assert.deepEqual(page.course.answers, { 'soort-lize': 'b' });
      assert.ok(!page.notices.includes('no-lms'), 'no alarm while it is still looking');
    },
  })),
  {
    name: 'An API that appears after more than seven seconds is not used until the course is opened again',
    cases: ['API04'], rules: ['T004'], on: ONCE, deviation: 'D01',
    async run(t) {
      const world = t.world();
      const parent = windowWith({});
      const running = world.lms.launch();
      world.clock.setTimer(() => { parent.API = running.API; }, 8000);
      const page = await world.open({ api: false, place: () => ({ parent }) });
      assert.equal(page.resume.connected, false);
      assert.equal(page.now.notice, 'no-lms');
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.deepEqual(world.lms.calls, []);
      assert.notEqual(page.now.saving, 'saved');
    },
  },
  {
    name: 'LMSInitialize comes at once, not after the first click',
    cases: ['API12'], rules: ['T007'], on: EVERY,
    async run(t) {
      const world = t.world();
      await world.open({ follow: false });
      const [first] = world.lms.calls;
      assert.equal(first.name, 'LMSInitialize');
      assert.ok(first.time < 2000, `after ${first.time} ms`);
    },
  },
  {
    name: 'A course in a window of its own does not keep the learner waiting for seven seconds',
    cases: [], rules: ['T004'], on: ONCE,
    async run(t) {
      const world = t.world();
      await world.open({ api: false, place: () => windowWith({}) });
      assert.ok(world.clock.now() <= 1500, `${world.clock.now()} ms`);
    },
  },
  {
    name: 'Only a SCORM 2004 API: the course says that nothing is kept in the LMS',
    cases: ['MAN03'], rules: ['T006'], on: ONCE,
    async run(t) {
      const api2004 = { Initialize: () => 'true', GetValue: () => '', SetValue: () => 'true' };
      const page = await t.world().open({ api: false, place: () => ({ parent: windowWith({ API_1484_11: api2004 }) }) });
      assert.equal(page.resume.connected, false);
      assert.equal(page.now.notice, 'scorm-2004');
    },
  },
  {
    name: 'Without an LMS the learner is told once, and the work is on the device the next time',
    cases: ['API01'], rules: ['T005'], on: ONCE,
    async run(t) {
      const world = t.world();
      const first = await world.open({ api: false });
      first.answer('soort-lize', 'c');
      first.answer('mythe-jongens', 'f');
      await world.quiet();
      assert.equal(first.now.saving, 'device');
      assert.deepEqual(first.notices, ['no-lms']);
      await first.leave();
      const second = await world.open({ api: false });
      assert.deepEqual(second.course.answers, { 'soort-lize': 'c', 'mythe-jongens': 'f' });
    },
  },
  {
    name: 'Without an LMS and without storage the learner is told that the work is not kept',
    cases: ['ENV01'], rules: ['T005', 'T110'], on: ONCE,
    async run(t) {
      const world = t.world({ storage: false });
      const page = await world.open({ api: false });
      page.answer('soort-lize', 'c');
      await world.quiet();
      assert.equal(page.now.saving, 'unsaved');
      assert.deepEqual(page.notices, ['no-lms']);
      assert.deepEqual(page.course.answers, { 'soort-lize': 'c' });
    },
  },
  {
    name: 'What was done without an LMS is not handed to whoever signs in later on the same device',
    cases: ['ENV02'], rules: ['T106'], on: EVERY,
    async run(t) {
      const world = t.world();
      const stranger = await world.open({ api: false });
      stranger.answer('soort-lize', 'c');
      await stranger.leave();
      const page = await world.open();
      assert.deepEqual(page.course.answers, {});
      await world.quiet();
      assert.deepEqual(world.heldAnswers, {});
    },
  },
];
