"""A drawing of who chooses whom: the same input gives the same picture, on any machine.

A spring layout: who chose each other come near, everybody keeps some distance. It uses only
sums, products and square roots, which IEEE 754 fixes to the last bit, and whole coordinates.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import sqrt

from builder.blocks.sociogram.model import Sociogram

WIDTH, HEIGHT, RADIUS, MARGIN = 440, 420, 27, 34
_ROUNDS = 160


@dataclass(frozen=True)
class Person:
    """A circle with a name."""

    name: str
    x: int
    y: int
    chosen: bool


@dataclass(frozen=True)
class Line:
    """From edge to edge of two circles; one way has a head."""

    x1: int
    y1: int
    x2: int
    y2: int
    mutual: bool
    head: str


@dataclass(frozen=True)
class Drawing:
    """What the template draws."""

    width: int
    height: int
    people: list[Person]
    lines: list[Line]


def draw(block: Sociogram) -> Drawing:
    """The network of ``block``."""
    places = _places(block)
    chosen_by = block.chosen_by()
    mutual = set(block.mutual())
    lines = [_line(places[a], places[b], mutual=True) for a, b in block.mutual()]
    for name, chosen in block.people.items():
        for other in chosen:
            if (name, other) not in mutual and (other, name) not in mutual:
                lines.append(_line(places[name], places[other], mutual=False))
    people = [Person(name, x, y, bool(chosen_by[name])) for name, (x, y) in places.items()]
    return Drawing(WIDTH, HEIGHT, people, lines)


def _places(block: Sociogram) -> dict[str, tuple[int, int]]:
    names = tuple(block.people)
    tied = frozenset((a, str(b)) for a, chosen in block.people.items() for b in chosen)
    return dict(zip(names, _settle(names, tied), strict=True))


@cache
def _settle(names: tuple[str, ...], tied: frozenset[tuple[str, str]]) -> list[tuple[int, int]]:
    """Where each name comes to rest; several editions draw the same class."""
    count = len(names)
    bonds = [[((a, b) in tied) + ((b, a) in tied) for b in names] for a in names]
    spot = [_on_square(index / count) for index in range(count)]
    ideal = 0.92 * sqrt(WIDTH * HEIGHT / count)
    for turn in range(_ROUNDS):
        heat = 40.0 * (1 - turn / _ROUNDS) + 0.5
        moved = []
        for i in range(count):
            fx = (WIDTH / 2 - spot[i][0]) * 0.06
            fy = (HEIGHT / 2 - spot[i][1]) * 0.06
            for j in range(count):
                if i == j:
                    continue
                dx, dy = spot[i][0] - spot[j][0], spot[i][1] - spot[j][1]
                gap = max(sqrt(dx * dx + dy * dy), 1.0)
                push = ideal * ideal / (gap * gap)
                pull = bonds[i][j] * gap / ideal * 0.55
                fx += dx / gap * (push - pull) * 30
                fy += dy / gap * (push - pull) * 30
            force = max(sqrt(fx * fx + fy * fy), 1e-9)
            step = min(force, heat)
            moved.append((
                min(WIDTH - MARGIN, max(MARGIN, spot[i][0] + fx / force * step)),
                min(HEIGHT - MARGIN, max(MARGIN, spot[i][1] + fy / force * step)),
            ))
        spot = moved
    return [(round(x), round(y)) for x, y in spot]


def _on_square(turn: float) -> tuple[float, float]:
    """A start on the edge of a square: ``turn`` 0 … 1 goes round once."""
    side, along = divmod(turn * 4, 1)
    x, y = [(along, 0.0), (1.0, along), (1 - along, 1.0), (0.0, 1 - along)][int(side)]
    return MARGIN + x * (WIDTH - 2 * MARGIN), MARGIN + y * (HEIGHT - 2 * MARGIN)


def _line(start: tuple[int, int], end: tuple[int, int], mutual: bool) -> Line:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max(sqrt(dx * dx + dy * dy), 1.0)
    ux, uy = dx / length, dy / length
    x1, y1 = start[0] + ux * RADIUS, start[1] + uy * RADIUS
    tip_x, tip_y = end[0] - ux * (RADIUS + 2), end[1] - uy * (RADIUS + 2)
    if mutual:
        return Line(round(x1), round(y1), round(tip_x), round(tip_y), True, "")
    back_x, back_y = tip_x - ux * 12, tip_y - uy * 12
    head = (f"M{round(tip_x)},{round(tip_y)} L{round(back_x - uy * 5)},{round(back_y + ux * 5)} "
            f"L{round(back_x + uy * 5)},{round(back_y - ux * 5)}z")
    return Line(round(x1), round(y1), round(back_x), round(back_y), False, head)
