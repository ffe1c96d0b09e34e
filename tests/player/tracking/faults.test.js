/** What goes wrong: networks, sessions, LMSs, devices, windows. Nothing answered is lost, and the learner knows. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createDesk } from './desk.js';
import { createStorage } from './fakes.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('an LMS that says "true" while nothing is stored (Moodle offline)', () => {
  test('the learner knows within five seconds, and after the break everything is there', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    await desk.clock.pass(MINUTE);
    desk.lms.network = 'pretends';
    desk.verdict = 'offline';
    page.answer(0, 'a');
    page.test(85);
    await desk.clock.pass(5 * SECOND);
    assert.deepEqual(page.now, { saving: 'device', notice: 'offline' });
    assert.equal(desk.kept, '----');

    desk.lms.network = 'online';
    desk.verdict = 'ok';
    await desk.clock.pass(10 * MINUTE);
    assert.deepEqual(page.now, { saving: 'saved', notice: 'none' });
    assert.equal(desk.kept, 'a---');
    const held = (/** @type {string} */ element) => desk.lms.stored.get(`cmi.${element}`);
    assert.deepEqual([held('core.score.raw'), held('core.lesson_status'), held('core.exit')], ['85', 'passed', '']);
    assert.deepEqual(['id', 'type', 'student_response', 'result', 'weighting'].map((part) => held(`interactions.0.${part}`)),
      ['q-a', 'choice', 'a', 'correct', '1']);
    desk.kill();
    await desk.open();
    assert.equal(desk.storage?.items.size, 0);
  });

  test('in a known break the LMS is left alone', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    desk.lms.network = 'pretends';
    desk.verdict = 'offline';
    page.answer(0, 'a');
    await desk.clock.pass(10 * SECOND);
    const before = desk.lms.calls.length;
    page.answer(1, 'b');
    await desk.clock.pass(2 * MINUTE);
    assert.equal(desk.lms.calls.length, before);
  });

  test('the browser says that it is offline: the notice comes at once', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    await desk.clock.pass(MINUTE);
    desk.online = false;
    desk.verdict = 'offline';
    page.tracker.retry();
    assert.equal(page.now.notice, 'offline');
    page.answer(0, 'a');
    assert.deepEqual(page.now, { saving: 'device', notice: 'offline' });

    desk.online = true;
    desk.verdict = 'ok';
    page.tracker.retry();
    await desk.clock.pass(6 * SECOND);
    assert.equal(desk.kept, 'a---');
    assert.deepEqual(page.now, { saving: 'saved', notice: 'none' });
  });

  test('what was confirmed before the break is not sent again', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    page.answer(0, 'a');
    await desk.clock.pass(MINUTE);
    desk.lms.network = 'pretends';
    desk.verdict = 'offline';
    page.answer(1, 'b');
    await desk.clock.pass(10 * SECOND);
    const before = desk.lms.sets.length;
    desk.lms.network = 'online';
    desk.verdict = 'ok';
    page.tracker.retry();
    await desk.clock.pass(MINUTE);
    const again = desk.lms.sets.slice(before);
    assert.ok(again.some((set) => set.startsWith('interactions.1.')));
    assert.ok(!again.some((set) => set.startsWith('interactions.0.')));
    assert.equal(desk.lms.stored.get('cmi.interactions.1.student_response'), 'b');
  });
});

describe('an LMS that says "false" (COM03: the session is over)', () => {
  test('few tries, each later, one notice that says what it is', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    await desk.clock.pass(MINUTE);
    const before = desk.lms.count('LMSCommit');
    desk.lms.network = 'refuses';
    desk.verdict = 'signed-out';
    for (let turn = 0; turn < 60; turn += 1) {
      page.answer(turn % 4, 'abc'[turn % 3]);
      await desk.clock.pass(10 * SECOND);
    }
    assert.ok(desk.lms.count('LMSCommit') - before <= 7, `${desk.lms.count('LMSCommit') - before} commits`);
    assert.deepEqual([...new Set(page.health.map(({ notice }) => notice))], ['none', 'signed-out']);
    assert.equal(page.now.saving, 'device');

    // Signed in again in another tab, and back to this one.
    desk.lms.network = 'online';
    desk.verdict = 'ok';
    page.tracker.hide();
    page.tracker.show();
    await desk.clock.pass(10 * SECOND);
    assert.equal(desk.kept, page.answers);
    assert.deepEqual(page.now, { saving: 'saved', notice: 'none' });
  });

  test('one hiccup is set right without a word', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    await desk.clock.pass(MINUTE);
    desk.lms.network = 'refuses';
    page.answer(0, 'a');
    await desk.clock.pass(SECOND);
    desk.lms.network = 'online';
    await desk.clock.pass(MINUTE);
    assert.equal(desk.kept, 'a---');
    assert.deepEqual(page.health.map(({ notice }) => notice).filter((notice) => notice !== 'none'), []);
  });

  test('an LMS that stays broken is named, with the server in order', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    await desk.clock.pass(MINUTE);
    desk.lms.network = 'refuses';
    page.answer(0, 'a');
    await desk.clock.pass(MINUTE);
    assert.deepEqual(page.now, { saving: 'device', notice: 'broken-lms' });
  });

  test('without storage the notice comes with the first failure (within five seconds)', async () => {
    const desk = createDesk({ storage: null });
    const page = await desk.begin();
    await desk.clock.pass(MINUTE);
    desk.lms.network = 'refuses';
    page.answer(0, 'a');
    await desk.clock.pass(5 * SECOND);
    assert.deepEqual(page.now, { saving: 'unsaved', notice: 'broken-lms' });
  });

  test('an LMS that throws at everything after the start stops nothing', async () => {
    const desk = createDesk();
    const page = await desk.begin();
    await desk.clock.pass(MINUTE);
    desk.lms.answer = () => new Error('gone');
    page.answer(0, 'a');
    await desk.clock.pass(MINUTE);
    page.tracker.hide();
    page.tracker.finish();
    assert.equal(page.now.saving, 'device');
  });
});

describe('an LMS with less in it', () => {
  test('no suspend_data: the place is kept in the LMS, the answers on the device (SUS08)', async () => {
    const desk = createDesk();
    desk.lms.answer = (name, element) => (name === 'LMSSetValue' && element === 'cmi.suspend_data' ? 'false' : name === 'LMSGetLastError' ? '401' : undefined);
    const page = await desk.begin();
    page.visit('signalen');
    page.answer(0, 'a');
    await desk.clock.pass(10 * MINUTE);
    assert.equal(desk.lms.stored.get('cmi.core.lesson_location'), 'signalen');
    assert.deepEqual(page.now, { saving: 'device', notice: 'none' });
    desk.kill();
    const { resume, now } = await desk.open();
    assert.equal(resume.state, 'S4.a---.');
    assert.equal(now.notice, 'restored');
  });

  test('a state cut short by the LMS is noticed, and kept on the device', async () => {
    const desk = createDesk();
    let cut = '';
    desk.lms.answer = (name, element, value) => {
      if (element !== 'cmi.suspend_data') return undefined;
      if (name === 'LMSSetValue') cut = value.slice(0, -2);
      return name === 'LMSGetValue' ? cut : undefined;
    };
    const page = await desk.begin();
    page.answer(0, 'a');
    await desk.clock.pass(MINUTE);
    page.answer(1, 'b');
    await desk.clock.pass(MINUTE);
    assert.equal(page.now.saving, 'device');
    desk.kill();
    assert.equal((await desk.open()).resume.state, 'S4.ab--.');
  });

  test('a state of more than 4,096 characters is never sent (SUS01)', async () => {
    const desk = createDesk();
    const page = await desk.open();
    page.tracker.follow((revision) => ({
      state: `S${revision}.${'a'.repeat(4095)}.`, location: 'x', status: 'incomplete', score: null, objectives: [], interactions: [], interactionIds: [] }));
    page.tracker.changed();
    await desk.clock.pass(MINUTE);
    assert.ok(!desk.lms.sets.some((set) => set.startsWith('suspend_data')));
    assert.equal(page.now.saving, 'device');
  });

  test('interactions that are refused cost nothing else (SCO07)', async () => {
    const desk = createDesk();
    let last = '0';
    desk.lms.answer = (name, element) => {
      if (name === 'LMSGetLastError') return last;
      last = /interactions|objectives/.test(element) ? '401' : '0';
      return last === '401' ? (name === 'LMSGetValue' ? '' : 'false') : undefined;
    };
    const page = await desk.begin();
    for (let question = 0; question < 4; question += 1) {
      page.answer(question, 'a');
      await desk.clock.pass(MINUTE);
    }
    assert.equal(desk.kept, 'aaaa');
    assert.deepEqual(page.now, { saving: 'saved', notice: 'none' });
    assert.ok(desk.lms.sets.filter((set) => set.startsWith('interactions')).length <= 1);
  });

  test('an LMS that throws at every third call after doing its work', async () => {
    const desk = createDesk();
    let turn = 0;
    const { API } = desk.lms;
    for (const [name, run] of Object.entries(/** @type {Record<string, any>} */ (API))) {
      /** @type {any} */ (API)[name] = (/** @type {any[]} */ ...args) => {
        const answer = run(...args);
        turn += 1;
        if (turn % 3 === 0) throw new Error('Permission denied');
        return answer;
      };
    }
    const page = await desk.begin();
    page.answer(0, 'a');
    await desk.clock.pass(10 * MINUTE);
    assert.equal(desk.kept, 'a---');
    assert.equal(desk.lms.stored.get('cmi.interactions.0.student_response'), 'a');
  });
});

describe('the device has more than the LMS', () => {
  /** A learner who was killed in a break after one confirmed answer. @param {ReturnType<typeof createStorage>} storage */
  async function killed(storage) {
    const desk = createDesk({ storage });
    const page = await desk.begin();
    page.answer(0, 'a');
    await desk.clock.pass(MINUTE);
    desk.lms.network = 'pretends';
    desk.verdict = 'offline';
    page.answer(1, 'b');
    await desk.clock.pass(MINUTE);
    desk.kill();
    desk.lms.network = 'online';
    desk.verdict = 'ok';
    return desk;
  }

  test('the next start has everything, says so, and the LMS gets it without a new answer', async () => {
    const desk = await killed(createStorage());
    const page = await desk.begin();
    assert.deepEqual([page.answers, page.now.notice], ['ab--', 'restored']);
    await desk.clock.pass(MINUTE);
    assert.equal(desk.kept, 'ab--');
    assert.equal(desk.lms.stored.get('cmi.interactions.1.student_response'), 'b');
    desk.kill();
    await desk.open();
    assert.equal(desk.storage?.items.size, 0);
  });

  test('another learner on the same device does not (ENV02)', async () => {
    const storage = createStorage();
    await killed(storage);
    const other = createDesk({ storage, values: { 'cmi.core.student_id': 'ben' } });
    assert.equal((await other.open()).resume.state, '');
    assert.equal(storage.items.size, 1, 'and it waits for the one whose it is');
  });

  test('an LMS that gives no id: nothing is kept on the device for anybody', async () => {
    const desk = createDesk({ values: { 'cmi.core.student_id': '' } });
    const page = await desk.begin();
    desk.lms.network = 'pretends';
    desk.verdict = 'offline';
    page.answer(0, 'a');
    await desk.clock.pass(MINUTE);
    assert.equal(desk.storage?.items.size, 0);
    assert.deepEqual(page.now, { saving: 'unsaved', notice: 'offline' });
  });

  test('a new attempt begins empty, whatever the device still has', async () => {
    const desk = await killed(createStorage());
    for (const element of [...desk.lms.stored.keys()]) if (!element.startsWith('cmi.core.student') && element !== 'cmi.core.lesson_mode') desk.lms.stored.delete(element);
    desk.lms.reload();
    assert.equal((await desk.open()).resume.state, '');
    assert.equal(desk.storage?.items.size, 0);
  });

  test('an LMS that has as much or more wins, and the device forgets', async () => {
    const desk = await killed(createStorage());
    desk.lms.stored.set('cmi.suspend_data', 'S10.abc-.');
    desk.lms.reload();
    const page = await desk.open();
    assert.deepEqual([page.resume.state, page.now.notice], ['S10.abc-.', 'none']);
    assert.equal(desk.storage?.items.size, 0);
  });

  test('a state of a newer version in the LMS is not pushed away by an old one', async () => {
    const desk = await killed(createStorage());
    desk.lms.stored.set('cmi.suspend_data', 'N12');
    desk.lms.reload();
    assert.equal((await desk.open()).resume.state, 'N12');
  });

  test('in review what the device has can be read again, and stays there', async () => {
    const desk = await killed(createStorage());
    desk.lms.stored.set('cmi.core.lesson_mode', 'review');
    desk.lms.reload();
    const sets = desk.lms.calls.length;
    const page = await desk.open();
    assert.notEqual(page.resume.state, 'S2.a---.');
    assert.deepEqual([page.resume.restored, page.now], [false, { saving: 'reading', notice: 'none' }]);
    await desk.clock.pass(MINUTE);
    assert.equal(desk.storage?.items.size, 1);
    assert.deepEqual(desk.lms.calls.slice(sets).filter(({ name }) => name === 'LMSSetValue'), []);
  });

  test('a probe that knows nothing: "true" is believed, but the device keeps a copy until the next start', async () => {
    const desk = createDesk();
    desk.verdict = 'unknown';
    const page = await desk.begin();
    page.answer(0, 'a');
    await desk.clock.pass(MINUTE);
    assert.deepEqual(page.now, { saving: 'saved', notice: 'none' });
    assert.equal(desk.storage?.items.size, 1);
    page.tracker.finish();
    desk.kill();
    await desk.open();
    assert.equal(desk.storage?.items.size, 0);
  });
});

describe('two windows (COM05)', () => {
  test('the older one hears of the newer, saves what it has and then holds its peace', async () => {
    const desk = createDesk();
    const older = await desk.begin({ channel: true });
    older.answer(0, 'a');
    const newer = await desk.begin({ channel: true });
    assert.equal(newer.answers, 'a---');
    assert.equal(older.now.notice, 'other-window');
    newer.answer(1, 'b');
    older.answer(2, 'c');
    await desk.clock.pass(MINUTE);
    older.tracker.finish();
    assert.equal(desk.kept, 'ab--');
    assert.equal(older.now.saving, 'unsaved');
    assert.deepEqual(newer.now, { saving: 'saved', notice: 'none' });
  });

  test('without a channel the higher revision in the LMS stops the older one', async () => {
    const desk = createDesk();
    const older = await desk.begin();
    const newer = await desk.begin();
    newer.answer(1, 'b');
    newer.test(90);
    await desk.clock.pass(MINUTE);
    older.answer(2, 'c');
    await desk.clock.pass(MINUTE);
    assert.equal(desk.kept, '-b--');
    assert.equal(older.now.notice, 'other-window');
    assert.equal(desk.lms.stored.get('cmi.core.lesson_status'), 'passed');
  });

  test('another learner or course is no reason to stop', async () => {
    const desk = createDesk();
    const page = await desk.begin({ channel: true });
    for (const ear of desk.ears) ear.hear('0123456789abcdef');
    page.answer(0, 'a');
    await desk.clock.pass(MINUTE);
    assert.equal(desk.kept, 'a---');
  });
});

test('a random hour: whatever the network does, what the LMS or the device holds at the end is everything', async () => {
  let seed = 20261125;
  const random = () => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return (seed >>> 8) / 2 ** 24; };
  for (let run = 0; run < 60; run += 1) {
    const desk = createDesk();
    let page = await desk.begin();
    let answers = '----';
    for (let step = 0; step < 30; step += 1) {
      const what = Math.floor(random() * 10);
      if (what < 5) {
        page.answer(Math.floor(random() * 4), 'abc'[Math.floor(random() * 3)]);
        answers = page.answers;
      } else if (what === 5) page.tracker[random() < 0.5 ? 'hide' : 'show']();
      else if (what === 6) {
        desk.lms.network = (['online', 'pretends', 'refuses'])[Math.floor(random() * 3)] === 'online' ? 'online' : random() < 0.5 ? 'pretends' : 'refuses';
        desk.verdict = desk.lms.network === 'online' ? 'ok' : 'offline';
      } else if (what === 7) {
        if (random() < 0.5) page.tracker.finish();
        desk.kill();
        page = await desk.begin();
        assert.equal(page.answers, answers, `run ${run}, step ${step}`);
      } else if (what === 8) {
        page.tracker.finish();
        desk.lms.reload();
        page.tracker.resumeFromCache();
      }
      await desk.clock.pass(random() * 20 * SECOND);
    }
    desk.lms.network = 'online';
    desk.verdict = 'ok';
    page.tracker.retry();
    await desk.clock.pass(10 * MINUTE);
    assert.equal(desk.kept, answers, `run ${run}`);
    assert.deepEqual(desk.lms.misuse, []);
  }
});
