"""The reference: everything of the course that one may want to look up, by step, with its lesson."""
