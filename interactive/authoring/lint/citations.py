"""Citations: every key, in a definition or in a page's `[@key]`, stands in content/references.bib."""

from collections.abc import Iterator
from difflib import get_close_matches

from interactive.authoring.citations import cites_in, keys_in
from interactive.authoring.findings import Finding
from interactive.authoring.pages import place
from interactive.authoring.project import Project


def unknown_cite(project: Project) -> Iterator[Finding]:
    """Every `cite` of a definition, of a term or of an entry resolves."""
    for source, data in project.written():
        for key, way in cites_in(data):
            if key not in project.bib_keys:
                yield source.find(way, "unknown-cite", _message(project, key))


def unknown_citation_on_page(project: Project) -> Iterator[Finding]:
    """Every `[@key]` on a page resolves."""
    for page, text in project.pages.items():
        for key, start in keys_in(text):
            if key not in project.bib_keys:
                yield Finding(f"content/{page}", *place(text, start), "unknown-citation", _message(project, key))


def _message(project: Project, key: str) -> str:
    near = get_close_matches(key, project.bib_keys, 1, 0.7)
    hint = f"did you mean `{near[0]}`?" if near else "add the work there, or cite another"
    return f"content/references.bib has no `{key}`; {hint}"
