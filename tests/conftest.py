"""What many tests share: a small sorter, invented and plain, that every rule of the engine can be seen in."""

from typing import Any

import pytest
from hypothesis import settings

from interactive.activities.sorter.definition import Sorter, load

# Laws are about what is true, not about how fast this machine is today.
settings.register_profile("course", deadline=None)
settings.load_profile("course")

BINS = ("red", "green", "blue")


def sorter_data(cards: int = 9, draw: int = 6) -> dict[str, Any]:
    """A compiled sorter. Card n belongs in bin n mod 3; every third card is half right in the next bin."""
    return {
        "format": 1,
        "kind": "sorter",
        "ref": "00-sample/colors",
        "title": "Colors",
        "objectives": ["s0-tell-colors"],
        "minutes": 2,
        "question": "Which color?",
        "intro": "Put each card where it belongs.",
        "draw": draw,
        "bins": [
            {
                "id": name,
                "label": name.title(),
                "description": f"What is {name}",
                "test": f"Is it {name}?",
                "reread": {"text": f"On {name}", "href": f"root:colors.html#{name}"},
            }
            for name in BINS
        ],
        "cards": [
            {
                "id": f"card-{n}",
                "title": "",
                "text": f"Thing <em>{n}</em>",
                "by": f"Somebody, {1900 + n}",
                "bin": BINS[n % 3],
                "also": {BINS[(n + 1) % 3]: f"Half a case for {n}."} if n % 3 == 0 else {},
                "misplaced": {BINS[(n + 2) % 3]: f"No case for {n}."},
                "rationale": f"Because {n} &amp; nothing else.",
                "hint": f"Look at {n} again.",
                "cites": [{"key": f"work{n}", "label": f"Somebody {1900 + n}"}],
            }
            for n in range(cards)
        ],
    }


@pytest.fixture
def sorter() -> Sorter:
    return load(sorter_data())
