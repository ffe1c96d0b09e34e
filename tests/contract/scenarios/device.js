/** What stays on the device, and the surroundings of the page: ENV01, ENV02, ENV10, ENV11, LRN02. */
import assert from 'node:assert/strict';
import { EVERY, except, ONCE } from '../scenario.js';
import { browserPorts } from '../../../builder/player/tracking/browser.js';
import { createDevice } from '../world.js';
import { FIRST_ANSWERS, workThrough } from '../steps.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

const ANNA = { id: 'p-1001', name: 'Jansen, Anna' };
const BRAM = { id: 'p-1002', name: 'Bakker, Bram' };

/** A browser window with a lid on everything that can be forbidden. @param {object} [given] */
function lockedWindow(given = {}) {
  const forbidden = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  const window = {
    performance, navigator: { onLine: true }, location: { protocol: 'https:' },
    setTimeout: (/** @type {() => void} */ run, /** @type {number} */ ms) => setTimeout(run, ms),
    clearTimeout: (/** @type {any} */ timer) => clearTimeout(timer),
    fetch: async () => forbidden(),
    ...given,
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'BroadcastChannel']) {
    if (!(name in window)) Object.defineProperty(window, name, { get: forbidden });
  }
  return window;
}

const PROBE = { course: 'eenzaamheid', probe: { url: 'probe.txt', content: 'x' } };

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'Even looking at localStorage throws (third-party data blocked): no white page',
    cases: ['ENV01'], rules: ['T110', 'T002'], on: ONCE,
    async run() {
      const ports = browserPorts(lockedWindow(), PROBE);
      assert.equal(ports.storage, null);
      assert.equal(ports.channel, null);
      assert.equal(await ports.probe(), 'unknown');
    },
  },
  {
    name: 'Opened from a file, as mobile players do: nothing is fetched',
    cases: ['ENV11'], rules: ['T108'], on: ONCE,
    async run() {
      let fetched = 0;
      const ports = browserPorts(lockedWindow({ location: { protocol: 'file:' }, fetch: async () => { fetched += 1; } }), PROBE);
      assert.equal(await ports.probe(), 'unknown');
      assert.equal(fetched, 0);
    },
  },
  {
    name: 'A browser without fetch or BroadcastChannel: the course starts',
    cases: ['ENV11', 'ENV01'], rules: ['T108', 'T110'], on: ONCE,
    async run() {
      const ports = browserPorts(lockedWindow({ fetch: undefined, BroadcastChannel: undefined, localStorage: undefined }), PROBE);
      assert.equal(await ports.probe(), 'unknown');
      assert.equal(ports.storage, null);
    },
  },
  {
    name: 'Storage throws (a sandboxed frame): the course works and the LMS gets all',
    cases: ['ENV01'], rules: ['T110'], on: EVERY,
    async run(t) {
      const world = t.world({ storage: false });
      const page = await world.open();
      await workThrough(world, page);
      await world.pass(20 * 60_000);
      // An LMS that throws now and then is named as what it is.
      if (t.lms !== 'hostile') assert.deepEqual(page.notices, []);
      assert.equal(page.now.saving, 'saved');
      await page.leave();
      assert.deepEqual((await world.open()).course.answers, FIRST_ANSWERS);
    },
  },
  {
    name: 'Storage throws and the LMS cannot be reached: the learner is told within five seconds that it is not safe',
    cases: ['ENV01'], rules: ['T110', 'T101'], on: EVERY,
    async run(t) {
      const world = t.world({ storage: false });
      const page = await world.open();
      await world.quiet();
      world.connection('offline');
      page.tracker.retry();
      page.answer('soort-lize', 'a');
      await world.pass(5000);
      assert.equal(page.now.saving, 'unsaved');
      assert.notEqual(page.now.notice, 'none');
    },
  },
  {
    name: 'Storage is full: the same as no storage',
    cases: ['ENV01'], rules: ['T110'], on: EVERY,
    async run(t) {
      const world = t.world();
      const { items } = world.device;
      items.set = () => {
        throw new DOMException('exceeded the quota', 'QuotaExceededError');
      };
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.equal(page.now.saving, 'saved');
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' });
    },
  },
  {
    name: 'Storage is allowed at first and refused later',
    cases: ['ENV01'], rules: ['T110'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      world.storage = false;
      page.answer('mythe-jongens', 'f');
      await world.quiet();
      assert.equal(page.now.saving, 'saved');
      await page.leave();
      assert.deepEqual((await world.open()).course.answers, { 'soort-lize': 'a', 'mythe-jongens': 'f' });
    },
  },
  {
    name: 'Rubbish in our place in the storage',
    cases: ['ENV02'], rules: ['T110', 'T105'], on: EVERY,
    async run(t) {
      for (const rubbish of ['', 'null', '{', '[]', '"x"', '{"state":5}', '{"state":"1AAx","location":"x","base":0}', 'undefined']) {
        const world = t.world();
        const first = await world.open();
        await world.quiet();
        first.answer('soort-lize', 'a');
        await first.kill();
        for (const key of world.device.items.keys()) world.device.items.set(key, rubbish);
        const next = await world.open();
        assert.deepEqual(next.course.answers, {}, rubbish);
        next.answer('mythe-jongens', 'f');
        await world.quiet();
        assert.deepEqual(world.heldAnswers, { 'mythe-jongens': 'f' });
      }
    },
  },
  {
    name: 'A pupil on a shared laptop sees the answers of the one before',
    cases: ['ENV02'], rules: ['T106'], on: EVERY,
    async run(t) {
      const device = createDevice();
      const annas = t.world({ device, learner: ANNA });
      const page = await annas.open();
      await annas.quiet();
      page.answer('soort-lize', 'a');
      annas.connection('offline', false);
      await page.kill();
      assert.ok(device.items.size > 0, 'Anna’s work is on the device');

      const brams = t.world({ device, learner: BRAM });
      const other = await brams.open();
      assert.deepEqual(other.course.answers, {});
      await brams.quiet();
      await other.leave();

      annas.connection('online');
      const back = await annas.open();
      assert.deepEqual(back.course.answers, { 'soort-lize': 'a' }, 'and Anna’s is still there');
    },
  },
  {
    name: 'Another course, or another edition, on the same origin',
    cases: ['ENV02'], rules: ['T106'], on: EVERY,
    async run(t) {
      const device = createDevice();
      const one = t.world({ device });
      const page = await one.open();
      await one.quiet();
      page.answer('soort-lize', 'a');
      await page.kill();
      for (const settings of [{ course: 'andere-cursus' }, { edition: 'mbo' }]) {
        const other = await t.world({ device, settings }).open();
        assert.deepEqual(other.course.answers, {}, JSON.stringify(settings));
      }
    },
  },
  {
    name: 'A learner’s id or name can be read in the storage',
    cases: ['ENV02', 'LRN02'], rules: ['T111', 'T112'], on: EVERY,
    async run(t) {
      const world = t.world({ learner: { id: 'geheim-4711', name: 'Geheim, Gea' } });
      const page = await world.open();
      page.answer('soort-lize', 'a');
      const stored = JSON.stringify([...world.device.items]);
      assert.ok(stored.length > 2);
      assert.doesNotMatch(stored, /geheim|4711|gea|soort-lize/i);
    },
  },
  {
    name: 'What other windows are told holds no name and no id',
    cases: ['LRN02'], rules: ['T112'], on: EVERY,
    async run(t) {
      const world = t.world({ learner: { id: 'geheim-4711', name: 'Geheim, Gea' } });
      /** @type {string[]} */
      const heard = [];
      world.device.listeners.add({ page: { alive: () => true }, hear: (message) => { heard.push(message); } });
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      await page.leave();
      await world.quiet();
      assert.ok(heard.length > 0);
      assert.doesNotMatch(heard.join(), /geheim|4711|gea|soort/i);
    },
  },
  {
    name: 'Nothing about the learner goes to the console',
    cases: ['LRN02'], rules: ['T112'], on: EVERY,
    async run(t) {
      const { log, warn, error, info, debug } = console;
      /** @type {unknown[]} */
      const said = [];
      Object.assign(console, Object.fromEntries(['log', 'warn', 'error', 'info', 'debug'].map((name) =>
        [name, (/** @type {unknown[]} */ ...words) => { said.push(...words); }])));
      try {
        const world = t.world();
        const page = await world.open();
        await workThrough(world, page);
        world.connection('offline');
        page.test(90);
        await world.quiet();
        await page.leave();
      } finally {
        Object.assign(console, { log, warn, error, info, debug });
      }
      assert.deepEqual(said, []);
    },
  },
  {
    name: 'No window is opened by the course itself',
    cases: ['ENV10'], rules: ['T082'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      await page.leave();
      assert.deepEqual(world.misdeeds, []);
    },
  },
  {
    name: 'An LMS without learner ids: nothing is kept on a device where it could not be told whose it is',
    cases: ['LRN01', 'ENV02'], rules: ['T106', 'T141'], on: except(EVERY, 'open-edx'), deviation: 'D06', // has an id for everybody
    async run(t) {
      const world = t.world({ learner: { id: '', name: '' } });
      const page = await world.open();
      await world.quiet();
      page.answer('soort-lize', 'a');
      assert.equal(world.device.items.size, 0);
      await world.quiet();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' });
    },
  },
  {
    name: 'The work on the device is removed at the next visit, also when that is to read, once the LMS shows that it has it',
    cases: ['ENV02'], rules: ['T104'], on: EVERY, deviation: 'D13',
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      await world.quiet();
      await page.leave();
      const stored = new Map(world.device.items);
      for (const mode of /** @type {const} */ (['normal', 'review'])) {
        for (const [key, value] of stored) world.device.items.set(key, value);
        const next = await world.open({ launch: { mode } });
        assert.equal(world.device.items.size, 0, `${mode}: ${[...world.device.items.keys()].join()}`);
        assert.deepEqual(next.notices, []);
        await next.kill();
      }
    },
  },
  {
    name: 'A state on the device that a newer version of the course made is not thrown away by the older one',
    cases: ['SUS04'], rules: ['T037', 'T105'], on: ONCE,
    async run(t) {
      const world = t.world({ settings: { revisionOf: () => 'newer' } });
      const first = await world.open({ api: false });
      first.answer('soort-lize', 'a');
      const stored = new Map(world.device.items);
      assert.ok(stored.size > 0);
      await first.kill();
      await world.open({ api: false });
      assert.deepEqual(world.device.items, stored);
    },
  },
];
