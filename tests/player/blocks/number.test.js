import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type from '../../../builder/blocks/number/player.js';
import { LARGEST, numberWords, toNumber } from '../../../builder/blocks/number/words.js';
import { holds, question } from './questions.js';

describe('number', () => {
  for (const right of [0, 3, 1000]) {
    test(`${right} is told as a number`, () => holds(type, question('number', { right, words: [] }), [0, 12, 1000]));
  }

  test('nought is an answer, nothing is none', () => {
    const asked = question('number', { right: 0, words: [] });
    assert.equal(type.isComplete(asked, 0), true);
    assert.equal(type.score(asked, 0), 1);
    assert.equal(type.isComplete(asked, null), false);
  });
});

describe('what somebody typed as a number', () => {
  for (const [typed, value] of /** @type {[string, number | null][]} */ ([
    ['3', 3], [' 3 ', 3], ['03', 3], ['drie', 3], ['Drie', 3], ['één', 1], ['een', 1], ['nul', 0],
    ['elf', 11], ['veertien', 14], ['tachtig', 80],
    ['tweeëntwintig', 22], ['tweeentwintig', 22], ['twee en twintig', 22], ['drieëndertig', 33], ['eenennegentig', 91],
    ['honderd', 100], ['éénhonderd', 100], ['honderdvijf', 105], ['honderd en vijf', 105], ['honderd vijf', 105],
    ['driehonderdzevenenveertig', 347], ['negenhonderd negenennegentig', 999], ['duizend', 1000], ['1000', 1000], ['1.000', 1000],
    ['', null], ['veel', null], ['3,5', null], ['3.5', null], ['-3', null], ['vijf-en-twintig', 25], ['1001', null], ['drietien', null], ['tien2', null], ['duizendeen', null],
  ])) {
    test(`‘${typed}’ is ${value ?? 'no number'}`, () => assert.equal(toNumber(typed), value));
  }

  test('the unit may stand behind it', () => {
    assert.equal(toNumber('3 leerlingen', 'leerlingen'), 3);
    assert.equal(toNumber('drie leerlingen', 'leerlingen'), 3);
    assert.equal(toNumber('leerlingen', 'leerlingen'), null);
  });

  test('every number has its words, and no two share one', () => {
    const all = Array.from({ length: LARGEST + 1 }, (_, value) => value);
    for (const value of all) for (const word of numberWords(value)) assert.equal(toNumber(word), value, word);
    const words = all.flatMap(numberWords);
    assert.equal(new Set(words).size, words.length);
  });
});
