"""Looking into a sorter file whose shape may be wrong: only what is there and of its kind is given out."""

from collections.abc import Iterator
from typing import Any

from interactive.authoring.project import Project, kind_of
from interactive.authoring.reading import Source


def sorters(project: Project) -> Iterator[tuple[Source, dict[str, Any]]]:
    """Every sorter that could be read."""
    return ((source, data) for _, source, data in project.own() if kind_of(source) == "sorter")


def bins_of(data: dict[str, Any]) -> dict[str, Any]:
    """The bins of a sorter: id -> what is written of it."""
    found = data.get("bins")
    return found if isinstance(found, dict) else {}


def cards_of(data: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The cards of a sorter with their numbers."""
    cards = data.get("cards")
    return (
        (number, card) for number, card in enumerate(cards if isinstance(cards, list) else []) if isinstance(card, dict)
    )


def feedback_of(card: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], str]]:
    """A card's feedback on bins that are not its key, and its hint: (way to it, text)."""
    for field in ("also", "misplaced"):
        reasons = card.get(field)
        for bin_id, why in (reasons if isinstance(reasons, dict) else {}).items():
            if isinstance(why, str):
                yield (field, bin_id), why
    if isinstance(card.get("hint"), str):
        yield ("hint",), card["hint"]
