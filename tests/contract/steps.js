/** Steps that many scenarios take. */
import { QUESTIONS } from './course.js';
import { moodle } from '../lms/profiles/moodle.js';

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

/** Off line for a minute without being told so, at work, and back. @param {World} world @param {(page: Page) => void} work */
export async function workOffLine(world, work) {
  const page = await world.open();
  await world.quiet();
  world.connection('offline', false);
  work(page);
  await world.pass(60_000);
  world.connection('online');
  return page;
}

/** Works off line and leaves as the connection is back, with the last commits in this order.
 * @param {World} world @param {(page: Page) => void} work @param {<T>(beacons: T[]) => T[]} order */
export async function leaveInDisorder(world, work, order = (beacons) => beacons.toReversed()) {
  const page = await workOffLine(world, work);
  world.lms.beaconOrder = order;
  page.running?.leave();
  await page.leave();
  world.lms.beaconOrder = null;
}

/** Each call to the LMS blocks the page for so long, what the LMS takes of itself included.
 * @param {World} world @param {number} ms */
export function slowLms(world, ms) {
  world.lms.intercept = (call, session, proceed) => {
    const begin = world.clock.now();
    try {
      return proceed();
    } finally {
      world.clock.block(Math.max(begin + ms - world.clock.now(), 0));
    }
  };
}

/** Moodle with other settings. @param {Parameters<typeof moodle>[0]} settings @returns {import('./scenario.js').Change} */
export const moodleWith = (settings) => (own) => moodle({ scormstandard: own.name === 'moodle-strict' ? 1 : 0, ...settings });

/** Moodle ticks completion when a status was committed: what was in the LMS after each commit. @param {World} world */
export function committedStatuses(world) {
  /** @type {string[]} */
  const seen = [];
  let now = '';
  for (const { name, args, error, threw } of world.lms.calls) {
    if (name === 'LMSSetValue' && args[0] === 'cmi.core.lesson_status') now = String(args[1]);
    const arrived = (name === 'LMSCommit' || name === 'LMSFinish') && error === '0' && !threw;
    if (arrived && now !== seen.at(-1)) seen.push(now);
  }
  return seen;
}
