/** A clock that stands still until it is moved, a device, and an LMS of forty lines that can be made to fail. */

export function createClock() {
  let now = 0;
  /** @type {Set<{at: number, run: () => void}>} */
  const timers = new Set();
  /** Lets everything that waits for a promise go on. */
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => { setImmediate(resolve); });
  };
  return {
    now: () => now,
    monotonic: () => now,
    /** @param {() => void} run @param {number} ms */
    setTimer(run, ms) {
      const timer = { at: now + Math.max(ms, 0), run };
      timers.add(timer);
      return timer;
    },
    /** @param {any} timer */
    clearTimer: (timer) => { timers.delete(timer); },
    pending: () => timers.size,
    /** Time goes by inside a call that blocks. @param {number} ms */
    block: (ms) => { now += ms; },
    settle,
    /** @param {number} ms */
    async pass(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const due = [...timers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
        if (!due) break;
        timers.delete(due);
        now = Math.max(now, due.at);
        due.run();
        await settle();
      }
      now = Math.max(now, end);
    },
  };
}

/** @typedef {ReturnType<typeof createClock>} Clock */

/** Device storage over a Map. @param {Map<string, string>} [items] */
export const createStorage = (items = new Map()) => ({
  items,
  getItem: (/** @type {string} */ key) => items.get(key) ?? null,
  setItem: (/** @type {string} */ key, /** @type {string} */ value) => { items.set(key, value); },
  removeItem: (/** @type {string} */ key) => { items.delete(key); },
});

/**
 * What it is told is stored with each commit; values survive, sessions do not. `network` decides what a commit does:
 * 'online' stores, 'pretends' says "true" and counts everything as stored without storing it (as Moodle does offline),
 * 'refuses' says "false"/101 and counts it as stored as well.
 * @param {Clock} clock
 * @param {Record<string, string>} [values]
 */
export function createLms(clock, values = {}) {
  /** @type {Map<string, string>} */
  const stored = new Map(Object.entries({ 'cmi.core.student_id': 'aya', 'cmi.core.student_name': 'Bakker, Aya', 'cmi.core.lesson_mode': 'normal', ...values }));
  let model = new Map(stored);
  let counted = new Map(stored);
  let error = '0';
  /** @type {{name: string, element: string, value: string, at: number, running: boolean}[]} */
  const calls = [];
  let running = false;

  const lms = {
    stored, calls,
    /** @type {'online' | 'pretends' | 'refuses'} */
    network: 'online',
    /** Milliseconds that each call blocks. */
    delay: 0,
    /** Answers in its own way; undefined lets the call go on. @type {(name: string, element: string, value: string) => unknown} */
    answer: () => undefined,
    /** The page of the LMS is loaded anew. */
    reload() {
      running = false;
      model = new Map(stored);
      counted = new Map(stored);
    },
    /** @param {string} name */
    count: (name) => calls.filter((call) => call.name === name).length,
    get sets() {
      return calls.filter(({ name }) => name === 'LMSSetValue').map(({ element, value }) => `${element.replace('cmi.', '')}=${value}`);
    },
    get commits() {
      return calls.filter(({ name }) => name === 'LMSCommit').map(({ at }) => at);
    },
    get misuse() {
      return calls.filter((call) => call.name !== 'LMSInitialize' && !call.running).map(({ name }) => name);
    },
    API: {},
  };

  function send() {
    const changed = [...model].filter(([element, value]) => counted.get(element) !== value);
    counted = new Map(model);
    if (lms.network === 'online') for (const [element, value] of changed) stored.set(element, value);
    error = lms.network === 'refuses' ? '101' : '0';
    return error === '0' ? 'true' : 'false';
  }

  const functions = {
    LMSInitialize: () => { running = true; return 'true'; },
    LMSFinish: () => { const answer = send(); running = false; return answer; },
    LMSCommit: send,
    /** @param {string} element */
    LMSGetValue(element) {
      const list = /^cmi\.(interactions|objectives)\._count$/.exec(element)?.[1];
      if (list) return String([...model.keys()].filter((key) => key.startsWith(`cmi.${list}.`) && key.endsWith('.id') && key.split('.').length === 4).length);
      return model.get(element) ?? '';
    },
    /** @param {string} element @param {string} value */
    LMSSetValue(element, value) {
      model.set(element, value);
      error = '0';
      return 'true';
    },
    LMSGetLastError: () => error,
  };
  lms.API = Object.fromEntries(Object.entries(functions).map(([name, run]) => [name, (/** @type {any} */ element = '', /** @type {any} */ value = '') => {
    clock.block(lms.delay);
    if (name !== 'LMSGetLastError') {
      calls.push({ name, element: String(element), value: String(value), at: clock.now(), running: running || name === 'LMSInitialize' });
      error = '0';
    }
    /** @type {unknown} */
    const own = lms.answer(name, String(element), String(value));
    if (own instanceof Error) throw own;
    return own === undefined ? /** @type {any} */ (run)(element, value) : own;
  }]));
  return lms;
}

/** @typedef {ReturnType<typeof createLms>} Lms */
