/**
 * Does the server that the package came from still answer this learner?
 *
 * An LMS may say "true" while offline or logged out, so the player fetches a tiny file of its own package, whose exact
 * content it knows. Where that cannot work (opened from a file, fetch forbidden, the LMS changes files) nothing is
 * concluded: only a probe that has once answered right can tell by a wrong answer that something broke.
 */

/** @typedef {'ok' | 'offline' | 'signed-out' | 'unknown'} Verdict */

/**
 * @typedef {object} ProbePorts
 * @property {((url: string, options: any) => Promise<{ok: boolean, status: number, type: string,
 *   redirected: boolean, text(): Promise<string>}>) | null} fetch
 * @property {() => boolean} online
 * @property {(run: () => void, ms: number) => any} setTimer
 * @property {(timer: any) => void} clearTimer
 */

/** Longer than this is as good as no answer. */
const PATIENCE = 3_000;

/**
 * @param {ProbePorts} ports
 * @param {{url: string, content: string}} file  a file of the package, relative to the page
 * @returns {() => Promise<Verdict>} never rejects
 */
export function createProbe({ fetch, online, setTimer, clearTimer }, { url, content }) {
  let trusted = false;

  /** @returns {Promise<Verdict>} */
  async function ask() {
    if (!fetch) return 'unknown';
    // A page to log in may come by a redirect to another host, which would look like a broken network.
    const response = await fetch(url, { cache: 'no-store', credentials: 'same-origin', redirect: 'manual' });
    if (response.type === 'opaqueredirect' || response.redirected) return 'signed-out';
    if (response.status === 401 || response.status === 403) return 'signed-out';
    if (!response.ok) return 'offline';
    return (await response.text()).trim() === content.trim() ? 'ok' : 'signed-out';
  }

  return () => new Promise((resolve) => {
    const timer = setTimer(() => settle('offline'), PATIENCE);
    /** @param {Verdict} verdict */
    function settle(verdict) {
      clearTimer(timer);
      if (verdict === 'ok') trusted = true;
      resolve(online() === false ? 'offline' : trusted ? verdict : 'unknown');
    }
    // Called inside, so that a fetch that throws at once is caught too.
    Promise.resolve().then(ask).then(settle, () => settle('offline'));
  });
}
