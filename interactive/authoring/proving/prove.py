"""Proving one story: its file is read and checked, then walked, then played by lot; what is wrong comes back as findings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from interactive.activities.roleplay.definition import Story, load
from interactive.authoring.definitions import compile_ref
from interactive.authoring.findings import Finding
from interactive.authoring.lint.stories import story_findings
from interactive.authoring.proving import checks
from interactive.authoring.proving.figures import figures
from interactive.authoring.proving.naming import Said
from interactive.authoring.proving.plays import PLAYS, draw
from interactive.authoring.proving.story_map import svg_map, text_map
from interactive.authoring.proving.walk import Walk
from interactive.authoring.reading import Source, read_source
from interactive.authoring.shape import shape_of

type Report = Callable[[str, int], None]


@dataclass(slots=True)
class Proof:
    """What came of proving a story: what is to mend, its figures, its map (name of file -> text)."""

    findings: list[Finding] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    maps: dict[str, str] = field(default_factory=dict)


def refs(root: Path) -> list[str]:
    """Every story of the course."""
    found = sorted((root / "quizzes").glob("*/*.roleplay.yml"))
    return [f"{path.parent.name}/{path.name.removesuffix('.roleplay.yml')}" for path in found]


def prove(root: Path, ref: str, *, plays: int = PLAYS, report: Report = lambda what, done: None) -> Proof:
    """Prove one story. A file that cannot be read, or names what is not there, is not walked."""
    source = read_source(root / "quizzes" / f"{ref}.roleplay.yml", root)
    found = [*source.findings, *shape_of(source, root)] if source.data is not None else source.findings
    if not found:
        found = list(story_findings(source, source.data))
    proof = Proof(sorted(found))
    if not any(not one.warning for one in found):
        _walked(proof, source, load(compile_ref(root, ref)), plays, report)
    return proof


def _walked(proof: Proof, source: Source, story: Story, plays: int, report: Report) -> None:
    began = perf_counter()
    found = Walk(story, lambda done: report("sets walked", done)).run()
    seconds = perf_counter() - began
    drawn = draw(story, plays, lambda done: report("plays drawn", done))
    said = [*checks.walked(story, found), *checks.played(story, drawn)]
    proof.findings += _found(source, said)
    proof.figures = list(figures(story, found, drawn, seconds))
    slug = story.ref.rsplit("/", 1)[-1]
    proof.maps = {f"{slug}.svg": svg_map(story, drawn), f"{slug}.txt": "\n".join(text_map(story, found, drawn)) + "\n"}


def _found(source: Source, said: list[Said]) -> Iterator[Finding]:
    return (source.find(one.place, one.rule, one.message, warning=one.warning) for one in said)
