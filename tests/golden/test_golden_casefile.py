"""Whole casefile rounds written as YAML: what a learner does, what the activity says and counts. One file a story.

Each round holds all seven sample scenarios unless `size: draw` stands there. `do` lists events in short, all on the scenario in
hand: `guest: met` finds (`conclusion: met` concludes); `key`, `beside` and `opposite` stand for the reasoned finding, the one next
to it and the one across. `guest because: storm-edge` picks a reason, `guest since: words` writes one; `solve` finds everything
rightly and concludes; `check: guest`, `go: lamp-fog`, `mode: exam`; `twist: 0` opens, `flip 0: {rain: met}`, `check-twist: 0`.
A bare word is an event of that name.
"""

from pathlib import Path

import pytest
import yaml

from interactive.activities import KINDS
from interactive.activities.casefile.logic import FINDINGS, steps_apart
from interactive.activities.casefile.rules import twist_counts
from interactive.kernel.html import plain
from interactive.kernel.score import points
from tests.activities.casefile_sample import sample

CASES = sorted(Path(__file__).parent.glob("casefile/*.yml"))
LAMPS = sample()
KIND = KINDS["casefile"]


def finding(scenario, element, word):
    key = scenario.keys[element].finding
    away = {"key": 0, "beside": 1, "opposite": 2}.get(word)
    return word if away is None else next(one for one in FINDINGS if steps_apart(one, key) == away)


def events(word, state):
    """The events that a line of a story stands for."""
    scenario = LAMPS.scenarios[state.name]
    here = {"scenario": scenario.id}
    if word == "solve":
        found = [
            {"type": "find", "element": name, "finding": key.finding, **here} for name, key in scenario.keys.items()
        ]
        return [*found, {"type": "check", "element": "conclusion", **here}]
    if isinstance(word, str):
        return [{"type": word, **here}]
    ((name, value),) = word.items()
    first, _, second = name.partition(" ")
    if name in ("mode", "size", "go"):
        return [{"type": name, "to" if name == "go" else name: value}]
    if first in ("twist", "check-twist", "flip"):
        about = {"type": first, "twist": f"{scenario.id}-twist-{second or value}", **here}
        return [{**about, "element": one, "finding": new} for one, new in value.items()] if first == "flip" else [about]
    if name == "check":
        return [{"type": "check", "element": value, **here}]
    if second:
        return [
            {
                "type": {"because": "reason", "since": "write"}[second],
                "element": first,
                "reason": value,
                "text": value,
                **here,
            }
        ]
    return [{"type": "find", "element": name, "finding": finding(scenario, name, value), **here}]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden_casefile(path):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    state = KIND.start(LAMPS, seed=case.get("seed", 0))
    said, statements = [], []
    for word in [{"size": case.get("size", "all")}, *case["do"]]:
        for event in events(word, state):
            result = KIND.step(LAMPS, state, event, now=0)
            state = result.state
            statements += result.statements
        said.append(result.refusal or result.announce)
    for place, words in case.get("says", {}).items():
        assert words in said[place + 1], said
    score = KIND.score(LAMPS, state)
    assert points(round(getattr(score, "raw", 0) * 4)) == str(case["points"])
    quarters, right, *_ = twist_counts(LAMPS, state.works)
    assert [points(quarters), right] == [str(case.get("twists", [0, 0])[0]), case.get("twists", [0, 0])[1]]
    page = plain(KIND.render(LAMPS, state))
    assert [words for words in case.get("shows", []) if words not in page] == []
    assert [words for words in case.get("hides", []) if words in page] == []
    kept = {statement.item: statement.credit for statement in statements if statement.verb == "answered"}
    for item, credit in case.get("credits", {}).items():
        assert kept[item] == credit, kept


def test_there_are_golden_casefiles():
    assert len(CASES) >= 10
