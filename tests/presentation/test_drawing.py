"""Pictures as shapes of a slide."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.content.pictures import PictureError
from builder.presentation.drawing import Box, picture, proportion

IMAGES = sorted((Path(__file__).parents[2] / "course" / "images").glob("*.svg"))


def svg(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{inside}</svg>'.encode()


@pytest.mark.parametrize("file", IMAGES, ids=[file.stem for file in IMAGES])
def test_every_picture_of_the_course_can_stand_on_a_slide(file: Path) -> None:
    drawn = picture(file.read_bytes(), 4_000_000)
    assert drawn.frame.width / drawn.frame.height == pytest.approx(proportion(file.read_bytes()))
    for shape in drawn.shapes:
        assert shape.fill or shape.stroke
        for _, points in shape.steps:
            assert all(0 <= x <= shape.box.width and 0 <= y <= shape.box.height for x, y in points)


def test_groups_move_and_scale_what_is_in_them() -> None:
    drawn = picture(svg('<g transform="translate(50,100) scale(-2 2)"><rect x="1" y="-3" width="4" height="2"/></g>'), 2000)
    assert [shape.box for shape in drawn.shapes] == [Box(400, 940, 80, 40)]


def test_colours_are_inherited_and_variables_give_their_light_value() -> None:
    drawn = picture(svg('<g fill="none" stroke="var(--art-line,#1b2f38)" stroke-width="2"><path d="M0 0H9"/>'
                        '<circle cx="5" cy="5" r="2" fill="#abc" stroke="none"/></g>'), 200_000)
    line, dot = drawn.shapes
    assert (line.fill, line.stroke, line.stroke_width) == (None, "1b2f38", 2000)
    assert (dot.fill, dot.stroke, dot.box, dot.steps) == ("aabbcc", None, Box(30, 30, 40, 40), [])


def test_dashes_are_measured_in_the_width_of_the_line() -> None:
    drawn = picture(svg('<path d="M0 0H9" fill="none" stroke="#000" stroke-width="2" stroke-dasharray="1 4"/>'), 2000)
    assert drawn.shapes[0].dashes == [(50_000, 200_000)]


@pytest.mark.parametrize(("inside", "message"), [
    ("<text>hoi</text>", "heeft een <text>, en dat kan een dia niet tonen"),
    ('<path d="M0 0H9" fill="red"/>', "heeft de kleur red"),
    ('<g transform="rotate(9)"><path d="M0 0"/></g>', "gebruikt transform"),
    ('<path d="M0 0H9" opacity=".5"/>', "gebruikt opacity"),
])
def test_what_a_slide_cannot_show(inside: str, message: str) -> None:
    with pytest.raises(PictureError, match=message):
        picture(svg(inside), 2000)
