/** The learner's name and id: LRN01, LRN02. */
import assert from 'node:assert/strict';
import { EVERY, except, ONCE } from '../scenario.js';
import { displayName } from '../../../builder/player/tracking/learner.js';
import { workThrough } from '../steps.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

/** @type {[string, string, string][]} */
const NAMES = [
  ['the order of SCORM', 'Vries, Jan de', 'Jan de Vries'],
  ['the order of people', 'Jan de Vries', 'Jan de Vries'],
  ['the prefix with the surname', 'de Vries, Jan', 'Jan de Vries'],
  ['nothing', '', ''],
  ['an apostrophe and a diaeresis', 'O’Brien, Zoë', 'Zoë O’Brien'],
  ['an HTML entity', 'Andr&eacute;, Ren&eacute;', 'René André'],
  ['more than one comma', 'a, b, c', 'a, b, c'],
  ['a user name', 'jdvries7', 'jdvries7'],
  ['“undefined undefined”', 'undefined undefined', ''],
  ['“null, null”', 'null, null', ''],
  ['only a surname and a comma', 'Vries,', 'Vries,'],
];

/** @type {Scenario[]} */
export const scenarios = [
  ...NAMES.map(([form, given, shown]) => /** @type {Scenario} */ ({
    name: `The certificate shows a name given as: ${form}`,
    cases: ['LRN01'], rules: ['T140'], on: except(EVERY, 'open-edx'), // gives user names
    async run(t) {
      const page = await t.world({ learner: { id: 'p-1', name: given } }).open();
      assert.equal(page.resume.learnerName, shown);
    },
  })),
  {
    name: 'HTML in a name stays text: it is neither run nor hidden',
    cases: ['LRN01'], rules: ['T140'], on: ONCE,
    run() {
      assert.equal(displayName('<b>x</b>'), '<b>x</b>');
      assert.equal(displayName('&lt;script&gt;'), '<script>');
    },
  },
  {
    name: 'A name of 300 characters, or with line breaks, spoils no certificate',
    cases: ['LRN01'], rules: ['T140'], on: ONCE,
    run() {
      assert.ok(displayName('x'.repeat(300)).length <= 110);
      assert.ok(displayName(`${'🙂'.repeat(99)}${'x'.repeat(50)}`).isWellFormed());
      assert.equal(displayName('Jan\n\tde  Vries'), 'Jan de Vries');
    },
  },
  {
    name: 'A name that the LMS does not give at all',
    cases: ['LRN01', 'GET02'], rules: ['T140', 'T020'], on: EVERY,
    async run(t) {
      for (const nothing of [null, undefined, 'null', 0, false, {}]) {
        const world = t.world();
        world.lms.intercept = (call, session, proceed) => {
          const answer = proceed();
          return call.args[0] === 'cmi.core.student_name' ? nothing : answer;
        };
        assert.equal((await world.open()).resume.learnerName, '', String(nothing));
      }
    },
  },
  {
    name: 'The name is used to recognise a learner: after a marriage the work is gone',
    cases: ['LRN01'], rules: ['T141'], on: EVERY,
    async run(t) {
      const before = t.world({ learner: { id: 'p-1', name: 'Jansen, Anna' } });
      const page = await before.open();
      await before.quiet();
      page.answer('soort-lize', 'a');
      await page.kill();
      const after = t.world({ device: before.device, learner: { id: 'p-1', name: 'Jansen-Bakker, Anna' } });
      assert.deepEqual((await after.open()).course.answers, { 'soort-lize': 'a' });
    },
  },
  {
    name: 'Namesakes on one device read each other’s notes; somebody whom the LMS does not name keeps none',
    cases: ['LRN01', 'ENV02'], rules: ['T106', 'T141'], on: except(EVERY, 'open-edx'), // has an id for everybody
    async run(t) {
      const owner = async (/** @type {{id: string, name: string}} */ learner) => (await t.world({ learner }).open()).resume.owner;
      const anna = await owner({ id: 'p-1', name: 'Jansen, Anna' });
      assert.match(anna, /^[0-9a-f]{16}$/);
      assert.notEqual(await owner({ id: 'p-2', name: 'Jansen, Anna' }), anna);
      assert.equal(await owner({ id: 'p-1', name: 'Bakker, Anna' }), anna);
      assert.equal(await owner({ id: '', name: 'Jansen, Anna' }), '');
    },
  },
  {
    name: 'Name and id go nowhere but to the screen: not into any value that is sent',
    cases: ['LRN02'], rules: ['T112'], on: EVERY,
    async run(t) {
      const world = t.world({ learner: { id: 'geheim-4711', name: 'Geheim, Gea' } });
      const page = await world.open();
      await workThrough(world, page);
      page.test(90);
      await world.quiet();
      await page.leave();
      assert.doesNotMatch(world.sets.join('\n'), /geheim|4711|gea(?!r)/i);
    },
  },
];
