/** What the real question types tell an LMS: INT01, INT02, STA11. Each room of builder/blocks/ that has interactions. */
import assert from 'node:assert/strict';
import { isFeedback } from '../../lms/feedback.js';
import { CHECKING, except } from '../scenario.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */
/** @typedef {import('../../../builder/player/types.js').Answer} Answer */
/** @typedef {import('../../../builder/player/types.js').QuestionType} QuestionType */

const many = (/** @type {string} */ name, /** @type {number} */ count) => Array.from({ length: count }, (_, index) => `${name}-${index}`);
const OPTIONS = many('optie', 12);
const ITEMS = many('item', 12);
const TARGETS = many('soort', 5);

/** @type {{room: string, question: object, answers: Answer[]}[]} */
const ROOMS = [
  { room: 'single_choice', question: { codes: OPTIONS, data: { right: 'optie-11' } }, answers: ['optie-11', 'optie-0', 'optie-9'] },
  { room: 'multiple_choice', question: { codes: OPTIONS, data: { right: ['optie-0', 'optie-10'] } },
    answers: [['optie-10', 'optie-0'], OPTIONS, ['optie-3']] },
  { room: 'true_false', question: { codes: ['true', 'false'], data: { right: 'false' } }, answers: ['true', 'false'] },
  { room: 'categorise',
    question: { codes: ITEMS, targets: TARGETS, data: { items: ITEMS.map((id, index) => ({ id, right: TARGETS[index % 5] })) } },
    answers: [Object.fromEntries(ITEMS.map((id, index) => [id, TARGETS[index % 5]])), Object.fromEntries(ITEMS.map((id) => [id, TARGETS[0]]))] },
  { room: 'match', question: { codes: ITEMS, targets: [...ITEMS, 'over'], data: { pairs: ITEMS, targets: [...ITEMS, 'over'] } },
    answers: [Object.fromEntries(ITEMS.map((id) => [id, id])), Object.fromEntries(ITEMS.map((id) => [id, 'over']))] },
  { room: 'order', question: { codes: ITEMS, data: { items: ITEMS } }, answers: [ITEMS, ITEMS.toReversed()] },
  { room: 'number', question: { codes: [], data: { right: 3, words: ['drie'] } }, answers: [3, -3.5, 0, 1000000] },
  { room: 'estimate', question: { codes: [], data: { right: 10, margin: 1, min: 0, max: 100 } }, answers: [10, 0, 100, 12.5] },
  { room: 'conversation',
    question: { codes: [], data: { start: 'begin', turns: Object.fromEntries(many('beurt', 12).map((turn, index) =>
      [index === 0 ? 'begin' : turn, Object.fromEntries(['best', 'half', 'poor'].map((quality) =>
        [`antwoord-${quality}`, { quality, next: index === 11 ? 'end' : `beurt-${index + 1}` }]))])) } },
    answers: [{ begin: 'antwoord-best', ...Object.fromEntries(many('beurt', 12).map((turn) => [turn, 'antwoord-half'])) }] },
];

/** @type {Scenario[]} */
export const scenarios = ROOMS.map(({ room, question, answers }) => ({
  name: `Every answer to a question of the type ${room} has a form that a strict LMS takes`,
  cases: ['INT01', 'INT02', 'STA11'], rules: ['T016', 'T070', 'T071', 'T072'], on: except(CHECKING, 'minimal'),
  async run(t) {
    const type = /** @type {QuestionType} */ ((await import(`../../../builder/blocks/${room}/player.js`)).default);
    const asked = /** @type {any} */ ({ id: 'vraag', type: type.type, objective: 'LD1', use: 'practice', sectors: ['vo'], index: 0, ...question });
    for (const answer of answers) {
      const told = type.interaction(asked, answer);
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
    const solution = type.interaction(asked, type.solution(asked));
    assert.equal(solution.response, solution.pattern, 'the right answer and its pattern are the same');
    assert.equal(type.score(asked, type.solution(asked)), 1);
  },
}));
