/**
 * The strict LMS against the SCORM 1.2 RTE, element by element. The tables below are written from the RTE, not taken from
 * the LMS: access rights and data types from the table in 3.4.1 and the texts of 3.4.4 and 3.4.5.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLms } from './lms.js';
import { ELEMENTS } from './datamodel.js';

/** @param {import('./types.js').Course} [course] */
function running(course) {
  const lms = createLms({ course, now: () => 0 });
  const { API } = lms.launch();
  assert.equal(API.LMSInitialize(''), 'true');
  return { lms, API };
}

/** A session in which the first members of the lists have their ids, but for the one that is asked about. @param {string} [asked] */
function named(asked = '') {
  const session = running();
  for (const id of ['cmi.objectives.0.id', 'cmi.interactions.0.id']) if (id !== asked) session.API.LMSSetValue(id, 'naam');
  return session;
}

const status = ['passed', 'completed', 'failed', 'incomplete', 'browsed'];
const notStatus = ['not attempted', 'Passed', 'complete', 'unknown', '', ' passed'];
const scores = ['0', '100', '56.5', '7', ''];
const notScores = ['-1', '101', '100.01', '1e1', '5,5', 'abc', '.5', '5.', '+5', ' 5', '50%'];
const timespans = ['00:00:00', '0000:00:00.00', '9999:59:59.99', '12:34:56.7', '123:00:00'];
const notTimespans = ['0:00:00', '00:00', '00:60:00', '00:00:60', '00:00:00.123', '10000:00:00', '-1:00:00', '', 'PT5M'];
const identifiers = ['LD1', 'vraag-1', 'a.b_c', '1', 'x'.repeat(255)];
const notIdentifiers = ['', 'a b', 'vraag-é', 'a\tb', 'x'.repeat(256)];

/** Elements that content may set: values that must be taken, values that must be refused with 405. */
const WRITABLE = {
  'cmi.core.lesson_location': [['', 'x', 'é'.repeat(255)], ['x'.repeat(256)]],
  'cmi.core.lesson_status': [status, notStatus],
  'cmi.core.score.raw': [scores, notScores],
  'cmi.core.score.min': [scores, notScores],
  'cmi.core.score.max': [scores, notScores],
  'cmi.core.exit': [['time-out', 'suspend', 'logout', ''], ['normal', 'Suspend', 'time_out', ' ']],
  'cmi.core.session_time': [timespans, notTimespans],
  'cmi.suspend_data': [['', 'x'.repeat(4096), 'a"<&\n'], ['x'.repeat(4097)]],
  'cmi.objectives.0.id': [identifiers, notIdentifiers],
  'cmi.objectives.0.score.raw': [scores, notScores],
  'cmi.objectives.0.score.min': [scores, notScores],
  'cmi.objectives.0.score.max': [scores, notScores],
  'cmi.objectives.0.status': [[...status, 'not attempted'], ['Passed', 'unknown', '']],
  'cmi.student_preference.audio': [['-1', '0', '100'], ['-2', '101', '1.5', '']],
  'cmi.student_preference.language': [['', 'Nederlands', 'x'.repeat(255)], ['x'.repeat(256)]],
  'cmi.student_preference.speed': [['-100', '0', '100'], ['-101', '101', 'fast']],
  'cmi.student_preference.text': [['-1', '0', '1'], ['2', '-2', '0.5']],
  'cmi.interactions.0.id': [identifiers, notIdentifiers],
  'cmi.interactions.0.objectives.0.id': [identifiers, notIdentifiers],
  'cmi.interactions.0.time': [['00:00:00', '23:59:59', '12:00:00.5', '12:00:00.55'],
    ['24:00:00', '1:00:00', '12:60:00', '12:00:60', '12:00', '12:00:00.555', '']],
  'cmi.interactions.0.type': [['true-false', 'choice', 'fill-in', 'matching', 'performance', 'sequencing', 'likert', 'numeric'],
    ['true_false', 'other', 'long-fill-in', 'Choice', '']],
  'cmi.interactions.0.weighting': [['1', '0', '-2', '0.25', '1000'], ['', 'one', '1,5', '1e3']],
  'cmi.interactions.0.result': [['correct', 'wrong', 'unanticipated', 'neutral', '1', '0.5', '-1'],
    ['incorrect', 'Correct', '', '1,5']],
  'cmi.interactions.0.latency': [timespans, notTimespans],
};

for (const [element, [good, bad]] of Object.entries(WRITABLE)) {
  test(`${element} takes what the RTE allows and refuses the rest with 405`, () => {
    for (const value of good) {
      const { API } = named(element);
      assert.equal(API.LMSSetValue(element, value), 'true', `${element} = ${JSON.stringify(value.slice(0, 40))}`);
      assert.equal(API.LMSGetLastError(), '0');
    }
    for (const value of bad) {
      const { API } = named(element);
      assert.equal(API.LMSSetValue(element, value), 'false', `${element} = ${JSON.stringify(value.slice(0, 40))}`);
      assert.equal(API.LMSGetLastError(), '405');
    }
  });
}

/** CMIFeedback by type of interaction: right forms and wrong ones. */
const FEEDBACK = {
  'true-false': [['t', 'f', '0', '1'], ['true', 'false', 'T', '', 'tf', '2']],
  choice: [['a', 'a,c', '9', [...'abcdefghijklmnopqrstuvwxyz0123456789'].join(',')],
    ['10', 'optie-1', 'A', 'a;c', 'a,', ',a', 'a, c', '', '{a', '{}', 'ab']],
  'fill-in': [['', 'drie', 'een zin met spaties', 'é', 'x'.repeat(255)], ['x'.repeat(256), 'twee\nregels', 'tab\there']],
  numeric: [['3', '-3.5', '0'], ['1/2', '1.234,5', '−5', '', 'drie', '3:5']],
  likert: [['a', '5'], ['10', 'eens', 'A']],
  matching: [['a.b', 'a.b,c.d', '1.a,2.b'], ['a', 'a-b', 'ab.cd', 'a.b;c.d', 'a.b,', '', '1.aa']],
  performance: [['', 'zeven stappen', 'x'.repeat(255)], ['x'.repeat(256), 'a\nb']],
  sequencing: [['a,b,c', 'a', '3,1,2'], ['abc', 'a.b', '{a,b}', '', 'A,B', '10,11']],
};

for (const [type, [good, bad]] of Object.entries(FEEDBACK)) {
  for (const element of ['cmi.interactions.0.student_response', 'cmi.interactions.0.correct_responses.0.pattern']) {
    test(`${element} of a ${type} interaction`, () => {
      for (const [values, answer, error] of /** @type {[string[], string, string][]} */ (
        [[good, 'true', '0'], [bad, 'false', '405']])) {
        for (const value of values) {
          const { API } = named();
          API.LMSSetValue('cmi.interactions.0.type', type);
          assert.equal(API.LMSSetValue(element, value), answer, `${type}: ${JSON.stringify(value.slice(0, 40))}`);
          assert.equal(API.LMSGetLastError(), error);
        }
      }
    });
  }
}

test('curly brackets, for all of it is needed, belong to a right answer and not to what the learner chose', () => {
  for (const [type, value] of [['choice', '{a,b}'], ['matching', '{a.b,c.d}']]) {
    const { API } = named();
    API.LMSSetValue('cmi.interactions.0.type', type);
    assert.equal(API.LMSSetValue('cmi.interactions.0.correct_responses.0.pattern', value), 'true');
    assert.equal(API.LMSSetValue('cmi.interactions.0.student_response', value), 'false');
    assert.equal(API.LMSGetLastError(), '405');
  }
});

test('a likert question has no right answer: its pattern may be blank, its response may not', () => {
  const { API } = named();
  API.LMSSetValue('cmi.interactions.0.type', 'likert');
  assert.equal(API.LMSSetValue('cmi.interactions.0.correct_responses.0.pattern', ''), 'true');
  assert.equal(API.LMSSetValue('cmi.interactions.0.student_response', ''), 'false');
});

test('a response before its type cannot be judged and is refused', () => {
  const { API } = running();
  API.LMSSetValue('cmi.interactions.0.id', 'vraag-1');
  assert.equal(API.LMSSetValue('cmi.interactions.0.student_response', 'a'), 'false');
  assert.equal(API.LMSGetLastError(), '405');
  assert.equal(API.LMSSetValue('cmi.interactions.0.correct_responses.0.pattern', 'a'), 'false');
});

test('a choice response of 480 characters is refused, whatever its grammar', () => {
  const { API } = named();
  API.LMSSetValue('cmi.interactions.0.type', 'choice');
  assert.equal(API.LMSSetValue('cmi.interactions.0.student_response', Array(240).fill('a').join(',')), 'false');
});

/** Elements that the LMS alone sets, with what they give at a first launch. */
const READ_ONLY = {
  'cmi.core.student_id': 'learner-1',
  'cmi.core.student_name': 'Vries, Jan de',
  'cmi.core.credit': 'credit',
  'cmi.core.entry': 'ab-initio',
  'cmi.core.total_time': '0000:00:00.00',
  'cmi.core.lesson_mode': 'normal',
  'cmi.launch_data': 'start=1',
  'cmi.comments_from_lms': 'Welkom',
  'cmi.student_data.mastery_score': '80',
  'cmi.student_data.max_time_allowed': '01:00:00',
  'cmi.student_data.time_limit_action': 'continue,no message',
};

for (const [element, value] of Object.entries(READ_ONLY)) {
  test(`${element} is read only (403)`, () => {
    const { API } = running({
      launch_data: 'start=1', comments_from_lms: 'Welkom', mastery_score: '80',
      max_time_allowed: '01:00:00', time_limit_action: 'continue,no message',
    });
    assert.equal(API.LMSGetValue(element), value);
    assert.equal(API.LMSGetLastError(), '0');
    assert.equal(API.LMSSetValue(element, value), 'false');
    assert.equal(API.LMSGetLastError(), '403');
    assert.equal(API.LMSGetValue(element), value);
  });
}

const WRITE_ONLY = ['cmi.core.exit', 'cmi.core.session_time', 'cmi.interactions.0.id', 'cmi.interactions.0.time',
  'cmi.interactions.0.type', 'cmi.interactions.0.weighting', 'cmi.interactions.0.student_response',
  'cmi.interactions.0.result', 'cmi.interactions.0.latency', 'cmi.interactions.0.objectives.0.id',
  'cmi.interactions.0.correct_responses.0.pattern'];

for (const element of WRITE_ONLY) {
  test(`${element} is write only (404)`, () => {
    const { API } = running();
    assert.equal(API.LMSGetValue(element), '');
    assert.equal(API.LMSGetLastError(), '404');
  });
}

const INITIAL = {
  'cmi.core.lesson_location': '', 'cmi.core.lesson_status': 'not attempted', 'cmi.core.score.raw': '',
  'cmi.core.score.min': '', 'cmi.core.score.max': '', 'cmi.suspend_data': '', 'cmi.comments': '',
  'cmi.student_preference.audio': '', 'cmi.student_preference.language': '', 'cmi.student_preference.speed': '',
  'cmi.student_preference.text': '',
};

test('what was never set reads as its initial value, without an error', () => {
  const { API } = running();
  for (const [element, value] of Object.entries(INITIAL)) {
    assert.equal(API.LMSGetValue(element), value, element);
    assert.equal(API.LMSGetLastError(), '0');
  }
});

test('what was set reads back, objectives included', () => {
  const { API } = running();
  const values = {
    'cmi.core.lesson_location': 'drie-soorten', 'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '80',
    'cmi.core.score.min': '0', 'cmi.core.score.max': '100', 'cmi.suspend_data': '1Ab_-', 'cmi.objectives.0.id': 'LD1',
    'cmi.objectives.0.score.raw': '50', 'cmi.objectives.0.score.min': '0', 'cmi.objectives.0.score.max': '100',
    'cmi.objectives.0.status': 'not attempted', 'cmi.student_preference.text': '1',
  };
  for (const [element, value] of Object.entries(values)) assert.equal(API.LMSSetValue(element, value), 'true', element);
  for (const [element, value] of Object.entries(values)) assert.equal(API.LMSGetValue(element), value);
});

test('cmi.comments is added to, up to 4096 characters in all', () => {
  const { API } = running();
  API.LMSSetValue('cmi.comments', 'een');
  API.LMSSetValue('cmi.comments', 'twee');
  assert.equal(API.LMSGetValue('cmi.comments'), 'eentwee');
  assert.equal(API.LMSSetValue('cmi.comments', 'x'.repeat(4090)), 'false');
  assert.equal(API.LMSGetLastError(), '405');
});

const KEYWORDS = {
  'cmi._version': '3.4',
  'cmi.core._children': 'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
  'cmi.core.score._children': 'raw,min,max',
  'cmi.objectives._children': 'id,score,status',
  'cmi.objectives._count': '0',
  'cmi.student_data._children': 'mastery_score,max_time_allowed,time_limit_action',
  'cmi.student_preference._children': 'audio,language,speed,text',
  'cmi.interactions._children': 'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
  'cmi.interactions._count': '0',
};

for (const [element, value] of Object.entries(KEYWORDS)) {
  test(`${element} is a keyword: it reads, and setting it is 402`, () => {
    const { API } = running();
    assert.equal(API.LMSGetValue(element), value);
    assert.equal(API.LMSGetLastError(), '0');
    assert.equal(API.LMSSetValue(element, value), 'false');
    assert.equal(API.LMSGetLastError(), '402');
  });
}

test('inner lists have a count, an objective has children of its score', () => {
  const { API } = running();
  API.LMSSetValue('cmi.interactions.0.id', 'vraag-1');
  assert.equal(API.LMSGetValue('cmi.interactions.0.objectives._count'), '0');
  API.LMSSetValue('cmi.interactions.0.objectives.0.id', 'LD1');
  API.LMSSetValue('cmi.interactions.0.objectives.1.id', 'LD2');
  assert.equal(API.LMSGetValue('cmi.interactions.0.objectives._count'), '2');
  API.LMSSetValue('cmi.interactions.0.type', 'choice');
  API.LMSSetValue('cmi.interactions.0.correct_responses.0.pattern', 'a');
  assert.equal(API.LMSGetValue('cmi.interactions.0.correct_responses._count'), '1');
  API.LMSSetValue('cmi.objectives.0.id', 'LD1');
  assert.equal(API.LMSGetValue('cmi.objectives.0.score._children'), 'raw,min,max');
  assert.equal(API.LMSGetValue('cmi.interactions._count'), '1');
  assert.equal(API.LMSGetValue('cmi.objectives._count'), '1');
});

test('every element of the model stands in a table of this file', () => {
  const tested = new Set([...Object.keys(WRITABLE), ...Object.keys(READ_ONLY), 'cmi.comments',
    'cmi.interactions.0.student_response', 'cmi.interactions.0.correct_responses.0.pattern']
    .map((name) => name.replace(/\.0(?=\.)/g, '.n')));
  assert.deepEqual([...tested].sort(), ELEMENTS.map(({ name }) => name).sort());
});

test('names that mean nothing', () => {
  const { API } = running();
  const gets = /** @type {const} */ ([
    ['cmi.core.student_id._children', '202'], ['cmi.suspend_data._children', '202'],
    ['cmi.core._count', '203'], ['cmi.core.lesson_status._count', '203'], ['cmi.core.score._count', '203'],
    ['cmi.core.cow', '201'], ['cmi', '201'], ['cmi.core', '201'], ['', '201'], ['cmi.objectives', '201'],
    ['cmi.objectives.-1.id', '201'], ['cmi.objectives.00.id', '201'], ['cmi.objectives.n.id', '201'],
    ['cmi.interactions.0.objectives._children', '201'], ['cmi.interactions.0._children', '201'],
    ['cmi.completion_status', '201'], ['cmi.score.scaled', '201'], ['cmi.interactions.0.learner_response', '201'],
    ['nav.event', '401'], ['adl.nav.request', '401'], ['xyz.score.result', '401'],
  ]);
  for (const [element, error] of gets) {
    assert.equal(API.LMSGetValue(element), '', element);
    assert.equal(API.LMSGetLastError(), error, element);
    assert.equal(API.LMSSetValue(element, 'x'), 'false', element);
    assert.equal(API.LMSGetLastError(), /_(children|count)$/.test(element) ? '402' : error, `set ${element}`);
  }
  assert.equal(API.LMSGetValue(/** @type {any} */ (undefined)), '');
  assert.equal(API.LMSGetLastError(), '201');
});

test('lists have no gaps: an index is an existing one or the next (201)', () => {
  const { API } = running();
  assert.equal(API.LMSSetValue('cmi.interactions.1.id', 'b'), 'false');
  assert.equal(API.LMSGetLastError(), '201');
  assert.equal(API.LMSSetValue('cmi.interactions.0.id', 'a'), 'true');
  assert.equal(API.LMSSetValue('cmi.interactions.0.objectives.1.id', 'LD2'), 'false');
  assert.equal(API.LMSGetLastError(), '201');
  assert.equal(API.LMSSetValue('cmi.interactions.1.id', 'b'), 'true');
  assert.equal(API.LMSSetValue('cmi.interactions.0.id', 'a2'), 'true');
  assert.equal(API.LMSSetValue('cmi.interactions.3.id', 'd'), 'false');
  assert.equal(API.LMSGetValue('cmi.interactions._count'), '2');
  assert.equal(API.LMSGetValue('cmi.objectives.0.id'), '');
  assert.equal(API.LMSGetLastError(), '201');
});

test('a refused value makes no new member of a list', () => {
  const { API } = running();
  assert.equal(API.LMSSetValue('cmi.interactions.0.id', 'a b'), 'false');
  assert.equal(API.LMSGetValue('cmi.interactions._count'), '0');
});

test('a refused value leaves the old one in place', () => {
  const { API } = running();
  API.LMSSetValue('cmi.suspend_data', 'oud');
  assert.equal(API.LMSSetValue('cmi.suspend_data', 'x'.repeat(5000)), 'false');
  assert.equal(API.LMSGetValue('cmi.suspend_data'), 'oud');
});

test('values are strings: numbers, null and undefined are refused (405)', () => {
  const { API } = running();
  for (const value of [56, null, undefined, true, {}]) {
    assert.equal(API.LMSSetValue('cmi.core.score.raw', value), 'false');
    assert.equal(API.LMSGetLastError(), '405');
  }
});
