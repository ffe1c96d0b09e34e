"""From files to a zip that an LMS imports: ``assemble`` adds what SCORM 1.2 asks, ``pack`` zips.

Everything here is a function from values to bytes: the same input gives the same package.
"""
