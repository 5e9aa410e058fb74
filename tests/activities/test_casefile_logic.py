"""Three-valued logic, as a reader would check it by hand, and its laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.activities.casefile.logic import FINDINGS, evaluate, in_words, leaves, read_formula, steps_apart
from interactive.kernel.reading import Malformed

NAMES = ("a", "b", "c")
findings = st.fixed_dictionaries({name: st.sampled_from(FINDINGS) for name in NAMES})
formulas = st.recursive(
    st.sampled_from(NAMES),
    lambda inner: st.one_of(
        st.tuples(st.just("not"), inner),
        st.tuples(st.sampled_from(["and", "or"]), inner, inner),
        st.tuples(st.sampled_from(["and", "or"]), inner, inner, inner),
    ),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("formula", "found", "result"),
    [
        ("a", ["met"], "met"),
        (("not", "a"), ["met"], "not-met"),
        (("not", "a"), ["arguable"], "arguable"),
        (("not", "a"), ["not-met"], "met"),
        (("and", "a", "b"), ["met", "arguable"], "arguable"),
        (("and", "a", "b"), ["arguable", "not-met"], "not-met"),
        (("or", "a", "b"), ["arguable", "not-met"], "arguable"),
        (("or", "a", "b"), ["met", "not-met"], "met"),
        (("and", "a", ("or", "b", "c")), ["met", "not-met", "arguable"], "arguable"),
        (("and", "a", ("not", "b")), ["met", "arguable"], "arguable"),
        (("and", "a", ("not", "b")), ["met", "met"], "not-met"),
    ],
)
def test_a_chain_is_as_weak_as_its_weakest_link(formula, found, result):
    assert evaluate(formula, dict(zip(NAMES, found, strict=False))) == result


@given(formulas, formulas, findings)
def test_de_morgan(one, other, found):
    assert evaluate(("not", ("and", one, other)), found) == evaluate(("or", ("not", one), ("not", other)), found)


@given(formulas, findings)
def test_not_not_changes_nothing(formula, found):
    assert evaluate(("not", ("not", formula)), found) == evaluate(formula, found)


@given(formulas, findings)
def test_settled_elements_settle_the_rule(formula, found):
    """Nothing becomes arguable unless something is."""
    if "arguable" not in found.values():
        assert evaluate(formula, found) != "arguable"


@given(formulas)
def test_a_formula_survives_its_compiled_form(formula):
    def lists(part):
        return part if isinstance(part, str) else [part[0], *map(lists, part[1:])]

    assert read_formula(lists(formula), set(NAMES)) == formula
    assert set(leaves(formula)) <= set(NAMES)


@pytest.mark.parametrize(
    "data",
    [
        "z",
        "and",
        [],
        None,
        5,
        ["and", "a"],
        ["or"],
        ["not", "a", "b"],
        ["xor", "a", "b"],
        ["not"],
        [["a"], "b"],
        ["and", "a", 1],
    ],
)
def test_what_is_no_formula_is_refused(data):
    with pytest.raises(Malformed):
        read_formula(data, {"a", "b"})


def test_a_formula_without_end_is_refused():
    data = "a"
    for _ in range(200):
        data = ["not", data]
    with pytest.raises(Malformed):
        read_formula(data, {"a"})


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("a", "1"),
        (("and", "a", "b"), "1 and 2"),
        (("and", "a", ("or", "b", "c"), ("not", "a")), "1, either 2 or 3, and not 1"),
        (("or", "a", "b", "c"), "one of 1, 2 or 3"),
        (("not", ("or", "a", "b")), "not (either 1 or 2)"),
        (("or", ("and", "a", "b"), "c"), "either (1 and 2) or 3"),
    ],
)
def test_a_formula_can_be_said(formula, words):
    assert in_words(formula, {"a": "1", "b": "2", "c": "3"}) == words


def test_steps_between_findings():
    assert [steps_apart("met", other) for other in ("met", "arguable", "not-met")] == [0, 1, 2]
    assert steps_apart("not-met", "arguable") == 1
