"""How a quiz looks: its frame, its guidance, its items, its sum and its buttons. Look and words: visual.md, section 7."""

from interactive.activities.quiz.definition import Contested, Item, Quiz
from interactive.activities.quiz.draw_item import item_html
from interactive.activities.quiz.draw_taking import rate_html, settings_html, summary_html
from interactive.activities.quiz.rules import State, score
from interactive.kernel.frame import Frame, button, frame_html, hand_in, prefix, start_again
from interactive.kernel.html import Child, Safe, icon, plain, tag
from interactive.kernel.score import Score, points

NAMES = {"check": "Check yourself", "quiz": "Quiz", "self-test": "Self-test", "practice": "Practice"}


def render(definition: Quiz, state: State) -> str:
    """The whole frame as HTML."""
    phase = "finished" if state.finished else "ready"
    return frame_html(
        Frame(
            ref=definition.ref,
            digest=definition.digest,
            kind="contested" if isinstance(_only(definition), Contested) else "quiz",
            state=phase,
            label=_label(definition, state),
            title=Safe(definition.title),
            status=_status(definition, state),
            say=_say(definition, state),
            body=_body(definition, state),
            foot=_foot(definition, state),
        )
    )


def answers(definition: Quiz, state: State) -> str:
    """The key of the same items for paper: every answer with its rationale."""
    body = [item_html(definition, state, name, key=True) for name in state.drawn]
    title = tag("h3", f"{definition.title}: answers and reasons")
    return tag(
        "div", tag("div", title, body, class_="st-activity__body"), class_="st-activity st-quiz", data_kind="quiz"
    )


def excerpt(definition: Quiz, state: State) -> str:
    """The positions held in open questions."""
    held = [
        f"{plain(item.stem)} I hold: {plain(item.positions[state.answers[name].response[0]].text)}"
        for name, item in definition.items.items()
        if isinstance(item, Contested) and name in state.answers and state.answers[name].response
    ]
    return "\n\n".join(held)


def _only(definition: Quiz) -> Item | None:
    """The item of a check."""
    return next(iter(definition.items.values())) if definition.way == "check" else None


def _label(definition: Quiz, state: State) -> str:
    item = _only(definition)
    if isinstance(item, Contested):
        return "First guess · not graded" if item.guess else "An open question · not graded"
    if item:
        return f"One item · {_difficulty(item)}"
    if definition.way == "quiz":
        share = len(state.drawn) / definition.draw if state.assigned else 1
        minutes = max(1, round(definition.minutes * share))
        return f"Quiz · {len(state.drawn)} of {len(definition.items)} items · about {minutes} minutes"
    if definition.way == "practice" and state.drawn and not state.finished:
        return f"Practice · item {state.place + 1} of {len(state.drawn)}"
    return NAMES[definition.way] + (f" · {len(state.drawn)} items" if state.drawn else "")


def _difficulty(item: Item) -> str:
    return {1: "to recall", 2: "to apply", 3: "to judge"}[min(3, max(1, item.difficulty))]


def _status(definition: Quiz, state: State) -> str:
    total = score(definition, state)
    if not state.finished:
        return "Ready"
    if not isinstance(total, Score):
        return "Kept"
    return f"{'Checked' if definition.way == 'check' else 'Finished'}: {points(round(total.raw * 4))} of {total.max:g}"


def _say(definition: Quiz, state: State) -> Child:
    if state.finished and definition.way == "check":
        return None
    if state.finished:
        return tag("p", "Your score is kept. Every option now says what it overlooks, or why it holds.")
    item = _only(definition)
    if isinstance(item, Contested) and state.answers[item.id].first:
        return tag(
            "p", "Your guess is kept. When you have read the lesson, choose again and see how the arguments stand."
        )
    return tag("p", definition.intro) if definition.intro else None


def _body(definition: Quiz, state: State) -> Child:
    if not state.drawn:
        return settings_html(definition, state)
    if definition.way == "practice" and not state.finished:
        name = state.drawn[state.place]
        return [
            _asking(definition, state),
            tag("div", item_html(definition, state, name), rate_html(definition, state, name), class_="st-items"),
        ]
    items = tag("div", [item_html(definition, state, name) for name in state.drawn], class_="st-items")
    if definition.way == "check":
        return items
    return [summary_html(definition, state) if state.finished else _asking(definition, state), items]


def _asking(definition: Quiz, state: State) -> Child:
    """The setting: to be asked for confidence. Native, so that it can be set before Python is there."""
    box = tag(
        "input",
        type="checkbox",
        id=f"{prefix(definition.ref)}-asking",
        checked=state.asking,
        data_event={"type": "ask-confidence"},
        data_value="value",
        autocomplete="off",
    )
    return tag("label", box, " Ask me how sure I am before each answer", class_="st-setting")


def _foot(definition: Quiz, state: State) -> Child:
    pre = prefix(definition.ref)
    if definition.way == "check":
        return _check_foot(definition, state, pre)
    if not state.drawn:
        return _begin_foot(definition, pre)
    if state.finished:
        return _finished_foot(definition, pre)
    if definition.way == "practice":
        last = state.place + 1 == len(state.drawn)
        style = "first" if state.answers[state.drawn[state.place]].marked else ""
        words: list[Child] = ["Finish the session"] if last else ["Next item ", icon("i-next")]
        return [button(*words, style=style, data_event={"type": "next"}, id=f"{pre}-next")]
    finish = button("Finish and see the reasons", style="first", data_event={"type": "finish"}, id=f"{pre}-finish")
    begun = any(answer.response or answer.hints for answer in state.answers.values())
    again = start_again(pre)
    return [finish, *_papers(pre), again if begun else None]


def _check_foot(definition: Quiz, state: State, pre: str) -> Child:
    item = _only(definition)
    if isinstance(item, Contested):
        note = "There is no right answer here."
        if item.guess and not state.answers[item.id].first:
            note += " You will meet your guess again at the end."
        return tag("span", note, class_="st-cite")
    if not state.finished:
        return None
    return [
        button(icon("i-again"), " Answer it again", style="bare", data_command="another", id=f"{pre}-another"),
        tag(
            "span",
            "It comes back in your ",
            tag("a", "practice", href="root:practice/index.html#due"),
            ".",
            class_="st-cite",
        ),
    ]


def _begin_foot(definition: Quiz, pre: str) -> Child:
    if definition.way == "practice":
        return tag("span", "A session begins from the list above.", class_="st-cite")
    return button("Begin the self-test", style="first", data_event={"type": "begin"}, id=f"{pre}-begin")


def _finished_foot(definition: Quiz, pre: str) -> Child:
    page = hand_in(pre)
    if definition.way == "practice":
        return [page]
    words = "Another self-test" if definition.way == "self-test" else "Another quiz, with other items"
    another = button(words, style="first", data_command="another", id=f"{pre}-another")
    again = button(icon("i-again"), " The same items again", style="bare", data_command="restart", id=f"{pre}-restart")
    return [another, page, *_papers(pre), again]


def _papers(pre: str) -> list[Child]:
    return [
        button(
            icon("i-print"),
            " Print the quiz",
            style="bare push",
            needs_python=False,
            data_command="print-sheet",
            id=f"{pre}-print",
        ),
        button(icon("i-print"), " Print the answer key", style="bare", data_command="print-key", id=f"{pre}-key"),
    ]
