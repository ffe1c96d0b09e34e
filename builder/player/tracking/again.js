/**
 * Sending something a second time to an LMS that counts it as stored while it was not.
 *
 * Moodle sends only what changed since the last commit, and counts a commit that failed, or never left the browser. So
 * each value is first set to something else that is allowed there, committed, and then set right.
 */

const STATUS = new Map([
  ['passed', 'completed'], ['completed', 'incomplete'], ['incomplete', 'not attempted'], ['not attempted', 'incomplete'],
]);

/**
 * A different value that the same element allows; null when there is none, or when it differs each time anyway.
 * @param {string} element
 * @param {string} value
 * @returns {string | null}
 */
export function differently(element, value) {
  const part = element.slice(element.lastIndexOf('.') + 1);
  switch (part) {
    case 'suspend_data':
    case 'session_time':
      return null;
    case 'lesson_status':
      // Not final: an LMS may end the attempt on it, with the other values still different. 'passed' comes after
      // 'completed' in any case, and for 'incomplete' there is no other word that says nothing.
      return value === 'completed' ? 'incomplete' : null;
    case 'status':
      return STATUS.get(value) ?? null;
    case 'exit':
      // While unfinished the state hangs on 'suspend' in many LMSs: not to be touched.
      return value === '' ? 'suspend' : null;
    case 'raw':
    case 'min':
    case 'max':
      return String(value === '0' ? 0.01 : Math.round((Number(value) - 0.01) * 100) / 100);
    case 'type':
      return value === 'performance' ? 'fill-in' : 'performance';
    case 'result':
      return value === 'neutral' ? 'unanticipated' : 'neutral';
    case 'id':
    case 'lesson_location':
      return `${value}.`;
    default:
      return lastChanged(value);
  }
}

/** Another last character of the same kind, so that the format stays right. @param {string} value */
function lastChanged(value) {
  const last = value.at(-1) ?? '';
  const rest = value.slice(0, -1);
  if (/\d/.test(last)) return `${rest}${(Number(last) + 1) % 10}`;
  if (last === 't' || last === 'f') return `${rest}${last === 't' ? 'f' : 't'}`;
  if (/[a-y]/.test(last)) return rest + String.fromCharCode(last.charCodeAt(0) + 1);
  return value === '' ? null : `${rest}a`;
}
