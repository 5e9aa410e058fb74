"""Three-valued logic: met, arguable, not met. `and` is as weak as its weakest part, `or` as strong as its strongest.

A formula was parsed at build time: an element's id, or a tuple ("and" | "or", part, part, ...), or ("not", part).
"""

from collections.abc import Iterator, Mapping, Set
from typing import Any

from interactive.kernel.reading import Malformed

type Formula = str | tuple[Any, ...]

FINDINGS = ("not-met", "arguable", "met")  # in the order of their degree
DEEPEST = 40


def evaluate(formula: Formula, findings: Mapping[str, str]) -> str:
    """What a formula comes to when its elements are found so."""
    return FINDINGS[_degree(formula, findings)]


def steps_apart(one: str, other: str) -> int:
    """How far two findings lie from each other: 0 the same, 1 adjacent, 2 opposite."""
    return abs(FINDINGS.index(one) - FINDINGS.index(other))


def leaves(formula: Formula) -> Iterator[str]:
    """The elements of a formula, in its order."""
    if isinstance(formula, str):
        yield formula
    else:
        for part in formula[1:]:
            yield from leaves(part)


def read_formula(data: Any, known: Set[str], depth: int = 0) -> Formula:
    """Read a formula as the build compiled it (nested lists); raises `Malformed` when it is not one."""
    if isinstance(data, str):
        if data not in known:
            raise Malformed(f"the formula names `{data}`, which is no element")
        return data
    if not isinstance(data, list) or not data or depth > DEEPEST:
        raise Malformed("the formula should be nested lists of and, or, not and elements")
    right = len(data) == 2 if data[0] == "not" else data[0] in ("and", "or") and len(data) > 2
    if not right:
        raise Malformed("a part of the formula is neither and, or nor not")
    return (data[0], *(read_formula(part, known, depth + 1) for part in data[1:]))


def in_words(formula: Formula, names: Mapping[str, str]) -> str:
    """A formula as people say it: `1, 2, either 5a or 5b, and not 6`."""
    if isinstance(formula, str):
        return names[formula]
    if formula[0] == "not":
        return f"not {_inside(formula[1], names)}"
    parts = [_inside(part, names) if formula[0] == "or" else in_words(part, names) for part in formula[1:]]
    if formula[0] == "or":
        return ("either " if len(parts) == 2 else "one of ") + f"{', '.join(parts[:-1])} or {parts[-1]}"
    return f"{parts[0]} and {parts[1]}" if len(parts) == 2 else f"{', '.join(parts[:-1])}, and {parts[-1]}"


def _inside(formula: Formula, names: Mapping[str, str]) -> str:
    return in_words(formula, names) if isinstance(formula, str) else f"({in_words(formula, names)})"


def _degree(formula: Formula, findings: Mapping[str, str]) -> int:
    if isinstance(formula, str):
        return FINDINGS.index(findings[formula])
    degrees = [_degree(part, findings) for part in formula[1:]]
    if formula[0] == "not":
        return len(FINDINGS) - 1 - degrees[0]
    return min(degrees) if formula[0] == "and" else max(degrees)
