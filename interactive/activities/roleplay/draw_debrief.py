"""The debrief: the parts of looking back, in their order. It says neither well done nor what it should have been."""

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.doors import doors
from interactive.activities.roleplay.draw_charts import charts_html
from interactive.activities.roleplay.draw_decisions import decisions_html
from interactive.activities.roleplay.draw_doors import doors_html
from interactive.activities.roleplay.draw_evidence import evidence_html
from interactive.activities.roleplay.draw_people import heard_html
from interactive.activities.roleplay.draw_road import road_html
from interactive.activities.roleplay.draw_sources import cites_html
from interactive.activities.roleplay.draw_writing import page_html, prompts_html, readings_html
from interactive.activities.roleplay.ledger import Entry, entries, lines_that_hold
from interactive.activities.roleplay.looking_back import final_facts, notebook
from interactive.activities.roleplay.movements import listed
from interactive.activities.roleplay.rules import Moment, State, moments
from interactive.kernel.conditions import holds
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
    filled = {door.moment.number for door in found}
    parts: list[tuple[str, str, Child]] = [
        ("road", "Your road", [tag("p", APART), road_html(definition, state, road, filled)]),
        ("ledger", "Planted and returned", _ledger(definition, state, road)),
        ("moved", "How things stood", charts_html(definition, road)),
        ("decisions", "Each choice, both ways", decisions_html(definition, state, road)),
        ("evidence", "Five competencies, the evidence first", evidence_html(definition, road)),
        ("doors", "Two other doors" if len(found) != 1 else "One other door", doors_html(definition, found)),
        ("notebook", "The notebook", _notebook(definition, state)),
        ("readings", "Four readings of the same play", readings_html(definition, state)),
        ("prompts", "Before you close the book", prompts_html(definition, state)),
        ("handin", "The page", page_html(definition, state, road)),
    ]
    return [_part(f"{pre}-{name}", name, title, body) for name, title, body in parts if body]


def _part(name: str, kind: str, title: str, body: Child) -> Safe:
    heading = tag("h4", tag("span", title, id=name, tabindex="-1"))
    return tag("div", heading, body, class_=f"st-part st-part--{kind}")


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


def _notebook(definition: Story, state: State) -> Child:
    lines = notebook(definition, state)
    written = {note.person for _, note in lines}
    there = [one for one in definition.people.values() if one.seat and holds(one.when, state.facts)]
    blank = [one.name for one in there if one.id not in written]
    summary = tag("summary", f"Open it: {counted(len(lines), 'line')}")
    return [
        tag("details", summary, tag("div", heard_html(definition, state), class_="st-pages"), class_="st-more"),
        tag("p", f"A page is still blank: {listed(blank)}." if blank else "No page is blank."),
        _hidden(definition, state),
        _means(definition, state),
    ]


def _hidden(definition: Story, state: State) -> Child:
    """What each side hid. Whoever was told of none of it finds out here what it was about."""
    facts = final_facts(definition, state)
    said = {True: "You were told of it.", False: "You were not told of it."}
    rows = [
        tag("li", tag("b", item.title), ". ", item.text, " ", tag("b", said[holds(item.told, facts)]))
        for item in definition.debrief.hidden
    ]
    return [tag("p", tag("b", "What each side hid")), tag("ul", rows)] if rows else None


def _means(definition: Story, state: State) -> Child:
    ending = definition.endings[state.ending]
    if not ending.means:
        return None
    words = tag("p", tag("b", "One way to understand the ending. "), ending.means)
    return [words, cites_html(definition, ending.cites)]
