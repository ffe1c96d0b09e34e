/** Steps that many scenarios take. */
import { QUESTIONS } from './course.js';

/** @typedef {import('./world.js').World} World */
/** @typedef {import('./world.js').Page} Page */

/** The first option of every question. @type {Record<string, string>} */
export const FIRST_ANSWERS = Object.fromEntries(QUESTIONS.map(({ id, options }) => [id, options[0]]));

/** The learner goes through the course: lessons and all practice questions, one every twenty seconds.
 * @param {World} world @param {Page} page */
export async function workThrough(world, page) {
  for (const lesson of ['welkom', 'drie-soorten', 'signalen']) {
    page.visit(lesson);
    await world.pass(10_000);
  }
  for (const { id, options } of QUESTIONS) {
    page.answer(id, options[0]);
    await world.pass(20_000);
  }
}

/** Opens the course again and looks what the learner finds. @param {World} world */
export async function answersOnReturn(world) {
  const page = await world.open();
  return page.course.answers;
}
