"""What a reading is made of (format 1): a lesson's sections, as its built page has them (publishing/readings.py)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interactive.kernel.reading import Malformed, take


@dataclass(frozen=True, slots=True)
class Reading:
    """The sections of one lesson in their order: anchor -> title. `ref` is the lesson's folder and "reading"."""

    ref: str
    digest: str
    title: str
    sections: Mapping[str, str]


def load(data: Mapping[str, Any]) -> Reading:
    """Read a compiled definition; raises `Malformed` when it is not one."""
    if take(data, "format", int) != 1 or take(data, "kind", str) != "reading":
        raise Malformed("this is not a reading of format 1")
    sections = [
        (take(one, "id", str, "sections"), take(one, "title", str, "sections")) for one in take(data, "sections", list)
    ]
    return Reading(
        ref=take(data, "ref", str),
        digest=str(data.get("digest", "")),
        title=take(data, "title", str),
        sections=dict(sections),
    )
