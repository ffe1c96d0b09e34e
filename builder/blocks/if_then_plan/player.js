/** The if-then plan: choices and own words become one sentence. It stays on the device and can be printed. */

import { all, find } from '../../player/screen/dom.js';
import { printPage } from '../../player/screen/print.js';

/** @type {Record<string, string>} */
const MISSING = { moment: 'een moment', action: 'een actie', obstacle: 'nog niets', helper: 'nog niemand', date: 'nog geen datum' };

/** @type {import('../../player/types.js').BlockBehaviour} */
export default {
  block: 'if-then-plan',
  enhance(root, notes) {
    const id = root.dataset.plan ?? '';
    restore(root, notes.read(id));
    const change = () => {
      show(root);
      notes.write(id, JSON.stringify(collect(root)));
    };
    root.addEventListener('input', (event) => {
      const own = event.target instanceof HTMLInputElement ? event.target.dataset.own : undefined;
      if (own && event.target instanceof HTMLInputElement && event.target.value) radio(root, own, 'own').checked = true;
      change();
    });
    find('[data-print-plan]', root).addEventListener('click', () => printPage(window, null));
    show(root);
  },
};

/** @param {HTMLElement} root @param {string} part @param {string} value */
const radio = (root, part, value) => /** @type {HTMLInputElement} */ (find(`[data-part-choice="${part}"] input[type="radio"][value="${value}"]`, root));

/** @param {HTMLElement} root @param {string} part */
const ownField = (root, part) => /** @type {HTMLInputElement} */ (find(`[data-own="${part}"]`, root));

/** @param {HTMLElement} root @param {string} part @returns {HTMLInputElement | null} */
const chosen = (root, part) => root.querySelector(`[data-part-choice="${part}"] input[type="radio"]:checked`);

/** The words of a choice as they stand in the middle of a sentence. @param {HTMLElement} root @param {string} part */
function words(root, part) {
  const choice = chosen(root, part);
  if (!choice) return '';
  if (choice.value === 'own') return ownField(root, part).value.trim();
  const label = choice.closest('label')?.querySelector('.option__text');
  return visibleText(label ?? null);
}

/** Text without the words of other sectors. @param {Element | null} element @returns {string} */
function visibleText(element) {
  const parts = element ? [...element.childNodes].map((node) => {
    if (node instanceof Element) return getComputedStyle(node).display === 'none' ? '' : visibleText(node);
    return node.textContent ?? '';
  }) : [];
  return parts.join('').trim().replace(/\.$/, '');
}

/** @param {HTMLElement} root */
function collect(root) {
  /** @type {Record<string, string>} */
  const plan = {};
  for (const part of ['moment', 'action']) {
    plan[part] = chosen(root, part)?.value ?? '';
    plan[`own-${part}`] = ownField(root, part).value;
  }
  for (const field of /** @type {HTMLInputElement[]} */ (all('[data-field]', root))) plan[field.dataset.field ?? ''] = field.value;
  return plan;
}

/** @param {HTMLElement} root @param {string} text */
function restore(root, text) {
  /** @type {Record<string, string>} */
  let plan = {};
  try {
    plan = JSON.parse(text || '{}');
  } catch {
    return;
  }
  for (const part of ['moment', 'action']) {
    ownField(root, part).value = plan[`own-${part}`] ?? '';
    const choice = /** @type {HTMLInputElement[]} */ (all(`[data-part-choice="${part}"] input[type="radio"]`, root)).find(({ value }) => value === plan[part]);
    if (choice) choice.checked = true;
  }
  for (const field of /** @type {HTMLInputElement[]} */ (all('[data-field]', root))) field.value = plan[field.dataset.field ?? ''] ?? '';
}

/** @param {HTMLElement} root */
function show(root) {
  const plan = collect(root);
  const date = plan.date ? new Date(`${plan.date}T12:00:00`).toLocaleDateString('nl-NL', { dateStyle: 'long' }) : '';
  const values = { moment: words(root, 'moment'), action: words(root, 'action'), obstacle: plan.obstacle, helper: plan.helper, date };
  for (const [part, value] of Object.entries(values)) {
    const place = find(`.plan__result [data-part="${part}"]`, root);
    place.textContent = value || MISSING[part];
    place.classList.toggle('missing', !value);
  }
}
