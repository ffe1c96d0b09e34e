/** The learner's name as people write it, out of cmi.core.student_name (RTE 3.4.4: 'Vries, Jan de'; LMSs differ). */

const LONGEST = 100;
const MARKS = new Map([
  ['acute', '\u0301'], ['grave', '\u0300'], ['circ', '\u0302'], ['uml', '\u0308'], ['tilde', '\u0303'],
  ['cedil', '\u0327'], ['ring', '\u030a'], ['caron', '\u030c'],
]);
const SIGNS = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', '’'], ['nbsp', ' ']]);

/**
 * A name to show as text, never to know someone by. '' when the LMS gave none.
 * @param {string} given
 */
export function displayName(given) {
  const name = withoutEntities(given).replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (/^((undefined|null)[ ,]*)+$/i.test(name)) return '';
  const parts = name.split(',').map((part) => part.trim());
  const turned = parts.length === 2 && parts.every(Boolean) ? `${parts[1]} ${parts[0]}` : name;
  return turned.length > LONGEST ? `${[...turned].slice(0, LONGEST).join('').trim()}…` : turned;
}

/** Some LMSs hand names out as they put them into HTML. @param {string} text */
const withoutEntities = (text) => text
  .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([A-Za-z]+));/gi, (entity, hex, decimal, name) => (
    name ? named(entity, name) : character(entity, hex ? parseInt(hex, 16) : Number(decimal))))
  .normalize('NFC');

/** @param {string} entity @param {string} name */
function named(entity, name) {
  const mark = MARKS.get(name.slice(1));
  return mark ? name[0] + mark : SIGNS.get(name) ?? entity;
}

/** @param {string} entity @param {number} code */
const character = (entity, code) => (code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : entity);
