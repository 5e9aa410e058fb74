"""Each choice, both ways: the case for it and against it, and the same for the choice that lay farthest from it."""

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.draw_scene import cases_html
from interactive.activities.roleplay.draw_sources import cites_html, marks_html
from interactive.activities.roleplay.looking_back import dilemma, farthest
from interactive.activities.roleplay.rules import Moment, State
from interactive.kernel.html import Child, Safe, tag


def decisions_html(definition: Story, state: State, road: list[Moment]) -> Child:
    """Every decision, the one with the dilemma open, the others to be opened; phase by phase."""
    hard = dilemma(definition, road)
    opened = {hard.moment.number} if hard else {road[-1].number} if road else set()
    seen = " You have read the first with the coach; the second is new." if state.mode == "coach" else ""
    about = f"First your own choice, then the one that lay farthest from it.{seen}"
    parts: list[Child] = [tag("p", about, class_="st-cite"), marks_html(definition)]
    for phase in definition.phases.values():
        own = [moment for moment in road if moment.scene.phase == phase.id]
        if own:
            parts.append(tag("p", phase.title, class_="st-label"))
            parts.append([_decision(definition, moment, moment.number in opened) for moment in own])
    return parts


def _decision(definition: Story, moment: Moment, opened: bool) -> Safe:
    other = farthest(moment)
    summary = tag("summary", tag("b", f"{moment.number}. ", moment.scene.title), tag("span", moment.choice.text))
    body: list[Child] = [
        tag("p", moment.choice.text, class_="st-decision__chose"),
        cases_html(definition, moment.choice),
    ]
    if other:
        label = tag("p", "And the choice that you did not make", class_="st-label")
        body += [label, tag("p", other.text, class_="st-decision__chose"), cases_html(definition, other)]
    if moment.scene.touches:
        turns = tag("p", tag("b", "What it turns on. "), moment.scene.touches)
        body += [turns, cites_html(definition, moment.scene.cites)]
    return tag("details", summary, tag("div", body), class_="st-both", open=opened)
