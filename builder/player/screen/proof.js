/** The proof of participation: filled in on the device, good for one sheet of paper. */

import { passedOn } from '../course/attempt.js';
import { countingIn, isPassed, scoreOf } from '../course/snapshot.js';
import { slot } from '../course/state.js';
import { inWords } from './completion.js';
import { find } from './dom.js';
import { printPage } from './print.js';
import { PROOF } from './result.js';

/** @typedef {import('./app.js').App} App */

const NAME = 'naam';

/** @param {App} app */
export function mountProof(app) {
  const page = find(`[data-lesson="${PROOF}"]`);
  const name = /** @type {HTMLInputElement} */ (find('[data-proof-name]', page));
  name.value = app.learnerName || app.notes.read(NAME);
  name.readOnly = app.learnerName !== '';
  find('[data-proof-ask]', page).hidden = app.learnerName !== '';
  if (!app.notes.kept) find('[data-kept]', page).textContent = 'Je naam wordt niet bewaard: vul hem in en druk meteen af.';
  name.addEventListener('input', () => app.notes.write(NAME, name.value.trim()));
  find('[data-proof-print]', page).addEventListener('click', () => printPage(window, find('[data-print-hint]', page)));
  app.follow(() => {
    const passed = isPassed(app.course, app.state());
    find('[data-proof-open]', page).hidden = passed;
    find('[data-proof-bar]', page).hidden = !passed;
    find('[data-proof-sheet]', page).hidden = !passed;
    if (!passed) return;
    const dates = countingIn(app.course, app.state()).map((assessment) => passedOn(app.state(), assessment)?.getTime() ?? 0);
    find('[data-proof-date]', page).textContent = inWords(new Date(Math.max(...dates)));
    find('[data-proof-score]', page).textContent = `${scoreOf(app.course, app.state())} van de 100`;
    const minutes = slot(app.state(), 'course').minutes ?? 0;
    find('[data-proof-time]', page).textContent = minutes > 0 ? duration(minutes) : `ongeveer ${app.course.minutes} minuten`;
  });
}

/** @param {number} minutes */
function duration(minutes) {
  if (minutes < 60) return `${minutes} ${minutes === 1 ? 'minuut' : 'minuten'}`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} uur${rest ? ` en ${rest} ${rest === 1 ? 'minuut' : 'minuten'}` : ''}`;
}
