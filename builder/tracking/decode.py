"""From the text that an LMS keeps as ``cmi.suspend_data`` to where the learner stands."""

from __future__ import annotations

from pathlib import Path

from builder.course.edition import select_edition
from builder.course.load import load_course
from builder.course.model import Course
from builder.course.slots import course_slots, edition_slots, saved_state
from builder.pages.text import Writer
from builder.problems import did_you_mean
from builder.state import Lock, SavedStateError, decode, layout_for
from builder.tracking.standing import Standing, standing_of

_REASONS = {
    "empty": "Er is geen tekst. Kopieer de hele waarde van ‘cmi.suspend_data’ uit de leeromgeving.",
    "damaged": "Deze tekst is niet compleet of beschadigd. Kopieer de hele waarde van ‘cmi.suspend_data’ opnieuw.",
    "newer": "Deze tekst komt uit een nieuwere versie van de cursus. Gebruik de bouwer die bij die versie hoort.",
}


class UnreadableState(Exception):
    """Why there is nothing to tell, in Dutch, with what to do."""


def decode_text(course_folder: Path, text: str, edition_id: str | None = None) -> Standing:
    """``read_text`` with the course and the lock of ``course_folder``; ``BuildError`` when those cannot be read."""
    course, problems = load_course(course_folder)
    return read_text(course, saved_state(course, course_folder, problems).lock, text, edition_id)


def read_text(course: Course, lock: Lock, text: str, edition_id: str | None = None) -> Standing:
    """Where the learner stands whose saved state is ``text``.

    Without ``edition_id`` the state says itself of which edition it is. Raises ``UnreadableState``.
    """
    editions = {str(edition.id): edition for edition in course.info.editions}
    if edition_id is not None and edition_id not in editions:
        raise UnreadableState(f"Editie ‘{edition_id}’ bestaat niet. {did_you_mean(edition_id, editions)}")
    # A page or a mail breaks long words and puts quotes around them; neither can be part of a state.
    text = "".join(text.split()).strip("'\"‘’“”")
    try:
        own = decode(layout_for(lock, course_slots(course)), text)["course"]["edition"]
        if edition_id is None and own is None:
            raise UnreadableState("In deze tekst staat geen editie. Zeg erbij welke het is, met --edition.")
        if edition_id is not None and own is not None and own != edition_id:
            raise UnreadableState(f"Deze tekst is van editie ‘{own}’, niet van ‘{edition_id}’. Kies --edition {own}.")
        edition = select_edition(course, editions[edition_id or str(own)])
        state = decode(layout_for(lock, edition_slots(edition)), text)
    except SavedStateError as error:
        raise UnreadableState(_REASONS[error.reason]) from None
    writer = Writer(edition)
    return standing_of(edition, state, lambda words: " ".join(writer.plain(words).split()))
