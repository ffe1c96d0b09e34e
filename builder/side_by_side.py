"""Work on several things at once, in copies of this process: no copy has to read the course again.

A process is copied only where that is safe: on Linux, on more than one processor, while no threads run.
Elsewhere the same work is done here, one thing after the other.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, ParamSpec, TypeVar

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")

_job: tuple[Callable[[Any], Any], Sequence[Any]]


def side_by_side(work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """What ``work`` gives for each of ``items``, as it comes. What it gives or raises must be picklable."""
    processes = min(len(items), os.cpu_count() or 1)
    if processes < 2 or not _may_copy():
        yield from map(work, items)
        return
    with ProcessPoolExecutor(processes, multiprocessing.get_context("fork"), _keep, (work, items)) as pool:
        for done in as_completed([pool.submit(_do, index) for index in range(len(items))]):
            yield done.result()


@contextmanager
def beside(work: Callable[[], R]) -> Iterator[Callable[[], R]]:
    """``work``, begun at once by a copy; asking for the answer waits for it."""
    done: list[R] = []
    with meanwhile(lambda: done.append(work()), lambda: done[0] if done else work()) as ask:
        yield ask


@contextmanager
def meanwhile(prepare: Callable[[], object], work: Callable[P, R]) -> Iterator[Callable[P, R]]:
    """``work``, as done by a copy that does ``prepare`` while this process goes on.

    What is asked and answered must be picklable, and ``work`` must not raise.
    """
    if not _may_copy():
        yield work
        return
    ours, theirs = multiprocessing.Pipe()
    copy = multiprocessing.get_context("fork").Process(target=_serve, args=(theirs, prepare, work), daemon=True)
    copy.start()
    theirs.close()

    def ask(*given: P.args, **named: P.kwargs) -> R:
        try:
            ours.send((given, named))
            answer: R = ours.recv()
        except (EOFError, OSError):  # The copy is gone, for want of memory perhaps.
            answer = work(*given, **named)
        return answer

    try:
        yield ask
    finally:
        copy.kill()
        copy.join()
        ours.close()


def _may_copy() -> bool:
    return sys.platform == "linux" and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _keep(work: Callable[[Any], Any], items: Sequence[Any]) -> None:
    global _job
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Control-C is answered by the process that was copied.
    _job = work, items


def _do(index: int) -> Any:
    work, items = _job
    return work(items[index])


def _serve(asked: Connection, prepare: Callable[[], object], work: Callable[..., Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    prepare()
    while True:
        given, named = asked.recv()
        asked.send(work(*given, **named))
