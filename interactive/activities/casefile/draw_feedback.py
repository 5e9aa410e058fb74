"""What is said of one finding once the reasoned one is open: the mark, what was overlooked, why, what is settled, the sources."""

from interactive.activities.casefile.definition import CONCLUSION, Casefile, Key, Scenario
from interactive.activities.casefile.marking import Answer, mark, unfit
from interactive.activities.casefile.said import mark_said, reason_said, worth_said
from interactive.kernel.frame import prefix
from interactive.kernel.html import Child, Safe, icon, tag
from interactive.kernel.sources import line


def feedback_html(definition: Casefile, scenario: Scenario, element: str, answer: Answer) -> Safe:
    """The feedback on a finding; where none was made, the reasoned one."""
    key = scenario.keys[element]
    name = mark(key, answer) if answer.marked else "open"
    words, worth = "Not answered, and not wrong", ""
    if answer.marked:
        words, worth = mark_said(key, answer), f" ({worth_said(scenario, element, answer)})"
    mark_id = f"{prefix(definition.ref)}-{scenario.id}-{element}-mark"
    found = tag("p", "The reasoned finding: ", tag("b", definition.labels[key.finding]), ".")
    return tag(
        "div",
        tag("p", icon(f"i-{name}"), " ", words, worth, id=mark_id, tabindex="-1", class_=f"st-mark st-mark--{name}"),
        found if name != "fits" else None,
        _yours(definition, key, element, answer) if answer.marked else None,
        tag("p", key.because),
        tag("p", tag("b", "Why not by the elements alone: "), key.despite) if key.despite else None,
        _settled(definition, key, element),
        class_="st-feedback st-marked",
        data_mark=name,
    )


def _yours(definition: Casefile, key: Key, element: str, answer: Answer) -> list[Child]:
    """What is said of the learner's own finding and reason."""
    misread, overlooked = key.misread.get(answer.finding), reason_said(definition, key, answer, element)
    picked = definition.elements[element].reasons[answer.reason] if answer.reason else ""
    return [
        tag("p", misread) if misread else None,
        tag("p", overlooked) if overlooked else None,
        tag("p", f"Your reason: “{picked}”.") if picked and not unfit(key, answer) else None,
        tag("p", f"In your words: “{answer.text.strip()}”") if answer.text.strip() else None,
    ]


def _settled(definition: Casefile, key: Key, element: str) -> list[Child]:
    """What is settled about the element at all, and the sources of both."""
    if element == CONCLUSION:
        return [line(key.cites)]
    item = definition.elements[element]
    note = tag("p", tag("b", "What is settled: "), item.note, class_="st-settled")
    return [note, line(tuple(dict.fromkeys((*key.cites, *item.cites))))]
