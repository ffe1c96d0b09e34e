/** Marks and feedback texts: the answer key in the page is the one place where the texts stand. */

import { icon } from './dom.js';

/** @typedef {'right' | 'wrong' | 'missed'} Mark */

/** @type {Record<Mark, [string, string]>} */
const WORDS = { right: ['check', 'Klopt'], wrong: ['back', 'Nog niet'], missed: ['plus', 'Hoort er ook bij'] };

/**
 * The mark behind an option, pair or step: sign and words, colour comes third.
 * @param {Mark} mark
 * @param {string} [text]
 * @param {string} [sign]
 */
export function markElement(mark, text = WORDS[mark][1], sign = WORDS[mark][0]) {
  const element = document.createElement('span');
  element.className = 'mark';
  element.append(icon(sign), text);
  return element;
}

/**
 * A copy of what the answer key says, or nothing.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {Node[]}
 */
export function keyTexts(root, selector) {
  const text = root.querySelector(`.answer-key ${selector}`);
  return text ? [...text.childNodes].map((node) => node.cloneNode(true)) : [];
}

/**
 * @param {'right' | 'wrong' | 'half'} kind
 * @param {string} title
 * @param {Node[]} content
 * @param {boolean} [withIcon]
 */
export function feedbackBox(kind, title, content, withIcon = true) {
  const box = document.createElement('div');
  box.className = `feedback feedback--${kind}`;
  const head = document.createElement('p');
  head.className = 'feedback__title';
  if (withIcon) head.append(icon(kind === 'right' ? 'check' : 'back'));
  head.append(title);
  box.append(head, ...content);
  return box;
}

/** @param {string} words */
export function paragraph(words) {
  const element = document.createElement('p');
  element.append(words);
  return element;
}

/**
 * The words that a learner sees of an element: not those for other sectors, no soft hyphens.
 * @param {Element | null} element
 * @returns {string}
 */
export function words(element) {
  return visible(element).replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}

/** @param {Element | null} element @returns {string} */
function visible(element) {
  const parts = element ? [...element.childNodes].map((node) => {
    if (!(node instanceof Element)) return node.textContent ?? '';
    const { display } = getComputedStyle(node);
    if (display === 'none') return '';
    return display.startsWith('inline') ? visible(node) : ` ${visible(node)} `;
  }) : [];
  return parts.join('');
}
