/** cmi.interactions: INT01–INT08. The types themselves are asked in question-types.js. */
import assert from 'node:assert/strict';
import { EVERY, except, LISTING, ONCE, OWN } from '../scenario.js';
import { QUESTIONS } from '../course.js';
import { FIRST_ANSWERS, workThrough } from '../steps.js';
import { isFeedback } from '../../lms/feedback.js';
import { CMIIdentifier } from '../../lms/formats.js';
import * as formats from '../../../builder/player/scorm/formats.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

const PARTS = ['id', 'type', 'objectives.0.id', 'time', 'correct_responses.0.pattern', 'weighting', 'student_response', 'result', 'latency'];

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'Twelve options, all chosen: letters, not numbers or names',
    cases: ['INT01'], rules: ['T070'], on: ONCE,
    run() {
      const letters = Array.from({ length: 12 }, (_, index) => formats.letterFor(index));
      const response = formats.choiceResponse(letters);
      assert.equal(response, 'a,b,c,d,e,f,g,h,i,j,k,l');
      assert.ok(isFeedback('choice', 'response', response));
    },
  },
  {
    name: 'Letters are the same whatever the order on the screen, and thirty-six fit',
    cases: ['INT01'], rules: ['T070'], on: ONCE,
    run() {
      assert.equal(formats.choiceResponse(['c', 'a', 'c']), 'a,c');
      const all = Array.from({ length: 36 }, (_, index) => formats.letterFor(index));
      assert.equal(new Set(all).size, 36);
      assert.ok(isFeedback('choice', 'response', formats.choiceResponse(all)));
      assert.equal(formats.letterFor(36), '');
    },
  },
  {
    name: 'True and false are t and f, not words',
    cases: ['INT01'], rules: ['T070'], on: ONCE,
    run() {
      assert.deepEqual([true, false].map(formats.trueFalseResponse), ['t', 'f']);
    },
  },
  {
    name: 'Matching twelve by twelve: pairs of letters',
    cases: ['INT02'], rules: ['T071'], on: ONCE,
    run() {
      const pairs = Array.from({ length: 12 }, (_, index) => [formats.letterFor(index), formats.letterFor(11 - index)]);
      const response = formats.matchingResponse(pairs);
      assert.match(response, /^a\.l,b\.k,/);
      assert.ok(isFeedback('matching', 'response', response));
    },
  },
  {
    name: 'A number as people type it: “1/2”, “1.234,5” and a real minus sign are no numbers to SCORM',
    cases: ['INT02'], rules: ['T071'], on: ONCE,
    run() {
      for (const [given, type] of /** @type {const} */ ([
        ['3', 'numeric'], ['-3.5', 'numeric'], [3, 'numeric'], ['1/2', 'fill-in'], ['1.234,5', 'fill-in'],
        ['−5', 'fill-in'], ['drie', 'fill-in'], ['', 'fill-in'], ['1e3', 'fill-in'],
      ])) {
        const interaction = formats.numericResponse(given);
        assert.equal(interaction.type, type, String(given));
        assert.ok(isFeedback(interaction.type, 'response', interaction.text), String(given));
      }
    },
  },
  {
    name: 'A long answer with line breaks and an emoji at the cut',
    cases: ['INT03'], rules: ['T072'], on: ONCE,
    run() {
      for (const text of ['x'.repeat(1000), `${'x'.repeat(254)}🙂🙂`, `${'x'.repeat(253)}🙂🙂`, 'een\r\ntwee\tdrie', '\u0000\u001f']) {
        const cut = formats.fillInResponse(text);
        assert.ok(cut.length <= 255);
        assert.ok(cut.isWellFormed(), 'no half character');
        assert.ok(isFeedback('fill-in', 'response', cut), JSON.stringify(cut));
      }
    },
  },
  {
    name: 'An id with blanks or accents is refused, and everything after it too',
    cases: ['INT04'], rules: ['T073'], on: ONCE,
    run() {
      for (const title of ['Vraag 1: wat is één?', 'q 1', 'vraag-é', 'x'.repeat(300), '🙂', 'Wat mist deze leerling?']) {
        const id = formats.cleanId(title);
        assert.ok(id === '' || CMIIdentifier(id), id);
        assert.ok(id.length <= 64);
      }
      assert.equal(formats.cleanId('Vraag 1: wat is één?'), 'vraag-1-wat-is-een');
    },
  },
  {
    name: 'All types of question reach the LMS, each in its own format',
    cases: ['INT01', 'INT02', 'INT03'], rules: ['T070', 'T071', 'T072'], on: LISTING,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      await page.leave();
      assert.equal(world.lms.count('cmi.interactions'), QUESTIONS.length);
      for (const [index, { id, type, right, options }] of QUESTIONS.entries()) {
        const held = (/** @type {string} */ part) => world.lms.held(`cmi.interactions.${index}.${part}`);
        assert.equal(held('id'), id);
        assert.equal(held('type'), type);
        assert.equal(held('student_response'), options[0]);
        assert.equal(held('correct_responses.0.pattern'), right);
        assert.ok(isFeedback(type, 'response', held('student_response')), id);
      }
    },
  },
  {
    name: 'A question has the same index for every learner, in whatever order it is answered',
    cases: ['INT05'], rules: ['T074'], on: LISTING, deviation: 'D15',
    async run(t) {
      for (const order of [QUESTIONS.map(({ id }) => id), QUESTIONS.map(({ id }) => id).toReversed()]) {
        const world = t.world();
        const page = await world.open();
        for (const id of order) {
          page.answer(id, FIRST_ANSWERS[id]);
          await world.pass(7000);
        }
        await page.leave();
        assert.deepEqual(QUESTIONS.map((_, index) => world.lms.held(`cmi.interactions.${index}.id`)), QUESTIONS.map(({ id }) => id));
      }
    },
  },
  {
    name: 'The last question is answered first: an LMS refuses gaps, so the ones before it are named',
    cases: ['INT05'], rules: ['T074'], on: LISTING,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('gesprek-sam', 'poor');
      await world.quiet();
      assert.deepEqual(world.refused, []);
      assert.equal(world.lms.held('cmi.interactions.6.student_response'), 'poor');
      assert.equal(world.lms.held('cmi.interactions.0.id'), 'soort-lize');
      assert.equal(world.lms.held('cmi.interactions.0.student_response'), '');
    },
  },
  ...['0', '3', 3, '', null, 'veel', -1].map((count) => /** @type {Scenario} */ ({
    name: `_count is ${JSON.stringify(count)}: nothing is refused and every question arrives`,
    cases: ['INT05'], rules: ['T074', 'T021'], on: except(LISTING, 'hostile'), // has things sent again, see T103
    async run(t) {
      const world = t.world();
      if (Number(count) > 0) {
        const first = await world.open();
        for (const { id } of QUESTIONS.slice(0, Number(count))) first.answer(id, FIRST_ANSWERS[id]);
        await world.quiet();
        await first.leave();
      }
      world.lms.intercept = (call, session, proceed) => {
        const answer = proceed();
        return call.args[0] === 'cmi.interactions._count' ? count : answer;
      };
      const page = await world.open();
      page.answer('hoeveel-op-tien', '3');
      await world.quiet();
      await page.leave();
      assert.deepEqual(world.refused, []);
      assert.equal(world.lms.held('cmi.interactions.5.student_response'), '3');
    },
  })),
  {
    name: 'An LMS keeps the interactions of earlier sessions: the same question stays in the same place',
    cases: ['INT05', 'INT08'], rules: ['T074', 'T077'], on: LISTING,
    async run(t) {
      const world = t.world();
      for (const answer of ['a', 'b']) {
        const page = await world.open();
        page.answer('soort-lize', answer);
        await world.quiet();
        await page.leave();
      }
      assert.equal(world.lms.count('cmi.interactions'), 1);
      assert.equal(world.lms.held('cmi.interactions.0.student_response'), 'b');
    },
  },
  {
    name: 'An LMS forgets the interactions of earlier sessions: they are told again where they belong',
    cases: ['INT05'], rules: ['T074'], on: except(OWN, 'open-edx', 'minimal'),
    async run(t) {
      const world = t.world({ profile: (own) => ({ ...own, resume: (attempt) =>
        new Map([...own.resume(attempt)].filter(([name]) => !/^cmi\.(interactions|objectives)\./.test(name))) }) });
      const first = await world.open();
      first.answer('soort-lize', 'a');
      await world.quiet();
      await first.leave();
      const second = await world.open();
      second.answer('mythe-jongens', 'f');
      await world.quiet();
      await second.leave();
      assert.deepEqual(world.refused, []);
      assert.equal(world.lms.held('cmi.interactions.0.id'), 'soort-lize');
      assert.equal(world.lms.held('cmi.interactions.2.student_response'), 'f');
    },
  },
  {
    name: 'The type comes before what is judged by it, the id before all',
    cases: ['INT06'], rules: ['T075'], on: LISTING,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'b');
      await world.quiet();
      const order = world.calls('LMSSetValue').map(({ args }) => String(args[0])).filter((name) => name.startsWith('cmi.interactions.0.'));
      const parts = [...new Set(order.map((name) => name.replace('cmi.interactions.0.', '')))];
      assert.deepEqual(parts, PARTS);
    },
  },
  {
    name: 'A wrong answer is “wrong”, not “incorrect”; times are in the formats of 1.2',
    cases: ['INT07'], rules: ['T076'], on: LISTING,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      page.answer('soort-lize', 'b');
      page.answer('mythe-jongens', 'f');
      await world.quiet();
      assert.equal(world.lms.held('cmi.interactions.0.result'), 'wrong');
      assert.equal(world.lms.held('cmi.interactions.2.result'), 'correct');
      assert.match(world.lms.held('cmi.interactions.0.time'), /^\d\d:\d\d:\d\d$/);
      assert.match(world.lms.held('cmi.interactions.0.latency'), /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/);
    },
  },
  {
    name: 'Five seconds past midnight, and an answer in no time',
    cases: ['INT07'], rules: ['T076'], on: ONCE,
    run() {
      assert.equal(formats.timeOfDay(new Date(2026, 10, 25, 0, 0, 5)), '00:00:05');
      assert.equal(formats.timeOfDay(new Date(2026, 10, 25, 23, 59, 59)), '23:59:59');
      assert.equal(formats.timespan(0), '0000:00:00.00');
    },
  },
  {
    name: 'The same question again makes no new column in the trainer’s report',
    cases: ['INT08'], rules: ['T077'], on: LISTING, deviation: 'D04',
    async run(t) {
      const world = t.world();
      const page = await world.open();
      for (const answer of ['b', 'c', 'a']) {
        page.answer('soort-lize', answer);
        await world.quiet();
      }
      await page.leave();
      assert.equal(world.lms.count('cmi.interactions'), 1);
      assert.equal(world.lms.held('cmi.interactions.0.student_response'), 'a', 'the earlier answers are gone');
    },
  },
  {
    name: 'An LMS takes three interactions and no more: the rest is left out, nothing else suffers',
    cases: ['INT05'], rules: ['T078'], on: except(LISTING, 'open-edx', 'hostile'), // the one refuses nothing, the other makes calls come twice
    async run(t) {
      const world = t.world();
      world.lms.intercept = (call, session, proceed) => {
        if (call.name === 'LMSSetValue' && /^cmi\.interactions\.([3-9]|\d\d)/.test(String(call.args[0]))) {
          session.error = '201';
          return 'false';
        }
        return proceed();
      };
      const page = await world.open();
      await workThrough(world, page);
      page.test(90);
      await world.quiet();
      await page.leave();
      assert.equal(world.lms.count('cmi.interactions'), 3);
      assert.deepEqual(world.heldAnswers, FIRST_ANSWERS);
      assert.equal(world.lms.held('cmi.core.lesson_status'), 'passed');
      assert.deepEqual(page.notices, []);
      const tries = world.calls('LMSSetValue').filter(({ error }) => error === '201').length;
      assert.ok(tries <= 9, `${tries} tries`);
    },
  },
  {
    name: 'One value that the LMS refuses (405) does not stop the others',
    cases: ['INT04', 'INT06'], rules: ['T078'], on: LISTING,
    async run(t) {
      const world = t.world();
      const page = await world.open({ quirks: { interactions: (given) =>
        given.map((record) => (record.index === 0 ? { ...record, weighting: 'veel' } : record)) } });
      await workThrough(world, page);
      await page.leave();
      assert.equal(world.lms.held('cmi.interactions.0.student_response'), 'a');
      assert.equal(world.lms.count('cmi.interactions'), QUESTIONS.length);
      assert.deepEqual(world.heldAnswers, FIRST_ANSWERS);
      assert.deepEqual(page.notices, []);
    },
  },
  {
    name: 'Free text of the learner is never sent',
    cases: [], rules: ['T112'], on: EVERY,
    async run(t) {
      const world = t.world();
      const page = await world.open();
      await workThrough(world, page);
      await page.leave();
      assert.ok(!world.sets.some((set) => /^cmi\.(comments|student_preference)/.test(set)));
    },
  },
  {
    name: 'Objectives keep their places too',
    cases: ['INT05'], rules: ['T079', 'T074'], on: LISTING,
    async run(t) {
      const world = t.world();
      for (const [id, answer] of [['gesprek-sam', 'poor'], ['soort-lize', 'a']]) {
        const page = await world.open();
        page.answer(id, answer);
        await world.quiet();
        await page.leave();
      }
      assert.deepEqual([0, 1, 2, 3].map((index) => world.lms.held(`cmi.objectives.${index}.id`)), ['LD1', 'LD2', 'LD3', 'LD4']);
      assert.equal(world.lms.count('cmi.objectives'), 4);
    },
  },
];
