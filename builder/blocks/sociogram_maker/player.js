/** A class by initials, drawn as one types. It lives in this page only: no storage, no state, no LMS. */

import { all, find, icon, make } from '../../player/screen/dom.js';
import { HEIGHT, RADIUS, WIDTH, draw } from './layout.js';

/** More circles than this cover each other. */
const MOST = 36;
/** Letters that fit in a circle. */
const LETTERS = 4;

/** @typedef {import('./layout.js').Choices} Choices */

/**
 * @param {string} text   what was typed
 * @param {string[]} known
 * @returns {string[]} new initials, in capitals
 */
export function initials(text, known) {
  const typed = text.toUpperCase().split(/[\s,;]+/).filter(Boolean).map((word) => [...word].slice(0, LETTERS).join(''));
  return [...new Set(typed)].filter((name) => !known.includes(name)).slice(0, MOST - known.length);
}

/**
 * The network in words, for who does not see it.
 * @param {Choices} choices
 */
export function describe(choices) {
  const names = Object.keys(choices);
  const alone = names.filter((name) => !names.some((other) => choices[other].includes(name)));
  const pairs = names.flatMap((a, i) => names.slice(i + 1)
    .filter((b) => choices[a].includes(b) && choices[b].includes(a)).map((b) => `${a} en ${b}`));
  return `Netwerk van ${names.length}. Kiezen elkaar: ${pairs.join(', ') || 'niemand'}. Door niemand gekozen: ${alone.join(', ') || 'niemand'}.`;
}

/** @type {import('../../player/types.js').BlockBehaviour} */
export default {
  block: 'sociogram-maker',
  enhance(root) {
    const most = Number(root.dataset.choices);
    const field = /** @type {HTMLInputElement} */ (find('[data-add] input', root));
    /** @type {Choices} */
    let choices = {};

    const say = (/** @type {string} */ words) => { find('[data-said]', root).textContent = words; };

    function show() {
      const names = Object.keys(choices);
      find('[data-made]', root).hidden = names.length === 0;
      find('[data-rows]', root).replaceChildren(...names.map(row));
      redraw();
    }

    function redraw() {
      const names = Object.keys(choices);
      for (const name of names) {
        const count = names.filter((other) => choices[other].includes(name)).length;
        find(`[data-count="${CSS.escape(name)}"]`, root).textContent = String(count);
      }
      find('[data-field]', root).replaceChildren(...(names.length > 0 ? [network(choices)] : []));
    }

    /** @param {string} name */
    function row(name) {
      const picks = make('div', { class: 'sociogram-maker__picks' },
        ...Array.from({ length: most }, (_, place) => pick(name, place)));
      const remove = make('button', { type: 'button', class: 'text-button sociogram-maker__remove', 'aria-label': `Haal ${name} weg` }, icon('plus'));
      remove.addEventListener('click', () => {
        const { [name]: _, ...others } = choices;
        choices = Object.fromEntries(Object.entries(others).map(([other, chosen]) => [other, chosen.filter((one) => one !== name)]));
        show();
        say(`${name} is weggehaald.`);
        field.focus();
      });
      return make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, picks),
        make('td', { class: 'table__number', 'data-count': name }), make('td', {}, remove));
    }

    /** @param {string} name @param {number} place */
    function pick(name, place) {
      const select = /** @type {HTMLSelectElement} */ (make('select', { class: 'select', 'aria-label': `${name} kiest, keuze ${place + 1}`, 'data-pick': name }));
      offer(select, name, place);
      select.addEventListener('change', () => {
        const selects = /** @type {HTMLSelectElement[]} */ (all(`[data-pick="${CSS.escape(name)}"]`, root));
        choices[name] = selects.map((each) => each.value).filter(Boolean);
        selects.forEach((each, i) => offer(each, name, i));
        redraw();
      });
      return select;
    }

    /** The others that this choice can be; who was chosen already is not offered twice. @param {HTMLSelectElement} select @param {string} name @param {number} place */
    function offer(select, name, place) {
      const own = choices[name][place] ?? '';
      const others = Object.keys(choices).filter((other) => other !== name && (other === own || !choices[name].includes(other)));
      select.replaceChildren(make('option', { value: '' }, '–'), ...others.map((other) => make('option', { value: other }, other)));
      select.value = own;
    }

    find('[data-add]', root).addEventListener('submit', (event) => {
      event.preventDefault();
      const added = initials(field.value, Object.keys(choices));
      for (const name of added) choices[name] = [];
      const count = Object.keys(choices).length;
      if (added.length === 0) say(count >= MOST ? `Er passen er hooguit ${MOST} in de tekening.` : 'Typ initialen of een nummer dat er nog niet staat.');
      else say(`${added.join(', ')} ${added.length === 1 ? 'staat' : 'staan'} erbij. Kies in de tabel wie wie kiest.`);
      if (added.length > 0) field.value = '';
      show();
      field.focus();
    });

    const ask = (/** @type {boolean} */ asking) => {
      find('[data-clear]', root).hidden = asking;
      find('[data-sure]', root).hidden = !asking;
      find('[data-keep]', root).hidden = !asking;
      find(asking ? '[data-sure]' : '[data-clear]', root).focus();
    };
    find('[data-clear]', root).addEventListener('click', () => ask(true));
    find('[data-keep]', root).addEventListener('click', () => ask(false));
    find('[data-sure]', root).addEventListener('click', () => {
      choices = {};
      ask(false);
      show();
      say('Alles is gewist.');
      field.focus();
    });
  },
};

/** @param {Choices} choices */
function network(choices) {
  const { people, lines } = draw(choices);
  const drawing = shape('svg', { class: 'network', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': describe(choices) });
  for (const { x1, y1, x2, y2, mutual, head } of lines) {
    drawing.append(shape('line', { class: `network__${mutual ? 'mutual' : 'choice'}`, x1, y1, x2, y2 }));
    if (head) drawing.append(shape('path', { class: 'network__head', d: head }));
  }
  for (const { name, x, y, chosen } of people) {
    const person = shape('g', { class: `network__person${chosen ? '' : ' network__person--unchosen'}` });
    const text = shape('text', { x, y: y + 5 });
    text.textContent = name;
    person.append(shape('circle', { cx: x, cy: y, r: RADIUS }), text);
    drawing.append(person);
  }
  return drawing;
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
function shape(tag, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
