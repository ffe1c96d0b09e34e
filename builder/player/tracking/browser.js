/** The tracker's ports, made from a real window. The only room of tracking that knows what a browser offers. */

import { createProbe } from './confirm.js';

/**
 * @param {any} windowLike
 * @param {{course: string, probe: {url: string, content: string}}} settings
 *   probe: a tiny file of the package; its url is relative to the page
 * @returns {import('./tracker.js').Ports}
 */
export function browserPorts(windowLike, { course, probe }) {
  const { performance, navigator } = windowLike;
  const timers = {
    /** @param {() => void} run @param {number} ms */
    setTimer: (run, ms) => windowLike.setTimeout(run, ms),
    /** @param {any} timer */
    clearTimer: (timer) => windowLike.clearTimeout(timer),
  };
  const online = () => navigator.onLine !== false;
  const canFetch = typeof windowLike.fetch === 'function' && windowLike.location.protocol !== 'file:';
  return {
    windowLike,
    monotonic: () => performance.now(),
    ...timers,
    online,
    storage: deviceStorage(windowLike),
    channel: openChannel(windowLike, course),
    probe: createProbe({ ...timers, online, fetch: canFetch ? windowLike.fetch.bind(windowLike) : null }, probe),
  };
}

/** In a sandboxed frame, or with third-party data blocked, even looking at localStorage throws. @param {any} windowLike */
function deviceStorage(windowLike) {
  try {
    return windowLike.localStorage ?? null;
  } catch {
    return null;
  }
}

/** @param {any} windowLike @param {string} name */
function openChannel(windowLike, name) {
  try {
    const channel = new windowLike.BroadcastChannel(name);
    return {
      /** @param {string} message */
      post: (message) => channel.postMessage(message),
      /** @param {(message: string) => void} hear */
      listen: (hear) => { channel.onmessage = (/** @type {{data: unknown}} */ { data }) => hear(String(data)); },
    };
  } catch {
    return null;
  }
}
