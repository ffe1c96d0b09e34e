/** Marks and feedback texts: the answer key in the page is the one place where the texts stand. */

import { icon } from './dom.js';

/** @typedef {'right' | 'wrong' | 'missed'} Mark */

/** @type {Record<Mark, [string, string]>} */
const WORDS = { right: ['check', 'Klopt'], wrong: ['back', 'Nog niet'], missed: ['plus', 'Hoort er ook bij'] };

/**
 * The mark behind an option, pair or step: sign and words, colour comes third.
 * @param {Mark} mark
 * @param {string} [words]
 */
export function markElement(mark, words) {
  const element = document.createElement('span');
  element.className = 'mark';
  element.append(icon(WORDS[mark][0]), words ?? WORDS[mark][1]);
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
