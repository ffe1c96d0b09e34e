/** The profiles do what was measured of the LMSs they are named after. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLms } from './lms.js';
import { HABITS, hostile } from './profiles/hostile.js';
import { PROFILES } from './profiles/index.js';
import { minimal } from './profiles/minimal.js';
import { moodle } from './profiles/moodle.js';
import { openEdx } from './profiles/open-edx.js';
import { createScormAgain } from './scorm-again.js';

/** @param {import('./lms.js').Lms} lms @param {import('./types.js').LaunchOptions} [asked] */
function start(lms, asked) {
  const running = lms.launch(asked);
  running.API.LMSInitialize('');
  return running;
}

/** @param {import('./lms.js').Running} running @param {Record<string, string>} values */
function set({ API }, values) {
  for (const [element, value] of Object.entries(values)) API.LMSSetValue(element, value);
}

test('moodle: open and close is completed, also while browsing', () => {
  for (const mode of /** @type {const} */ (['normal', 'browse'])) {
    const lms = createLms({ profile: moodle() });
    start(lms, { mode }).API.LMSFinish('');
    assert.equal(lms.held('cmi.core.lesson_status'), 'completed');
  }
});

test('moodle: a mastery score turns a suspended attempt with a score into failed or passed, at LMSFinish only', () => {
  for (const [raw, expected] of [['50', 'failed'], ['90', 'passed']]) {
    const lms = createLms({ profile: moodle(), course: { mastery_score: '80' } });
    const running = start(lms);
    set(running, { 'cmi.core.score.raw': raw, 'cmi.core.lesson_status': 'incomplete', 'cmi.core.exit': 'suspend' });
    running.API.LMSCommit('');
    assert.equal(lms.held('cmi.core.lesson_status'), 'incomplete');
    running.API.LMSFinish('');
    assert.equal(lms.held('cmi.core.lesson_status'), expected);
  }
});

test('moodle: exit is sticky', () => {
  const lms = createLms({ profile: moodle() });
  const first = start(lms);
  set(first, { 'cmi.core.exit': 'suspend', 'cmi.core.lesson_status': 'incomplete' });
  first.API.LMSFinish('');
  start(lms).API.LMSFinish('');
  assert.equal(start(lms).API.LMSGetValue('cmi.core.entry'), 'resume');
});

test('moodle: passed, completed and failed are reviewed the next time, and review still stores', () => {
  for (const status of ['passed', 'completed', 'failed']) {
    const lms = createLms({ profile: moodle() });
    const first = start(lms);
    set(first, { 'cmi.core.lesson_status': status, 'cmi.core.score.raw': '55' });
    first.API.LMSFinish('');
    const again = start(lms);
    assert.equal(again.API.LMSGetValue('cmi.core.lesson_mode'), 'review');
    assert.equal(again.API.LMSGetValue('cmi.core.credit'), 'no-credit');
    set(again, { 'cmi.core.score.raw': '11' });
    again.API.LMSFinish('');
    assert.equal(lms.held('cmi.core.score.raw'), '11');
  }
});

test('moodle: new attempts as the activity is set', () => {
  for (const [setting, status, fresh] of /** @type {const} */ ([
    ['never', 'passed', false], ['when completed', 'passed', true], ['when completed', 'incomplete', false],
    ['always', 'incomplete', true]])) {
    const lms = createLms({ profile: moodle({ forcenewattempt: setting }) });
    const first = start(lms);
    set(first, { 'cmi.core.lesson_status': status, 'cmi.suspend_data': 'een', 'cmi.core.exit': 'suspend' });
    first.API.LMSFinish('');
    assert.equal(start(lms).API.LMSGetValue('cmi.suspend_data'), fresh ? '' : 'een', `${setting} ${status}`);
  }
});

test('moodle: off line it says "true", stores nothing and does not send it again', () => {
  const lms = createLms({ profile: moodle() });
  const { API } = start(lms);
  API.LMSSetValue('cmi.suspend_data', 'een');
  lms.network = 'offline';
  assert.equal(API.LMSCommit(''), 'true');
  lms.network = 'online';
  assert.equal(API.LMSSetValue('cmi.suspend_data', 'een'), 'true');
  assert.equal(API.LMSCommit(''), 'true');
  assert.equal(lms.held('cmi.suspend_data'), '');
  API.LMSSetValue('cmi.suspend_data', 'twee');
  API.LMSCommit('');
  assert.equal(lms.held('cmi.suspend_data'), 'twee');
});

test('moodle: signed out, a commit is "false" with 101', () => {
  const lms = createLms({ profile: moodle() });
  const { API } = start(lms);
  lms.network = 'signed-out';
  assert.equal(API.LMSCommit(''), 'false');
  assert.equal(API.LMSGetLastError(), '101');
});

test('moodle: a role without savetrack hears "true" and nothing is stored', () => {
  const lms = createLms({ profile: moodle({ savetrack: false }) });
  const { API } = start(lms);
  API.LMSSetValue('cmi.suspend_data', 'een');
  assert.equal(API.LMSCommit(''), 'true');
  assert.equal(lms.held('cmi.suspend_data'), '');
});

test('moodle: more than 64 KiB at once while the page goes is lost', () => {
  for (const [value, stored] of /** @type {const} */ ([['я'.repeat(62000), false], ['я'.repeat(30000), true], ['x'.repeat(64000), true]])) {
    const lms = createLms({ profile: moodle() });
    const running = start(lms);
    assert.equal(running.API.LMSSetValue('cmi.suspend_data', value), 'true');
    running.leave();
    assert.equal(running.API.LMSFinish(''), stored ? 'true' : 'false');
    assert.equal(lms.held('cmi.suspend_data') === value, stored);
  }
});

test('moodle: a second launch from the same page throws when interactions were stored', () => {
  const lms = createLms({ profile: moodle() });
  const first = start(lms);
  set(first, { 'cmi.interactions.0.id': 'vraag-1' });
  first.API.LMSFinish('');
  assert.throws(() => lms.launch({ samePage: true }).API.LMSInitialize(''), TypeError);
  assert.equal(lms.launch().API.LMSInitialize(''), 'true');
});

test('moodle: a second launch from the same page knows nothing of the first, and overwrites its time', () => {
  const lms = createLms({ profile: moodle() });
  const first = start(lms);
  set(first, { 'cmi.core.session_time': '00:01:00', 'cmi.core.exit': 'suspend', 'cmi.core.lesson_status': 'incomplete' });
  first.API.LMSFinish('');
  const second = start(lms, { samePage: true });
  assert.equal(second.API.LMSGetValue('cmi.core.entry'), 'ab-initio');
  set(second, { 'cmi.core.session_time': '00:00:07' });
  second.API.LMSFinish('');
  assert.equal(lms.attempt?.totalTime, '0000:00:07.00');
});

test('moodle: time counts at LMSFinish only', () => {
  const lms = createLms({ profile: moodle() });
  const first = start(lms);
  set(first, { 'cmi.core.session_time': '00:01:00' });
  first.API.LMSCommit('');
  first.close();
  assert.equal(start(lms).API.LMSGetValue('cmi.core.total_time'), '0000:00:00.00');
});

test('moodle: an empty score becomes 0, scores read back as numbers', () => {
  const lms = createLms({ profile: moodle() });
  const { API } = start(lms);
  assert.equal(API.LMSSetValue('cmi.core.score.raw', ''), 'true');
  assert.equal(API.LMSGetValue('cmi.core.score.raw'), 0);
  API.LMSSetValue('cmi.core.score.raw', '56.5');
  assert.equal(API.LMSGetValue('cmi.core.score.raw'), 56.5);
  assert.equal(API.LMSSetValue('cmi.core.score.max', '200'), 'false');
  assert.equal(API.LMSGetLastError(), '405');
});

test('moodle: lengths depend on scormstandard, counted in UTF-16 units', () => {
  const wide = start(createLms({ profile: moodle() })).API;
  assert.equal(wide.LMSSetValue('cmi.suspend_data', 'я'.repeat(64000)), 'true');
  assert.equal(wide.LMSSetValue('cmi.suspend_data', '🙂'.repeat(32001)), 'false');
  assert.equal(wide.LMSSetValue('cmi.core.lesson_location', 'x'.repeat(256)), 'true');
  const narrow = start(createLms({ profile: moodle({ scormstandard: 1 }) })).API;
  assert.equal(narrow.LMSSetValue('cmi.suspend_data', 'x'.repeat(4097)), 'false');
  assert.equal(narrow.LMSSetValue('cmi.core.lesson_location', 'x'.repeat(256)), 'false');
});

test('moodle: responses are any text, ids are printable ASCII without blanks, "incorrect" is refused', () => {
  const { API } = start(createLms({ profile: moodle() }));
  assert.equal(API.LMSSetValue('cmi.interactions.0.student_response', 'вольно'), 'true');
  assert.equal(API.LMSSetValue('cmi.interactions.0.id', 'вопрос'), 'false');
  assert.equal(API.LMSSetValue('cmi.interactions.0.id', 'q 1'), 'false');
  assert.equal(API.LMSSetValue('cmi.interactions.0.result', 'incorrect'), 'false');
  assert.equal(API.LMSSetValue('cmi.interactions.2.id', 'q'), 'false');
  assert.equal(API.LMSGetLastError(), '201');
});

test('open-edx: everything is "true", nothing is checked, there are no errors', () => {
  const lms = createLms({ profile: openEdx() });
  const { API } = lms.launch();
  for (const call of [API.LMSInitialize(''), API.LMSInitialize('x'), API.LMSCommit('x'), API.LMSFinish(''),
    API.LMSSetValue('cmi.core.lesson_status', 'nonsense'), API.LMSSetValue('no.such.element', 5)]) assert.equal(call, 'true');
  assert.equal(API.LMSGetLastError(), '0');
  assert.equal(API.LMSGetValue('cmi.interactions._count'), '');
  assert.equal(API.LMSGetValue('cmi.core._children'), '');
  assert.equal(API.LMSGetValue('cmi.core.entry'), '');
});

test('open-edx: passed reads back as completed, an unset score as the number 0, 56 as a long float', () => {
  const lms = createLms({ profile: openEdx() });
  const { API } = start(lms);
  assert.equal(API.LMSGetValue('cmi.core.lesson_status'), 'incomplete');
  assert.equal(API.LMSGetValue('cmi.core.score.raw'), 0);
  API.LMSSetValue('cmi.core.lesson_status', 'passed');
  API.LMSSetValue('cmi.core.score.raw', '56');
  assert.equal(API.LMSGetValue('cmi.core.lesson_status'), 'completed');
  assert.equal(API.LMSGetValue('cmi.core.score.raw'), 56.00000000000001);
});

test('open-edx: a set is stored at once; off line it is lost behind "true", and reading throws', () => {
  const lms = createLms({ profile: openEdx() });
  const { API } = start(lms);
  API.LMSSetValue('cmi.suspend_data', 'een');
  assert.equal(lms.held('cmi.suspend_data'), 'een');
  lms.network = 'offline';
  assert.equal(API.LMSSetValue('cmi.suspend_data', 'twee'), 'true');
  assert.throws(() => API.LMSGetValue('cmi.suspend_data'), SyntaxError);
  lms.network = 'online';
  API.LMSCommit('');
  assert.equal(lms.held('cmi.suspend_data'), 'een');
});

test('minimal: beyond the mandatory core and suspend_data all is 401', () => {
  const { API } = start(createLms({ profile: minimal() }));
  for (const element of ['cmi.interactions._count', 'cmi.interactions._children', 'cmi.objectives.0.id',
    'cmi.core.lesson_mode', 'cmi.core.score.max', 'cmi.launch_data', 'cmi.student_data.mastery_score', 'cmi.comments']) {
    assert.equal(API.LMSGetValue(element), '', element);
    assert.equal(API.LMSGetLastError(), '401', element);
  }
  assert.equal(API.LMSSetValue('cmi.interactions.0.id', 'q'), 'false');
  assert.equal(API.LMSGetLastError(), '401');
  assert.equal(API.LMSSetValue('cmi.core.score.raw', '5'), 'true');
  assert.equal(API.LMSGetValue('cmi.core.score._children'), 'raw');
  assert.equal(API.LMSSetValue('cmi.suspend_data', 'een'), 'true');
});

test('hostile: what it is given, it keeps', () => {
  const waits = /** @type {number[]} */ ([]);
  for (const habits of [Object.keys(HABITS), ...Object.keys(HABITS).map((habit) => [habit])]) {
    const lms = createLms({ profile: hostile({ habits, wait: (time) => waits.push(time) }) });
    const { API } = lms.launch();
    API.LMSInitialize('');
    for (let n = 0; n < 30; n += 1) {
      try {
        API.LMSSetValue('cmi.suspend_data', `staat-${n}`);
        API.LMSCommit('');
      } catch { /* one of its habits */ }
    }
    assert.match(lms.held('cmi.suspend_data'), /^staat-(28|29)$/);
  }
  assert.ok(waits.length >= 150 && waits.every((time) => time === 80));
});

test('hostile: each habit shows itself', () => {
  /** @param {string} habit */
  const answers = (habit) => {
    const { API } = start(createLms({ profile: hostile({ habits: [habit] }) }));
    return Array.from({ length: 12 }, () => {
      try {
        return [API.LMSGetValue('cmi.core.lesson_location'), API.LMSSetValue('cmi.core.score.raw', '50'),
          API.LMSGetValue('cmi.core.score.raw'), API.LMSSetValue('cmi.core.exit', 'normal')];
      } catch (error) {
        return [error];
      }
    }).flat();
  };
  const nothings = answers('nothings');
  for (const value of [null, undefined, 'null', 'undefined', 0, false]) assert.ok(nothings.includes(value), String(value));
  assert.ok(answers('numbers').includes(50));
  const booleans = answers('booleans');
  for (const value of [true, 1, '1', 'True', 'true ', false, 0, '0']) assert.ok(booleans.includes(value), String(value));
  assert.ok(!answers('denies').includes('true'));
  assert.ok(answers('throws').some((value) => value instanceof Error));
});

test('scorm-again: the adapter persists across launches and knows the network', () => {
  const lms = createScormAgain();
  const first = start(lms);
  set(first, { 'cmi.suspend_data': 'een', 'cmi.core.exit': 'suspend', 'cmi.core.lesson_status': 'incomplete',
    'cmi.core.session_time': '0000:01:00', 'cmi.interactions.0.id': 'vraag-1' });
  lms.network = 'offline';
  assert.equal(first.API.LMSCommit(''), 'false');
  lms.network = 'online';
  assert.equal(first.API.LMSFinish(''), 'true');
  const second = start(lms);
  assert.equal(second.API.LMSGetValue('cmi.suspend_data'), 'een');
  assert.equal(second.API.LMSGetValue('cmi.core.entry'), 'resume');
  assert.equal(second.API.LMSGetValue('cmi.interactions._count'), '1');
  assert.equal(lms.attempt?.totalTime, '0000:01:00.00');
});

test('our strict LMS refuses what scorm-again takes', () => {
  /** @param {import('./lms.js').Lms} lms */
  const lenient = (lms) => {
    const { API } = start(lms);
    API.LMSSetValue('cmi.interactions.0.id', 'q');
    API.LMSSetValue('cmi.interactions.0.type', 'choice');
    const answers = [
      API.LMSSetValue('cmi.suspend_data', 'x'.repeat(5000)),
      API.LMSSetValue('cmi.interactions.0.student_response', '10'),
      API.LMSSetValue('cmi.interactions.0.student_response', Array(240).fill('a').join(',')),
    ];
    API.LMSFinish('');
    return [...answers, API.LMSSetValue('cmi.suspend_data', 'late')];
  };
  assert.deepEqual(lenient(createScormAgain()), ['true', 'true', 'true', 'true']);
  assert.deepEqual(lenient(createLms()), ['false', 'false', 'false', 'false']);
});

test('every profile has a name, a sentence and all of its functions', () => {
  for (const [name, make] of Object.entries(PROFILES)) {
    assert.equal(make().name, name);
    assert.ok(make().about.length > 20);
  }
});
