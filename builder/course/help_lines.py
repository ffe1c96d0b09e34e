"""Numbers that people call in need: the course says when somebody last looked whether they are right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from builder.course.model import Course
from builder.problems import Problem

_LONGEST = timedelta(days=366)


def today() -> date:
    """The day of the build: only a warning hangs on it, never a byte of a package."""
    return date.today()


def check_help_lines(course: Course) -> Iterator[Problem]:
    """A day that does not exist, and a help line that nobody looked at for a year."""
    for line in course.help_lines.values():
        try:
            checked = date.fromisoformat(line.checked)
        except ValueError:
            yield Problem("C09", line.position, f"‘checked: {line.checked}’ is geen dag die bestaat.",
                          "Schrijf de dag waarop iemand de hulplijn heeft nagekeken.")
            continue
        if today() - checked > _LONGEST:
            yield Problem("C33", line.position, f"hulplijn ‘{line.id}’ is op {checked:%d-%m-%Y} voor het laatst nagekeken: "
                          "meer dan een jaar geleden.", "Kijk naam, nummer en tijden na, en zet bij ‘checked’ de dag van vandaag.",
                          "warning")
