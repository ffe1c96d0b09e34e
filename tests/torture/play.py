"""Plays one plan in Chromium against the LMS server."""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import suppress
from typing import Any

from playwright.async_api import Error, Page

from tests.lms_server.server import LmsServer, Visit
from tests.torture.course import SmallCourse
from tests.torture.lane import DEVICES, Lane
from tests.torture.plan import BREAKS, Answer, Exam, Hide, Lesson, Plan, Retry, Step
from tests.torture.record import Given, Life, Record, Told

#: Seconds. Only a machine that is very busy needs them.
PATIENCE = 40

async def play(lane: Lane, server: LmsServer, course: SmallCourse, plan: Plan, forgets: bool = False) -> Record:
    """Plays ``plan``, starts the course once more in good health, and gives what was seen.

    ``forgets``: a server that says to have stored what it threw away, to see whether the judge notices.
    """
    session = _Session(lane, server, course, plan)
    session.visit.forgets = forgets
    try:
        await session.begin()
        await session.live()
        await session.start_again()
    finally:
        await session.close()
    return session.record


class _Session:
    def __init__(self, lane: Lane, server: LmsServer, course: SmallCourse, plan: Plan) -> None:
        self.lane, self.server, self.course, self.plan = lane, server, course, plan
        self.record = Record(plan)
        self.visit: Visit = server.visit(
            course.folder, prelude=DEVICES[plan.storage], profile=plan.profile, silent=plan.silent, may_be_cached=plan.fault == "cache",
            learner={"id": f"leerling-{plan.name}", "name": "Wit, Marieke de"}, seed=plan.seed * 10_000 + plan.number,
        )
        self.visit.on_stored = self._stored
        self.loop = asyncio.get_running_loop()
        self.moment = asyncio.Event()
        self.done = threading.Event()
        self.page: Page | None = None
        self.under_way: str | None = None
        self.closing = False
        self.healing: asyncio.Task[None] | None = None

    # Coming and going

    async def begin(self) -> None:
        self.lane.told = self._told
        await self.lane.clean()
        self.page = await self._new_page()
        if self.plan.call:
            self.visit.faults["moment"] = self.plan.call
            self.visit.on_moment = self._on_moment

    async def _new_page(self) -> Page:
        page = await self.lane.page()
        page.on("pageerror", lambda error: self.record.wrongs.append(f"exception: {error}"))
        page.on("dialog", lambda dialog: self._dialog(dialog))
        return page

    def _dialog(self, dialog: Any) -> None:
        self.record.wrongs.append(f"dialog: {dialog.message}")
        task = self.loop.create_task(dialog.dismiss())
        task.add_done_callback(lambda _: None)

    async def _open(self) -> None:
        """Opens the course and waits until it can be used."""
        self.record.lives.append(Life(opened=_now()))
        assert self.page is not None
        await self.page.goto(self.server.url(self.visit), wait_until="commit", timeout=PATIENCE * 1000)
        await self._until_ready()

    async def _until_ready(self) -> None:
        assert self.page is not None
        await self.page.wait_for_function("window.hands?.isReady()", timeout=PATIENCE * 1000)
        self.record.lives[-1].ready = True

    def _ended(self) -> None:
        life = self.record.lives[-1]
        life.ended = life.ended or _now()

    async def close(self) -> None:
        self.done.set()
        self.lane.told = lambda what: None
        if self.healing:
            self.healing.cancel()
        if self.page:
            with suppress(Error):
                await self.page.close()

    # The session

    async def live(self) -> None:
        """From opening on: the steps, with the fault in between or at its call, then the end."""
        assert self.page is not None
        steps = asyncio.ensure_future(self._open_and_do(self.plan.before))
        if self.plan.call:
            moment = asyncio.ensure_future(self.moment.wait())
            await asyncio.wait([steps, moment], return_when=asyncio.FIRST_COMPLETED)
            if not self.moment.is_set():
                # So few calls were made; the fault comes now.
                moment.cancel()
        else:
            await steps
        await self._fault()
        await steps
        if self.page.is_closed():
            return
        await self._steps(self.plan.after)
        await self._end(self.plan.end)

    async def _open_and_do(self, steps: tuple[Step, ...]) -> None:
        with suppress(Error):
            await self._open()
            await self._steps(steps)

    async def _steps(self, steps: tuple[Step, ...]) -> None:
        """Ends early when the page is gone."""
        for step in steps:
            try:
                await self._act(step)
            except Error:
                if self.under_way:
                    self.record.interrupted.add(self.under_way)
                return
            await asyncio.sleep(step.pause / 1000)

    async def _act(self, step: Step) -> None:
        match step.act:
            case Answer(question, choice, check):
                name = self.course.practice[question % len(self.course.practice)]
                await self._give(name, "answer", name, choice, check)
            case Exam(right, choice):
                await self._give("exam", "test", self.course.assessment, right, choice)
            case Lesson(lesson):
                await self._hands("open", self.course.lessons[lesson % len(self.course.lessons)])
            case Hide(ms):
                await self._hands("hide", ms)
            case Retry():
                await self._hands("retry")

    async def _give(self, name: str, *call: Any) -> None:
        self.under_way = name
        given = await self._hands(*call)
        if self.closing:
            # Perhaps after the device was looked at for the last time.
            self.record.interrupted.add(name)
            return
        self.under_way = None
        if given and self._kind() != "reading":
            self.record.given.append(Given(given["at"], given["answers"], len(self.record.lives) - 1, bool(given.get("handedIn"))))

    def _kind(self) -> str:
        return self.record.told[-1].kind if self.record.told else ""

    async def _hands(self, name: str, *values: Any) -> Any:
        assert self.page is not None
        return await self.page.evaluate("([name, values]) => window.hands[name](...values)", [name, list(values)])

    # What goes wrong

    def _on_moment(self, call: str) -> None:
        """In a thread of the server: the page stands still at the call until the fault is there."""
        self.loop.call_soon_threadsafe(self.moment.set)
        self.done.wait(5)

    async def _fault(self) -> None:
        fault = self.plan.fault
        if fault in ("close", "crash", "browser"):
            await self._end(fault)
            self.done.set()
            return
        if fault in ("reload", "frame", "cache"):
            # The page cannot go while the call holds it.
            self.done.set()
            with suppress(Error):
                await getattr(self, f"_{fault}")()
            return
        await self._break(True)
        self.done.set()
        if self.plan.heals:
            self.healing = asyncio.ensure_future(self._heal_later())

    async def _heal_later(self) -> None:
        await asyncio.sleep(self.plan.heals / 1000)
        with suppress(Error):
            await self._break(False)

    async def _break(self, on: bool) -> None:
        fault, chance = self.plan.fault, self.plan.chance if on else 0
        if fault in BREAKS:
            self.visit.connection = next(kind for kind in BREAKS if kind == fault) if on else "online"
        elif fault == "offline":
            await self.lane.offline(on)
        elif fault in ("throws", "denies"):
            await self._lms_fault(fault, chance)
        elif fault == "hangs":
            await self._lms_fault("wait", 300 if on else 0)

    async def _lms_fault(self, name: str, value: float) -> None:
        """A page that stands still at a call gets it with the answer to that call."""
        self.visit.faults[name] = value
        if not self.moment.is_set() or self.done.is_set():
            assert self.page is not None
            with suppress(Error):
                await self.page.evaluate("([name, value]) => { window.faults[name] = value; }", [name, value])

    async def _reload(self) -> None:
        assert self.page is not None
        self.record.lives.append(Life(opened=_now()))
        self.record.lives[-2].ended = _now()
        await self.page.reload(wait_until="commit", timeout=PATIENCE * 1000)
        await self._until_ready()

    async def _frame(self) -> None:
        """Only the course's frame is loaded again: the API has had its session already."""
        assert self.page is not None
        self.record.lives.append(Life(opened=_now()))
        self.record.lives[-2].ended = _now()
        await self.page.evaluate("document.querySelector('iframe').contentWindow.location.reload()")
        await asyncio.sleep(0.1)
        await self._until_ready()

    async def _cache(self) -> None:
        """Away to another page and back by the browser's button."""
        assert self.page is not None
        await self.page.evaluate("window.wasHere = true")
        await self.page.goto(f"{self.server.address}/elsewhere", timeout=PATIENCE * 1000)
        await self.page.evaluate("setTimeout(() => history.back(), 0)")
        await self.page.wait_for_function("location.pathname.startsWith('/visit/')", timeout=PATIENCE * 1000)
        self.record.cached = bool(await self.page.evaluate("window.wasHere === true"))
        if not self.record.cached:
            self.record.lives.append(Life(opened=_now()))
            self.record.lives[-2].ended = _now()
        await self._until_ready()

    async def _end(self, how: str) -> None:
        """The page goes; everything that was said about it before then counts."""
        assert self.page is not None and self.lane.context is not None
        page = self.page
        try:
            match how:
                case "leave":
                    self._ended()
                    await page.goto(f"{self.server.address}/elsewhere", timeout=PATIENCE * 1000)
                case "close":
                    self._ended()
                case "crash":
                    crashed = asyncio.Event()
                    page.on("crash", lambda _: crashed.set())
                    devtools = await self.lane.context.new_cdp_session(page)
                    self._ended()
                    asking = asyncio.ensure_future(devtools.send("Page.crash"))
                    asking.add_done_callback(lambda task: task.cancelled() or task.exception())
                    with suppress(TimeoutError):
                        await asyncio.wait_for(crashed.wait(), 5)
                case "browser":
                    self.closing = True
                    state = await self.lane.context.storage_state()
                    self._ended()
                    await self.lane.renew(state)
                    self.page = await self._new_page()
                    return
        except Error:
            self._ended()
        with suppress(Error):
            await page.close()

    # The next start

    async def start_again(self) -> None:
        """Everything works again; the course is opened, read, and given time to save."""
        if self.healing:
            self.healing.cancel()
        await self._until_quiet()
        await self._break(False)
        self.visit.faults.clear()
        self.visit.on_moment = lambda call: None
        told = len(self.record.told)
        if self.page is None or self.page.is_closed():
            self.page = await self._new_page()
        await self.page.goto(f"{self.server.address}/elsewhere", timeout=PATIENCE * 1000)
        if self.plan.storage == "kept":
            self.record.device = await self.page.evaluate("({ ...localStorage })")
        await self._open()
        self.record.shown = await self._hands("shown")
        if await self._hands("isBlank"):
            self.record.wrongs.append("a blank page at the next start")
        status: dict[str, Any] = {}
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            status = await self._hands("status")
            if status["kind"] in ("saved", "reading"):
                break
            await asyncio.sleep(0.1)
        # The trainer's details may follow.
        await self._until_quiet()
        self.record.last_kind, self.record.last_notice = status["kind"], status["notice"]
        self.record.final = dict(self.visit.values)
        del self.record.told[told:]

    async def _until_quiet(self) -> None:
        """Nothing is sent any more, and all that was sent is answered."""
        seen = -1
        while seen != len(self.visit.requests) or self.visit.under_way:
            seen = len(self.visit.requests)
            await asyncio.sleep(1)

    # What is heard

    def _told(self, what: dict[str, Any]) -> None:
        if not self.record.lives:
            return
        life = self.record.lives[-1]
        life.lag = max(life.lag, what["lag"])
        if what.get("commit"):
            life.commits.append(what["at"])
        else:
            self.record.told.append(Told(what["at"], what["kind"], what["notice"], len(self.record.lives) - 1))

    def _stored(self) -> None:
        self.record.stored.append((_now(), dict(self.visit.values)))


def _now() -> float:
    return time.time() * 1000
