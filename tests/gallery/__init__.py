"""The gallery: a course with every block and question type, and how each of them gets into every state."""

from pathlib import Path

COURSE = Path(__file__).parent
EDITION = "alles"
