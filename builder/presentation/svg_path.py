"""An SVG path (SVG 1.1, section 8.3) as moves, lines and cubic curves with absolute coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import atan2, ceil, cos, pi, radians, sin, sqrt, tan
from typing import NamedTuple

Point = tuple[float, float]


class Step(NamedTuple):
    """``M`` and ``L`` hold one point, ``C`` two control points and its end, ``Z`` none."""

    command: str
    points: tuple[Point, ...]


_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def steps(path: str) -> Iterator[Step]:
    """The path of attribute ``d``. Raises ValueError when it is none."""
    here: Point = (0.0, 0.0)
    start = here
    control: Point | None = None  # of the curve before, for S and T
    before = ""
    for command, numbers in _commands(path):
        kind = command.upper()
        x, y = here if command.islower() else (0.0, 0.0)
        points = [(x + a, y + b) for a, b in zip(numbers[::2], numbers[1::2], strict=False)]
        if kind == "M":
            here = start = points[0]
            yield Step("M", (here,))
        elif kind == "Z":
            here = start
            yield Step("Z", ())
        elif kind in "LHV":
            if kind == "H":
                here = (x + numbers[0], here[1])
            elif kind == "V":
                here = (here[0], y + numbers[0])
            else:
                here = points[0]
            yield Step("L", (here,))
        elif kind in "CS":
            first = points.pop(0) if kind == "C" else _mirrored(control if before in "CS" else None, here)
            control, end = points
            yield Step("C", (first, control, end))
            here = end
        elif kind in "QT":
            bend = points.pop(0) if kind == "Q" else _mirrored(control if before in "QT" else None, here)
            control, end = bend, points[0]
            yield Step("C", (_toward(here, bend), _toward(end, bend), end))
            here = end
        else:
            end = (x + numbers[5], y + numbers[6])
            yield from _arc(here, numbers[0], numbers[1], numbers[2], numbers[3] != 0, numbers[4] != 0, end)
            here = end
        before = kind


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with one set of numbers; a repeated set repeats the command (M as L)."""
    command, numbers = "", list[float]()
    for letter, number in _tokens(path):
        if letter:
            if numbers:
                raise ValueError(f"numbers are missing after {command} in {path!r}")
            command = letter
            if letter in "Zz":
                yield letter, []
        else:
            if not command or command in "Zz":
                raise ValueError(f"a number without a command in {path!r}")
            numbers.append(number)
            if len(numbers) == _ARGUMENTS[command.upper()]:
                yield command, numbers
                numbers = []
                command = {"M": "L", "m": "l"}.get(command, command)
    if numbers:
        raise ValueError(f"numbers are missing after {command} in {path!r}")


def _tokens(path: str) -> Iterator[tuple[str, float]]:
    for letter, number in _TOKEN.findall(path):
        yield letter, float(number) if number else 0.0


def _mirrored(control: Point | None, here: Point) -> Point:
    return (2 * here[0] - control[0], 2 * here[1] - control[1]) if control else here


def _toward(end: Point, bend: Point) -> Point:
    """A quadratic curve's bend as the control point of a cubic one."""
    return end[0] + (bend[0] - end[0]) * 2 / 3, end[1] + (bend[1] - end[1]) * 2 / 3


def _arc(start: Point, rx: float, ry: float, angle: float, large: bool, sweep: bool, end: Point) -> Iterator[Step]:
    """An elliptical arc as curves of at most a quarter turn (SVG 1.1, appendix F.6)."""
    rx, ry, turn = abs(rx), abs(ry), radians(angle)
    if start == end:
        return
    if not rx or not ry:
        yield Step("L", (end,))
        return
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos(turn) * half_x + sin(turn) * half_y, -sin(turn) * half_x + cos(turn) * half_y
    too_small = (x / rx) ** 2 + (y / ry) ** 2
    if too_small > 1:
        rx, ry = rx * sqrt(too_small), ry * sqrt(too_small)
    below = (rx * y) ** 2 + (ry * x) ** 2
    root = sqrt(max(0.0, ((rx * ry) ** 2 - below) / below)) * (-1 if large == sweep else 1)
    cx, cy = root * rx * y / ry, -root * ry * x / rx
    first = atan2((y - cy) / ry, (x - cx) / rx)
    sweep_angle = atan2((-y - cy) / ry, (-x - cx) / rx) - first
    if sweep and sweep_angle < 0:
        sweep_angle += 2 * pi
    elif not sweep and sweep_angle > 0:
        sweep_angle -= 2 * pi
    mid_x, mid_y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2

    def place(u: float, v: float) -> Point:
        px, py = cx + rx * u, cy + ry * v
        return mid_x + cos(turn) * px - sin(turn) * py, mid_y + sin(turn) * px + cos(turn) * py

    count = max(1, ceil(abs(sweep_angle) / (pi / 2) - 1e-9))
    part = sweep_angle / count
    k = 4 / 3 * tan(part / 4)
    for number in range(count):
        a = first + number * part
        b = a + part
        yield Step("C", (place(cos(a) - k * sin(a), sin(a) + k * cos(a)),
                         place(cos(b) + k * sin(b), sin(b) - k * cos(b)), place(cos(b), sin(b))))
