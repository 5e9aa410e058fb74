"""Records saved by earlier versions load for ever. Each folder tests/saved/vN is frozen: add a new one, never edit an old one."""

import json
from pathlib import Path

import pytest

from interactive.activities import KINDS
from interactive.record.codec import read_text
from interactive.record.replay import replay

SAVED = sorted((Path(__file__).parents[1] / "saved").glob("v*/*.record.json"))


@pytest.mark.parametrize("path", SAVED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_saved_record_still_means_what_it_meant(path):
    record = read_text(path.read_text(encoding="utf-8"), "second-track")
    expected = json.loads(path.with_suffix("").with_suffix(".expected.json").read_text(encoding="utf-8"))
    definition_data = json.loads((path.parent / "definition.json").read_text(encoding="utf-8"))
    activity = KINDS[definition_data["kind"]]
    definition = activity.load(definition_data)
    for attempt in record.attempts.values():
        state, _ = replay(activity, definition, attempt.seed, attempt.entries)
        score = activity.score(definition, state)
        assert [score.raw, score.max, score.answered] == expected[attempt.id]


def test_there_are_saved_records_to_load():
    assert SAVED
