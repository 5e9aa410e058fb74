"""A transfer map: who carries which idea to whom, and what becomes of it on the way. It is watched round by round."""
