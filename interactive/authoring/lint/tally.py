"""What a bank holds, counted, beside what the curriculum asks of it. The rules warn by it, and `course check --report` prints it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from interactive.authoring.lint.quizzes import Item, items_of, keys_of, quizzes, single, texts_of
from interactive.authoring.project import Project

ITEMS, ITEMS_AT_THE_ENDS, ENDS = 30, 12, ("00-", "07-")  # the introduction and the conclusion need less
TYPES, CONTESTED, AN_OBJECTIVE = 3, 2, 3
KEY_SHARE = 0.4
ENOUGH = {"key-longest": 5, "position-bias": 10}  # single-choice items below which a share says nothing
DIFFICULTIES = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing counted. `wanted` is what is asked of it, if anything is, and `rule` the rule that asks."""

    name: str
    found: str
    wanted: str = ""
    met: bool = True
    rule: str = ""


def rows(ref: str, data: dict[str, Any]) -> Iterator[Row]:
    """Everything that is counted in a bank but its objectives."""
    items = [item for _, item in items_of(data)]
    least = ITEMS_AT_THE_ENDS if ref.startswith(ENDS) else ITEMS
    yield Row("items", str(len(items)), f"{least} or more", len(items) >= least, "bank-mix")
    yield from _difficulties(items)
    yield from _types(items)
    yield from _keys([item for item in items if single(item)])


def _difficulties(items: list[Item]) -> Iterator[Row]:
    count = Counter(str(item.get("difficulty")) for item in items)
    asked = {1: ("half or less", count["1"] * 2 <= len(items)), 3: ("a quarter or more", count["3"] * 4 >= len(items))}
    for level in DIFFICULTIES:
        wanted, met = asked.get(level, ("", True))
        yield Row(f"at difficulty {level}", share(count[str(level)], len(items)), wanted, met, "bank-mix")


def _types(items: list[Item]) -> Iterator[Row]:
    kinds = Counter(str(item.get("type")) for item in items)
    yield Row("types", str(len(kinds)), f"{TYPES} or more", len(kinds) >= TYPES, "bank-mix")
    several = sum(item.get("type") == "choice" and not single(item) for item in items)
    for kind, count in sorted(kinds.items()):
        if kind != "contested":
            of_which = f", {several} with several keys" if kind == "choice" and several else ""
            yield Row(f"  {kind[:20]}", f"{count}{of_which}")
    count = kinds["contested"]
    yield Row("  contested", str(count), f"{CONTESTED} or more", count >= CONTESTED, "bank-mix")


def _keys(items: list[Item]) -> Iterator[Row]:
    most, longest = f"{KEY_SHARE:.0%} or less", len(longest_keys(items))
    yield _shared("key is longest option", longest, len(items), most, "key-longest")
    places = Counter(list(texts_of(item, "options")).index(keys_of(item)[0]) + 1 for item in items)
    for place, count in sorted(places.items()):
        yield _shared(f"key in place {place}", count, len(items), most, "position-bias")


def _shared(name: str, count: int, total: int, most: str, rule: str) -> Row:
    few = total < ENOUGH[rule]
    return Row(name, share(count, total), "" if few else most, few or count <= KEY_SHARE * total, rule)


def longest_keys(items: list[Item]) -> list[str]:
    """The ids of single-choice items whose key is longer than every other option."""
    found = []
    for item in items:
        lengths = {name: len(text.strip()) for name, text in texts_of(item, "options").items()}
        own = lengths.pop(keys_of(item)[0])
        if own > max(lengths.values(), default=own):
            found.append(str(item.get("id")))
    return found


def share(count: int, total: int) -> str:
    """A count as it is printed: `9 of 20 (45 %)`."""
    return f"{count} of {total} ({count / total:.0%})" if total else "0"


def objective_rows(project: Project, lesson: str) -> dict[str, Row]:
    """Each objective of a lesson, with the items that assess it anywhere in the course."""
    assessed = Counter(str(item.get("objective")) for _, _, data in quizzes(project) for _, item in items_of(data))
    return {
        name: Row(
            name, str(assessed[name]), f"{AN_OBJECTIVE} or more", assessed[name] >= AN_OBJECTIVE, "objective-too-few"
        )
        for name, page in project.objectives.items()
        if page.startswith(f"lessons/{lesson}/")
    }
