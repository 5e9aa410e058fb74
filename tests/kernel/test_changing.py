"""`changing.replace` does what `dataclasses.replace` does, for the states of every engine."""

import dataclasses

import pytest

from interactive.activities.casefile.marking import Answer as Found
from interactive.activities.casefile.marking import Turn, Work
from interactive.activities.casefile.rules import State as Round
from interactive.activities.quiz.rules import Answer, State
from interactive.activities.roleplay.rules import State as Play
from interactive.activities.sorter.rules import Slip
from interactive.activities.sorter.rules import State as Sorting
from interactive.kernel.changing import replace

VALUES = [
    (State(7), {"drawn": ("a",), "answers": {"a": Answer()}}),
    (Answer(), {"response": ("a", "b"), "marked": True}),
    (Sorting(1, {}), {"slips": {"a": Slip()}, "finished": True}),
    (Slip("red"), {"tries": (("red", True),)}),
    (Round(1, {}), {"at": 3}),
    (Work({}, {}), {"closed": True}),
    (Found("met"), {"reason": "r"}),
    (Turn(), {"flips": {"a": "met"}}),
    (Play(1, "arrive", {}), {"scene": "leave", "path": (("arrive", "a"),)}),
]


@pytest.mark.parametrize(("value", "fields"), VALUES, ids=lambda one: type(one).__name__)
def test_it_changes_these_fields_and_no_other(value, fields):
    before = dataclasses.replace(value)
    after = replace(value, **fields)
    assert after == dataclasses.replace(value, **fields) and type(after) is type(value)
    assert value == before  # and leaves the old one alone
    assert replace(value) == value


def test_a_name_that_is_no_field_is_refused():
    with pytest.raises(TypeError, match="no field color"):
        replace(Slip(), color="red")


def test_what_comes_of_it_is_as_frozen_as_before():
    with pytest.raises(dataclasses.FrozenInstanceError):
        replace(Slip(), bin="red").bin = "blue"
