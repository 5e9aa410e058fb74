"""How a profile looks: its questions, and then the seat, how far the answers leaned to each, and a path."""

from interactive.activities.profile.definition import Profile
from interactive.activities.profile.engine import State, lean, result
from interactive.kernel.frame import Frame, button, frame_html, hand_in, prefix
from interactive.kernel.html import Child, Safe, tag
from interactive.kernel.shuffle import shuffled
from interactive.kernel.sources import bracketed


def render(definition: Profile, state: State) -> str:
    """The whole frame as HTML."""
    return frame_html(
        Frame(
            ref=definition.ref,
            digest=definition.digest,
            kind="profile",
            state="finished" if state.finished else "ready",
            label=f"{len(definition.questions)} questions · about {definition.minutes} minutes · not graded",
            title=definition.title,
            status="Kept" if state.finished else "Ready",
            say=None if state.finished else tag("p", definition.intro),
            body=_result(definition, state) if state.finished else _questions(definition, state),
            foot=_foot(definition, state),
        )
    )


def excerpt(definition: Profile, state: State) -> str:
    """Where the learner sits."""
    return f"{_named(definition, result(definition, state))}." if state.finished else ""


def _questions(definition: Profile, state: State) -> Child:
    return [_question(definition, state, number, name) for number, name in enumerate(definition.questions, 1)]


def _question(definition: Profile, state: State, number: int, name: str) -> Safe:
    question = definition.questions[name]
    base = f"{prefix(definition.ref)}-{name}"
    options = [
        tag(
            "label",
            tag(
                "input",
                type="radio",
                name=base,
                id=f"{base}-{answer}",
                value=answer,
                checked=state.picked.get(name) == answer,
                autocomplete="off",
                data_event={"type": "pick", "question": name},
                data_value="answer",
            ),
            tag("span", question.answers[answer].text, class_="st-option__text"),
            class_="st-option",
        )
        for answer in shuffled(question.answers, 0, name)
    ]
    legend = tag("legend", tag("b", f"{number}. ", class_="st-item__n"), question.stem)
    group = tag("fieldset", legend, tag("div", options, class_="st-options"), class_="st-group")
    return tag("div", group, class_="st-item", id=f"{base}-item")


def _result(definition: Profile, state: State) -> Child:
    found = result(definition, state)
    heading = tag("h4", tag("span", _named(definition, found), id=f"{prefix(definition.ref)}-result", tabindex="-1"))
    mixed = tag("p", definition.mixed) if len(found) > 1 else None
    return tag(
        "div",
        heading,
        mixed,
        _leaning(definition, state),
        [_seat(definition, seat) for seat in found],
        class_="st-summary",
    )


def _named(definition: Profile, found: tuple[str, ...]) -> str:
    labels = [definition.seats[seat].label for seat in found]
    return f"You sit with: {labels[0]}" if len(labels) == 1 else "You sit between: " + " and ".join(labels)


def _leaning(definition: Profile, state: State) -> Child:
    """How far the answers leaned to each seat: a bar, and the same in words."""
    rows = [
        tag(
            "li",
            tag("b", definition.seats[seat].label),
            " ",
            tag(
                "meter", f"{share:.0%}", min="0", max="1", value=f"{share:.2f}", aria_label=definition.seats[seat].label
            ),
            tag("span", f" {share:.0%} of your answers’ weight", class_="st-small"),
        )
        for seat, share in lean(definition, state).items()
    ]
    return tag("ul", rows, class_="st-plain st-leaning")


def _seat(definition: Profile, name: str) -> Safe:
    seat = definition.seats[name]
    path = [tag("li", tag("a", words, href=link), ": ", why) for words, link, why in seat.path]
    return tag(
        "div",
        tag("p", tag("b", seat.label, ". "), seat.reading, " ", bracketed(seat.cites)),
        tag("p", tag("b", "A path from here")),
        tag("ol", path),
        class_="st-seat",
    )


def _foot(definition: Profile, state: State) -> Child:
    pre = prefix(definition.ref)
    if not state.finished:
        return button("Show me where I sit", style="first", data_event={"type": "finish"}, id=f"{pre}-finish")
    change = button("Change my answers", data_event={"type": "reconsider"}, id=f"{pre}-change")
    page = hand_in(pre)
    return [change, page]
