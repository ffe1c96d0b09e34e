"""How each block and question comes into each of its states. The tests and the contact sheets walk the same way.

A walk is a generator: it changes what is on the screen and then gives the name of the state that can be seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from tests.gallery.site import Course, go_to

Walk = Callable[[Locator], Iterator[str]]


@dataclass(frozen=True)
class Exhibit:
    """Something to look at: where it stands and how it gets into its states."""

    name: str
    lesson: str
    selector: str
    walk: Walk

    def states(self, course: Course) -> Iterator[tuple[str, Locator]]:
        """Each state by name, with the element that is in it."""
        root = go_to(course, self.lesson)
        if self.selector:
            root = root.locator(self.selector)
        for state in self.walk(root):
            yield state, root


def _rest(root: Locator) -> Iterator[str]:
    yield "rust"


# Blocks to teach with


def _text(root: Locator) -> Iterator[str]:
    yield "rust"
    root.get_by_role("button", name="stigma").click()
    yield "begrip open"


def _cards(root: Locator) -> Iterator[str]:
    yield "voorkant"
    for front in root.locator(".card__front").all():
        front.click()
    yield "omgedraaid"


def _folded(root: Locator) -> Iterator[str]:
    yield "dicht"
    for summary in root.locator("summary").all():
        summary.click()
    yield "open"


def _sector_comparison(root: Locator) -> Iterator[str]:
    yield "dicht"
    root.locator("summary").first.click()
    yield "open"


def _sociogram(root: Locator) -> Iterator[str]:
    yield "tekening en tabel"
    pick(root, "Alleen tabel")
    yield "alleen tabel"


def _sociogram_maker(root: Locator) -> Iterator[str]:
    yield "leeg"
    root.get_by_role("textbox").first.fill("AB CD EF")
    root.get_by_role("button", name="Voeg toe").click()
    yield "drie mensen"


# Questions with a check button


def pick(root: Locator, name: str) -> None:
    """Chooses the option with these words, by clicking on them."""
    root.locator("label").filter(has_text=re.compile(rf"^\s*{re.escape(name)}\s*$")).click()


def check(root: Locator) -> None:
    root.get_by_role("button", name="Kijk na").click()


def retry(root: Locator) -> None:
    root.get_by_role("button", name="Probeer opnieuw").click()


def reveal(root: Locator) -> None:
    root.get_by_role("button", name="Toon het antwoord").click()


def again(root: Locator) -> None:
    root.get_by_role("button", name="Nog een keer").click()


def _checked(wrong: Callable[[Locator], None], right: Callable[[Locator], None],
             half: Callable[[Locator], None] | None = None) -> Walk:
    """Open, chosen, not yet, (half,) shown, right: the same for every type that is checked."""

    def walk(root: Locator) -> Iterator[str]:
        yield "open"
        wrong(root)
        yield "gekozen"
        check(root)
        yield "nog niet"
        if half:
            retry(root)
            half(root)
            check(root)
            yield "bijna"
        reveal(root)
        yield "antwoord getoond"
        again(root)
        right(root)
        check(root)
        yield "klopt"

    return walk


def _pick(*names: str) -> Callable[[Locator], None]:
    def act(root: Locator) -> None:
        for name in names:
            pick(root, name)

    return act


def _tick(*names: str) -> Callable[[Locator], None]:
    """Exactly these ticks."""

    def act(root: Locator) -> None:
        for option in root.locator(".option").all():
            wanted = option.locator(".option__text").inner_text() in names
            option.get_by_role("checkbox").set_checked(wanted)

    return act


def _sure(root: Locator) -> Iterator[str]:
    yield "open"
    pick(root, "Wie vaak alleen is, voelt zich eenzaam.")
    yield "gekozen, nog niet gezegd hoe zeker"
    pick(root, "Zeker")
    check(root)
    yield "zeker en nog niet"
    retry(root)
    pick(root, "Redelijk")
    check(root)
    yield "redelijk en nog niet"
    reveal(root)
    again(root)
    pick(root, "Eenzaam is wie verbondenheid mist.")
    pick(root, "Gok")
    check(root)
    yield "gok en goed"


def _sure_without_text(root: Locator) -> Iterator[str]:
    pick(root, "Ik wacht op een tweede signaal.")
    pick(root, "Zeker")
    check(root)
    yield "zeker en nog niet, zonder eigen tekst"


def place(root: Locator, *steps: str) -> None:
    """Puts the steps in this order with the buttons."""
    for text in reversed(steps):
        button = root.get_by_role("button", name=f"Omhoog: {text}", exact=True)
        while button.is_enabled():
            button.click()


STEPS = ("Zeg wat je zag.", "Stel een open vraag.", "Luister, ook als het stil is.", "Maak een afspraak.")


def _order(*places: int) -> Callable[[Locator], None]:
    def act(root: Locator) -> None:
        place(root, *(STEPS[number] for number in places))

    return act


def _match(*targets: str) -> Callable[[Locator], None]:
    def act(root: Locator) -> None:
        for select, target in zip(root.get_by_role("combobox").all(), targets, strict=True):
            select.select_option(label=target)

    return act


def _fill(text: str) -> Callable[[Locator], None]:
    def act(root: Locator) -> None:
        root.get_by_role("textbox").fill(text)

    return act


def _number(root: Locator) -> Iterator[str]:
    yield "open"
    root.get_by_role("textbox").fill("veel")
    root.get_by_role("textbox").blur()
    yield "geen getal"
    rest = _checked(_fill("twee"), _fill("drie"))(root)
    next(rest)
    yield from rest


def _estimate(root: Locator) -> Iterator[str]:
    yield "open"
    root.get_by_role("slider").fill("20")
    yield "gekozen"
    check(root)
    yield "vergeleken"


# Questions that run themselves


def put(root: Locator, item: str, category: str) -> None:
    """Presses a category for the item that starts with these words."""
    group = root.locator(".categorise__item").filter(has_text=item)
    group.locator(".category").filter(has_text=category).click()


def _categorise(root: Locator) -> Iterator[str]:
    yield "open"
    put(root, "Sem (13)", "Lichamelijk")
    put(root, "Juul (15)", "Gedrag")
    put(root, "Isa (12)", "Sociaal")
    yield "halverwege"
    root.get_by_role("button", name="Toon de antwoorden").click()
    yield "antwoord getoond"
    again(root)
    put(root, "Sem (13)", "Lichamelijk")
    put(root, "Isa (12)", "gebeurtenissen")
    put(root, "Juul (15)", "Sociaal")
    yield "klopt"


def _categorise_one(root: Locator) -> Iterator[str]:
    yield "open"
    put(root, "Hoe was dat", "Gesloten vraag")
    yield "nog niet"
    put(root, "Hoe was dat", "Open vraag")
    yield "klopt"


def say(root: Locator, words: str) -> None:
    """Chooses the reply with these words."""
    root.locator(".reply").filter(has_text=words).click()


def _conversation(root: Locator) -> Iterator[str]:
    yield "begin"
    say(root, "Gaat het wel?")
    yield "bijna"
    say(root, "Waarom zoek je")
    yield "nog niet, ander verloop"
    root.get_by_role("button", name="Ga verder").click()
    yield "herstel"
    say(root, "Dat kwam er verkeerd uit.")
    yield "beste reactie"
    root.get_by_role("button", name="Ga verder").click()
    say(root, "Dat lijkt me lastig.")
    root.get_by_role("button", name="Ga verder").click()
    say(root, "Fijn dat je het vertelt.")
    root.get_by_role("button", name="Rond het gesprek af").click()
    root.get_by_text("Zo kan het gesprek lopen").locator("visible=true").click()
    yield "afgerond"


# For oneself


def _reflection(root: Locator) -> Iterator[str]:
    yield "leeg"
    root.get_by_role("textbox").fill("Iemand die deze week steeds als laatste bleef zitten.\nIk vraag maandag hoe het gaat.")
    yield "geschreven"


def _plan(root: Locator) -> Iterator[str]:
    yield "leeg"
    pick(root, "Als ik de deur opendoe")
    yield "half"
    root.get_by_role("radio", name="Een eigen actie").check()
    root.get_by_role("textbox", name="Eigen actie").fill("dan vraag ik iemand hoe het gaat.")
    root.get_by_label("Wat kan in de weg zitten?").fill("Als het druk is, dan doe ik het in de pauze.")
    root.get_by_label("Wie kan helpen?").fill("Mijn duocollega")
    root.get_by_label("Wanneer kijk je terug?").fill("2026-12-09")
    yield "af"
    root.get_by_role("button", name="Wis dit plan").click()
    yield "gewist"


# The test


def answer(form: Locator, right: bool = True) -> None:
    """Answers the test question that is on the screen."""
    kind = form.get_attribute("data-type")
    name = str(form.get_attribute("data-question"))
    match kind:
        case "single-choice":
            ids = {"toets-enkel-1": "feit", "toets-enkel-2": "vragen", "veilig-1": "bel", "veilig-2": "eerlijk", "veilig-3": "ja"}
            _value(form, ids[name] if right else _other(form, ids[name]))
        case "true-false":
            holds = (name == "toets-juist-1") == right
            _value(form, "true" if holds else "false")
        case "multiple-choice":
            good = {"toets-meer-1": ["hoe", "wat"], "toets-meer-2": ["laat", "zucht"]}[name]
            for box in form.get_by_role("checkbox").all():
                box.set_checked((box.get_attribute("value") in good) == right)
        case "categorise":
            good = {"hoofdpijn": "lichamelijk", "pauze": "gedrag", "opa": "levensgebeurtenissen"}
            for item in form.locator(".categorise__item").all():
                target = good[str(item.get_attribute("data-item"))] if right else "sociaal"
                item.locator(f'[data-target="{target}"]').click()
        case "match":
            for row in form.locator(".match__row").all():
                item = str(row.get_attribute("data-item"))
                row.get_by_role("combobox").select_option(item if right else _last_option(row, item))
        case "order":
            steps = {"toets-volgorde-1": ["Maandag", "Dinsdag", "Woensdag"], "toets-volgorde-2": ["Herken", "Bespreek", "Maak een plan"]}[name]
            place(form, *(steps if right else reversed(steps)))
            if form.locator(".order__item").first.inner_text().strip().startswith(steps[0]) != right:
                raise AssertionError("the order on the screen is not the one that was asked for")
        case "number":
            good_number = {"toets-getal-1": "5", "toets-getal-2": "twaalf"}[name]
            form.get_by_role("textbox").fill(good_number if right else "7")
        case _:
            raise AssertionError(f"no answer known for {kind}")


def _value(form: Locator, value: str) -> None:
    form.locator(f'input[value="{value}"]').check()


def _other(form: Locator, value: str) -> str:
    return str(form.locator(f'input:not([value="{value}"])').first.get_attribute("value"))


def _last_option(row: Locator, item: str) -> str:
    values = [str(option.get_attribute("value")) for option in row.locator("option").all()]
    return next(value for value in reversed(values) if value not in ("", item))


def do_test(root: Locator, wrong: tuple[str, ...] = (), skip: tuple[str, ...] = ()) -> None:
    """Goes through the questions from the first to the last; ``wrong`` and ``skip`` are types, or ``safety``."""
    total = root.locator(".test-map__link").count()
    for number in range(1, total + 1):
        form = root.locator("form.question")
        kind = str(form.get_attribute("data-type"))
        name = "safety" if str(form.get_attribute("data-question")).startswith("veilig") else kind
        if name not in skip:
            answer(form, right=name not in wrong)
        if number < total:
            root.get_by_role("button", name=f"Vraag {number + 1}", exact=True).click()


def hand_in(root: Locator) -> None:
    root.get_by_role("button", name="Lever in").click()


def _test(root: Locator) -> Iterator[str]:
    yield "begin"
    root.get_by_role("button", name="Begin de toets").click()
    yield "eerste vraag"
    answer(root.locator("form.question"))
    yield "beantwoord"
    total = root.locator(".test-map__link").count()
    for number in range(2, total + 1):
        root.get_by_role("button", name=f"Vraag {number}", exact=True).click()
        yield f"vraag van de soort {root.locator('form.question').get_attribute('data-type')}"
    hand_in(root)
    yield "open vragen"
    root.get_by_role("button", name="Lever toch in").click()
    yield "nog niet gehaald"
    root.get_by_role("button", name="Doe de toets opnieuw").click()
    do_test(root, wrong=("safety", "match", "multiple-choice"))
    hand_in(root)
    root.get_by_role("button", name="Bekijk alle vragen met uitleg").click()
    for summary in root.locator(".review__item > summary").all():
        summary.click()
    yield "alle vragen met uitleg"
    root.get_by_role("button", name="Terug naar je resultaat").click()
    root.get_by_role("button", name="Doe de toets opnieuw").click()
    do_test(root, wrong=("safety", "order"))
    hand_in(root)
    yield "veiligheid nog niet goed"
    root.get_by_role("button", name="Beantwoord een andere vraag").click()
    yield "andere vraag over veiligheid"
    answer(root.locator("form.question"), right=False)
    root.get_by_role("button", name="Kijk na").click()
    yield "andere vraag nog niet goed"
    root.get_by_role("button", name="Nog een andere vraag").click()
    answer(root.locator("form.question"))
    root.get_by_role("button", name="Kijk na").click()
    root.get_by_role("button", name="Naar je resultaat").click()
    expect(root.get_by_role("heading", name="Je hebt de toets gehaald")).to_be_visible()
    yield "gehaald"


EXHIBITS: tuple[Exhibit, ...] = (
    Exhibit("tekst", "tekst", ".text", _text),
    Exhibit("kantlijn", "tekst", ".aside", _rest),
    Exhibit("kader let op", "tekst", ".callout--let-op", _rest),
    Exhibit("kader tip", "tekst", ".callout--tip", _rest),
    Exhibit("kader aanvulling", "tekst", ".callout--aanvulling", _rest),
    Exhibit("regel", "tekst", ".rule", _rest),
    Exhibit("uitgewerkt voorbeeld", "tekst", ".worked-example", _rest),
    Exhibit("citaat", "tekst", ".quotation", _rest),
    Exhibit("panelen", "lijsten", ".panels", _rest),
    Exhibit("kaarten", "lijsten", ".cards", _cards),
    Exhibit("uitklappen", "lijsten", ".accordion", _folded),
    Exhibit("vergelijking", "lijsten", ".comparison", _rest),
    Exhibit("stappen om te lezen", "lijsten", ".steps", _rest),
    Exhibit("andere sectoren", "lijsten", ".sector-comparison", _sector_comparison),
    Exhibit("cijfer 1 op 10", "cijfers", ".statistic >> nth=0", _rest),
    Exhibit("cijfer 57 procent", "cijfers", ".statistic >> nth=1", _rest),
    Exhibit("hulplijnen", "cijfers", ".help-block", _rest),
    Exhibit("hulpmiddelen", "cijfers", ".instruments", _rest),
    Exhibit("figuur", "beeld", ".figure", _rest),
    Exhibit("sociogram", "beeld", ".sociogram", _sociogram),
    Exhibit("eigen sociogram", "beeld", ".sociogram-maker", _sociogram_maker),
    Exhibit("één antwoord", "kiezen", "#q-enkel",
            _checked(_pick("Gaat het goed met je in de pauze?"), _pick("Ik zag je vaak alleen. Hoe is dat voor jou?"))),
    Exhibit("zekerheid", "kiezen", "#q-zeker", _sure),
    Exhibit("zekerheid zonder tekst", "kiezen", "#q-zeker-zonder-tekst", _sure_without_text),
    Exhibit("meer antwoorden", "kiezen", "#q-meer",
            _checked(_tick("Een advies."), _tick("Een rustige plek.", "Iets wat je zag."),
                     half=_tick("Een rustige plek.", "Iets wat je zag.", "Een advies."))),
    Exhibit("juist of onjuist", "juist-of-onjuist", "#q-juist",
            _checked(_pick("Ja, dit klopt"), _pick("Nee, dit klopt niet"))),
    Exhibit("indelen", "indelen", "#q-signalen", _categorise),
    Exhibit("indelen, één regel", "indelen", "#q-een-vraag", _categorise_one),
    Exhibit("koppelen", "koppelen", "#q-koppels",
            _checked(_match("Eén mens heel dichtbij", "Niets", "Zin of doel"), _match("Een groep", "Eén mens heel dichtbij", "Niets"),
                     half=_match("Een groep", "Eén mens heel dichtbij", "Zin of doel"))),
    Exhibit("volgorde", "volgorde", "#q-stappen", _checked(_order(1, 0, 2, 3), _order(0, 1, 2, 3))),
    Exhibit("getal", "getallen", "#q-getal", _number),
    Exhibit("schatting", "getallen", "#q-schatting", _estimate),
    Exhibit("gesprek", "gesprek", "#q-praten", _conversation),
    Exhibit("terugblik", "opschrijven", ".reflection", _reflection),
    Exhibit("plan", "opschrijven", ".plan", _plan),
    Exhibit("toets", "toets", "[data-assessment=toets]", _test),
    Exhibit("startpagina", "start", "", _rest),
    Exhibit("bewijs", "bewijs", "", _rest),
)
