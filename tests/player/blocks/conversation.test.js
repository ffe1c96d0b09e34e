import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type from '../../../builder/blocks/conversation/player.js';
import { holds, question } from './questions.js';

/** Begin, with a poor reply that leads through a turn of repair; then a middle and an end. */
const asked = question('conversation', {
  start: 'begin',
  turns: {
    begin: { open: { quality: 'best', next: 'midden' }, dicht: { quality: 'half', next: 'midden' }, hard: { quality: 'poor', next: 'herstel' } },
    herstel: { sorry: { quality: 'best', next: 'midden' }, drang: { quality: 'poor', next: 'midden' } },
    midden: { luister: { quality: 'best', next: 'einde' }, advies: { quality: 'half', next: 'einde' } },
    einde: { afspraak: { quality: 'best', next: 'end' }, vaag: { quality: 'half', next: 'end' } },
  },
});
const repaired = { begin: 'hard', herstel: 'sorry', midden: 'luister', einde: 'vaag' };

describe('conversation', () => {
  test('is told as what was said at each turn', () => holds(type, asked, [repaired, { begin: 'dicht' }]));

  test('the model goes along the best replies', () => {
    assert.deepEqual(type.solution(asked), { begin: 'open', midden: 'luister', einde: 'afspraak' });
  });

  test('is over at the end of the way that was taken', () => {
    assert.equal(type.isComplete(asked, { begin: 'open', midden: 'luister' }), false);
    assert.equal(type.isComplete(asked, { begin: 'hard', midden: 'luister', einde: 'vaag' }), false, 'the repair is missing');
    assert.equal(type.isComplete(asked, repaired), true);
  });

  test('a best reply counts double a half one, over the turns that came by', () => {
    assert.equal(type.score(asked, repaired), (0 + 2 + 2 + 1) / 8);
  });

  test('the response follows the way that was taken', () => {
    assert.equal(type.interaction(asked, repaired).response, 'begin=hard herstel=sorry midden=luister einde=vaag');
  });

  test('a reply that the course no longer has ends the way there', () => {
    assert.equal(type.isComplete(asked, { begin: 'weg', midden: 'luister', einde: 'vaag' }), false);
    assert.equal(type.score(asked, { begin: 'weg' }), 0);
  });
});
