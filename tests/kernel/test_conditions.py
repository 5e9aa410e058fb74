"""Conditions: what they are true of, what they read, and what is not taken for one."""

import pytest

from interactive.kernel.conditions import atoms, holds, names, read_condition
from interactive.kernel.reading import Malformed

FACTS = {"trust": 3, "told": "yes", "@pause": 2, "#note": "b", "ending": "shut"}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, True),
        (["=", "told", "yes"], True),
        (["=", "told", "no"], False),
        (["=", "trust", 3], True),
        ([">=", "trust", 3], True),
        ([">=", "trust", 4], False),
        (["<=", "trust", 2], False),
        (["<=", "trust", 3], True),
        ([">=", "@pause", 2], True),
        ([">=", "@never", 1], False),
        (["<=", "@never", 0], True),
        (["=", "#note", "b"], True),
        (["=", "#never", "b"], False),
        (["=", "ending", "shut"], True),
        (["not", ["=", "told", "no"]], True),
        (["and", ["=", "told", "yes"], [">=", "trust", 4]], False),
        (["or", ["=", "told", "no"], [">=", "trust", 3]], True),
        (["and", ["or", ["=", "told", "no"], ["=", "told", "yes"]], ["not", ["<=", "trust", 2]]], True),
        (["or", ["and", ["=", "told", "yes"], ["<=", "trust", 0]], [">=", "@pause", 3]], False),
    ],
)
def test_what_a_condition_is_true_of(condition, expected):
    assert holds(condition, FACTS) is expected
    assert read_condition(condition) == condition


def test_every_comparison_in_a_condition_is_found():
    condition = ["or", ["and", ["=", "told", "yes"], [">=", "trust", 2]], ["not", ["<=", "@pause", 1]]]
    assert list(atoms(condition)) == [("=", "told", "yes"), (">=", "trust", 2), ("<=", "@pause", 1)]
    assert names(condition) == {"told", "trust", "@pause"}
    assert names(None) == set() and list(atoms(None)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "told=yes",
        7,
        [],
        ["and"],
        {"=": 1},
        ["=", "told"],
        ["=", "told", True],
        ["=", 3, 3],
        [">=", "trust", "3"],
        [">=", "trust", True],
        ["xor", ["=", "told", "yes"], ["=", "told", "no"]],
        ["not", ["=", "told", "yes"], ["=", "told", "no"]],
        ["not", None],
        ["and", ["=", "told", "yes"], None],
        ["or", "told", "yes"],
    ],
)
def test_what_is_no_condition_is_refused_with_a_sentence(wrong):
    with pytest.raises(Malformed) as error:
        read_condition(wrong)
    assert " " in str(error.value)


def test_a_condition_that_nests_without_end_is_refused():
    deep: list = ["=", "told", "yes"]
    for _ in range(200):
        deep = ["not", deep]
    with pytest.raises(Malformed):
        read_condition(deep)
