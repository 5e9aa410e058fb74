"""Pages of a cartridge: each one file that needs nothing but its figures."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from interactive.kernel.html import Child, Safe, join, plain, tag
from interactive.publishing.cartridge.edition import Edition, alone, edition_of, words_of
from interactive.publishing.cartridge.model import Resource
from interactive.publishing.cartridge.qti import LINK

LICENSE = "From Second Track, an open course in Track Two diplomacy. By The Second Track authors, CC BY-SA 4.0."
WORK = re.compile(r'<li id="([^"]+)"><span>(.*?)</span>', re.DOTALL)
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shelf:
    """What pages are made with: the figures' drawings by name, what each shows in words, and the works as the site lists them, by
    key and in the order of that list.
    """

    drawings: Mapping[str, str]
    words: Mapping[str, str]
    works: Mapping[str, str]

    def page(self, ident: str, title: str, href: str, html: str, *, instructor: bool = False) -> Resource:
        """A built page as a resource. The title is the page's own where none is given."""
        edition = edition_of(html, self.words)
        heading = HEADING.search(edition.body)
        named = title or (plain(heading[1]) if heading else ident)
        text = document(named, [Safe(edition.body), self._cited(edition)])
        return Resource(ident, "page", named, href, lambda _: text, self._figures(href, edition), instructor)

    def _figures(self, href: str, edition: Edition) -> dict[str, str]:
        folder = href.rpartition("/")[0]
        return {f"{folder}/figures/{name}.svg": self.drawings[name] for name in edition.figures}

    def _cited(self, edition: Edition) -> Child:
        """The works of the page in full, without links: an address may not stand in any file."""
        rows = [tag("li", Safe(LINK.sub("", html))) for key, html in self.works.items() if key in edition.works]
        return [tag("h2", "Works cited"), tag("ul", rows, class_="works")] if rows else None


def shelf(figures: Path, site: Path) -> Shelf:
    """Read the drawings and the list of references once."""
    references = site / "references.html"
    drawings = {path.stem: path.read_text(encoding="utf-8") for path in sorted(figures.glob("*.svg"))}
    return Shelf(
        {name: alone(drawing) for name, drawing in drawings.items()},
        {name: words_of(drawing) for name, drawing in drawings.items()},
        dict(WORK.findall(references.read_text(encoding="utf-8"))) if references.is_file() else {},
    )


def document(title: str, body: Child) -> str:
    """A whole file of HTML."""
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en"><head><meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"{tag('title', title)}<style>\n{_style()}</style></head>",
            f"<body><main>\n{join(body)}\n{tag('p', LICENSE, class_='about')}\n</main></body></html>\n",
        )
    )


def about(left_out: Iterable[str], *, linked: bool) -> Resource:
    """The first page: what this is, what it cannot hold, where the rest is."""
    inside = (
        "Each lesson to read, with its figures as pictures and its sources in words.",
        "A short quiz for each lesson, which your system marks and grades.",
        "A bank of all the items that a cartridge can hold, for quizzes of your own.",
        "A discussion for each of the lessons’ prompts.",
        "Notes for the instructor, in a module of their own. Check that your system has hidden it from students.",
    )
    there = "Each module links to its lesson in the course, where everything runs."
    nowhere = (
        "It was made without the address of a site, so it links to none. Add a link of your own, or the SCORM packages."
    )
    text = [
        tag("h1", "About this cartridge"),
        tag(
            "p",
            "Second Track is a course whose activities run in the reader’s browser. This is what of it can live in another system.",
        ),
        tag("h2", "What is inside"),
        tag("ul", [tag("li", one) for one in inside]),
        tag("h2", "What is not"),
        tag("ul", [tag("li", one) for one in left_out]),
        tag("p", there if linked else nowhere),
    ]
    page = document("About this cartridge", text)
    return Resource("about-this-cartridge", "page", "About this cartridge", "about.html", lambda _: page)


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")
