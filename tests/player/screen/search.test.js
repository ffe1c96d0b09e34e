/** Words found as people type them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, holds, spans, words } from '../../../builder/player/screen/search.js';

test('capitals and accents do not count', () => {
  assert.equal(fold('Existentiële ÉÉN'), 'existentiele een');
  assert.deepEqual(words('  Eén   tegen EEN '), ['een', 'tegen']);
  assert.deepEqual(words('@ease, chat!'), ['@ease', 'chat']);
  assert.deepEqual(words(' … '), []);
});

test('every word must be there, in any order, also inside a longer word', () => {
  assert.equal(holds('Week tegen Eenzaamheid', words('zaam week')), true);
  assert.equal(holds('Week tegen Eenzaamheid', words('week pesten')), false);
  assert.equal(holds('Iets', []), true);
});

test('places are those of the text itself', () => {
  assert.deepEqual(spans('Eén mens, één groep', ['een']), [[0, 3], [10, 13]]);
  const apart = 'Ee\u0301n mens'; // the accent as a character of its own
  assert.deepEqual(spans(apart, ['mens']).map(([from, to]) => apart.slice(from, to)), ['mens']);
  assert.equal(apart.slice(...spans(apart, ['een'])[0]), 'Ee\u0301n');
  assert.deepEqual(spans('😀 groep', ['groep']), [[3, 8]]);
});

test('what overlaps is marked once, the longest of what starts together', () => {
  assert.deepEqual(spans('eenzaamheid', ['een', 'eenzaam', 'zaam']), [[0, 7]]);
  assert.deepEqual(spans('aaaa', ['aa']), [[0, 2], [2, 4]]);
});
