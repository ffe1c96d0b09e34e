/** Moodle’s profile does what was measured of Moodle 4.5.6. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLms } from './lms.js';
import { moodle } from './profiles/moodle.js';
import { set, start } from './steps.js';

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

test('moodle: in a hidden tab, and for good after a call from a handler of its own window, it says "true" without knowing', () => {
  for (const habit of /** @type {const} */ (['hidden', 'unanswered'])) {
    const lms = createLms({ profile: moodle() });
    const running = start(lms);
    if (habit === 'hidden') running.hide();
    else running.session.unanswered = true;
    running.API.LMSSetValue('cmi.suspend_data', 'een');
    lms.network = 'signed-out';
    assert.equal(running.API.LMSCommit(''), 'true', habit);
    assert.equal(lms.held('cmi.suspend_data'), '', habit);
    lms.network = 'online';
    running.show();
    running.API.LMSSetValue('cmi.suspend_data', 'twee');
    assert.equal(running.API.LMSCommit(''), 'true', habit);
    assert.equal(lms.held('cmi.suspend_data'), 'twee', habit);
    lms.network = 'signed-out';
    running.API.LMSSetValue('cmi.suspend_data', 'drie');
    assert.equal(running.API.LMSCommit(''), habit === 'hidden' ? 'false' : 'true', habit);
  }
});

test('moodle: the name is "Sam One" where the site does not keep to SCORM, and comments_from_lms is empty', () => {
  for (const [scormstandard, given, expected] of /** @type {const} */ ([
    [0, 'One, Sam', 'Sam One'], [1, 'One, Sam', 'One, Sam'], [0, 'samone', 'samone'], [0, 'a, b, c', 'a, b, c']])) {
    const { API } = start(createLms({
      profile: moodle({ scormstandard }), learner: { id: 'p-1', name: given }, course: { comments_from_lms: 'Welkom' },
    }));
    assert.equal(API.LMSGetValue('cmi.core.student_name'), expected);
    assert.equal(API.LMSGetValue('cmi.comments_from_lms'), '');
  }
});

test('moodle: the length of a list is the text "0", and a number once there is something in it', () => {
  const lms = createLms({ profile: moodle() });
  const first = start(lms);
  assert.equal(first.API.LMSGetValue('cmi.interactions._count'), '0');
  set(first, { 'cmi.interactions.0.id': 'vraag-1', 'cmi.objectives.0.id': 'LD1' });
  first.API.LMSFinish('');
  const again = start(lms);
  assert.equal(again.API.LMSGetValue('cmi.interactions._count'), 1);
  assert.equal(again.API.LMSGetValue('cmi.objectives._count'), 1);
});

test('moodle: forcecompleted makes an attempt with a score completed, on the server and at once', () => {
  const lms = createLms({ profile: moodle({ forcecompleted: true }) });
  const { API } = start(lms);
  API.LMSSetValue('cmi.core.lesson_status', 'incomplete');
  API.LMSCommit('');
  assert.equal(lms.held('cmi.core.lesson_status'), 'incomplete');
  API.LMSSetValue('cmi.core.score.raw', '40');
  API.LMSCommit('');
  assert.equal(lms.held('cmi.core.lesson_status'), 'completed');
  assert.equal(API.LMSGetValue('cmi.core.lesson_status'), 'incomplete', 'the page does not know');
});

test('moodle: lastattemptlock shuts the learner out after the first exit', () => {
  const lms = createLms({ profile: moodle({ lastattemptlock: true }) });
  start(lms).API.LMSFinish('');
  assert.throws(() => lms.launch(), /locked/);
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
