/** What counts towards completion and how it stands, in the same words wherever the learner looks. */

import { SAFETY, passedOn } from '../course/attempt.js';
import { slot } from '../course/state.js';
import { all } from './dom.js';

/**
 * @typedef {import('./app.js').App} App
 * @typedef {import('../course/attempt.js').Assessment} Assessment
 */

/** @param {App} app */
export function mountCompletion(app) {
  app.follow(() => {
    for (const place of all('[data-counts]')) {
      const assessment = app.course.assessments.find(({ id }) => id === place.dataset.counts);
      if (assessment) place.textContent = standing(app, assessment);
    }
  });
}

/** @param {Date} date  midnight UTC */
export const inWords = (date) => new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' }).format(date);

/** @param {App} app @param {Assessment} assessment */
function standing(app, assessment) {
  const kept = slot(app.state(), `assessment/${assessment.id}`);
  const passed = passedOn(app.state(), assessment);
  if (passed) return `Gehaald op ${inWords(passed)}.`;
  if (!kept.handed) return kept.open ? 'Je bent ermee bezig.' : 'Nog te doen.';
  const best = kept.best ?? 0;
  if (assessment.safety && kept.safety === SAFETY.wrong && best >= assessment.passMark) return 'Nog één vraag over veiligheid te gaan.';
  return `Nog niet gehaald. Je hoogste score is ${best} van de 100.`;
}
