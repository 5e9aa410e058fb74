"""What is odd about one file, as sentences. Each says what was found and names an innocent reading; none of them is proof of anything.

Thresholds, stated here and on the page:
  FAST     the median time before an item is begun is under 1.5 seconds, over at least 5 items of an attempt
  DRIFT    an action more than 5 seconds before its attempt began
  AHEAD    work more than 10 minutes later than the moment at which the file says it was saved
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from interactive.kernel.score import Score
from interactive.record.gradebook.model import Flag
from interactive.record.model import Attempt
from interactive.record.submission import Submission

FAST = 1500  # ms
FAST_ITEMS = 5
DRIFT = 5_000  # ms
AHEAD = 600_000  # ms
NEARLY = 0.005  # points: totals are rounded in files
PACED = 5  # actions before their pace alone tells two attempts apart


def pace_print(attempt: Attempt) -> str:
    """A fingerprint of an attempt's pace: two attempts share it when every pause, to the millisecond, is the same."""
    times = [entry.at for entry in attempt.entries]
    gaps = [two - one for one, two in zip(times, times[1:], strict=False)] if len(times) >= PACED else times
    return sha256(f"{attempt.ref}:{gaps}".encode()).hexdigest()[:12] if times else ""


def too_fast(gaps: Iterable[int], title: str, ref: str) -> Iterable[Flag]:
    """Answers begun faster than anybody reads. `gaps` are ms before each item was begun."""
    found = sorted(gaps)
    if len(found) >= FAST_ITEMS and found[len(found) // 2] < FAST:
        words = (
            f"Half of the {len(found)} answers in “{title}” came within {found[len(found) // 2] / 1000:.1f} seconds of the "
            "action before. Worth a look: whoever works from notes, or repeats a round by heart, is as fast."
        )
        yield Flag("fast", words, ref=ref)


def out_of_order(attempt: Attempt, made: int, title: str) -> Iterable[Flag]:
    """Actions before their attempt began, or after the file was saved."""
    times = [entry.at for entry in attempt.entries]
    if times and min(times) < attempt.started - DRIFT:
        words = f"In “{title}” something was done before the attempt began. A clock that was set back does that too."
        yield Flag("order", words, ref=attempt.ref)
    if made and max([attempt.started, *times]) > made + AHEAD:
        words = f"“{title}” was worked on after the moment at which the file says it was saved. Worth a look."
        yield Flag("future", words, ref=attempt.ref)


def claims(told: Submission, scores: Mapping[str, Sequence[Score]], sure: Mapping[str, bool]) -> Iterable[Flag]:
    """Totals of the file that the replay does not bear out. Only work replayed on its own version (`sure`) can tell."""
    for ref, (raw, most) in told.totals.items():
        own = scores.get(ref, ())
        if not sure.get(ref, True) or any(abs(one.raw - raw) < NEARLY and abs(one.max - most) < NEARLY for one in own):
            continue
        found = f"{own[0].raw:g} of {own[0].max:g}" if own else "nothing that earns points"
        words = f"The file claims {raw:g} of {most:g} points for {ref}; replaying what was done gives {found}. The replay counts."
        yield Flag("totals", words, ref=ref)
