/**
 * The course as the builder hands it to the player: the JSON in the page.
 *
 * @typedef {object} LessonData
 * @property {string} id
 * @property {string} number     '2.1'
 * @property {string} title
 * @property {string} unit
 * @property {number} minutes
 * @property {string[]} sectors
 *
 * @typedef {object} CourseData
 * @property {string} id
 * @property {string} edition
 * @property {string} title
 * @property {string} editionTitle
 * @property {string} version
 * @property {number} minutes
 * @property {string[]} sectors
 * @property {'passed' | 'completed'} endsWith
 * @property {{id: string, minutes: number}[]} units
 * @property {LessonData[]} lessons
 * @property {import('../types.js').Question[]} questions   ordered by index
 * @property {import('./attempt.js').Assessment[]} assessments
 * @property {{id: string, short: string, revisit: string | null}[]} objectives
 * @property {import('../state/codec.js').Layout} layout
 */

import { sectorOf, slot } from './state.js';

/**
 * What the learner's sector leaves of a list of lessons or questions.
 * @template {{sectors: string[]}} T
 * @param {readonly T[]} items
 * @param {import('./state.js').State} state
 * @returns {T[]}
 */
export function forSector(items, state) {
  const sector = sectorOf(state);
  return items.filter((item) => !sector || item.sectors.includes(sector));
}

/**
 * Part of a unit that is done, by minutes.
 * @param {CourseData} course
 * @param {import('./state.js').State} state
 * @param {string} unit
 * @returns {number}  0 … 1
 */
export function unitProgress(course, state, unit) {
  const lessons = forSector(course.lessons, state).filter((lesson) => lesson.unit === unit);
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const done = lessons.filter((lesson) => slot(state, `lesson/${lesson.id}`).done === 1)
    .reduce((sum, lesson) => sum + lesson.minutes, 0);
  return minutes ? done / minutes : 0;
}
