"""Work in copies of the process gives what work in one process gives."""

from __future__ import annotations

import os

import pytest

from builder import side_by_side as module
from builder.problems import BuildError, Position, Problems
from builder.side_by_side import side_by_side


@pytest.mark.parametrize("processors", [1, 2, 8])
def test_results_come_in_the_order_of_the_items(monkeypatch: pytest.MonkeyPatch, processors: int) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    monkeypatch.setattr(module.threading, "active_count", lambda: 1)
    assert list(side_by_side(lambda number: number * number, range(9))) == [n * n for n in range(9)]


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
