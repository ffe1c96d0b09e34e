import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unitProgress } from '../../../builder/player/course/data.js';
import { isPassed, objectivesOf, scoreOf, snapshotOf } from '../../../builder/player/course/snapshot.js';
import { withSlot } from '../../../builder/player/course/state.js';
import { assessment } from './pool.js';
import { course } from './samples.js';

/** @typedef {import('../../../builder/player/course/state.js').State} State */

const FRESH = withSlot(new Map(), 'course', { sector: 'vo' });
/** @param {Record<string, any>} result @param {string} [id] @param {State} [state] */
const handedIn = (result, id = 'toets', state = FRESH) => withSlot(state, `assessment/${id}`, { handed: 1, ...result });

describe('the score', () => {
  test('is not there before the test has been handed in', () => {
    assert.equal(scoreOf(course(), FRESH), null);
    assert.equal(scoreOf(course(), withSlot(FRESH, 'assessment/toets', { open: 1 })), null);
  });

  test('is the best one', () => assert.equal(scoreOf(course(), handedIn({ best: 83 })), 83));

  test('of two tests is weighed by their number of questions', () => {
    const two = course({ assessments: [assessment(), assessment({ id: 'tweede', draw: { LD1: 1 }, safety: false })] });
    const state = handedIn({ best: 50 }, 'tweede', handedIn({ best: 100 }));
    assert.equal(scoreOf(two, state), 90);
    assert.equal(scoreOf(two, handedIn({ best: 100 })), null, 'the second has not been done');
  });

  test('has nothing of a quiz that does not count', () => {
    const quiz = course({ assessments: [assessment(), assessment({ id: 'kort', use: 'quiz', counts: false })] });
    assert.equal(scoreOf(quiz, handedIn({ best: 10 }, 'kort', handedIn({ best: 80 }))), 80);
  });
});

describe('the status', () => {
  const status = (/** @type {State} */ state, more = {}) => snapshotOf(course(more), state, '', new Map()).status;

  test('is incomplete until the test has been passed, whatever was read', () => {
    assert.equal(status(FRESH), 'incomplete');
    assert.equal(status(withSlot(withSlot(FRESH, 'lesson/lezen', { done: 1 }), 'lesson/toets', { done: 1 })), 'incomplete');
    assert.equal(status(handedIn({ best: 100, safety: 2 })), 'incomplete');
  });

  test('is what the course ends with once there is a date of passing', () => {
    assert.equal(status(handedIn({ best: 80, passed: 300 })), 'passed');
    assert.equal(status(handedIn({ best: 80, passed: 300 }), { endsWith: 'completed' }), 'completed');
  });

  test('a course without a test that counts is never passed by itself', () => {
    assert.equal(isPassed(course({ assessments: [assessment({ counts: false })] }), handedIn({ passed: 300 })), false);
  });

  test('a course without a test that counts is completed when all lessons of the sector were gone through (STA05)', () => {
    for (const assessments of [[], [assessment({ counts: false })]]) {
      const first = withSlot(FRESH, 'lesson/lezen', { done: 1 });
      assert.equal(status(first, { assessments }), 'incomplete');
      assert.equal(status(withSlot(first, 'lesson/toets', { done: 1 }), { assessments }), 'completed');
    }
  });
});

describe('objectives for the LMS', () => {
  test('are those that the test asks about, not attempted at first', () => {
    assert.deepEqual(objectivesOf(course(), FRESH), [
      { id: 'LD1', score: null, status: 'not attempted' }, { id: 'LD4', score: null, status: 'not attempted' },
    ]);
  });

  test('have the score of the best attempt and are passed at the pass mark', () => {
    assert.deepEqual(objectivesOf(course(), handedIn({ objectives: { ld1: 76, ld4: 51 } })), [
      { id: 'LD1', score: 75, status: 'passed' }, { id: 'LD4', score: 50, status: 'incomplete' },
    ]);
  });
});

describe('the snapshot', () => {
  test('has the answers of this session in the order of their index, and every id', () => {
    const records = new Map([5, 1].map((index) => [index, /** @type {any} */ ({ index })]));
    const snapshot = snapshotOf(course(), FRESH, 'abc', records);
    assert.deepEqual(snapshot.interactions.map(({ index }) => index), [1, 5]);
    assert.equal(snapshot.interactionIds.length, 11);
    assert.equal(snapshot.interactionIds[0], 'LD1-ld1-1');
    assert.equal(snapshot.state, 'abc');
  });

  test('is at the first lesson when nothing was opened', () => assert.equal(snapshotOf(course(), FRESH, '', new Map()).location, 'lezen'));
});

describe('progress of a unit', () => {
  test('counts minutes of the lessons that the learner’s sector has', () => {
    const read = withSlot(FRESH, 'lesson/lezen', { done: 1 });
    assert.equal(unitProgress(course(), read, 'een'), 0.5);
    assert.equal(unitProgress(course(), withSlot(read, 'course', { sector: 'mbo' }), 'een'), 0.3);
    assert.equal(unitProgress(course(), read, 'twee'), 0);
  });
});
