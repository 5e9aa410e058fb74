"""What happened on the way, in words: each round as a list of sentences, and what the whole walk came to."""

from collections.abc import Sequence

from interactive.activities.transfer.definition import Transfer
from interactive.activities.transfer.outcome import COSTLY, exposure
from interactive.activities.transfer.spread import Happening, Move, Spread
from interactive.kernel.days import capital, counted
from interactive.kernel.html import plain

WHY_FOR = {  # of one, of several
    "lean": ("as it had been thinking itself", "as they had been thinking themselves"),
    "more": ("because more than one voice says so", "because more than one voice says so"),
    "season": ("because the season helps", "because the season helps"),
    "mood": ("because it came on a good day", "because it came on a good day"),
}
WHY_AGAINST = {
    "bypassed": ("it had to learn of it from the press", "they had to learn of it from the press"),
    "rival": ("its rival holds it already", "their rivals hold it already"),
    "warned": ("it was warned", "they were warned"),
    "voice": (
        "it takes whoever brought it for a stranger, or the form for the wrong one",
        "they take whoever brought it for a stranger, or the form for the wrong one",
    ),
    "lean": ("it never liked the thought", "they never liked the thought"),
    "season": ("the season is against it", "the season is against it"),
    "mood": ("it came on a bad day", "it came on a bad day"),
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
    who, form = _voices(definition, move.carrier, move.form), definition.forms[move.form]
    when = definition.times[move.when][0]
    return (
        f"{when}: {who} to {full(definition, move.receiver)}, {idea_said(definition, move.idea)}, {form.label.lower()}."
    )


def _voices(definition: Transfer, who: str, form: str) -> str:
    """Whoever tells it; of an appearance by two, both."""
    carrier = definition.carriers.get(who)
    if carrier and carrier.partner and definition.forms[form].heard_by == "press":
        return f"{carrier.name} and {definition.carriers[carrier.partner].name}"
    return definition.named(who)


def round_said(definition: Transfer, walk: Spread, number: int) -> list[str]:
    """One round in sentences: the season if it turns, what was printed, who took up what, who turned, who only heard."""
    one = walk.rounds[number - 1]
    said = [f"{walk.season.title}. {plain(walk.season.text)}"] if number == walk.season.round else []
    for press, idea, kindly in one.printed:
        tone = "prints it as good news" if kindly else "prints it as a scandal"
        said.append(f"{capital(full(definition, press))} has got hold of {idea_said(definition, idea)} and {tone}.")
    said += _decided(definition, one.happenings)
    said += _waiting(definition, [happening for happening in one.happenings if happening.what == "heard"])
    quiet = (
        "It is told on, and nobody thinks otherwise for it."
        if one.tellings
        else "Nothing moves, and nobody passes anything on."
    )
    return said or [quiet]


def _decided(definition: Transfer, happenings: Sequence[Happening]) -> list[str]:
    """Who took something up and who turned, one sentence for all that did it from one source for one reason."""
    groups: dict[tuple[str, str, str, str, str], list[str]] = {}
    for one in happenings:
        if one.what != "heard":
            source, form = (one.source, one.form) if one.what == "for" else ("", "")
            groups.setdefault((one.what, one.idea, source, form, one.why), []).append(one.body)
    said = []
    for (what, idea, source, form, why), bodies in groups.items():
        who, many = capital(_bodies(definition, bodies)), len(bodies) > 1
        if what == "for":
            reason = f", {WHY_FOR[why][many]}" if why in WHY_FOR else ""  # trust goes without saying
            verb = "take up" if many else "takes up"
            said.append(
                f"{who} {verb} {idea_said(definition, idea)}, from {_voices(definition, source, form)}{reason}."
            )
        else:
            reason = f": {WHY_AGAINST[why][many]}" if why in WHY_AGAINST else ""
            said.append(f"{who} {'turn' if many else 'turns'} against {idea_said(definition, idea)}{reason}.")
    return said


def _waiting(definition: Transfer, heard: Sequence[Happening]) -> list[str]:
    """Who heard and did nothing yet, one sentence for each idea."""
    said = []
    for idea in definition.ideas:
        ears = [one.body for one in heard if one.idea == idea]
        if ears:
            hear, wait = ("hears", "waits") if len(ears) == 1 else ("hear", "wait")
            said.append(f"{capital(_bodies(definition, ears))} {hear} of {idea_said(definition, idea)} and {wait}.")
    return said


def _bodies(definition: Transfer, names: Sequence[str]) -> str:
    """Several bodies, each side's together with its name behind them."""
    groups: dict[str, list[str]] = {}
    for name in names:
        body = definition.bodies[name]
        groups.setdefault(definition.sides.get(body.side, ""), []).append(body.label)
    return _listed([f"{_listed(labels)} ({side})" if side else _listed(labels) for side, labels in groups.items()])


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
        held = [
            idea for body, idea in taken if definition.bodies[body].decides and definition.bodies[body].side == side
        ]
        ideas = [idea_said(definition, idea) for idea in dict.fromkeys(held)] or ["nothing"]
        said.append(f"Where {label} decides, {_listed(ideas)} {'was' if len(ideas) == 1 else 'were'} taken up.")
    for lane, where in (("out", "Outward"), ("down", "Downward")):
        count = len({body for body, _ in taken if definition.bodies[body].lane == lane})
        said.append(f"{where}, {counted(count, 'place')} took up something.")
    against = sum(state == "against" for state in walk.state.values())
    read = counted(len(walk.bypassed), "time")
    said.append(
        f"{capital(counted(against, 'time'))} somebody turned against an idea; {read} an official read of one first."
    )
    cost = exposure(definition, moves, walk)
    paid = [definition.carriers[name].name for name, amount in cost.items() if amount >= COSTLY]
    said.append(f"{_listed(paid)} will pay for it at home." if paid else "Nobody of the room pays much for it at home.")
    return said
