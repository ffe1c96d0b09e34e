import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alreadyTold, higher, isDone, isOwed, plan } from '../../../builder/player/tracking/policy.js';

/** @typedef {import('../../../builder/player/types.js').Snapshot} Snapshot */
/** @typedef {import('../../../builder/player/tracking/policy.js').Context} Context */

const IDS = ['q-a', 'q-b', 'q-c', 'q-d'];

/** @param {Partial<Snapshot>} [changes] @returns {Snapshot} */
const snapshot = (changes) => ({
  state: '1AAxyz', location: 'welkom', status: 'incomplete', score: null, objectives: [], interactions: [], interactionIds: IDS, ...changes,
});

/** @param {Partial<Context>} [changes] @returns {Context} */
const context = (changes) => ({
  mode: 'normal', credit: true, endsWith: 'passed', status: 'incomplete', score: null, acted: true, interactions: 0, named: true,
  supports: () => true, again: [], stateInPassing: '', sessionTime: '0000:01:00.00', always: false, urgent: false, ...changes,
});

/** @param {number} index @returns {Snapshot['interactions'][number]} */
const record = (index) => ({
  index, id: IDS[index], objective: 'LD1', type: 'choice', response: 'a', pattern: 'b', result: 'wrong', time: '10:00:00',
  latency: '0000:00:03.00', weighting: '1',
});

/** @param {Map<string, string>} before */
const unsure = (before) => [...before].map(([element, value]) => ({ element, value }));

/** @param {ReturnType<typeof plan>} steps */
const lines = (steps) => steps.map((step) => (step === 'commit' ? step : `${step.element.replace('cmi.', '')}=${step.value}`));

/** What an LMS holds after steps. @param {ReturnType<typeof plan>} steps @param {Iterable<[string, string]>} [before] */
const held = (steps, before = []) => new Map([...before,
  ...steps.flatMap((step) => (step === 'commit' ? [] : [/** @type {[string, string]} */ ([step.element, step.value])]))]);

const PASSED = snapshot({
  status: 'passed', score: 85, objectives: [{ id: 'LD1', score: 50, status: 'incomplete' }], interactions: [record(0)],
});

describe('the order of a saving', () => {
  test('at the start, before the course stands: incomplete, suspend, time (STA02, SUS06)', () => {
    assert.deepEqual(lines(plan(new Map(), null, context({ status: '' }))),
      ['core.lesson_status=incomplete', 'core.exit=suspend', 'core.session_time=0000:01:00.00', 'commit']);
  });

  test('passing: score, objectives, interactions, the work, completed, commit; in a hurry passed and commit as well (STA08)', () => {
    const calm = [
      'core.score.min=0', 'core.score.max=100', 'core.score.raw=85',
      'objectives.0.id=LD1', 'objectives.0.score.min=0', 'objectives.0.score.max=100', 'objectives.0.score.raw=50',
      'objectives.0.status=incomplete',
      'interactions.0.id=q-a', 'interactions.0.type=choice', 'interactions.0.objectives.0.id=LD1', 'interactions.0.time=10:00:00',
      'interactions.0.correct_responses.0.pattern=b', 'interactions.0.weighting=1', 'interactions.0.student_response=a',
      'interactions.0.result=wrong', 'interactions.0.latency=0000:00:03.00',
      'core.lesson_location=welkom', 'core.exit=', 'suspend_data=1AAxyz', 'core.lesson_status=completed', 'core.session_time=0000:01:00.00',
      'commit',
    ];
    assert.deepEqual(lines(plan(new Map(), PASSED, context())), calm);
    assert.deepEqual(lines(plan(new Map(), PASSED, context({ urgent: true }))), [...calm, 'core.lesson_status=passed', 'commit']);
  });

  test('cut anywhere, the LMS never holds "passed" without a score (STA08)', () => {
    const steps = plan(new Map(), PASSED, context({ urgent: true }));
    for (let end = 0; end <= steps.length; end += 1) {
      const values = held(steps.slice(0, end));
      if (['passed', 'completed'].includes(values.get('cmi.core.lesson_status') ?? '')) assert.equal(values.get('cmi.core.score.raw'), '85');
    }
  });

  test('a course that ends with "completed" stops there, with one commit (STA05)', () => {
    const steps = lines(plan(new Map(), PASSED, context({ endsWith: 'completed' })));
    assert.equal(steps.filter((step) => step === 'commit').length, 1);
    assert.ok(steps.includes('core.lesson_status=completed') && !steps.includes('core.lesson_status=passed'));
  });

  test('a crash between the two halves: the second comes next time', () => {
    const steps = lines(plan(new Map(), PASSED, context({ status: 'completed', score: 85 })));
    assert.deepEqual(steps.filter((step) => step.startsWith('core.lesson_status')), ['core.lesson_status=passed']);
  });
});

describe('only what changed', () => {
  test('nothing new, nothing written', () => {
    const before = held(plan(new Map(), PASSED, context()));
    assert.deepEqual(plan(before, PASSED, context({ status: 'passed', score: 85 })), []);
  });

  test('to keep the session alive: the time and a commit', () => {
    const before = held(plan(new Map(), PASSED, context()));
    assert.deepEqual(lines(plan(before, PASSED, context({ status: 'passed', score: 85, always: true, sessionTime: '0000:05:00.00' }))),
      ['core.session_time=0000:05:00.00', 'commit']);
  });

  test('another answer to a question: its place, and what is new about it (INT08)', () => {
    const before = held(plan(new Map(), PASSED, context()));
    const later = { ...PASSED, interactions: [{ ...record(0), response: 'b', result: /** @type {const} */ ('correct'), time: '10:05:00' }] };
    assert.deepEqual(lines(plan(before, later, context({ status: 'passed', score: 85, interactions: 1 }))), [
      'interactions.0.time=10:05:00', 'interactions.0.student_response=b', 'interactions.0.result=correct', 'commit']);
  });

  test('the same answer given again is no news', () => {
    const before = held(plan(new Map(), PASSED, context()));
    const later = { ...PASSED, interactions: [{ ...record(0), time: '11:00:00', latency: '0000:00:09.00' }] };
    assert.deepEqual(plan(before, later, context({ status: 'passed', score: 85 })), []);
  });
});

describe('status only rises (STA04)', () => {
  for (const status of /** @type {const} */ (['completed', 'passed'])) {
    test(`${status} stays when the course knows less`, () => {
      const steps = lines(plan(new Map(), snapshot(), context({ status })));
      assert.ok(!steps.some((step) => step.startsWith('core.lesson_status')));
      assert.ok(steps.includes('core.exit='), 'and the exit is that of somebody who is done');
    });
  }

  test('"failed" that the LMS made itself stays until there is something better', () => {
    assert.ok(!lines(plan(new Map(), snapshot(), context({ status: 'failed' }))).some((step) => step.startsWith('core.lesson_status')));
    assert.ok(lines(plan(new Map(), PASSED, context({ status: 'failed', urgent: true }))).includes('core.lesson_status=passed'));
  });

  test('"failed" and "not attempted" are never written (STA06, STA07)', () => {
    for (const status of /** @type {const} */ (['', 'not attempted', 'browsed', 'incomplete', 'failed', 'completed', 'passed'])) {
      for (const aim of /** @type {const} */ (['incomplete', 'completed', 'passed'])) {
        const steps = plan(new Map(), snapshot({ status: aim, score: 90 }), context({ status }));
        for (const step of lines(steps)) assert.doesNotMatch(step, /=(failed|not attempted|browsed|unknown)$/);
      }
    }
  });

  test('the higher of two', () => {
    assert.equal(higher('passed', 'completed'), 'passed');
    assert.equal(higher('incomplete', 'passed'), 'passed');
    assert.deepEqual([isDone('incomplete'), isDone('failed'), isDone('completed'), isDone('passed')], [false, false, true, true]);
  });
});

describe('the score', () => {
  test('none before the test has been done, never an empty one (SCO02)', () => {
    for (const score of [null, Number.NaN]) {
      assert.ok(!lines(plan(new Map(), snapshot({ score }), context())).some((step) => step.startsWith('core.score')));
    }
  });

  test('min, max and raw together, as percents (SCO03, SCO04)', () => {
    assert.deepEqual(lines(plan(new Map(), snapshot({ score: 69.565 }), context())).slice(0, 3),
      ['core.score.min=0', 'core.score.max=100', 'core.score.raw=69.57']);
  });

  test('0 is a score', () => assert.ok(lines(plan(new Map(), snapshot({ score: 0 }), context())).includes('core.score.raw=0')));

  test('a lower one is not written over the best (STA04)', () => {
    assert.ok(!lines(plan(new Map(), snapshot({ score: 40 }), context({ score: 85 }))).some((step) => step.startsWith('core.score')));
    assert.ok(lines(plan(new Map(), snapshot({ score: 90 }), context({ score: 85 }))).includes('core.score.raw=90'));
  });
});

describe('who only looks', () => {
  for (const mode of /** @type {const} */ (['review', 'browse'])) {
    test(`${mode}: nothing is written`, () => {
      assert.deepEqual(plan(new Map(), PASSED, context({ mode, always: true, again: [{ element: 'cmi.core.exit', value: '' }] })), []);
    });
  }

  test('no-credit: progress is kept, nothing that counts is written', () => {
    assert.deepEqual(lines(plan(new Map(), PASSED, context({ credit: false }))),
      ['core.lesson_status=incomplete', 'core.lesson_location=welkom', 'core.exit=suspend', 'suspend_data=1AAxyz', 'core.session_time=0000:01:00.00', 'commit']);
    assert.equal(isOwed(PASSED, context({ credit: false })), false);
  });
});

describe('the saved state', () => {
  test('is not written before the learner acts', () => {
    const before = held(plan(new Map(), null, context({ status: '' })));
    assert.deepEqual(plan(before, snapshot(), context({ acted: false })), []);
  });

  test('is still written after completion (SUS05)', () => {
    assert.ok(lines(plan(new Map(), snapshot({ status: 'passed', score: 85 }), context({ status: 'passed', score: 85 }))).includes('suspend_data=1AAxyz'));
  });

  test('nothing is cleared by an empty value (SUS07)', () => {
    for (const step of lines(plan(new Map(), snapshot({ location: '', state: '' }), context()))) assert.doesNotMatch(step, /=$/);
  });
});

describe('interactions and objectives', () => {
  test('no gaps: ids fill up what comes before (INT05)', () => {
    const steps = lines(plan(new Map(), snapshot({ interactions: [record(2)] }), context()));
    assert.deepEqual(steps.slice(0, 3), ['interactions.0.id=q-a', 'interactions.1.id=q-b', 'interactions.2.id=q-c']);
  });

  test('what the LMS has already needs no filling up', () => {
    const steps = lines(plan(new Map(), snapshot({ interactions: [record(3)] }), context({ interactions: 2 })));
    assert.deepEqual(steps.slice(0, 2), ['interactions.2.id=q-c', 'interactions.3.id=q-d']);
    assert.equal(lines(plan(new Map(), snapshot({ interactions: [record(1)] }), context({ interactions: 4 })))[0], 'interactions.1.id=q-b');
  });

  test('where ids may be wrong, all that the LMS has are named anew', () => {
    const steps = lines(plan(new Map(), snapshot({ interactions: [record(1)] }), context({ interactions: 4, named: false })));
    assert.deepEqual(steps.filter((step) => /^interactions\.\d+\.id/.test(step)),
      ['interactions.0.id=q-a', 'interactions.1.id=q-b', 'interactions.2.id=q-c', 'interactions.3.id=q-d']);
  });

  test('the type comes before everything that is judged by it (INT06)', () => {
    const steps = lines(plan(new Map(), snapshot({ interactions: [record(0)] }), context()));
    const at = (/** @type {string} */ part) => steps.findIndex((step) => step.startsWith(`interactions.0.${part}`));
    assert.ok(at('id') < at('type') && at('type') < at('correct_responses') && at('correct_responses') < at('student_response'));
  });

  test('nothing that the LMS does not know (SCO07)', () => {
    const supports = (/** @type {string} */ element) => !/objectives|interactions|score\.m/.test(element);
    assert.deepEqual(lines(plan(new Map(), PASSED, context({ supports }))).slice(0, 2), ['core.score.raw=85', 'core.lesson_location=welkom']);
  });

  test('objectives that were not begun are told only to fill up', () => {
    /** @type {Snapshot['objectives']} */
    const objectives = ['LD1', 'LD2', 'LD3'].map((id) => ({ id, score: null, status: 'not attempted' }));
    objectives[1] = { id: 'LD2', score: 100, status: 'completed' };
    const steps = lines(plan(new Map(), snapshot({ objectives }), context())).filter((step) => step.startsWith('objectives'));
    assert.deepEqual(steps, ['objectives.0.id=LD1', 'objectives.1.id=LD2', 'objectives.1.score.min=0', 'objectives.1.score.max=100',
      'objectives.1.score.raw=100', 'objectives.1.status=completed']);
  });

  test('an answer without a response writes no empty one', () => {
    const steps = lines(plan(new Map(), snapshot({ interactions: [{ ...record(0), response: '', pattern: '' }] }), context()));
    assert.ok(!steps.some((step) => /student_response|pattern/.test(step)));
  });

  test('what an LMS keeps over sessions is not told anew', () => {
    const told = alreadyTold(PASSED, { score: 85, objectives: 1, interactions: 1 });
    const before = new Map(told.map(({ element, value }) => [element, value]));
    assert.deepEqual(lines(plan(before, PASSED, context({ status: 'passed', score: 85, interactions: 1 })))
      .filter((step) => /score|interactions|objectives/.test(step)), []);
    assert.deepEqual(alreadyTold(PASSED, { score: null, objectives: 0, interactions: 0 }), []);
  });
});

describe('sending again what an LMS counts as stored', () => {
  test('everything differs first, and is right at the end', () => {
    const first = plan(new Map(), { ...PASSED, interactions: [record(2)] }, context());
    const before = held(first);
    const later = { ...PASSED, interactions: [record(2)], state: '1AAnew' };
    const steps = plan(before, later, context({ status: 'passed', score: 85, interactions: 3, again: unsure(before) }));
    const half = steps.indexOf('commit');
    const different = held(steps.slice(0, half));
    for (const [element, value] of before) {
      // The state and the time differ by themselves; a status only goes by what is not final.
      if (!['cmi.suspend_data', 'cmi.core.session_time', 'cmi.core.lesson_status'].includes(element)) {
        assert.ok(different.has(element), element);
        assert.notEqual(different.get(element), value, element);
      }
    }
    assert.deepEqual(held(steps, before), new Map(before).set('cmi.suspend_data', '1AAnew'));
    assert.equal(steps.at(-1), 'commit');
  });

  test('what differs is never final, so nobody is done with half of it; "passed" goes by "completed" again; an open course stays "incomplete"', () => {
    const before = new Map([['cmi.core.lesson_status', 'passed']]);
    const steps = lines(plan(before, PASSED, context({ status: 'passed', score: 85, again: unsure(before), urgent: true })));
    assert.deepEqual(steps.filter((step) => /status|commit/.test(step) && !step.startsWith('obj')),
      ['core.lesson_status=completed', 'commit', 'core.lesson_status=passed', 'commit']);
    const completed = new Map([['cmi.core.lesson_status', 'completed']]);
    const half = lines(plan(completed, PASSED, context({ status: 'completed', score: 85, endsWith: 'completed', again: unsure(completed) })));
    assert.deepEqual(half.filter((step) => /core.lesson_status|commit/.test(step)),
      ['core.lesson_status=incomplete', 'commit', 'core.lesson_status=completed', 'commit']);
    const open = new Map([['cmi.core.lesson_status', 'incomplete'], ['cmi.core.exit', 'suspend']]);
    assert.deepEqual(plan(open, null, context({ again: unsure(open) })), []);
  });
});

test('what the course knows better than the LMS is owed', () => {
  assert.equal(isOwed(PASSED, context()), true);
  assert.equal(isOwed(PASSED, context({ status: 'completed', score: 85 })), true);
  assert.equal(isOwed(PASSED, context({ status: 'completed', score: 85, endsWith: 'completed' })), false);
  assert.equal(isOwed(PASSED, context({ status: 'passed', score: 80 })), true);
  assert.equal(isOwed(snapshot(), context({ status: 'passed', score: 85 })), false);
});
