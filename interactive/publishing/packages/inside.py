"""What is inside a package: a lesson's page and the pages that it needs, or all lessons and theirs."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

BESIDE = {"glossary.html": "Glossary", "timeline.html": "Timeline", "references.html": "References"}
LABS = "labs/index.html"  # says how to work in a lab, and every lab links there


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson: its folder's name is its identity for ever."""

    folder: str
    title: str
    page: str
    description: str = ""

    @property
    def number(self) -> str:
        """The two digits that its folder begins with."""
        return self.folder[:2]

    @property
    def shell(self) -> str:
        """The page that an LMS opens for this lesson."""
        return f"lesson-{self.number}.html"

    @property
    def numbered(self) -> str:
        """Its title as the site's contents have it: the introduction and the conclusion go without a number."""
        return self.title if self.title in ("Introduction", "Conclusion") else f"{int(self.number)} · {self.title}"


@dataclass(frozen=True, slots=True)
class Inside:
    """The lessons of a package, and the other pages that stand beside them, each with its name in the contents."""

    lessons: tuple[Lesson, ...]
    beside: Mapping[str, str]

    @property
    def pages(self) -> frozenset[str]:
        """Every page that a link may lead to."""
        return frozenset([*(lesson.page for lesson in self.lessons), *self.beside])


def lessons_of(site: Path, course: Mapping[str, Any]) -> list[Lesson]:
    """The lessons that are ready, from the course's own map."""
    found = []
    for row in course["lessons"]:
        page = row["href"].removeprefix("root:")
        looked = _Head()
        looked.feed((site / page).read_text(encoding="utf-8").partition("</head>")[0])
        if row.get("ready", True):
            found.append(Lesson(row["id"], row["title"], page, looked.description))
    return found


def inside_of(site: Path, lessons: Iterable[Lesson]) -> Inside:
    """These lessons, with the pages that every lesson needs and the labs that these lessons link to."""
    chosen = tuple(lessons)
    labs = sorted({page for lesson in chosen for page in links_of(site, lesson.page) if page.startswith("labs/")})
    pages = [page for page in [*labs, *([LABS] if labs else [])] if page.endswith(".html")]
    beside = {page: name for page, name in BESIDE.items() if (site / page).exists()}
    return Inside(chosen, beside | {page: title_of(site, page) for page in dict.fromkeys(pages)})


def target_of(page: str, href: str) -> str | None:
    """Where a relative link on a page leads, as a path from the site's root; None if it leads out of the site."""
    if "://" in href or href.startswith(("mailto:", "data:", "/")):
        return None
    path = href.partition("#")[0].partition("?")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page


def links_of(site: Path, page: str) -> set[str]:
    """Every place of the site that a page's own text links to."""
    looked = _Links(page)
    looked.feed((site / page).read_text(encoding="utf-8"))
    return looked.found


def title_of(site: Path, page: str) -> str:
    """A page's heading."""
    looked = _Head()
    looked.feed((site / page).read_text(encoding="utf-8"))
    return " ".join(looked.heading.split())


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.description = ""
        self.heading = ""
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta" and values.get("name") == "description":
            self.description = values.get("content") or ""
        self._inside = tag == "h1" and not self.heading

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "h1"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.heading += data


class _Links(HTMLParser):
    """Links inside the page's article: what stands around it is the site's."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.found: set[str] = set()
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or tag == "article"
        href = dict(attrs).get("href")
        target = target_of(self.page, href) if self._inside and tag == "a" and href else None
        if target:
            self.found.add(target)

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "article"
