"""An Anki note made from an item as the build compiled it: the question, and everything that the site says once it is marked."""

import re
from collections.abc import Callable, Iterable, Mapping
from string import ascii_uppercase
from typing import Any

from interactive.activities.quiz.marking import fold
from interactive.kernel.html import Child, Safe, join, tag
from interactive.kernel.shuffle import shuffled

type Item = Mapping[str, Any]

FIELDS = ("Question", "Choices", "Answer", "Sources")
INSIDE_LINK = re.compile(r'<a href="(?!https?://)[^"]*">(.*?)</a>', re.DOTALL)


def fields(item: Item) -> list[str]:
    """The fields of an item's note, in the order of `FIELDS`."""
    sources = "; ".join(cite["label"] for cite in item["cites"])
    below = [
        [tag("b", "Sources: "), _closed(sources), " "] if sources else None,
        [tag("b", "Read again: "), _closed(item["reread"]["text"])],
    ]
    choices = FRONTS.get(item["type"], lambda _: None)(item)
    return [_held(part) for part in (Safe(item["stem"]), choices, BACKS[item["type"]](item), below)]


def _held(part: Child) -> str:
    """HTML that holds outside the site: a link into the site is its words."""
    return INSIDE_LINK.sub(r"\1", join(part))


def _closed(words: str) -> str:
    """With one full stop at the end, also after “n.d.”"""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _list(texts: Iterable[str], lettered: bool = False) -> Safe:
    return tag("ol" if lettered else "ul", [tag("li", Safe(text)) for text in texts], type="A" if lettered else None)


def _mixed(rows: list[dict[str, Any]], item: Item) -> list[dict[str, Any]]:
    """Rows in an order that tells nothing, the same in every build."""
    order = shuffled((row["id"] for row in rows), 0, item["id"])
    return sorted(rows, key=lambda row: order.index(row["id"]))


def _choices(item: Item) -> list[dict[str, Any]]:
    return list(item["options"]) if item.get("ordered") else _mixed(item["options"], item)


def _choice_front(item: Item) -> Child:
    several = tag("p", f"Choose {len(item['key'])}.") if len(item["key"]) > 1 else None
    return [several, _list((one["text"] for one in _choices(item)), lettered=True)]


def _choice_back(item: Item) -> Child:
    """The letters of the key, then every option with its reason."""
    rows = _choices(item)
    letters = ", ".join(letter for letter, one in zip(ascii_uppercase, rows, strict=False) if one["id"] in item["key"])
    reasons = [_reasoned(one["text"], one["rationale"], one["id"] in item["key"]) for one in rows]
    return [tag("p", letters, class_="answer"), tag("ol", reasons, type="A")]


def _order_front(item: Item) -> Child:
    return _list(one["text"] for one in _mixed(item["entries"], item))


def _order_back(item: Item) -> Child:
    return tag("ol", [_reasoned(one["text"], one["rationale"]) for one in item["entries"]])


def _pairs_front(item: Item) -> Child:
    targets = join(
        [["; " if place else None, Safe(one["text"])] for place, one in enumerate(_mixed(item["targets"], item))]
    )
    return [_list(one["text"] for one in item["prompts"]), tag("p", tag("b", "Choose from: "), targets, ".")]


def _pairs_back(item: Item) -> Child:
    names = {one["id"]: one["text"] for one in item["targets"]}
    return tag("ul", [_reasoned(f"{one['text']} → {names[one['key']]}", one["rationale"]) for one in item["prompts"]])


def _reasoned(text: str, rationale: str, right: bool = False) -> Safe:
    mark = tag("b", " Right.") if right else None
    return tag("li", tag("span", Safe(text), class_="choice"), mark, " ", Safe(rationale))


def _blank_back(item: Item) -> Child:
    """The best form, and those that do not only look different."""
    forms: dict[str, str] = {}
    for form in item["accept"]:
        forms.setdefault(fold(form), form)
    best, *others = forms.values()
    also = tag("p", "Also: ", _closed("; ".join(others))) if others else None
    return [tag("p", best, class_="answer"), also, tag("p", Safe(item["rationale"]))]


def _term_back(item: Item) -> Child:
    return tag("p", Safe(item["meaning"]), class_="answer")


FRONTS: dict[str, Callable[[Item], Child]] = {
    "choice": _choice_front,
    "sequencing": _order_front,
    "matching": _pairs_front,
}
BACKS: dict[str, Callable[[Item], Child]] = {
    "choice": _choice_back,
    "sequencing": _order_back,
    "matching": _pairs_back,
    "fill-in": _blank_back,
    "term": _term_back,
}


def asked(item: Item) -> bool:
    """Whether the item has an answer that a card can show. A contested one has none."""
    return item["type"] in BACKS
