/** What the LMS gives back, in all the shapes it comes in: GET02–GET05. */
import assert from 'node:assert/strict';
import { ELEMENTS } from '../../lms/datamodel.js';
import { EVERY, LISTING } from '../scenario.js';
import { stateWith } from '../course.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */
/** @typedef {import('../world.js').World} World */

/** The LMS gives these instead of what it holds. @param {World} world @param {Record<string, unknown>} answers */
function reads(world, answers) {
  world.lms.intercept = (call, session, proceed) => {
    const answer = proceed();
    const element = String(call.args[0]);
    return call.name === 'LMSGetValue' && element in answers ? answers[element] : answer;
  };
}

const SAVED = stateWith({ 'soort-lize': 'b', 'mythe-jongens': 'f' }, 7);

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'null, undefined and their like in place of any value: the course starts all the same',
    cases: ['GET02'], rules: ['T020'], on: EVERY,
    async run(t) {
      const odd = [null, undefined, 'null', 'undefined', 0, false, Number.NaN, {}, []];
      for (const { name } of ELEMENTS.filter(({ name }) => !name.includes('.n.'))) {
        for (const value of odd) {
          const world = t.world();
          reads(world, { [name]: value });
          const page = await world.open();
          assert.equal(page.resume.connected, true, `${name} = ${String(value)}`);
          for (const text of [page.resume.state, page.resume.location, page.resume.learnerName]) assert.equal(typeof text, 'string');
          assert.ok(!['null', 'undefined', 'NaN', '[object Object]'].includes(page.resume.learnerName));
        }
      }
    },
  },
  {
    name: 'All reads are null at once',
    cases: ['GET02'], rules: ['T020'], on: EVERY,
    async run(t) {
      const world = t.world();
      world.lms.intercept = (call, session, proceed) => (call.name === 'LMSGetValue' ? null : proceed());
      const page = await world.open();
      assert.equal(page.resume.connected, true);
      assert.equal(page.resume.state, '');
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' });
    },
  },
  {
    name: 'A score of 56.00000000000001 as a number',
    cases: ['GET03', 'SCO05'], rules: ['T021'], on: EVERY,
    async run(t) {
      const world = t.world();
      reads(world, { 'cmi.core.score.raw': 56.00000000000001, 'cmi.student_data.mastery_score': 80 });
      const page = await world.open();
      assert.equal(typeof page.resume.score, 'number');
      assert.ok(Math.abs(/** @type {number} */ (page.resume.score) - 56) < 0.01);
    },
  },
  {
    name: 'Counts and states as numbers instead of text',
    cases: ['GET03'], rules: ['T021'], on: LISTING,
    async run(t) {
      const world = t.world();
      reads(world, { 'cmi.interactions._count': 0, 'cmi.objectives._count': 0, 'cmi.core.lesson_location': 12 });
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.equal(world.lms.held('cmi.interactions.0.id'), 'soort-lize');
      assert.equal(page.resume.location, '12');
    },
  },
  {
    name: 'An unknown score is no score: an LMS that gives 0 or nothing does not make the course say 0',
    cases: ['SCO02'], rules: ['T021', 'T058'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.equal(page.course.best, null);
      assert.deepEqual(world.calls('LMSSetValue', 'cmi.core.score.raw'), []);
    },
  },
  {
    name: 'Nothing is stored because lesson_mode is empty, null or in capitals',
    cases: ['GET04'], rules: ['T022'], on: EVERY,
    async run(t) {
      for (const mode of ['', null, 'Normal', 'unknown', 'normal', 'NORMAL', undefined]) {
        const world = t.world();
        reads(world, { 'cmi.core.lesson_mode': mode });
        const page = await world.open();
        assert.equal(page.resume.mode, 'normal', String(mode));
        page.answer('soort-lize', 'a');
        await world.quiet();
        assert.deepEqual(world.heldAnswers, { 'soort-lize': 'a' }, String(mode));
      }
    },
  },
  {
    name: 'Review and browse are known in any capitals, and nothing is written then',
    cases: ['GET04'], rules: ['T022', 'T120'], on: EVERY,
    async run(t) {
      for (const mode of ['review', 'Review', 'REVIEW ', 'browse', 'Browse']) {
        const world = t.world();
        reads(world, { 'cmi.core.lesson_mode': mode });
        const page = await world.open();
        assert.notEqual(page.resume.mode, 'normal', mode);
        page.answer('soort-lize', 'a');
        page.test(90);
        await world.quiet();
        await page.leave();
        assert.deepEqual(world.sets, [], mode);
      }
    },
  },
  {
    name: 'A status in capitals or as a single letter is not known, so the course starts anew',
    cases: ['GET05'], rules: ['T023'], on: EVERY,
    async run(t) {
      for (const [given, status] of /** @type {const} */ ([
        ['Not Attempted', 'not attempted'], ['NotAttempted', 'not attempted'], ['n', 'not attempted'],
        ['Completed', 'completed'], ['PASSED', 'passed'], ['p', 'passed'], ['Incomplete', 'incomplete'], ['', ''], ['rubbish', ''],
      ])) {
        const world = t.world();
        reads(world, { 'cmi.core.lesson_status': given });
        const page = await world.open();
        assert.equal(page.resume.status, status, given);
        assert.equal(page.resume.connected, true);
      }
    },
  },
  {
    name: 'On a first entry with an empty status the course never becomes incomplete',
    cases: ['GET05', 'STA02'], rules: ['T023', 'T050'], on: EVERY,
    async run(t) {
      for (const status of ['', 'not attempted', 'Not Attempted', 'n']) {
        const world = t.world();
        reads(world, { 'cmi.core.lesson_status': status });
        await world.open();
        await world.quiet();
        assert.equal(world.lms.held('cmi.core.lesson_status'), 'incomplete', status);
      }
    },
  },
  ...['', 'ab-initio', 'resume', null].map((entry) => /** @type {Scenario} */ ({
    name: `There is saved work and entry is ${JSON.stringify(entry)}: the learner goes on where he was`,
    cases: ['GET05'], rules: ['T024'], on: EVERY,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      first.answer('soort-lize', 'b');
      first.visit('signalen');
      await world.quiet();
      await first.leave();
      reads(world, { 'cmi.core.entry': entry });
      const page = await world.open();
      assert.deepEqual(page.course.answers, { 'soort-lize': 'b' });
      assert.equal(page.course.lesson, 'signalen');
    },
  })),
  {
    name: 'There is no saved work and entry is “resume”: a fresh start, no error',
    cases: ['GET05'], rules: ['T024'], on: EVERY,
    async run(t) {
      const world = t.world();
      reads(world, { 'cmi.core.entry': 'resume', 'cmi.suspend_data': '' });
      const page = await world.open();
      assert.equal(page.resume.state, '');
      assert.deepEqual(page.notices, []);
    },
  },
  {
    name: 'Write-only elements are read, and the LMS logs an error for each',
    cases: ['INT05'], rules: ['T025'], on: EVERY,
    async run(t) {
      const world = t.world();
      for (let launch = 0; launch < 2; launch += 1) {
        const page = await world.open();
        page.answer('soort-lize', 'a');
        await world.quiet();
        await page.leave();
      }
      for (const { args, error } of world.calls('LMSGetValue')) assert.notEqual(error, '404', String(args[0]));
    },
  },
  {
    name: 'Saved work with white space around it, as some LMSs give it back',
    cases: ['SUS03'], rules: ['T031'], on: EVERY,
    async run(t) {
      const world = t.world();
      reads(world, { 'cmi.suspend_data': ` ${SAVED}\r\n` });
      const page = await world.open();
      assert.deepEqual(page.course.answers, { 'soort-lize': 'b', 'mythe-jongens': 'f' });
    },
  },
  {
    name: 'Reading throws now and then: what the LMS holds is neither taken for empty nor overwritten',
    cases: ['GET02'], rules: ['T015', 'T037'], on: EVERY,
    async run(t) {
      const world = t.world();
      const first = await world.open();
      first.answer('soort-lize', 'b');
      await world.quiet();
      await first.leave();
      world.lms.intercept = (call, session, proceed) => {
        if (call.name === 'LMSGetValue' && call.args[0] === 'cmi.suspend_data') throw new Error('busy');
        return proceed();
      };
      const page = await world.open();
      await world.quiet();
      await page.leave();
      assert.deepEqual(world.heldAnswers, { 'soort-lize': 'b' });
    },
  },
];
