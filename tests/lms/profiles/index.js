/** The profiles by name: what a test matrix goes through. */
import { hostile } from './hostile.js';
import { minimal } from './minimal.js';
import { moodle } from './moodle.js';
import { openEdx } from './open-edx.js';
import { strict } from './strict.js';

/** Given a way to block the page, a profile takes its time.
 * @type {Readonly<Record<string, (wait?: (milliseconds: number) => void) => import('../types.js').Profile>>} */
export const PROFILES = Object.freeze({
  strict,
  moodle: () => moodle(),
  'moodle-strict': () => moodle({ scormstandard: 1 }),
  'open-edx': openEdx,
  minimal,
  hostile: (wait) => hostile({ wait }),
});
