"""The project as the tools see it: where it is, what files it has, what the lessons promise, what the bibliography holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from interactive.authoring.glossary import read_glossary, terms_of
from interactive.authoring.pages import front_matter, mapping, named
from interactive.authoring.reading import Source, read_source
from interactive.authoring.timeline import read_timeline

KINDS = ("casefile", "memo", "plan", "profile", "quiz", "roleplay", "sorter", "transfer")
BIB_KEY = re.compile(r"^@\w+\{\s*([^,\s]+)\s*,", re.MULTILINE)


def find_root(start: Path) -> Path | None:
    """The folder with mkdocs.yml, here or above."""
    return next((folder for folder in (start, *start.parents) if (folder / "mkdocs.yml").exists()), None)


@dataclass(frozen=True)
class Project:
    """A checkout. `today` is an argument, so that a check of a date gives the same findings on any day it is asked about."""

    root: Path
    today: date

    @property
    def content(self) -> Path:
        """The folder of Markdown."""
        return self.root / "content"

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every definition file that was read: ref (folder/slug) -> source."""
        found = {}
        for kind in KINDS:
            for path in sorted((self.root / "quizzes").glob(f"*/*.{kind}.yml")):
                found[f"{path.parent.name}/{path.name.removesuffix(f'.{kind}.yml')}"] = read_source(path, self.root)
        return found

    @cached_property
    def bib_keys(self) -> frozenset[str]:
        """The keys of the bibliography."""
        return frozenset(BIB_KEY.findall(self.bib_text))

    @cached_property
    def bib_text(self) -> str:
        """The bibliography as it stands in its file; empty when there is none."""
        path = self.content / "references.bib"
        return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""

    @cached_property
    def pages(self) -> dict[str, str]:
        """Every Markdown page: path below content/ -> its text."""
        return {
            path.relative_to(self.content).as_posix(): path.read_text(encoding="utf-8-sig", errors="replace")
            for path in sorted(self.content.rglob("*.md"))
            if path.is_file()
        }

    @cached_property
    def heads(self) -> dict[str, Source]:
        """The front matter of every page."""
        return {page: front_matter(page, text) for page, text in self.pages.items()}

    @cached_property
    def objectives(self) -> dict[str, str]:
        """What the lessons say they teach: objective id -> page."""
        return {name: page for page, head in self.heads.items() for name in named(mapping(head.data).get("objectives"))}

    @cached_property
    def glossary(self) -> Source | None:
        """The glossary as it was read; None where there is none."""
        return read_glossary(self.root)

    @cached_property
    def timeline(self) -> Source | None:
        """The timeline as it was read; None where there is none."""
        return read_timeline(self.root)

    @cached_property
    def decks(self) -> frozenset[str]:
        """The Anki decks that the build adds to the site, one for each lesson that has a bank or terms."""
        lessons = {ref.split("/")[0] for ref, source in self.sources.items() if kind_of(source) == "quiz"}
        lessons |= {str(term["lesson"]) for term in terms_of(self.glossary)}
        return frozenset(map(deck_of, lessons))

    def own(self) -> Iterator[tuple[str, Source, dict[str, Any]]]:
        """Each source that is a mapping, with its ref."""
        for ref, source in self.sources.items():
            if isinstance(source.data, dict):
                yield ref, source, source.data

    def written(self) -> Iterator[tuple[Source, dict[str, Any]]]:
        """Each file of data that is a mapping: the definitions, and after them the glossary and the timeline."""
        yield from ((source, data) for _, source, data in self.own())
        for source in (self.glossary, self.timeline):
            if source and isinstance(source.data, dict):
                yield source, source.data


def kind_of(source: Source) -> str:
    """The kind of activity that a file's name says it is."""
    return source.path.rsplit(".", 2)[-2]


def deck_of(lesson: str) -> str:
    """Where the site has a lesson's Anki deck, by the lesson's folder; a page links to it as `root:` and this."""
    return f"downloads/second-track-{lesson[:2]}.apkg"
