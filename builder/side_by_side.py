"""Work on several things at once, in copies of this process: no copy has to read the course again."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_job: tuple[Callable[[Any], Any], Sequence[Any]]


def side_by_side(work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """What ``work`` gives for each of ``items``, in their order. What it gives or raises must be picklable.

    One after the other where a process cannot be copied safely: on Windows and macOS, and where threads run.
    """
    processes = min(len(items), os.cpu_count() or 1)
    if processes < 2 or sys.platform != "linux" or threading.active_count() > 1:
        yield from map(work, items)
        return
    with ProcessPoolExecutor(processes, multiprocessing.get_context("fork"), _keep, (work, items)) as pool:
        yield from pool.map(_do, range(len(items)))


def _keep(work: Callable[[Any], Any], items: Sequence[Any]) -> None:
    global _job
    _job = work, items


def _do(index: int) -> Any:
    work, items = _job
    return work(items[index])
