"""A submission: the file that a student hands in. It holds what was done, not what it was worth: whoever reads it replays it.

Its totals are what the student's page showed, and its `check` shows damage and lazy edits. Neither proves anything.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from interactive.kernel.course import COURSE
from interactive.kernel.reading import Malformed, parse, take
from interactive.record.assigning.fragment import MOST
from interactive.record.codec import attempt_data, read_attempt
from interactive.record.model import Attempt

FORMAT = "second-track-submission"
VERSION = 1
MAX_CHARACTERS = 4_000_000  # a whole course with long memos is under 2 million
MAX_ATTEMPTS = 2_000
LONGEST_NAME = 120
LARGEST_TOTAL = 1_000_000  # points; also keeps out what is no number


@dataclass(frozen=True, slots=True)
class Submission:
    """What was handed in. `made` is in ms since 1970 by the student's clock; `totals` map refs to (points, out of).

    `whole` is False where the check does not fit the rest: the file was damaged or changed after it was saved.
    """

    assignment: str
    name: str
    made: int
    attempts: tuple[Attempt, ...] = ()
    totals: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    student_id: str = ""
    course: str = COURSE
    check: str = ""
    whole: bool = True


def write_submission(submission: Submission) -> str:
    """The file's text, one attempt a line, so that equal submissions are equal text."""
    data = submission_data(submission)
    attempts = ",\n".join(canonical(one) for one in data["attempts"])
    rest = ",\n".join(f"{json.dumps(name)}:{canonical(value)}" for name, value in data.items() if name != "attempts")
    return f'{{{rest},\n"attempts":[\n{attempts}\n]}}\n'


def submission_data(submission: Submission) -> dict[str, Any]:
    """The file as JSON data, with its check."""
    data: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "course": submission.course,
        "assignment": submission.assignment,
        "student": {"name": submission.name, "id": submission.student_id},
        "made": submission.made,
        "totals": {ref: {"raw": _number(raw), "max": _number(most)} for ref, (raw, most) in submission.totals.items()},
        "attempts": [attempt_data(one) for one in submission.attempts],
    }
    return {**data, "check": check_of(data)}


def read_submission(text: str) -> Submission:
    """Read a file from a stranger. Raises `Malformed` with a sentence for the instructor where it is no submission of this course."""
    if len(text) > MAX_CHARACTERS:
        raise Malformed("This file is far larger than any submission. Ask the student to save it again.")
    try:
        data = parse(text.strip().removeprefix("\ufeff"))
    except Malformed as error:
        raise Malformed("This file is damaged or cut short: it is not complete JSON.") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise Malformed("This is not a submission of a Second Track course.")
    version = take(data, "version", int)
    if version != VERSION:
        newer = version > VERSION
        raise Malformed(f"This submission was made by {'a newer' if newer else 'no known'} version of the course.")
    course = take(data, "course", str)
    if course != COURSE:
        raise Malformed(f"This submission belongs to another course (“{one_line(course, 60)}”).")
    return _read(data)


def _read(data: Mapping[str, Any]) -> Submission:
    student, attempts = take(data, "student", dict), take(data, "attempts", list)
    if len(attempts) > MAX_ATTEMPTS:
        raise Malformed("This file holds more attempts than anybody could make.")
    made = take(data, "made", int)
    if not 0 <= made < 2**53:
        raise Malformed("made is out of range")
    check = data.get("check")
    return Submission(
        assignment=take(data, "assignment", str)[:MOST],
        name=one_line(take(student, "name", str, "student"), LONGEST_NAME),
        student_id=one_line(str(student.get("id") or ""), LONGEST_NAME),
        made=made,
        attempts=tuple(read_attempt(one, f"attempt {place + 1}") for place, one in enumerate(attempts)),
        totals=_totals(data.get("totals")),
        check=check[:20] if isinstance(check, str) else "",
        whole=check == check_of(data),
    )


def check_of(data: Mapping[str, Any]) -> str:
    """The check of a submission's data: CRC-32 of the canonical JSON of everything but the check itself."""
    rest = {name: value for name, value in data.items() if name != "check"}
    return f"{zlib.crc32(canonical(rest).encode('utf-8', errors='surrogatepass')):08x}"


def canonical(data: Any) -> str:
    """JSON with sorted keys and no spaces: the same text wherever it is written."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def one_line(text: str, most: int) -> str:
    """A stranger's words on one line, without control characters. Markup in it is text, and is escaped where it is shown."""
    return " ".join("".join(char if char.isprintable() else " " for char in text[: most * 4]).split())[:most].rstrip()


def _totals(data: Any) -> dict[str, tuple[float, float]]:
    """The totals that the file claims, as far as they are numbers."""
    claimed = data if isinstance(data, Mapping) else {}
    found = {}
    for ref, total in claimed.items():
        values = [total.get(name) for name in ("raw", "max")] if isinstance(total, Mapping) else []
        numbers = [float(one) for one in values if isinstance(one, int | float) and abs(one) < LARGEST_TOTAL]
        if len(numbers) == 2:
            found[str(ref)[:200]] = (numbers[0], numbers[1])
    return found


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else round(value, 4)
