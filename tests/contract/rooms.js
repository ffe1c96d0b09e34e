/** A question for each room of builder/blocks/ that has interactions, with answers to it. */

/** @typedef {import('../../builder/player/types.js').Answer} Answer */
/** @typedef {import('../../builder/player/types.js').Question} Question */
/** @typedef {import('../../builder/player/types.js').QuestionType} QuestionType */

const many = (/** @type {string} */ name, /** @type {number} */ count) => Array.from({ length: count }, (_, index) => `${name}-${index}`);
const OPTIONS = many('optie', 12);
const ITEMS = many('item', 12);
const TARGETS = many('soort', 5);

/** @type {{room: string, question: object, answers: Answer[]}[]} */
export const ROOMS = [
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

/**
 * @param {typeof ROOMS[number]} room
 * @param {Partial<Question>} [more]
 * @returns {Promise<{type: QuestionType, question: Question}>}
 */
export async function questionIn({ room, question }, more = {}) {
  const type = /** @type {QuestionType} */ ((await import(`../../builder/blocks/${room}/player.js`)).default);
  const asked = { id: 'vraag', type: type.type, objective: 'LD1', use: 'practice', sectors: ['vo'], index: 0, targets: [], ...question, ...more };
  return { type, question: /** @type {Question} */ (asked) };
}
