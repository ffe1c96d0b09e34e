import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createClient, THREW } from '../../../builder/player/scorm/client.js';

/** @template T @param {Generator<number, T, void>} steps @returns {T} */
function run(steps) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * An API of which each function gives what it is told to; an Error is thrown.
 * @param {Record<string, any>} answers
 */
function fake(answers) {
  /** @type {any[][]} */
  const calls = [];
  const names = ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSGetLastError'];
  const api = Object.fromEntries(names.map((name) => [name, (/** @type {string[]} */ ...args) => {
    calls.push([name, ...args]);
    const given = typeof answers[name] === 'function' ? answers[name](...args) : answers[name];
    if (given instanceof Error) throw given;
    return given;
  }]));
  return { calls, client: createClient(api) };
}

const TRUES = [true, 1, '1', 'true', 'True', 'TRUE', 'true ', ' true'];
const FALSES = [false, 0, '0', 'false', 'False'];
const NOTHINGS = [undefined, null, '', {}];

describe('what counts as success (API09, API10)', () => {
  test('"true" in any spelling, without asking further', () => {
    for (const value of TRUES) {
      const { client, calls } = fake({ LMSSetValue: value, LMSGetLastError: '101' });
      assert.deepEqual(run(client.set('cmi.core.exit', 'suspend')), { ok: true, code: 0 });
      assert.equal(calls.length, 1);
    }
  });

  test('for nothing, and for "false" to a set, the error code decides', () => {
    for (const code of ['0', 0, '', null, undefined, 'x']) {
      for (const value of NOTHINGS) {
        assert.deepEqual(run(fake({ LMSCommit: value, LMSGetLastError: code }).client.commit()), { ok: true, code: 0 });
      }
      for (const value of [...FALSES, ...NOTHINGS]) {
        assert.deepEqual(run(fake({ LMSSetValue: value, LMSGetLastError: code }).client.set('x', 'y')), { ok: true, code: 0 });
      }
    }
    for (const value of [...FALSES, ...NOTHINGS]) {
      for (const code of ['101', 101]) {
        assert.deepEqual(run(fake({ LMSCommit: value, LMSGetLastError: code }).client.commit()), { ok: false, code: 101 });
      }
    }
  });

  test('a commit that is refused is never taken for done, whatever the error code', () => {
    for (const value of FALSES) {
      assert.equal(run(fake({ LMSCommit: value, LMSGetLastError: '0' }).client.commit()).ok, false);
      assert.equal(run(fake({ LMSFinish: value, LMSGetLastError: '0' }).client.finish()).ok, false);
    }
  });

  test('an exception is a failure, and so is a function that is not there', () => {
    assert.deepEqual(run(fake({ LMSCommit: new Error('x') }).client.commit()), { ok: false, code: THREW });
    const { client } = fake({});
    assert.deepEqual(run(createClient({ LMSInitialize: () => 'true' }).finish()), { ok: false, code: THREW });
    assert.deepEqual(run(client.finish()), { ok: true, code: 0 });
  });

  test('what throws once is done again, but LMSFinish never', () => {
    for (const name of ['LMSSetValue', 'LMSCommit', 'LMSFinish']) {
      let turn = 0;
      const once = () => { turn += 1; return turn % 2 ? new Error('busy') : 'true'; };
      const { client } = fake({ [name]: once });
      const ask = { LMSSetValue: () => client.set('cmi.core.exit', ''), LMSCommit: client.commit, LMSFinish: client.finish }[name];
      assert.equal(ask && run(ask()).ok, name !== 'LMSFinish');
      assert.equal(turn, name === 'LMSFinish' ? 1 : 2);
    }
  });
});

test('Initialize, Commit and Finish get exactly one argument: "" (API11)', () => {
  const { client, calls } = fake({ LMSInitialize: 'true', LMSCommit: 'true', LMSFinish: 'true' });
  run(client.initialize());
  run(client.commit());
  run(client.finish());
  assert.deepEqual(calls, [['LMSInitialize', ''], ['LMSCommit', ''], ['LMSFinish', '']]);
});

describe('LMSInitialize that does not say "true" (API07, API08)', () => {
  for (const first of ['false', undefined, new TypeError('objectives')]) {
    test(`${first}: the session is used when it can be read`, () => {
      for (const [value, code] of [['incomplete', '0'], ['', '0'], ['not attempted', 0], ['passed', '101']]) {
        assert.equal(run(fake({ LMSInitialize: first, LMSGetValue: value, LMSGetLastError: code }).client.initialize()), true);
      }
    });

    test(`${first}: and not when it cannot`, () => {
      for (const code of ['301', '132', 101, '101']) {
        assert.equal(run(fake({ LMSInitialize: first, LMSGetValue: '', LMSGetLastError: code }).client.initialize()), false);
      }
      assert.equal(run(fake({ LMSInitialize: first, LMSGetValue: new Error('x') }).client.initialize()), false);
    });
  }
});

test('an API that says nothing at all, not even about errors, has no session', () => {
  for (const nothing of [undefined, null, {}]) {
    const { client } = fake({ LMSInitialize: nothing, LMSGetValue: nothing, LMSGetLastError: nothing });
    assert.equal(run(client.initialize()), false);
  }
});

describe('reading (GET02, GET03)', () => {
  test('what is no value is ""', () => {
    for (const value of [null, undefined, 'null', 'undefined', 0, false, Number.NaN, {}, [], '']) {
      assert.equal(run(fake({ LMSGetValue: value, LMSGetLastError: '0' }).client.text('cmi.suspend_data')), '');
      assert.equal(run(fake({ LMSGetValue: value, LMSGetLastError: '401' }).client.text('cmi.suspend_data')), '');
    }
  });

  test('what could not be read is told apart from what is not there', () => {
    for (const code of ['101', '301', 132]) {
      assert.equal(run(fake({ LMSGetValue: '', LMSGetLastError: code }).client.text('cmi.suspend_data')), null);
    }
    assert.equal(run(fake({ LMSGetValue: new Error('x') }).client.text('cmi.suspend_data')), null);
  });

  test('a value is taken without asking further; numbers become text', () => {
    const { client, calls } = fake({ LMSGetValue: 17 });
    assert.equal(run(client.text('cmi.core.student_id')), '17');
    assert.equal(calls.length, 1);
  });

  test('numbers, or none', () => {
    for (const [value, number] of /** @type {[any, any][]} */ ([
      ['80', 80], [80, 80], [0, 0], ['0', 0], [56.00000000000001, 56.00000000000001], ['', null], [null, null], ['x', null],
      [Number.NaN, null], [{}, null], [false, null], ['Infinity', null]])) {
      assert.equal(run(fake({ LMSGetValue: value }).client.number('cmi.core.score.raw')), number);
    }
  });
});

test('the page may breathe between any two calls', () => {
  const { client, calls } = fake({ LMSSetValue: () => 'false', LMSGetLastError: '201' });
  const steps = client.set('cmi.core.exit', 'x');
  steps.next();
  assert.equal(calls.length, 1);
  assert.deepEqual(steps.next(), { done: true, value: { ok: false, code: 201 } });
});

test('how slow the LMS is', () => {
  let now = 0;
  const client = createClient({ LMSCommit: () => { now += 80; return 'true'; } }, () => now);
  assert.equal(client.slowness(), 0);
  run(client.commit());
  assert.equal(client.slowness(), 80);
});
