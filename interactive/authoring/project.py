"""The project as the tools see it: where it is, what files it has, what the lessons promise, what the bibliography holds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from interactive.authoring.reading import Source, read_source

KINDS = ("sorter",)
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
        path = self.content / "references.bib"
        return frozenset(BIB_KEY.findall(path.read_text(encoding="utf-8"))) if path.exists() else frozenset()

    @cached_property
    def pages(self) -> dict[str, str]:
        """Every Markdown page: path below content/ -> its text."""
        return {
            path.relative_to(self.content).as_posix(): path.read_text(encoding="utf-8", errors="replace")
            for path in sorted(self.content.rglob("*.md"))
        }

    @cached_property
    def objectives(self) -> dict[str, str]:
        """What the lessons say they teach: objective id -> page."""
        return {
            str(name): page for page, text in self.pages.items() for name in front_matter(text).get("objectives") or {}
        }

    def own(self) -> Iterator[tuple[str, Source, dict[str, Any]]]:
        """Each source that is a mapping, with its ref."""
        for ref, source in self.sources.items():
            if isinstance(source.data, dict):
                yield ref, source, source.data


def kind_of(source: Source) -> str:
    """The kind of activity that a file's name says it is."""
    return source.path.rsplit(".", 2)[-2]


def front_matter(text: str) -> dict[str, Any]:
    """The YAML at the head of a Markdown page; empty when there is none or it cannot be read."""
    match = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    try:
        data = yaml.safe_load(match[1]) if match else None
    except yaml.YAMLError:
        return {}
    return data if isinstance(data, dict) else {}
