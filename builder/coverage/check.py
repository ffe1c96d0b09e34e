"""Whether everything that the guide says and names reaches the learners it is meant for, and nobody else.

The build calls this, so it stays fast: one pass over the course, then set arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from builder.blocks.assessment.model import Assessment
from builder.blocks.base import Question, Sector
from builder.blocks.if_then_plan.model import IfThenPlan
from builder.course.model import Course, Objective
from builder.course.pools import POOL_PER_DRAW, SAFETY_WANTED
from builder.coverage.guide import FACTS, Guide, Instrument
from builder.coverage.reach import LessonReach, Reach, reach
from builder.problems import Position, Problem, did_you_mean


def check_coverage(course: Course, guide: Guide | None) -> Iterator[Problem]:
    """What is missing, and what reaches a sector for which it does not hold.

    A course that names no facts needs no guide.
    """
    found = reach(course)
    if guide is None:
        yield from _no_guide(found)
        return
    yield from _unknown(found, guide)
    yield from _strangers(course, found, guide)
    yield from _facts(found, guide)
    yield from _links(course, found, guide)
    yield from _instruments(course, found, guide)
    yield from _objectives(course, found)
    yield from _pools(course, found)


def sectors_of(found: Reach) -> list[Sector]:
    """The sectors in the order in which one reads of them."""
    order: list[Sector] = ["po", "vo", "mbo", "hbo-wo"]
    return [sector for sector in order if sector in found.sectors]


def _named(found: Reach) -> Iterator[tuple[str, Position]]:
    """Each fact that the course says it teaches or asks, with where it says so."""
    yield from ((fact.id, fact.position) for where in [*found.lessons, found.sheets] for fact in where.facts)
    yield from ((fact, question.position) for question, _ in found.pooled for fact in question.facts)


def _no_guide(found: Reach) -> Iterator[Problem]:
    for _, position in islice(_named(found), 1):
        yield Problem("D03", position, f"hier staat ‘facts’, maar er is geen {FACTS} om dat mee na te kijken.",
                      f"Zet {FACTS} in de map van de cursus. Misschien heeft het een andere naam gekregen.")


def _unknown(found: Reach, guide: Guide) -> Iterator[Problem]:
    for name, position in _named(found):
        if name not in guide.facts:
            yield Problem("D02", position, f"feit ‘{name}’ staat niet in facts.yaml.", did_you_mean(name, guide.facts))


def _strangers(course: Course, found: Reach, guide: Guide) -> Iterator[Problem]:
    """Facts and links that reach a sector for which they do not hold."""
    named = [fact for where in [*found.lessons, found.sheets] for fact in where.facts]
    for fact in named:
        known = guide.facts.get(fact.id)
        if known and (wrong := fact.sectors - set(known.sectors)):
            yield Problem("D11", fact.position, f"feit {fact.id} geldt niet voor {_names(wrong)}: ‘{known.text}’",
                          "Beperk dit met ‘sectors:’.")
    for question, sectors in found.pooled:
        for name in question.facts:
            known = guide.facts.get(name)
            if known and (wrong := sectors - set(known.sectors)):
                yield Problem("D11", question.position, f"feit {name} geldt niet voor {_names(wrong)}: ‘{known.text}’",
                              "Beperk deze vraag met ‘sectors:’.")
    for link in (link for where in [*found.lessons, found.sheets] for link in where.sources):
        source = course.sources.get(link.id)
        if source and source.sectors and (wrong := link.sectors - set(source.sectors)):
            yield Problem("D12", link.position, f"bron ‘{link.id}’ is niet voor {_names(wrong)}.",
                          "Beperk dit met ‘sectors:’.")


def _facts(found: Reach, guide: Guide) -> Iterator[Problem]:
    for sector in sectors_of(found):
        taught = {name for lesson in found.lessons for name in lesson.facts_for[sector]}
        for fact in guide.facts.values():
            if sector in fact.sectors and fact.id not in taught:
                yield Problem("D10", fact.position, f"feit {fact.id} komt in {sector} in geen les voor: ‘{fact.text}’",
                              f"Behandel het in een les, en zet ‘facts: [{fact.id}]’ bij dat blok.")


def _links(course: Course, found: Reach, guide: Guide) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for source in course.sources.values():
        if source.url in first:
            yield Problem("D22", source.position, f"het adres van ‘{source.id}’ staat ook bij ‘{first[source.url]}’.",
                          "Houd er één over.")
        first.setdefault(source.url, source.id)
    for name, facts in guide.links.items():
        known = course.sources.get(name)
        if known is None:
            yield Problem("D20", facts[0].position, f"link ‘{name}’ van feit {facts[0].id} staat niet in sources.yaml.",
                          did_you_mean(name, course.sources))
            continue
        for sector in sectors_of(found):
            holds = {fact.id for fact in facts if sector in fact.sectors}
            if not holds or (known.sectors and sector not in known.sectors):
                continue
            if not any(name in lesson.sources_for[sector] and holds & lesson.facts_for[sector] for lesson in found.lessons):
                yield Problem("D21", known.position, f"link ‘{name}’ staat in {sector} in geen les die {_names(holds)} behandelt.",
                              f"Zet daar [tekst](source:{name}), ‘source: {name}’ of een instrument.")


def _instruments(course: Course, found: Reach, guide: Guide) -> Iterator[Problem]:
    for instrument in guide.instruments.values():
        for source in instrument.sources:
            if source not in course.sources:
                yield Problem("D20", instrument.position, f"link ‘{source}’ van ‘{instrument.id}’ staat niet in sources.yaml.",
                              did_you_mean(source, course.sources))
        for sector in sectors_of(found):
            if sector in instrument.sectors and not instrument_lessons(course, found, instrument, sector):
                yield Problem("D30", instrument.position, f"‘{instrument.name}’ komt in {sector} in geen les voor.",
                              "Noem het in een les, met zijn link als het die heeft.")


def instrument_lessons(course: Course, found: Reach, instrument: Instrument, sector: Sector) -> list[LessonReach]:
    """Lessons in which ``sector`` meets the instrument: one of its links, or when it has none there, its name."""
    links = {name for name in instrument.sources
             if name in course.sources and sector in (course.sources[name].sectors or found.sectors)}
    if links:
        return [lesson for lesson in found.lessons if links & lesson.sources_for[sector]]
    return [lesson for lesson in found.lessons if any(lesson.names(word, sector) for word in instrument.mention)]


def _objectives(course: Course, found: Reach) -> Iterator[Problem]:
    for objective in course.info.objectives:
        for sector in sectors_of(found):
            lacking = [word for word, there in (
                ("uitgelegd", taught(found, objective, sector)),
                ("geoefend", practised(found, objective, sector) or made(found, objective, sector)),
                ("getoetst", drawn(found, objective, sector) or made(found, objective, sector)),
            ) if not there]
            if lacking:
                yield Problem("D40", objective.position, f"leerdoel {objective.id} wordt in {sector} niet {' en niet '.join(lacking)}.",
                              "Geef een les ‘objectives:’, een vraag ‘objective:’ en de eindtoets een trekking.")


def taught(found: Reach, objective: Objective, sector: Sector) -> list[LessonReach]:
    """Lessons with this objective that have something to read about it."""
    return [
        lesson
        for lesson in found.lessons
        if objective.id in lesson.lesson.objectives
        and any(sector in sectors and not isinstance(block, Question | Assessment) for block, sectors in lesson.blocks)
    ]


def practised(found: Reach, objective: Objective, sector: Sector) -> int:
    """How many questions in lessons practise it."""
    return sum(question.objective == objective.id and sector in who for question, who in found.practice)


def made(found: Reach, objective: Objective, sector: Sector) -> bool:
    """Whether the learner makes something for it instead of answering: a plan is practice and proof in one."""
    asked = any(objective.id == name for _, name in found.pools) or any(question.objective == objective.id for question, _ in found.practice)
    return not asked and any(
        objective.id in lesson.lesson.objectives
        and any(isinstance(block, IfThenPlan) and sector in sectors for block, sectors in lesson.blocks)
        for lesson in found.lessons
    )


def drawn(found: Reach, objective: Objective, sector: Sector, use: str = "test") -> int:
    """How many questions about it one attempt of the test, or of the quizzes, draws."""
    return sum(block.draw.get(objective.id, 0) for block, who in found.assessments if block.use == use and sector in who)


def pool(found: Reach, objective: Objective, sector: Sector, use: str = "test") -> list[Question]:
    """The questions to draw from."""
    return [question for question, who in found.pools.get((use, objective.id), ()) if sector in who]


def safety_items(found: Reach, sector: Sector) -> list[Question]:
    """Questions of the test about danger."""
    tests = (pool for (use, _), pool in found.pools.items() if use == "test")
    return [question for pool in tests for question, who in pool if question.safety and sector in who]


def _pools(course: Course, found: Reach) -> Iterator[Problem]:
    for sector in sectors_of(found):
        for objective in course.info.objectives:
            for use, name in (("test", "de eindtoets"), ("quiz", "de korte toets")):
                wanted = POOL_PER_DRAW * drawn(found, objective, sector, use)
                there = len(pool(found, objective, sector, use))
                if there < wanted:
                    yield Problem("D41", objective.position, f"voor {objective.id} heeft {name} in {sector} {there} vragen; "
                                  f"er zijn er {wanted} nodig.", "Schrijf vragen bij in questions/.")
        there = len(safety_items(found, sector))
        if there < SAFETY_WANTED and any(block.safety for block, _ in found.assessments):
            yield Problem("D42", _first_pool(course), f"{sector} heeft {there} toetsvragen over veiligheid; er zijn er {SAFETY_WANTED} nodig.",
                          "Schrijf er vragen met ‘safety: true’ bij.")


def _first_pool(course: Course) -> Position:
    pools = [pool for pool in course.pools if any(question.safety for question in pool.questions)] or course.pools
    return pools[0].position if pools else course.info.position


def _names(names: set[str] | frozenset[Sector]) -> str:
    order = ["po", "vo", "mbo", "hbo-wo"]
    return ", ".join(sorted(names, key=lambda name: (order.index(name) if name in order else 0, name)))
