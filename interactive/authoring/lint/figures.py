"""Figures: each that a page shows exists, and its ids are its own, since several drawings stand in one page."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from interactive.authoring.findings import Finding
from interactive.authoring.pages import fences, place
from interactive.authoring.project import Project


def unknown_figure(project: Project) -> Iterator[Finding]:
    """A fence names a drawing of content/figures/."""
    figures = [path.stem for path in sorted((project.content / "figures").glob("*.svg"))]
    for page, text in project.pages.items():
        for fence in fences(text):
            name = fence.body.strip().partition("\n")[0].strip()
            if fence.language == "figure" and name not in figures:
                near = get_close_matches(name, figures, 1)
                hint = f"did you mean `{near[0]}`?" if near else "draw it, or take the fence out"
                message = f"there is no content/figures/{name}.svg; {hint}"
                yield Finding(f"content/{page}", fence.first + 1, 1, "unknown-figure", message)


def figure_id(project: Project) -> Iterator[Finding]:
    """The ids in a drawing begin with its file's name, so that no other drawing of the page has them."""
    for path in sorted((project.content / "figures").glob("*.svg")):
        text = path.read_text(encoding="utf-8", errors="replace")
        for match in re.finditer(r"\bid=[\"']([^\"']*)", text):
            if not match[1].startswith(path.stem):
                name = path.relative_to(project.root).as_posix()
                message = f"the id `{match[1]}` may stand in another drawing too; write `{path.stem}-{match[1]}`"
                yield Finding(name, *place(text, match.start(1)), "figure-id", message)
