/**
 * Browser events to the tracker. Never `unload` or `beforeunload`: browsers skip or forbid them, phones never fire
 * them, and one of them shows a dialog. `pagehide` and `visibilitychange` come in either order; the tracker is ready.
 */

/** @typedef {import('./tracker.js').Tracker} Tracker */

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'scroll', 'touchstart'];

/**
 * @param {any} windowLike  a window, or what stands for it in a test
 * @param {Tracker} tracker
 * @returns {() => void} stops listening
 */
export function attachLifecycle(windowLike, tracker) {
  const { document } = windowLike;
  /** @type {[any, string, (event: any) => void][]} */
  const listeners = [
    [document, 'visibilitychange', () => (document.visibilityState === 'hidden' ? tracker.hide() : tracker.show())],
    [windowLike, 'pagehide', () => tracker.finish()],
    // Back from the back/forward cache: `pagehide` ended the session of the LMS, so a new one begins.
    [windowLike, 'pageshow', (event) => { if (event.persisted) tracker.resumeFromCache(); }],
    [windowLike, 'online', () => tracker.retry()],
    [windowLike, 'offline', () => tracker.retry()],
    ...SIGNS_OF_LIFE.map((name) => /** @type {[any, string, () => void]} */ (
      [windowLike, name, () => tracker.activity()])),
  ];
  const options = { passive: true, capture: true };
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener, options);
  return () => {
    for (const [target, name, listener] of listeners) target.removeEventListener(name, listener, options);
  };
}
