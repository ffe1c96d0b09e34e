/** The life of a session and of an attempt in the strict LMS: RTE 3.3 (API states) and 3.4.4 (entry, exit, status, time). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ERRORS } from './errors.js';
import { createLms } from './lms.js';

/** @param {import('./lms.js').Running} running @param {Record<string, string>} values */
function set(running, values) {
  for (const [element, value] of Object.entries(values)) assert.equal(running.API.LMSSetValue(element, value), 'true', element);
}

/** @param {import('./lms.js').Lms} lms @param {import('./types.js').LaunchOptions} [asked] */
function start(lms, asked) {
  const running = lms.launch(asked);
  assert.equal(running.API.LMSInitialize(''), 'true');
  return running;
}

test('nothing works before LMSInitialize (301)', () => {
  const { API } = createLms().launch();
  for (const call of [() => API.LMSGetValue('cmi.core.entry'), () => API.LMSSetValue('cmi.suspend_data', 'x'),
    () => API.LMSCommit(''), () => API.LMSFinish('')]) {
    assert.ok(['', 'false'].includes(String(call())));
    assert.equal(API.LMSGetLastError(), '301');
  }
});

test('nothing works after LMSFinish, and the SCO cannot initialise again', () => {
  const lms = createLms();
  const { API } = start(lms);
  assert.equal(API.LMSFinish(''), 'true');
  assert.equal(API.LMSSetValue('cmi.suspend_data', 'late'), 'false');
  assert.equal(API.LMSGetLastError(), '301');
  assert.equal(API.LMSGetValue('cmi.suspend_data'), '');
  assert.equal(API.LMSGetLastError(), '301');
  assert.equal(API.LMSCommit(''), 'false');
  assert.equal(API.LMSFinish(''), 'false');
  assert.equal(API.LMSGetLastError(), '301');
  assert.equal(API.LMSInitialize(''), 'false');
  assert.equal(API.LMSGetLastError(), '101');
  assert.equal(lms.held('cmi.suspend_data'), '');
});

test('LMSInitialize twice is a general exception (101), the session goes on', () => {
  const { API } = start(createLms());
  assert.equal(API.LMSInitialize(''), 'false');
  assert.equal(API.LMSGetLastError(), '101');
  assert.equal(API.LMSGetValue('cmi.core.entry'), 'ab-initio');
});

test('LMSInitialize, LMSCommit and LMSFinish want exactly the empty string (201)', () => {
  for (const parameter of [undefined, null, 'x', 0]) {
    const { API } = createLms().launch();
    assert.equal(API.LMSInitialize(parameter), 'false');
    assert.equal(API.LMSGetLastError(), '201');
    API.LMSInitialize('');
    assert.equal(API.LMSCommit(parameter), 'false');
    assert.equal(API.LMSGetLastError(), '201');
    assert.equal(API.LMSFinish(parameter), 'false');
    assert.equal(API.LMSGetLastError(), '201');
  }
});

test('a call resets the error; the support functions do not', () => {
  const { API } = start(createLms());
  API.LMSGetValue('cmi.core.exit');
  assert.equal(API.LMSGetErrorString('405'), ERRORS[405]);
  assert.equal(API.LMSGetDiagnostic(''), ERRORS[404]);
  assert.equal(API.LMSGetErrorString('999'), '');
  assert.equal(API.LMSGetLastError(), '404');
  API.LMSGetValue('cmi.core.entry');
  assert.equal(API.LMSGetLastError(), '0');
});

test('every code of RTE 3.3.4 has a text', () => {
  assert.deepEqual(Object.keys(ERRORS), ['0', '101', '201', '202', '203', '301', '401', '402', '403', '404', '405']);
});

test('what was set is on the server after LMSCommit or LMSFinish, not before', () => {
  const lms = createLms();
  const running = start(lms);
  set(running, { 'cmi.suspend_data': 'een' });
  assert.equal(lms.held('cmi.suspend_data'), '');
  running.API.LMSCommit('');
  assert.equal(lms.held('cmi.suspend_data'), 'een');
  set(running, { 'cmi.suspend_data': 'twee' });
  running.API.LMSFinish('');
  assert.equal(lms.held('cmi.suspend_data'), 'twee');
});

test('a page that is killed loses what was not committed', () => {
  const lms = createLms();
  const first = start(lms);
  set(first, { 'cmi.suspend_data': 'een' });
  first.API.LMSCommit('');
  set(first, { 'cmi.suspend_data': 'twee' });
  first.close();
  assert.equal(start(lms).API.LMSGetValue('cmi.suspend_data'), 'een');
});

for (const [exit, entry] of [['suspend', 'resume'], ['', ''], ['logout', ''], ['time-out', '']]) {
  test(`after exit "${exit}" the next entry is "${entry}"`, () => {
    const lms = createLms();
    const first = start(lms);
    set(first, { 'cmi.core.exit': exit, 'cmi.core.lesson_status': 'incomplete' });
    first.API.LMSFinish('');
    const second = start(lms);
    assert.equal(second.API.LMSGetValue('cmi.core.entry'), entry);
    second.API.LMSFinish('');
    assert.equal(start(lms).API.LMSGetValue('cmi.core.entry'), '', 'exit is not kept from the session before');
  });
}

test('session_time is added to total_time once a session, however often it is set', () => {
  const lms = createLms();
  const first = start(lms);
  for (const time of ['0000:00:30.00', '0000:01:00.50']) {
    set(first, { 'cmi.core.session_time': time });
    first.API.LMSCommit('');
  }
  first.API.LMSFinish('');
  first.close();
  const second = start(lms);
  assert.equal(second.API.LMSGetValue('cmi.core.total_time'), '0000:01:00.50');
  set(second, { 'cmi.core.session_time': '10:00:59.60' });
  second.API.LMSCommit('');
  second.close();
  assert.equal(start(lms).API.LMSGetValue('cmi.core.total_time'), '0010:02:00.10');
});

test('a session without session_time adds nothing', () => {
  const lms = createLms();
  const first = start(lms);
  set(first, { 'cmi.core.session_time': '00:01:00' });
  first.API.LMSFinish('');
  start(lms).API.LMSFinish('');
  assert.equal(start(lms).API.LMSGetValue('cmi.core.total_time'), '0000:01:00.00');
});

const decided = /** @type {const} */ ([
  ['nothing set', {}, {}, 'normal', 'completed'],
  ['nothing set, browsing', {}, {}, 'browse', 'browsed'],
  ['incomplete set', { 'cmi.core.lesson_status': 'incomplete' }, { mastery_score: '80' }, 'normal', 'incomplete'],
  ['no status, score over mastery', { 'cmi.core.score.raw': '90' }, { mastery_score: '80' }, 'normal', 'passed'],
  ['no status, score under mastery', { 'cmi.core.score.raw': '50' }, { mastery_score: '80' }, 'normal', 'failed'],
  ['no status, no score', {}, { mastery_score: '80' }, 'normal', 'completed'],
]);
for (const [situation, values, course, mode, expected] of decided) {
  test(`LMSFinish decides the status only where the SCO did not: ${situation}`, () => {
    const lms = createLms({ course });
    const running = start(lms, { mode });
    set(running, values);
    running.API.LMSFinish('');
    assert.equal(lms.held('cmi.core.lesson_status'), expected);
  });
}

test('the user navigates away without LMSFinish: the LMS decides all the same where the SCO did not', () => {
  for (const [values, course, mode, expected] of /** @type {const} */ ([
    [{}, {}, 'normal', 'completed'], [{}, {}, 'browse', 'browsed'],
    [{ 'cmi.core.score.raw': '50' }, { mastery_score: '80' }, 'normal', 'failed'],
    [{ 'cmi.core.lesson_status': 'incomplete' }, { mastery_score: '80' }, 'normal', 'incomplete'],
  ])) {
    const lms = createLms({ course });
    const running = start(lms, { mode });
    set(running, values);
    running.API.LMSCommit('');
    running.leave();
    running.close();
    assert.equal(lms.held('cmi.core.lesson_status'), expected);
  }
});

test('a page that is killed, or off line, is not seen to leave', () => {
  for (const network of /** @type {const} */ (['online', 'offline'])) {
    const lms = createLms();
    const running = start(lms);
    lms.network = network;
    if (network === 'offline') running.leave();
    running.close();
    assert.equal(lms.held('cmi.core.lesson_status'), '', network);
  }
});

test('off line and signed out, the API says so and nothing is lost for the next commit', () => {
  for (const network of /** @type {const} */ (['offline', 'signed-out'])) {
    const lms = createLms();
    const running = start(lms);
    set(running, { 'cmi.suspend_data': 'een' });
    lms.network = network;
    assert.equal(running.API.LMSCommit(''), 'false');
    assert.equal(running.API.LMSGetLastError(), '101');
    lms.network = 'online';
    assert.equal(running.API.LMSCommit(''), 'true');
    assert.equal(lms.held('cmi.suspend_data'), 'een');
  }
});

test('attempts survive the page of the LMS', () => {
  let kept = '';
  const lms = createLms({ save: (saved) => { kept = saved; } });
  const running = start(lms);
  set(running, { 'cmi.suspend_data': 'een', 'cmi.core.exit': 'suspend', 'cmi.core.session_time': '00:05:00' });
  running.API.LMSFinish('');
  const again = start(createLms({ saved: kept }));
  assert.equal(again.API.LMSGetValue('cmi.suspend_data'), 'een');
  assert.equal(again.API.LMSGetValue('cmi.core.entry'), 'resume');
  assert.equal(again.API.LMSGetValue('cmi.core.total_time'), '0000:05:00.00');
});

test('every call is recorded: name, arguments, answer, error, time and launch', () => {
  let now = 1000;
  const lms = createLms({ now: () => now });
  const { API } = lms.launch();
  API.LMSInitialize('');
  now = 2000;
  API.LMSSetValue('cmi.core.exit', 'normal');
  assert.deepEqual(lms.calls, [
    { name: 'LMSInitialize', args: [''], result: 'true', error: '0', time: 1000, launch: 1 },
    { name: 'LMSSetValue', args: ['cmi.core.exit', 'normal'], result: 'false', error: '405', time: 2000, launch: 1 },
  ]);
});

test('a test can put its own fault before everything', () => {
  const lms = createLms();
  lms.intercept = (call, session, proceed) => {
    if (call.name === 'LMSCommit') {
      session.error = '391';
      return 'false';
    }
    return proceed();
  };
  const { API } = start(lms);
  assert.equal(API.LMSCommit(''), 'false');
  assert.equal(API.LMSGetLastError(), '391');
});
