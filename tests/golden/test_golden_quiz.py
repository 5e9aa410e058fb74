"""Quizzes written as YAML: what a learner does item by item, and what it says and counts. One file a type of item.

Each case names an item (or the whole bank), what is done with it, and what comes of it: points in quarters, words said, words shown.
`do` holds events without their item where there is only one.
"""

from pathlib import Path

import pytest
import yaml

from interactive.activities.quiz.engine import score, start, step
from interactive.activities.quiz.view import render
from interactive.kernel.html import plain
from interactive.kernel.score import points
from tests.activities import quiz_sample

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(Path(__file__).parent.glob("quiz/*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def definition_of(case):
    way, name = case.get("way", "check"), case.get("item")
    items = {one["id"]: one for one in [*quiz_sample.ITEMS, quiz_sample.GUESS, quiz_sample.TERM]}
    chosen = [items[one] for one in ([name] if isinstance(name, str) else name or [])]
    return quiz_sample.quiz(way, *chosen, draw=len(chosen) or 6)


@pytest.mark.parametrize("case", CASES)
def test_golden_case(case):
    definition = definition_of(case)
    state = start(definition, seed=case.get("seed", 0))
    said = []
    for number, word in enumerate(case["do"]):
        event = {"type": word} if isinstance(word, str) else dict(word)
        if isinstance(case.get("item"), str):
            event.setdefault("item", case["item"])
        result = step(definition, state, event, now=number)
        state = result.state
        said.append(result.refusal or result.announce)
    for place, words in case.get("says", {}).items():
        assert words in said[place], said
    assert points(round(getattr(score(definition, state), "raw", 0) * 4)) == str(case.get("points", 0))
    page = plain(render(definition, state))
    for words in case.get("shows", []):
        assert words in page, page
    for words in case.get("hides", []):
        assert words not in page


def test_there_are_golden_cases_for_every_type():
    done = {
        one
        for case in (param.values[0] for param in CASES)
        for one in ([case["item"]] if isinstance(case.get("item"), str) else case.get("item") or [])
    }
    assert done >= {one["id"] for one in quiz_sample.ITEMS} | {"guess", "term-half"}
    assert len(CASES) >= 24
