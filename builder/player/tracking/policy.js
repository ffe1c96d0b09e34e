/**
 * What is written to the LMS, and in which order. Pure: from what it has and what it should have to the steps between.
 *
 * Order: score → objectives → interactions → incomplete → location, exit, suspend_data → completed → session_time →
 * commit. After any number of steps the LMS holds something true: never "passed" without a score, never a final status
 * of itself. The state comes after the details, as it says that they were told, and before a final status, as that may
 * be the end of writing.
 */

import { scoreText } from '../scorm/formats.js';
import { differently } from './again.js';

/** @typedef {import('../types.js').Snapshot} Snapshot */
/** @typedef {import('../types.js').ObjectiveRecord} ObjectiveRecord */
/** @typedef {import('../types.js').InteractionRecord} InteractionRecord */
/** @typedef {{element: string, value: string, passing?: boolean} | 'commit'} Step  passing: not its right value yet */

/**
 * @typedef {object} Context
 * @property {'normal' | 'review' | 'browse'} mode
 * @property {boolean} credit         no-credit: progress is kept, but nothing that counts is written
 * @property {'passed' | 'completed'} endsWith
 * @property {import('../types.js').Resume['status']} status  the best that the LMS has had, as far as we know
 * @property {number | null} score    the best that the LMS has had
 * @property {boolean} acted          the state may be written: the learner did something, or it was restored
 * @property {number} interactions    how many the LMS has
 * @property {boolean} named            their ids are surely right
 * @property {(element: string) => boolean} supports
 * @property {readonly {element: string, value: string}[]} again
 *   to send a second time, with their right values: a little different first
 * @property {string} stateInPassing
 *   goes with what is a little different, '' for none: should that arrive last, as beacons may, then the next start
 *   knows it by this state (work.js) and sends everything anew
 * @property {string} sessionTime
 * @property {boolean} always         commit even when only the time changed
 * @property {boolean} urgent         the page may be gone soon
 */

const STATUS = 'cmi.core.lesson_status';
const EXIT = 'cmi.core.exit';
const STATE = 'cmi.suspend_data';
/** Status only rises. A `failed` that an LMS made of an open attempt stays until there is something better. */
const RANK = { '': 0, 'not attempted': 0, browsed: 0, incomplete: 1, failed: 1, completed: 2, passed: 3 };

/** @param {Context['status']} one @param {Context['status']} other */
export const higher = (one, other) => (RANK[other] > RANK[one] ? other : one);

/** @param {Context['status']} one @param {Context['status']} other */
export const lower = (one, other) => (RANK[other] < RANK[one] ? other : one);

/** Did nobody say anything yet? @param {Context['status']} status */
export const isUnset = (status) => status === '' || status === 'not attempted';

/** May the learner go on, or is all done? @param {Context['status']} status */
export const isDone = (status) => RANK[status] >= RANK.completed;

/**
 * @param {ReadonlyMap<string, string>} written  element → value, what the LMS was told in this session
 * @param {Snapshot | null} snapshot  null before the course stands
 * @param {Context} context
 * @returns {Step[]}
 */
export function plan(written, snapshot, context) {
  if (context.mode !== 'normal') return [];
  const repeated = context.again.flatMap(({ element, value }) => {
    const other = differently(element, value);
    return other === null || !context.supports(element) ? [] : [{ element, value: other, passing: true }];
  });
  if (repeated.length > 0 && context.stateInPassing !== '' && context.supports(STATE)) {
    repeated.push({ element: STATE, value: context.stateInPassing, passing: true });
  }
  const held = new Map(written);
  for (const { element, value } of repeated) held.set(element, value);
  // A status that perhaps never arrived is gone through from below.
  const unsure = context.again.some(({ element }) => element === STATUS);
  const status = unsure ? 'incomplete' : context.status;
  if (unsure) held.set(STATUS, status);

  /** @param {{element: string, value: string}} step */
  const isNews = ({ element, value }) => held.get(element) !== value && context.supports(element);
  const first = statusStep(snapshot, status, context);
  const steps = [
    ...(snapshot && context.credit ? [
      ...scoreSteps(snapshot, context),
      ...objectiveSteps(snapshot.objectives),
      ...interactionSteps(held, snapshot, context),
    ] : []),
    ...first.filter(({ value }) => value === 'incomplete'),
    ...progressSteps(snapshot, higher(status, wanted(snapshot, context)), context),
    ...first.filter(({ value }) => value !== 'incomplete').slice(0, 1),
  ].filter(isNews);
  if (steps.length === 0 && repeated.length === 0 && !context.always) return [];
  const covered = new Set(steps.map(({ element }) => element));
  const differing = new Set(repeated.map(({ element }) => element));
  const restored = context.again.filter(({ element }) => differing.has(element) && !covered.has(element));

  const time = [{ element: 'cmi.core.session_time', value: context.sessionTime }].filter(isNews);
  // Otherwise it waits until the first step is confirmed: should that get lost, `passed` would stand without a score.
  const second = context.urgent ? first.slice(1).filter(isNews) : [];
  return [
    ...repeated, ...(repeated.length > 0 ? [COMMIT] : []),
    ...restored, ...steps, ...time, COMMIT,
    ...second, ...(second.length > 0 ? [COMMIT] : []),
  ];
}

/**
 * What an LMS that has the state of `snapshot` was told with it, in an earlier session. Lists that it does not keep over
 * sessions count as not told.
 * @param {Snapshot} snapshot
 * @param {{score: number | null, objectives: number, interactions: number}} held  score and lengths in the LMS
 * @returns {{element: string, value: string}[]}
 */
export function alreadyTold(snapshot, { score, objectives, interactions }) {
  const text = scoreText(snapshot.score);
  return [
    ...(text !== '' && text === scoreText(score) ? scoreOf('cmi.core.score', text) : []),
    ...objectiveSteps(snapshot.objectives.slice(0, objectives)),
    ...snapshot.interactions.filter(({ index }) => index < interactions).flatMap(interactionParts),
  ];
}

/**
 * Does the course know of something that counts and that the LMS does not have? After a crash it may.
 * @param {Snapshot} snapshot @param {Pick<Context, 'status' | 'score' | 'endsWith' | 'credit'>} context
 */
export function isOwed(snapshot, context) {
  const better = Number(scoreText(snapshot.score)) > Number(scoreText(context.score));
  return context.credit && (better || RANK[wanted(snapshot, context)] > RANK[context.status]);
}

/** @type {'commit'} */
const COMMIT = 'commit';

/** @param {Snapshot | null} snapshot @param {Pick<Context, 'endsWith' | 'credit'>} context @returns {'incomplete' | 'completed' | 'passed'} */
function wanted(snapshot, { endsWith, credit }) {
  if (!snapshot || !credit) return 'incomplete';
  return snapshot.status === 'passed' ? endsWith : snapshot.status;
}

/**
 * One step up, or two: `completed` gets a commit of its own before `passed`, because a school may have ticked only one
 * of the two (Moodle: "status required"), and the LMS acts on what is committed.
 * @param {Snapshot | null} snapshot @param {Context['status']} status @param {Context} context
 */
function statusStep(snapshot, status, context) {
  const aim = wanted(snapshot, context);
  const path = aim === 'passed' ? /** @type {const} */ (['completed', 'passed']) : [aim];
  // 'incomplete' is said once a session: an LMS may read back as incomplete what nobody ever set (Open edX does).
  return path.filter((value) => RANK[value] > RANK[status] || (value === 'incomplete' && status === 'incomplete'))
    .map((value) => ({ element: STATUS, value }));
}

/** Never an empty score: an LMS makes 0 of it. @param {Snapshot} snapshot @param {Context} context */
function scoreSteps({ score }, context) {
  const text = scoreText(score);
  if (text === '' || Number(text) < Number(scoreText(context.score))) return [];
  return scoreOf('cmi.core.score', text);
}

/** @param {string} element @param {string} raw */
const scoreOf = (element, raw) => [
  { element: `${element}.min`, value: '0' }, { element: `${element}.max`, value: '100' }, { element: `${element}.raw`, value: raw },
];

/** Those up to the last one that was begun: an LMS wants no gaps. @param {ObjectiveRecord[]} objectives */
function objectiveSteps(objectives) {
  const begun = (/** @type {ObjectiveRecord} */ { score, status }) => score !== null || status !== 'not attempted';
  const last = objectives.map(begun).lastIndexOf(true);
  return objectives.slice(0, last + 1).flatMap((objective, index) => {
    const element = `cmi.objectives.${index}`;
    const raw = scoreText(objective.score);
    return [
      { element: `${element}.id`, value: objective.id },
      ...(raw === '' ? [] : scoreOf(`${element}.score`, raw)),
      ...(begun(objective) ? [{ element: `${element}.status`, value: objective.status }] : []),
    ];
  });
}

/**
 * Each question has its own index, the same for every learner: reports make a column of an index. Indexes before the
 * first that the LMS does not have get their id, because an LMS refuses gaps (RTE 3.4.4, cmi.interactions). Where ids
 * may be wrong, all that the LMS has are named anew.
 * @param {ReadonlyMap<string, string>} held @param {Snapshot} snapshot @param {Context} context
 */
function interactionSteps(held, { interactions, interactionIds }, context) {
  let next = context.named ? context.interactions : 0;
  /** @param {number} end */
  const namesUntil = (end) => interactionIds.slice(next, end)
    .map((id, offset) => ({ element: `cmi.interactions.${next + offset}.id`, value: id }));
  const told = interactions.filter((record) => !isTold(held, record)).flatMap((record) => {
    const gap = namesUntil(record.index);
    next = Math.max(next, record.index + 1);
    return [...gap, ...interactionParts(record)];
  });
  return [...told, ...namesUntil(context.interactions)];
}

/**
 * The parts of a record, type before anything that is judged by it (RTE table 3.2).
 * @param {InteractionRecord} record
 */
export function interactionParts(record) {
  const element = `cmi.interactions.${record.index}`;
  return [
    ['id', record.id], ['type', record.type], ['objectives.0.id', record.objective], ['time', record.time],
    ['correct_responses.0.pattern', record.pattern], ['weighting', record.weighting],
    ['student_response', record.response], ['result', record.result], ['latency', record.latency],
  ].filter(([, value]) => value !== '').map(([part, value]) => ({ element: `${element}.${part}`, value }));
}

/** The same answer is the same, whenever and however fast it was given. @param {ReadonlyMap<string, string>} held @param {InteractionRecord} record */
const isTold = (held, record) => interactionParts(record)
  .every(({ element, value }) => /\.(time|latency)$/.test(element) || held.get(element) === value);

/** @param {Snapshot | null} snapshot @param {Context['status']} status @param {Context} context */
function progressSteps(snapshot, status, { acted }) {
  const work = acted ? snapshot : null;
  return [
    { element: 'cmi.core.lesson_location', value: work?.location ?? '' },
    { element: EXIT, value: isDone(status) ? '' : 'suspend' },
    { element: STATE, value: work?.state ?? '' },
    // An LMS may ignore '' or take it for something else, so only exit is ever emptied: there '' means a normal end.
  ].filter(({ element, value }) => value !== '' || element === EXIT);
}
