"""Loading a compiled story: what is there is read, and what the engine relies on is asked for once, here."""

import copy

import pytest

from interactive.activities.roleplay.definition import load
from interactive.kernel.html import Safe
from interactive.kernel.reading import Malformed
from tests.activities.roleplay_sample import SAMPLE, story_data


def test_a_story_is_read_in_the_authors_order():
    assert list(SAMPLE.scenes) == ["note", "guests", "asked", "table", "pause", "last", "alone"]
    assert list(SAMPLE.phases) == ["before", "room"] and list(SAMPLE.endings) == ["bridge", "letters", "shut"]
    table = SAMPLE.scenes["table"]
    assert [choice.id for choice in table.choices] == ["a", "b", "c", "d"]
    assert table.choice("d").when == [">=", "trust", 3] and table.choice("z") is None
    assert table.choices[0].ways[0].to == "pause" and table.choices[0].ways[-1].when is None
    assert isinstance(table.title, Safe) and table.cites == ("work1", "work2")


def test_what_may_be_left_out_is_empty():
    bare = SAMPLE.scenes["alone"]
    assert bare.speech == () and bare.echoes == () and bare.notes == () and bare.clock == "" and bare.seeded == ()
    assert SAMPLE.endings["shut"].means == "" and SAMPLE.people["dun"].seat == 0
    data = {**story_data(), "debrief": {}, "room": {}}
    empty = load(data)
    assert (
        not empty.debrief.prompts
        and not empty.debrief.readings
        and not empty.room.sheets
        and empty.debrief.rubric == ()
    )


def test_who_speaks_may_depend_on_how_things_stand():
    table = SAMPLE.scenes["table"]
    assert table.speaker({"trust": 4}) == "bea" and table.speaker({"trust": 2}) == "cor"
    assert SAMPLE.scenes["guests"].speaker({}) == ""


def test_every_condition_of_the_story_is_found():
    found = list(SAMPLE.conditions())
    assert ("table", [">=", "trust", 3]) in found and ("asked", ["=", "told", "no"]) in found
    assert ("", ["=", "ending", "bridge"]) in found and ("pause", [">=", "@pause", 2]) in found


def broken(change):
    data = copy.deepcopy(story_data())
    change(data)
    return data


BREAKS = {
    "another kind": lambda data: data.update(kind="sorter"),
    "another format": lambda data: data.update(format=2),
    "no title": lambda data: data.pop("title"),
    "no scenes": lambda data: data.update(scenes={}),
    "a start that is no scene": lambda data: data.update(start="nowhere"),
    "a way to nowhere": lambda data: data["scenes"][1]["choices"][1]["to"].append({"to": "nowhere"}),
    "a last way with a condition": lambda data: data["scenes"][0]["choices"][0].update(
        to=[{"to": "guests", "when": ["=", "told", "no"]}]
    ),
    "a choice without a way": lambda data: data["scenes"][0]["choices"][0].update(to=[]),
    "an effect on nothing": lambda data: data["scenes"][0]["choices"][0].update(effects={"luck": 1}),
    "an effect that is no number": lambda data: data["scenes"][0]["choices"][0].update(effects={"trust": "much"}),
    "a seed that is not there": lambda data: data["scenes"][0]["choices"][0].update(plants={"luck": "yes"}),
    "a phase that is not there": lambda data: data["scenes"][0].update(phase="later"),
    "a measured seed": lambda data: data["scenes"][0]["choices"][0].update(when=[">=", "told", 1]),
    "a measured reading": lambda data: data["debrief"]["missed"][0].update(when=["<=", "told", 1]),
    "a condition that is none": lambda data: data["scenes"][3]["choices"][3].update(when="trust>=3"),
    "a start out of bounds": lambda data: data["variables"][0].update(start=9),
    "a scale without length": lambda data: data["variables"][0].update(min=2, max=2),
    "two words for three": lambda data: data["variables"][0].update(words=["cold", "warm"]),
    "a choice without an id": lambda data: data["scenes"][0]["choices"][0].pop("id"),
    "an ending without a title": lambda data: data["endings"][0].pop("title"),
    "text that is no list": lambda data: data["scenes"][0].update(text="One."),
    "a paragraph that is no text": lambda data: data["scenes"][0].update(text=[7]),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_definition_is_refused_with_a_sentence(name):
    with pytest.raises(Malformed) as error:
        load(broken(BREAKS[name]))
    assert " " in str(error.value)


def test_an_unknown_seat_is_drawn_as_a_square():
    data = broken(lambda data: data["parties"][0].update(seat="star"))
    assert load(data).parties["north"].seat == "square"
