"""Every scored answer in the record, in order of time, and the latest one to each item."""

from collections.abc import Iterable
from typing import NamedTuple

from interactive.record.summary import Summary


class Answer(NamedTuple):
    """One scored answer: `credit` is the share earned (0 to 1), `at` milliseconds since 1970, `confidence` what was said before."""

    at: int
    attempt: str
    item: str
    credit: float
    objectives: list[str]
    confidence: str


def answers(summaries: Iterable[Summary]) -> list[Answer]:
    """All scored answers by time; the attempt's id settles ties, so that the order is the same on every device."""
    found = [
        Answer(said.at, summary.id, said.item, said.credit, said.objectives, said.confidence)
        for summary in summaries
        for said in summary.statements
        if said.verb == "answered" and said.credit is not None
    ]
    return sorted(found, key=lambda answer: (answer.at, answer.attempt))


def latest(found: Iterable[Answer]) -> dict[str, Answer]:
    """The last answer to each item, from answers in order of time."""
    return {answer.item: answer for answer in found}
