"""The timeline: it has its shape, its lessons exist, its dates are dates and lie behind us. Ids, sources and links: with all others'."""

import re
from collections.abc import Iterator
from typing import Any

from interactive.authoring.findings import Finding
from interactive.authoring.lint.casefiles import rows_of
from interactive.authoring.lint.quizzes import suggestion
from interactive.authoring.moments import moment
from interactive.authoring.pages import mapping
from interactive.authoring.project import Project
from interactive.authoring.reading import Source
from interactive.authoring.shape import shape_of

WORDS = {"title": (1, 9), "text": (20, 55)}  # at least, at most: an entry is read in half a minute or not at all


def timeline_shape(project: Project) -> Iterator[Finding]:
    """Findings of reading and of shape."""
    if project.timeline:
        yield from project.timeline.findings
        yield from shape_of(project.timeline, project.root, "timeline")


def unknown_lesson(project: Project) -> Iterator[Finding]:
    """An entry belongs to lessons that are there."""
    lessons = [page.split("/")[1] for page in project.pages if re.fullmatch(r"lessons/[^/]+/index\.md", page)]
    for source, number, entry in _entries(project):
        names = entry.get("lessons")
        for place, name in enumerate(names if isinstance(names, list) else []):
            if isinstance(name, str) and name not in lessons:
                advice = suggestion(name, lessons, f"the lessons are {', '.join(lessons)}")
                message = f"there is no lesson content/lessons/{name}; {advice}"
                yield source.find(("entries", number, "lessons", place), "unknown-lesson", message)


def wrong_date(project: Project) -> Iterator[Finding]:
    """Each date is one that was, and what ends does not end before it begins."""
    for source, number, entry in _entries(project):
        for name in ("date", "until"):
            written = entry.get(name)
            if isinstance(written, (str, int)) and not isinstance(written, bool):
                known = moment(written)
                if not known:
                    message = (
                        f"`{str(written)[:40]}` is no date; write a year, a month or a day: 1899, 1960-10, 1993-09-13"
                    )
                    yield source.find(("entries", number, name), "wrong-date", message)
                elif known.earliest > project.today:
                    yield source.find(("entries", number, name), "wrong-date", f"{known.iso} lies ahead of today")
        begun, ended = moment(entry.get("date")), moment(entry.get("until"))
        if begun and ended and ended.iso < begun.iso[: len(ended.iso)]:
            message = f"it ends in {ended.iso}, before it begins in {begun.iso}; change one of them"
            yield source.find(("entries", number, "until"), "wrong-date", message)


def entry_length(project: Project) -> Iterator[Finding]:
    """Titles and texts have the length that the page is laid out for."""
    for source, number, entry in _entries(project):
        for name, (least, most) in WORDS.items():
            count = len(entry[name].split()) if isinstance(entry.get(name), str) else least
            if not least <= count <= most:
                message = f"{count} words; `{name}` takes {f'{least} to ' if least > 1 else ''}{most}{'' if least > 1 else ' at most'}"
                yield source.find(("entries", number, name), "entry-length", message)


def _entries(project: Project) -> Iterator[tuple[Source, int, dict[str, Any]]]:
    if project.timeline:
        for number, entry in rows_of(mapping(project.timeline.data), "entries"):
            yield project.timeline, number, entry
