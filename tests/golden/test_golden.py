"""Whole rounds written as YAML: what a learner does, and what the activity says and counts. One file a story.

`do` lists events in short: `card-0: red` places, `hint: card-0`, `mode: check`, or a bare word. `card-0` is the first card that was
dealt, and so on; `right`, `half` and `wrong` stand for that card's own bins.
"""

from pathlib import Path

import pytest
import yaml

from interactive.activities import KINDS
from interactive.activities.sorter.definition import load
from interactive.kernel.html import plain
from interactive.kernel.score import points
from tests.conftest import BINS, sorter_data

CASES = sorted(Path(__file__).parent.glob("sorter/*.yml"))
SORTER = load(sorter_data())
KIND = KINDS["sorter"]


def event(word, dealt):
    if isinstance(word, str):
        return {"type": word}
    ((name, value),) = word.items()
    if name in ("mode", "hint"):
        return {"type": name, ("mode" if name == "mode" else "card"): dealt.get(value, value)}
    card = dealt[name]
    key = BINS.index(SORTER.cards[card].bin)
    named = {"right": BINS[key], "half": BINS[(key + 1) % 3], "wrong": BINS[(key + 2) % 3], "tray": ""}
    return {"type": "place", "card": card, "bin": named.get(value, value)}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden_round(path):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    state = KIND.start(SORTER, seed=case.get("seed", 0))
    # The cards that have a half-right bin come first, so that a story can rely on card-0 and card-1 having one.
    order = sorted(state.slips, key=lambda name: int(name[5:]) % 3)
    dealt = {f"card-{place}": name for place, name in enumerate(order)}
    said = []
    for word in case["do"]:
        result = KIND.step(SORTER, state, event(word, dealt), now=0)
        state = result.state
        said.append(result.refusal or result.announce)
    for place, words in case.get("says", {}).items():
        assert words in said[place], said
    score = KIND.score(SORTER, state)
    assert points(round(getattr(score, "raw", 0) * 4)) == str(case["points"])
    page = plain(KIND.render(SORTER, state))
    for words in case.get("shows", []):
        assert words in page
    for words in case.get("hides", []):
        assert words not in page


def test_there_are_golden_cases():
    assert len(CASES) >= 8
