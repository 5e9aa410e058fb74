"""The debrief: the parts of looking back, in their order. It says neither well done nor what it should have been."""

from interactive.activities.roleplay.conditions import holds
from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.doors import Door, doors
from interactive.activities.roleplay.draw_charts import charts_html
from interactive.activities.roleplay.draw_decisions import decisions_html
from interactive.activities.roleplay.draw_evidence import evidence_html
from interactive.activities.roleplay.draw_people import heard_html
from interactive.activities.roleplay.draw_road import road_html
from interactive.activities.roleplay.draw_sources import cites_html
from interactive.activities.roleplay.draw_writing import page_html, prompts_html, readings_html
from interactive.activities.roleplay.ledger import Entry, entries, lines_that_hold
from interactive.activities.roleplay.looking_back import final_facts, notebook
from interactive.activities.roleplay.movements import listed
from interactive.activities.roleplay.rules import Moment, State, moments
from interactive.kernel.days import counted
from interactive.kernel.frame import prefix
from interactive.kernel.html import Child, Safe, tag

APART = (
    "Four things run together in memory: what you knew, what you did, what came of it, and what somebody else could say for and "
    "against it. What came of a choice does not show whether it was a good one. A careful act may end badly here, and a careless one well."
)


def debrief_html(definition: Story, state: State) -> Child:
    """Everything below the last panel."""
    road = list(moments(definition, state.path))
    found = doors(definition, state.path)
    pre = prefix(definition.ref)
    parts: list[tuple[str, str, Child]] = [
        (
            "road",
            "Your road",
            [tag("p", APART), road_html(definition, state, road, {one.moment.number for one in found})],
        ),
        ("ledger", "Planted and returned", _ledger(definition, state, road)),
        ("moved", "How things stood", charts_html(definition, road)),
        ("decisions", "Each choice, both ways", decisions_html(definition, state, road)),
        ("evidence", "Five competencies, the evidence first", evidence_html(definition, road)),
        ("doors", "Two other doors" if len(found) != 1 else "One other door", _doors(definition, found)),
        ("notebook", "The notebook", _notebook(definition, state)),
        ("readings", "Four readings of the same play", readings_html(definition, state)),
        ("prompts", "Before you close the book", prompts_html(definition, state)),
        ("page", "The page", page_html(definition, state, road)),
    ]
    return [
        tag(
            "div",
            tag("h4", tag("span", title, id=f"{pre}-{name}", tabindex="-1")),
            body,
            class_=f"st-part st-part--{name}",
        )
        for name, title, body in parts
        if body
    ]


def _ledger(definition: Story, state: State, road: list[Moment]) -> Child:
    found = entries(definition, road)
    came = [_came_back(entry) for entry in found if entry.returns]
    spared = [entry.spared for entry in found if entry.spared]
    missed = lines_that_hold(definition.debrief.missed, final_facts(definition, state))
    return [
        tag("p", "What you did without knowing that it mattered, and where it came back.") if came else None,
        tag("ul", came, class_="st-ledger st-plain") if came else None,
        [tag("p", tag("b", "What did not come back because of what you did")), _plain_list(spared)] if spared else None,
        [tag("p", tag("b", "What went on without you")), _plain_list(missed)] if missed else None,
    ]


def _came_back(entry: Entry) -> Safe:
    at = entry.planted
    did = entry.seed.did.get(entry.value) or (at.choice.text if at else "")
    first: Child = [tag("b", entry.seed.title), ". ", did]
    if at:
        first = [first, " ", tag("span", f"Decision {at.number}, ", at.scene.title, ".", class_="st-cite")]
    return tag("li", tag("div", first), tag("div", [_return(one.moment, one.through, at) for one in entry.returns]))


def _return(moment: Moment, through: str, at: Moment | None) -> Safe:
    later = f", {counted(moment.number - at.number, 'scene')} later" if at else ""
    return tag(
        "p", "Came back at ", tag("em", moment.scene.title), f", through {through}" if through else None, later, "."
    )


def _plain_list(items: list[Safe]) -> Safe:
    return tag("ul", [tag("li", item) for item in items])


def _doors(definition: Story, found: tuple[Door, ...]) -> Child:
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
    here, there = (_place(definition, name) for name in (moment.to, door.to))
    following = (
        [tag("p", "Next would have come ", tag("em", there), " and not ", tag("em", here), ".")]
        if here != there
        else []
    )
    titles = {name: item.title for name, item in definition.endings.items()}
    scenes = {name: item.title for name, item in definition.scenes.items()}
    lines = (
        ("It would have opened", [titles[name] for name in door.opened]),
        ("It would have closed", [titles[name] for name in door.closed]),
        ("You would most likely have met", [scenes[name] for name in door.gained]),
        ("You would have had to do without", [*(scenes[name] for name in door.lost), *_spent(definition, door)]),
    )
    body = [
        tag("p", tag("b", f"{door.ends} of {door.hands}"), " ways on come to another ending."),
        following,
        [
            tag("p", f"{head}: ", Safe(listed([f"<em>{one}</em>" for one in named])), ".")
            for head, named in lines
            if named
        ],
    ]
    return tag(
        "li",
        tag(
            "div",
            tag("p", f"Decision {moment.number}", class_="st-label"),
            tag("p", moment.scene.title, class_="st-cite"),
        ),
        tag(
            "div",
            tag("p", tag("span", "You: ", class_="st-cite"), moment.choice.text, class_="st-decision__chose"),
            tag("p", tag("span", "The other door: ", class_="st-cite"), door.other.text, class_="st-decision__chose"),
            body,
        ),
        class_="st-decision",
    )


def _place(definition: Story, name: str) -> Safe:
    return definition.scenes[name].title if name in definition.scenes else definition.endings[name].title


def _spent(definition: Story, door: Door) -> list[Safe]:
    """The variables that your choice raised and the other would not have."""
    own, other = door.moment.choice.effects, door.other.effects
    return [
        Safe(f"what you gained in {definition.variables[name].label}")
        for name, step in own.items()
        if step > 0 and other.get(name, 0) < step
    ]


def _notebook(definition: Story, state: State) -> Child:
    lines = len(notebook(definition, state))
    written = {note.person for _, note in notebook(definition, state)}
    blank = [
        one.name
        for one in definition.people.values()
        if one.seat and holds(one.when, state.facts) and one.id not in written
    ]
    facts = final_facts(definition, state)
    hidden_rows = [
        tag(
            "li",
            tag("b", item.title),
            ". ",
            item.text,
            " ",
            tag("b", "You were told of it." if holds(item.told, facts) else "You were not told of it."),
        )
        for item in definition.debrief.hidden
    ]
    return [
        tag(
            "details",
            tag("summary", f"Open it: {counted(lines, 'line')}"),
            tag("div", heard_html(definition, state), class_="st-pages"),
            class_="st-more",
        ),
        tag("p", f"A page is still blank: {listed(blank)}." if blank else "No page is blank."),
        [tag("p", tag("b", "What each side hid")), tag("ul", hidden_rows)] if hidden_rows else None,
        _means(definition, state),
    ]


def _means(definition: Story, state: State) -> Child:
    ending = definition.endings[state.ending]
    if not ending.means:
        return None
    words = tag("p", tag("b", "One way to understand the ending. "), ending.means)
    return [words, cites_html(definition, ending.cites)]
