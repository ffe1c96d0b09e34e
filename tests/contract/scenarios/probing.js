/** Asking the server of the package whether it still answers this learner: tracking/confirm.js. */
import assert from 'node:assert/strict';
import { createProbe } from '../../../builder/player/tracking/confirm.js';
import { EVERY, ONCE } from '../scenario.js';

/** @typedef {import('../scenario.js').Scenario} Scenario */

/** A probe over a server that answers like this. @param {() => any} answer @param {{online?: boolean}} [browser] */
function probing(answer, browser = {}) {
  let asked = 0;
  const ask = createProbe({
    fetch: async () => {
      asked += 1;
      return answer();
    },
    online: () => browser.online ?? true,
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer),
  }, { url: 'probe.txt', content: 'eenzaamheid-vo 1' });
  return { ask, asked: () => asked };
}

/** @param {object} given */
const response = (given) => ({
  ok: true, status: 200, type: 'basic', redirected: false, text: async () => 'eenzaamheid-vo 1\n', ...given,
});

/** @type {Scenario[]} */
export const scenarios = [
  {
    name: 'The probe: the exact content means that the server answers this learner',
    cases: ['COM03'], rules: ['T100'], on: ONCE,
    async run() {
      assert.equal(await probing(() => response({})).ask(), 'ok');
    },
  },
  ...[
    ['a log-in page with status 200', { text: async () => '<!doctype html><form>Log in</form>' }, 'signed-out'],
    ['a redirect to a log-in page', { type: 'opaqueredirect', ok: false, status: 0 }, 'signed-out'],
    ['status 403', { ok: false, status: 403 }, 'signed-out'],
    ['status 503', { ok: false, status: 503 }, 'offline'],
  ].map(([answer, given, verdict]) => /** @type {Scenario} */ ({
    name: `The probe, after it has once been right, gets ${answer}`,
    cases: ['COM03'], rules: ['T101', 'T102'], on: ONCE,
    async run() {
      let now = response({});
      const { ask } = probing(() => now);
      await ask();
      now = response(/** @type {object} */ (given));
      assert.equal(await ask(), verdict);
    },
  })),
  {
    name: 'The probe, after it has once been right, gets no answer at all',
    cases: ['COM03'], rules: ['T101'], on: ONCE,
    async run() {
      let broken = false;
      const { ask } = probing(() => {
        if (broken) throw new TypeError('Failed to fetch');
        return response({});
      });
      await ask();
      broken = true;
      assert.equal(await ask(), 'offline');
    },
  },
  {
    name: 'Signed out before the first commit is confirmed: known all the same, because the server was asked at the start',
    cases: ['COM03'], rules: ['T100', 'T102'], on: EVERY,
    async run(t) {
      const world = t.world();
      world.probe = probing(() => response(world.lms.network === 'online' ? {} : { type: 'opaqueredirect', ok: false, status: 0 })).ask;
      world.lms.intercept = (call, session, proceed) => {
        if (call.name === 'LMSSetValue') world.connection('signed-out');
        return proceed();
      };
      const page = await world.open();
      page.answer('soort-lize', 'a');
      await world.quiet();
      assert.equal(page.now.notice, 'signed-out');
      assert.notEqual(page.now.saving, 'saved');
    },
  },
  {
    name: 'The probe was never right (an LMS changes or hides the file): it says nothing, ever',
    cases: ['ENV11'], rules: ['T108'], on: ONCE,
    async run() {
      for (const given of [{ status: 404, ok: false }, { text: async () => 'anders' }, { status: 403, ok: false }]) {
        assert.equal(await probing(() => response(given)).ask(), 'unknown');
      }
    },
  },
  {
    name: 'Without fetch there is no probe, and no error',
    cases: ['ENV11'], rules: ['T108'], on: ONCE,
    async run() {
      const ask = createProbe({ fetch: null, online: () => true, setTimer: () => 0, clearTimer: () => {} }, { url: 'x', content: 'x' });
      assert.equal(await ask(), 'unknown');
    },
  },
  {
    name: 'The browser says that it is off line: that settles it, even for a probe that was never right',
    cases: ['COM03'], rules: ['T101'], on: ONCE,
    async run() {
      assert.equal(await probing(() => response({}), { online: false }).ask(), 'offline');
    },
  },
];
