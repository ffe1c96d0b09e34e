/**
 * Runs jobs that call the LMS one after the other, in slices between which the page stays alive.
 *
 * A job is a generator: each yield is a place where it may be interrupted, and gives the milliseconds to wait there.
 */

/** @typedef {Generator<number, void, void>} Job */

/** A slice ends after this long; one slow call may make it longer. */
const SLICE = 30;

/** @param {Pick<import('./tracker.js').Ports, 'monotonic' | 'setTimer' | 'clearTimer'>} ports */
export function createRunner({ monotonic, setTimer, clearTimer }) {
  /** @type {Job[]} */
  const queue = [];
  /** @type {any} */
  let timer = null;
  let running = false;
  let hurry = false;

  function work() {
    const begin = monotonic();
    running = true;
    while (queue.length > 0) {
      const { done, value: pause } = queue[0].next();
      if (done) queue.shift();
      else if (!hurry && (pause > 0 || monotonic() - begin >= SLICE)) {
        timer = setTimer(slice, pause);
        break;
      }
    }
    running = false;
    if (queue.length === 0) hurry = false;
  }

  function slice() {
    timer = null;
    work();
  }

  return {
    /** @param {Job} job  begins in a task of its own */
    add(job) {
      queue.push(job);
      if (timer === null && !running) timer = setTimer(slice, 0);
    },
    /** Does everything that is waiting now, without any pause. Within a job it only lifts the pauses. */
    rush() {
      hurry = queue.length > 0;
      if (running) return;
      if (timer !== null) clearTimer(timer);
      timer = null;
      work();
    },
    isBusy: () => queue.length > 0,
  };
}

/** @typedef {ReturnType<typeof createRunner>} Runner */

/** Runs one job to its end, now. @template T @param {Generator<number, T, void>} job @returns {T} */
export function runNow(job) {
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}
