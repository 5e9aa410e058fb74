"""Reading JSON that somebody else wrote: a value of the expected shape, or one sentence about what is wrong and where."""

import json
import re
from collections.abc import Mapping
from typing import Any

DEEPEST = 60  # no data of ours nests ten deep
STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')


class Malformed(ValueError):
    """The data is not what it should be; the message names the place and is fit to show."""


def parse(text: str) -> Any:
    """Read JSON text. Deep nesting is refused before the parser sees it: in the browser it would end the whole Python."""
    depth = 0
    for bracket in re.findall(r"[\[\]{}]", STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            raise Malformed("this is nested too deep to be data of ours")
    try:
        return json.loads(text)
    except ValueError as error:
        raise Malformed("this is not complete JSON") from error


def take[T](data: Any, name: str, kind: type[T], where: str = "") -> T:
    """Return `data[name]` if data is an object and the value is of this kind (a bool is not an int here)."""
    if type(data) is not dict and not isinstance(data, Mapping):  # asking the abstract class costs ten times as much
        raise Malformed(f"{where or 'the file'} should be an object")
    value = data.get(name)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Malformed(f"{where + '.' if where else ''}{name} should be {_said(kind)}")
    return value


def _said(kind: type) -> str:
    return {str: "text", int: "a whole number", list: "a list", dict: "an object", bool: "true or false"}.get(
        kind, kind.__name__
    )
