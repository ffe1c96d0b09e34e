"""Contact sheets: everything in the gallery, in every state, side by side on a picture."""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, Playwright

from tests.chromium import ARGUMENTS, find_chromium
from tests.gallery.site import gallery_site, open_alone
from tests.gallery.states import EXHIBITS

#: A phone, and Moodle's frame on a laptop.
WIDTHS = (367, 867)
#: As many states beside each other as a screen of today can show.
_WIDEST = 2700

_STYLE = """
body { margin: 0; padding: 24px; background: #fff; color: #222; font: 16px/1.4 sans-serif }
h1 { margin: 0 0 16px; font-size: 20px }
main { display: flex; flex-wrap: wrap; align-items: start; gap: 24px }
figcaption { margin-bottom: 6px; font-weight: 700 }
figure { margin: 0 } img { display: block; outline: 1px solid #bbb }
"""


def draw_sheets(playwright: Playwright, folder: Path, widths: Sequence[int], only: str, scheme: Literal["light", "dark"]) -> int:
    """Writes ``<exhibit>-<width>.png`` for all whose name contains ``only``; gives how many."""
    browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
    exhibits = [exhibit for exhibit in EXHIBITS if only in exhibit.name]
    with tempfile.TemporaryDirectory() as temporary, gallery_site(Path(temporary)) as site:
        for width in widths:
            page = open_alone(browser, site, width, color_scheme=scheme, reduced_motion="reduce")
            for exhibit in exhibits:
                shots = [(state, root.screenshot()) for state, root in exhibit.states(page)]
                name = exhibit.name.replace(" ", "-").replace(",", "").replace("é", "e")
                _compose(browser, f"{exhibit.name}, {width} pixels", shots, folder / f"{name}-{width}.png", width)
            page.context.close()
    browser.close()
    return len(widths) * len(exhibits)


def _compose(browser: Browser, title: str, shots: Sequence[tuple[str, bytes]], path: Path, width: int) -> None:
    figures = "".join(
        f'<figure><figcaption>{escape(state)}</figcaption><img src="data:image/png;base64,{base64.b64encode(shot).decode()}"></figure>'
        for state, shot in shots
    )
    columns = max(1, min(len(shots), (_WIDEST - 24) // (width + 24)))
    page: Page = browser.new_page(viewport={"width": 48 + columns * width + (columns - 1) * 24, "height": 400})
    page.set_content(f"<style>{_STYLE}</style><h1>{escape(title)}</h1><main>{figures}</main>")
    page.screenshot(path=path, full_page=True)
    page.close()


