"""A small course around the YAML of one case. ``▸`` marks the place at which a problem is expected."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from builder.course.load import load_course
from builder.course.model import Course
from builder.course.reserved import IMAGES
from builder.problems import Problem

MARK = "▸"
LESSON = "course/units/deel/les.yaml"
POOL = "course/questions/toets.yaml"

_COURSE = """\
id: proef
title: Proef
subtitle: Een kleine cursus
version: 1.0.0
description: Een kleine cursus om te proberen.
keywords: [proef]
publisher: Proef
catalog_uri: urn:x-course:proef
pass_mark: 75
objectives:
  - {id: LD1, text: Je kunt het., short: Kunnen}
sectors:
  - id: po
    name: Primair onderwijs
    label: Po
    terms: {leerling: leerling, leerlingen: leerlingen, de_leerling: de leerling, het_zorgteam: het zorgteam}
  - id: hbo-wo
    name: Hbo en wo
    label: Hbo en wo
    terms: {leerling: student, leerlingen: studenten, de_leerling: de student, het_zorgteam: de studieadviseur}
editions:
  - {id: po, title: Voor po, sectors: [po]}
  - {id: hbo-wo, title: Voor hbo en wo, sectors: [hbo-wo]}
units: [deel]
category_sets: {}
start:
  lead: Welkom.
  gains: []
  facts: {}
  warning: {title: Vooraf, body: Sla gerust iets over.}
"""
_FILES = {
    "course.yaml": _COURSE,
    "glossary.yaml": "terms: []\n",
    "sources.yaml": "sources:\n  - {id: bron, url: 'https://example.org/', title: Een bron, publisher: Iemand, what: Een bron.}\n",
    "helplines.yaml": "helplines: []\n",
    "units/deel/unit.yaml": "id: deel\ntitle: Deel\nlessons: [les]\n",
}
_HEAD = "id: les\ntitle: Les\nminutes: 1\nobjectives: [LD1]\nblocks:\n"


def small_course(folder: Path, blocks: str = "  - {type: text, body: Dit is een tekst.}\n", files: Mapping[str, str] | None = None) -> Course:
    """A course in ``folder``/course whose only lesson has ``blocks``; ``files`` replaces or adds others."""
    root = folder / "course"
    every = {**_FILES, "units/deel/les.yaml": _HEAD + blocks, **(files or {})}
    for name, text in every.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(MARK, ""), encoding="utf-8")
    (root / "images").mkdir(exist_ok=True)
    for name in IMAGES:
        (root / f"images/{name}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8")
    course, _ = load_course(root)
    return course


def marked(blocks: str) -> list[tuple[int, int]]:
    """Line and column in the lesson of each mark in ``blocks``."""
    places = []
    for number, line in enumerate((_HEAD + blocks).splitlines(), start=1):
        at = line.find(MARK)
        while at >= 0:
            places.append((number, at + 1 - line[:at].count(MARK)))
            at = line.find(MARK, at + 1)
    return places


def places(problems: list[Problem], code: str) -> list[tuple[int, int]]:
    """Line and column of each problem with ``code``."""
    return [(p.position.line, p.position.column) for p in problems if p.code == code]
