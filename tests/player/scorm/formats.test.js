import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  choiceResponse, cleanId, fillInResponse, letterFor, matchingResponse, MOST_LETTERS, numericResponse, scoreText,
  sequencingResponse, timeOfDay, timespan, trueFalseResponse,
} from '../../../builder/player/scorm/formats.js';
import { CMIDecimal, CMIIdentifier, CMITime, CMITimespan, Score } from '../../lms/formats.js';
import { isFeedback } from '../../lms/feedback.js';
import { clean, modeIn, numberIn, statusIn } from '../../../builder/player/scorm/values.js';

const ALL = Array.from({ length: MOST_LETTERS }, (_, index) => letterFor(index));

test('letters: a … z, 0 … 9, and then no more (INT01)', () => {
  assert.equal(ALL.join(''), 'abcdefghijklmnopqrstuvwxyz0123456789');
  for (const index of [-1, 36, 1.5, Number.NaN]) assert.equal(letterFor(index), '');
});

describe('responses', () => {
  test('choice: without order, each letter once, and twelve options (INT01)', () => {
    assert.equal(choiceResponse(['c', 'a', 'c']), 'a,c');
    assert.equal(choiceResponse([]), '');
    assert.equal(choiceResponse(['', 'b']), 'b');
    assert.equal(choiceResponse([...ALL].reverse()), ALL.join(','));
    assert.ok(isFeedback('choice', 'response', choiceResponse(ALL)));
  });

  test('sequencing keeps the order', () => {
    assert.equal(sequencingResponse(['c', 'a', 'b']), 'c,a,b');
    assert.ok(isFeedback('sequencing', 'pattern', sequencingResponse(ALL)));
  });

  test('matching: twelve by twelve, in a steady order (INT02)', () => {
    const pairs = ALL.slice(0, 12).map((item, index) => [item, ALL[11 - index]]);
    assert.equal(matchingResponse(pairs.slice(0, 2)), 'a.l,b.k');
    assert.equal(matchingResponse([...pairs].reverse()), matchingResponse(pairs));
    assert.ok(isFeedback('matching', 'response', matchingResponse(pairs)));
    assert.ok(isFeedback('matching', 'response', matchingResponse(ALL.map((item) => [item, 'a']))));
    assert.equal(matchingResponse([['a', ''], ['b', 'c']]), 'b.c');
  });

  test('true-false', () => assert.deepEqual([trueFalseResponse(true), trueFalseResponse(false)], ['t', 'f']));

  test('what SCORM does not know as a number is fill-in (INT02)', () => {
    for (const value of ['3', ' 3 ', 3, '-2.5', '0.25']) {
      const { type, text } = numericResponse(value);
      assert.equal(type, 'numeric');
      assert.ok(CMIDecimal(text));
    }
    for (const value of ['1/2', '1.234,5', '−5', '3,5', '.5', '5.', '1e3', '', Number.NaN, 'drie']) {
      assert.equal(numericResponse(value).type, 'fill-in');
    }
  });

  test('fill-in: one line of at most 255, no emoji cut in half (INT03)', () => {
    assert.equal(fillInResponse('één\nregel\t\u0007!'), 'één regel !');
    for (let at = 250; at < 258; at += 1) {
      const text = fillInResponse(`${'x'.repeat(at)}😀${'y'.repeat(800)}`);
      assert.ok(text.length <= 255 && text.length >= 254);
      assert.ok(text.isWellFormed?.() ?? true);
      assert.doesNotMatch(text, /[\ud800-\udbff]$/);
    }
  });
});

describe('ids (INT04)', () => {
  for (const [text, id] of [
    ['Vraag 1: wat is één?', 'vraag-1-wat-is-een'], ['soort-lize', 'soort-lize'], ['  ', ''], ['Съешь', ''], ['a😀b', 'a-b'],
    ['x'.repeat(300), 'x'.repeat(64)], [`${'x'.repeat(63)} yz`, 'x'.repeat(63)],
  ]) {
    test(text.slice(0, 20), () => {
      assert.equal(cleanId(text), id);
      if (id) assert.ok(CMIIdentifier(cleanId(text)));
    });
  }
});

describe('scores (SCO02, SCO03, SCO05)', () => {
  for (const [value, text] of /** @type {[any, string][]} */ ([
    [null, ''], [Number.NaN, ''], [Infinity, ''], [0, '0'], [69.565, '69.57'], [0.56 * 100, '56'], [130, '100'], [-20, '0'], [100, '100'],
    [1e-7, '0'], [-0, '0'],
  ])) {
    test(`${value} → '${text}'`, () => {
      assert.equal(scoreText(value), text);
      assert.ok(Score(text));
    });
  }
});

describe('times', () => {
  const hour = 3_600_000;
  for (const [milliseconds, text] of /** @type {[number, string][]} */ ([
    [0, '0000:00:00.00'], [999, '0000:00:00.99'], [5050, '0000:00:05.05'], [59_999, '0000:00:59.99'], [3_599_999, '0000:59:59.99'],
    [100 * hour, '0100:00:00.00'], [10_000 * hour, '9999:59:59.99'], [9999 * hour, '9999:00:00.00'], [-hour, '0000:00:00.00'],
    [Number.NaN, '0000:00:00.00'], [Infinity, '9999:59:59.99'],
  ])) {
    test(`${milliseconds} ms (TIM01)`, () => {
      assert.equal(timespan(milliseconds), text);
      assert.ok(CMITimespan(text));
    });
  }

  test('time of day with leading zeros (INT07)', () => {
    assert.equal(timeOfDay(new Date(2026, 10, 25, 0, 0, 5)), '00:00:05');
    assert.ok(CMITime(timeOfDay(new Date(2026, 10, 25, 23, 59, 59))));
  });
});

describe('what LMSs hand out', () => {
  test('status whatever its capitals, or its first letter (GET05)', () => {
    for (const [text, status] of [
      ['Completed', 'completed'], ['PASSED', 'passed'], ['complete', 'completed'], ['n', 'not attempted'], ['NotAttempted', 'not attempted'],
      ['Not Attempted', 'not attempted'], ['p', 'passed'], ['failed ', 'failed'], ['', ''], ['unknown', ''], ['passing', ''],
    ]) assert.equal(statusIn(text), status);
  });

  test('only browse and review are modes of looking (GET04)', () => {
    for (const text of ['', 'Normal', 'unknown', 'normal', 'null']) assert.equal(modeIn(clean(text)), 'normal');
    for (const text of ['Review', 'review ', 'R']) assert.equal(modeIn(text), 'review');
    assert.equal(modeIn('browse'), 'browse');
  });

  test('numbers', () => assert.deepEqual([numberIn('3'), numberIn(3), numberIn(' '), numberIn(undefined)], [3, 3, null, null]));
});
