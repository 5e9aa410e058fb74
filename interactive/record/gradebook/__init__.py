"""A class's work as an instructor sees it: submission files read, every attempt replayed, results tabled, flagged and exported."""
