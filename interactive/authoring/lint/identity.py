"""Ids: unique in the whole course, since a learner's record refers to them for ever."""

from collections.abc import Iterator

from interactive.authoring.findings import Finding
from interactive.authoring.lint.sorters import cards_of
from interactive.authoring.project import Project


def duplicate_id(project: Project) -> Iterator[Finding]:
    """No two cards of the course have one id."""
    seen: dict[str, str] = {}
    for _, source, data in project.own():
        for number, card in cards_of(data):
            name, place = card.get("id"), ("cards", number, "id")
            if not isinstance(name, str):
                continue
            if name in seen:
                yield source.find(place, "duplicate-id", f"`{name}` is used already in {seen[name]}; choose another id")
            line = source.places.get(place, (1, 1))[0]
            seen.setdefault(name, f"{source.path}, line {line}")
