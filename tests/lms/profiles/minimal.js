/** An LMS with the mandatory part of cmi.core and cmi.suspend_data; all else is error 401. */
import { strict } from './strict.js';

/** @returns {import('../types.js').Profile} */
export function minimal() {
  return {
    ...strict(),
    name: 'minimal',
    about: 'only the mandatory elements of cmi.core and suspend_data',
    implemented: ({ name, mandatory }) => mandatory && (name.startsWith('cmi.core.') || name === 'cmi.suspend_data'),
  };
}
