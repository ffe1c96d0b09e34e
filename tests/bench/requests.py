"""What a browser asks of the server before the first page stands."""

from __future__ import annotations

import zipfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.site import serve
from tests.chromium import ARGUMENTS, find_chromium


def first_page(package: Path, folder: Path) -> list[str]:
    """Names of the files that Chromium loads to show the first page; none when there is no Chromium."""
    chromium = find_chromium()
    if not chromium:
        return []
    with zipfile.ZipFile(package) as files:
        files.extractall(folder)
    asked: list[str] = []
    with serve(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url.removeprefix(address).lstrip("/")))
        page.goto(f"{address}/index.html")
        page.wait_for_load_state("networkidle")
        browser.close()
    return [name for name in asked if not name.startswith("data:")]
