"""On paper: the round's further scenarios under the interactive one, and the room edition with its separate analysis sheets."""

from collections.abc import Iterable

from interactive.activities.casefile.definition import CONCLUSION, Casefile, Key, Scenario
from interactive.activities.casefile.draw_rule import checked_html, rule_html, takes
from interactive.activities.casefile.said import label
from interactive.kernel.html import Child, Safe, hidden, tag
from interactive.kernel.sources import line


def room_sheets(definition: Casefile, names: Iterable[str]) -> Safe:
    """Sheets for a room without screens: for each scenario the facts, then an empty table of findings; the analyses come last.

    Printed on both sides, the table lies on the back of its facts. The analysis sheets are handed out afterwards.
    """
    scenarios = [definition.scenarios[name] for name in names]
    pages: list[Child] = []
    for scenario in scenarios:
        pages += [_page(_facts(definition, scenario)), _page(_findings(definition, scenario))]
    return tag("div", pages, analysis_sheets(definition, scenarios), class_="st-room st-casefile")


def analysis_sheets(definition: Casefile, scenarios: Iterable[Scenario]) -> list[Safe]:
    """The reasoned analysis of each scenario, on a sheet of its own."""
    return [_page(_analysis(definition, scenario)) for scenario in scenarios]


def paper_html(definition: Casefile, names: Iterable[str]) -> Safe:
    """Scenarios as they stand below the interactive one when an untouched round is printed. On the screen they are hidden."""
    sheets = [
        tag("div", tag("h4", scenario.title), _brief(scenario), _table(definition, scenario), class_="st-sheet")
        for scenario in (definition.scenarios[name] for name in names)
    ]
    return tag("div", sheets, class_="st-print-only")


def _page(children: Child) -> Safe:
    return tag("div", children, class_="st-page")


def _head(definition: Casefile, scenario: Scenario, what: str) -> list[Child]:
    return [tag("p", f"{definition.title} · {what}", class_="st-label"), tag("h3", scenario.title)]


def _brief(scenario: Scenario) -> Safe:
    return tag("div", tag("p", scenario.facts), class_="st-brief")


def _facts(definition: Casefile, scenario: Scenario) -> list[Child]:
    return [
        _head(definition, scenario, "Facts"),
        _brief(scenario),
        rule_html(definition, ids=False),
        _legal(definition),
    ]


def _findings(definition: Casefile, scenario: Scenario) -> list[Child]:
    twists = [
        tag("p", tag("b", "Then change one thing: "), twist.change, " Which finding flips, and to what?")
        for twist in scenario.twists.values()
    ]
    lines = [[twist, tag("p", "", class_="st-blank")] for twist in twists]
    return [_head(definition, scenario, "Findings"), _table(definition, scenario), lines]


def _table(definition: Casefile, scenario: Scenario) -> Safe:
    """A table with a box for each finding and room for a reason."""
    heads = ["Element", *definition.labels.values(), "Because"]
    rows = [_blank_row(definition, element) for element in (*definition.elements, CONCLUSION)]
    return tag(
        "table",
        tag("caption", "Mark one box in each row, and say why", hidden(f": {scenario.title}")),
        tag("thead", tag("tr", [tag("th", words, scope="col") for words in heads])),
        tag("tbody", rows),
        class_="st-table st-blanks",
    )


def _blank_row(definition: Casefile, element: str) -> Safe:
    if element == CONCLUSION:
        head: Child = ["Conclusion", tag("span", takes(definition), class_="st-small")]
    else:
        item = definition.elements[element]
        head = [f"{item.number} {item.label}", tag("span", item.test, class_="st-small")]
    boxes = [tag("td", tag("span", hidden("empty box"), class_="st-box")) for _ in definition.labels]
    return tag("tr", tag("th", head, scope="row"), boxes, tag("td", "", class_="st-room-for"))


def _analysis(definition: Casefile, scenario: Scenario) -> list[Child]:
    rows = [_reasoned_row(definition, element, key) for element, key in scenario.keys.items()]
    return [
        _head(definition, scenario, "Analysis: hand out afterwards"),
        tag(
            "table",
            tag("caption", "The reasoned findings"),
            tag("thead", tag("tr", [tag("th", words, scope="col") for words in ("Element", "Finding", "Because")])),
            tag("tbody", rows),
            class_="st-table",
        ),
        tag("p", tag("b", "In practice: "), scenario.in_practice),
        tag("p", tag("b", "The analysis: "), scenario.analysis),
        tag("p", tag("b", "Take away: "), scenario.lesson),
        [_twist(definition, scenario, name) for name in scenario.twists],
        line(_cites(scenario)),
        _legal(definition),
    ]


def _legal(definition: Casefile) -> Safe:
    return tag("div", tag("p", definition.disclaimer), checked_html(definition), class_="st-legal")


def _reasoned_row(definition: Casefile, element: str, key: Key) -> Safe:
    number = "" if element == CONCLUSION else f"{definition.elements[element].number} "
    head = tag("th", number, label(definition, element), scope="row")
    return tag("tr", head, tag("td", definition.labels[key.finding]), tag("td", key.because))


def _twist(definition: Casefile, scenario: Scenario, name: str) -> list[Child]:
    twist = scenario.twists[name]
    flips = [
        tag("li", f"{label(definition, element)}: {definition.labels[key.finding]}. ", key.because)
        for element, key in twist.flips.items()
    ]
    new = definition.labels[twist.conclusion.finding]
    return [
        tag("p", tag("b", "One thing changed: "), twist.change),
        tag("ul", flips, tag("li", f"Conclusion: {new}. ", twist.conclusion.because)),
        tag("p", twist.because),
    ]


def _cites(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    twisted = [key for twist in scenario.twists.values() for key in (*twist.flips.values(), twist.conclusion)]
    every = [*scenario.cites, *(cite for key in (*scenario.keys.values(), *twisted) for cite in key.cites)]
    return tuple(dict.fromkeys(every))
