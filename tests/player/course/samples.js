/** A course of two lessons and a test, as the builder hands it to the player. */

import { assessment, pool } from './pool.js';

/** @param {Partial<import('../../../builder/player/course/data.js').CourseData>} [more] @returns {import('../../../builder/player/course/data.js').CourseData} */
export const course = (more = {}) => ({
  id: 'cursus', edition: 'alles', title: 'Cursus', editionTitle: 'Alles', version: '1.0.0', minutes: 10, sectors: ['vo', 'mbo'],
  endsWith: 'passed',
  units: [{ id: 'een', minutes: 10 }],
  lessons: [
    { id: 'lezen', number: '1.1', title: 'Lezen', unit: 'een', minutes: 3, sectors: ['vo', 'mbo'] },
    { id: 'extra', number: '1.2', title: 'Extra', unit: 'een', minutes: 4, sectors: ['mbo'] },
    { id: 'toets', number: '1.3', title: 'Toets', unit: 'een', minutes: 3, sectors: ['vo', 'mbo'] },
  ],
  questions: [...pool('LD1', 4), ...pool('LD4', 4), ...pool('LD4', 3, { safety: true })].map((question, index) => ({ ...question, index })),
  assessments: [assessment()],
  objectives: [{ id: 'LD1', short: 'Een', revisit: 'lezen' }, { id: 'LD4', short: 'Vier', revisit: null }, { id: 'LD9', short: 'Negen', revisit: null }],
  layout: { slots: [] },
  ...more,
});
