"""The rule language, and its readings: one module each, over one declaration."""
