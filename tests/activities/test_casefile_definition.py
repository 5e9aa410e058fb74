"""What loads is whole: nothing that an engine could stumble over later gets in."""

import copy

import pytest

from interactive.activities.casefile.definition import CONCLUSION, load
from interactive.kernel.reading import Malformed
from tests.activities.casefile_sample import casefile_data, sample


def test_a_compiled_casefile_loads():
    lamps = sample()
    assert list(lamps.elements) == ["keeper", "leave", "guest", "rain", "storm"]
    assert list(lamps.scenarios["lamp-fog"].keys) == [*lamps.elements, CONCLUSION]
    assert list(lamps.labels) == ["met", "arguable", "not-met"]
    assert lamps.formula == ("and", "keeper", "leave", ("or", "guest", "rain"), ("not", "storm"))
    assert lamps.elements["storm"].saves and not lamps.elements["rain"].saves
    assert lamps.rule.text[1][0] == ("This shall not bar", "storm")
    assert lamps.reread == ("On lamps", "root:lessons/00-sample/index.html#red")


def test_what_is_optional_may_be_left_out():
    data = casefile_data()
    del data["reread"]
    assert load(data).reread == ("", "")


def _at(data, way):
    for step in way:
        data = data[step]
    return data


@pytest.mark.parametrize(
    ("way", "value"),
    [
        (("format",), 2),
        (("kind",), "sorter"),
        (("title",), 5),
        (("draw",), "three"),
        (("elements",), []),
        (("scenarios",), []),
        (("scenarios",), {}),
        (("elements", 0, "id"), "conclusion"),
        (("elements", 0, "id"), "other"),
        (("elements", 0, "reasons"), []),
        (("elements", 0, "saves"), "yes"),
        (("formula",), ["and", "keeper", "nobody"]),
        (("formula",), "nobody"),
        (("findings", "met"), None),
        (("rule", "text"), "the rule"),
        (("rule", "text", 0, 0, "element"), "nobody"),
        (("rule", "checked_on"), None),
        (("scenarios", 0, "findings", "keeper"), None),
        (("scenarios", 0, "findings", "keeper", "finding"), "maybe"),
        (("scenarios", 0, "findings", "keeper", "reasons"), ["leave-sound"]),
        (("scenarios", 0, "findings", "keeper", "misread"), None),
        (("scenarios", 0, "conclusion", "finding"), "guilty"),
        (("scenarios", 0, "conclusion", "reasons"), ["keeper-sound"]),
        (("scenarios", 0, "turns_on"), ["nobody"]),
        (("scenarios", 0, "facts"), None),
        (("scenarios", 0, "twists", 0, "flips"), {}),
        (("scenarios", 0, "twists", 0, "flips", "leave", "finding"), "not-met"),
        (("scenarios", 0, "cites"), [{"key": "a"}]),
    ],
)
def test_what_is_wrong_anywhere_is_malformed(way, value):
    data = copy.deepcopy(casefile_data())
    _at(data, way[:-1])[way[-1]] = value
    with pytest.raises(Malformed):
        load(data)


def test_a_twist_flips_elements_of_the_rule_only():
    data = casefile_data()
    data["scenarios"][0]["twists"][0]["flips"]["nobody"] = data["scenarios"][0]["findings"]["keeper"]
    with pytest.raises(Malformed, match="lamp-leave-twist-0"):
        load(data)
