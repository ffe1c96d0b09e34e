/** Puts the layers together. The only place that knows all of them. */

import rooms from 'blocks';
import { randomFrom } from './course/random.js';
import { decodeState } from './course/saved.js';
import { slot, withSlot } from './course/state.js';
import { createApp } from './screen/app.js';
import { mountAssessment } from './screen/assessment.js';
import { mountBar, showSaving } from './screen/bar.js';
import { mountCompletion } from './screen/completion.js';
import { all, find } from './screen/dom.js';
import { mountNavigation } from './screen/navigation.js';
import { createNotes } from './screen/notes.js';
import { showFreshStart, showNotice } from './screen/notice.js';
import { mountPractice } from './screen/practice.js';
import { mountPrint } from './screen/print.js';
import { mountProof } from './screen/proof.js';
import { mountRefresher } from './screen/refresher.js';
import { mountReference } from './screen/reference.js';
import { mountSheets } from './screen/sheets.js';
import { mountStart } from './screen/start.js';
import { mountWords } from './screen/words.js';
import { revisionOf } from './state/codec.js';
import { browserPorts } from './tracking/browser.js';
import { attachLifecycle } from './tracking/lifecycle.js';
import { createTime } from './tracking/time.js';
import { createTracker } from './tracking/tracker.js';

/** @typedef {import('./types.js').QuestionType} QuestionType */
/** @typedef {import('./types.js').BlockBehaviour} BlockBehaviour */

const PROBE = { url: 'online.txt', content: 'eenzaamheid: online\n' };
const MINUTE = 60_000;
const PATIENCE = 400;

document.documentElement.classList.add('js');

/** @returns {Record<string, QuestionType>} */
function questionTypes() {
  return Object.fromEntries(rooms.flatMap((room) => ('type' in room ? [[room.type, room]] : [])));
}

/** The letters of an answer come from the saved state's own order of ids. @param {import('./course/data.js').CourseData} course */
function addCodes(course) {
  const fields = new Map(course.layout.slots.flatMap((entry) => (typeof entry === 'number' ? [] : [[entry[0], entry[1]]])));
  for (const question of course.questions) {
    const field = fields.get(`question/${question.id}`)?.find(([name]) => name === 'now');
    question.codes = field?.[4] ?? [];
    question.targets = field?.[5] ?? [];
  }
}

async function start() {
  /** @type {import('./course/data.js').CourseData} */
  const course = JSON.parse(find('[data-course]').textContent ?? '');
  addCodes(course);
  const ports = browserPorts(window, { course: `${course.id}-${course.edition}`, probe: PROBE });
  const tracker = createTracker(ports, {
    course: course.id,
    edition: course.edition,
    endsWith: course.endsWith,
    revisionOf: (text) => revisionOf(course.layout, text),
  });
  const time = createTime(ports.monotonic);
  attachLifecycle(window, {
    ...tracker,
    activity() { time.activity(); tracker.activity(); },
    hide() { time.hide(); tracker.hide(); },
    show() { time.show(); tracker.show(); },
  });
  // The search for a slow LMS must not leave the learner with an empty page.
  setTimeout(() => { document.documentElement.dataset.waiting = 'true'; }, PATIENCE);
  const resume = await tracker.start();
  const { state, reason } = openState(course, resume.state);
  const readOnly = resume.mode !== 'normal';

  const before = /** @type {number} */ (slot(state, 'course').minutes ?? 0);
  const app = createApp({
    course,
    types: questionTypes(),
    state,
    retell: resume.retell,
    changed: () => tracker.changed(),
    now: () => new Date(),
    readOnly,
    learnerName: resume.learnerName,
    notes: createNotes(ports.storage, resume.owner),
  });
  mountBar(app);
  mountStart(app);
  mountCompletion(app);
  mountQuestions(app);
  mountProof(app);
  mountWords();
  mountPrint(window);
  mountSheets(window);
  mountReference(app);
  enhanceBlocks(app);
  const location = slot(state, 'course').location ?? resume.location;
  mountNavigation(app, window, String(location || ''));
  if (reason) showFreshStart(reason);

  // Only now: what opening the page changed by itself must not write over what the LMS holds.
  tracker.follow((revision) => {
    const minutes = Math.min(before + Math.floor(time.elapsed() / MINUTE), 1023);
    return app.describe(revision, minutes);
  });
  tracker.onHealth((health) => {
    showSaving(health);
    showNotice(health, () => tracker.retry());
  });
  document.documentElement.dataset.ready = 'true';
}

/**
 * @param {import('./course/data.js').CourseData} course
 * @param {string} text
 * @returns {{state: import('./course/state.js').State, reason: 'damaged' | 'newer' | 'other-edition' | null}}
 */
function openState(course, text) {
  const decoded = decodeState(course.layout, text);
  if (decoded.ok) {
    const { edition } = slot(decoded.state, 'course');
    if (!edition || edition === course.edition) return { state: decoded.state, reason: null };
  }
  const random = randomFrom(Math.floor(Math.random() * 2 ** 32));
  const sector = course.sectors.length === 1 ? course.sectors[0] : null;
  const fresh = withSlot(new Map(), 'course', { seed: 1 + Math.floor(random() * 65_534), edition: course.edition, sector });
  if (decoded.ok) return { state: fresh, reason: 'other-edition' };
  return { state: fresh, reason: decoded.reason === 'empty' ? null : decoded.reason };
}

/** @param {import('./screen/app.js').App} app */
function mountQuestions(app) {
  const pool = /** @type {HTMLTemplateElement} */ (find('[data-pool]')).content;
  const form = (/** @type {string} */ id) => /** @type {HTMLElement} */ (find(`[data-question="${id}"]`, pool).cloneNode(true));
  const questions = new Map(app.course.questions.map((question) => [question.id, question]));
  for (const root of all('[data-question]')) {
    const question = questions.get(root.dataset.question ?? '');
    if (question) mountPractice(app, root, question);
  }
  for (const root of all('[data-assessment]')) {
    const assessment = app.course.assessments.find(({ id }) => id === root.dataset.assessment);
    if (assessment) mountAssessment(app, root, assessment, form);
  }
  mountRefresher(app, form);
}

/** @param {import('./screen/app.js').App} app */
function enhanceBlocks(app) {
  for (const room of rooms) {
    if (!('block' in room)) continue;
    for (const root of all(`[data-block="${room.block}"]`)) room.enhance(root, app.notes);
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
