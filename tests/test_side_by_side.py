"""Work in copies of the process gives what work in one process gives."""

from __future__ import annotations

import os
import signal

import pytest

from builder import side_by_side as module
from builder.problems import BuildError, Position, Problems
from builder.side_by_side import beside, meanwhile, side_by_side

here = os.getpid()


@pytest.mark.parametrize("processors", [1, 2, 8])
def test_every_item_gives_its_result(monkeypatch: pytest.MonkeyPatch, processors: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    monkeypatch.setattr(module.threading, "active_count", lambda: 1)
    assert sorted(side_by_side(lambda number: number * number, range(9))) == [n * n for n in range(9)]


def test_another_process_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(module.threading, "active_count", lambda: 1)
    assert os.getpid() not in set(side_by_side(lambda _: os.getpid(), range(4)))


def test_nothing_is_copied_while_threads_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.threading, "active_count", lambda: 2)
    assert set(side_by_side(lambda _: os.getpid(), range(4))) == {os.getpid()}


def test_an_error_arrives_with_its_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(module.threading, "active_count", lambda: 1)

    def fail(_: int) -> None:
        problems = Problems()
        problems.error("B01", Position("course.yaml", 3, 4), "kapot.")
        raise BuildError(problems)

    with pytest.raises(BuildError, match="kapot") as caught:
        list(side_by_side(fail, range(2)))
    assert caught.value.problems.errors[0].position.line == 3


@pytest.mark.parametrize("threads", [1, 2])
def test_meanwhile_answers_in_order(monkeypatch: pytest.MonkeyPatch, threads: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(module.threading, "active_count", lambda: threads)
    with meanwhile(lambda: None, lambda item: (item, os.getpid() == here)) as ask:
        assert [ask(3), ask(1)] == [(3, threads > 1), (1, threads > 1)]
        assert ask(2) == (2, threads > 1)


@pytest.mark.parametrize("threads", [1, 2])
def test_beside_gives_what_the_work_gives(monkeypatch: pytest.MonkeyPatch, threads: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(module.threading, "active_count", lambda: threads)
    with beside(lambda: os.getpid() == here) as ask:
        assert ask() == (threads > 1)
    with beside(lambda: 1 // 0) as ask, pytest.raises(ZeroDivisionError):
        ask()


def test_when_the_copy_is_gone_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(module.threading, "active_count", lambda: 1)

    def work(item: int) -> int:
        if os.getpid() != here and item == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return item * 10

    with meanwhile(lambda: None, work) as ask:
        assert [ask(1), ask(2), ask(3)] == [10, 20, 30]
