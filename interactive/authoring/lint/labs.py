"""Labs: their links lead somewhere, their citations read as everywhere on the site, and no output is kept that could be out of date."""

from collections.abc import Iterator

from pybtex.exceptions import PybtexError

from interactive.authoring.bibliography import load
from interactive.authoring.findings import Finding
from interactive.authoring.lint.links import TARGET, problem
from interactive.authoring.notebooks import Notebook, read_notebooks
from interactive.authoring.project import Project


def unresolved_link_in_lab(project: Project) -> Iterator[Finding]:
    """Every link from a lab to a page of the site; they are written as the built page needs them, with .html."""
    for lab in read_notebooks(project.content):
        for match in (match for text in lab.prose() for match in TARGET.finditer(text)):
            target = match[1] or match[2]
            wrong = problem(project, lab.path, target.replace(".html", ".md"))
            if wrong:
                yield _finding(lab, target, "unresolved-link", f"{wrong}; mend the link")


def citation_in_lab(project: Project) -> Iterator[Finding]:
    """Markdown of a notebook knows no `[@key]`: the words of a link are the label that the site would write."""
    try:
        works = load(project.content / "references.bib")
    except (PybtexError, OSError):  # another rule says so
        return
    for lab in read_notebooks(project.content):
        for words, link, key in lab.works():
            label = works.label(key) if key in works.entries else words
            if words != label:
                yield _finding(lab, f"[{words}]({link})", "citation-in-lab", f"`{key}` is cited as {label}")


def output_in_lab(project: Project) -> Iterator[Finding]:
    """The build runs the cells."""
    for lab in read_notebooks(project.content):
        if lab.cells is None:
            yield Finding(f"content/{lab.path}", 1, 1, "no-notebook", "this is no notebook; save it again")
        elif any(cell.get("outputs") or cell.get("execution_count") for cell in lab.cells):
            message = "the build runs the cells; clear all outputs and save"
            yield _finding(lab, '"output_type"', "output-in-lab", message)


def _finding(lab: Notebook, words: str, rule: str, message: str) -> Finding:
    return Finding(f"content/{lab.path}", *lab.place(words), rule, message)
