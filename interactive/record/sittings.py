"""How long a learner worked, told from when things were done. Nothing else is known of time, so this is a careful guess.

The gap between two entries counts as work up to `LONGEST_GAP`; after `SITTING_ENDS` without an entry a new sitting begins. The
first entry of a sitting counts `FIRST`, for reading before it was made. Seconds; times in milliseconds since 1970.
"""

from collections.abc import Iterable

LONGEST_GAP = 120
SITTING_ENDS = 1800
FIRST = 15

type Sittings = tuple[tuple[int, int], ...]  # (when it began, seconds of work)


def sittings(times: Iterable[int]) -> Sittings:
    """Group the times of entries into sittings, in their order."""
    found: list[tuple[int, int]] = []  # (when it began, ms of work)
    last = None
    for at in sorted(times):
        if last is None or at - last > SITTING_ENDS * 1000:
            found.append((at, FIRST * 1000))
        else:
            begun, spent = found[-1]
            found[-1] = (begun, spent + min(at - last, LONGEST_GAP * 1000))
        last = at
    return tuple((begun, spent // 1000) for begun, spent in found)
