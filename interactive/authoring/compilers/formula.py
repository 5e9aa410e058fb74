"""Parsing a casefile's formula: `and`, `or`, `not`, parentheses and element ids, into nested lists. It is never evaluated as code.

either := both ("or" both)*      both := one ("and" one)*      one := "not" one | "(" either ")" | element
"""

import re
from collections.abc import Collection
from difflib import get_close_matches
from typing import Any

from interactive.authoring.compilers.common import NotCompiled

type Parsed = str | list[Any]

TOKEN = re.compile(r"\s*([()]|[a-z0-9]+(?:-[a-z0-9]+)*)")
RESERVED = ("and", "or", "not")
DEEPEST = 15


def parse_formula(text: str, elements: Collection[str]) -> Parsed:
    """Parse a formula over these elements; raises `NotCompiled` with what is wrong and where."""
    tokens = _tokens(text)
    parsed = _joined(tokens, "or", elements, 0)
    if tokens:
        raise NotCompiled(f"`{tokens[0]}` cannot stand there; join elements with and, or")
    return parsed


def _tokens(text: str) -> list[str]:
    tokens, place = [], 0
    while place < len(text.rstrip()):
        match = TOKEN.match(text, place)
        if match is None:
            raise NotCompiled(f"`{text[place:].strip()[:12]}` is none of and, or, not, ( ) and element ids")
        tokens.append(match[1])
        place = match.end()
    return tokens


def _joined(tokens: list[str], word: str, elements: Collection[str], depth: int) -> Parsed:
    """Parts joined by one word; `and` binds more closely than `or`."""
    parts = []
    while True:
        parts.append(_joined(tokens, "and", elements, depth) if word == "or" else _one(tokens, elements, depth))
        if not tokens or tokens[0] != word:
            return parts[0] if len(parts) == 1 else [word, *parts]
        tokens.pop(0)


def _one(tokens: list[str], elements: Collection[str], depth: int) -> Parsed:
    if not tokens or depth > DEEPEST:
        raise NotCompiled("it is nested too deep" if tokens else "something is missing at its end")
    token = tokens.pop(0)
    if token == "not":
        return ["not", _one(tokens, elements, depth + 1)]
    if token == "(":
        inner = _joined(tokens, "or", elements, depth + 1)
        if not tokens or tokens.pop(0) != ")":
            raise NotCompiled("a parenthesis is opened and never closed")
        return inner
    if token in elements:
        return token
    near = get_close_matches(token, elements, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"the elements are {', '.join(elements)}"
    raise NotCompiled(
        f"`{token}` cannot stand there; an element was expected"
        if token in (*RESERVED, ")")
        else f"there is no element `{token}`; {hint}"
    )
