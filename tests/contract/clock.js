/** A clock that stands still until it is moved, with the timers of everything that lives by it. */

/** @typedef {{at: number, run: () => void, alive: () => boolean}} Timer */

/** More timers than this at one moment is a loop. */
const RESTLESS = 5_000;

export function createClock() {
  let now = 0;
  /** The longest that the page could do nothing else. */
  let longest = 0;
  /** @type {Set<Timer>} */
  const timers = new Set();

  /** Lets everything that waits for a promise go on. */
  const settle = async () => {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => { setImmediate(resolve); });
  };

  const clock = {
    now: () => now,
    settle,

    /** @param {() => void} run @param {number} ms @param {() => boolean} [alive]  false: its page is gone */
    setTimer(run, ms, alive = () => true) {
      const timer = { at: now + Math.max(0, ms), run, alive };
      timers.add(timer);
      return timer;
    },

    /** @param {unknown} timer */
    clearTimer: (timer) => { timers.delete(/** @type {Timer} */ (timer)); },

    /** Time passes inside a call that blocks: nothing else happens meanwhile. @param {number} ms */
    block: (ms) => { now += ms; },

    /** The longest that one task kept the page busy, what came out of its promises included, in milliseconds. */
    get longestTask() {
      return longest;
    },

    /** Time passes, and what was due happens at its moment. @param {number} ms */
    async pass(ms) {
      const end = now + ms;
      let since = now;
      let atOnce = 0;
      await settle();
      for (;;) {
        const next = [...timers].filter((timer) => timer.alive() && timer.at <= end).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        atOnce = now === since ? atOnce + 1 : 0;
        since = now;
        if (atOnce > RESTLESS) throw new Error(`does not come to rest: ${RESTLESS} timers ran without a millisecond going by`);
        next.run();
        await settle();
        longest = Math.max(longest, now - since);
      }
      now = Math.max(now, end);
    },

    /** Time passes until the promise has an answer. @template T @param {Promise<T>} promise @returns {Promise<T>} */
    async until(promise) {
      let done = false;
      promise.then(() => { done = true; }, () => { done = true; });
      for (let turn = 0; turn < 10_000 && !done; turn += 1) {
        await settle();
        if (!done) await clock.pass(50);
      }
      if (!done) throw new Error('waited 500 seconds on the fake clock, and there is still no answer');
      return promise;
    },
  };
  return clock;
}

/** @typedef {ReturnType<typeof createClock>} Clock */
