/** Sums of CMITimespan values, for cmi.core.total_time. */

/** @param {string} timespan such as '0000:12:30.50' @returns {number} hundredths of a second */
export function hundredths(timespan) {
  const [hours, minutes, seconds] = timespan.split(':').map(Number);
  return Math.round((hours * 3600 + minutes * 60 + seconds) * 100);
}

/** @param {number} total hundredths of a second @returns {string} 'HHHH:MM:SS.SS' */
export function timespan(total) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  const seconds = Math.floor(total / 100);
  const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(total % 100)}`;
}

/** @param {string} one @param {string} other */
export const addTimespans = (one, other) => timespan(hundredths(one) + hundredths(other));
