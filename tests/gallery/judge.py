"""What is judged of everything in the gallery: width, what is on the screen."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def too_wide(page: Page) -> list[str]:
    """Elements that make the page scroll sideways, or words that stick out of what holds them."""
    found: list[str] = page.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            return [...document.querySelectorAll('main *')].filter((element) => element.getBoundingClientRect().right > width + 1)
                .slice(0, 3).map((element) => `wider than ${width}: ${element.outerHTML.slice(0, 120)}`);
        }"""
    )
    return found


def torn(page: Page) -> list[str]:
    """Sentences in a flex or grid container: each of their pieces becomes a box of its own, with gaps between."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter((element) => {
            if (!/flex|grid/.test(getComputedStyle(element).display) || element.closest('svg')) return false;
            const nodes = [...element.childNodes];
            const hasWords = nodes.some((node) => node.nodeType === 3 && /\\w/.test(node.textContent));
            return hasWords && nodes.some((node) => node instanceof Element && node.matches('.word, .term, em, strong, a'));
        }).map((element) => `torn apart: ${element.outerHTML.slice(0, 160)}`)"""
    )
    return found


def shown(root: Locator) -> dict[str, object]:
    """What a learner sees of an element: its words in order, and what has been chosen or written in it."""
    seen: dict[str, object] = root.evaluate(
        """(root) => ({
            words: (() => {
                const heard = [...root.querySelectorAll('.visually-hidden')];
                for (const element of heard) element.hidden = true;
                const words = root.innerText.replace(/\\s+/g, ' ').trim();
                for (const element of heard) element.hidden = false;
                return words;
            })(),
            chosen: [...root.querySelectorAll('input, select, textarea')].map((field) =>
                (field.type === 'radio' || field.type === 'checkbox' ? field.checked : field.value)),
            locked: [...root.querySelectorAll('input, select, button')].map((field) => field.disabled),
            pressed: [...root.querySelectorAll('[aria-pressed], [aria-expanded]')].map((button) =>
                button.getAttribute('aria-pressed') ?? button.getAttribute('aria-expanded')),
            marks: [...root.querySelectorAll('[class*="--right"], [class*="--wrong"], [class*="--missed"]')]
                .map((element) => element.className.replace('is-moved ', '')),
        })"""
    )
    return seen
