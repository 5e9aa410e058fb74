"""Replaying an attempt: its state is the fold of its entries, wherever the engine runs."""

from collections.abc import Iterable
from typing import Any

from interactive.kernel.activity import Activity, Statement
from interactive.record.model import ORDER, Entry


def replay(
    activity: Activity, definition: Any, seed: int, entries: Iterable[Entry], first: Any = None
) -> tuple[Any, tuple[Statement, ...]]:
    """Fold entries, in order, into (state, statements). An entry that is impossible where it stands changes nothing.

    `first` is the state that this seed begins with, where it is known already.
    """
    state = activity.start(definition, seed=seed) if first is None else first
    statements: list[Statement] = []
    for entry in sorted(entries, key=ORDER):
        result = activity.step(definition, state, entry.event, now=entry.at)
        state = result.state
        statements.extend(result.statements)
    return state, tuple(statements)
