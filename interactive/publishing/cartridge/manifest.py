"""The manifest: what the cartridge is, how its modules hang together, where each file lies."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from interactive.publishing.cartridge.model import Module, Resource
from interactive.publishing.cartridge.versions import XSI, Version
from interactive.publishing.cartridge.xml import document, element

NAME = "imsmanifest.xml"
TITLE = "Second Track"
ABOUT = "An open course in Track Two diplomacy: the lessons to read, a quiz for each, a bank of items and prompts to discuss."
RIGHTS = "By The Second Track authors, CC BY-SA 4.0."
WORDS = ("Track Two diplomacy", "unofficial dialogue", "peace and conflict studies", "mediation")


def manifest(version: Version, modules: Iterable[Module], apart: Iterable[Resource]) -> str:
    """The whole file. What is `apart` belongs to no module: the standard lets nothing refer to a question bank."""
    shown = tuple(modules)
    every = [*(one for module in shown for one in module.resources), *apart]
    root = element(
        "manifest",
        element(
            "metadata",
            element("schema", text="IMS Common Cartridge"),
            element("schemaversion", text=version.number),
            _about(),
        ),
        element("organizations", _tree(shown)),
        element("resources", *(_resource(version, one) for one in every)),
        identifier="second-track",
        xmlns=version.manifest,
        xmlns__lom=version.about_resource,
        xmlns__lomimscc=version.about_course,
        xmlns__xsi=XSI,
        xsi__schemaLocation=_places(version),
    )
    return document(root)


def _places(version: Version) -> str:
    pairs = {
        version.manifest: "{}_imscp_v1p2_v1p0",
        version.about_course: "LOM/{}_lommanifest_v1p0",
        version.about_resource: "LOM/{}_lomresource_v1p0",
    }
    return " ".join(f"{name} {version.schema(schema)}" for name, schema in pairs.items())


def _about() -> Element:
    def said(name: str, words: str) -> Element:
        return element(f"lomimscc:{name}", element("lomimscc:string", text=words, language="en"))

    general = element(
        "lomimscc:general",
        said("title", TITLE),
        element("lomimscc:language", text="en"),
        said("description", ABOUT),
        *(said("keyword", word) for word in WORDS),
    )
    kept = element("lomimscc:copyrightAndOtherRestrictions", element("lomimscc:value", text="yes"))
    return element("lomimscc:lom", general, element("lomimscc:rights", kept, said("description", RIGHTS)))


def _tree(modules: Iterable[Module]) -> Element:
    """One untitled item at the top, as the standard has it, and in it an item for each module."""
    rows = [
        element("item", element("title", text=one.title), *map(_item, one.resources), identifier=one.id)
        for one in modules
    ]
    top = element("item", *rows, identifier="modules")
    return element("organization", top, identifier="course", structure="rooted-hierarchy")


def _item(resource: Resource) -> Element:
    title = element("title", text=resource.title)
    return element("item", title, identifier=f"place-{resource.id}", identifierref=resource.id)


def _resource(version: Version, resource: Resource) -> Element:
    """A page names its file twice; on other types the standard forbids the first."""
    where = {"href": resource.href} if resource.kind == "page" else {}
    files = [element("file", href=name) for name in resource.names]
    about = _for_instructors(version) if resource.instructor else None
    return element("resource", about, *files, identifier=resource.id, type=version.type(resource.kind), **where)


def _for_instructors(version: Version) -> Element:
    """Who a resource is for. Moodle hides it from students by this."""
    source, value = element("lom:source", text=version.roles), element("lom:value", text="Instructor")
    role = element("lom:educational", element("lom:intendedEndUserRole", source, value))
    return element("metadata", element("lom:lom", role))
