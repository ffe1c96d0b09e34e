"""A guide of three facts and a course that covers it; each case takes something away or puts something wrong."""

from __future__ import annotations

from pathlib import Path

from builder.course.load import load_course
from builder.course.model import Course
from builder.course.reserved import IMAGES
from builder.coverage import Guide, load_guide
from builder.problems import Problems

FILES = {
    "facts.yaml": """\
facts:
  - {id: F01, text: Iedereen kent het., sectors: [po, hbo-wo], sources: [u01]}
  - {id: F02, text: Kijk in het sociogram., sectors: [po]}
  - {id: F03, text: Moodlift helpt online., sectors: [hbo-wo], sources: [u02]}
""",
    "instruments.yaml": """\
instruments:
  - {id: sociogram, name: Sociogram, sectors: [po], mention: [sociogram]}
  - {id: moodlift, name: Moodlift, sectors: [hbo-wo], sources: [u02], mention: [Moodlift]}
""",
    "sources.yaml": """\
sources:
  - {id: u01, url: 'https://example.org/1', title: Een, publisher: Iemand, what: Een bron.}
  - {id: u02, url: 'https://example.org/2', title: Twee, publisher: Iemand, what: Een bron., sectors: [hbo-wo]}
""",
    "course.yaml": """\
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
  - {id: LD9, text: Je maakt een plan., short: Maken}
sectors:
  - {id: po, name: Primair onderwijs, label: Po, terms: {leerling: leerling, leerlingen: leerlingen, het_zorgteam: het zorgteam}}
  - {id: hbo-wo, name: Hbo en wo, label: Hbo en wo, terms: {leerling: student, leerlingen: studenten, het_zorgteam: de studieadviseur}}
editions:
  - {id: po, title: Voor po, sectors: [po]}
  - {id: hbo-wo, title: Voor hbo en wo, sectors: [hbo-wo]}
  - {id: compleet, title: Voor allebei, sectors: [po, hbo-wo], terms: {leerling: leerling of student, leerlingen: leerlingen en studenten, het_zorgteam: het zorgteam of je coördinator}}
units: [deel]
start:
  lead: Welkom.
  gains: []
  facts: {}
  warning: {title: Vooraf, body: Sla gerust iets over.}
""",
    "glossary.yaml": "terms: []\n",
    "helplines.yaml": "helplines: []\n",
    "units/deel/unit.yaml": "id: deel\ntitle: Deel\nlessons: [les, toets]\n",
    "units/deel/les.yaml": """\
id: les
title: Les
minutes: 1
objectives: [LD1, LD9]
blocks:
  - type: text
    facts: [F01]
    body: Iedereen [kent het](source:u01).
  - type: text
    sectors: [po]
    facts: [F02]
    body: Kijk in het sociogram.
  - type: instruments
    sectors: [hbo-wo]
    items:
      - {source: u02, purpose: Voor online hulp., facts: [F03]}
  - type: true-false
    id: oefenen
    objective: LD1
    statement: Alleen is eenzaam.
    answer: false
    feedback_true: Alleen zijn kan fijn zijn.
    feedback_false: Eenzaam is een gemis.
  - type: if-then-plan
    id: plan
    moments: [Als de les begint]
    actions: [{text: groet ik iedereen}]
""",
    "units/deel/toets.yaml": """\
id: toets
title: Toets
minutes: 1
blocks:
  - {type: assessment, id: eindtoets, title: Toets, use: test, draw: {LD1: 2}, safety: true, counts: true}
""",
}


def question(number: int, more: str = "") -> str:
    """An item of the test; ``more`` are keys on a line."""
    extra = f"    {more}\n" if more else ""
    return (f"  - type: true-false\n    id: item-{number}\n    objective: LD1\n{extra}    statement: Uitspraak {number} klopt.\n    answer: true\n"
            "    feedback_true: Ja.\n    feedback_false: Nee.\n")


POOL = "objective: LD1\nuse: test\nquestions:\n" + "".join(question(n, "safety: true" if n < 3 else "") for n in range(4))


def covered(folder: Path, changes: dict[str, tuple[str, str]] | None = None) -> tuple[Course, Guide]:
    """The example with, per file, one text replaced by another."""
    root = folder / "course"
    files = {**FILES, "questions/toets.yaml": POOL}
    for name, (old, new) in (changes or {}).items():
        assert old in files[name], f"{old!r} is not in {name}"
        files[name] = files[name].replace(old, new, 1)
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / "images").mkdir(exist_ok=True)
    for name in IMAGES:
        (root / f"images/{name}.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8")
    course, _ = load_course(root)
    problems = Problems()
    guide = load_guide(root, problems)
    assert guide is not None and not problems.errors, list(map(str, problems))
    return course, guide
