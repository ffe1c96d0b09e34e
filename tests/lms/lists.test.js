/** Members of lists in the strict LMS: in which order they and their elements may come (RTE 3.4.2 and 3.4.4). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLms } from './lms.js';
import { PROFILES } from './profiles/index.js';

/** @param {import('./types.js').Profile} [profile] @param {import('./lms.js').Lms} [lms] */
function start(profile, lms = createLms({ profile })) {
  const { API } = lms.launch();
  API.LMSInitialize('');
  /** @param {string} element @param {string} value @returns {string} the answer, with the error if there is one */
  const set = (element, value) => {
    const answer = String(API.LMSSetValue(element, value));
    return answer === 'true' ? answer : `${answer} ${API.LMSGetLastError()}`;
  };
  return { API, lms, set };
}

/** Elements of a first member, with a value that is right. */
const ELEMENTS = {
  'cmi.interactions.0.objectives.0.id': 'LD1', 'cmi.interactions.0.time': '12:00:00', 'cmi.interactions.0.type': 'choice',
  'cmi.interactions.0.weighting': '1', 'cmi.interactions.0.result': 'correct', 'cmi.interactions.0.latency': '00:00:05',
  'cmi.objectives.0.score.raw': '50', 'cmi.objectives.0.score.min': '0', 'cmi.objectives.0.score.max': '100',
  'cmi.objectives.0.status': 'incomplete',
};

for (const [element, value] of Object.entries(ELEMENTS)) {
  test(`${element} before the id of its member is refused (201), and makes no member`, () => {
    const { API, set } = start();
    const [member] = /** @type {RegExpExecArray} */ (/^cmi\.\w+\.0/.exec(element));
    assert.equal(set(element, value), 'false 201');
    assert.equal(API.LMSGetValue(`${member.slice(0, -2)}._count`), '0');
    assert.equal(set(`${member}.id`, 'naam'), 'true');
    assert.equal(set(element, value), 'true');
  });
}

test('a response or a right answer before the id is refused (201) too', () => {
  const { set } = start();
  assert.equal(set('cmi.interactions.0.student_response', 'a'), 'false 201');
  assert.equal(set('cmi.interactions.0.correct_responses.0.pattern', 'a'), 'false 201');
});

test('an id from an earlier session is an id', () => {
  const { lms, API, set } = start();
  set('cmi.interactions.0.id', 'naam');
  set('cmi.core.exit', 'suspend');
  API.LMSFinish('');
  assert.equal(start(undefined, lms).set('cmi.interactions.0.type', 'choice'), 'true');
});

test('a type may be changed as long as response and right answers fit it (405)', () => {
  for (const [element, value] of [['student_response', 'a'], ['correct_responses.0.pattern', 'a']]) {
    const { set } = start();
    set('cmi.interactions.0.id', 'naam');
    assert.equal(set('cmi.interactions.0.type', 'performance'), 'true');
    assert.equal(set('cmi.interactions.0.type', 'choice'), 'true');
    assert.equal(set(`cmi.interactions.0.${element}`, value), 'true');
    assert.equal(set('cmi.interactions.0.type', 'numeric'), 'false 405');
    assert.equal(set('cmi.interactions.0.type', 'performance'), 'true');
    assert.equal(set('cmi.interactions.0.type', 'choice'), 'true');
    assert.equal(set('cmi.interactions.0.result', 'wrong'), 'true');
    assert.equal(set('cmi.interactions.0.id', 'ander'), 'true', 'an id may still be put right');
  }
});

test('LMSs that do not look at order or types take both', () => {
  for (const name of ['moodle', 'moodle-strict', 'open-edx']) {
    const { set } = start(PROFILES[name]());
    assert.equal(set('cmi.interactions.0.type', 'choice'), 'true', name);
    assert.equal(set('cmi.interactions.0.student_response', 'a'), 'true', name);
    assert.equal(set('cmi.interactions.0.type', 'performance'), 'true', name);
    assert.equal(set('cmi.objectives.0.status', 'incomplete'), 'true', name);
  }
});
