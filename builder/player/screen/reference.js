/** The reference: shows what fits while one types, marks the words found, and says how much there is. */

import { sectorOf } from '../course/state.js';
import { all, find, make } from './dom.js';
import { holds, spans, words } from './search.js';

/** @typedef {import('./app.js').App} App */

/** Up to this many entries are opened to show the words in them; more would bury each other. */
const OPENED = 6;

/** @param {App} app */
export function mountReference(app) {
  const form = find('[data-search]');
  const field = /** @type {HTMLInputElement} */ (find('[type="search"]', form));
  const step = /** @type {HTMLSelectElement} */ (find('select', form));
  const list = find('[data-reference]');
  const steps = all('[data-step]', list);
  /** Entries that were opened here, and are closed again. @type {Set<HTMLElement>} */
  const opened = new Set();

  function show() {
    unmark(list);
    for (const entry of opened) entry.removeAttribute('open');
    opened.clear();
    const wanted = words(field.value);
    /** @type {HTMLElement[]} */
    const found = [];
    for (const part of steps) {
      const here = entries(part).filter((entry) => {
        const isOwn = isForSector(entry);
        const fits = isOwn && (!step.value || part.dataset.step === step.value) && holds(shown(entry), wanted);
        entry.hidden = isOwn && !fits;
        return fits;
      });
      part.hidden = here.length === 0;
      found.push(...here);
    }
    if (wanted.length > 0) for (const entry of found) mark(entry, wanted);
    if (wanted.length > 0 && found.length <= OPENED) {
      for (const entry of found) {
        if (!(entry instanceof HTMLDetailsElement) || entry.open) continue;
        entry.open = true;
        opened.add(entry);
      }
    }
    find('[data-nothing]', list).hidden = found.length > 0;
    find('[data-found]', form).textContent = `${found.length} ${found.length === 1 ? 'onderwerp' : 'onderwerpen'}`;
  }

  /** @param {HTMLElement} element */
  function isForSector(element) {
    const sectors = element.dataset.sectors;
    const sector = sectorOf(app.state());
    if (sectors === '*') return !sector;
    return !sectors || !sector || sectors.split(' ').includes(sector);
  }

  /** The text nodes of an entry that this sector sees. @param {HTMLElement} entry */
  function texts(entry) {
    const walker = document.createTreeWalker(entry, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (!(node instanceof HTMLElement)) return node instanceof Text ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
      return isForSector(node) && !node.classList.contains('visually-hidden') ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT;
    });
    /** @type {Text[]} */
    const found = [];
    while (walker.nextNode()) found.push(/** @type {Text} */ (walker.currentNode));
    return found;
  }

  /** @param {HTMLElement} entry */
  function shown(entry) {
    return texts(entry).map((text) => text.data).join(' ');
  }

  /** @param {HTMLElement} entry @param {string[]} wanted */
  function mark(entry, wanted) {
    for (const text of texts(entry)) {
      for (const [from, to] of spans(text.data, wanted).reverse()) {
        const word = text.splitText(from);
        word.splitText(to - from);
        word.replaceWith(make('mark', {}, word.data));
      }
    }
  }

  field.addEventListener('input', show);
  step.addEventListener('change', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const first = steps.flatMap(entries).find((entry) => !entry.hidden && isForSector(entry));
    first?.querySelector(/** @type {'a'} */ ('summary, a'))?.focus();
  });
  let sector = sectorOf(app.state());
  show();
  app.follow(() => {
    if (sectorOf(app.state()) === sector) return;
    sector = sectorOf(app.state());
    show();
  });
}

/** @param {HTMLElement} part */
function entries(part) {
  return all(':scope > details, :scope > ul > li', part);
}

/** @param {HTMLElement} root */
function unmark(root) {
  for (const element of all('mark', root)) {
    const parent = element.parentNode;
    element.replaceWith(element.textContent ?? '');
    parent?.normalize();
  }
}
