/** Small helpers for the page. Behaviour hangs on data attributes, looks on classes. */

/**
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement}
 */
export function find(selector, root = document) {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`no ${selector} in the page`);
  return /** @type {HTMLElement} */ (element);
}

/**
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement[]}
 */
export function all(selector, root = document) {
  return /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
}

/**
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * An interface icon from the page's own set of symbols.
 * @param {string} name  such as 'check'
 */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

/**
 * Puts the children in the order of `ids`, by the value of `attribute`; others stay behind.
 * @param {HTMLElement} parent
 * @param {string} attribute
 * @param {string[]} ids
 */
export function reorder(parent, attribute, ids) {
  const children = /** @type {HTMLElement[]} */ ([...parent.children]);
  for (const id of ids) {
    const child = children.find((element) => element.getAttribute(attribute) === id);
    if (child) parent.append(child);
  }
}

/**
 * Puts the focus where the learner goes on. Who uses the keyboard has to see it (WCAG 2.4.11); for who clicks, the page
 * stays still. The browser knows which of the two it is.
 * @param {HTMLElement | null | undefined} element
 */
export function moveFocus(element) {
  element?.focus({ preventScroll: true });
  if (element?.matches(':focus-visible')) element.scrollIntoView({ block: 'nearest' });
}
