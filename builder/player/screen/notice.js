/** The one banner: what happened, what is safe, what to do. Never a dialog that stops the learner. */

import { find, icon, make, moveFocus } from './dom.js';

/** @typedef {import('../types.js').Health} Health */

/**
 * @typedef {object} Words
 * @property {'problem' | 'warm' | ''} kind   problem: data may be lost
 * @property {string} sign
 * @property {string} title
 * @property {string} text
 * @property {string} [retry]   words of the button that tries again
 */

/** @type {Record<Exclude<Health['notice'], 'none'>, (saving: Health['saving']) => Words>} */
const NOTICES = {
  'no-lms': (saving) => ({
    kind: 'warm',
    sign: 'device',
    title: 'Je voortgang gaat niet naar een leeromgeving',
    text: saving === 'unsaved'
      ? 'Deze cursus is los geopend. Je kunt alles lezen en oefenen. Sluit je de bladzijde, dan is je voortgang weg.'
      : 'Deze cursus is los geopend. Je voortgang blijft op dit apparaat bewaard. Open de cursus in je leeromgeving als je resultaat mee moet tellen.',
  }),
  'scorm-2004': () => ({
    kind: 'warm',
    sign: 'device',
    title: 'Deze leeromgeving spreekt een andere versie van SCORM',
    text: 'De cursus is gemaakt voor SCORM 1.2. Je kunt alles lezen en oefenen. Je voortgang blijft op dit apparaat. Vraag je beheerder om de cursus als SCORM 1.2 toe te voegen.',
  }),
  'broken-lms': (saving) => ({
    kind: saving === 'unsaved' ? 'problem' : 'warm',
    sign: 'unsaved',
    title: 'De leeromgeving bewaart je antwoorden nu niet',
    text: `${safe(saving)} Ga gerust verder. Sluit straks de cursus en open hem opnieuw in de leeromgeving.`,
    retry: 'Probeer opnieuw',
  }),
  offline: (saving) => ({
    kind: saving === 'unsaved' ? 'problem' : 'warm',
    sign: 'unsaved',
    title: 'Er is geen verbinding',
    text: `${safe(saving)} Ga gerust verder. Zodra er weer verbinding is, wordt alles opgeslagen. Laat deze bladzijde open.`,
    retry: 'Probeer opnieuw',
  }),
  'signed-out': (saving) => ({
    kind: saving === 'unsaved' ? 'problem' : 'warm',
    sign: 'unsaved',
    title: 'Je bent niet meer ingelogd',
    text: `${safe(saving)} Log in een nieuw tabblad weer in bij je leeromgeving. Kom dan hier terug en kies ‘Probeer opnieuw’.`,
    retry: 'Probeer opnieuw',
  }),
  'other-window': () => ({
    kind: 'warm',
    sign: 'help',
    title: 'Deze cursus staat ook in een ander venster open',
    text: 'Ga verder in het venster waar je het laatst bezig was, en sluit dit. Zo raakt er niets door elkaar.',
  }),
  restored: () => ({
    kind: '',
    sign: 'saved',
    title: 'Je antwoorden van de vorige keer zijn terug',
    text: 'De leeromgeving had ze nog niet. Ze stonden nog op dit apparaat en worden nu opgeslagen.',
  }),
};

/** @param {Health['saving']} saving */
const safe = (saving) => (saving === 'unsaved'
  ? 'Je laatste antwoorden staan alleen in dit venster.'
  : 'Je antwoorden staan veilig op dit apparaat.');

/** Notices that can come, go, and come again. @type {Set<Health['notice']>} */
const TROUBLE = new Set(['broken-lms', 'offline', 'signed-out', 'other-window']);

/** What the learner closed: not told again as long as the trouble lasts. @type {Set<string>} */
const closed = new Set();

/**
 * @param {Health} health
 * @param {() => void} retry
 */
export function showNotice(health, retry) {
  const place = find('[data-notices]');
  const name = health.notice === 'none' ? '' : `${health.notice}/${health.saving === 'unsaved'}`;
  if (!TROUBLE.has(health.notice)) for (const other of closed) if (other !== name) closed.delete(other);
  if (place.dataset.shown === name) return;
  place.dataset.shown = name;
  place.querySelector('[data-health]')?.remove();
  if (health.notice === 'none' || closed.has(name)) return;
  const words = NOTICES[health.notice](health.saving);
  const actions = make('div', { class: 'actions' });
  if (words.retry) actions.append(button(words.retry, 'button button--quiet', retry));
  actions.append(button('Sluit deze melding', 'text-button', () => {
    closed.add(name);
    dismiss(place.querySelector('[data-health]'));
  }));
  place.prepend(banner(words, [actions], { 'data-health': '' }));
}

/** @type {Record<'damaged' | 'newer' | 'other-edition', [string, string]>} */
const FRESH = {
  damaged: ['Je eerdere voortgang is niet te lezen', 'Wat de leeromgeving bewaarde, is beschadigd. Je begint hier opnieuw. Er wordt pas iets overschreven als je verdergaat.'],
  newer: ['Je begon in een nieuwere versie van deze cursus', 'Deze versie kan je voortgang niet lezen. Vraag je beheerder om de nieuwe versie. Ga je hier toch verder, dan begin je opnieuw.'],
  'other-edition': ['Je begon in een andere editie van deze cursus', 'Die voortgang past niet bij deze editie. Ga je hier verder, dan begin je opnieuw.'],
};

/** A saved state that cannot be used: say so before anything is written over it. @param {keyof typeof FRESH} reason */
export function showFreshStart(reason) {
  const place = find('[data-notices]');
  const [title, text] = FRESH[reason];
  const actions = make('div', { class: 'actions' }, button('Ik begin opnieuw', 'text-button', () => dismiss(section)));
  const section = banner({ kind: 'warm', sign: 'help', title, text }, [actions]);
  place.append(section);
}

/** The focus goes from the button that is gone to where the learner was (WCAG 2.4.3). @param {Element | null} section */
function dismiss(section) {
  section?.remove();
  moveFocus(document.querySelector('.is-current h1'));
}

/**
 * @param {Words} words
 * @param {HTMLElement[]} rest
 * @param {Record<string, string>} [attributes]
 */
function banner({ kind, sign, title, text }, rest, attributes = {}) {
  return make('section', { class: `notice${kind ? ` notice--${kind}` : ''}`, role: kind === 'problem' ? 'alert' : 'status', ...attributes },
    make('div', { class: 'notice__frame' }, icon(sign),
      make('div', { class: 'notice__text' }, make('h2', { class: 'notice__title' }, title), make('p', {}, text), ...rest)));
}

/** @param {string} words @param {string} style @param {() => void} act */
function button(words, style, act) {
  const element = make('button', { type: 'button', class: style }, words);
  element.addEventListener('click', act);
  return element;
}
