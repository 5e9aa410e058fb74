"""The moves of a role-play: mode, choose, back, debrief, reflect, mark. Pure: state in, state out; `step` never raises."""

from collections.abc import Callable, Mapping
from typing import Any

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.rules import MODES, State, available, moments, move, start
from interactive.activities.roleplay.scoring import score
from interactive.kernel.activity import Event, Statement, Step
from interactive.kernel.changing import replace
from interactive.kernel.frame import prefix
from interactive.kernel.html import plain
from interactive.kernel.score import Score

__all__ = ["opening", "score", "start", "step"]

LONGEST = 6000  # characters of one answer: a page and a half
MARKS = {"explains": "explains most", "annoys": "is most annoying"}
BECAUSE = "readings"  # under which name the reasons for the two marks are kept


def opening(definition: Story, settings: Mapping[str, str]) -> list[Event]:
    """The events with which an assigned play begins: `mode` is coach or exam."""
    mode = settings.get("mode")
    return [{"type": "mode", "mode": mode, "assigned": True}] if mode in MODES else []


def step(definition: Story, state: State, event: Event, *, now: int) -> Step[State]:
    """Apply one event. What cannot happen is refused with a reason and changes nothing."""
    handler = HANDLERS.get(str(event.get("type"))) if isinstance(event, Mapping) else None
    if handler is None:
        return Step(state, refusal="This activity does not know that action.")
    return handler(definition, state, event, now)


def _mode(definition: Story, state: State, event: Event, now: int) -> Step[State]:
    mode = str(event.get("mode"))
    if mode not in MODES:
        return Step(state, refusal="Choose coach mode or exam mode.")
    if state.path or state.backs:
        return Step(state, refusal="This play has begun. Another one can be played in the other mode.")
    if state.assigned:
        return Step(state, refusal="Your assignment says in which mode this is played.")
    said = {"coach": "The coach will speak at each choice.", "exam": "Nobody will speak until the debrief."}[mode]
    return Step(replace(state, mode=mode, assigned=event.get("assigned") is True), announce=said)


def _choose(definition: Story, state: State, event: Event, now: int) -> Step[State]:
    """Do one of the things that are offered. The event names its scene, so that a second press cannot decide the next one."""
    if state.ending:
        return Step(state, refusal="This play is over. Play again, or read what it came to.")
    if event.get("scene", state.scene) != state.scene:
        return Step(state, refusal="That scene is behind you.")
    scene = definition.scenes[state.scene]
    wanted = str(event.get("choice"))
    choice = next((one for one in available(scene, state.facts) if one.id == wanted), None)
    if choice is None:
        return Step(state, refusal="That is not among the things that you can do here.")
    to, facts = move(definition, scene, choice, state.facts)
    path = (*state.path, (scene.id, choice.id))
    after = replace(state, facts=facts, path=path, returned=False)
    answered = Statement("answered", scene.id, now, choice.id)
    focus = prefix(definition.ref) + "-title"
    if to in definition.scenes:
        return Step(replace(after, scene=to), (answered,), focus=focus)
    ended = replace(after, ending=to, scene=to)
    statements = (answered, _completed(definition, ended, now))
    return Step(ended, statements, f"The story has come to an ending: {plain(definition.endings[to].title)}.", focus)


def _completed(definition: Story, state: State, now: int) -> Statement:
    total = score(definition, state)
    credit = round(total.scaled, 4) if isinstance(total, Score) else None
    return Statement("completed", definition.ref, now, state.ending, credit, definition.objectives)


def _back(definition: Story, state: State, event: Event, now: int) -> Step[State]:
    """Go back to the last scene: with the coach only, one scene at a time, and it is written down."""
    if state.mode != "coach":
        return Step(state, refusal="In exam mode what is done is done.")
    if state.ending:
        return Step(state, refusal="The story is over. Play it again to take another way.")
    if state.returned or not state.path:
        return Step(state, refusal="You can go back by one scene only.")
    if event.get("scene", state.scene) != state.scene:
        return Step(state, refusal="That scene is behind you.")
    moment = list(moments(definition, state.path))[-1]
    back = replace(
        state,
        scene=moment.scene.id,
        facts=moment.before,
        path=state.path[:-1],
        backs=(*state.backs, state.path[-1]),
        returned=True,
    )
    went = Statement("returned", moment.scene.id, now, moment.choice.id)
    return Step(back, (went,), "You are back in the last scene.", prefix(definition.ref) + "-title")


def _debrief(definition: Story, state: State, event: Event, now: int) -> Step[State]:
    if not state.ending:
        return Step(state, refusal="The debrief comes after the last scene.")
    if state.opened:
        return Step(state, refusal="The debrief is open.")
    return Step(replace(state, opened=True), announce="The debrief is open.", focus=prefix(definition.ref) + "-road")


def _reflect(definition: Story, state: State, event: Event, now: int) -> Step[State]:
    """Keep what was written. Nothing is made of it: the page does not pretend to know what anybody felt."""
    name, text = str(event.get("prompt")), event.get("text")
    if not state.opened:
        return Step(state, refusal="There is room to write in the debrief.")
    if not isinstance(text, str) or (name != BECAUSE and name not in definition.debrief.prompts):
        return Step(state, refusal="There is no such question here.")
    return Step(replace(state, written={**state.written, name: text[:LONGEST]}), announce="Kept.")


def _mark(definition: Story, state: State, event: Event, now: int) -> Step[State]:
    """Mark the reading that explains most, or the one that annoys most."""
    reading, mark = str(event.get("reading")), str(event.get("as"))
    if not state.opened or mark not in MARKS or reading not in definition.debrief.readings:
        return Step(state, refusal="There is no such reading to mark.")
    title = plain(definition.debrief.readings[reading].title)
    return Step(replace(state, marks={**state.marks, mark: reading}), announce=f"Marked: {title} {MARKS[mark]}.")


HANDLERS: dict[str, Callable[[Story, State, Any, int], Step[State]]] = {
    "mode": _mode,
    "choose": _choose,
    "back": _back,
    "debrief": _debrief,
    "reflect": _reflect,
    "mark": _mark,
}
