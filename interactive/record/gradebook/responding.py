"""What one attempt says of each item: the first answer, what it earned, how long it took to begin on it, and what was left open.

Most of it stands in the engine's statements. What was in the round and left open says nothing, so it is read off the final state.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from interactive.kernel.activity import Statement
from interactive.record.gradebook.model import Response
from interactive.record.model import Entry

LONGEST = 300  # characters kept of an answer in words
REVISED = frozenset({"plan", "memo", "transfer"})  # made to be revised: the last verdict counts, not the first
ENDING = (
    "ending"  # the item under which a play's ending is told, after the ref: "04-the-third-party/two-winters/ending"
)
ABOUT = ("item", "card", "slot", "section", "question", "scene")  # the field of an event that names what it is about


class Told:
    """The responses of one task, gathered over its attempts in order; `objectives` are (credits, answers) by objective."""

    __slots__ = ("kind", "objectives", "responses")

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.responses: dict[str, Response] = {}
        self.objectives: dict[str, tuple[float, int]] = {}

    def add(self, ref: str, said: Iterable[Statement], left: Iterable[str], paces: Mapping[str, int]) -> None:
        """Take in one attempt: its statements, what it left open, and the milliseconds before each item was begun."""
        revised = self.kind in REVISED
        fresh: dict[str, Statement] = {}
        for statement in said:
            item = statement.item
            if statement.verb == "answered":
                if revised or (item not in fresh and not self._answered(item)):
                    fresh[item] = statement
            elif statement.verb == "completed" and self.kind == "roleplay":
                self.responses.setdefault(f"{ref}/{ENDING}", Response(f"{ref}/{ENDING}", statement.response, None))
        if revised and fresh:
            self.objectives.clear()
        for item, statement in fresh.items():
            credit = statement.credit
            answer = statement.response[:LONGEST]
            if not answer.isascii():  # half a character cannot be written to a file
                answer = answer.encode("utf-8", "replace").decode()
            self.responses[item] = Response(item, answer, credit, paces.get(item, -1000) // 1000)
            if credit is not None:
                for objective in statement.objectives:
                    earned, count = self.objectives.get(objective, (0.0, 0))
                    self.objectives[objective] = (earned + credit, count + 1)
        for item in left:
            self.responses.setdefault(item, Response(item, "", None))

    def shares(self, objectives: Mapping[str, float]) -> None:
        """Take in the shares of an attempt that is judged as a whole: each is one answer to its objective."""
        for name, share in objectives.items():
            earned, count = self.objectives.get(name, (0.0, 0))
            self.objectives[name] = (earned + share, count + 1)

    def _answered(self, item: str) -> bool:
        known = self.responses.get(item)
        return known is not None and bool(known.answer)


def left_open(kind: str, state: Any) -> Iterator[str]:
    """The items that were in the round and have no answer that was marked."""
    if kind == "quiz":
        yield from (name for name, answer in state.answers.items() if not answer.marked and not answer.first)
    elif kind == "sorter":
        yield from (name for name, slip in (state.first or state.slips).items() if not slip.tries)
    elif kind == "casefile":
        for scenario, work in (state.first or state.works).items():
            if state.mode == "twist":
                yield from (name for name, turn in work.turns.items() if not turn.marked)
            else:
                yield from (f"{scenario}--{name}" for name, answer in work.answers.items() if not answer.marked)


def paces(entries: Sequence[Entry], started: int) -> dict[str, int]:
    """For each item the milliseconds between the first action on it and the action before."""
    found: dict[str, int] = {}
    last = started
    for entry in entries:
        name = _about(entry.event)
        if name and name not in found:
            found[name] = max(0, entry.at - last)
        last = entry.at
    return found


def _about(event: Mapping[str, Any]) -> str:
    """The item that an event is about, "" for none."""
    scenario = event.get("scenario")
    if type(scenario) is str:
        if event.get("type") == "conclude":
            return f"{scenario}--conclusion"
        twist, element = event.get("twist"), event.get("element")
        return twist if type(twist) is str else f"{scenario}--{element}" if type(element) is str else ""
    for field in ABOUT:
        name = event.get(field)
        if type(name) is str:
            return name
    return ""
