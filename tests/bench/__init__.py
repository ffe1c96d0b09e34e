"""Measurements of build and packages. A missed goal of size, requests or commits fails; one of time is only told."""
