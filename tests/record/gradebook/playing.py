"""How an invented learner goes through an activity: plausible events with the seconds before each, from a skill between 0 and 1.

Whoever is better is right more often; everybody has a pace of their own. Nothing here looks at the clock or at global randomness.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from interactive.activities import KINDS
from interactive.activities.casefile.definition import CONCLUSION
from interactive.activities.casefile.logic import FINDINGS
from interactive.activities.quiz.definition import Choice, Contested, FillIn, Matching, Sequencing
from interactive.activities.roleplay.engine import step
from interactive.activities.roleplay.rules import available
from interactive.activities.transfer.rules import PARTS

type Moves = Iterator[tuple[float, dict[str, Any]]]


def play(kind: str, definition: Any, seed: int, skill: float, luck: Random) -> Moves:
    """(seconds before it, event) of one attempt from its beginning to its end."""
    yield from PLAYERS[kind](definition, KINDS[kind].start(definition, seed=seed), skill, luck)


def quiz(definition: Any, state: Any, skill: float, luck: Random) -> Moves:
    for name in state.drawn or ():
        item = definition.items[name]
        right = luck.random() < skill * 1.1 - 0.15 * (item.difficulty - 1)
        if luck.random() < 0.03:
            continue  # left open
        for number, event in enumerate(_answers(item, right, luck)):
            yield luck.uniform(8, 60) if not number else luck.uniform(1.5, 5), {**event, "item": name}
        if definition.way == "check":
            if isinstance(item, Contested):
                yield 3, {"type": "sure", "item": name, "level": luck.choice(("guessing", "leaning", "sure"))}
                yield 2, {"type": "keep", "item": name}
            else:
                yield 4, {"type": "check", "item": name, "final": True}
    if definition.way == "quiz":
        yield 5, {"type": "finish"}


def _answers(item: Any, right: bool, luck: Random) -> Iterator[dict[str, Any]]:
    match item:
        case Choice():
            wrong = [name for name in item.options if name not in item.key]
            chosen = item.key if right else [*item.key[1:], luck.choice(wrong)]
            for option in chosen:
                yield (
                    {"type": "pick", "option": option, "on": True}
                    if item.multiple
                    else {
                        "type": "pick",
                        "option": option,
                    }
                )
        case Contested():
            yield {"type": "pick", "option": luck.choice(list(item.positions))}
        case Sequencing():
            order = list(item.entries)
            if not right:
                luck.shuffle(order)
            for place, name in enumerate(order, 1):
                yield {"type": "move", "entry": name, "to": place}
        case Matching():
            for name, prompt in item.prompts.items():
                target = prompt.key if right or luck.random() < 0.4 else luck.choice(list(item.targets))
                yield {"type": "match", "prompt": name, "target": target}
        case FillIn():
            yield {
                "type": "fill",
                "text": item.accept[0] if right else luck.choice(("no idea", "it depends", "states")),
            }


def sorter(definition: Any, state: Any, skill: float, luck: Random) -> Moves:
    mode = luck.choice(("learn", "check"))
    yield 4, {"type": "mode", "mode": mode}
    for name in state.slips:
        card, bins = definition.cards[name], list(definition.bins)
        bin_ = card.bin if luck.random() < skill else luck.choice(bins)
        yield luck.uniform(6, 40), {"type": "place", "card": name, "bin": bin_}
        if mode == "learn" and bin_ != card.bin:
            yield luck.uniform(4, 12), {"type": "place", "card": name, "bin": card.bin}
    if mode == "check":
        yield 5, {"type": "check"}
    yield 4, {"type": "finish"}


def casefile(definition: Any, state: Any, skill: float, luck: Random) -> Moves:
    for name in state.works:
        scenario = definition.scenarios[name]
        yield luck.uniform(20, 60), {"type": "go", "to": name}
        for element, key in scenario.keys.items():
            finding = key.finding if luck.random() < skill else luck.choice(FINDINGS)
            at = {"scenario": name, "element": element}
            yield luck.uniform(5, 40), {"type": "find", **at, "finding": finding}
            if element != CONCLUSION and key.reasons and luck.random() < 0.5:
                yield luck.uniform(3, 9), {"type": "reason", **at, "reason": luck.choice(key.reasons)}
            yield 3, {"type": "check", **at}
    yield 4, {"type": "finish"}


def roleplay(definition: Any, state: Any, skill: float, luck: Random) -> Moves:
    yield 4, {"type": "mode", "mode": luck.choice(("coach", "exam"))}
    while not state.ending:
        offered = available(definition.scenes[state.scene], state.facts)
        best = max(offered, key=lambda one: sum(one.shows.values()))
        choice = best if luck.random() < skill else luck.choice(offered)
        event = {"type": "choose", "scene": state.scene, "choice": choice.id}
        yield luck.uniform(15, 90), event
        state = step(definition, state, event, now=0).state
    yield 10, {"type": "debrief"}


def plan(definition: Any, state: Any, skill: float, luck: Random) -> Moves:
    for name, slot in definition.slots.items():
        if slot.pick == "text":
            yield (
                luck.uniform(30, 120),
                {"type": "write", "slot": name, "text": "Because the people in the room change first."},
            )
        else:
            cheap = sorted(slot.options, key=lambda one: (sum(slot.options[one].adds.values()), luck.random()))
            chosen = cheap[: max(1, slot.least)] if luck.random() < skill else luck.sample(cheap, max(1, slot.least))
            for option in chosen:
                yield luck.uniform(8, 40), {"type": "pick", "slot": name, "option": option, "on": True}
    yield 5, {"type": "criticize"}
    yield 5, {"type": "keep"}


def transfer(definition: Any, state: Any, skill: float, luck: Random) -> Moves:
    choices = (definition.carriers, definition.bodies, definition.ideas, definition.forms, definition.times)
    named = dict(zip(("carrier", "receiver", "idea", "form", "when"), choices, strict=True))
    for place in range(definition.least):
        for part in PARTS:
            value = luck.choice(list(named[part]))
            yield luck.uniform(6, 30), {"type": "set", "move": place, "part": part, "value": value}
    yield 5, {"type": "watch"}
    yield 20, {"type": "round", "to": "end"}
    yield 5, {"type": "keep"}


def memo(definition: Any, state: Any, skill: float, luck: Random) -> Moves:
    stems = [words[0] for words in definition.topics.values() if words]
    for name, section in definition.sections.items():
        words = [luck.choice(stems) if stems and luck.random() < skill / 4 else "word" for _ in range(section.least)]
        yield luck.uniform(200, 900), {"type": "write", "section": name, "text": " ".join(words)}
    yield 10, {"type": "check"}
    yield 10, {"type": "keep"}


def profile(definition: Any, state: Any, skill: float, luck: Random) -> Moves:
    for name, question in definition.questions.items():
        yield luck.uniform(8, 30), {"type": "pick", "question": name, "answer": luck.choice(list(question.answers))}
    yield 3, {"type": "finish"}


def reading(definition: Any, state: Any, skill: float, luck: Random) -> Moves:
    for name in definition.sections:
        if luck.random() < 0.4 + skill:
            yield luck.uniform(40, 300), {"type": "reached", "section": name}


PLAYERS: dict[str, Callable[[Any, Any, float, Random], Moves]] = {
    "casefile": casefile,
    "memo": memo,
    "plan": plan,
    "profile": profile,
    "quiz": quiz,
    "reading": reading,
    "roleplay": roleplay,
    "sorter": sorter,
    "transfer": transfer,
}
