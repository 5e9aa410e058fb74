"""From checked YAML to what the browser gets: versioned JSON with its text as HTML, named by its digest.

The engines never read YAML; this is the only way from an author's file to them. A ref is folder/slug; folder/slug/item is one
item of a bank as an activity of its own; the refs in `GATHERED` are made from all banks together.
"""

import json
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from interactive.authoring.bibliography import load
from interactive.authoring.compilers import COMPILERS
from interactive.authoring.compilers.common import NotCompiled
from interactive.authoring.compilers.gathered import GATHERED
from interactive.authoring.compilers.quiz import compile_item
from interactive.authoring.glossary import compile_glossary
from interactive.authoring.pages import refs_in
from interactive.authoring.project import KINDS
from interactive.authoring.reading import read_source
from interactive.authoring.shape import shape_of

__all__ = ["NotCompiled", "canonical", "compile_all", "compile_ref", "compile_refs", "digest"]


def canonical(definition: dict[str, Any]) -> str:
    """A definition as text, the same for the same definition."""
    return json.dumps(definition, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest(definition: dict[str, Any]) -> str:
    """Sixteen hexadecimal digits that name this version of a definition in every record."""
    return sha256(canonical(definition).encode()).hexdigest()[:16]


def compile_ref(root: Path, ref: str) -> dict[str, Any]:
    """Compile one definition by its ref."""
    if ref in GATHERED:
        return GATHERED[ref](ref, [compile_ref(root, own) for own in sorted(_own_refs(root))], compile_glossary(root))
    whole = _compile_file(root, ref)
    if whole:
        return whole
    bank, _, item = ref.rpartition("/")
    parts = _compile_file(root, bank) if bank.count("/") == 1 else None
    if parts and parts["kind"] == "quiz":
        return compile_item(ref, parts, item)
    raise NotCompiled(f"there is no definition `{ref}` below quizzes/ (`course new sorter {ref}` begins one)")


def _compile_file(root: Path, ref: str) -> dict[str, Any] | None:
    for kind in KINDS:
        path = root / "quizzes" / f"{ref}.{kind}.yml"
        if path.exists():
            works = root / "content" / "references.bib"
            return _compiled(root, path, ref, kind, (path.stat().st_mtime_ns, works.stat().st_mtime_ns))
    return None


@lru_cache(maxsize=256)
def _compiled(root: Path, path: Path, ref: str, kind: str, _changed: tuple[int, int]) -> dict[str, Any]:
    source = read_source(path, root)
    wrong = sorted([*source.findings, *shape_of(source, root)])
    if wrong:
        raise NotCompiled(f"{wrong[0]} (`course check` lists all there is to mend)")
    try:
        return COMPILERS[kind](ref, source.data, load(root / "content" / "references.bib"))
    except KeyError as error:
        raise NotCompiled(f"{source.path} cites {error}, which references.bib has not; see `course check`") from error


def _own_refs(root: Path) -> list[str]:
    return [
        f"{path.parent.name}/{path.name.removesuffix(f'.{kind}.yml')}"
        for kind in KINDS
        for path in sorted((root / "quizzes").glob(f"*/*.{kind}.yml"))
    ]


def compile_refs(root: Path) -> dict[str, dict[str, Any]]:
    """Every definition of the project, and every item that a page shows by itself: ref -> definition."""
    pages = [
        path.read_text(encoding="utf-8-sig", errors="replace") for path in sorted((root / "content").rglob("*.md"))
    ]
    shown = {ref for text in pages for ref, _ in refs_in(text)}
    own = _own_refs(root)
    return {ref: compile_ref(root, ref) for ref in [*own, *sorted(shown - set(own))]}


def compile_all(root: Path) -> dict[str, str]:
    """Every definition of the project: digest -> JSON text."""
    return {digest(definition): canonical(definition) for definition in compile_refs(root).values()}
