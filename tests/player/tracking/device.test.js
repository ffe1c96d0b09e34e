/** The mirror, the probe, the browser's events and what a browser may refuse. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserPorts } from '../../../builder/player/tracking/browser.js';
import { createProbe } from '../../../builder/player/tracking/confirm.js';
import { attachLifecycle } from '../../../builder/player/tracking/lifecycle.js';
import { createMirror, hashOf } from '../../../builder/player/tracking/mirror.js';
import { createClock, createStorage } from './fakes.js';

const KEPT = { state: '1AAx', location: 'welkom', base: 4, sent: 5 };

describe('the mirror', () => {
  test('gives back what it was given, until it is removed', () => {
    const storage = createStorage();
    const mirror = createMirror(storage, hashOf(['aya', 'eenzaamheid', 'vo']));
    assert.equal(mirror.isAvailable(), true);
    assert.equal(mirror.read(), null);
    assert.equal(mirror.keep(KEPT), true);
    assert.deepEqual(mirror.read(), KEPT);
    mirror.remove();
    assert.equal(mirror.read(), null);
    assert.equal(storage.items.size, 0);
  });

  test('another learner, course or edition on the same device sees nothing (ENV02)', () => {
    const storage = createStorage();
    createMirror(storage, hashOf(['aya', 'eenzaamheid', 'vo'])).keep(KEPT);
    for (const parts of [['ben', 'eenzaamheid', 'vo'], ['aya', 'anders', 'vo'], ['aya', 'eenzaamheid', 'po'], ['', 'eenzaamheid', 'vo'], ['ayaeenzaamheid', '', 'vo']]) {
      assert.equal(createMirror(storage, hashOf(parts)).read(), null);
    }
  });

  test('no id can be read on the device (LRN02)', () => {
    const storage = createStorage();
    createMirror(storage, hashOf(['aya.bakker@school.nl', 'eenzaamheid', 'vo'])).keep(KEPT);
    assert.doesNotMatch(JSON.stringify([...storage.items]), /aya|bakker|school|eenzaamheid/);
  });

  test('storage that throws, lies or is not there is as good as none (ENV01)', () => {
    const throwing = { getItem() { throw new Error('SecurityError'); }, setItem() { throw new Error('QuotaExceeded'); }, removeItem() { throw new Error('no'); } };
    const forgetful = { getItem: () => null, setItem() {}, removeItem() {} };
    for (const storage of [null, throwing, forgetful]) {
      const mirror = createMirror(storage, 'x');
      assert.equal(mirror.keep(KEPT), false);
      assert.equal(mirror.read(), null);
      mirror.remove();
    }
    assert.equal(createMirror(throwing, 'x').isAvailable(), false);
    assert.equal(createMirror(null, 'x').isAvailable(), false);
  });

  test('what somebody else left under the key is no state', () => {
    for (const text of ['', 'x', '{}', 'null', '[]', '{"state":3}', '{"state":"1","location":"x"}']) {
      const storage = createStorage(new Map([['cmi-x', text]]));
      assert.equal(createMirror(storage, 'x').read(), null);
    }
  });
});

describe('the probe', () => {
  const FILE = { url: 'probe-1a2b.txt', content: 'eenzaamheid-vo 1a2b\n' };
  const right = { ok: true, status: 200, type: 'basic', redirected: false, text: async () => FILE.content };

  /** @param {any[]} answers  of fetch, one by one; an Error rejects, 'never' stays away */
  function setup(answers, online = true) {
    const clock = createClock();
    /** @type {any[]} */
    const asked = [];
    const probe = createProbe({
      ...clock, online: () => online,
      fetch: (url, options) => {
        asked.push([url, options]);
        const answer = answers.shift();
        return answer === 'never' ? new Promise(() => {}) : answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    }, FILE);
    return { clock, asked, ask: async () => { const verdict = probe(); await clock.pass(5000); return verdict; } };
  }

  for (const [name, answer, verdict] of /** @type {[string, any, string][]} */ ([
    ['the exact file', right, 'ok'],
    ['a page to log in', { ...right, text: async () => '<!doctype html><form>' }, 'signed-out'],
    ['a redirect', { ok: false, status: 0, type: 'opaqueredirect', redirected: false, text: async () => '' }, 'signed-out'],
    ['a refusal', { ...right, ok: false, status: 403 }, 'signed-out'],
    ['a network that is gone', new TypeError('Failed to fetch'), 'offline'],
    ['a server that does not answer', 'never', 'offline'],
    ['a server in trouble', { ...right, ok: false, status: 503 }, 'offline'],
    ['a file that is gone', { ...right, ok: false, status: 404 }, 'offline'],
    ['a server that has had enough of us', { ...right, ok: false, status: 429 }, 'offline'],
  ])) {
    test(`${name}: ${verdict}`, async () => {
      const { ask } = setup([right, answer]);
      assert.equal(await ask(), 'ok');
      assert.equal(await ask(), verdict);
    });

    test(`${name}, when the probe never worked here: no conclusion (ENV11)`, async () => {
      assert.equal(await setup([answer]).ask(), verdict === 'ok' ? 'ok' : 'unknown');
    });
  }

  test('nothing comes from a cache, and a redirect is not followed', async () => {
    const { ask, asked } = setup([right]);
    await ask();
    assert.deepEqual(asked, [[FILE.url, { cache: 'no-store', credentials: 'same-origin', redirect: 'manual' }]]);
  });

  test('a browser that says it is offline is believed', async () => assert.equal(await setup([right], false).ask(), 'offline'));

  test('without fetch, or with one that throws, there is no conclusion', async () => {
    const clock = createClock();
    assert.equal(await createProbe({ ...clock, online: () => true, fetch: null }, FILE)(), 'unknown');
    assert.equal(await createProbe({ ...clock, online: () => true, fetch: () => { throw new Error('CSP'); } }, FILE)(), 'unknown');
  });

  test('no timer is left behind', async () => {
    const { ask, clock } = setup([right]);
    await ask();
    assert.equal(clock.pending(), 0);
  });
});

describe('the browser\'s events', () => {
  function setup() {
    const listeners = new Map();
    const target = {
      addEventListener: (/** @type {string} */ name, /** @type {any} */ run) => listeners.set(name, run),
      removeEventListener: (/** @type {string} */ name) => listeners.delete(name),
    };
    /** @type {any} */
    const windowLike = { ...target, document: { ...target, visibilityState: 'visible' } };
    /** @type {string[]} */
    const called = [];
    const names = ['hide', 'show', 'finish', 'resumeFromCache', 'retry', 'activity'];
    const tracker = /** @type {any} */ (Object.fromEntries(names.map((name) => [name, () => called.push(name)])));
    const detach = attachLifecycle(windowLike, tracker);
    return { listeners, windowLike, called, detach, fire: (/** @type {string} */ name, event = {}) => listeners.get(name)?.(event) };
  }

  test('nothing hangs on unload or beforeunload (UNL02, UNL05)', () => {
    const { listeners } = setup();
    assert.ok(!listeners.has('unload') && !listeners.has('beforeunload'));
    assert.ok(listeners.has('pagehide') && listeners.has('visibilitychange'));
  });

  test('hidden saves, visible goes on, pagehide ends, the cache begins anew', () => {
    const { fire, windowLike, called } = setup();
    windowLike.document.visibilityState = 'hidden';
    fire('visibilitychange');
    windowLike.document.visibilityState = 'visible';
    fire('visibilitychange');
    fire('pagehide', { persisted: true });
    fire('pageshow', { persisted: false });
    fire('pageshow', { persisted: true });
    fire('online');
    fire('keydown');
    assert.deepEqual(called, ['hide', 'show', 'finish', 'resumeFromCache', 'retry', 'activity']);
  });

  test('it lets go', () => {
    const { detach, listeners } = setup();
    detach();
    assert.equal(listeners.size, 0);
  });
});

describe('a browser that refuses (ENV01, ENV11)', () => {
  /** @param {Record<string, any>} properties */
  const windowLike = (properties) => ({
    performance, navigator: { onLine: true }, location: { protocol: 'https:' }, setTimeout, clearTimeout, ...properties,
  });
  const settings = { course: 'eenzaamheid', probe: { url: 'x.txt', content: 'x' } };

  test('looking at localStorage throws', () => {
    const refused = Object.defineProperty(windowLike({}), 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
    const ports = browserPorts(refused, settings);
    assert.equal(ports.storage, null);
    assert.equal(ports.channel, null);
  });

  test('from a file nothing is fetched', async () => {
    const fetch = () => { throw new Error('must not be called'); };
    assert.equal(await browserPorts(windowLike({ fetch, location: { protocol: 'file:' } }), settings).probe(), 'unknown');
  });

  test('only "false" means offline', () => {
    for (const [onLine, online] of [[true, true], [undefined, true], [false, false]]) {
      assert.equal(browserPorts(windowLike({ navigator: { onLine } }), settings).online(), online);
    }
  });

  test('windows hear each other', () => {
    /** @type {any[]} */
    const channels = [];
    class BroadcastChannel {
      onmessage = /** @type {any} */ (null);
      constructor() { channels.push(this); }
      /** @param {string} data */
      postMessage(data) { for (const other of channels) if (other !== this) other.onmessage?.({ data }); }
    }
    const [one, other] = [1, 2].map(() => browserPorts(windowLike({ BroadcastChannel }), settings).channel);
    /** @type {string[]} */
    const heard = [];
    other?.listen((message) => heard.push(message));
    one?.post('hash');
    assert.deepEqual(heard, ['hash']);
  });
});
