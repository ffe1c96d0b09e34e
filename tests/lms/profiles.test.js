/** The profiles do what was measured of the LMSs they are named after. Moodle has a file of its own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLms } from './lms.js';
import { HABITS, hostile } from './profiles/hostile.js';
import { PROFILES } from './profiles/index.js';
import { minimal } from './profiles/minimal.js';
import { openEdx } from './profiles/open-edx.js';
import { createScormAgain } from './scorm-again.js';
import { set, start } from './steps.js';

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

test('hostile: it throws before its work as well as after it', () => {
  const lms = createLms({ profile: hostile({ habits: ['throws'] }) });
  const running = start(lms);
  /** @type {Set<string>} */
  const moments = new Set();
  for (let n = 0; n < 60; n += 1) {
    try {
      running.API.LMSSetValue('cmi.suspend_data', `staat-${n}`);
    } catch {
      moments.add(running.session.values.get('cmi.suspend_data') === `staat-${n}` ? 'after' : 'before');
    }
  }
  assert.deepEqual([...moments].sort(), ['after', 'before']);
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

test('open-edx: learners are told apart by numbers', () => {
  const ids = ['p-1', 'p-2'].map((id) => start(createLms({ profile: openEdx(), learner: { id, name: '' } })).API.LMSGetValue('cmi.core.student_id'));
  assert.ok(ids.every((id) => typeof id === 'number'));
  assert.notEqual(ids[0], ids[1]);
});

test('given a way to block, the hostile one takes its time over commits', () => {
  let waited = 0;
  const { API } = start(createLms({ profile: PROFILES.hostile((ms) => { waited += ms; }) }));
  API.LMSGetValue('cmi.core.entry');
  assert.equal(waited, 0);
  for (let n = 0; n < 5; n += 1) try { API.LMSCommit(''); } catch { /* one of its habits */ }
  assert.ok(waited >= 4 * 80);
});

test('every profile has a name, a sentence and all of its functions', () => {
  for (const [name, make] of Object.entries(PROFILES)) {
    assert.equal(make().name, name);
    assert.ok(make().about.length > 20);
  }
});
