"""Citations: every key, in a definition or in a page's `[@key]`, stands in content/references.bib."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from interactive.authoring.citations import keys_in
from interactive.authoring.findings import Finding
from interactive.authoring.project import Project
from interactive.authoring.reading import Place


def unknown_cite(project: Project) -> Iterator[Finding]:
    """Every `cite` of a definition resolves."""
    for _, source, data in project.own():
        for place, key in _cites(data, ()):
            if key not in project.bib_keys:
                yield source.find(place, "unknown-cite", _message(project, key))


def unknown_citation_on_page(project: Project) -> Iterator[Finding]:
    """Every `[@key]` on a page resolves."""
    for page, text in project.pages.items():
        for key, start in keys_in(text):
            if key not in project.bib_keys:
                line = text.count("\n", 0, start) + 1
                col = start - text.rfind("\n", 0, start)
                yield Finding(f"content/{page}", line, col, "unknown-citation", _message(project, key))


def _cites(data: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(data, dict):
        for name, value in data.items():
            if name == "cite" and isinstance(value, list):
                yield from (((*place, name, number), str(key)) for number, key in enumerate(value))
            else:
                yield from _cites(value, (*place, name))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _cites(value, (*place, number))


def _message(project: Project, key: str) -> str:
    near = get_close_matches(key, project.bib_keys, 1, 0.7)
    hint = f"did you mean `{near[0]}`?" if near else "add the work there, or cite another"
    return f"content/references.bib has no `{key}`; {hint}"
