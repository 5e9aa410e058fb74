"""Reading a lesson, as an activity: which sections were read. The page's script tells it, and nothing of it is ever scored."""
