"""The glossary: content/glossary.yml, what each term means and which lesson teaches it. Terms also come back in practice."""

from pathlib import Path
from typing import Any

from interactive.authoring.bibliography import load
from interactive.authoring.compilers.common import cites, reread
from interactive.authoring.markup import inline, typographic
from interactive.authoring.reading import Source, read_source

FILE = "content/glossary.yml"


def read_glossary(root: Path) -> Source | None:
    """The file as it was read, or None where there is none."""
    path = root / FILE
    return read_source(path, root) if path.is_file() else None


def terms_of(source: Source | None) -> list[dict[str, Any]]:
    """The terms that are whole enough to be used; what is wrong with the others, the check says."""
    data = source.data if source and isinstance(source.data, dict) else {}
    terms = data.get("terms")
    needed = ("id", "term", "lesson", "definition", "reread", "cite")
    return [
        one
        for one in (terms if isinstance(terms, list) else [])
        if isinstance(one, dict) and all(name in one for name in needed)
    ]


def compile_glossary(root: Path) -> list[dict[str, Any]]:
    """Each term as an item of practice: recall what it means, look, rate yourself."""
    terms = terms_of(read_glossary(root))
    works = load(root / "content" / "references.bib") if terms else None
    return [
        {
            "id": f"term-{term['id']}",
            "type": "term",
            "objective": "",
            "difficulty": 1,
            "lesson": term["lesson"],
            "stem": typographic(term["term"]),
            "hints": [],
            "cites": cites(term, works) if works else [],
            "reread": reread(term),
            "meaning": inline(term["definition"]),
            "also": [typographic(form) for form in term.get("also", [])],
        }
        for term in terms
    ]
