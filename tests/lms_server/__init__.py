"""A web server that is an LMS: a page with the strict LMS of ``tests/lms`` around a package, and a store behind it.

What a learner's browser sends is kept here, outside the browser, so that a test knows what really arrived. The
connection of each learner can be broken in the ways in which connections break.
"""
