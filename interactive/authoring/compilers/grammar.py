"""What the small languages of authors share: and, or, not and parentheses around parts of their own. Never evaluated as code.

either := both ("or" both)*      both := one ("and" one)*      one := "not" one | "(" either ")" | part
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from interactive.authoring.compilers.common import NotCompiled

DEEPEST = 15


@dataclass(frozen=True, slots=True)
class Grammar:
    """One of these languages: its tokens, the words for them and for its parts in an error, and how one part is read.

    `part(token, rest)` takes what it needs from the front of `rest`; None says that nothing is asked, and stands alone.
    """

    token: re.Pattern[str]
    signs: str
    parts: str
    part: Callable[[str, list[str]], Any]

    def parse(self, text: str) -> Any:
        """Parse a text into nested lists; raises `NotCompiled` with what is wrong and what to write instead."""
        tokens = self._tokens(text)
        parsed = self._joined(tokens, "or", 0)
        if tokens:
            raise NotCompiled(f"`{tokens[0]}` cannot stand there; join {self.parts} with and, or")
        return parsed

    def _tokens(self, text: str) -> list[str]:
        tokens, place = [], 0
        while place < len(text.rstrip()):
            match = self.token.match(text, place)
            if match is None:
                raise NotCompiled(f"`{text[place:].strip()[:12]}` is none of {self.signs}")
            tokens.append(match[1])
            place = match.end()
        return tokens

    def _joined(self, tokens: list[str], word: str, depth: int) -> Any:
        """Parts joined by one word; `and` binds more closely than `or`."""
        parts = []
        while True:
            parts.append(self._joined(tokens, "and", depth) if word == "or" else self._one(tokens, depth))
            if not tokens or tokens[0] != word:
                break
            tokens.pop(0)
        if len(parts) == 1:
            return parts[0]
        if None in parts:
            raise NotCompiled("`always` stands alone, or not at all")
        return [word, *parts]

    def _one(self, tokens: list[str], depth: int) -> Any:
        if not tokens or depth > DEEPEST:
            raise NotCompiled("it is nested too deep" if tokens else "something is missing at its end")
        token = tokens.pop(0)
        if token == "not":
            return ["not", self._one(tokens, depth + 1)]
        if token == "(":
            inner = self._joined(tokens, "or", depth + 1)
            expect(tokens, ")", "a parenthesis is opened and never closed")
            return inner
        return self.part(token, tokens)


def expect(tokens: list[str], wanted: str, message: str) -> None:
    """Take one token off; raises `NotCompiled` with this message if it is another."""
    if not tokens or tokens.pop(0) != wanted:
        raise NotCompiled(message)
