"""What a walk came to, in numbers that conditions may ask of: who took up what, who turned, and what it cost whom."""

from collections.abc import Sequence

from interactive.activities.transfer.definition import Transfer
from interactive.activities.transfer.spread import Move, Spread
from interactive.kernel.conditions import Facts

NAMED_IN_PRESS = 2  # what it costs to be named where an idea is printed unkindly
COVER = 1  # what it spares that somebody official at home was told first
COSTLY = 4  # from this exposure on, somebody pays for it


def facts(definition: Transfer, moves: Sequence[Move], walk: Spread) -> Facts:
    """Everything that conditions may ask, by name (`compilers/transfer.names_of` lists the same)."""
    return {
        **_chosen(definition, moves),
        **_reached(definition, walk),
        **_met(definition, walk),
        **_cost(definition, moves, walk),
    }


def _chosen(definition: Transfer, moves: Sequence[Move]) -> dict[str, int | str]:
    """The plan itself: how many moves, and how many of each sort."""
    neutral = [move for move in moves if not definition.carriers[move.carrier].side]
    sides = {definition.bodies[move.receiver].side for move in neutral} & set(definition.sides)
    known: dict[str, int | str] = {
        "moves": len(moves),
        "carriers": len({move.carrier for move in moves}),
        "convener-moves": len(neutral),
        "convener-sides": len(sides),
    }
    for side in definition.sides:
        known[f"by-{side}"] = sum(definition.carriers[move.carrier].side == side for move in moves)
    known |= {f"when-{name}": sum(move.when == name for move in moves) for name in definition.times}
    known |= {f"form-{name}": sum(move.form == name for move in moves) for name in definition.forms}
    known |= {f"idea-{name}": sum(move.idea == name for move in moves) for name in definition.ideas}
    return known


def _reached(definition: Transfer, walk: Spread) -> dict[str, int | str]:
    """How far the ideas came: upward by side, outward, downward, and where the roads meet."""
    taken = {matter for matter, state in walk.state.items() if state == "for"}
    holders = {body for body, _ in taken}
    known: dict[str, int | str] = {}
    top: dict[str, set[str]] = {}
    for side in definition.sides:
        own = {name: one for name, one in definition.bodies.items() if one.side == side}
        deciders = {name for name, one in own.items() if one.decides}
        top[side] = {idea for body, idea in taken if body in deciders}
        known[f"heard-{side}"] = len({idea for body, idea in walk.state if body in deciders})
        known[f"up-{side}"] = len(top[side])
        known[f"down-{side}"] = sum(one.lane == "down" and name in holders for name, one in own.items())
        known[f"out-{side}"] = sum(one.lane == "out" and name in holders for name, one in own.items())
        known[f"routes-{side}"] = max((walk.voices[body, idea] for body, idea in taken if body in deciders), default=0)
        known[f"trace-{side}"] = len(
            {
                walk.forms[body, idea]
                for body, idea in taken
                if body in deciders and not definition.forms[walk.forms[body, idea]].fades
            }
        )
    known["shared"] = len(set.intersection(*top.values())) if top else 0
    for lane in ("up", "out", "down"):
        known[lane] = sum(definition.bodies[name].lane == lane for name in holders)
    return known


def _met(definition: Transfer, walk: Spread) -> dict[str, int | str]:
    """What the ideas met with: opposition, silence, hurt officials, print; and how each idea did."""
    states = walk.state.items()
    against = [matter for matter, state in states if state == "against"]
    printed = [kindly for one in walk.rounds for _, _, kindly in one.printed]
    known: dict[str, int | str] = {
        "against": len(against),
        "against-up": sum(definition.bodies[body].lane == "up" for body, _ in against),
        "stalled": sum(state == "heard" for _, state in states),
        "bypassed": len(walk.bypassed),
        "printed": len(printed),
        "printed-against": sum(not kindly for kindly in printed),
    }
    for idea in definition.ideas:
        known[f"{idea}-for"] = sum(state == "for" and matter[1] == idea for matter, state in states)
        known[f"{idea}-against"] = sum(matter[1] == idea for matter in against)
        known[f"{idea}-top"] = sum(
            state == "for" and matter[1] == idea and definition.bodies[matter[0]].decides for matter, state in states
        )
        known[f"{idea}-up"] = sum(
            state == "for" and matter[1] == idea and definition.bodies[matter[0]].lane == "up"
            for matter, state in states
        )
    return known


def _cost(definition: Transfer, moves: Sequence[Move], walk: Spread) -> dict[str, int | str]:
    """What the participants pay at home."""
    cost = exposure(definition, moves, walk)
    own = {side: [cost[name] for name in cost if definition.carriers[name].side == side] for side in definition.sides}
    known: dict[str, int | str] = {f"exposed-{side}": max(paid, default=0) for side, paid in own.items()}
    for side, paid in own.items():
        others = [amount for other, amounts in own.items() if other != side for amount in amounts]
        known[f"gap-{side}"] = max(0, max(paid, default=0) - max(others, default=0))
    return known | {
        "exposed": max(cost.values(), default=0),
        "exposure": sum(cost.values()),
        "exposed-people": sum(paid >= COSTLY for paid in cost.values()),
    }


def exposure(definition: Transfer, moves: Sequence[Move], walk: Spread) -> dict[str, int]:
    """What each participant with a home to go back to has paid: never less than nothing."""
    cost = {name: 0 for name, one in definition.carriers.items() if one.side}
    for move in moves:
        form, body = definition.forms[move.form], definition.bodies[move.receiver]
        partner = definition.carriers[move.carrier].partner if form.heard_by == "press" else ""
        for name in {move.carrier, partner} & set(cost):
            seen = form.heard_by != "one"
            cost[name] += form.exposes + ("wary" in body.marks) + (definition.carriers[name].risk if seen else 0)
    return {
        name: max(0, paid + _named(definition, moves, walk, name) - _cover(definition, moves, name))
        for name, paid in cost.items()
    }


def _named(definition: Transfer, moves: Sequence[Move], walk: Spread, who: str) -> int:
    """Being named at home, once for each of their ideas that was printed there unkindly."""
    carried = {move.idea for move in moves if move.carrier == who}
    side = definition.carriers[who].side
    unkind = {
        idea
        for one in walk.rounds
        for press, idea, kindly in one.printed
        if not kindly and definition.bodies[press].side == side
    }
    return NAMED_IN_PRESS * len(carried & unkind)


def _cover(definition: Transfer, moves: Sequence[Move], who: str) -> int:
    """Whether they told somebody official at home, privately: then somebody can vouch for them."""
    side = definition.carriers[who].side
    told = (
        definition.bodies[move.receiver]
        for move in moves
        if move.carrier == who and definition.forms[move.form].heard_by == "one"
    )
    return COVER if any("cover" in body.marks and body.side == side for body in told) else 0
