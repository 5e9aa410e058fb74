"""Which seed deals a student's cards: the assignment's own, one worked out from the student's name, or none."""

import unicodedata
from hashlib import sha256

from interactive.record.assigning.model import LARGEST_SEED, Task

FIRST = 1000  # rounds that come by themselves begin at 0; an assigned one should not be among them
ANY_NUMBER = 100  # seeds of a task whose attempts are not limited


def seed_of(task: Task, name: str) -> int | None:
    """The first seed of a task for this student; None where cards come as they come, or no name is known yet."""
    if not task.each:
        return task.seed
    known = known_as(name)
    if not known:
        return None
    drawn = int.from_bytes(sha256(f"{task.ref}/{known}".encode()).digest()[:8])
    return FIRST + drawn % (LARGEST_SEED - FIRST)


def known_as(name: str) -> str:
    """A name as it counts for the cards: however it is spaced, capitalized or composed, it is the same name."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def reach(task: Task) -> int:
    """How many seeds, from the first one on, belong to a task: one for each attempt that counts."""
    return task.attempts or ANY_NUMBER
