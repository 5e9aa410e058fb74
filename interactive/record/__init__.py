"""The learner's record: attempts as definition digest + seed + events. It outlives our code (design.md, 6)."""
