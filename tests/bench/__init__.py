"""Measurements of build and packages. Nothing here fails: a busy machine says nothing about the code."""
