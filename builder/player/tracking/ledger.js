/**
 * What the LMS was told in this session, and what of that it surely has.
 *
 * "Surely" means: a commit answered 'true' and the server was seen to answer after it. LMSs say 'true' to a commit that
 * never left the browser, and then count the values as stored (Moodle does both).
 */

export function createLedger() {
  /** @type {Map<string, string>} element → value */
  const written = new Map();
  /** @type {Map<string, number>} element → number of the write that is not sure yet */
  const unsure = new Map();
  /** @type {Map<string, string>} element → right value, while it holds another one in passing */
  const meant = new Map();
  let writes = 0;

  return {
    /** @type {ReadonlyMap<string, string>} */
    written,
    /** The value that an element should have, whatever it holds in passing. @param {string} element */
    meant: (element) => meant.get(element) ?? written.get(element) ?? '',
    /**
     * The LMS took a value.
     * @param {string} element
     * @param {string} value
     * @param {boolean} [passing]  it is not the right one yet (again.js)
     */
    set(element, value, passing = false) {
      if (passing) meant.set(element, this.meant(element));
      else meant.delete(element);
      written.set(element, value);
      writes += 1;
      unsure.delete(element);
      unsure.set(element, writes);
    },
    /** The LMS has it from before, or will never take it: no need to tell. @param {string} element @param {string} value */
    assume(element, value) {
      written.set(element, value);
      unsure.delete(element);
    },
    /** Nobody knows what it holds now. @param {string} element */
    forget(element) {
      written.delete(element);
      unsure.delete(element);
      meant.delete(element);
    },
    /** Does an element other than these hold another value than it should? @param {...string} except */
    isUnsettled: (...except) => [...meant.keys()].some((element) => !except.includes(element)),
    /** Marks all writes until now; give the mark to `confirm` when they turn out to be safe. */
    mark: () => writes,
    /** @param {number} mark */
    confirm(mark) {
      for (const [element, write] of unsure) if (write <= mark) unsure.delete(element);
    },
    /** Elements that the LMS may not have, in the order in which they were written. */
    unconfirmed: () => [...unsure.keys()],
  };
}

/** @typedef {ReturnType<typeof createLedger>} Ledger */
