"""Learners to whom everything happens: thousands of short sessions in a real browser, each with one injected fault.

``plan`` draws a session from a seed, ``play`` plays it in Chromium, ``judge`` says what became of every answer.
``python -m tests.torture`` runs many; ``--only`` plays one of them again.
"""
