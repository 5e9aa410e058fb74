"""One finding as a form: its element, the three choices, the reason picked or written, and the button that has it marked."""

from interactive.activities.casefile.definition import CONCLUSION, Casefile, Element, Scenario
from interactive.activities.casefile.draw_feedback import feedback_html
from interactive.activities.casefile.draw_rule import takes
from interactive.activities.casefile.marking import Answer, Work
from interactive.activities.casefile.moves import LONGEST
from interactive.activities.casefile.rules import State
from interactive.activities.casefile.said import label
from interactive.kernel.frame import button, prefix
from interactive.kernel.html import Child, Safe, hidden, tag
from interactive.kernel.shuffle import shuffled


def finding_html(definition: Casefile, state: State, scenario: Scenario, element: str, first: str) -> Safe:
    """The fieldset of an element, or of the conclusion. `first` is the element whose Check is the next step."""
    work = state.works[scenario.id]
    answer = work.answers[element]
    settled = answer.marked or work.closed
    guided = not settled and state.mode != "exam"
    check = _check(definition, scenario, element, element == first) if guided else None
    why = None if settled else tag("div", _why(definition, state, scenario, element, answer), check, class_="st-why")
    return tag(
        "fieldset",
        tag("legend", _legend(definition, element)),
        tag(
            "div", _three(definition, scenario, element, answer, settled), _words(definition, element), class_="st-find"
        ),
        _ending(work) if guided and element == CONCLUSION else None,
        why,
        feedback_html(definition, scenario, element, answer) if settled else None,
        class_="st-finding",
        id=_id(definition, scenario, element),
        data_el=None if element == CONCLUSION else list(definition.elements).index(element) + 1,
    )


def _id(definition: Casefile, scenario: Scenario, element: str) -> str:
    return f"{prefix(definition.ref)}-{scenario.id}-{element}"


def _legend(definition: Casefile, element: str) -> Child:
    if element == CONCLUSION:
        return ["Conclusion", tag("span", takes(definition))]
    item = definition.elements[element]
    return [
        tag("b", item.number, class_="st-el__n"),
        " ",
        item.label,
        tag("span", item.test),
        tag("span", item.question) if item.question else None,
        tag("span", "Where this is met, the rule does not apply.") if item.saves else None,
    ]


def _words(definition: Casefile, element: str) -> Child:
    """The way to the element's words: the rule may be far above on a phone, or longer than its panel."""
    if element == CONCLUSION:
        return None
    about = hidden(f" of {label(definition, element)}")
    return tag("a", "Its words", about, href=f"#{prefix(definition.ref)}-words-{element}", class_="st-find__words")


def _three(definition: Casefile, scenario: Scenario, element: str, answer: Answer, settled: bool) -> Safe:
    name = _id(definition, scenario, element)
    event = {"type": "find", "scenario": scenario.id, "element": element}
    if element == CONCLUSION:
        event = {"type": "conclude", "scenario": scenario.id}
    labels = [
        tag(
            "label",
            tag(
                "input",
                type="radio",
                name=name,
                id=f"{name}-{finding}",
                value=finding,
                checked=answer.finding == finding,
                disabled=settled,
                data_event=event,
                data_value="finding",
            ),
            " ",
            words,
        )
        for finding, words in definition.labels.items()
    ]
    return tag("div", labels, class_="st-three")


def _why(definition: Casefile, state: State, scenario: Scenario, element: str, answer: Answer) -> list[Child]:
    """Where a reason is picked or written. A conclusion has no list to pick from."""
    name, event = _id(definition, scenario, element), {"scenario": scenario.id, "element": element}
    own = tag(
        "textarea",
        answer.text,
        id=f"{name}-text",
        class_="st-input",
        rows=1,
        maxlength=LONGEST,
        autocomplete="off",
        data_event={"type": "write", **event},
        data_value="text",
    )
    about = hidden(f" for {label(definition, element)}")
    if element == CONCLUSION:
        return [tag("label", tag("span", "Why, in your own words (optional)", about), own, class_="st-field")]
    pick = tag(
        "select",
        _options(definition.elements[element], shuffle_key=f"{scenario.id}/{element}", state=state, answer=answer),
        id=f"{name}-reason",
        class_="st-select",
        autocomplete="off",
        data_event={"type": "reason", **event},
        data_value="reason",
    )
    return [
        tag("label", tag("span", "Reason", about), pick, class_="st-field"),
        tag("label", tag("span", "or in your own words", about), own, class_="st-field"),
    ]


def _options(element: Element, *, shuffle_key: str, state: State, answer: Answer) -> list[Safe]:
    reasons = element.reasons
    first = tag("option", "Pick a reason (optional)", value="", selected=not answer.reason)
    order = shuffled(reasons, state.seed, shuffle_key)
    return [first, *(tag("option", reasons[one], value=one, selected=answer.reason == one) for one in order)]


def _check(definition: Casefile, scenario: Scenario, element: str, first: bool) -> Safe:
    ends = element == CONCLUSION
    return button(
        "Conclude and compare" if ends else "Check",
        None if ends else hidden(f": {label(definition, element)}"),
        style="first" if first else "",
        data_event={"type": "check", "scenario": scenario.id, "element": element},
        id=f"{_id(definition, scenario, element)}-check",
    )


def _ending(work: Work) -> Safe:
    """What the conclusion does, said before it is drawn."""
    left = sum(not answer.finding for name, answer in work.answers.items() if name != CONCLUSION)
    open_ = f"{left} element{' is' if left == 1 else 's are'} open: what stays open is not answered, and not wrong. "
    return tag("p", open_ if left else None, "The conclusion closes the scenario.", class_="st-cite")
