"""Conditions as the build parsed them: nested lists over named facts. Never text, never evaluated as code.

A condition is None (always), ["and", c, ...], ["or", c, ...], ["not", c], or an atom: ["=", name, value], [">=", name, number],
["<=", name, number]. A name is a fact; in a story it is a variable, a seed, "@scene" (how often that scene was met), "#scene" (the
choice last taken there) or "ending".
"""

from collections.abc import Iterator, Mapping
from typing import Any

from interactive.kernel.reading import DEEPEST, Malformed

type Condition = list[Any] | None
type Facts = Mapping[str, int | str]

JOINED = ("and", "or")
COMPARED = (">=", "<=")


def holds(condition: Condition, facts: Facts) -> bool:
    """Whether a condition is true of these facts. What was never met counts as 0."""
    if condition is None:
        return True
    word = condition[0]
    if word == "and":
        return all(holds(part, facts) for part in condition[1:])
    if word == "or":
        return any(holds(part, facts) for part in condition[1:])
    if word == "not":
        return not holds(condition[1], facts)
    have: Any = facts.get(condition[1], 0)
    if word == "=":
        return bool(have == condition[2])
    return bool(have >= condition[2] if word == ">=" else have <= condition[2])


def atoms(condition: Condition) -> Iterator[tuple[str, str, int | str]]:
    """Every comparison in a condition: (sign, name, value)."""
    if condition is None:
        return
    if condition[0] in (*JOINED, "not"):
        for part in condition[1:]:
            yield from atoms(part)
    else:
        yield condition[0], condition[1], condition[2]


def names(condition: Condition) -> set[str]:
    """Every name that a condition reads."""
    return {name for _, name, _ in atoms(condition)}


def read_condition(data: Any, depth: int = 0) -> Condition:
    """Take a condition from JSON, or raise `Malformed`: what is let through here can be asked of any facts without an error."""
    if data is None:
        return None
    if not isinstance(data, list) or len(data) < 2 or depth > DEEPEST:
        raise Malformed("a condition should be a list that begins with its word")
    word, rest = data[0], data[1:]
    if word in JOINED or (word == "not" and len(rest) == 1):
        for part in rest:
            if read_condition(part, depth + 1) is None:
                raise Malformed("a part of a condition is empty")
        return data
    if len(rest) == 2 and isinstance(rest[0], str):
        number = isinstance(rest[1], int) and not isinstance(rest[1], bool)
        if (word == "=" and (number or isinstance(rest[1], str))) or (word in COMPARED and number):
            return data
    raise Malformed("a condition compares a name by =, >= or <=, and is joined by and, or, not")
