"""Parsing a casefile's formula, element ids joined by and, or, not (grammar.py), into nested lists. It is never evaluated as code."""

import re
from collections.abc import Collection
from difflib import get_close_matches
from typing import Any

from interactive.authoring.compilers.common import NotCompiled
from interactive.authoring.compilers.grammar import Grammar

type Parsed = str | list[Any]

TOKEN = re.compile(r"\s*([()]|[a-z0-9]+(?:-[a-z0-9]+)*)")
SIGNS = "and, or, not, ( ) and element ids"
RESERVED = ("and", "or", "not", ")")


def parse_formula(text: str, elements: Collection[str]) -> Parsed:
    """Parse a formula over these elements; raises `NotCompiled` with what is wrong and where."""
    parsed: Parsed = Grammar(TOKEN, SIGNS, "elements", lambda token, _: _element(token, elements)).parse(text)
    return parsed


def _element(token: str, elements: Collection[str]) -> str:
    if token in elements:
        return token
    if token in RESERVED:
        raise NotCompiled(f"`{token}` cannot stand there; an element was expected")
    near = get_close_matches(token, elements, 1)
    hint = f"did you mean `{near[0]}`?" if near else f"the elements are {', '.join(elements)}"
    raise NotCompiled(f"there is no element `{token}`; {hint}")
