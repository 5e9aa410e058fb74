"""Replaying an attempt: its state is the fold of its entries, wherever the engine runs."""

from collections.abc import Iterable
from typing import Any

from interactive.kernel.activity import Activity, Statement
from interactive.record.model import Entry


def replay(
    activity: Activity, definition: Any, seed: int, entries: Iterable[Entry]
) -> tuple[Any, tuple[Statement, ...]]:
    """Fold entries, in order, into (state, statements). An entry that is impossible where it stands changes nothing."""
    state = activity.start(definition, seed=seed)
    statements: list[Statement] = []
    for entry in sorted(entries, key=lambda entry: entry.order):
        result = activity.step(definition, state, entry.event, now=entry.at)
        state = result.state
        statements.extend(result.statements)
    return state, tuple(statements)
