import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refresherQuestions } from '../../../builder/player/course/refresher.js';
import { withSlot } from '../../../builder/player/course/state.js';
import { assessment, pool } from './pool.js';
import { course } from './samples.js';

const COURSE = course({
  questions: [...pool('LD1', 6), ...pool('LD2', 6), ...pool('LD4', 6)],
  assessments: [assessment({ draw: { LD1: 1, LD2: 1, LD4: 1 } }), assessment({ id: 'kort', use: 'quiz', counts: false })],
});
const FRESH = withSlot(new Map(), 'course', { seed: 99, sector: 'vo' });
const names = (/** @type {import('../../../builder/player/course/state.js').State} */ state, day = 1) =>
  refresherQuestions(COURSE, state, day).map(({ id }) => id);

describe('the refresher', () => {
  test('has five questions that the learner has not had in the test', () => {
    let state = FRESH;
    for (const { id } of COURSE.questions.filter((_, index) => index % 2 === 0)) state = withSlot(state, `question/${id}`, { seen: 1 });
    const chosen = names(state);
    assert.equal(new Set(chosen).size, 5);
    for (const id of chosen) assert.equal(state.get(`question/${id}`)?.seen ?? 0, 0, id);
  });

  test('goes over the objectives in turn', () => {
    const objectives = names(FRESH).map((id) => id.slice(0, 3));
    assert.equal(new Set(objectives.slice(0, 3)).size, 3);
  });

  test('is the same all day and another the next', () => {
    assert.deepEqual(names(FRESH, 20), names(FRESH, 20));
    assert.notDeepEqual(names(FRESH, 20), names(FRESH, 21));
  });

  test('when all has been seen, takes what was seen longest ago', () => {
    let state = FRESH;
    for (const [index, { id }] of COURSE.questions.entries()) state = withSlot(state, `question/${id}`, { seen: 1 + (index % 6) });
    for (const id of names(state)) assert.ok((state.get(`question/${id}`)?.seen ?? 0) <= 2, id);
  });

  test('is empty in a course without a test', () => {
    assert.deepEqual(refresherQuestions(course({ assessments: [] }), FRESH, 1), []);
  });
});
