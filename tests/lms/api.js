/**
 * The API object of one launch: state, values, checks and errors (RTE 3.3). What differs between LMSs is asked of the
 * profile; what must be kept is handed to `store`.
 */
import { exposeApi } from './calls.js';
import { ERRORS } from './errors.js';
import { childrenOf, ELEMENTS, generic, resolve } from './datamodel.js';
import { isFeedback } from './feedback.js';

/** @typedef {import('./types.js').Api} Api */
/** @typedef {import('./types.js').Call} Call */
/** @typedef {import('./types.js').Values} Values */
/** @typedef {import('./types.js').Session} Session */

/**
 * @param {object} given
 * @param {import('./types.js').Profile} given.profile
 * @param {Session} given.session
 * @param {(sent: Values, finished: boolean) => void} given.store
 * @param {(call: Omit<Call, 'time' | 'launch'>) => void} given.record
 * @param {import('./types.js').Profile['answer']} given.intercept  for tests: outside the profile's own answer
 * @returns {Api}
 */
export function createApi({ profile, session, store, record, intercept }) {
  /** What the server is thought to hold, so that a commit sends changes only. @type {Values} */
  const sent = new Map(session.values);
  const counts = countLists(session.values);

  /** @param {string} error @template T @param {T} answer @returns {T} */
  const fail = (error, answer) => {
    session.error = error;
    return answer;
  };

  /** @param {boolean} finished */
  function send(finished) {
    /** @type {Values} */
    const changed = new Map([...session.values].filter(([name, value]) => sent.get(name) !== value));
    const delivery = profile.deliver(changed, session);
    if (delivery === 'stored') store(changed, finished);
    if (delivery !== 'refused' || profile.forgetsUnsent) for (const [name, value] of changed) sent.set(name, value);
    return delivery === 'refused' ? fail('101', 'false') : 'true';
  }

  session.send = () => send(false);

  /** @type {Record<string, (...args: any[]) => unknown>} */
  const functions = {
    LMSInitialize(parameter) {
      if (parameter !== '') return fail('201', 'false');
      if (session.state === 'running') return fail('101', 'false');
      if (session.state === 'finished' && !profile.initialisesAgain) return fail('101', 'false');
      session.state = 'running';
      return 'true';
    },

    LMSFinish(parameter) {
      if (parameter !== '') return fail('201', 'false');
      if (session.state !== 'running') return fail('301', 'false');
      profile.finish(session);
      session.state = 'finished';
      return send(true);
    },

    LMSCommit(parameter) {
      if (parameter !== '') return fail('201', 'false');
      if (session.state !== 'running') return fail('301', 'false');
      return send(false);
    },

    LMSGetValue(written) {
      if (session.state !== 'running') return fail('301', '');
      const meaning = resolve(written);
      if (meaning.kind === 'unknown') return fail(meaning.error, '');
      if (meaning.kind === 'version') return '3.4';
      if (!isImplemented(profile, meaning.name)) return fail('401', '');
      if (meaning.kind === 'element' && meaning.element.access === 'write') return fail('404', '');
      if (meaning.lists.some(({ list, index }) => index >= (counts.get(list) ?? 0))) {
        return profile.readsBeyondLists ? '' : fail('201', '');
      }
      if (meaning.kind === 'count') return String(counts.get(meaning.list) ?? 0);
      if (meaning.kind === 'children') return implementedChildren(profile, meaning.name.slice(0, -'._children'.length));
      return session.values.get(written) ?? '';
    },

    LMSSetValue(written, given) {
      if (session.state !== 'running') return fail('301', 'false');
      const meaning = resolve(written);
      if (meaning.kind === 'unknown') return fail(isKeyword(written) ? '402' : meaning.error, 'false');
      if (meaning.kind === 'version') return fail('402', 'false');
      if (!isImplemented(profile, meaning.name)) return fail('401', 'false');
      if (meaning.kind !== 'element') return fail('402', 'false');
      const { element, lists } = meaning;
      if (element.access === 'read') return fail('403', 'false');
      // "The SCO shall not skip array numbers" (RTE 3.4.2): an index is an existing one or the next.
      if (lists.some(({ list, index }) => index > (counts.get(list) ?? 0))) return fail('201', 'false');
      if (profile.wantsIdFirst && lists.length > 0 && !hasId(session.values, written, lists[0])) return fail('201', 'false');
      if (typeof given !== 'string' && !profile.takesAnyType) return fail('405', 'false');
      const value = written === 'cmi.comments' ? (session.values.get(written) ?? '') + given : String(given);
      const type = lists.length > 0 ? session.values.get(`${lists[0].list}.${lists[0].index}.type`) : undefined;
      if (!profile.accepts(element, value, type)) return fail('405', 'false');
      if (profile.fitsTypes && element.name === 'cmi.interactions.n.type' &&
        !isFitting(value, session.values, lists[0])) return fail('405', 'false');
      for (const { list, index } of lists) counts.set(list, Math.max(counts.get(list) ?? 0, index + 1));
      session.values.set(written, value);
      return 'true';
    },

    LMSGetLastError: () => session.error,
    LMSGetErrorString: (code) => ERRORS[String(code)] ?? '',
    LMSGetDiagnostic: (code) => ERRORS[code === '' ? session.error : String(code)] ?? '',
  };

  return exposeApi(functions, { session, answer: profile.answer, intercept, record });
}

/** @param {Values} values @returns {Map<string, number>} full name of a list → how many members */
export function countLists(values) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of values.keys()) {
    const meaning = resolve(name);
    if (meaning.kind !== 'element') continue;
    for (const { list, index } of meaning.lists) counts.set(list, Math.max(counts.get(list) ?? 0, index + 1));
  }
  return counts;
}

/** Does the member have its id, or is that what is being set? @param {Values} values @param {string} written
 * @param {import('./datamodel.js').Place} place */
const hasId = (values, written, { list, index }) => {
  const id = `${list}.${index}.id`;
  return written === id || values.has(id);
};

/** Would the response and the right answers that are there be taken with this type too? @param {string} type
 * @param {Values} values @param {import('./datamodel.js').Place} place */
const isFitting = (type, values, { list, index }) => [...values].every(([name, value]) => {
  const [, use] = name.startsWith(`${list}.${index}.`) ? /\.(?:student_)?(response|pattern)$/.exec(name) ?? [] : [];
  return use === undefined || isFeedback(type, /** @type {'response' | 'pattern'} */ (use), value);
});

/** @param {unknown} written */
const isKeyword = (written) => typeof written === 'string' && /\._(children|count|version)$/.test(written);

/** A group is there when one of its elements is. @param {import('./types.js').Profile} profile @param {string} name */
function isImplemented(profile, name) {
  const group = name.replace(/\._(children|count)$/, '');
  return ELEMENTS.some((element) =>
    (element.name === group || element.name.startsWith(`${group}.`)) && profile.implemented(element));
}

/** @param {import('./types.js').Profile} profile @param {string} group */
function implementedChildren(profile, group) {
  const children = childrenOf(group) ?? [];
  const base = generic(group);
  return children.filter((child) => isImplemented(profile, `${base}.${child}`)
    || isImplemented(profile, `${base}.n.${child}`)).join(',');
}
