"""Five competencies with the evidence first; the figure comes last and smallest."""

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.looking_back import FULL, dilemma, spread
from interactive.activities.roleplay.rules import Moment
from interactive.activities.roleplay.scoring import Evidence, evidence, mean_share
from interactive.kernel.html import Child, Safe, tag

QUOTED, PASSED = 3, 2  # moments that are quoted as evidence, and that are named as passed over


def evidence_html(definition: Story, road: list[Moment]) -> Child:
    """What each competency was shown by, what passed it over, the share; then the moment at which two could not both be served."""
    found = evidence(definition, road)
    rows = [_row(definition, one) for one in found if one.offered]
    mean = f"The plain mean of the five: {mean_share(found):.2f} of what was offered. Nobody can show everything."
    return [
        tag("ul", rows, class_="st-competencies st-plain"),
        _dilemma(definition, road),
        tag("p", mean, class_="st-cite"),
    ]


def _row(definition: Story, found: Evidence) -> Safe:
    competency = definition.competencies[found.competency]
    clear = [moment for moment in found.shown if moment.choice.shows[found.competency] >= FULL]
    shown = [_shown(moment) for moment in spread(clear or found.shown, QUOTED)]
    passed = [tag("em", moment.scene.title, f" ({moment.number})") for moment in spread(found.passed, PASSED)]
    body: list[Child] = []
    body.append(tag("ul", shown, class_="st-plain") if shown else tag("p", "Nothing on your road shows it clearly."))
    if passed:
        body.append(tag("p", "It was on offer, and you went another way, at ", _row_of(passed), ".", class_="st-cite"))
    head = tag(
        "div",
        tag("b", competency.title),
        tag("p", "You can ", competency.can, class_="st-cite") if competency.can else None,
    )
    figure = tag("p", f"{found.share:.2f} of what was offered", class_="st-cite")
    return tag("li", head, tag("div", body), figure)


def _row_of(items: list[Safe]) -> Child:
    return [[", and at " if place else None, item] for place, item in enumerate(items)]


def _shown(moment: Moment) -> Safe:
    return tag(
        "li", "“", moment.choice.text, "” ", tag("span", moment.scene.title, f", {moment.number}", class_="st-cite")
    )


def _dilemma(definition: Story, road: list[Moment]) -> Safe | None:
    hard = dilemma(definition, road)
    if hard is None:
        return None
    words: list[Child] = [
        tag("b", "The moment when two of these could not both be served. "),
        f"At decision {hard.moment.number}, ",
        tag("em", hard.moment.scene.title),
        ", one choice served ",
        tag("em", hard.served.title),
        " and another ",
        tag("em", hard.left.title),
        ". You served the first. What you would have done for the second: “",
        hard.other.text,
        "”",
    ]
    return tag("p", words, class_="st-dilemma")
