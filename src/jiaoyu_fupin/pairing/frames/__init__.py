"""Checks and coverage of pairing for millions of links at once, on frames."""
