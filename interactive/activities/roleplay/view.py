"""How a role-play looks: the premise, a scene, the last panel, the debrief. Look and words: visual.md, section 7."""

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.draw_debrief import debrief_html
from interactive.activities.roleplay.draw_people import side_html
from interactive.activities.roleplay.draw_room import room_html
from interactive.activities.roleplay.draw_scene import behind_html, choices_html, coach_html, phases_html, told_html
from interactive.activities.roleplay.rules import State
from interactive.activities.roleplay.scenes import Ending, Scene
from interactive.kernel.days import counted
from interactive.kernel.frame import Frame, button, frame_html, prefix, start_again
from interactive.kernel.html import Child, Safe, escape, icon, plain, tag

MODES = {
    "coach": "With the coach, who speaks at each choice; you can go back by one scene",
    "exam": "As in an exam: nobody speaks until the debrief, and what is done is done",
}


def render(definition: Story, state: State) -> str:
    """The whole frame as HTML."""
    return frame_html(
        Frame(
            ref=definition.ref,
            digest=definition.digest,
            kind="roleplay",
            state="finished" if state.ending else "ready",
            label=_label(definition, state),
            title=_title(definition, state),
            status="Finished" if state.ending else "Kept as you go" if begun(state) else "Ready",
            say=None if begun(state) else tag("p", definition.intro),
            body=_body(definition, state),
            foot=_foot(definition, state),
        )
    )


def room(definition: Story, names: tuple[str, ...]) -> str:
    """The edition for a room without screens: these parts of it (premise, guide, sheets, observers, deck, script) or all."""
    return room_html(definition, names)


def excerpt(definition: Story, state: State) -> str:
    """How the play ended, and what left the room."""
    if not state.ending:
        return ""
    ending = definition.endings[state.ending]
    return f"I convened {plain(definition.title)}. It ended in “{plain(ending.title)}”. {plain(ending.left)}"


def begun(state: State) -> bool:
    """Whether anything has been decided yet."""
    return bool(state.path or state.backs)


def _label(definition: Story, state: State) -> str:
    if state.opened:
        return f"Debrief · {definition.title} · {counted(len(state.path), 'decision')}"
    if state.ending:
        return f"Role-play · {definition.title} · an ending"
    if not begun(state):
        return f"Role-play · {counted(len(definition.phases), 'phase')} · about {definition.minutes} minutes"
    clock = definition.scenes[state.scene].clock
    return " · ".join(filter(None, ["Role-play", clock, f"scene {len(state.path) + 1}", f"{state.mode} mode"]))


def _title(definition: Story, state: State) -> Safe:
    if state.opened:
        return Safe("What you did, and what it did")
    if state.ending:
        return definition.endings[state.ending].title
    return definition.scenes[state.scene].title if begun(state) else escape(definition.title)


def _body(definition: Story, state: State) -> Child:
    if state.ending:
        panel = panel_html(definition, definition.endings[state.ending], named=state.opened)
        return [panel, debrief_html(definition, state) if state.opened else None]
    scene = definition.scenes[state.scene]
    opening = None if begun(state) else [_premise(definition), None if state.assigned else _modes(definition, state)]
    return [opening, phases_html(definition, scene.phase), _scene(definition, state, scene)]


def _premise(definition: Story) -> Safe:
    return tag("div", [tag("p", paragraph) for paragraph in definition.premise], class_="st-story st-premise")


def _modes(definition: Story, state: State) -> Safe:
    name = f"{prefix(definition.ref)}-mode"
    options = [
        tag(
            "label",
            tag(
                "input",
                type="radio",
                name=name,
                id=f"{name}-{mode}",
                value=mode,
                checked=mode == state.mode,
                autocomplete="off",
                data_event={"type": "mode"},
                data_value="mode",
            ),
            " ",
            words,
        )
        for mode, words in MODES.items()
    ]
    return tag("fieldset", tag("legend", "How would you like to play?"), options, class_="st-group st-modes")


def _scene(definition: Story, state: State, scene: Scene) -> Safe:
    heading = None if begun(state) else tag("h4", scene.title, class_="st-scene__title")
    return tag(
        "div",
        tag(
            "div",
            heading,
            told_html(definition, state, scene),
            choices_html(definition, state, scene),
            coach_html(definition, state, scene),
            behind_html(definition, state),
        ),
        side_html(definition, state, scene),
        class_="st-scene",
    )


def panel_html(definition: Story, ending: Ending, *, named: bool) -> Safe:
    """The last panel. It says what became of it, then what left the room, who paid, and what nobody knows. No verdict, no stars."""
    rows = (("What left the room", ending.left), ("Who paid", ending.paid), ("What you do not know", ending.unknown))
    return tag(
        "div",
        tag("h4", ending.title) if named else None,
        [tag("p", paragraph) for paragraph in ending.text],
        tag("dl", [[tag("dt", head), tag("dd", words)] for head, words in rows if words]),
        class_="st-ending",
    )


def _foot(definition: Story, state: State) -> Child:
    pre = prefix(definition.ref)
    if state.ending:
        return _last_foot(state, pre)
    back = button(
        icon("i-back"), " Go back one scene", data_event={"type": "back", "scene": state.scene}, id=f"{pre}-back"
    )
    can_go = state.mode == "coach" and state.path and not state.returned
    again = start_again(pre, "bare push")
    sheet = button(
        icon("i-print"),
        " Print the premise and the first scene",
        style="bare",
        needs_python=False,
        data_command="print-sheet",
        id=f"{pre}-print",
    )
    return [back if can_go else None, again] if begun(state) else sheet


def _last_foot(state: State, pre: str) -> Child:
    opening = button("Open the debrief", style="first", data_event={"type": "debrief"}, id=f"{pre}-debrief")
    page = button(
        icon("i-print"),
        " Print, or hand in",
        style="first",
        needs_python=False,
        data_command="print-page",
        id=f"{pre}-page",
    )
    again = button(icon("i-again"), " Play again", style="bare push", data_command="another", id=f"{pre}-another")
    return [page if state.opened else opening, again]
