/**
 * How long the learner has been at it: only while the page is visible, and no longer than half an hour after the last
 * sign of life. Counted on a monotonic clock in slices, so a changed clock, another time zone or a laptop that slept
 * can never give a negative or an absurd time.
 */

export const IDLE_LIMIT = 30 * 60_000;

/** @param {() => number} monotonic  milliseconds */
export function createTime(monotonic) {
  let total = 0;
  let from = monotonic();
  let lastSign = from;
  let visible = true;

  /** Adds what has passed since `from`, as far as it counts. */
  function count() {
    const now = monotonic();
    const until = Math.min(now, lastSign + IDLE_LIMIT);
    if (visible && until > from) total += until - from;
    if (!Number.isNaN(now)) from = now;
  }

  return {
    /** A key, a pointer, a scroll. */
    activity() {
      count();
      lastSign = from;
    },
    hide() {
      count();
      visible = false;
    },
    show() {
      count();
      visible = true;
      lastSign = from;
    },
    /** A new session of the LMS begins: it adds the times of sessions itself (RTE 3.4.4, total_time). */
    restart() {
      count();
      total = 0;
      visible = true;
      lastSign = from;
    },
    /** Milliseconds in this session. */
    elapsed() {
      count();
      return total;
    },
    isActive: () => visible && monotonic() - lastSign < IDLE_LIMIT,
  };
}

/** @typedef {ReturnType<typeof createTime>} Time */
