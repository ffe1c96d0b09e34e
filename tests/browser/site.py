"""A web server on the loopback address with the packages as an LMS would serve them, and an LMS page."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PLAYER = HERE.parents[1] / "builder" / "player"
SCORM_AGAIN = PLAYER / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js"
AXE = PLAYER / "node_modules" / "axe-core" / "axe.min.js"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    #: Head and body are two writes; without this the second would wait 40 ms for the browser to confirm the first.
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:
        """Requests are looked at in the browser."""


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that left before the answer came is no fault."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def unpack(package: Path, folder: Path) -> None:
    """Unzips ``package`` into ``folder``, as an import does."""
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serves ``folder`` on a free port; gives the address without a slash at the end."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
