"""Spaced review: which items are about to be forgotten, told from every answer that was ever given to them.

What was answered comes as plain rows from the runtime; this layer knows nothing of records, and the record nothing of it.
"""
