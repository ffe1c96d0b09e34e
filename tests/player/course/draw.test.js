import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { drawQuestions } from '../../../builder/player/course/draw.js';
import { randomFrom } from '../../../builder/player/course/random.js';
import { pool } from './pool.js';

const POOL = [...pool('LD1', 4), ...pool('LD4', 4), ...pool('LD4', 3, { safety: true })];
const unseen = () => 0;

/** @param {Partial<Parameters<typeof drawQuestions>[0]>} wish */
const draw = (wish) => drawQuestions({ pool: POOL, draw: { LD1: 2, LD4: 2 }, safety: true, seen: unseen, random: randomFrom(5), ...wish });
const names = (/** @type {{id: string}[]} */ questions) => questions.map(({ id }) => id);

describe('a draw', () => {
  test('has as many of each objective as was asked, and none twice', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const drawn = draw({ random: randomFrom(seed) });
      assert.equal(drawn.filter(({ objective }) => objective === 'LD1').length, 2);
      assert.equal(drawn.filter(({ objective }) => objective === 'LD4').length, 2);
      assert.equal(new Set(drawn).size, 4);
    }
  });

  test('has exactly one question about safety', () => {
    for (let seed = 0; seed < 50; seed += 1) assert.equal(draw({ random: randomFrom(seed) }).filter(({ safety }) => safety).length, 1);
  });

  test('does not ask about safety where that was not wanted more than chance does', () => {
    const drawn = draw({ safety: false, pool: pool('LD4', 4), draw: { LD4: 4 } });
    assert.equal(drawn.length, 4);
  });

  test('is the same for the same seed, in the same order', () => assert.deepEqual(names(draw({})), names(draw({}))));

  test('takes what was not seen before what was, and then what was seen longest ago', () => {
    const seen = /** @type {Record<string, number>} */ ({ 'ld1-1': 3, 'ld1-2': 1, 'ld1-3': 2, 'ld1-4': 0 });
    for (let seed = 0; seed < 20; seed += 1) {
      const drawn = draw({ draw: { LD1: 3 }, safety: false, random: randomFrom(seed), seen: ({ id }) => seen[id] ?? 0 });
      assert.deepEqual(names(drawn).sort(), ['ld1-2', 'ld1-3', 'ld1-4']);
    }
  });

  test('spreads over kinds, as long as nothing newer has to come back for it', () => {
    const kinds = pool('LD3', 6).map((question, index) => ({ ...question, kind: ['lichamelijk', 'mentaal', 'gedrag'][index % 3] }));
    for (let seed = 0; seed < 20; seed += 1) {
      const drawn = draw({ pool: kinds, draw: { LD3: 3 }, safety: false, random: randomFrom(seed) });
      assert.equal(new Set(drawn.map(({ kind }) => kind)).size, 3);
    }
    const seen = /** @type {Record<string, number>} */ ({ 'ld3-1': 0, 'ld3-4': 0, 'ld3-2': 1, 'ld3-3': 1, 'ld3-5': 1, 'ld3-6': 1 });
    const drawn = draw({ pool: kinds, draw: { LD3: 2 }, safety: false, seen: ({ id }) => seen[id] });
    assert.deepEqual(names(drawn).sort(), ['ld3-1', 'ld3-4'], 'two of a kind, but both new');
  });

  test('takes more about safety only when nothing else is left', () => {
    const drawn = draw({ pool: [...pool('LD4', 1), ...pool('LD4', 3, { safety: true })], draw: { LD4: 3 } });
    assert.equal(drawn.length, 3);
    assert.equal(drawn.filter(({ safety }) => safety).length, 2);
  });

  test('is shorter when the pool is too small; the builder refuses such a course', () => {
    assert.equal(draw({ pool: pool('LD1', 1), draw: { LD1: 2 }, safety: false }).length, 1);
  });
});
