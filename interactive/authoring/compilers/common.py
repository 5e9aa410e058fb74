"""What the compilers of all kinds share."""

from typing import Any

from interactive.authoring.bibliography import Bibliography
from interactive.authoring.markup import href, typographic

FORMAT = 1


class NotCompiled(Exception):
    """A definition is missing or wrong; the message says what to run or mend."""


def cites(data: dict[str, Any], works: Bibliography) -> list[dict[str, str]]:
    """The works that this names, each with the label it has on the page; none where it names none."""
    return [{"key": key, "label": works.label(key)} for key in data.get("cite", [])]


def reread(data: dict[str, Any]) -> dict[str, str]:
    """Where to read again: {text, href}, the link from the site's root."""
    return {"text": typographic(data["reread"]["text"]), "href": href(data["reread"]["href"])}
