"""Proves that the course teaches the whole guide to whom it holds, and measures what that costs a learner.

``load_guide`` reads facts.yaml and instruments.yaml, ``check_coverage`` says what is missing, ``report`` writes
docs/coverage.md, ``measure`` counts minutes, words, items and sentences that were written twice.
"""

from __future__ import annotations

from builder.coverage.check import check_coverage
from builder.coverage.duplication import Twins
from builder.coverage.guide import Guide, load_guide
from builder.coverage.measure import EditionFigures, check_minutes, measure
from builder.coverage.report import report

__all__ = ["EditionFigures", "Guide", "Twins", "check_coverage", "check_minutes", "load_guide", "measure", "report"]
