"""A browser context in which sessions take turns. Its renderer is kept warm by a page that does nothing, because starting
one costs more than a session does."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Error, Page

from tests.torture.plan import Storage

HANDS = (Path(__file__).parent / "hands.js").read_text("utf-8")
FRAME = {"width": 867, "height": 666}

#: What a device does that keeps nothing, as the first line of the course's script.
DEVICES: dict[Storage, str] = {
    "kept": "",
    "forbidden": "Object.defineProperty(window, 'localStorage', {"
                 " get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });\n",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('Full', 'QuotaExceededError'); };\n",
}


class Lane:
    """Use it for one session at a time, each after ``clean``."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address
        self.context: BrowserContext | None = None
        self.anchor: Page | None = None
        self.told: Callable[[dict[str, Any]], None] = lambda what: None

    async def clean(self) -> None:
        """As a new device: nothing stored, on line."""
        if self.context is None:
            await self.renew(None)
        assert self.context is not None
        await self.offline(False)
        for page in self.context.pages:
            if page is not self.anchor:
                await page.close()
        with suppress(Error):
            if self.anchor:
                await self.anchor.evaluate("localStorage.clear()")
                return
        await self.renew(None)

    async def renew(self, state: Any) -> None:
        """The browser is closed and opened again with what it had stored."""
        await self.close()
        self.context = await self.browser.new_context(viewport=FRAME, locale="nl-NL", storage_state=state)
        await self.context.expose_binding("told", lambda source, what: self.told(what))
        await self.context.add_init_script(HANDS)
        self.anchor = await self.context.new_page()
        await self.anchor.goto(f"{self.address}/elsewhere")

    async def offline(self, on: bool) -> None:
        """Takes the device off line, or on line again."""
        assert self.context is not None
        try:
            await self.context.set_offline(on)
        except Error:  # The anchor died with the page that crashed, and cannot be told.
            if self.anchor:
                await self.anchor.close()
                self.anchor = None
            await self.context.set_offline(on)

    async def page(self) -> Page:
        assert self.context is not None
        return await self.context.new_page()

    async def close(self) -> None:
        if self.context:
            with suppress(Error):
                await self.context.close()
