"""One item: its stem, what can be answered, its hints, its mark and its reasons. All inputs are native and work on paper."""

from collections.abc import Callable
from typing import Any

from interactive.activities.quiz.definition import Contested, Item, Quiz, Term
from interactive.activities.quiz.draw_types import (
    choices_html,
    fill_html,
    order_html,
    pairs_html,
    positions_html,
    term_html,
)
from interactive.activities.quiz.marking import answered
from interactive.activities.quiz.rules import LEVELS, Answer, State, is_near, scorable
from interactive.activities.quiz.said import mark_name, mark_words
from interactive.kernel.frame import button, prefix
from interactive.kernel.html import Child, Safe, hidden, icon, tag
from interactive.kernel.sources import named

DRAWN: dict[str, Callable[[Any, Answer, State, str], Child]] = {
    "Choice": choices_html,
    "Sequencing": order_html,
    "Matching": pairs_html,
    "FillIn": fill_html,
    "Contested": positions_html,
    "Term": term_html,
}


def item_html(definition: Quiz, state: State, name: str, *, key: bool = False) -> Safe:
    """The item as a group. `key`: for the answer sheet, with every reason and nobody's answer."""
    item = definition.items[name]
    answer = Answer(marked=True) if key else state.answers[name]
    base = f"{prefix(definition.ref)}-item-{name}"
    draw = DRAWN[type(item).__name__]
    number = list(state.drawn).index(name) + 1 if len(state.drawn) > 1 and definition.way != "practice" else 0
    legend = tag(
        "legend",
        tag("b", f"{number}. ", class_="st-item__n") if number else None,
        tag("span", item.stem, id=f"{base}-stem", tabindex="-1"),
    )
    return tag(
        "div",
        tag("fieldset", legend, draw(item, answer, state, base), class_="st-group"),
        _hints(item, answer),
        _near(item, answer),
        None if answer.marked else _confidence(item, answer, state, base),
        _mark(item, answer) if answer.marked and not key else None,
        _sources(item) if answer.marked else None,
        None if answer.marked or state.finished else _buttons(definition, state, item, answer, base),
        class_="st-item",
        id=base,
        data_type=type(item).__name__.lower(),
        data_mark=mark_name(item, answer) if answer.marked and not key else None,
    )


def _hints(item: Item, answer: Answer) -> Child:
    return [
        tag("p", tag("b", "Hint: "), words, class_="st-hint")
        for words in (item.hints[: answer.hints] if not answer.marked or answer.hints else ())
    ]


def _near(item: Item, answer: Answer) -> Child:
    words = is_near(item, answer) if answer.nears else ""
    return tag("p", tag("b", "Close. "), Safe(words), class_="st-hint st-near") if words else None


def _confidence(item: Item, answer: Answer, state: State, base: str) -> Child:
    """How sure one is: always asked of a contested item, of others when the learner wants it, never of a term."""
    if isinstance(item, Term) or (not state.asking and not isinstance(item, Contested)) or state.finished:
        return None
    rows = [
        tag(
            "label",
            tag(
                "input",
                type="radio",
                name=f"{base}-sure",
                id=f"{base}-sure-{level}",
                value=level,
                checked=answer.confidence == level,
                autocomplete="off",
                data_event={"type": "sure", "item": item.id},
                data_value="level",
            ),
            " ",
            words,
        )
        for level, words in LEVELS.items()
    ]
    return tag("fieldset", tag("legend", "How sure are you?"), rows, class_="st-group st-confidence")


def _mark(item: Item, answer: Answer) -> Child:
    if isinstance(item, Contested | Term) or not answered(item, answer.response):
        return None
    name = mark_name(item, answer)
    sure = f" You were {'sure' if answer.confidence == 'sure' else answer.confidence}." if answer.confidence else ""
    return tag("p", icon(f"i-{name}"), " ", mark_words(item, answer), ".", sure, class_=f"st-mark st-mark--{name}")


def _sources(item: Item) -> Child:
    sources = [named(item.cites), ". "] if item.cites else None
    reread = ["Read again: ", tag("a", item.reread[0], href=item.reread[1]), "."]
    return tag("p", sources, reread, class_="st-cite")


def _buttons(definition: Quiz, state: State, item: Item, answer: Answer, base: str) -> Child:
    which = hidden(f", item {list(state.drawn).index(item.id) + 1}") if len(state.drawn) > 1 else None
    made: list[Child] = []
    if isinstance(item, Contested):
        made.append(_keep(definition, item, answer, base))
    elif isinstance(item, Term):
        made.append(
            button(
                "Show what it means", style="first", data_event={"type": "recall", "item": item.id}, id=f"{base}-recall"
            )
        )
    elif definition.way in ("check", "practice"):
        made.append(
            button("Check", which, style="first", data_event={"type": "check", "item": item.id}, id=f"{base}-check")
        )
        if answer.nears:
            settle = {"type": "check", "item": item.id, "final": True}
            made.append(button("Show the answer", which, data_event=settle, id=f"{base}-settle"))
    if scorable(item) and answer.hints < len(item.hints):
        words = "Hint" if not answer.hints else "Another hint"
        cost = hidden(", costs a quarter of the point")
        hint = {"type": "hint", "item": item.id}
        made.append(button(icon("i-hint"), f" {words}", which, cost, style="bare", data_event=hint, id=f"{base}-hint"))
    return tag("div", made, class_="st-item__do") if any(made) else None


def _keep(definition: Quiz, item: Contested, answer: Answer, base: str) -> Child:
    if definition.way not in ("check", "practice"):
        return None
    words = (
        "Keep my guess"
        if item.guess and not answer.first
        else "Keep my answer"
        if not item.guess
        else "This is where I stand now"
    )
    return button(words, style="first", data_event={"type": "keep", "item": item.id}, id=f"{base}-keep")
