"""How an answer changes with what the learner does: pick an option, move an entry, match a prompt, fill a blank, say how sure."""

from collections.abc import Mapping
from typing import Any

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Item, Matching, Sequencing
from interactive.activities.quiz.marking import Response
from interactive.activities.quiz.rules import LEVELS, Answer, order
from interactive.kernel.changing import replace
from interactive.kernel.html import plain

LONGEST = 200  # characters of a written answer

NOT_THERE = "That is not among the answers to this item."


def changed(item: Item, answer: Answer, event: Mapping[str, Any], seed: int) -> Answer | str:
    """The answer after this event, or a sentence that says why it cannot be."""
    if event.get("type") == "sure":
        level = str(event.get("level"))
        return (
            replace(answer, confidence=level) if level in LEVELS else "Say whether you are guessing, leaning or sure."
        )
    after = _response(item, answer, event, seed)
    return after if isinstance(after, str) else replace(answer, response=after)


def _response(item: Item, answer: Answer, event: Mapping[str, Any], seed: int) -> Response | str:
    match (item, event.get("type")):
        case (Choice(), "pick"):
            return _picked(item, answer.response, str(event.get("option")), event.get("on") is not False)
        case (Contested(), "pick"):
            position = str(event.get("option"))
            return (position,) if position in item.positions else NOT_THERE
        case (Sequencing(), "move"):
            return _moved(item, answer.response or tuple(order(item, seed)), event)
        case (Matching(), "match"):
            return _matched(item, answer.response, str(event.get("prompt")), str(event.get("target") or ""))
        case (FillIn(), "fill"):
            text = event.get("text")
            return (" ".join(text[:LONGEST].split()),) if isinstance(text, str) else "Write your answer in words."
        case _:
            return "This item is answered in another way."


def _picked(item: Choice, response: Response, name: str, on: bool) -> Response | str:
    if name not in item.options:
        return NOT_THERE
    if not item.multiple:
        return (name,)
    chosen = {*response, name} if on else {*response} - {name}
    return tuple(option for option in item.options if option in chosen)


def _moved(item: Sequencing, response: Response, event: Mapping[str, Any]) -> Response | str:
    """Put one entry at place `to` (from 1), or move it one place up or down; the others close ranks."""
    name, to = str(event.get("entry")), str(event.get("to"))
    if name not in item.entries:
        return NOT_THERE
    here = response.index(name)
    places = {"up": here - 1, "down": here + 1, **{str(number + 1): number for number in range(len(response))}}
    if to not in places:
        return f"There are {len(response)} places."
    others = [entry for entry in response if entry != name]
    others.insert(max(0, places[to]), name)
    return tuple(others)


def _matched(item: Matching, response: Response, prompt: str, target: str) -> Response | str:
    if prompt not in item.prompts or (target and target not in item.targets):
        return NOT_THERE
    before = dict(zip(item.prompts, response, strict=False))
    return tuple(target if name == prompt else before.get(name, "") for name in item.prompts)


def said(item: Item, answer: Answer) -> str:
    """What is read out after a change that the ear would otherwise miss: only the new order of a sequence."""
    if not isinstance(item, Sequencing):
        return ""
    return "Now: " + "; ".join(
        f"{number}, {plain(item.entries[name].text)}" for number, name in enumerate(answer.response, 1)
    )
