"""Activity fences: each names a definition that exists, and each definition stands on a page."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from interactive.authoring.findings import Finding
from interactive.authoring.project import Project

FENCE = re.compile(r"^(`{3,}|~{3,})activity[^\n]*\n(.*?)^\1", re.MULTILINE | re.DOTALL)


def refs_in(text: str) -> Iterator[tuple[str, int]]:
    """The refs of a page's activity fences, with their lines."""
    for match in FENCE.finditer(text):
        ref = match[2].strip()
        yield ref, text.count("\n", 0, match.start(2)) + 1


def unknown_activity(project: Project) -> Iterator[Finding]:
    """A fence names a file below quizzes/."""
    for page, text in project.pages.items():
        for ref, line in refs_in(text):
            if ref not in project.sources:
                near = get_close_matches(ref, project.sources, 1)
                hint = f"did you mean `{near[0]}`?" if near else f"`course new sorter {ref}` begins one"
                yield Finding(
                    f"content/{page}",
                    line,
                    1,
                    "unknown-activity",
                    f"there is no definition `{ref}` below quizzes/; {hint}",
                )


def activity_not_on_a_page(project: Project) -> Iterator[Finding]:
    """A definition that no page shows is work that nobody sees."""
    shown = {ref for text in project.pages.values() for ref, _ in refs_in(text)}
    for ref, source in project.sources.items():
        if ref not in shown:
            message = f"no page shows this; put a fence ```activity with `{ref}` in a lesson"
            yield source.find((), "activity-not-on-a-page", message, warning=True)
