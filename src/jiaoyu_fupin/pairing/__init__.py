"""Pairing help (结对帮扶): who helps whom, on which tier."""
