import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { grade, percentage } from '../../../builder/player/course/scoring.js';
import { TYPES, pool } from './pool.js';

describe('a percentage', () => {
  for (const [points, total, percent] of [
    [0, 12, 0], [9, 12, 75], [8.99, 12, 74], [12, 12, 100], [13, 12, 100], [-1, 12, 0], [1, 3, 33], [2, 3, 66], [0, 0, 0],
    [0.1 + 0.2, 0.3, 100],
  ]) {
    test(`${points} of ${total} is ${percent}: whole, and never upwards`, () => assert.equal(percentage(points, total), percent));
  }
});

describe('a result', () => {
  const questions = [...pool('LD1', 2), ...pool('LD4', 1), ...pool('LD4', 1, { safety: true })];
  const result = (/** @type {Record<string, string>} */ answers) => grade(questions, ({ id }) => answers[id] ?? null, TYPES);

  test('adds up over all, and per objective', () => {
    const { points, total, percent, objectives } = result({ 'ld1-1': 'goed', 'ld1-2': 'half', 'ld4-veilig-1': 'goed' });
    assert.equal(points, 2.5);
    assert.equal(total, 4);
    assert.equal(percent, 62);
    assert.deepEqual(objectives, new Map([['LD1', { points: 1.5, total: 2 }], ['LD4', { points: 1, total: 2 }]]));
  });

  test('knows whether the question about safety was right', () => {
    assert.equal(result({ 'ld4-veilig-1': 'goed' }).safetyRight, true);
    assert.equal(result({ 'ld4-veilig-1': 'half' }).safetyRight, false);
    assert.equal(result({}).safetyRight, false);
    assert.equal(grade(pool('LD1', 1), () => null, TYPES).safetyRight, true, 'where none was asked');
  });
});
