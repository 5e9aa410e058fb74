"""One scene on the page: what is told, what was said last, what can be done, what the coach says."""

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.draw_people import seat_html
from interactive.activities.roleplay.draw_sources import cites_html
from interactive.activities.roleplay.rules import State, moments, shown, varied
from interactive.activities.roleplay.scenes import Choice, Scene
from interactive.kernel.conditions import holds
from interactive.kernel.frame import prefix
from interactive.kernel.html import Child, Safe, hidden, icon, tag


def phases_html(definition: Story, here: str) -> Safe | None:
    """The phases as a line of stations, the one in hand marked."""
    if len(definition.phases) < 2:
        return None
    order = list(definition.phases)
    at = order.index(here)
    items = [
        tag(
            "li",
            phase.title,
            hidden(", done") if place < at else None,
            data_at="past" if place < at else "now" if place == at else None,
            aria_current="step" if place == at else None,
        )
        for place, phase in enumerate(definition.phases.values())
    ]
    return tag("ol", items, class_="st-phases st-plain", aria_label="Phases")


def told_html(definition: Story, state: State, scene: Scene) -> Child:
    """The scene's text with what only this play remembers, and the words that were said last."""
    text = [varied(one, scene, state.seed) for one in scene.text]
    echoes = [varied(echo.text, scene, state.seed) if holds(echo.when, state.facts) else None for echo in scene.echoes]
    story = [_with_echoes(paragraph, echoes) for paragraph in text]
    placed = {number for number in range(len(echoes)) for one in scene.text if f"{{echo {number + 1}}}" in one}
    story += [echo for number, echo in enumerate(echoes) if echo and number not in placed]
    return [
        tag("div", [tag("p", paragraph) for paragraph in story if paragraph], class_="st-story"),
        _speech(definition, state, scene),
    ]


def _with_echoes(paragraph: Safe, echoes: list[Safe | None]) -> Safe:
    for number, echo in enumerate(echoes, 1):
        paragraph = Safe(paragraph.replace(f"{{echo {number}}}", echo or ""))
    return Safe(paragraph.strip())


def _speech(definition: Story, state: State, scene: Scene) -> Safe | None:
    if not scene.speech:
        return None
    person = definition.people.get(scene.speaker(state.facts))
    said = [tag("p", varied(one, scene, state.seed), class_="st-speech__says") for one in scene.speech]
    if person is None:
        return tag("blockquote", said, class_="st-speech st-speech--bare")
    party = definition.parties.get(person.party)
    listener = definition.people.get(scene.to)
    whom = f"to {listener.name}" if listener else f"to {scene.to}" if scene.to else ""
    how = [f"of {party.name}" if party and person.seat else "", scene.how, whom]
    who = tag("p", tag("b", person.name), [[", ", words] for words in how if words], class_="st-speech__who")
    return tag("blockquote", seat_html(definition, person), who, said, class_="st-speech")


def choices_html(definition: Story, state: State, scene: Scene) -> Child:
    """The things that can be done, of equal weight. Each button names its scene, so that a second press decides nothing."""
    pre = prefix(definition.ref)
    items = [tag("li", _choice(choice, scene, pre)) for choice in shown(scene, state.facts, state.seed)]
    return [
        tag("h4", tag("span", "What do you do?", id=f"{pre}-do"), class_="st-label"),
        tag("ol", items, class_="st-choices st-plain", aria_labelledby=f"{pre}-do"),
    ]


def _choice(choice: Choice, scene: Scene, pre: str) -> Safe:
    return tag(
        "button",
        tag("span", choice.text, class_="st-choice__say"),
        tag("span", hidden(" ("), choice.doing, hidden(")"), class_="st-choice__do") if choice.doing else None,
        type="button",
        class_="st-choice",
        id=f"{pre}-{scene.id}-{choice.id}",
        data_event={"type": "choose", "scene": scene.id, "choice": choice.id},
        data_needs_python=True,
    )


def coach_html(definition: Story, state: State, scene: Scene) -> Safe | None:
    """What the coach says at this choice: the best of both cases, with sources, and never the answer."""
    if state.mode != "coach" or not (scene.coach or scene.touches):
        return None
    lines = list(scene.coach) or [Safe(f"What this turns on: {scene.touches}")]
    head = [icon("i-coach"), " ", tag("b", f"{definition.coach or 'Coach'}. ")]
    first, *rest = lines
    body: list[Child] = [tag("p", head, varied(first, scene, state.seed))]
    body += [tag("p", varied(one, scene, state.seed)) for one in rest]
    return tag("div", body, cites_html(definition, scene.cites), class_="st-coach")


def behind_html(definition: Story, state: State) -> Child:
    """What lies behind: the last scene to read again, and with the coach what can be said for and against what was done there."""
    road = list(moments(definition, state.path))
    if not road:
        return None
    last = road[-1]
    summary = tag("summary", "Look back: ", last.scene.title)
    did = tag("p", tag("b", "You chose: "), last.choice.text)
    before = State(state.seed, last.scene.id, last.before, mode=state.mode)
    story = tag("div", told_html(definition, before, last.scene), class_="st-behind__told")
    return tag("details", summary, story, did, _cases(definition, state, last.choice), class_="st-more st-behind")


def _cases(definition: Story, state: State, choice: Choice) -> Child:
    if state.mode != "coach" or not choice.pro:
        return None
    return cases_html(definition, choice)


def cases_html(definition: Story, choice: Choice) -> Safe:
    """The case for a choice and the case against it, side by side, with their sources."""
    return tag(
        "div",
        tag("div", tag("p", "For", class_="st-cases__head"), tag("p", choice.pro)),
        tag("div", tag("p", "Against", class_="st-cases__head"), tag("p", choice.con)),
        cites_html(definition, choice.cites),
        class_="st-cases",
    )
