"""A drawing stands in the page itself, so it may hold shapes and nothing that runs or comes from elsewhere."""

from __future__ import annotations

import pytest

from builder.content.pictures import check_picture
from tests.conftest import SmallCourse

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">'

#: A drawing, and the line and message that it gives.
BROKEN = {
    "a script": (f"{OPEN}\n<script>alert(1)</script></svg>", 2, "<script> kan niet in een tekening."),
    "a script from elsewhere": (
        f'{OPEN}\n<script href="https://kwaad.example/x.js"/></svg>', 2, "<script> kan niet in een tekening."),
    "a handler": (f'{OPEN}\n<path onclick="x()" d="M0 0"/></svg>', 2, "‘onclick’ kan niet in een tekening."),
    "HTML": (f'{OPEN}\n<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject></svg>', 2,
             "<foreignObject> kan niet in een tekening."),
    "an animation that sets a link": (
        f'{OPEN}\n<a><set attributeName="href" to="javascript:x"/></a></svg>', 2, "<a> kan niet in een tekening."),
    "a photo inside": (f'{OPEN}\n<image href="data:image/png;base64,AA"/></svg>', 2, "<image> kan niet in een tekening."),
    "something used from elsewhere": (f'{OPEN}\n<use href="https://a.example/x.svg#a"/></svg>', 2,
                                      "‘href’ kan niet in een tekening."),
    "the same, the old way": (
        f'{OPEN}\n<g xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="x.svg#a"/></g></svg>', 2,
        "‘href’ kan niet in een tekening."),
    "a fill from elsewhere": (f'{OPEN}\n<path fill="url(https://a.example/x.svg#a)" d="M0 0"/></svg>', 2,
                              "een tekening mag niets van buiten halen."),
    "a style, which the page's policy forbids": (
        f'{OPEN}\n<path style="fill:red" d="M0 0"/></svg>', 2, "‘style’ kan niet in een tekening."),
    "a stylesheet": (f"{OPEN}\n<style>path {{ fill: red }}</style></svg>", 2, "<style> kan niet in een tekening."),
    "no view box": ('<svg xmlns="http://www.w3.org/2000/svg" width="20"></svg>', 1,
                    "deze tekening begint niet met <svg> met een viewBox van vier getallen."),
    "a view box that breaks out": (
        """<svg xmlns="http://www.w3.org/2000/svg" viewBox='0 0 1 1"&gt;&lt;b&gt;'></svg>""", 1,
        "deze tekening begint niet met <svg> met een viewBox van vier getallen."),
    "a prefix": ('<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', 1,
                 "deze tekening begint niet met <svg> met een viewBox van vier getallen."),
    "a page": ("<html><body/></html>", 1, "deze tekening begint niet met <svg> met een viewBox van vier getallen."),
    "a tag that stays open": (f"{OPEN}\n<g></svg>", 2, "dit is geen SVG die klopt."),
    "nothing": ("", 1, "dit is geen SVG die klopt."),
    "a photo": ("\x89PNG\r\n", 1, "dit is geen SVG die klopt."),
    "entities that grow": (
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n'
        f"{OPEN}<text>&b;</text></svg>", 1, "een tekening mag geen DOCTYPE hebben."),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_a_drawing_may_not_hold(name: str) -> None:
    svg, line, message = BROKEN[name]
    problems = list(check_picture(svg.encode("latin-1"), "images/x.svg"))
    assert [(p.code, p.position.line, p.message) for p in problems][:1] == [("C24", line, message)]


@pytest.mark.parametrize("svg", [
    f'{OPEN}<path d="M0 0" fill="url(#verloop)"/><use href="#een"/></svg>',
    '<?xml version="1.0"?>\n<!-- getekend --><svg viewBox="0,0,20.5,10" xmlns="http://www.w3.org/2000/svg"/>',
])
def test_what_it_may_hold(svg: str) -> None:
    assert list(check_picture(svg.encode(), "images/x.svg")) == []


def test_the_builder_refuses_it(small: SmallCourse) -> None:
    small.write("images/start.svg", f"{OPEN}\n<script/></svg>")
    assert small.found() == ["C24 images/start.svg:2:1"]
