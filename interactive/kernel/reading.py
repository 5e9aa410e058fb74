"""Reading JSON that somebody else wrote: a value of the expected shape, or one sentence about what is wrong and where."""

from collections.abc import Mapping
from typing import Any


class Malformed(ValueError):
    """The data is not what it should be; the message names the place and is fit to show."""


def take[T](data: Any, name: str, kind: type[T], where: str = "") -> T:
    """Return `data[name]` if data is an object and the value is of this kind (a bool is not an int here)."""
    if not isinstance(data, Mapping):
        raise Malformed(f"{where or 'the file'} should be an object")
    value = data.get(name)
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Malformed(f"{where + '.' if where else ''}{name} should be {_said(kind)}")
    return value


def _said(kind: type) -> str:
    return {str: "text", int: "a whole number", list: "a list", dict: "an object", bool: "true or false"}.get(
        kind, kind.__name__
    )
