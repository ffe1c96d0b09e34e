"""The whole course as authors wrote it, and the part of it that one edition gets."""
