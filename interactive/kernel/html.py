"""A small HTML builder: what is not marked `Safe` is escaped, so a forgotten escape shows as text and never runs."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

type Child = str | Iterable[Child] | None
type Value = str | int | bool | Mapping[str, object] | list[str] | None

VOID = frozenset({"input", "br", "hr", "img"})
TAG = re.compile(r"<[^>]*>?|>")


class Safe(str):
    """Markup that was built here or checked at build time, and is written as it stands."""

    __slots__ = ()


def escape(value: str) -> Safe:
    """Escape text for element content and quoted attributes (not `html.escape`: importing it costs the worker 50 ms)."""
    if isinstance(value, Safe):
        return value
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        value = value.replace(char, entity)
    return Safe(value)


def tag(name: str, /, *children: Child, **attributes: Value) -> Safe:
    """Build one element. `class_` is `class`, `data_event` is `data-event`; a mapping or a list becomes JSON; None and False vanish."""
    opening = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    return Safe(opening) if name in VOID else Safe(f"{opening}{join(children)}</{name}>")


def join(children: Child) -> Safe:
    """Write children one after another: text is escaped, `Safe` kept, None skipped, iterables flattened."""
    if children is None:
        return Safe("")
    if isinstance(children, str):
        return escape(children)
    return Safe("".join(join(child) for child in children))


def icon(name: str) -> Safe:
    """Draw one of the theme's symbols. It is decoration: the words beside it carry the meaning."""
    css_class = "st-track" if name.startswith("t-") else "st-i"
    return Safe(f'<svg class="{css_class}" aria-hidden="true" focusable="false"><use href="#{name}"/></svg>')


def hidden(words: str) -> Safe:
    """Words for the ear only."""
    return tag("span", words, class_="st-hide")


@lru_cache(maxsize=1024)  # engines say the same words again and again, to nobody where many attempts are replayed
def plain(markup: str) -> str:
    """Turn our own markup into a sentence that a live region can read out."""
    text = TAG.sub("", markup)
    if "&" not in text:
        return " ".join(text.split())
    for char, entity in (("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;"), ("&", "&amp;")):
        text = text.replace(entity, char)
    return " ".join(text.split())


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f' {name}="{escape(words)}"'
