"""What the play-through needs of a browser, whatever tool drives it."""

from __future__ import annotations

from typing import Any, Protocol


class Missing(Exception):
    """The browser, or the tool that drives it, is not installed here; the message says which."""


class Engine(Protocol):
    """A browser with one page."""

    def open(self, url: str) -> None: ...

    def run(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page; must be JSON."""
        ...

    def close(self) -> None: ...
