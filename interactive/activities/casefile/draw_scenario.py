"""The scenario in hand: its facts, the findings, and, once they are open, the comparison, the practice and the analysis."""

from collections.abc import Iterable

from interactive.activities.casefile.definition import CONCLUSION, Casefile, Key, Scenario
from interactive.activities.casefile.draw_findings import finding_html
from interactive.activities.casefile.draw_rule import rule_html
from interactive.activities.casefile.draw_twist import twist_html
from interactive.activities.casefile.marking import Work, earned, possible, quarters, weight
from interactive.activities.casefile.rules import State
from interactive.activities.casefile.said import label
from interactive.kernel.frame import button, prefix
from interactive.kernel.html import Child, Safe, icon, tag
from interactive.kernel.score import points
from interactive.kernel.sources import line


def scenario_html(definition: Casefile, state: State) -> Safe:
    """The rule on one side, the facts and all that belongs to them on the other."""
    scenario, work = definition.scenarios[state.name], state.works[state.name]
    on = in_hand(definition, state, work)
    return tag(
        "div",
        tag("div", rule_html(definition, on), class_="st-statute"),
        tag("div", _side(definition, state, scenario, work, on), class_="st-facts-side"),
        class_="st-case",
    )


def in_hand(definition: Casefile, state: State, work: Work) -> str:
    """The element that is the next to be settled, or the conclusion; nothing where all is settled."""
    if work.closed:
        return ""
    done = (lambda one: bool(one.finding)) if state.mode == "exam" else (lambda one: one.marked)
    return next((name for name, answer in work.answers.items() if not done(answer)), "")


def _side(definition: Casefile, state: State, scenario: Scenario, work: Work, on: str) -> list[Child]:
    pre = prefix(definition.ref)
    place = f"Scenario {state.at + 1} of {len(state.works)} · difficulty {scenario.difficulty} of 3"
    heading = tag("span", scenario.title, id=f"{pre}-case", tabindex="-1")
    title = tag("h4", heading, " ", tag("span", place, class_="st-count"), class_="st-case__title")
    return [
        title,
        tag("h5", "The facts", class_="st-label"),
        tag("div", tag("p", scenario.facts), class_="st-brief"),
        _hint(definition, state, scenario, work),
        None if state.mode == "twist" else _findings(definition, state, scenario, on),
        _reveal(definition, state, scenario, work),
        _closed(definition, state, scenario, work) if work.closed else None,
    ]


def _hint(definition: Casefile, state: State, scenario: Scenario, work: Work) -> Child:
    if work.closed or state.mode == "exam":
        return None
    if work.hinted:
        return tag("p", tag("b", "Hint: "), scenario.hint, class_="st-hint")
    event = {"type": "hint", "scenario": scenario.id}
    return button(
        icon("i-hint"), " Hint", style="bare", data_event=event, id=f"{prefix(definition.ref)}-{scenario.id}-hint"
    )


def _findings(definition: Casefile, state: State, scenario: Scenario, on: str) -> list[Child]:
    return [
        tag("h5", "Your findings", class_="st-label"),
        [finding_html(definition, state, scenario, element, on) for element in scenario.keys],
    ]


def _reveal(definition: Casefile, state: State, scenario: Scenario, work: Work) -> Child:
    if work.closed or state.mode != "guided":
        return None
    return button(
        "Show the reasoned findings",
        style="bare",
        data_event={"type": "reveal", "scenario": scenario.id},
        id=f"{prefix(definition.ref)}-{scenario.id}-reveal",
    )


def _closed(definition: Casefile, state: State, scenario: Scenario, work: Work) -> list[Child]:
    """What follows once the reasoned findings are open. In a round of twists these come before the analysis, not after it."""
    twists = [twist_html(definition, state, scenario, twist) for twist in scenario.twists.values()]
    analysis: list[Child] = [
        tag("h5", "In practice", class_="st-label"),
        tag("p", scenario.in_practice, class_="st-read"),
        tag("h5", "The reasoned analysis", class_="st-label"),
        tag("p", scenario.analysis, class_="st-read"),
        line(scenario.cites),
        tag("p", tag("b", "Take away: "), scenario.lesson, class_="st-lesson-line"),
    ]
    if state.mode == "twist":
        told = state.finished or any(turn.marked for turn in work.turns.values())
        return [compared(definition, scenario, None), twists, analysis if told else None]
    return [compared(definition, scenario, work), analysis, twists]


def compared(definition: Casefile, scenario: Scenario, work: Work | None) -> list[Child]:
    """A table of the reasoned findings, beside the learner's own where there are any."""
    heads = ["Element", "You", "Reasoned", "Points"] if work else ["Element", "Reasoned"]
    rows = [_row(definition, scenario, element, key, work) for element, key in scenario.keys.items()]
    caption = (
        f"{points(earned(scenario, work))} of {possible(scenario)} points" if work else "Given in a round of twists"
    )
    title = "Your findings beside the reasoned ones" if work else "The reasoned findings"
    name = f"{prefix(definition.ref)}-{scenario.id}-compare"
    return [
        tag("h5", tag("span", title, id=name, tabindex="-1"), class_="st-label"),
        tag(
            "table",
            tag("caption", caption),
            head_row(heads),
            tag("tbody", rows, role="rowgroup"),
            class_="st-table st-table--cards st-compare",
            role="table",
            aria_labelledby=name,
        ),
    ]


def head_row(heads: Iterable[str]) -> Safe:
    """A table's heads. On a phone rows become cards, which would drop the roles that are written out here."""
    cells = [tag("th", words, scope="col", role="columnheader") for words in heads]
    return tag("thead", tag("tr", cells, role="row"), role="rowgroup")


def cell(head: str, words: str) -> Safe:
    """A cell that still says what it holds when its head is out of sight."""
    return tag("td", tag("span", words), data_label=head, role="cell")


def _row(definition: Casefile, scenario: Scenario, element: str, key: Key, work: Work | None) -> Safe:
    number = None if element == CONCLUSION else [definition.elements[element].number, " "]
    head = tag("th", number, label(definition, element), scope="row", role="rowheader")
    reasoned = cell("Reasoned", definition.labels[key.finding])
    if work is None:
        return tag("tr", head, reasoned, role="row")
    answer, carries = work.answers[element], weight(scenario, element)
    yours = definition.labels[answer.finding] if answer.marked else "Not answered"
    got = f"{points(carries * quarters(key, answer))} of {carries}" if answer.marked else f"0 of {carries}"
    return tag("tr", head, cell("You", yours), reasoned, cell("Points", got), role="row")
