"""A small course in a temporary folder: one lesson, one sorter, a bibliography. Tests break one thing at a time."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from interactive.authoring.lint import check
from interactive.authoring.project import Project

ROOT = Path(__file__).parents[2]
GOOD = """\
version: 1
title: Colors
objectives: [s0-tell-colors]
minutes: 5
question: Which color?
intro: Put each card where it belongs.
draw: 2
bins:
  red:
    label: Bright red
    description: Like fire
    test: Is it like fire?
    reread: {text: On red, href: lessons/00-sample/index.md#red}
  blue:
    label: Deep blue
    description: Like the sea
    test: Is it like the sea?
    reread: {text: On blue, href: lessons/00-sample/index.md#blue}
cards:
  - id: flame
    text: A flame.
    by: Anon, 1900
    cite: [someone1900]
    bin: red
    rationale: Flames are hot.
    misplaced: {blue: Look at what burns.}
    hint: What does it do?
  - id: wave
    text: A wave.
    by: Anon, 1901
    cite: [someone1900]
    bin: blue
    rationale: Waves are wet.
    also: {red: "At sunset, perhaps."}
    hint: Where is it?
"""
PAGE = """\
---
title: Sample
objectives:
  s0-tell-colors: tell colors apart
---

# Sample

## Red {#red}

Fire is red [@someone1900].

## Blue {#blue}

```activity
00-sample/colors
```
"""
BIB = "@book{someone1900, author={Someone, A.}, title={A Book}, publisher={P}, year={1900}, note={verified}}\n"


class Course:
    """The temporary course."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("mkdocs.yml", "site_name: Sample\n")
        self.write("quizzes/00-sample/colors.sorter.yml", GOOD)
        self.write("content/lessons/00-sample/index.md", PAGE)
        self.write("content/references.bib", BIB)
        shutil.copytree(ROOT / "quizzes" / "schema", root / "quizzes" / "schema")

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def change(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def findings(self, today: date = date(2026, 11, 24)) -> list[str]:
        return [str(finding) for finding in check(Project(self.root, today))]


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return Course(tmp_path)


@pytest.fixture
def change(course: Course) -> Callable[[str, str], list[str]]:
    """Change the sorter in one place and return the findings."""

    def apply(old: str, new: str) -> list[str]:
        course.change("quizzes/00-sample/colors.sorter.yml", old, new)
        return course.findings()

    return apply
