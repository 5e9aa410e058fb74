"""The manifest of a package: which lesson is which, and which files belong to it.

Identifiers are for ever. A re-upload whose items have the identifiers of before keeps the learners' answers and grades; with others they
are deleted (lms.md). So they are made from a lesson's folder, which never changes, and from nothing else; the standard and what
is left out of a light package play no part in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from interactive.kernel.course import COURSE

LICENSE = "Text CC BY-SA 4.0, code MIT."


@dataclass(frozen=True, slots=True)
class Unit:
    """A lesson in the manifest: `files` are those that no other lesson needs."""

    folder: str
    title: str
    href: str
    files: Sequence[str]

    @property
    def item(self) -> str:
        """The identifier that grades and answers hang on."""
        return f"{COURSE}-{self.folder}-item"

    @property
    def resource(self) -> str:
        """The identifier of its files."""
        return f"{COURSE}-{self.folder}-files"


@dataclass(frozen=True, slots=True)
class Package:
    """What a manifest says. `folder` is the lesson's, or "course" for all of them."""

    folder: str
    title: str
    description: str
    units: Sequence[Unit]
    shared: Sequence[str]  # files that several lessons need, or the one

    @property
    def identifier(self) -> str:
        """The package's own identifier."""
        return f"{COURSE}-{self.folder}"

    @property
    def organization(self) -> str:
        """The identifier of its table of contents."""
        return f"{self.identifier}-contents"

    @property
    def common(self) -> str:
        """The identifier of the files that its lessons share."""
        return f"{self.identifier}-shared"


def child(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    """Add an element."""
    made = ET.SubElement(parent, name, attributes)
    made.text = text
    return made


def organizations(manifest: ET.Element, package: Package) -> tuple[ET.Element, list[ET.Element]]:
    """Add the table of contents; return it and its items, for what a standard adds to them."""
    found = child(manifest, "organizations", default=package.organization)
    organization = child(found, "organization", identifier=package.organization)
    child(organization, "title", package.title)
    items = []
    for unit in package.units:
        item = child(organization, "item", identifier=unit.item, identifierref=unit.resource, isvisible="true")
        child(item, "title", unit.title)
        items.append(item)
    return organization, items


def resources(manifest: ET.Element, package: Package, kind: str) -> None:
    """Add every file: each lesson's own beside it, the others once. `kind` is how the standard spells the type of a resource."""
    found = child(manifest, "resources")
    for unit in package.units:
        described = {"identifier": unit.resource, "type": "webcontent", "href": unit.href, kind: "sco"}
        resource = child(found, "resource", **described)
        for href in sorted({unit.href, *unit.files}):
            child(resource, "file", href=href)
        child(resource, "dependency", identifierref=package.common)
    shared = child(found, "resource", **{"identifier": package.common, "type": "webcontent", kind: "asset"})
    for href in sorted(package.shared):
        child(shared, "file", href=href)


def written(manifest: ET.Element) -> bytes:
    """The manifest as a file."""
    ET.indent(manifest)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(manifest, encoding="unicode")}\n'.encode()
