"""Sources as links into the list of references. One that we could not check, or that is disputed, carries its mark wherever it stands."""

from collections.abc import Iterable

from interactive.activities.roleplay.definition import Story
from interactive.kernel.html import Child, Safe, hidden, tag

SIGNS = "†‡§¶"


def cites_html(definition: Story, keys: Iterable[str]) -> Safe | None:
    """The works behind something, in one line; nothing where there is none."""
    links = [_link(definition, key) for key in keys]
    if not links:
        return None
    row = [[", " if place else None, link] for place, link in enumerate(links)]
    return tag("p", "Source: " if len(links) == 1 else "Sources: ", row, class_="st-cite")


def _link(definition: Story, key: str) -> Child:
    words = definition.marks.get(key, "")
    mark = [tag("span", sign(definition, words), aria_hidden="true"), hidden(f" ({words})")] if words else None
    return [tag("a", definition.works.get(key, key), href=f"root:references.html#{key}"), mark]


def sign(definition: Story, words: str) -> str:
    """The sign that stands for these words."""
    kinds = list(dict.fromkeys(definition.marks.values()))
    return SIGNS[min(kinds.index(words), len(SIGNS) - 1)]


def marks_html(definition: Story) -> Safe | None:
    """What the signs mean."""
    kinds = list(dict.fromkeys(definition.marks.values()))
    if not kinds:
        return None
    return tag("p", "; ".join(f"{sign(definition, words)} {words}" for words in kinds), ".", class_="st-cite")
