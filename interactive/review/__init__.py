"""Spaced review over items. Comes with its own issue; `fsrs` will be its only import from outside."""
