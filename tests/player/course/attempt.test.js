import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  SAFETY, drawnQuestions, handIn, nextSafetyQuestion, passedOn, poolOf, resultOf, safetyRepaired, startAttempt, withSeen,
} from '../../../builder/player/course/attempt.js';
import { slot, withSlot } from '../../../builder/player/course/state.js';
import { TYPES, assessment, pool } from './pool.js';

/** @typedef {import('../../../builder/player/course/state.js').State} State */

const QUESTIONS = [...pool('LD1', 4), ...pool('LD4', 4), ...pool('LD4', 3, { safety: true })];
const TEST = assessment();
const NOON = new Date(2026, 10, 25, 12, 0);
const FRESH = withSlot(new Map(), 'course', { seed: 4321, sector: 'vo' });

/** @param {State} state */
const drawn = (state) => drawnQuestions(state, QUESTIONS, TEST).map(({ id }) => id);

/**
 * An attempt from start to handing in.
 * @param {State} state
 * @param {(question: {id: string, safety?: boolean}) => string} answer
 * @param {Date} [now]
 */
function attempt(state, answer, now = NOON) {
  let next = startAttempt(state, QUESTIONS, TEST);
  for (const question of drawnQuestions(next, QUESTIONS, TEST)) next = withSlot(next, `question/${question.id}`, { now: answer(question) });
  return handIn(next, QUESTIONS, TEST, TYPES, now);
}

const right = () => 'goed';
const wrong = () => 'mis';
/** @param {{safety?: boolean}} question */
const unsafe = ({ safety }) => (safety ? 'mis' : 'goed');
/** @param {State} state */
const kept = (state) => slot(state, 'assessment/toets');

describe('an attempt', () => {
  test('has its questions in a fixed order, also after a reload', () => {
    const state = startAttempt(FRESH, QUESTIONS, TEST);
    assert.equal(drawn(state).length, 4);
    assert.deepEqual(drawn(new Map(structuredClone([...state]))), drawn(state));
  });

  test('another learner gets another draw', () => {
    const draws = new Set(Array.from({ length: 30 }, (_, seed) => drawn(startAttempt(withSlot(FRESH, 'course', { seed: seed + 1 }), QUESTIONS, TEST)).join()));
    assert.ok(draws.size > 20);
  });

  test('asks the learner of a sector only what that sector gets', () => {
    const questions = [...pool('LD1', 2), ...pool('LD1', 2, { sectors: ['mbo'] }).map((question) => ({ ...question, id: `${question.id}-mbo` }))];
    assert.deepEqual(poolOf(questions, TEST, 'vo').map(({ id }) => id), ['ld1-1', 'ld1-2']);
    assert.equal(poolOf(questions, TEST, 'mbo').length, 4);
  });

  test('a retake has nothing of the first, as long as the pool reaches', () => {
    const first = attempt(FRESH, wrong);
    const second = startAttempt(first, QUESTIONS, TEST);
    assert.deepEqual(drawn(first).filter((id) => drawn(second).includes(id)), []);
  });

  test('when all has been seen, what was seen longest ago comes back first', () => {
    let state = FRESH;
    const draws = [];
    for (let round = 0; round < 12; round += 1) {
      state = attempt(state, wrong);
      draws.push(drawn(state).filter((id) => id.startsWith('ld1')).sort().join());
    }
    // Four questions, two a time: each pair comes back every other time, for ever.
    for (let round = 2; round < 12; round += 1) assert.equal(draws[round], draws[round - 2], `attempt ${round + 1}`);
    assert.notEqual(draws[0], draws[1]);
  });

  test('a new attempt starts without the answers of the last', () => {
    const again = startAttempt(attempt(FRESH, right), QUESTIONS, TEST);
    for (const { id } of QUESTIONS) assert.equal(slot(again, `question/${id}`).now ?? null, null);
  });
});

describe('handing in', () => {
  test('the best score counts', () => {
    const state = attempt(attempt(attempt(FRESH, wrong), right), wrong);
    assert.equal(kept(state).best, 100);
    assert.equal(kept(state).handed, 3);
    assert.equal(resultOf(state, QUESTIONS, TEST, TYPES).percent, 0);
  });

  test('the objectives are those of the best attempt, one higher than the per cent: 0 is not known', () => {
    const state = attempt(attempt(FRESH, ({ id }) => (id.startsWith('ld1') ? 'goed' : 'mis')), wrong);
    assert.deepEqual(kept(state).objectives, { ld1: 101, ld4: 1 });
  });

  test('three of four is 75: enough; half a point less is not', () => {
    const passing = attempt(FRESH, ({ id }) => (id === drawn(startAttempt(FRESH, QUESTIONS, TEST)).find((name) => name.startsWith('ld1')) ? 'mis' : 'goed'));
    assert.equal(kept(passing).best, 75);
    assert.notEqual(passedOn(passing, TEST), null);
    let count = 0;
    const short = attempt(FRESH, ({ safety }) => {
      if (safety) return 'goed';
      count += 1;
      return ['mis', 'half', 'goed'][count - 1];
    });
    assert.equal(kept(short).best, 62);
    assert.equal(passedOn(short, TEST), null);
  });

  test('the date of passing is the day on the learner’s calendar, and stays', () => {
    const late = new Date(2026, 10, 25, 23, 59);
    const state = attempt(FRESH, right, late);
    assert.equal(passedOn(state, TEST)?.toISOString().slice(0, 10), '2026-11-25');
    const early = attempt(FRESH, right, new Date(2026, 10, 25, 0, 1));
    assert.equal(passedOn(early, TEST)?.toISOString().slice(0, 10), '2026-11-25');
    const again = attempt(state, wrong, new Date(2027, 0, 1));
    assert.equal(passedOn(again, TEST)?.toISOString().slice(0, 10), '2026-11-25');
  });
});

describe('the question about safety', () => {
  test('wrong: enough points, and not passed', () => {
    const state = attempt(FRESH, unsafe);
    assert.equal(kept(state).best, 75);
    assert.equal(kept(state).safety, SAFETY.wrong);
    assert.equal(passedOn(state, TEST), null);
  });

  test('another one right afterwards: passed, with the score as it was', () => {
    const state = safetyRepaired(attempt(FRESH, unsafe), TEST, NOON);
    assert.notEqual(passedOn(state, TEST), null);
    assert.equal(kept(state).best, 75);
  });

  test('right in a retake that falls short: passed too, by the best score', () => {
    const state = attempt(attempt(FRESH, unsafe), ({ safety }) => (safety ? 'goed' : 'mis'));
    assert.notEqual(passedOn(state, TEST), null);
  });

  test('right below the mark, then wrong with enough points: the last answer decides', () => {
    const state = attempt(attempt(FRESH, ({ safety }) => (safety ? 'goed' : 'mis')), unsafe);
    assert.equal(passedOn(state, TEST), null);
  });

  test('the other question is one that was not asked, then the next, then the oldest again', () => {
    let state = attempt(FRESH, unsafe);
    const asked = [drawn(state).find((id) => id.includes('veilig'))];
    for (let round = 0; round < 2; round += 1) {
      const question = nextSafetyQuestion(state, QUESTIONS, TEST);
      assert.ok(question);
      assert.ok(!asked.includes(question.id), `${question.id} after ${asked}`);
      asked.push(question.id);
      state = withSeen(state, QUESTIONS, TEST, question);
    }
    assert.equal(nextSafetyQuestion(state, QUESTIONS, TEST)?.id, asked[1]);
  });

  test('with one question only, that one comes again', () => {
    const questions = [...pool('LD1', 4), ...pool('LD4', 4), ...pool('LD4', 1, { safety: true })];
    const state = startAttempt(FRESH, questions, TEST);
    assert.equal(nextSafetyQuestion(state, questions, TEST)?.id, 'ld4-veilig-1');
  });
});
