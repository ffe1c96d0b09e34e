import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSupport } from '../../../builder/player/scorm/support.js';

test('after a first 401 the whole branch is left alone (SCO07)', () => {
  const support = createSupport();
  support.refused('cmi.interactions.0.id', 401);
  assert.equal(support.has('cmi.interactions.0.id'), false);
  assert.equal(support.has('cmi.interactions.7.latency'), false);
  assert.equal(support.has('cmi.objectives.0.id'), true);
});

test('one member that is not known does not cost the others', () => {
  const support = createSupport();
  support.refused('cmi.interactions.4.latency', 401);
  support.refused('cmi.objectives.0.score.min', 401);
  assert.equal(support.has('cmi.interactions.5.latency'), false);
  assert.equal(support.has('cmi.interactions.5.result'), true);
  assert.equal(support.has('cmi.objectives.3.score.min'), false);
  assert.equal(support.has('cmi.objectives.3.score.raw'), true);
});

test('an LMS that is full keeps what it has, and hears of no more', () => {
  const support = createSupport();
  support.refused('cmi.interactions.50.id', 201);
  assert.equal(support.has('cmi.interactions.49.result'), true);
  assert.equal(support.has('cmi.interactions.50.id'), false);
  assert.equal(support.has('cmi.interactions.51.id'), false);
});

test('a wrong value says nothing about the element', () => {
  const support = createSupport();
  for (let turn = 0; turn < 5; turn += 1) support.refused('cmi.interactions.0.student_response', 405);
  assert.equal(support.has('cmi.interactions.0.student_response'), true);
});

test('of cmi.core only what is not implemented is left alone', () => {
  const support = createSupport();
  support.refused('cmi.core.score.min', 401);
  for (let turn = 0; turn < 9; turn += 1) support.refused('cmi.suspend_data', 101);
  assert.equal(support.has('cmi.core.score.min'), false);
  assert.equal(support.has('cmi.core.score.raw'), true);
  assert.equal(support.has('cmi.suspend_data'), true);
});

test('an error that may pass gets three chances, unless the connection was the fault', () => {
  const support = createSupport();
  support.refused('cmi.objectives.0.id', 101);
  support.refused('cmi.objectives.0.id', 101);
  support.forgive();
  support.refused('cmi.objectives.0.id', 101);
  assert.equal(support.has('cmi.objectives.0.id'), true);
  support.refused('cmi.objectives.0.id', 101);
  support.refused('cmi.objectives.0.id', -1);
  assert.equal(support.has('cmi.objectives.0.id'), false);
});

test('nothing beyond what _children lists', () => {
  const support = createSupport();
  support.learn('interactions', 'id, type,student_response , result', 0);
  assert.equal(support.has('cmi.interactions.0.student_response'), true);
  assert.equal(support.has('cmi.interactions.0.latency'), false);
  assert.equal(support.has('cmi.interactions.0.correct_responses.0.pattern'), false);
  assert.equal(support.has('cmi.objectives.0.id'), true);
});

test('a _children that says nothing is no reason to be silent, one that does not exist is', () => {
  const support = createSupport();
  for (const text of ['', '[object Object]', '0', 'true']) support.learn('interactions', text, 0);
  assert.equal(support.has('cmi.interactions.0.id'), true);
  support.learn('objectives', '', 401);
  assert.equal(support.has('cmi.objectives.0.id'), false);
});
