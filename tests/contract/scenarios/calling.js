/** How the LMS is spoken to, and what is made of its answers: API07–API11, STA07. */
import assert from 'node:assert/strict';
import { EVERY, except, ONCE, PLAIN, SPEAKING, STEADY } from '../scenario.js';
import { workThrough } from '../steps.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

const YES = ['true', true, 1, '1', 'True', 'TRUE', 'true ', ' true'];
const NO = ['false', false, 0, '0', 'False'];
const NEITHER = [undefined, null, ''];

/** The API of an LMS that answers to these functions as said. @param {import('../world.js').World} world
 * @param {string[]} names @param {(proceed: () => unknown) => unknown} answer */
function answering(world, names, answer) {
  world.lms.intercept = (call, session, proceed) => (names.includes(call.name) ? answer(proceed) : proceed());
}

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'Commits are refused because the argument is missing',
    cases: ['API11'], rules: ['T010'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      await page.leave();
      for (const name of ['LMSInitialize', 'LMSCommit', 'LMSFinish']) {
        assert.ok(world.calls(name).length > 0, name);
        for (const { args } of world.calls(name)) assert.deepEqual(args, [''], name);
      }
    },
  },
  {
    name: '“true” in another spelling is taken for a failure',
    cases: ['API09'], rules: ['T011'], on: EVERY,
    async run(t) {
      for (const yes of YES) {
        const world = t.world();
        answering(world, ['LMSInitialize', 'LMSSetValue', 'LMSCommit', 'LMSFinish'], (proceed) => {
          const answer = proceed();
          return answer === 'true' ? yes : answer;
        });
        const page = await world.open();
        assert.equal(page.resume.connected, true, JSON.stringify(yes));
        page.answer('soort-lize', 'a');
        await world.quiet();
        assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' });
        assert.equal(page.now.saving, 'saved', JSON.stringify(yes));
        assert.deepEqual(page.notices, []);
      }
    },
  },
  {
    name: 'LMSGetLastError keeps an old error: a call that says yes, in any spelling, has worked all the same',
    // Where “false” is said to what was taken, the error is all there is to know it by.
    cases: ['API09'], rules: ['T011'], on: except(EVERY, 'hostile'),
    async run(t) {
      for (const yes of YES) {
        const world = t.world();
        let reading = false;
        world.lms.intercept = (call, session, proceed) => {
          const answer = proceed();
          if (call.name === 'LMSGetLastError') return reading ? answer : '101';
          reading = call.name === 'LMSGetValue';
          return answer === 'true' ? yes : answer;
        };
        const page = await world.open();
        page.answer('soort-lize', 'a');
        await world.quiet();
        assert.equal(page.now.saving, 'saved', JSON.stringify(yes));
        assert.deepEqual(page.notices, []);
      }
    },
  },
  {
    name: 'An answer that says nothing is decided by LMSGetLastError: no error, so it went well',
    cases: ['API09'], rules: ['T011'], on: EVERY,
    async run(t) {
      for (const silence of NEITHER) {
        const world = t.world();
        answering(world, ['LMSInitialize', 'LMSSetValue', 'LMSCommit'], (proceed) => {
          proceed();
          return silence;
        });
        const page = await world.open();
        page.answer('soort-lize', 'a');
        await world.quiet();
        assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' });
        assert.equal(page.now.saving, 'saved', String(silence));
        assert.deepEqual(page.notices, []);
      }
    },
  },
  {
    name: 'An answer that says nothing is decided by LMSGetLastError: an error, so it is told',
    cases: ['API09'], rules: ['T011', 'T092'], on: PLAIN,
    async run(t) {
      for (const silence of NEITHER) {
        const world = t.world();
        const page = await world.open();
        world.lms.intercept = (call, session, proceed) => {
          if (call.name !== 'LMSCommit') return proceed();
          session.error = '101';
          return silence;
        };
        page.answer('soort-lize', 'a');
        await world.quiet();
        assert.notEqual(page.now.saving, 'saved', String(silence));
      }
    },
  },
  {
    name: 'LMSGetLastError throws at the first try: what was refused does not count as taken',
    cases: ['API09'], rules: ['T011', 'T015'], on: PLAIN,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await world.quiet();
      let busy = false;
      world.lms.intercept = (call, session, proceed) => {
        const wasBusy = busy;
        busy = call.name === 'LMSSetValue' && call.args[0] === 'cmi.suspend_data';
        if (wasBusy && call.name === 'LMSGetLastError') throw new Error('busy');
        if (!busy) return proceed();
        session.error = '405';
        return 'false';
      };
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.equal(page.now.saving, 'device');
    },
  },
  {
    name: 'A commit that is refused in any spelling is never shown as saved',
    cases: ['API09', 'COM03'], rules: ['T011', 'T092'], on: EVERY,
    async run(t) {
      for (const no of NO) {
        const world = t.world();
        const page = await world.open();
        world.lms.intercept = (call, session, proceed) => {
          if (call.name !== 'LMSCommit') return proceed();
          session.error = '101';
          return no;
        };
        page.answer('soort-lize', 'a');
        await world.quiet();
        assert.notEqual(page.now.saving, 'saved', String(no));
        assert.ok(page.notices.length > 0, 'the learner was told');
      }
    },
  },
  {
    name: 'LMSSetValue says “false” while the error is 0: no alarm, and the commit is still done',
    cases: ['API10'], rules: ['T012'], on: EVERY,
    async run(t) {
      for (const zero of ['0', 0, '']) {
        const world = t.world();
        world.lms.intercept = (call, session, proceed) => {
          const answer = proceed();
          if (call.name === 'LMSGetLastError' && session.error === '0') return zero;
          return call.name === 'LMSSetValue' && session.error === '0' ? 'false' : answer;
        };
        const page = await world.open();
        page.answer('soort-lize', 'a');
        await world.quiet();
        assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' });
        assert.deepEqual(page.notices, []);
      }
    },
  },
  ...['101', '103', '0'].map((code) => /** @type {Scenario} */ ({
    name: `After a reload LMSInitialize says “false” with ${code} though the session works: the course stays connected`,
    cases: ['API08', 'API07'], rules: ['T013'], on: EVERY,
    async run(t) {
      const world = t.world();
      let first = true;
      world.lms.intercept = (call, session, proceed) => {
        if (call.name === 'LMSInitialize') {
          proceed();
          session.error = code;
          return 'false';
        }
        // The code belongs to LMSInitialize alone.
        if (first && call.name !== 'LMSGetLastError') first = false;
        return proceed();
      };
      const page = await world.open();
      assert.equal(page.resume.connected, true);
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' });
      assert.deepEqual(page.notices, []);
    },
  })),
  {
    name: 'LMSInitialize refuses and reading does too: the learner is told that nothing is kept, and the course works',
    cases: ['API07', 'API08'], rules: ['T014'], on: SPEAKING, deviation: 'D08',
    async run(t) {
      const world = t.world();
      world.lms.intercept = (call, session, proceed) => {
        if (call.name !== 'LMSInitialize') return proceed();
        session.error = '101';
        return 'false';
      };
      const page = await world.open();
      assert.equal(page.resume.connected, false);
      assert.equal(page.now.notice, 'broken-lms');
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.deepEqual(page.course.answers, { 'soort-lize': 'a' });
      assert.equal(page.now.saving, 'unsaved');
      assert.equal(world.device.items.size, 0, 'whose work it is cannot be known');
    },
  },
  {
    name: 'LMSInitialize throws, yet the session works: the course stays connected',
    cases: ['API08'], rules: ['T013', 'T015'], on: EVERY,
    async run(t) {
      const world = t.world();
      world.lms.intercept = (call, session, proceed) => {
        const answer = proceed();
        if (call.name === 'LMSInitialize') throw new TypeError('Cannot read properties of undefined');
        return answer;
      };
      const page = await world.open();
      assert.equal(page.resume.connected, true);
    },
  },
  {
    name: 'Every function of the API throws: the learner is told, and nothing else breaks',
    cases: ['API01'], rules: ['T014', 'T015'], on: ONCE,
    async run(t) {
      const world = t.world();
      world.lms.intercept = () => {
        throw new Error('Permission denied');
      };
      const page = await world.open();
      assert.equal(page.now.notice, 'broken-lms');
      page.answer('soort-lize', 'a');
      await world.quiet();
      page.hide();
      page.tracker.finish();
      assert.deepEqual(page.course.answers, { 'soort-lize': 'a' });
    },
  },
  {
    name: 'The LMS’s window is closed halfway: every call throws from then on, the learner is told and loses nothing',
    cases: [], rules: ['T014', 'T015', 'T105'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      world.lms.intercept = () => {
        throw new Error('Can’t execute code from a freed script');
      };
      page.answer('mythe-jongens', 'f');
      await world.quiet();
      assert.ok(page.notices.length > 0);
      assert.notEqual(page.now.saving, 'saved');
      await page.leave();
      world.lms.intercept = (call, session, proceed) => proceed();
      const next = await world.open();
      assert.deepEqual(next.course.answers, { 'soort-lize': 'a', 'mythe-jongens': 'f' });
    },
  },
  {
    name: 'A function of the API is missing',
    cases: [], rules: ['T014', 'T015'], on: ONCE,
    async run(t) {
      for (const missing of ['LMSGetLastError', 'LMSCommit', 'LMSFinish', 'LMSGetValue']) {
        const world = t.world();
        const page = await world.open({ place: (API) => ({ parent: { API: { ...API, [missing]: undefined } } }) });
        page.answer('soort-lize', 'a');
        await world.quiet();
        await page.leave();
        assert.deepEqual(page.course.answers, { 'soort-lize': 'a' }, missing);
      }
    },
  },
  {
    name: 'In a full run nothing is refused: only elements, values and formats of SCORM 1.2',
    cases: ['STA07'], rules: ['T016'], on: PLAIN,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      page.test(40);
      await world.quiet();
      page.test(90);
      await world.quiet();
      await page.leave();
      assert.deepEqual(world.refused, []);
      const names = world.sets.join('\n');
      assert.doesNotMatch(names, /not attempted$|unknown|cmi\.completion_status|cmi\.success_status|score\.scaled|incorrect/m);
    },
  },
  {
    name: 'Values go out as strings',
    cases: ['API09'], rules: ['T017'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      page.test(90);
      await world.quiet();
      await page.leave();
      for (const { args } of world.calls('LMSSetValue')) {
        assert.equal(args.length, 2);
        assert.equal(typeof args[1], 'string', String(args[0]));
      }
    },
  },
  {
    name: 'What has not changed is not sent again',
    cases: ['COM01'], rules: ['T018'], on: STEADY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.pass(30_000);
      const before = world.sets.length;
      page.answer('mythe-jongens', 't');
      await world.pass(30_000);
      const later = world.sets.slice(before);
      assert.ok(later.length > 0);
      assert.ok(!later.some((set) => set.startsWith('cmi.interactions.0.')), later.join('\n'));
      assert.ok(!later.some((set) => set.startsWith('cmi.core.lesson_status')), later.join('\n'));
    },
  },
  {
    name: 'An LMS that stays silent on errors (everything “true”, error 0) is not trusted more than one that speaks',
    cases: [], rules: ['T100'], on: ONCE,
    async run(t) {
      const world = t.world({ profile: (own) => ({ ...own,
        deliver: (sent, session) => (session.network() === 'online' ? 'stored' : 'pretended') }) });
      const page = await world.open();
      world.connection('offline');
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.notEqual(page.now.saving, 'saved');
    },
  },
];
