/**
 * The SCORM 1.2 data model (RTE 3.4.4) as a table, and the reading of element names.
 *
 * `n` stands for an index. Groups, lists and their keywords follow from the table.
 */
import * as format from './formats.js';
import { isFeedback } from './feedback.js';

/** @typedef {'read' | 'write' | 'both'} Access  as the content sees it */

/**
 * @typedef {object} Element
 * @property {string} name        with n for each index, such as 'cmi.objectives.n.score.raw'
 * @property {Access} access
 * @property {boolean} mandatory  every LMS has it
 * @property {(value: string, interactionType?: string) => boolean} accepts
 */

const M = true;
const O = false;

/** @type {[name: string, access: Access, mandatory: boolean, accepts: Element['accepts']][]} */
const TABLE = [
  ['cmi.core.student_id', 'read', M, format.CMIIdentifier],
  ['cmi.core.student_name', 'read', M, format.CMIString255],
  ['cmi.core.lesson_location', 'both', M, format.CMIString255],
  ['cmi.core.credit', 'read', M, format.Credit],
  ['cmi.core.lesson_status', 'both', M, format.LessonStatus],
  ['cmi.core.entry', 'read', M, format.Entry],
  ['cmi.core.score.raw', 'both', M, format.Score],
  ['cmi.core.score.min', 'both', O, format.Score],
  ['cmi.core.score.max', 'both', O, format.Score],
  ['cmi.core.total_time', 'read', M, format.CMITimespan],
  ['cmi.core.lesson_mode', 'read', O, format.Mode],
  ['cmi.core.exit', 'write', M, format.Exit],
  ['cmi.core.session_time', 'write', M, format.CMITimespan],
  ['cmi.suspend_data', 'both', M, format.CMIString4096],
  ['cmi.launch_data', 'read', M, format.CMIString4096],
  ['cmi.comments', 'both', O, format.CMIString4096],
  ['cmi.comments_from_lms', 'read', O, format.CMIString4096],
  ['cmi.objectives.n.id', 'both', O, format.CMIIdentifier],
  ['cmi.objectives.n.score.raw', 'both', O, format.Score],
  ['cmi.objectives.n.score.min', 'both', O, format.Score],
  ['cmi.objectives.n.score.max', 'both', O, format.Score],
  ['cmi.objectives.n.status', 'both', O, format.ObjectiveStatus],
  ['cmi.student_data.mastery_score', 'read', O, format.Score],
  ['cmi.student_data.max_time_allowed', 'read', O, format.CMITimespan],
  ['cmi.student_data.time_limit_action', 'read', O, format.TimeLimitAction],
  ['cmi.student_preference.audio', 'both', O, format.between(format.CMISInteger, -1, 100)],
  ['cmi.student_preference.language', 'both', O, format.CMIString255],
  ['cmi.student_preference.speed', 'both', O, format.between(format.CMISInteger, -100, 100)],
  ['cmi.student_preference.text', 'both', O, format.between(format.CMISInteger, -1, 1)],
  ['cmi.interactions.n.id', 'write', O, format.CMIIdentifier],
  ['cmi.interactions.n.objectives.n.id', 'write', O, format.CMIIdentifier],
  ['cmi.interactions.n.time', 'write', O, format.CMITime],
  ['cmi.interactions.n.type', 'write', O, format.InteractionType],
  ['cmi.interactions.n.correct_responses.n.pattern', 'write', O, (value, type) => isFeedback(type, 'pattern', value)],
  ['cmi.interactions.n.weighting', 'write', O, format.CMIDecimal],
  ['cmi.interactions.n.student_response', 'write', O, (value, type) => isFeedback(type, 'response', value)],
  ['cmi.interactions.n.result', 'write', O, format.Result],
  ['cmi.interactions.n.latency', 'write', O, format.CMITimespan],
];

/** @type {readonly Element[]} */
export const ELEMENTS = TABLE.map(([name, access, mandatory, accepts]) => ({ name, access, mandatory, accepts }));

const byName = new Map(ELEMENTS.map((element) => [element.name, element]));

/** Lists, by their names: a name followed by `.n`. @type {ReadonlySet<string>} */
export const LISTS = new Set(ELEMENTS.flatMap(({ name }) =>
  [...name.matchAll(/\.n(?=\.)/g)].map(({ index }) => name.slice(0, index))));

/** Groups with their children in the order of the table; a list's children are those of its members. */
const groups = (() => {
  /** @type {Map<string, string[]>} */
  const children = new Map();
  for (const { name } of ELEMENTS) {
    const parts = name.split('.').filter((part) => part !== 'n');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const group = parts.slice(0, depth).join('.');
      const list = children.get(group) ?? [];
      if (!list.includes(parts[depth])) list.push(parts[depth]);
      children.set(group, list);
    }
  }
  return children;
})();

/**
 * @param {string} group  such as 'cmi.core' or 'cmi.objectives.n.score'
 * @returns {string[] | undefined}
 */
export const childrenOf = (group) => groups.get(group.replace(/\.n(?=\.|$)/g, ''));

/** The RTE gives `_count` to every list but `_children` not to the two lists inside an interaction. */
const childless = new Set(['cmi.interactions.n.objectives', 'cmi.interactions.n.correct_responses']);

/**
 * What an element name means.
 * @typedef {{kind: 'element', name: string, element: Element, lists: Place[]}
 *   | {kind: 'children', name: string, lists: Place[]}
 *   | {kind: 'count', name: string, list: string, lists: Place[]}
 *   | {kind: 'version', name: string, lists: Place[]}
 *   | {kind: 'unknown', error: string}} Meaning
 *
 * A list that the name goes through: its own full name and the index in it.
 * @typedef {{list: string, index: number}} Place
 */

/**
 * Errors of names that mean nothing: 401 for another data model than cmi, 202 for the children of an element, 203 for the
 * count of what is no list, 201 for the rest (RTE 3.3.4).
 * @param {unknown} written
 * @returns {Meaning}
 */
export function resolve(written) {
  if (typeof written !== 'string' || written === '') return { kind: 'unknown', error: '201' };
  const parts = written.split('.');
  if (parts[0] !== 'cmi') return { kind: 'unknown', error: '401' };
  if (parts.includes('n')) return { kind: 'unknown', error: '201' };
  if (written === 'cmi._version') return { kind: 'version', name: written, lists: [] };

  /** @type {Place[]} */
  const lists = [];
  const name = parts.map((part, at) => {
    const list = parts.slice(0, at).join('.');
    if (!/^(0|[1-9]\d*)$/.test(part) || !LISTS.has(generic(list))) return part;
    lists.push({ list, index: Number(part) });
    return 'n';
  }).join('.');

  const element = byName.get(name);
  if (element) return { kind: 'element', name, element, lists };

  const owner = name.slice(0, name.lastIndexOf('.'));
  if (name.endsWith('._children')) {
    if (childrenOf(owner) && !owner.endsWith('.n') && !childless.has(owner)) return { kind: 'children', name, lists };
    return { kind: 'unknown', error: byName.has(owner) ? '202' : '201' };
  }
  if (name.endsWith('._count')) {
    if (LISTS.has(owner)) return { kind: 'count', name, list: written.slice(0, -'._count'.length), lists };
    return { kind: 'unknown', error: byName.has(owner) || childrenOf(owner) ? '203' : '201' };
  }
  return { kind: 'unknown', error: '201' };
}

/** @param {string} name @returns {string} the name with n for each index */
export const generic = (name) => name.replace(/\.\d+(?=\.|$)/g, '.n');
