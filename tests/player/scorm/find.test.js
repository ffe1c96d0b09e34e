import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findApi, searchPauses, standsAlone } from '../../../builder/player/scorm/find.js';

const API = { LMSInitialize: () => 'true' };

/** A window; without a parent it is its own, as in a browser. @param {Record<string, any>} [properties] */
function frame(properties = {}) {
  /** @type {Record<string, any>} */
  const self = { opener: null, ...properties };
  if (!('parent' in properties)) self.parent = self;
  return self;
}

/** A window of another origin: its family can be seen, nothing else. @param {Record<string, any>} [family] */
const foreign = (family = {}) => new Proxy(frame(family), {
  get(target, name) {
    if (name === 'parent' || name === 'opener') return Reflect.get(target, name);
    throw new DOMException('Blocked a frame', 'SecurityError');
  },
});

/** @param {any} windowLike */
const isFound = (windowLike) => assert.equal(findApi(windowLike).api, API);

describe('the API is found', () => {
  test('in the own window (API03)', () => isFound(frame({ API })));
  test('in a parent, twelve frames up (API06)', () => {
    let here = frame({ API });
    for (let depth = 0; depth < 12; depth += 1) here = frame({ parent: here });
    isFound(here);
  });

  const inOpener = frame({ opener: frame({ API }) });
  for (const [name, windowLike] of Object.entries({
    opener: inOpener,
    'parent of the opener': frame({ opener: frame({ parent: frame({ API }) }) }),
    'opener of the parent': frame({ parent: inOpener }),
    'opener of the parent of the parent': frame({ parent: frame({ parent: inOpener }) }),
    'parent of the opener of the parent': frame({ parent: frame({ opener: frame({ parent: frame({ API }) }) }) }),
    'opener of the opener': frame({ opener: inOpener }),
  })) test(`in the ${name} (API05)`, () => isFound(windowLike));

  test('past windows of another origin (API01)', () => {
    isFound(frame({ parent: foreign({ parent: frame({ API }) }) }));
    isFound(frame({ opener: foreign(), parent: frame({ API }) }));
    isFound(frame({ opener: foreign({ opener: frame({ API }) }) }));
  });

  test('past a getter that throws, an element with id="API" and an API without functions', () => {
    const throwing = Object.defineProperty(frame({ parent: frame({ API }) }), 'API', { get() { throw new Error('no'); } });
    isFound(throwing);
    isFound(frame({ API: { tagName: 'DIV' }, parent: frame({ API }) }));
    isFound(frame({ API: null, parent: frame({ API: 'text', parent: frame({ API }) }) }));
  });
});

describe('without an API the search ends', () => {
  test('at a window that is its own parent, and in rings of windows', () => {
    assert.equal(findApi(frame()).api, null);
    const one = frame();
    const other = frame({ parent: one, opener: one });
    one.parent = other;
    one.opener = other;
    assert.equal(findApi(one).api, null);
  });

  test('soon, with 600 frames (API06)', () => {
    let here = frame();
    for (let depth = 0; depth < 600; depth += 1) here = frame({ parent: here, opener: frame() });
    const begin = performance.now();
    assert.equal(findApi(here).api, null);
    assert.ok(performance.now() - begin < 50);
  });

  test('when every look throws', () => {
    const hostile = new Proxy({}, { get() { throw new Error('no'); } });
    assert.deepEqual(findApi(hostile), { api: null, only2004: false });
    assert.equal(standsAlone(hostile), true);
  });

  test('an LMS that only speaks SCORM 2004 is told apart (MAN03)', () => {
    assert.deepEqual(findApi(frame({ parent: frame({ API_1484_11: {} }) })), { api: null, only2004: true });
    assert.deepEqual(findApi(frame({ parent: frame({ API_1484_11: {}, API }) })), { api: API, only2004: false });
  });
});

describe('the API may come late (API04)', () => {
  const sum = (/** @type {readonly number[]} */ pauses) => pauses.reduce((total, pause) => total + pause, 0);

  test('more than five seconds in a frame or a pop-up, the first looks soon after another', () => {
    const pauses = searchPauses(standsAlone(frame({ parent: frame() })));
    assert.ok(sum(pauses) > 5000 && sum(pauses) < 10_000);
    assert.deepEqual(pauses, [...pauses].sort((one, other) => one - other));
    assert.ok(sum(searchPauses(standsAlone(frame({ opener: frame() })))) > 5000);
  });

  test('a second where nothing holds or opened the page', () => {
    assert.equal(sum(searchPauses(standsAlone(frame()))), 1000);
  });
});
