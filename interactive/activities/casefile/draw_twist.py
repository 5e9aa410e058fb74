"""A twist: the one thing that changed, a list for each element, and, once marked, what flipped and why."""

from interactive.activities.casefile.definition import Casefile, Element, Scenario, Twist
from interactive.activities.casefile.logic import FINDINGS
from interactive.activities.casefile.marking import FULL, Turn, twist_quarters
from interactive.activities.casefile.rules import State
from interactive.activities.casefile.said import twist_said
from interactive.kernel.frame import button, prefix
from interactive.kernel.html import Child, Safe, icon, tag
from interactive.kernel.sources import line


def twist_html(definition: Casefile, state: State, scenario: Scenario, twist: Twist) -> Safe:
    """The twist in one of its three forms: closed, open, marked."""
    turn, name = state.works[scenario.id].turns[twist.id], f"{prefix(definition.ref)}-{twist.id}"
    over = state.finished and state.mode == "twist"
    form: Child
    if not turn.opened:
        form = _opener(scenario, twist, name)
    elif turn.marked or over:
        form = [tag("p", twist.change, class_="st-brief"), _result(definition, scenario, twist, turn, name)]
    else:
        form = [tag("p", twist.change, class_="st-brief"), _asked(definition, state, scenario, twist, name)]
    place, count = list(scenario.twists).index(twist.id) + 1, len(scenario.twists)
    several = f" ({place} of {count})" if count > 1 else ""
    heading = tag("h5", tag("span", f"One thing changed{several}", id=name, tabindex="-1"), class_="st-label")
    return tag("div", heading, form, class_="st-twist", role="group", aria_labelledby=name)


def _opener(scenario: Scenario, twist: Twist, name: str) -> list[Child]:
    event = {"type": "twist", "scenario": scenario.id, "twist": twist.id}
    return [
        tag(
            "p",
            "The same facts, with one thing changed. Which finding flips? Twists are counted apart.",
            class_="st-cite",
        ),
        button("Change one thing", data_event=event, id=f"{name}-open"),
    ]


def _asked(definition: Casefile, state: State, scenario: Scenario, twist: Twist, name: str) -> list[Child]:
    turns = state.works[scenario.id].turns
    turn = turns[twist.id]
    first = state.mode == "twist" and twist.id == next(one for one in turns if not turns[one].marked)
    lists = [_list(definition, scenario, twist, turn, item) for item in definition.elements.values()]
    event = {"type": "check-twist", "scenario": scenario.id, "twist": twist.id}
    return [
        tag("p", "Leave what stays; change what flips."),
        tag("div", lists, class_="st-flips"),
        button("Check the twist", style="first" if first else "", data_event=event, id=f"{name}-check"),
    ]


def _list(definition: Casefile, scenario: Scenario, twist: Twist, turn: Turn, item: Element) -> Safe:
    old, new = scenario.keys[item.id].finding, turn.flips.get(item.id, "")
    options = [tag("option", f"stays: {definition.labels[old]}", value="", selected=not new)]
    options += [
        tag("option", f"flips to: {definition.labels[finding]}", value=finding, selected=finding == new)
        for finding in reversed(FINDINGS)
        if finding != old
    ]
    choose = tag(
        "select",
        options,
        id=f"{prefix(definition.ref)}-{twist.id}-{item.id}",
        class_="st-select",
        autocomplete="off",
        data_event={"type": "flip", "scenario": scenario.id, "twist": twist.id, "element": item.id},
        data_value="finding",
    )
    return tag("label", tag("span", f"{item.number} {item.label}"), choose, class_="st-field")


def _result(definition: Casefile, scenario: Scenario, twist: Twist, turn: Turn, name: str) -> Safe:
    worth = twist_quarters(twist, turn)
    shape = "fits" if worth == FULL else "half" if worth else "not"
    words = twist_said(worth)
    if not turn.marked:
        shape, words = "open", "Not answered, and not wrong"
    rows = [_flip(definition, scenario, twist, turn, element) for element in definition.elements]
    new = definition.labels[twist.conclusion.finding]
    return tag(
        "div",
        tag("p", icon(f"i-{shape}"), " ", words, id=f"{name}-mark", tabindex="-1", class_=f"st-mark st-mark--{shape}"),
        tag("p", twist.because),
        tag("ul", rows),
        tag("p", tag("b", f"Conclusion now: {new}. "), twist.conclusion.because),
        tag("p", twist.conclusion.despite) if twist.conclusion.despite else None,
        line(_all_cites(twist)),
        class_="st-feedback st-marked",
        data_mark=shape,
    )


def _flip(definition: Casefile, scenario: Scenario, twist: Twist, turn: Turn, element: str) -> Safe | None:
    """One line for an element that flips, or that the learner said would flip."""
    item, old, said = definition.elements[element], scenario.keys[element].finding, turn.flips.get(element)
    key = twist.flips.get(element)
    if key is None:
        stays = f"stays {definition.labels[old]}; you let it flip to {definition.labels[said]}." if said else ""
        return tag("li", tag("b", f"{item.number} {item.label}"), " ", stays) if said else None
    if said is None:
        yours = "You left it as it was. " if turn.marked else ""
    else:
        yours = "" if said == key.finding else f"You said {definition.labels[said]}. "
    moved = f"flips from {definition.labels[old]} to {definition.labels[key.finding]}. {yours}"
    return tag("li", tag("b", f"{item.number} {item.label}"), " ", moved, key.because)


def _all_cites(twist: Twist) -> tuple[tuple[str, str], ...]:
    keys = [*twist.flips.values(), twist.conclusion]
    return tuple(dict.fromkeys(cite for key in keys for cite in key.cites))
