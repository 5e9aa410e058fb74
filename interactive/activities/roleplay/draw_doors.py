"""Two other doors: what another choice would have opened and closed, and what it would have cost."""

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.doors import Door
from interactive.activities.roleplay.movements import listed
from interactive.kernel.html import Child, Safe, tag


def doors_html(definition: Story, found: tuple[Door, ...]) -> Child:
    """The doors of a path. None of them is called a better one."""
    if not found:
        return None
    hands = found[0].hands
    how = (
        f"Worked out from the map of the whole story. From exactly where you stood it was played on by lot {hands} times with your choice "
        f"and {hands} times with another, dealing both the same hands. It does not follow that the other choice would have been better."
    )
    return [tag("p", how, class_="st-cite"), tag("ol", [_door(definition, door) for door in found], class_="st-plain")]


def _door(definition: Story, door: Door) -> Safe:
    moment = door.moment
    where = [tag("p", f"Decision {moment.number}", class_="st-label"), tag("p", moment.scene.title, class_="st-cite")]
    chose = [
        tag("p", tag("span", head, class_="st-cite"), words, class_="st-decision__chose")
        for head, words in (("You: ", moment.choice.text), ("The other door: ", door.other.text))
    ]
    return tag("li", tag("div", where), tag("div", chose, _changes(definition, door)), class_="st-decision")


def _changes(definition: Story, door: Door) -> Child:
    here, there = (_title(definition, name) for name in (door.moment.to, door.to))
    lines = (
        ("It would have opened", [_title(definition, name) for name in door.opened]),
        ("It would have closed", [_title(definition, name) for name in door.closed]),
        ("You would most likely have met", [_title(definition, name) for name in door.gained]),
        (
            "You would have had to do without",
            [*(_title(definition, name) for name in door.lost), *_spent(definition, door)],
        ),
    )
    following = tag("p", "Next would have come ", tag("em", there), " and not ", tag("em", here), ".")
    named = [(head, [f"<em>{one}</em>" for one in titles]) for head, titles in lines if titles]
    return [
        tag("p", tag("b", f"{door.ends} of {door.hands}"), " ways on come to another ending."),
        following if here != there else None,
        [tag("p", f"{head}: ", Safe(listed(titles)), ".") for head, titles in named],
    ]


def _title(definition: Story, name: str) -> Safe:
    return definition.scenes[name].title if name in definition.scenes else definition.endings[name].title


def _spent(definition: Story, door: Door) -> list[Safe]:
    """The variables that your choice raised and the other would not have."""
    own, other = door.moment.choice.effects, door.other.effects
    raised = [name for name, step in own.items() if step > 0 and other.get(name, 0) < step]
    return [Safe(f"what you gained in {definition.variables[name].label}") for name in raised]
