"""Legal statements: whoever states the law says when it was last looked up, and looks again within a year."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from interactive.authoring.findings import Finding
from interactive.authoring.project import Project
from interactive.authoring.reading import Place

A_YEAR = 366  # days


def legal_check_too_old(project: Project) -> Iterator[Finding]:
    """`checked_on` is a date, and not older than a year."""
    for _, source, data in project.own():
        for place, value in _dates(data, ()):
            try:
                age = (project.today - date.fromisoformat(str(value))).days
            except ValueError:
                yield source.find(place, "legal-check", f"`{value}` is not a date; write it as 2026-11-24")
                continue
            if age > A_YEAR:
                message = f"the law was last looked up on {value}; look again and change the date"
                yield source.find(place, "legal-check", message, warning=True)
            elif age < -1:
                yield source.find(place, "legal-check", f"{value} lies ahead of today")


def _dates(data: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    rows = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, value in rows:
        if name == "checked_on":
            yield (*place, name), value
        else:
            yield from _dates(value, (*place, name))
