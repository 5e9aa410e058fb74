"""What a memo is made of, as the build compiled it (format 1). Every `Safe` text is HTML that the build checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interactive.kernel.criteria import Criterion, read_criteria
from interactive.kernel.html import Safe
from interactive.kernel.reading import Malformed, take


@dataclass(frozen=True, slots=True)
class Section:
    """One section: what it asks, how many words it wants, and the activities (refs) whose results may be brought in."""

    label: str
    asks: Safe
    least: int
    most: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Memo:
    """A whole memo. `topics` are stems of words by which the rubric sees whether something is spoken of at all."""

    ref: str
    digest: str
    title: str
    objectives: tuple[str, ...]
    minutes: int
    intro: Safe
    sections: Mapping[str, Section]
    topics: Mapping[str, tuple[str, ...]]
    criteria: Mapping[str, Criterion]
    closing: Safe


def load(data: Mapping[str, Any]) -> Memo:
    """Read a compiled definition; raises `Malformed` when it is not one."""
    if take(data, "format", int) != 1 or take(data, "kind", str) != "memo":
        raise Malformed("this is not a memo of format 1")
    return Memo(
        ref=take(data, "ref", str),
        digest=str(data.get("digest", "")),
        title=take(data, "title", str),
        objectives=tuple(take(data, "objectives", list)),
        minutes=take(data, "minutes", int),
        intro=Safe(take(data, "intro", str)),
        sections={take(one, "id", str, "sections"): _section(one) for one in take(data, "sections", list)},
        topics={name: tuple(map(str, words)) for name, words in take(data, "topics", dict).items()},
        criteria=read_criteria(data),
        closing=Safe(take(data, "closing", str)),
    )


def _section(data: Mapping[str, Any]) -> Section:
    return Section(
        label=take(data, "label", str, "sections"),
        asks=Safe(take(data, "asks", str, "sections")),
        least=take(data, "least", int, "sections"),
        most=take(data, "most", int, "sections"),
        sources=tuple(map(str, take(data, "sources", list, "sections"))),
    )
