"""Assignments: what an instructor asks for, as text in a link; which attempts of a record count for it. Nobody keeps it but the link."""
