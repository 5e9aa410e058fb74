"""Which parts of the theme's pages a package leaves out, and what comes in their place."""

import json
from collections.abc import Callable, Mapping
from html import escape

from interactive.publishing.packages.inside import Inside
from interactive.publishing.packages.navigation import contents, relative

KEPT_THERE = (
    "For learning, not for certification. Your answers and your score go to the system that opened this lesson."
)
LINKING = {"href", "target", "rel", "download", "aria-label"}  # what an element that is no link has no use for
FEATURES = ["content.tooltips"]
GONE = {"md-tabs", "st-find", "md-search", "md-sidebar--secondary", "md-footer__inner"}

type Values = Mapping[str, str | None]
type Replace = Callable[[str], str]  # given the page's table of contents


def classes(values: Values) -> set[str]:
    """The classes of an element."""
    return set((values.get("class") or "").split())


def replaced(tag: str, values: Values, page: str, inside: Inside) -> Replace | None:
    """What comes in the place of this element and all that is in it; None if it stays."""
    own = classes(values)
    if "md-sidebar__inner" in own:
        return lambda toc: f'<div class="md-sidebar__inner">{contents(page, inside, toc)}</div>'
    if "md-copyright__highlight" in own:
        return lambda _: f'<div class="md-copyright__highlight">{KEPT_THERE}</div>'
    to_the_home_page = tag == "a" and "st-menu" in own
    search = tag == "label" and values.get("for") == "__search"
    return (lambda _: "") if own & GONE or to_the_home_page or search else None


def undressed(values: Values) -> tuple[str, str]:
    """What stands around the words of a link that leads nowhere: its dress and its name, if it has any."""
    kept = "".join(f' {name}="{escape(value or "")}"' for name, value in values.items() if name not in LINKING)
    return (f"<span{kept}>", "</span>") if kept else ("", "")


def is_contents(tag: str, values: Values) -> bool:
    """Whether this is the page's table of contents, which is kept from the navigation around it."""
    return tag == "nav" and values.get("aria-label") == "Table of contents"


def configuration(text: str, page: str) -> str:
    """What Material is told: where the root is, and nothing of search or tabs."""
    told = json.loads(text)
    kept = {**told, "base": relative(page, "").rstrip("/") or ".", "features": FEATURES, "search": None}
    return json.dumps(kept, sort_keys=True)
