"""What can be read: a definition for each lesson's page, from the sections that stand on it (activities/reading).

The page says which definition is its own (`data-reading`, `data-digest` on its article), so that the script that watches the reader
scroll needs neither Python nor another file.
"""

import re
from collections.abc import Mapping
from typing import Any

from interactive.authoring.definitions import digest

LESSON = re.compile(r"lessons/([^/]+)/index\.html")
ARTICLE = '<article class="md-content__inner md-typeset">'


def reading_of(name: str, title: str, sections: Mapping[str, str]) -> dict[str, Any] | None:
    """The definition of a page's reading; None for a page that is no lesson, or that has no sections."""
    lesson = LESSON.fullmatch(name)
    if not lesson or not sections:
        return None
    return {
        "format": 1,
        "kind": "reading",
        "ref": f"{lesson[1]}/reading",
        "title": title,
        "sections": [{"id": anchor, "title": words} for anchor, words in sections.items()],
    }


def mark_reading(html: str, definition: Mapping[str, Any]) -> str:
    """Write onto the page's article which reading it is."""
    marks = f' data-reading="{definition["ref"]}" data-digest="{digest(dict(definition))}"'
    return html.replace(ARTICLE, f"{ARTICLE[:-1]}{marks}>", 1)
