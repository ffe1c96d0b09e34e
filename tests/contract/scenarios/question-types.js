/** What the real question types tell an LMS: INT01, INT02, STA11. Each room of builder/blocks/ that has interactions. */
import assert from 'node:assert/strict';
import { isFeedback } from '../../lms/feedback.js';
import { questionIn, ROOMS } from '../rooms.js';
import { LISTING } from '../scenario.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

/** @type {Scenario[]} */
export const scenarios = ROOMS.map((room) => ({
  name: `Every answer to a question of the type ${room.room} has a form that a strict LMS takes`,
  cases: ['INT01', 'INT02', 'STA11'], rules: ['T016', 'T070', 'T071', 'T072'], on: LISTING,
  async run(t) {
    const { type, question } = await questionIn(room);
    for (const answer of room.answers) {
      const told = type.interaction(question, answer);
      assert.ok(isFeedback(told.type, 'response', told.response), `${told.type}: ${told.response}`);
      assert.ok(isFeedback(told.type, 'pattern', told.pattern), `${told.type}: ${told.pattern}`);
      const world = t.world();
      const page = await world.open({ quirks: { interactions: (given) => given.map((record) => ({ ...record, ...told })) } });
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.deepEqual(world.refused, []);
      assert.equal(world.lms.held('cmi.interactions.0.student_response'), told.response);
      assert.equal(world.lms.held('cmi.interactions.0.correct_responses.0.pattern'), told.pattern);
    }
    const solution = type.interaction(question, type.solution(question));
    assert.equal(solution.response, solution.pattern, 'the right answer and its pattern are the same');
    assert.equal(type.score(question, type.solution(question)), 1);
  },
}));
