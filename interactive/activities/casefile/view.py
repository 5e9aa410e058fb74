"""How a casefile looks: the choice of mode, the scenario in hand beside the rule, the list of scenarios, the end of the round."""

from interactive.activities.casefile.definition import Casefile
from interactive.activities.casefile.draw_room import analysis_sheets, paper_html, room_sheets
from interactive.activities.casefile.draw_rule import checked_html
from interactive.activities.casefile.draw_scenario import scenario_html
from interactive.activities.casefile.draw_summary import scenario_list, summary_html
from interactive.activities.casefile.rules import State, begun, dealt, fitting, missed
from interactive.activities.casefile.said import total_said
from interactive.kernel.frame import Frame, button, frame_html, hand_in, prefix, start_again
from interactive.kernel.html import Child, Safe, escape, icon, tag

MODES = {
    "guided": "Guided: each finding is marked when I check it",
    "exam": "Exam: all findings are marked when I finish",
    "twist": "Twists: the findings are given, one thing changes",
}
COUNTED = (
    "A finding is worth one point; one on which the case turns, three; the conclusion, two. "
    "The reasoned finding earns all of it. A finding beside it (one step away, as arguable is from met) earns half if you picked "
    "a fitting reason or wrote one, and a quarter if not; the opposite earns nothing. A picked reason that does not fit takes a "
    "quarter off. A hint costs nothing. What you leave open earns nothing and is never called wrong. Twists are counted apart."
)


def render(definition: Casefile, state: State) -> str:
    """The whole frame as HTML."""
    phase = _phase(state)
    total = total_said(definition, state)
    status = {"ready": "Ready", "checked": f"Checked: {total} so far", "finished": f"Finished: {total}"}[phase]
    count = f"{len(state.works)} of {len(definition.scenarios)} scenarios"
    return frame_html(
        Frame(
            ref=definition.ref,
            digest=definition.digest,
            kind="casefile",
            state=phase,
            label=f"Casefile · {count} · about {definition.minutes} minutes",
            title=escape(definition.title),
            status=status,
            say=_say(definition, state, phase),
            body=_body(definition, state),
            foot=_foot(definition, state),
        )
    )


def answers(definition: Casefile, state: State) -> str:
    """The reasoned analyses of the same round, for separate sheets of paper."""
    sheets = analysis_sheets(definition, [definition.scenarios[name] for name in state.works])
    return tag("div", sheets, class_="st-activity st-room st-casefile", data_kind="casefile")


def room(definition: Casefile, names: tuple[str, ...]) -> str:
    """The edition for a room without screens, of these scenarios or of all: facts and an empty table, then the analyses apart."""
    return room_sheets(definition, names or definition.scenarios)


def _phase(state: State) -> str:
    if state.finished:
        return "finished"
    work = state.works[state.name]
    settled = any(turn.marked for turn in work.turns.values()) if state.mode == "twist" else work.closed
    return "checked" if settled else "ready"


def _say(definition: Casefile, state: State, phase: str) -> Child:
    if phase == "finished" and missed(definition, state):
        return tag(
            "p", "Your score is kept. Look through the scenarios, try the missed ones again, or take another round."
        )
    if phase == "finished":
        return tag("p", "Your score is kept. Every finding is the reasoned one.")
    if state.pass_ > 1:
        return tag("p", "A second pass over the scenarios that you missed. Your score stays as it was.")
    if phase == "checked":
        return tag("p", "Lay your findings beside the reasoned ones, then go on. A marked finding stays as it is.")
    if state.mode == "twist":
        return tag("p", "The findings are given. One thing changes: say which of them flip, and to what.")
    if state.mode == "exam":
        return tag("p", "Nothing is marked until you finish the round, and until then you may change every finding.")
    return tag("p", definition.intro)


def _body(definition: Casefile, state: State) -> list[Child]:
    fresh = not state.finished and not begun(definition, state)
    others = [name for name in state.works if name != state.name]
    return [
        tag("div", tag("p", definition.disclaimer), checked_html(definition), class_="st-legal"),
        _choices(definition, state) if fresh and not state.assigned else None,
        summary_html(definition, state) if state.finished else None,
        scenario_html(definition, state),
        scenario_list(definition, state),
        tag("details", tag("summary", "How this is counted"), tag("p", COUNTED), class_="st-more st-counted"),
        paper_html(definition, others) if fresh and state.mode != "twist" and others else None,
    ]


def _choices(definition: Casefile, state: State) -> list[Child]:
    """How to work and how much of it, as long as nothing was done."""
    modes = {name: words for name, words in MODES.items() if fitting(definition, name)}
    fits = len(fitting(definition, state.mode))
    few = len(dealt(definition, state.seed, state.mode, "draw").works)
    sizes = {"draw": f"A round of {few}", "all": f"All {fits}"}
    return [
        _radios(definition, "mode", "How to work", modes, state.mode),
        _radios(definition, "size", "Scenarios", sizes, state.size) if few < fits else None,
    ]


def _radios(definition: Casefile, what: str, legend: str, options: dict[str, str], chosen: str) -> Safe:
    name = f"{prefix(definition.ref)}-{what}"
    labels = [
        tag(
            "label",
            tag(
                "input",
                type="radio",
                name=name,
                id=f"{name}-{value}",
                value=value,
                checked=value == chosen,
                data_event={"type": what},
                data_value=what,
            ),
            " ",
            words,
        )
        for value, words in options.items()
    ]
    return tag("fieldset", tag("legend", legend), labels, class_="st-group st-modes")


def _foot(definition: Casefile, state: State) -> list[Child]:
    pre = prefix(definition.ref)
    sheet = _command(icon("i-print"), " Print the sheet", command="print-sheet", id_=f"{pre}-print")
    if state.finished:
        return [*_finished_buttons(definition, state, pre), sheet, *_ways(definition, state, False)]
    last = state.at == len(state.works) - 1
    settled = _settled(state)
    finish = button(
        "Finish the round", style="first" if settled and last else "", data_event={"type": "finish"}, id=f"{pre}-finish"
    )
    again = start_again(pre)
    return [finish, sheet, again if begun(definition, state) else None, *_ways(definition, state, settled)]


def _settled(state: State) -> bool:
    """Whether the next step leads on from the scenario in hand: then that button is the filled one."""
    work = state.works[state.name]
    if state.mode == "twist":
        return all(turn.marked for turn in work.turns.values())
    return work.closed or state.mode == "exam"


def _ways(definition: Casefile, state: State, first: bool) -> list[Child]:
    pre, last = prefix(definition.ref), len(state.works) - 1
    back = button(
        icon("i-back"),
        " Previous",
        style="bare push",
        data_event={"type": "go", "to": "previous"},
        id=f"{pre}-previous",
    )
    style = "first" if first else "bare"
    on = button("Next ", icon("i-next"), style=style, data_event={"type": "go", "to": "next"}, id=f"{pre}-next")
    return [back if state.at else None, on if state.at < last else None]


def _command(*children: Child, command: str, id_: str) -> Safe:
    return button(*children, style="bare", needs_python=False, data_command=command, id=id_)


def _finished_buttons(definition: Casefile, state: State, pre: str) -> list[Child]:
    again = len(missed(definition, state))
    words = f"Try the {again} missed again" if again > 1 else "Try the missed scenario again"
    retry = button(words, data_event={"type": "retry"}, id=f"{pre}-retry") if again else None
    page = hand_in(pre)
    another = button("Another round", style="first", data_command="another", id=f"{pre}-another")
    key = _command(icon("i-print"), " Print the analyses", command="print-key", id_=f"{pre}-key")
    return [another, retry, page, key]
