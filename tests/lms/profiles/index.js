/** The profiles by name: what a test matrix goes through. */
import { hostile } from './hostile.js';
import { minimal } from './minimal.js';
import { moodle } from './moodle.js';
import { openEdx } from './open-edx.js';
import { strict } from './strict.js';

/** @type {Readonly<Record<string, () => import('../types.js').Profile>>} */
export const PROFILES = Object.freeze({
  strict,
  moodle: () => moodle(),
  'moodle-strict': () => moodle({ scormstandard: 1 }),
  'open-edx': openEdx,
  minimal,
  hostile: () => hostile(),
});
