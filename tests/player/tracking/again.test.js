import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differently } from '../../../builder/player/tracking/again.js';
import { isFeedback } from '../../lms/feedback.js';
import {
  CMIDecimal, CMIIdentifier, CMIString255, CMITime, CMITimespan, Exit, InteractionType, LessonStatus, ObjectiveStatus, Result, Score,
} from '../../lms/formats.js';

/** @type {[string, string[], (value: string) => boolean][]} */
const ALLOWED = [
  ['cmi.core.lesson_status', ['completed'], LessonStatus],
  ['cmi.core.exit', [''], Exit],
  ['cmi.core.lesson_location', ['welkom'], CMIString255],
  ['cmi.core.score.raw', ['0', '85', '100', '69.57'], Score],
  ['cmi.core.score.min', ['0'], Score],
  ['cmi.core.score.max', ['100'], Score],
  ['cmi.objectives.3.id', ['LD4'], CMIIdentifier],
  ['cmi.objectives.3.score.raw', ['50'], Score],
  ['cmi.objectives.3.status', ['passed', 'completed', 'incomplete', 'not attempted'], ObjectiveStatus],
  ['cmi.interactions.3.id', ['soort-lize'], CMIIdentifier],
  ['cmi.interactions.3.objectives.0.id', ['LD4'], CMIIdentifier],
  ['cmi.interactions.3.type', ['choice', 'performance'], InteractionType],
  ['cmi.interactions.3.time', ['23:59:59', '10:00:00'], CMITime],
  ['cmi.interactions.3.weighting', ['1', '0'], CMIDecimal],
  ['cmi.interactions.3.result', ['correct', 'wrong', 'neutral'], Result],
  ['cmi.interactions.3.latency', ['0000:00:59.99', '0000:00:00.00'], CMITimespan],
];

for (const [element, values, isAllowed] of ALLOWED) {
  test(`${element}: another value that a strict LMS takes`, () => {
    for (const value of values) {
      const other = differently(element, value);
      assert.ok(other !== null && other !== value && isAllowed(other), `${value} → ${other}`);
    }
  });
}

test('a response differs and keeps the format of its type', () => {
  for (const [type, value] of [
    ['choice', 'a'], ['choice', 'a,c'], ['choice', 'z'], ['choice', '9'], ['true-false', 't'], ['true-false', 'f'], ['matching', 'a.b,c.d'],
    ['sequencing', 'c,a,b'], ['numeric', '3'], ['numeric', '-2.9'], ['fill-in', 'gemis'], ['fill-in', 'één!'], ['performance', 'x'.repeat(255)],
  ]) {
    for (const element of ['cmi.interactions.0.student_response', 'cmi.interactions.0.correct_responses.0.pattern']) {
      const other = differently(element, value);
      assert.ok(other !== null && other !== value && isFeedback(type, 'response', other), `${type} ${value} → ${other}`);
    }
  }
});

test('what differs by itself, or must not be touched, is left alone', () => {
  for (const [element, value] of [
    ['cmi.suspend_data', '1AAx'], ['cmi.core.session_time', '0000:00:01.00'], ['cmi.core.lesson_status', 'incomplete'], ['cmi.core.lesson_status', 'passed'], ['cmi.core.exit', 'suspend'],
  ]) assert.equal(differently(element, value), null);
});
