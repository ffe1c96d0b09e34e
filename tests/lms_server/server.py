"""The server: pages, packages and a store per learner, with connections that can be broken."""

from __future__ import annotations

import json
import mimetypes
import re
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

HERE = Path(__file__).parent
PLAYER = HERE.parents[1] / "builder" / "player"

#: How a learner's requests are answered. ``login``: a page to log in, status 200; ``redirect``: to such a page;
#: ``dead``: the connection is closed without an answer; ``slow``: no answer for a while, then closed.
Connection = Literal["online", "login", "redirect", "forbidden", "broken", "dead", "slow"]

LOGIN = "<!doctype html><html lang=nl><link rel=icon href=data:,><title>Inloggen</title><h1>Inloggen</h1>"
PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Leeromgeving</title><link rel="icon" href="data:,">
<style>body {{ margin: 0 }} iframe {{ display: block; border: 0; width: 100%; height: 100vh }}</style></head>
<body><script type="application/json" id="launch">{launch}</script><script src="/lms.js"></script></body></html>
"""
#: Longer than the player waits for an answer.
SLOW = 4.0

_VISIT = re.compile(r"/visit/(\w+)/([^?]*)(\?.*)?")


@dataclass
class Visit:
    """One learner with one course: what the LMS keeps, and how things stand between them."""

    id: str
    package: Path
    profile: str = "strict"
    learner: dict[str, str] = field(default_factory=lambda: {"id": "leerling-1", "name": "Wit, Marieke de"})
    frame: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    """For every file of the package."""
    launch: str = "index.html"
    """What the LMS opens: it may add a query or a hash."""
    prelude: str = ""
    """JavaScript that runs before each script of the package: what the learner's device is like."""
    silent: bool = False
    api: bool = True
    mode: str = ""
    may_be_cached: bool = False
    """The page of the LMS may go into the back/forward cache."""
    answer: Callable[[str], float | None] = lambda path: None
    """Per file of the package: seconds before it is answered; None is at once."""

    seed: int = 0
    """Decides which calls fail, where only some do."""
    faults: dict[str, float] = field(default_factory=dict)
    """Of the LMS itself: the properties of ``Faults`` in page.js. The page gets them at each launch and moment."""
    forgets: bool = False
    """Says to have stored what it throws away."""
    connection: Connection = "online"
    values: dict[str, str] = field(default_factory=dict)
    launches: int = 0
    stored: list[dict[str, str]] = field(default_factory=list)
    """What each commit brought, in order of arrival."""
    requests: list[str] = field(default_factory=list)
    under_way: int = 0
    """Requests that have no answer yet."""
    on_stored: Callable[[], None] = lambda: None
    on_moment: Callable[[str], None] = lambda call: None
    """Called when the page asks for it, with the name of the call; the page waits until it returns."""

    @property
    def base(self) -> str:
        return f"/visit/{self.id}/"

    def page(self) -> str:
        """The page of the LMS, with what it knows now."""
        saved = None
        if self.launches or self.values:
            saved = json.dumps([{"values": list(self.values.items()), "totalTime": "0000:00:00.00", "launches": self.launches}])
        self.launches += 1
        launch = {
            "profile": self.profile, "learner": self.learner, "frame": self.frame, "base": self.base, "saved": saved,
            "course": f"{self.base}course/{self.launch}", "silent": self.silent, "api": self.api,
            "mode": self.mode, "faults": self.faults, "seed": self.seed + self.launches,
        }
        return PAGE.format(launch=json.dumps(launch).replace("<", "\\u003c"))

    def store(self, sent: list[list[str]]) -> None:
        if self.forgets:
            return
        changed = {name: value for name, value in sent}
        self.values |= changed
        self.stored.append(changed)
        self.on_stored()


class LmsServer:
    """Serves on a free port of the loopback address until ``close``."""

    def __init__(self) -> None:
        self.visits: dict[str, Visit] = {}
        self.counting = threading.Lock()
        self._script = _bundle()
        outer = self

        class Handler(_Handler):
            lms = outer

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def visit(self, package: Path, **how: Any) -> Visit:
        """A new learner with the unpacked ``package``."""
        visit = Visit(str(len(self.visits) + 1), package, **how)
        self.visits[visit.id] = visit
        return visit

    def url(self, visit: Visit) -> str:
        """Where the LMS opens the course."""
        return f"{self.address}{visit.base}lms"

    def course_url(self, visit: Visit) -> str:
        return f"{self.address}{visit.base}course/{visit.launch}"

    @property
    def script(self) -> bytes:
        return self._script

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def lms_server() -> Iterator[LmsServer]:
    server = LmsServer()
    try:
        yield server
    finally:
        server.close()


def _bundle() -> bytes:
    """The page's script with the LMS in it, as one file."""
    esbuild = PLAYER / "node_modules" / ".bin" / "esbuild"
    command = [str(esbuild), str(HERE / "page.js"), "--bundle", "--format=iife", "--log-level=error"]
    return subprocess.run(command, check=True, capture_output=True).stdout


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    #: Head and body are two writes; without this the second would wait 40 ms for the browser to confirm the first.
    disable_nagle_algorithm = True
    lms: LmsServer

    def handle(self) -> None:
        """A browser that is killed leaves in the middle of an answer."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *args: object) -> None:
        """The tests look at ``Visit.requests``."""

    def do_GET(self) -> None:
        with self._under_way():
            self._get()

    def do_POST(self) -> None:
        with self._under_way():
            self._post()

    @contextmanager
    def _under_way(self) -> Iterator[None]:
        visit, _ = self._find()
        if visit is None:
            yield
            return
        with self.lms.counting:
            visit.under_way += 1
        try:
            yield
        finally:
            with self.lms.counting:
                visit.under_way -= 1

    def _get(self) -> None:
        if self.path == "/lms.js":
            return self._send(self.lms.script, "text/javascript", {"Cache-Control": "max-age=3600"})
        if self.path.startswith("/login"):
            return self._send(LOGIN.encode(), "text/html")
        if self.path == "/elsewhere":
            return self._send(b"<!doctype html><html lang=nl><link rel=icon href=data:,><title>Ergens anders</title><p>Ergens anders</p>", "text/html")
        visit, rest = self._visit()
        if visit is None or self._is_broken(visit):
            return None
        if rest == "lms":
            cache = "no-cache" if visit.may_be_cached else "no-store"
            return self._send(visit.page().encode(), "text/html; charset=utf-8", {"Cache-Control": cache})
        if rest.startswith("wait/"):
            time.sleep(int(rest.removeprefix("wait/")) / 1000)
            return self._send(b"", "text/plain", {"Cache-Control": "no-store"})
        return self._file(visit, rest.removeprefix("course/"))

    def _post(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        visit, rest = self._visit()
        if visit is None:
            return None
        if rest == "moment":
            visit.on_moment(body)
            return self._send(json.dumps(visit.faults).encode(), "application/json")
        if self._is_broken(visit):
            return None
        visit.store(json.loads(body))
        return self._send(b"stored", "text/plain", {"Cache-Control": "no-store"})

    def _find(self) -> tuple[Visit | None, str]:
        """Whose request this is, and what of the learner's place is asked for."""
        found = _VISIT.fullmatch(self.path)
        return (self.lms.visits.get(found[1]), found[2]) if found else (None, "")

    def _visit(self) -> tuple[Visit | None, str]:
        visit, rest = self._find()
        if visit is None:
            self.send_error(404)
        else:
            visit.requests.append(self.path)
        return visit, rest

    def _is_broken(self, visit: Visit) -> bool:
        match visit.connection:
            case "online":
                return False
            case "login":
                self._send(LOGIN.encode(), "text/html", {"Cache-Control": "no-store"})
            case "redirect":
                self._send(b"", "text/html", {"Location": "/login", "Cache-Control": "no-store"}, status=302)
            case "forbidden":
                self._send(b"", "text/html", {"Cache-Control": "no-store"}, status=403)
            case "broken":
                self._send(b"", "text/html", {"Cache-Control": "no-store"}, status=503)
            case "slow" | "dead":
                if visit.connection == "slow":
                    time.sleep(SLOW)
                self.close_connection = True
        return True

    def _file(self, visit: Visit, name: str) -> None:
        path = (visit.package / name).resolve()
        if not path.is_relative_to(visit.package.resolve()) or not path.is_file():
            return self.send_error(404)
        delay = visit.answer(name)
        if delay is not None:
            time.sleep(delay)
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if kind.startswith("text/"):
            kind += "; charset=utf-8"
        cache = "no-cache" if name.endswith((".html", ".txt")) else "max-age=3600"
        prelude = visit.prelude if name.endswith(".js") else ""
        return self._send(prelude.encode() + path.read_bytes(), kind, {"Cache-Control": cache, **visit.headers})

    def _send(self, body: bytes, kind: str, headers: dict[str, str] | None = None, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
