"""Playing a real activity whole, with every kind of answer it takes and the longest texts: for tests of what has to fit somewhere.

A player is a generator of events: it looks at the state and says what to do next. What it is told back is the state after that.
"""

import random
from collections.abc import Iterator
from typing import Any

from interactive.activities.casefile.definition import CONCLUSION
from interactive.activities.quiz.definition import Choice, Contested, FillIn, Matching, Sequencing
from interactive.activities.quiz.rules import order
from interactive.activities.roleplay.engine import BECAUSE
from interactive.activities.roleplay.looking_back import offered_prompts
from interactive.activities.roleplay.rules import available
from interactive.record.model import Attempt, Entry
from interactive.record.summary import Loaded

WORDS = (
    "the minister said that nobody in this room could promise anything and the chair wrote it down twice because "
    "trust was slow mandate unclear asymmetry ripeness transfer evidence officials academics listened until the coffee "
    "arrived then someone asked who pays and a long silence followed which was perhaps the best moment of five days"
).split()

USUAL = 60  # characters of a reason that somebody gives who has others to give

type Play = Iterator[dict[str, Any]]


def prose(chance: random.Random, length: int) -> str:
    """So many characters that look like somebody's writing, with umlauts and quotes."""
    words: list[str] = []
    size = 0
    while size < length:
        word = chance.choice(WORDS) + chance.choice(
            ("", "", "", "", ",", ".", "é", "ß", "”", f" {chance.randrange(999)}")
        )
        words.append(word)
        size += len(word) + 1
    return " ".join(words)[:length]


def attempt_of(
    name: str, ref: str, digest: str, seed: int, events: list[dict[str, Any]], at: int = 1_790_000_000_000
) -> Attempt:
    """An attempt in which these things were done, ten seconds apart."""
    entries = tuple(Entry(f"{name}-{n:05}", at + 10_000 * n, event) for n, event in enumerate(events))
    return Attempt(name, ref, digest, seed, at, entries)


def play(loaded: Loaded, seed: int, length: int = 2000) -> list[dict[str, Any]]:
    """Everything that there is to do in one attempt, until it is finished; a casefile whole only where texts are long."""
    chance = random.Random(seed)
    state = loaded.activity.start(loaded.definition, seed=seed)
    events = []
    hands = PLAYERS[loaded.activity.kind](loaded.definition, lambda: state, chance, length)
    for event in hands:
        events.append(event)
        state = loaded.activity.step(loaded.definition, state, event, now=0).state
    return events


def _reading(definition, state, chance, length) -> Play:
    for name in definition.sections:
        yield {"type": "reached", "section": name}


def _sorter(definition, state, chance, length) -> Play:
    """Every card wrong twice, with its hint; then the missed cards again, and at last the reasons."""
    for _ in range(2):
        for name in list(state().slips):
            yield {"type": "hint", "card": name}
            for bin_id in chance.sample(list(definition.bins), min(3, len(definition.bins))):
                yield {"type": "place", "card": name, "bin": bin_id}
        yield {"type": "finish"}
        yield {"type": "retry"}
    yield {"type": "finish"}
    yield {"type": "reveal"}


def _casefile(definition, state, chance, length) -> Play:
    """All scenarios, every finding with a reason picked and one written, some changed; then each twist."""
    if length > USUAL:
        yield {"type": "size", "size": "all"}
    for name in list(state().works):
        scenario = definition.scenarios[name]
        yield {"type": "hint", "scenario": name}
        for element in scenario.keys:
            about = {"scenario": name, "element": element}
            for finding in chance.sample(["met", "arguable", "not-met"], 2):
                yield {"type": "find", **about, "finding": finding}
            reasons = list(definition.elements[element].reasons) if element != CONCLUSION else []
            for reason in chance.sample(reasons, min(2, len(reasons))):
                yield {"type": "reason", **about, "reason": reason}
            yield {"type": "write", **about, "text": prose(chance, length)}
            yield {"type": "check", **about}
        for twist in state().works[name].turns:
            yield {"type": "twist", "scenario": name, "twist": twist}
            for element in chance.sample(list(definition.elements), 2):
                yield {
                    "type": "flip",
                    "scenario": name,
                    "twist": twist,
                    "element": element,
                    "finding": chance.choice(["met", "not-met"]),
                }
            yield {"type": "check-twist", "scenario": name, "twist": twist}
        yield {"type": "go", "to": "next"}
    yield {"type": "finish"}


def _quiz(definition, state, chance, length) -> Play:
    yield {"type": "ask-confidence", "on": True}
    for name in list(state().drawn):
        item, about = definition.items[name], {"item": name}
        for _ in getattr(item, "hints", ()):
            yield {"type": "hint", **about}
        for level in ("guessing", "sure"):
            yield {"type": "sure", **about, "level": level}
        yield from _answered(item, about, chance, state)
        if definition.way == "check":
            yield {"type": "check", **about, "final": True}
            yield {"type": "keep", **about}
            if isinstance(item, Contested):
                yield {"type": "pick", **about, "option": chance.choice(list(item.positions))}
                yield {"type": "keep", **about}
    yield {"type": "finish"}


def _answered(item, about, chance, state) -> Play:
    match item:
        case Choice():
            for option in item.options if item.multiple else chance.sample(list(item.options), 2):
                yield {"type": "pick", **about, "option": option, **({"on": True} if item.multiple else {})}
        case Contested():
            for option in item.positions:
                yield {"type": "pick", **about, "option": option}
        case Sequencing():
            for number, entry in enumerate(order(item, state().seed), 1):
                yield {"type": "move", **about, "entry": entry, "to": str(chance.randint(1, number))}
        case Matching():
            for prompt in item.prompts:
                for target in chance.sample(list(item.targets), 2):
                    yield {"type": "match", **about, "prompt": prompt, "target": target}
        case FillIn():
            yield {"type": "fill", **about, "text": prose(chance, 200)}


def _roleplay(definition, state, chance, length) -> Play:
    """To an end, going back at every fifth scene; then every question of the debrief, at length."""
    yield {"type": "mode", "mode": "coach"}
    count = 0
    while not state().ending:
        scene = definition.scenes[state().scene]
        choice = chance.choice(available(scene, state().facts))
        yield {"type": "choose", "scene": scene.id, "choice": choice.id}
        count += 1
        if count % 5 == 0 and not state().ending:
            yield {"type": "back", "scene": state().scene}
    yield {"type": "debrief"}
    for prompt in offered_prompts(definition, state()):
        yield {"type": "reflect", "prompt": prompt.id, "text": prose(chance, length // 2)}
        yield {"type": "reflect", "prompt": prompt.id, "text": prose(chance, 3 * length)}
    for mark in ("explains", "annoys"):
        yield {"type": "mark", "as": mark, "reading": chance.choice(list(definition.debrief.readings))}
    yield {"type": "reflect", "prompt": BECAUSE, "text": prose(chance, 3 * length)}


def _plan(definition, state, chance, length) -> Play:
    """Two versions, criticized, the second one kept."""
    from interactive.activities.plan.rules import over

    for _ in range(2):
        for slot in definition.slots.values():
            if slot.pick == "text":
                yield {"type": "write", "slot": slot.id, "text": prose(chance, length)}
                continue
            cheap = sorted(slot.options, key=lambda name: (sum(slot.options[name].adds.values()), chance.random()))
            for name in list(state().picked.get(slot.id, ())):
                if slot.pick == "several":
                    yield {"type": "pick", "slot": slot.id, "option": name, "on": False}
            for name in cheap[: slot.least if slot.pick == "several" else 1]:
                yield {
                    "type": "pick",
                    "slot": slot.id,
                    "option": name,
                    **({"on": True} if slot.pick == "several" else {}),
                }
        assert not over(definition, state().picked)
        yield {"type": "criticize"}
    yield {"type": "keep"}


def _memo(definition, state, chance, length) -> Play:
    for _ in range(2):
        for name in definition.sections:
            yield {"type": "write", "section": name, "text": prose(chance, 4 * length)}
        yield {"type": "check"}
    yield {"type": "keep"}


def _profile(definition, state, chance, length) -> Play:
    for name, question in definition.questions.items():
        for answer in question.answers:
            yield {"type": "pick", "question": name, "answer": answer}
    yield {"type": "finish"}


def _transfer(definition, state, chance, length) -> Play:
    parts = {
        "carrier": definition.carriers,
        "receiver": definition.bodies,
        "idea": definition.ideas,
        "form": definition.forms,
        "when": definition.times,
    }
    for _ in range(2):
        for place in range(definition.most):
            for part, choices in parts.items():
                yield {"type": "set", "move": place, "part": part, "value": chance.choice(list(choices))}
        yield {"type": "watch"}
        for _ in range(definition.rounds - 1):
            yield {"type": "round", "to": "next"}
        yield {"type": "season"}
        yield {"type": "round", "to": "end"}
    yield {"type": "keep"}


PLAYERS = {
    "reading": _reading,
    "sorter": _sorter,
    "casefile": _casefile,
    "quiz": _quiz,
    "roleplay": _roleplay,
    "plan": _plan,
    "memo": _memo,
    "profile": _profile,
    "transfer": _transfer,
}
