"""Ids: unique in the whole course, since a learner's record, or a link to the timeline, refers to them for ever."""

from collections.abc import Iterator
from typing import Any

from interactive.authoring.findings import Finding
from interactive.authoring.lint.casefiles import rows_of
from interactive.authoring.project import Project
from interactive.authoring.reading import Place

TABLES = {
    "cards": "",
    "items": "",
    "scenarios": "",
    "terms": "term-",
    "entries": "t-",
}  # where ids stand: what the record, or an anchor, puts before them
WITHIN = "twists"


def duplicate_id(project: Project) -> Iterator[Finding]:
    """No two cards, items, scenarios, twists, terms or entries of the course have one id."""
    seen: dict[str, str] = {}
    for source, data in project.written():
        for place, name in _ids(data):
            if name in seen:
                yield source.find(place, "duplicate-id", f"`{name}` is used already in {seen[name]}; choose another id")
            seen.setdefault(name, f"{source.path}, line {source.places.get(place, (1, 1))[0]}")


def _ids(data: dict[str, Any]) -> Iterator[tuple[Place, str]]:
    for table, before in TABLES.items():
        for number, row in rows_of(data, table):
            if isinstance(row.get("id"), str):
                yield (table, number, "id"), before + row["id"]
            for place, inner in rows_of(row, WITHIN):
                if isinstance(inner.get("id"), str):
                    yield (table, number, WITHIN, place, "id"), inner["id"]
