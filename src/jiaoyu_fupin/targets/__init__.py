"""Targets: what is aimed at by when, and where it stands."""
