"""Proves that the course teaches the whole guide to whom it holds, and measures what that costs a learner.

``load_guide`` reads facts.yaml and instruments.yaml, ``check_coverage`` says what is missing, ``report`` writes
docs/coverage.md, ``measure`` counts minutes, words, items and sentences that were written twice.
"""

from __future__ import annotations

from builder.coverage.check import check_coverage
from builder.coverage.guide import Guide, load_guide

__all__ = ["Guide", "check_coverage", "load_guide"]
