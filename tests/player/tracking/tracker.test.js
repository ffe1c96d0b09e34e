import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answersIn, createDesk } from './desk.js';
import { createStorage } from './fakes.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('the start', () => {
  test('a first entry: incomplete and suspend at once, no state, no score (STA02, SUS06)', async () => {
    const desk = createDesk();
    const page = await desk.begin({}, 100);
    const { owner, ...resume } = page.resume;
    assert.deepEqual(resume, { connected: true, mode: 'normal', state: '', location: '', status: '', score: null, learnerName: 'Aya Bakker', restored: false, retell: false });
    assert.match(owner, /^[0-9a-f]{16}$/);
    assert.deepEqual(desk.lms.sets, ['core.lesson_status=incomplete', 'core.exit=suspend', 'core.session_time=0000:00:00.00']);
    assert.equal(desk.lms.stored.get('cmi.core.lesson_status'), 'incomplete');
    assert.equal(desk.lms.calls[0].name, 'LMSInitialize');
  });

  for (const late of [0, 300, 1500, 5000]) {
    test(`the API appears ${late} ms late (API04)`, async () => {
      const desk = createDesk();
      /** @type {any} */
      const parent = {};
      desk.clock.setTimer(() => { parent.API = desk.lms.API; }, late);
      assert.equal((await desk.open({ parent })).resume.connected, true);
    });
  }

  test('a resume with everything in it, whatever entry says (GET05)', async () => {
    const desk = createDesk({ values: {
      'cmi.suspend_data': 'S14.ab--.', 'cmi.core.lesson_location': 'signalen', 'cmi.core.lesson_status': 'Incomplete', 'cmi.core.score.raw': '56.00000000000001',
    } });
    const { resume } = await desk.begin();
    assert.deepEqual([resume.state, resume.location, resume.status, resume.score], ['S14.ab--.', 'signalen', 'incomplete', 56.00000000000001]);
    assert.deepEqual(desk.lms.sets.slice(0, -1), ['core.lesson_status=incomplete', 'core.exit=suspend'], 'for an LMS that keeps the state only with it (SUS06)');
  });

  test('an LMS in which LMSInitialize throws is used when it can be read (Moodle)', async () => {
    const desk = createDesk({ values: { 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': 'S2.a---.' } });
    desk.lms.answer = (name) => (name === 'LMSInitialize' ? new TypeError('objectives') : undefined);
    assert.equal((await desk.open()).resume.state, 'S2.a---.');
  });

  test('an LMS that cannot be read is not taken for an empty one', async () => {
    const desk = createDesk({ values: { 'cmi.suspend_data': 'S18.abcd.', 'cmi.core.lesson_status': 'incomplete' } });
    desk.lms.answer = (name, element) => (element === 'cmi.suspend_data' ? new SyntaxError('Unexpected token <') : undefined);
    const page = await desk.begin();
    page.answer(0, 'c');
    await desk.clock.pass(MINUTE);
    assert.equal(page.resume.connected, false);
    assert.deepEqual(page.now, { saving: 'unsaved', notice: 'broken-lms' });
    assert.equal(desk.lms.stored.get('cmi.suspend_data'), 'S18.abcd.');
    assert.equal(desk.storage?.items.size, 0);
  });

  test('left before the LMS let us in: nothing is called, not even later', async () => {
    const desk = createDesk();
    /** @type {any} */
    const parent = {};
    const { tracker } = desk.launch({ parent });
    await desk.clock.pass(SECOND);
    tracker.finish();
    parent.API = desk.lms.API;
    await desk.clock.pass(MINUTE);
    assert.deepEqual(desk.lms.calls, []);
  });

  test('left while searching, and back from the cache: the start goes on', async () => {
    const desk = createDesk();
    /** @type {any} */
    const parent = {};
    const { tracker, starting } = desk.launch({ parent });
    await desk.clock.pass(SECOND);
    tracker.finish();
    parent.API = desk.lms.API;
    tracker.resumeFromCache();
    await desk.clock.pass(SECOND);
    assert.equal((await starting).connected, true);
  });
});

describe('saving', () => {
  test('an answer is on the device at once and in the LMS within a second', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    page.answer(0, 'b');
    assert.equal(answersIn(JSON.parse([...desk.storage?.items.values() ?? []][0]).state), 'b---');
    assert.equal(page.now.saving, 'saving');
    await desk.clock.pass(SECOND);
    assert.equal(desk.kept, 'b---');
    assert.deepEqual(page.now, { saving: 'saved', notice: 'none' });
    desk.kill();
    await desk.open();
    assert.equal(desk.storage?.items.size, 0, 'once the LMS gives it back the device forgets');
  });

  test('ten answers in ten seconds are few commits, never two within five seconds (COM01)', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    for (let turn = 0; turn < 10; turn += 1) {
      page.answer(turn % 4, 'abc'[turn % 3]);
      await desk.clock.pass(SECOND);
    }
    await desk.clock.pass(MINUTE);
    const { commits } = desk.lms;
    assert.ok(commits.length <= 4, `${commits.length} commits`);
    commits.slice(1).forEach((at, index) => assert.ok(at - commits[index] >= 5 * SECOND));
    assert.equal(desk.kept, page.answers);
  });

  test('an LMS that takes 80 ms a call never holds the learner up', async () => {
    const desk = createDesk();
    desk.lms.delay = 80;
    const page = await desk.begin();
    for (let question = 0; question < 4; question += 1) {
      const begin = desk.clock.now();
      page.answer(question, 'a');
      assert.equal(desk.clock.now() - begin, 0);
      await desk.clock.pass(2 * SECOND);
    }
    await desk.clock.pass(MINUTE);
    assert.equal(desk.kept, 'aaaa');
  });

  test('the size of a saving does not grow with what was answered long ago', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    /** @type {number[]} */
    const sizes = [];
    for (let turn = 0; turn < 40; turn += 1) {
      const before = desk.lms.sets.length;
      page.answer(turn % 4, 'abc'[turn % 3]);
      await desk.clock.pass(MINUTE);
      sizes.push(desk.lms.sets.length - before);
    }
    assert.ok(Math.max(...sizes.slice(4)) <= 8, String(sizes));
  });

  test('a reading learner keeps the session alive, a sleeping one does not (COM04)', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    for (let minute = 0; minute < 20; minute += 1) {
      page.tracker.activity();
      await desk.clock.pass(MINUTE);
    }
    const moments = [0, ...desk.lms.commits];
    moments.slice(1).forEach((at, index) => assert.ok(at - moments[index] <= 5 * MINUTE));
    const before = desk.lms.commits.length;
    await desk.clock.pass(10 * 60 * MINUTE);
    assert.ok(desk.lms.commits.length - before <= 7);
    page.tracker.activity();
    await desk.clock.pass(SECOND);
    assert.ok(desk.lms.commits.length > before, 'awake again');
  });

  test('the time goes along with each commit, and counts the whole session (TIM03)', async () => {
    const desk = createDesk();
    const page = await desk.begin({}, 0);
    page.answer(0, 'a');
    await desk.clock.pass(10 * MINUTE);
    page.answer(1, 'a');
    await desk.clock.pass(MINUTE);
    const times = desk.lms.sets.filter((set) => set.startsWith('core.session_time')).map((set) => set.slice(-11, -3));
    assert.deepEqual(times, [...times].sort());
    assert.match(times.at(-1) ?? '', /^00:10:00$/);
  });
});

describe('passing', () => {
  test('"completed" is committed first, then "passed", both with the score (STA05, STA08)', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    /** @type {string[]} */
    const seen = [];
    desk.lms.answer = (name) => {
      if (name === 'LMSCommit') desk.clock.setTimer(() => seen.push(`${desk.lms.stored.get('cmi.core.lesson_status')} ${desk.lms.stored.get('cmi.core.score.raw')}`), 0);
    };
    page.test(85);
    await desk.clock.pass(MINUTE);
    const statuses = desk.lms.calls.filter(({ name, element }) => name === 'LMSCommit' || element === 'cmi.core.lesson_status')
      .map(({ name, value }) => value || name);
    assert.deepEqual(statuses.slice(-4), ['completed', 'LMSCommit', 'passed', 'LMSCommit']);
    assert.equal(desk.lms.stored.get('cmi.core.exit'), '');
    assert.equal(seen.at(-1), 'passed 85');
  });

  test('a failed test changes nothing but the score, and the next one may pass (STA06)', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    page.test(40);
    await desk.clock.pass(MINUTE);
    assert.deepEqual([desk.lms.stored.get('cmi.core.lesson_status'), desk.lms.stored.get('cmi.core.score.raw')], ['incomplete', '40']);
    page.test(90);
    await desk.clock.pass(MINUTE);
    assert.deepEqual([desk.lms.stored.get('cmi.core.lesson_status'), desk.lms.stored.get('cmi.core.score.raw')], ['passed', '90']);
  });

  test('after it place and answers are still kept (SUS05), status and score stay (STA04)', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    page.test(90);
    await desk.clock.pass(MINUTE);
    page.visit('signalen');
    page.answer(2, 'c');
    await desk.clock.pass(MINUTE);
    assert.equal(desk.lms.stored.get('cmi.core.lesson_location'), 'signalen');
    assert.equal(desk.kept, '--c-');
    assert.deepEqual([desk.lms.stored.get('cmi.core.lesson_status'), desk.lms.stored.get('cmi.core.score.raw')], ['passed', '90']);
  });

  test('killed between the two halves: the next start sends the second', async () => {
    const desk = createDesk({ values: { 'cmi.suspend_data': 'S18.a---.', 'cmi.core.lesson_status': 'completed', 'cmi.core.score.raw': '85' } });
    const page = await desk.open();
    page.follow();
    assert.deepEqual(desk.lms.sets, []);
    page.test(85);
    await desk.clock.pass(MINUTE);
    assert.equal(desk.lms.stored.get('cmi.core.lesson_status'), 'passed');
  });
});

describe('leaving', () => {
  test('hidden, pagehide and the exit button in any order: one LMSFinish, no call after it (UNL03)', async () => {
    const events = /** @type {const} */ (['hide', 'finish', 'show', 'finish']);
    for (let shift = 0; shift < events.length; shift += 1) {
      const desk = createDesk();
      const page = await desk.begin();
      page.answer(0, 'a');
      for (const name of [...events.slice(shift), ...events.slice(0, shift)]) page.tracker[name]();
      page.answer(1, 'b');
      await desk.clock.pass(10 * MINUTE);
      assert.equal(desk.lms.count('LMSFinish'), 1);
      assert.equal(desk.lms.calls.at(-1)?.name, 'LMSFinish');
      assert.deepEqual(desk.lms.misuse, []);
      assert.equal(desk.kept, 'a---');
    }
  });

  test('hiding saves before it returns, even within the five seconds', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    page.answer(0, 'a');
    page.tracker.hide();
    assert.equal(desk.kept, 'a---');
  });

  test('hiding in the middle of a slow saving ends that saving first', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    desk.lms.delay = 80;
    page.answer(3, 'a');
    await desk.clock.pass(600);
    page.answer(0, 'b');
    page.tracker.hide();
    assert.equal(desk.kept, 'b--a');
    assert.equal(desk.lms.stored.get('cmi.interactions.3.student_response'), 'a');
  });

  test('in a slow LMS the learner\'s own things go first when the page closes', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    await desk.clock.pass(MINUTE);
    desk.lms.delay = 500;
    page.answer(3, 'a');
    page.tracker.finish();
    const sets = desk.lms.sets;
    assert.ok(sets.findIndex((set) => set.startsWith('suspend_data')) < sets.findIndex((set) => set.startsWith('interactions.3.id')));
    assert.equal(desk.lms.stored.get('cmi.interactions.3.student_response'), 'a');
  });

  test('tab switching is not a commit each time', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    const before = desk.lms.commits.length;
    for (let turn = 0; turn < 10; turn += 1) {
      page.tracker.hide();
      page.tracker.show();
      await desk.clock.pass(100);
    }
    assert.ok(desk.lms.commits.length - before <= 1);
  });

  test('opened and closed at once stays incomplete (STA02, STA03)', async () => {
    const desk = createDesk();
    const page = await desk.open({}, 0);
    page.tracker.finish();
    assert.equal(desk.lms.stored.get('cmi.core.lesson_status'), 'incomplete');
    assert.equal(desk.lms.count('LMSFinish'), 1);
  });

  test('closed while the LMS is still being read: incomplete, and finished', async () => {
    const desk = createDesk();
    desk.lms.delay = 80;
    const { tracker } = desk.launch();
    await desk.clock.pass(200);
    tracker.finish();
    assert.equal(desk.lms.stored.get('cmi.core.lesson_status'), 'incomplete');
    assert.equal(desk.lms.count('LMSFinish'), 1);
    assert.deepEqual(desk.lms.misuse, []);
  });

  test('back from the cache: a new session, and everything in it again', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    page.answer(0, 'a');
    page.tracker.finish();
    desk.lms.reload();
    page.tracker.resumeFromCache();
    await desk.clock.pass(SECOND);
    page.answer(1, 'b');
    await desk.clock.pass(MINUTE);
    assert.equal(desk.kept, 'ab--');
    assert.equal(desk.lms.count('LMSInitialize'), 2);
    assert.deepEqual(desk.lms.misuse, []);
    assert.deepEqual(page.now, { saving: 'saved', notice: 'none' });
    page.tracker.finish();
    assert.equal(desk.lms.count('LMSFinish'), 2);
  });

  test('back from the cache into a page of the LMS that forgot all: no "completed" by an empty status (STA02)', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    page.answer(0, 'a');
    page.tracker.finish();
    desk.lms.stored.delete('cmi.core.lesson_status');
    desk.lms.stored.delete('cmi.suspend_data');
    desk.lms.reload();
    page.tracker.resumeFromCache();
    await desk.clock.pass(MINUTE);
    assert.equal(desk.lms.stored.get('cmi.core.lesson_status'), 'incomplete');
    assert.equal(desk.kept, 'a---');
  });
});

describe('who only looks', () => {
  test('review: everything is there to read, nothing is written, the session is closed', async () => {
    const desk = createDesk({ values: { 'cmi.core.lesson_mode': 'review', 'cmi.core.lesson_status': 'passed', 'cmi.suspend_data': 'S18.abcd.' } });
    const page = await desk.begin();
    page.answer(0, 'c');
    page.test(20);
    page.tracker.hide();
    await desk.clock.pass(MINUTE);
    page.tracker.finish();
    assert.equal(page.resume.state, 'S18.abcd.');
    assert.deepEqual(page.now, { saving: 'reading', notice: 'none' });
    assert.deepEqual(desk.lms.sets, []);
    assert.equal(desk.lms.count('LMSCommit'), 0);
    assert.equal(desk.lms.count('LMSFinish'), 1);
    assert.equal(desk.storage?.items.size, 0);
  });

  test('a preview is not finished, because Moodle would complete it', async () => {
    const desk = createDesk({ values: { 'cmi.core.lesson_mode': 'browse' } });
    const page = await desk.begin();
    page.answer(0, 'c');
    page.tracker.finish();
    assert.deepEqual([desk.lms.sets, desk.lms.count('LMSFinish'), desk.storage?.items.size], [[], 0, 0]);
  });

  test('no-credit keeps the answers and nothing that counts', async () => {
    const desk = createDesk({ values: { 'cmi.core.credit': 'no-credit' } });
    const page = await desk.begin();
    page.answer(0, 'c');
    page.test(90);
    await desk.clock.pass(MINUTE);
    assert.equal(desk.kept, 'c---');
    assert.ok(!desk.lms.sets.some((set) => /score|interactions|passed|completed/.test(set)));
  });
});

describe('a saved state that cannot be read', () => {
  for (const state of ['S18.ab', 'N12', '{"page":3}']) {
    test(`${state} stays in the LMS until the learner acts`, async () => {
      const desk = createDesk({ values: { 'cmi.suspend_data': state, 'cmi.core.lesson_status': 'incomplete' } });
      const page = await desk.begin();
      page.tracker.hide();
      page.tracker.show();
      await desk.clock.pass(10 * MINUTE);
      assert.equal(desk.lms.stored.get('cmi.suspend_data'), state);
      page.answer(0, 'a');
      await desk.clock.pass(MINUTE);
      assert.equal(desk.kept, 'a---');
    });
  }
});

describe('work outside a session', () => {
  test('what a page changes while it is being built is no work of the learner', async () => {
    const desk = createDesk({ values: { 'cmi.suspend_data': 'S18.ab', 'cmi.core.lesson_status': 'incomplete' } });
    const page = await desk.open();
    page.visit('start');
    page.follow();
    page.tracker.finish();
    assert.equal(desk.lms.stored.get('cmi.suspend_data'), 'S18.ab');
  });

  test('after the end it goes to the device, is not called saved, and is there at the next start', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    page.answer(0, 'a');
    await desk.clock.pass(MINUTE);
    page.tracker.finish();
    assert.equal(page.now.saving, 'saved');
    page.answer(1, 'b');
    assert.equal(page.now.saving, 'device');
    desk.kill();
    assert.equal((await desk.begin()).answers, 'ab--');
  });

  test('back from the cache, in an LMS that lets nobody in any more: told, and kept on the device', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    page.tracker.finish();
    let shut = true;
    desk.lms.answer = (name) => (!shut ? undefined : name === 'LMSGetLastError' ? '301' : 'false');
    page.tracker.resumeFromCache();
    page.answer(0, 'c');
    await desk.clock.pass(MINUTE);
    assert.deepEqual(page.now, { saving: 'device', notice: 'broken-lms' });
    shut = false;
    desk.kill();
    assert.equal((await desk.begin()).answers, 'c---');
  });
});

describe('no LMS', () => {
  test('it says so once, and keeps the progress on the device', async () => {
    const storage = createStorage();
    const first = createDesk({ lms: false, storage });
    const page = await first.begin();
    assert.deepEqual([page.resume.connected, page.now], [false, { saving: 'device', notice: 'no-lms' }]);
    page.answer(1, 'b');
    page.tracker.hide();
    page.tracker.finish();
    assert.equal((await createDesk({ lms: false, storage }).open()).resume.state, 'S2.-b--.');
  });

  test('without storage it says that nothing is kept (ENV01)', async () => {
    const page = await createDesk({ lms: false, storage: null }).begin();
    page.answer(1, 'b');
    assert.deepEqual(page.now, { saving: 'unsaved', notice: 'no-lms' });
  });

  test('an LMS that only speaks SCORM 2004 is named (MAN03)', async () => {
    const page = await createDesk({ lms: false }).begin({ parent: { API_1484_11: {} } });
    assert.equal(page.now.notice, 'scorm-2004');
  });
});
