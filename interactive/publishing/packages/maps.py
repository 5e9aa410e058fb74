"""What a package keeps of the course's map and of the list of activities: what stands on its own pages."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from interactive.publishing.packages.inside import Inside

DEFINITIONS = "assets/definitions"


def load(site: Path, name: str) -> dict[str, Any]:
    """One of the site's two lists."""
    data: dict[str, Any] = json.loads((site / DEFINITIONS / name).read_text(encoding="utf-8"))
    return data


def kept_index(index: Mapping[str, Any], inside: Inside) -> dict[str, Any]:
    """The activities and readings that stand on the pages inside."""
    return {ref: place for ref, place in index.items() if place["href"].partition("#")[0] in inside.pages}


def kept_course(course: Mapping[str, Any], inside: Inside) -> dict[str, Any]:
    """The map of what is inside. Practice is not: it gathers from the whole course, and has a page of its own."""
    lessons = {lesson.folder for lesson in inside.lessons}
    activities = {
        ref: place
        for ref, place in course["activities"].items()
        if place["href"].removeprefix("root:").partition("#")[0] in inside.pages
    }
    return {
        **course,
        "lessons": [row for row in course["lessons"] if row["id"] in lessons],
        "activities": activities,
        "items": {name: item for name, item in course["items"].items() if item["lesson"] in lessons},
        "terms": {},
        "practice": {"ref": course["practice"]["ref"], "href": "", "items": []},
    }


def dumped(data: Mapping[str, Any]) -> bytes:
    """As bytes, the same ones for the same data."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def definitions(index: Mapping[str, Any]) -> list[str]:
    """The files of the definitions that these activities need."""
    return sorted({f"{DEFINITIONS}/{place['digest']}.json" for place in index.values()})
