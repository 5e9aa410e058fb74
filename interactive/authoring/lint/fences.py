"""Fences: an activity that a page shows exists, and each definition stands on a page and is of a known kind."""

from collections.abc import Iterator
from difflib import get_close_matches

from interactive.authoring.findings import Finding
from interactive.authoring.pages import refs_in
from interactive.authoring.project import KINDS, Project


def unknown_activity(project: Project) -> Iterator[Finding]:
    """A fence names a file below quizzes/."""
    for page, text in project.pages.items():
        for ref, line in refs_in(text):
            if ref not in project.sources:
                near = get_close_matches(ref, project.sources, 1)
                hint = f"did you mean `{near[0]}`?" if near else f"`course new sorter {ref}` begins one"
                message = f"there is no definition `{ref}` below quizzes/; {hint}"
                yield Finding(f"content/{page}", line, 1, "unknown-activity", message)


def activity_not_on_a_page(project: Project) -> Iterator[Finding]:
    """A definition that no page shows is work that nobody sees."""
    shown = {ref for text in project.pages.values() for ref, _ in refs_in(text)}
    for ref, source in project.sources.items():
        if ref not in shown:
            message = f"no page shows this; put a fence ```activity with `{ref}` in a lesson"
            yield source.find((), "activity-not-on-a-page", message, warning=True)


def unknown_kind(project: Project) -> Iterator[Finding]:
    """A misspelled kind would make a definition vanish without a word."""
    endings = [f".{kind}.yml" for kind in KINDS]
    for path in sorted((project.root / "quizzes").glob("*/*.y*ml")):
        if not path.name.endswith(tuple(endings)):
            message = f"this is not read: the name of a definition ends in {' or '.join(endings)}; rename the file"
            yield Finding(path.relative_to(project.root).as_posix(), 1, 1, "unknown-kind", message)
