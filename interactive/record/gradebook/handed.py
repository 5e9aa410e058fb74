"""One file that somebody handed in, whatever it turns out to be: a submission, a whole record, or a sentence why it is neither.

Nothing in it is believed. Names are text and stay text: they are escaped where they are shown.
"""

import re
from dataclasses import dataclass, field
from hashlib import sha256

from interactive.kernel.course import COURSE
from interactive.kernel.reading import Malformed
from interactive.record.codec import read_text
from interactive.record.model import FORMAT as RECORD
from interactive.record.model import Attempt
from interactive.record.submission import FORMAT, MAX_ATTEMPTS, MAX_CHARACTERS, Submission, one_line, read_submission

LONGEST_FILE = 160  # characters of a file's name
SAID = re.compile(r'"format"\s*:\s*"([a-z-]{1,60})"')
TOO_LARGE = "This file is far larger than any submission, so it was not opened."
EMPTY = "This file is empty."
OTHER = "This is neither a submission nor a record of this course."


@dataclass(frozen=True, slots=True)
class Handed:
    """A file that could be read. `record` tells that it was a whole record, which names nobody and carries no check."""

    told: Submission
    record: bool = False
    doubled: tuple[str, ...] = field(default=())


def fingerprint(text: str) -> str:
    """Sixteen hexadecimal digits that two files share only when they say the same."""
    return sha256(text.strip().encode("utf-8", "surrogatepass")).hexdigest()[:16]


def file_name(name: object) -> str:
    """A file's name as it can be shown: one line, without what is invisible."""
    return one_line(name, LONGEST_FILE) if isinstance(name, str) and name.strip() else "a file without a name"


def read_handed(text: str) -> Handed:
    """Read a file. Raises `Malformed` with a sentence for the instructor."""
    if len(text) > MAX_CHARACTERS:
        raise Malformed(TOO_LARGE)
    if not text.strip():
        raise Malformed(EMPTY)
    said = set(SAID.findall(text))
    try:
        return _submission(text) if FORMAT in said or RECORD not in said else _record(text)
    except RecursionError as error:
        raise Malformed(OTHER) from error


def _submission(text: str) -> Handed:
    """A submission. Where one attempt stands in it twice, its first copy counts."""
    told = read_submission(text)
    attempts: dict[str, Attempt] = {}
    doubled: list[str] = []
    for one in told.attempts:
        if one.id in attempts:
            doubled.append(one.id)
        attempts.setdefault(one.id, one)
    return Handed(_only(told, tuple(attempts.values())), doubled=tuple(doubled))


def _record(text: str) -> Handed:
    record = read_text(text.strip().removeprefix("\ufeff"), COURSE)
    if len(record.attempts) > MAX_ATTEMPTS:
        raise Malformed("This record holds more attempts than anybody could make.")
    return Handed(Submission("", "", 0, tuple(record.attempts.values())), record=True)


def _only(told: Submission, attempts: tuple[Attempt, ...]) -> Submission:
    """The same submission with these attempts, and an assignment that can be written anywhere."""
    assignment = told.assignment.encode("utf-8", "replace").decode()
    return Submission(
        assignment, told.name, told.made, attempts, told.totals, told.student_id, told.course, told.check, told.whole
    )
