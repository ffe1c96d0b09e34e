"""From the first click to the proof, with a break in the middle: what must hold in every browser."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.engines.engine import Engine
from tests.lms_server.server import LmsServer, Visit

LEARNER = (Path(__file__).parents[1] / "lms_server" / "learner.js").read_text("utf-8")
PATIENCE = 40


class PlayThrough:
    """One learner in one browser. Each step raises ``AssertionError`` with what is wrong."""

    def __init__(self, engine: Engine, server: LmsServer, package: Path) -> None:
        self.engine, self.server = engine, server
        self.visit: Visit = server.visit(package, profile="strict")

    def play(self) -> None:
        lessons = self._first_visit()
        shown, place = self._half(lessons)
        self._back_again(shown, place)
        self._rest(lessons)
        self._after_passing()

    # The parts

    def _first_visit(self) -> list[str]:
        self._open()
        self._until("incomplete", lambda: self.visit.values.get("cmi.core.lesson_status") == "incomplete")
        assert self.visit.values["cmi.core.exit"] == "suspend"
        assert "cmi.core.score.raw" not in self.visit.values
        lessons: list[str] = self._say("lessons()")
        self._say("begin()")
        self._until("in the first lesson", lambda: self._say("where()") == lessons[0])
        return lessons

    def _half(self, lessons: list[str]) -> tuple[dict[str, Any], str]:
        """The first half; one question is answered wrong at first."""
        half = len(lessons) // 2
        said = ""
        for place, lesson in enumerate(lessons[:half]):
            questions = self._say("questions()")
            if not said and questions:
                said = self._say(f"practiseWrong({json.dumps(questions[0])})")
                assert "Nog niet" in said, said
            self._do_lesson(lesson)
            self._onward(lessons[place + 1])
        assert said, "no question was answered wrong"
        self._until("saved", lambda: self._say("saving()") == "saved")
        shown = self._say("shown()")
        assert sum(bool(values) for values in shown.values()) > 10
        self._leave()
        assert self.visit.values["cmi.core.exit"] == "suspend"
        assert self.visit.values["cmi.core.lesson_status"] == "incomplete"
        assert self.visit.values["cmi.core.session_time"] > "0000:00:00.00"
        results = [value for name, value in self.visit.values.items() if name.endswith(".result")]
        assert "wrong" in results and "correct" in results
        return shown, lessons[half]

    def _back_again(self, shown: dict[str, Any], place: str) -> None:
        self._open()
        assert self._say("where()") == place, f"back in {self._say('where()')}, not in {place}"
        now = self._say("shown()")
        different = [question for question, values in shown.items() if now.get(question) != values]
        assert not different, f"not restored: {different[0]}: {shown[different[0]]} became {now.get(different[0])}"

    def _rest(self, lessons: list[str]) -> None:
        half = lessons.index(self._say("where()"))
        for place, lesson in enumerate(lessons[half:], start=half):
            self._do_lesson(lesson)
            if place + 1 < len(lessons):
                self._onward(lessons[place + 1])
        self._until("passed", lambda: self.visit.values["cmi.core.lesson_status"] == "passed")
        self._until("saved", lambda: self._say("saving()") == "saved")
        assert self.visit.values["cmi.core.score.raw"] == "100"
        assert self.visit.values["cmi.core.exit"] == ""
        statuses = [sent["cmi.core.lesson_status"] for sent in self.visit.stored if "cmi.core.lesson_status" in sent]
        assert statuses[-2:] == ["completed", "passed"], statuses
        self._leave()

    def _after_passing(self) -> None:
        self._open()
        self._say("open('bewijs')")
        self._until("the proof", lambda: not self._say("isHidden('[data-proof-sheet]')"))
        assert self._say("value('[data-proof-name]')") == "Marieke de Wit"
        assert "100" in self._say("text('[data-proof-score]')")
        self._leave()
        assert self.visit.values["cmi.core.lesson_status"] == "passed"

    # Tools

    def _do_lesson(self, lesson: str) -> None:
        assert self._say("where()") == lesson
        for question in self._say("questions()"):
            self._say(f"practise({json.dumps(question)})")
        self._say("assess()")

    def _onward(self, to: str) -> None:
        self._say("onward()")
        self._until(f"in {to}", lambda: self._say("where()") == to)

    def _open(self) -> None:
        self.engine.open(self.server.url(self.visit))
        self.engine.run(f"(() => {{ {LEARNER}; return true; }})()")
        self._until("ready", lambda: self._say("isReady()"))

    def _leave(self) -> None:
        faults = self._say("faults()")
        assert not faults, f"the LMS refused: {faults[:3]}"
        self.engine.open(f"{self.server.address}/elsewhere")
        time.sleep(0.5)

    def _say(self, call: str) -> Any:
        return self.engine.run(f"window.learner.{call}")

    def _until(self, what: str, holds: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < deadline, f"not {what} after {PATIENCE} s; {self._say('saving()')}, {self._say('notice()')}"
            time.sleep(0.1)
