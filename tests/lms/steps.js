/** Steps that the tests of the LMS take. */

/** A launch in which the course has begun. @param {import('./lms.js').Lms} lms @param {import('./types.js').LaunchOptions} [asked] */
export function start(lms, asked) {
  const running = lms.launch(asked);
  running.API.LMSInitialize('');
  return running;
}

/** @param {import('./lms.js').Running} running @param {Record<string, string>} values */
export function set({ API }, values) {
  for (const [element, value] of Object.entries(values)) API.LMSSetValue(element, value);
}
