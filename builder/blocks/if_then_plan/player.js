/** The if-then plan: choices and own words become one sentence. It stays on the device and can be printed. */

import { all, find, icon } from '../../player/screen/dom.js';
import { words } from '../../player/screen/marks.js';
import { sayWhereItStays } from '../../player/screen/notes.js';
import { printPart } from '../../player/screen/print.js';

/** @typedef {Record<string, string>} Plan  what was chosen and written, by part; '' is nothing */

/** @type {Record<string, string>} */
const MISSING = { moment: 'een moment', action: 'een actie', obstacle: 'nog niets', helper: 'nog niemand', date: 'nog geen datum' };

/** @type {import('../../player/types.js').BlockBehaviour} */
export default {
  block: 'if-then-plan',
  enhance(root, notes) {
    const id = root.dataset.plan ?? '';
    const clear = find('[data-clear-plan]', root);
    /** What was wiped just now and can still be put back. @type {Plan | null} */
    let wiped = null;
    restore(root, parse(notes.read(id)));
    sayWhereItStays(root, notes, 'Je plan');

    const change = () => {
      const plan = collect(root);
      notes.write(id, isEmpty(plan) ? '' : JSON.stringify(plan));
      show(root);
      clear.hidden = isEmpty(plan) && !wiped;
      clear.replaceChildren(...(wiped ? [icon('back'), 'Zet het plan terug'] : ['Wis dit plan']));
    };
    const say = (/** @type {string} */ text) => { find('[data-announce]', root).textContent = text; };
    root.addEventListener('input', (event) => {
      const own = event.target instanceof HTMLInputElement ? event.target.dataset.own : undefined;
      if (own && event.target instanceof HTMLInputElement && event.target.value) radio(root, own, 'own').checked = true;
      wiped = null;
      say('');
      change();
    });
    clear.addEventListener('click', () => {
      const back = wiped;
      wiped = back ? null : collect(root);
      restore(root, back ?? {});
      change();
      say(back ? 'Je plan staat er weer.' : 'Je plan is gewist.');
    });
    find('[data-print-plan]', root).addEventListener('click', () => {
      // With nothing filled in, the parts themselves go on paper, to write on.
      printPart(window, isEmpty(collect(root)) ? root : find('.plan__result', root), find('[data-print-hint]', root));
    });
    change();
  },
};

/** @param {HTMLElement} root @param {string} part @param {string} value */
const radio = (root, part, value) => /** @type {HTMLInputElement} */ (find(`[data-part-choice="${part}"] input[type="radio"][value="${value}"]`, root));

/** @param {HTMLElement} root @param {string} part */
const ownField = (root, part) => /** @type {HTMLInputElement} */ (find(`[data-own="${part}"]`, root));

/** @param {HTMLElement} root @param {string} part @returns {HTMLInputElement | null} */
const chosen = (root, part) => root.querySelector(`[data-part-choice="${part}"] input[type="radio"]:checked`);

/** @param {HTMLElement} root */
const fields = (root) => /** @type {HTMLInputElement[]} */ (all('[data-field]', root));

/** @param {Plan} plan */
const isEmpty = (plan) => Object.values(plan).every((value) => value === '');

/**
 * A part as it stands in the middle of the sentence: the sentence has ‘als’ and ‘dan’ itself.
 * @param {HTMLElement} root
 * @param {'moment' | 'action'} part
 */
function phrase(root, part) {
  const choice = chosen(root, part);
  const text = choice?.value === 'own' ? ownField(root, part).value.trim() : words(choice?.closest('label')?.querySelector('.option__text') ?? null);
  return text.replace(part === 'moment' ? /^als\s+/i : /^dan\s+/i, '').replace(/[.\s]+$/, '');
}

/** @param {HTMLElement} root @returns {Plan} */
function collect(root) {
  /** @type {Plan} */
  const plan = {};
  for (const part of ['moment', 'action']) {
    plan[part] = chosen(root, part)?.value ?? '';
    plan[`own-${part}`] = ownField(root, part).value;
  }
  for (const field of fields(root)) plan[field.dataset.field ?? ''] = field.value;
  return plan;
}

/** @param {string} text @returns {Plan} */
function parse(text) {
  try {
    return JSON.parse(text || '{}');
  } catch {
    return {};
  }
}

/** @param {HTMLElement} root @param {Plan} plan */
function restore(root, plan) {
  for (const part of ['moment', 'action']) {
    ownField(root, part).value = plan[`own-${part}`] ?? '';
    const choices = /** @type {HTMLInputElement[]} */ (all(`[data-part-choice="${part}"] input[type="radio"]`, root));
    for (const choice of choices) choice.checked = choice.value === plan[part];
    if (plan[part] && !choices.some((choice) => choice.checked)) {
      // A newer version of the course says it in other words; the learner's plan keeps its own.
      ownField(root, part).value = plan[part];
      radio(root, part, 'own').checked = true;
    }
  }
  for (const field of fields(root)) field.value = plan[field.dataset.field ?? ''] ?? '';
}

/** @param {HTMLElement} root */
function show(root) {
  const plan = collect(root);
  const date = plan.date ? new Date(`${plan.date}T12:00:00`).toLocaleDateString('nl-NL', { dateStyle: 'long' }) : '';
  const values = { moment: phrase(root, 'moment'), action: phrase(root, 'action'), obstacle: plan.obstacle, helper: plan.helper, date };
  for (const [part, value] of Object.entries(values)) {
    const place = find(`.plan__result [data-part="${part}"]`, root);
    place.textContent = value || MISSING[part];
    place.classList.toggle('missing', !value);
  }
}
