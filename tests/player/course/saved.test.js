import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeState, encodeState } from '../../../builder/player/course/saved.js';
import { slot, withSlot } from '../../../builder/player/course/state.js';

/** @type {import('../../../builder/player/course/saved.js').Layout} */
const LAYOUT = {
  slots: [
    ['course', [['seed', 'number', 1, 16, [], []]]],
    ['question/getal', [['first', 'number', 1, 10, [], []], ['now', 'number', 1, 10, [], []], ['tries', 'number', 1, 3, [], []], ['sure', 'number', 1, 2, [], []]]],
    9,
    ['question/keuze', [['now', 'choice', 1, 3, ['a', 'b'], []]]],
  ],
};

/** @param {import('../../../builder/player/course/state.js').State} state */
function through(state) {
  const decoded = decodeState(LAYOUT, encodeState(LAYOUT, state));
  assert.ok(decoded.ok);
  return decoded.state;
}

describe('a number that was answered', () => {
  for (const answer of [0, 1, 3, 1000]) {
    test(`${answer} comes back as ${answer}`, () => {
      assert.equal(slot(through(withSlot(new Map(), 'question/getal', { now: answer })), 'question/getal').now, answer);
    });
  }

  test('that was not answered comes back as no answer, also where something else is known of the question', () => {
    const kept = slot(through(withSlot(new Map(), 'question/getal', { sure: 2 })), 'question/getal');
    assert.equal(kept.now, null);
    assert.equal(kept.first, null);
    assert.equal(kept.sure, 2);
    assert.equal(kept.tries, 0);
  });

  test('is the only thing that changes on the way', () => {
    const kept = through(withSlot(withSlot(new Map(), 'course', { seed: 77 }), 'question/keuze', { now: 'b' }));
    assert.equal(slot(kept, 'course').seed, 77);
    assert.equal(slot(kept, 'question/keuze').now, 'b');
  });

  test('a damaged text stays damaged', () => assert.deepEqual(decodeState(LAYOUT, '1zzzz'), { ok: false, reason: 'damaged' }));
});
