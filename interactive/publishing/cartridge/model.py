"""What a cartridge is made of before a version is chosen: resources in modules.

An id is for ever. A system that takes a cartridge in a second time knows by it what was there before, so it comes from a lesson's
folder or an item's id and from nothing that may be reworded.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from interactive.publishing.cartridge.versions import Version


@dataclass(frozen=True, slots=True)
class Resource:
    """One thing to read, answer, discuss or follow. `kind` is page, topic, link, assessment or question-bank; `beside` are files that
    a page shows; an `instructor`'s resource is to be kept from students.
    """

    id: str
    kind: str
    title: str
    href: str
    content: Callable[[Version], str]
    beside: Mapping[str, str] = field(default_factory=dict)
    instructor: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, the first one first."""
        return (self.href, *self.beside)

    def files(self, version: Version) -> dict[str, str]:
        """Every file of it in this version."""
        return {self.href: self.content(version), **self.beside}


@dataclass(frozen=True, slots=True)
class Module:
    """Resources under one heading, in the order in which they are met."""

    id: str
    title: str
    resources: tuple[Resource, ...]
