"""A frozen dataclass with some fields changed: `dataclasses.replace` for the slotted ones, which states are, in a third of its time.

Every event of every attempt makes a new state or two, and a class that is graded brings hundreds of thousands of events.
"""

from typing import Any

_NEW, _SET = object.__new__, object.__setattr__


def replace[S](one: S, **fields: Any) -> S:
    """The same value with these fields changed; a name that is no field is refused, as there. For classes without a base class."""
    kind = type(one)
    names: tuple[str, ...] = kind.__slots__  # type: ignore[attr-defined]
    new = _NEW(kind)
    for name in names:
        _SET(new, name, fields.pop(name) if name in fields else getattr(one, name))
    if fields:
        raise TypeError(f"{kind.__name__} has no field {', '.join(fields)}")
    return new
