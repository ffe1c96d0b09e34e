"""Chromium, driven by Playwright."""

from __future__ import annotations

from typing import Any

from tests.chromium import ARGUMENTS, find_chromium
from tests.engines.engine import Missing


class Chromium:
    def __init__(self) -> None:
        binary = find_chromium()
        if not binary:
            raise Missing("chromium (apt-get install chromium)")
        try:
            from playwright.sync_api import sync_playwright
        except ImportError:
            raise Missing("playwright (pip install '.[test]')") from None
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=binary, args=ARGUMENTS)
        self._page = self._browser.new_page(viewport={"width": 867, "height": 666})

    def open(self, url: str) -> None:
        self._page.goto(url)

    def run(self, expression: str) -> Any:
        return self._page.evaluate(expression)

    def close(self) -> None:
        self._browser.close()
        self._playwright.stop()
