"""Parsing a story's conditions into nested lists (kernel/conditions.py says of what kind). Never evaluated as code.

Comparisons are joined by and, or, not (grammar.py); "always" asks nothing.
compared := "met(" scene ")" | "visits(" scene ")" sign number | "took(" scene ")" "=" choice | name sign value
sign := "=" | ">=" | "<="      name := a variable or a seed; in the debrief also "ending"
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from interactive.authoring.compilers.common import NotCompiled
from interactive.authoring.compilers.grammar import Grammar, expect

type Parsed = list[Any] | None

TOKEN = re.compile(r"\s*(>=|<=|=|[()]|-?[a-z0-9]+(?:-[a-z0-9]+)*)")
SIGNS = ("=", ">=", "<=")
WORDS = "and, or, not, ( ), =, >=, <= and names"
SEED_SIGN = "a seed has names for values; compare it with ="


@dataclass(frozen=True, slots=True)
class Names:
    """What conditions may speak of: variables with (least, most), seeds with their values, scenes with their choices, endings."""

    variables: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    seeds: Mapping[str, Collection[str]] = field(default_factory=dict)
    scenes: Mapping[str, Collection[str]] = field(default_factory=dict)
    endings: Collection[str] = ()


def parse_condition(text: str, names: Names) -> Parsed:
    """Parse one condition; raises `NotCompiled` with what is wrong and what to write instead."""
    parsed: Parsed = Grammar(TOKEN, WORDS, "comparisons", lambda token, rest: _part(token, rest, names)).parse(text)
    return parsed


def _part(token: str, tokens: list[str], names: Names) -> Parsed:
    if token == "always":
        return None
    if token in ("met", "visits", "took") and tokens[:1] == ["("]:
        return _about_scene(token, tokens, names)
    return _compared(token, tokens, names)


def _about_scene(word: str, tokens: list[str], names: Names) -> Parsed:
    tokens.pop(0)
    scene = tokens.pop(0) if tokens else ""
    _known(scene, [*names.scenes, *names.endings], "scene")
    expect(tokens, ")", f"write {word}({scene})")
    if word == "met":
        return [">=", f"@{scene}", 1]
    sign, value = _sign(tokens, scene), tokens.pop(0) if tokens else ""
    if word == "visits":
        return [sign, f"@{scene}", _number(value, scene, (0, 99))]
    if sign != "=":
        raise NotCompiled(f"write took({scene})=choice")
    _known(value, names.scenes.get(scene, ()), f"choice of {scene}")
    return ["=", f"#{scene}", value]


def _compared(name: str, tokens: list[str], names: Names) -> Parsed:
    known = [*names.variables, *names.seeds, *(["ending"] if names.endings else [])]
    _known(name, known, "variable or seed")
    sign, value = _sign(tokens, name), tokens.pop(0) if tokens else ""
    if name in names.variables:
        return [sign, name, _number(value, name, names.variables[name])]
    if sign != "=":
        raise NotCompiled(f"`{name}` {sign}: {SEED_SIGN}")
    _known(value, names.endings if name == "ending" else names.seeds[name], f"value of {name}")
    return ["=", name, value]


def _sign(tokens: list[str], name: str) -> str:
    sign = tokens.pop(0) if tokens else ""
    if sign not in SIGNS:
        raise NotCompiled(f"after `{name}` stands {f'`{sign}`' if sign else 'nothing'}; write =, >= or <= and a value")
    return sign


def _number(value: str, name: str, bounds: tuple[int, int]) -> int:
    if not re.fullmatch(r"-?\d+", value):
        raise NotCompiled(f"`{name}` is a number; `{value}` is none")
    if not bounds[0] <= int(value) <= bounds[1]:
        raise NotCompiled(f"`{name}` runs from {bounds[0]} to {bounds[1]} and is never compared with {value}")
    return int(value)


def _known(name: str, known: Collection[str], what: str) -> None:
    if name not in known:
        near = get_close_matches(name, list(known), 1)
        hint = f"did you mean `{near[0]}`?" if near else f"there is {', '.join(list(known)[:12]) or 'none'}"
        raise NotCompiled(f"there is no {what} `{name}`; {hint}")
