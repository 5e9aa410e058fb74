"""A Markdown extension: `[@fisher1972]`, `[@fisher1972, p. 70]` and `[@a; @b]` become linked author-date citations.

Links start with `root:`; `course publish` makes them relative to their page.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from interactive.authoring.bibliography import Bibliography, load
from interactive.authoring.pages import prose
from interactive.authoring.reading import Place

PATTERN = r"\[(@[A-Za-z][\w:-]*(?:,[^\];@]*)?(?:;\s*@[A-Za-z][\w:-]*(?:,[^\];@]*)?)*)\]"
ONE = re.compile(r"@([A-Za-z][\w:-]*)((?:,[^;]*)?)")


def keys_in(text: str) -> Iterator[tuple[str, int]]:
    """The keys that a page cites, each with its place in the text. What stands in code is no citation."""
    for match in re.finditer(PATTERN, prose(text)):
        for one in ONE.finditer(match[1]):
            yield one[1], match.start(1) + one.start()


def cites_in(data: Any, way: Place = ()) -> Iterator[tuple[str, Place]]:
    """The keys that a definition cites, each with the way to it."""
    for name, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        if name == "cite" and isinstance(value, list):
            yield from ((key, (*way, name, number)) for number, key in enumerate(value) if isinstance(key, str))
        else:
            yield from cites_in(value, (*way, name))


class _Citation(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, bibliography: Bibliography) -> None:
        super().__init__(pattern, md)
        self.bibliography = bibliography

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # noqa: D102, N802
        span = Element("span", {"class": "st-cites"})
        span.text = "("
        for number, one in enumerate(ONE.finditer(m[1])):
            if number:
                last = span[-1]
                last.tail = (last.tail or "") + "; "
            _one(span, self.bibliography, one[1], one[2].strip())
        last = span[-1]
        last.tail = (last.tail or "") + ")"
        return span, m.start(0), m.end(0)


def _one(span: Element, bibliography: Bibliography, key: str, locator: str) -> None:
    if key not in bibliography.entries:  # `course check` fails on it; on the page it shows
        SubElement(span, "mark").text = f"@{key}?"
        return
    link = SubElement(span, "a", {"class": "st-citation", "href": f"root:references.html#{key}"})
    link.text = bibliography.label(key)
    link.tail = locator


class CitationExtension(Extension):
    """`bibliography` is the path of the .bib file."""

    def __init__(self, **kwargs: Any) -> None:
        """Take the extension's options."""
        self.config = {"bibliography": ["content/references.bib", "the BibTeX file"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: D102, N802
        bibliography = load(Path(str(self.getConfig("bibliography"))).resolve())
        md.inlinePatterns.register(
            _Citation(PATTERN, md, bibliography), "st-citation", 178
        )  # after code (190), before links (160)


def makeExtension(**kwargs: Any) -> CitationExtension:  # noqa: N802
    """What Python-Markdown calls."""
    return CitationExtension(**kwargs)
