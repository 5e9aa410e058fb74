"""Cards: short enough to read in twenty seconds, with feedback of their own that never gives another bin away."""

import re
from collections.abc import Iterator

from interactive.authoring.findings import Finding
from interactive.authoring.lint.sorters import bins_of, cards_of, feedback_of, sorters
from interactive.authoring.project import Project

WORDS = 55


def card_too_long(project: Project) -> Iterator[Finding]:
    """A card is read in twenty seconds."""
    for source, data in sorters(project):
        for number, card in cards_of(data):
            words = len(str(card.get("text", "")).split())
            if words > WORDS:
                yield source.find(
                    ("cards", number, "text"), "card-too-long", f"{words} words; a card takes {WORDS} at most"
                )


def feedback_reveals_bin(project: Project) -> Iterator[Finding]:
    """Feedback marks the card and never names a bin other than the one it was put in."""
    for source, data in sorters(project):
        labels = {name: str(item.get("label", "")) for name, item in bins_of(data).items() if isinstance(item, dict)}
        for number, card in cards_of(data):
            for place, text in feedback_of(card):
                for name, label in labels.items():
                    if label and name != place[-1] and re.search(rf"\b{re.escape(label)}\b", text, re.IGNORECASE):
                        message = (
                            f"this names the bin “{label}”; say what is missing here, and let the reader find the place"
                        )
                        yield source.find(("cards", number, *place), "feedback-reveals-bin", message)


def repeated_feedback(project: Project) -> Iterator[Finding]:
    """Feedback that fits every card helps with none."""
    for source, data in sorters(project):
        seen: dict[str, int] = {}
        for number, card in cards_of(data):
            texts = [*feedback_of(card), (("rationale",), str(card.get("rationale", "")))]
            for place, text in texts:
                line = source.places.get(("cards", number, *place), (1, 1))[0]
                if text and text in seen:
                    message = f"the same words stand in line {seen[text]}; say what is true of this card"
                    yield source.find(("cards", number, *place), "repeated-feedback", message)
                seen.setdefault(text, line)
