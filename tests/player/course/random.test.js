import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mixSeed, randomFrom, shuffle } from '../../../builder/player/course/random.js';

const ITEMS = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('chance that can be repeated', () => {
  test('the same seed gives the same row', () => {
    const [one, other] = [randomFrom(7), randomFrom(7)];
    assert.deepEqual([one(), one(), one()], [other(), other(), other()]);
  });

  test('every name has a row of its own', () => {
    const seeds = [mixSeed(7, 'toets', 1), mixSeed(7, 'toets', 2), mixSeed(7, 'vraag', 1), mixSeed(8, 'toets', 1), mixSeed(7, 'toets1')];
    assert.equal(new Set(seeds).size, seeds.length);
  });

  test('a shuffle keeps every item and leaves its source alone', () => {
    const before = [...ITEMS];
    assert.deepEqual(shuffle(ITEMS, randomFrom(1)).sort(), before);
    assert.deepEqual(ITEMS, before);
  });

  test('no place is favoured', () => {
    const random = randomFrom(11);
    const first = { a: 0, b: 0, c: 0, d: 0, e: 0, f: 0 };
    for (let round = 0; round < 6000; round += 1) first[/** @type {keyof typeof first} */ (shuffle(ITEMS, random)[0])] += 1;
    for (const count of Object.values(first)) assert.ok(Math.abs(count - 1000) < 150, JSON.stringify(first));
  });
});
