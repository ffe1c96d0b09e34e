/** What the player’s own grading makes of a test, as it reaches the LMS: STA10, STA11, SCO05. */
import assert from 'node:assert/strict';
import { EVERY, LISTING } from '../scenario.js';
import { PART_OF_A_POINT, partQuestions, realCourse } from '../real-course.js';
import { questionIn, ROOMS } from '../rooms.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

const STATUS = 'cmi.core.lesson_status';
const TYPES = { part: PART_OF_A_POINT };

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'Passed after the first right answer',
    cases: ['STA10'], rules: ['T058'], on: EVERY,
    async run(t) {
      const world = t.world({ course: realCourse({ questions: partQuestions(4), types: TYPES, passMark: 75 }) });
      const page = await world.open();
      page.answer('deel-0', 1);
      await world.quiet();
      assert.equal(world.lms.held(STATUS), 'incomplete');
      assert.equal(world.lms.held('cmi.core.score.raw'), '', 'nothing was handed in');
      page.test();
      await world.quiet();
      assert.equal(world.lms.held('cmi.core.score.raw'), '25', 'questions without an answer count too');
      for (const id of ['deel-0', 'deel-1', 'deel-2']) page.answer(id, 1);
      page.test();
      await world.quiet();
      await page.leave();
      assert.equal(world.lms.held('cmi.core.score.raw'), '75');
      assert.equal(world.lms.held(STATUS), 'passed');
    },
  },
  {
    name: 'Each kind of question alone reaches the trainer’s report and its objective',
    cases: ['STA11'], rules: ['T079'], on: LISTING,
    async run(t) {
      for (const room of ROOMS) {
        const { type, question } = await questionIn(room, { use: 'test' });
        for (const [answer, result, score, objective, status] of /** @type {const} */ ([
          [type.solution(question), 'correct', '100', 'passed', 'passed'], [null, 'wrong', '0', 'incomplete', 'incomplete']])) {
          const world = t.world({ course: realCourse({ questions: [question], types: { [type.type]: type }, passMark: 80 }) });
          const page = await world.open();
          page.answer('vraag', answer);
          page.test();
          await world.quiet();
          await page.leave();
          const held = Object.fromEntries(['cmi.interactions.0.id', 'cmi.interactions.0.result', 'cmi.objectives.0.id',
            'cmi.objectives.0.score.raw', 'cmi.objectives.0.status', 'cmi.core.score.raw', STATUS]
            .map((element) => [element, world.lms.held(element)]));
          assert.deepEqual(held, {
            'cmi.interactions.0.id': 'LD1-vraag', 'cmi.interactions.0.result': result, 'cmi.objectives.0.id': 'LD1',
            'cmi.objectives.0.score.raw': score, 'cmi.objectives.0.status': objective, 'cmi.core.score.raw': score, [STATUS]: status,
          }, room.room);
          assert.equal(world.lms.held('cmi.interactions.0.student_response') !== '', answer !== null, room.room);
          assert.deepEqual(world.refused, [], room.room);
        }
      }
    },
  },
  {
    name: 'A score just below the pass mark is sent or shown as enough while it did not pass, or the other way about',
    cases: ['SCO05'], rules: ['T061', 'T064'], on: EVERY,
    async run(t) {
      for (const [passMark, parts, score] of /** @type {[number, number[], number][]} */ ([
        [80, [0.795], 79], [80, [0.79996], 79], [80, [0.8], 80], [80, [0.7, 0.8, 0.9], 80], [70, [...Array(16).fill(1), ...Array(7).fill(0)], 69],
        [29, [0.29], 29], [57, [0.57], 57], [100, [1, 1, 0.99999], 99],
      ])) {
        const course = realCourse({ questions: partQuestions(parts.length), types: TYPES, passMark });
        const world = t.world({ course });
        const page = await world.open();
        parts.forEach((part, index) => page.answer(`deel-${index}`, part));
        page.test();
        await world.quiet();
        const note = `${parts.join(' + ')} for ${passMark}`;
        assert.equal(world.lms.held('cmi.core.score.raw'), String(score), `sent: ${note}`);
        assert.equal(course.result.percent, score, `shown: ${note}`);
        assert.equal(page.course.best, score, `kept: ${note}`);
        assert.equal(world.lms.held(STATUS), score >= passMark ? 'passed' : 'incomplete', `decided: ${note}`);
      }
    },
  },
];
