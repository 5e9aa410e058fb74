"""What happened on the way, in words: each round as a list of sentences, and what the whole walk came to."""

from collections.abc import Sequence

from interactive.activities.transfer.definition import Transfer
from interactive.activities.transfer.outcome import COSTLY, exposure
from interactive.activities.transfer.spread import Happening, Move, Spread
from interactive.kernel.days import capital, counted
from interactive.kernel.html import plain

WHY_FOR = {
    "voice": "it trusts whoever brought it, and the form suits",
    "lean": "it had been thinking so itself",
    "more": "more than one voice says so",
    "season": "the season helps",
    "mood": "it came on a good day",
}
WHY_AGAINST = {
    "bypassed": "it had to learn of it from the press",
    "rival": "a rival of its own holds it already",
    "warned": "it was warned",
    "voice": "it takes whoever brought it for the other side's, or the form for the wrong one",
    "lean": "it never liked the thought",
    "season": "the season is against it",
    "mood": "it came on a bad day",
}


def full(definition: Transfer, who: str) -> str:
    """A body with its side, as a sentence needs it."""
    body = definition.bodies[who]
    side = definition.sides.get(body.side)
    return f"{body.label} ({side})" if side else body.label


def idea_said(definition: Transfer, idea: str) -> str:
    """An idea within a sentence."""
    return definition.ideas[idea].label


def move_said(definition: Transfer, move: Move) -> str:
    """One move as a sentence."""
    carrier, form = definition.carriers[move.carrier], definition.forms[move.form]
    who = carrier.name
    if form.heard_by == "press" and carrier.partner:
        who = f"{who} and {definition.carriers[carrier.partner].name}"
    when = definition.times[move.when][0]
    return f"{when}: {who} to {full(definition, move.receiver)}, {idea_said(definition, move.idea)}, {form.label.lower()}."


def round_said(definition: Transfer, walk: Spread, number: int) -> list[str]:
    """One round in sentences: the season if it turns, what was printed, who took up what, who turned, who only heard."""
    one = walk.rounds[number - 1]
    said = [f"{walk.season.title}. {plain(walk.season.text)}"] if number == walk.season.round else []
    for press, idea, kindly in one.printed:
        tone = "prints it as good news" if kindly else "prints it as a scandal"
        said.append(f"{capital(full(definition, press))} has got hold of {idea_said(definition, idea)} and {tone}.")
    said += [_decided(definition, walk, happening) for happening in one.happenings if happening.what != "heard"]
    said += _stalled(definition, [happening for happening in one.happenings if happening.what == "heard"])
    return said or ["Nothing moves. What was told has been heard, and nobody passes it on."]


def _decided(definition: Transfer, walk: Spread, one: Happening) -> str:
    who, idea = capital(full(definition, one.body)), idea_said(definition, one.idea)
    if one.what == "for":
        source = definition.named(one.source)
        return f"{who} takes up {idea}, from {source}: {WHY_FOR.get(one.why, 'it all adds up')}."
    return f"{who} turns against {idea}: {WHY_AGAINST.get(one.why, 'it all adds up')}."


def _stalled(definition: Transfer, heard: Sequence[Happening]) -> list[str]:
    """Who heard and did nothing yet, one sentence for each idea."""
    said = []
    for idea in definition.ideas:
        ears = [full(definition, one.body) for one in heard if one.idea == idea]
        if ears:
            said.append(f"{capital(_listed(ears))} {'hears' if len(ears) == 1 else 'hear'} of {idea_said(definition, idea)} and wait{'s' if len(ears) == 1 else ''}.")
    return said


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def state_at(definition: Transfer, walk: Spread, number: int) -> dict[tuple[str, str], str]:
    """What each matter has come to by the end of a round (0: before the first)."""
    found: dict[tuple[str, str], str] = {}
    for one in walk.rounds[:number]:
        for happening in one.happenings:
            found[happening.body, happening.idea] = happening.what
    return found


def came_to(definition: Transfer, moves: Sequence[Move], walk: Spread) -> list[str]:
    """The whole walk in a few sentences: upward by side, outward and downward, opposition, cost."""
    taken = [matter for matter, state in walk.state.items() if state == "for"]
    said = []
    for side, label in definition.sides.items():
        held = [idea for body, idea in taken if definition.bodies[body].decides and definition.bodies[body].side == side]
        what = _listed([idea_said(definition, idea) for idea in dict.fromkeys(held)]) if held else "nothing"
        said.append(f"Where {label} decides, {what} was taken up.")
    for lane, where in (("out", "Outward"), ("down", "Downward")):
        count = len({body for body, _ in taken if definition.bodies[body].lane == lane})
        said.append(f"{where}, {counted(count, 'place')} took up something.")
    against = sum(state == "against" for state in walk.state.values())
    said.append(f"{capital(counted(against, 'time'))} somebody turned against an idea; {counted(len(walk.bypassed), 'time')} an official read of it first.")
    cost = exposure(definition, moves, walk)
    paid = [definition.carriers[name].name for name, amount in cost.items() if amount >= COSTLY]
    said.append(f"{_listed(paid)} will pay for it at home." if paid else "Nobody of the room pays much for it at home.")
    return said
