"""Slides for a class, lecture or meeting: what authors write, and the PowerPoint file made of it."""
