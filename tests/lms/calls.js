/** The outside of an API object: every call is recorded, and tests and profiles have the last word on its answer. */

/** @typedef {import('./types.js').Session} Session */
/** @typedef {import('./types.js').Profile['answer']} Answer */

/** Functions that report the last error and so do not reset it. */
const SUPPORT = ['LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic'];

/**
 * @param {Record<string, (...args: any[]) => unknown>} functions
 * @param {object} given
 * @param {Session} given.session
 * @param {Answer} given.answer
 * @param {Answer} given.intercept  outside `answer`
 * @param {(call: Omit<import('./types.js').Call, 'time' | 'launch'>) => void} given.record
 * @returns {import('./types.js').Api}
 */
export function exposeApi(functions, { session, answer, intercept, record }) {
  /** @param {string} name @returns {(...args: unknown[]) => unknown} */
  const exposed = (name) => (...args) => {
    const call = { name, args };
    const proceed = () => {
      if (!SUPPORT.includes(name)) session.error = '0';
      return functions[name](...call.args);
    };
    try {
      const result = intercept(call, session, () => answer(call, session, proceed));
      record({ name, args, result, error: session.error });
      return result;
    } catch (error) {
      record({ name, args, result: undefined, error: session.error, threw: String(error) });
      throw error;
    }
  };
  return /** @type {import('./types.js').Api} */ (/** @type {unknown} */ (
    Object.fromEntries(Object.keys(functions).map((name) => [name, exposed(name)]))));
}
