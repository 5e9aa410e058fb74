"""The glossary: it has its shape, each term's lesson exists, and no word belongs to two terms. Its sources and links: with all others'."""

import re
from collections.abc import Iterator
from typing import Any

from interactive.authoring.findings import Finding
from interactive.authoring.lint.casefiles import rows_of
from interactive.authoring.lint.quizzes import folded, suggestion
from interactive.authoring.pages import mapping
from interactive.authoring.project import Project
from interactive.authoring.reading import Place, Source
from interactive.authoring.shape import shape_of


def glossary_shape(project: Project) -> Iterator[Finding]:
    """Findings of reading and of shape."""
    if project.glossary:
        yield from project.glossary.findings
        yield from shape_of(project.glossary, project.root, "glossary")


def unknown_lesson(project: Project) -> Iterator[Finding]:
    """A term belongs to a lesson that is there."""
    lessons = [page.split("/")[1] for page in project.pages if re.fullmatch(r"lessons/[^/]+/index\.md", page)]
    for source, number, term in _terms(project):
        name = term.get("lesson")
        if isinstance(name, str) and name not in lessons:
            advice = suggestion(name, lessons, f"the lessons are {', '.join(lessons)}")
            message = f"there is no lesson content/lessons/{name}; {advice}"
            yield source.find(("terms", number, "lesson"), "unknown-lesson", message)


def duplicate_term(project: Project) -> Iterator[Finding]:
    """No word or spelling is claimed by two terms: a reader who looks it up must end at one."""
    seen: dict[str, tuple[int, str]] = {}
    for source, number, term in _terms(project):
        also = term.get("also")
        spelled: list[tuple[Place, object]] = [(("term",), term.get("term"))]
        spelled += [(("also", place), one) for place, one in enumerate(also if isinstance(also, list) else [])]
        for way, one in spelled:
            words = folded(one) if isinstance(one, str) else ""
            owner, name = seen.setdefault(words, (number, str(term.get("id"))))
            if words and owner != number:
                message = f"`{one}` stands at `{name}` already; let it lead to one term, and take it out of the other"
                yield source.find(("terms", number, *way), "duplicate-term", message)


def _terms(project: Project) -> Iterator[tuple[Source, int, dict[str, Any]]]:
    if project.glossary:
        for number, term in rows_of(mapping(project.glossary.data), "terms"):
            yield project.glossary, number, term
