/**
 * What is wrong with the page that is open: one line each. It looks at all words of the page, also those that unfold
 * later and the questions that may be drawn, but not at those of another sector.
 */
(() => {
  const page = document.querySelector('.is-current');
  const sector = document.documentElement.dataset.sector;
  const found = [];

  const isForOthers = (element) => {
    const owner = element?.closest('[data-sectors]');
    if (!owner) return false;
    return !owner.dataset.sectors.split(' ').includes(sector) || isForOthers(owner.parentElement);
  };

  const words = [];
  const pool = page.querySelector('[data-assessment]') ? document.querySelector('template').content : page;
  for (const part of new Set([page, pool])) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (data.trim() && !parentElement.closest('script, style') && !isForOthers(parentElement)) words.push(data);
    }
    for (const element of part.querySelectorAll('[aria-label], [alt], [title], [placeholder]')) {
      if (isForOthers(element)) continue;
      for (const name of ['aria-label', 'alt', 'title', 'placeholder']) if (element.hasAttribute(name)) words.push(element.getAttribute(name));
    }
  }

  const heading = page.querySelector('h1');
  if (!heading?.innerText.trim()) found.push('no heading');
  const shown = page.innerText.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  // Before the test is passed, the proof only says how to get it.
  if (shown.length < (page.dataset.lesson === 'bewijs' ? 10 : 40)) found.push(`nearly empty: ${shown.length} words`);
  for (const box of page.querySelectorAll('section, article, figure, li, td, th, h2, h3, h4, summary, button, legend, label, dt, dd')) {
    if (isForOthers(box) || getComputedStyle(box).display === 'none' || box.closest('[aria-hidden="true"], [hidden]')) continue;
    const says = box.textContent.trim() || box.getAttribute('aria-label') || box.querySelector('svg, img, input, select, textarea, canvas, [aria-label]');
    // A cell of a table or a place that a script fills may be empty.
    if (!says && !box.matches('td, th:empty, [data-place], [role="status"]')) found.push(`empty: ${box.outerHTML.slice(0, 120)}`);
  }

  const leftovers = {
    'a term that was not filled in': /\{\{|\}\}|\{%|%\}|\{#|\b\p{Ll}+_\p{Ll}+\b/u,
    'a placeholder': /\b(?:TODO|TBD|FIXME|XXX+|lorem|ipsum|nog invullen|volgt nog)\b|\?\?\?|\.\.\.\./i,
    'a value of the program': /\b(?:undefined|NaN|null|None)\b|\[object /,
    'Markdown': /\*\*|\]\(|(?:^|\s)#{1,6} |`/,
    'HTML': /<\/?[a-z]+[ >]|&(?:nbsp|amp|lt|gt|quot|shy);/,
    'a name of a type': /\b(?:single-choice|multiple-choice|true-false|sector-comparison|help-lines|worked-example)\b/,
    'English': /\b(?:Submit|Next|Previous|Check|Retry|Close|Loading|Score:|Question|Answer|Correct|Incorrect|Search)\b/,
  };
  for (const text of words) {
    for (const [name, pattern] of Object.entries(leftovers)) {
      if (pattern.test(text)) found.push(`${name}: ${text.trim().slice(0, 120)}`);
    }
  }

  const pages = new Map([...document.querySelectorAll('[data-lesson]')].map((element) => [element.dataset.lesson, element]));
  const files = [];
  for (const link of page.querySelectorAll('a')) {
    if (isForOthers(link)) continue;
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#')) {
      const id = decodeURIComponent(href.slice(1));
      const target = pages.get(id) ?? document.getElementById(id);
      if (!target) found.push(`a link to nothing: ${href}`);
      else if (isForOthers(target)) found.push(`a link to another sector: ${href}`);
      else if (!pages.has(id) && !page.contains(target)) found.push(`a link to a page that is not open: ${href}`);
    } else if (/^https?:/.test(href)) {
      if (link.target !== '_blank' || !/noopener/.test(link.rel)) found.push(`a link out of the frame: ${href}`);
    } else if (/^[a-z]+:/.test(href)) {
      if (!/^(?:tel:\d+|sms:\d+|mailto:\S+)$/.test(href)) found.push(`an odd address: ${href}`);
    } else {
      files.push(href);
    }
  }
  for (const use of page.querySelectorAll('use')) {
    if (!document.querySelector(use.getAttribute('href'))) found.push(`a drawing that is not there: ${use.getAttribute('href')}`);
  }
  for (const image of page.querySelectorAll('img')) files.push(image.getAttribute('src'));
  for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls']) {
    for (const element of page.querySelectorAll(`[${name}]`)) {
      for (const id of element.getAttribute(name).split(/\s+/)) {
        if (id && !document.getElementById(id)) found.push(`${name} points at nothing: ${id}`);
      }
    }
  }
  return { found, files: files.filter((name) => !name.startsWith('data:')) };
})()
