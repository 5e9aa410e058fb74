"""Plays written as YAML: what a learner does scene by scene, and what the story says, shows and hides. One file a feature.

`do` lists events in short: a letter chooses, `back`, `debrief`, `mode: exam`, `write: {prompt: text}`, `mark: {explains: realist}`;
`at` names the scene or ending that the play stands at afterwards; `says` maps the number of an event to words that were said.
"""

from pathlib import Path

import pytest
import yaml

from interactive.activities.roleplay.engine import score, start, step
from interactive.activities.roleplay.view import render
from interactive.kernel.html import plain
from interactive.kernel.score import Score
from tests.activities.roleplay_sample import SAMPLE

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(Path(__file__).parent.glob("roleplay/*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def events(word):
    if isinstance(word, str):
        return [{"type": word}] if len(word) > 1 else [{"type": "choose", "choice": word}]
    ((name, value),) = word.items()
    if name == "mode":
        return [{"type": "mode", "mode": value}]
    if name == "mark":
        return [{"type": "mark", "as": mark, "reading": reading} for mark, reading in value.items()]
    return [{"type": "reflect", "prompt": prompt, "text": text} for prompt, text in value.items()]


@pytest.mark.parametrize("case", CASES)
def test_golden_play(case):
    state, said, verbs = start(SAMPLE, seed=case.get("seed", 0)), [], []
    for number, event in enumerate(event for word in case["do"] for event in events(word)):
        result = step(SAMPLE, state, event, now=number)
        state = result.state
        said.append(result.refusal or result.announce)
        verbs += [statement.verb for statement in result.statements]
    assert state.scene == case["at"], said
    for place, words in case.get("says", {}).items():
        assert words in said[place], said
    for name, value in case.get("facts", {}).items():
        assert state.facts.get(name) == value, state.facts
    if "verbs" in case:
        assert verbs == case["verbs"]
    if "share" in case:
        total = score(SAMPLE, state)
        assert isinstance(total, Score) and total.raw == case["share"]
    page = plain(render(SAMPLE, state))
    for words in case.get("shows", []):
        assert words in page, page
    for words in case.get("hides", []):
        assert words not in page


def test_there_are_golden_plays_for_each_feature():
    files = {path.stem for path in Path(__file__).parent.glob("roleplay/*.yml")}
    assert files >= {
        "back",
        "conditions",
        "debrief",
        "echoes",
        "effects",
        "endings",
        "modes",
        "notebook",
        "seeds",
        "visits",
    }
    assert len(CASES) >= 30
