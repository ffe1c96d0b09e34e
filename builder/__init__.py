"""A course in YAML becomes SCORM 1.2 packages."""
