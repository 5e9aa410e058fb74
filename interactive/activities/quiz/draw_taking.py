"""What stands around the items: a self-test's settings, the learner's own rating in a session, the sum at the end."""

from interactive.activities.quiz.definition import Quiz, Term
from interactive.activities.quiz.rules import COUNTS, State, scorable, worth
from interactive.activities.quiz.said import sum_said
from interactive.activities.quiz.taking import RATINGS
from interactive.kernel.frame import prefix
from interactive.kernel.html import Child, Safe, tag


def settings_html(definition: Quiz, state: State) -> Child:
    """Before a self-test: which lessons, how many items. Before a session: what will stand here."""
    if definition.way == "practice":
        return tag(
            "p",
            "What you have met and are about to forget is listed above. Choose how many to review, and they appear here.",
        )
    pre = prefix(definition.ref)
    lessons = [_lesson(state, name, title, pre) for name, title in definition.lessons.items()]
    counts = [tag("option", f"{number} items", value=str(number), selected=number == state.count) for number in COUNTS]
    choose = tag(
        "select",
        counts,
        id=f"{pre}-count",
        class_="st-select",
        autocomplete="off",
        data_event={"type": "count"},
        data_value="count",
    )
    return [
        tag("fieldset", tag("legend", "From which lessons?"), lessons, class_="st-group st-chapters"),
        tag("label", tag("span", "How many?"), choose, class_="st-field"),
    ]


def _lesson(state: State, name: str, title: str, pre: str) -> Safe:
    box = tag(
        "input",
        type="checkbox",
        id=f"{pre}-lesson-{name}",
        value=name,
        checked=name in state.lessons,
        autocomplete="off",
        data_event={"type": "lesson"},
        data_value="lesson",
    )
    return tag("label", box, tag("span", title, class_="st-option__text"), class_="st-option")


def rate_html(definition: Quiz, state: State, name: str) -> Child:
    """After an answer in a session: the learner may say how it went; for a term it is the only rating there is."""
    answer, item = state.answers[name], definition.items[name]
    if not answer.marked:
        return None
    base = f"{prefix(definition.ref)}-rate-{name}"
    rows = [
        tag(
            "label",
            tag(
                "input",
                type="radio",
                name=base,
                id=f"{base}-{number}",
                value=str(number),
                checked=answer.rating == number,
                autocomplete="off",
                data_event={"type": "rate", "item": name},
                data_value="rating",
            ),
            " ",
            words,
        )
        for number, words in RATINGS.items()
    ]
    legend = (
        "How well did you know it?"
        if isinstance(item, Term)
        else "It comes back by how you did. Change that, if you like"
    )
    return tag("fieldset", tag("legend", legend), rows, class_="st-group st-confidence st-rate")


def summary_html(definition: Quiz, state: State) -> Child:
    """The sum, item by item, and what to read again: each section once, with how much of it was missed."""
    pre = prefix(definition.ref)
    return tag(
        "div",
        tag("h4", tag("span", "How it went", id=f"{pre}-summary", tabindex="-1")),
        tag("p", sum_said(definition, state)),
        _reread(definition, state),
        class_="st-summary",
    )


def _reread(definition: Quiz, state: State) -> Child:
    rows: dict[tuple[str, str], list[str]] = {}
    for number, name in enumerate(state.drawn, 1):
        item, answer = definition.items[name], state.answers[name]
        if (
            scorable(item)
            and answer.marked
            and worth(item, answer) < 4
            or (isinstance(item, Term) and answer.rating == 1)
        ):
            rows.setdefault(item.reread, []).append(str(number))
    if not rows:
        return tag("p", "Nothing to read again.") if all(answer.marked for answer in state.answers.values()) else None
    lines = [
        tag(
            "li",
            tag("a", words, href=link),
            f" ({'item' if len(numbers) == 1 else 'items'} {', '.join(numbers)})",
        )
        for (words, link), numbers in rows.items()
    ]
    return [tag("p", tag("b", "To read again")), tag("ul", lines, class_="st-summary__list")]
