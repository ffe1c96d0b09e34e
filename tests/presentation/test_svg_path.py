"""SVG paths as steps: each command beside what it must become."""

from __future__ import annotations

from math import cos, pi, sin

import pytest

from builder.presentation.svg_path import Step, steps


@pytest.mark.parametrize(("path", "expected"), [
    ("M1 2L3 4", [("M", [(1, 2)]), ("L", [(3, 4)])]),
    ("m1 2 3 4", [("M", [(1, 2)]), ("L", [(4, 6)])]),
    ("M0 0H5V6h-2v-1", [("M", [(0, 0)]), ("L", [(5, 0)]), ("L", [(5, 6)]), ("L", [(3, 6)]), ("L", [(3, 5)])]),
    ("M1 1l2 0zm1 1h1", [("M", [(1, 1)]), ("L", [(3, 1)]), ("Z", []), ("M", [(2, 2)]), ("L", [(3, 2)])]),
    ("M.5-.5L1e1,-2", [("M", [(0.5, -0.5)]), ("L", [(10, -2)])]),
    ("M0 0C1 0 2 1 2 2s1 2 2 2", [("M", [(0, 0)]), ("C", [(1, 0), (2, 1), (2, 2)]), ("C", [(2, 3), (3, 4), (4, 4)])]),
    ("M0 0S1 1 2 0", [("M", [(0, 0)]), ("C", [(0, 0), (1, 1), (2, 0)])]),
    ("M0 0Q3 6 6 0t6 0", [("M", [(0, 0)]), ("C", [(2, 4), (4, 4), (6, 0)]), ("C", [(8, -4), (10, -4), (12, 0)])]),
    ("M0 0A0 5 0 0 1 4 4", [("M", [(0, 0)]), ("L", [(4, 4)])]),
])  # fmt: skip
def test_commands(path: str, expected: list[tuple[str, list[tuple[float, float]]]]) -> None:
    found = list(steps(path))
    assert [step.command for step in found] == [command for command, _ in expected]
    for step, (_, points) in zip(found, expected, strict=True):
        assert [number for point in step.points for number in point] == pytest.approx(
            [number for point in points for number in point])


@pytest.mark.parametrize("path", ["M1", "1 2", "M0 0L1", "M0 0z3 4"])
def test_what_is_no_path(path: str) -> None:
    with pytest.raises(ValueError, match=r"missing|without"):
        list(steps(path))


@pytest.mark.parametrize(("large", "sweep"), [(0, 0), (0, 1), (1, 0), (1, 1)])
def test_an_arc_stays_on_its_ellipse(large: int, sweep: int) -> None:
    """Ends where it must, and is nowhere farther from the ellipse than anybody can see."""
    found = list(steps(f"M30 0A30 20 0 {large} {sweep} 0 20"))
    here = found[0].points[0]
    assert found[-1].points[-1] == pytest.approx((0, 20))
    centre = (0, 0) if large != sweep else (30, 20)
    for step in found[1:]:
        for part in (0.25, 0.5, 0.75):
            x, y = _on(here, step, part)
            distance = (((x - centre[0]) / 30) ** 2 + ((y - centre[1]) / 20) ** 2) ** 0.5
            assert distance == pytest.approx(1, abs=0.001)
        here = step.points[-1]


def test_a_turned_arc() -> None:
    """Half an ellipse that stands on its point: the far end of the long axis lies on the way."""
    found = list(steps("M0 0A10 5 90 0 1 10 0"))
    halfway = found[1].points[-1]
    assert halfway == pytest.approx((5 + 0 * cos(pi / 2), -10 * sin(pi / 2)), abs=1e-9)


def _on(start: tuple[float, float], step: Step, part: float) -> tuple[float, float]:
    rest = 1 - part
    one, two, end = step.points
    return (
        rest**3 * start[0] + 3 * rest**2 * part * one[0] + 3 * rest * part**2 * two[0] + part**3 * end[0],
        rest**3 * start[1] + 3 * rest**2 * part * one[1] + 3 * rest * part**2 * two[1] + part**3 * end[1],
    )
