"""Reading YAML so that every value knows where it was written."""
