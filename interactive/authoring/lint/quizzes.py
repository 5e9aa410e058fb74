"""Looking into a quiz file whose shape may be wrong: only what is there and of its kind is given out. Texts are compared folded."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from interactive.activities.quiz.marking import SMALL_WORDS, fold
from interactive.authoring.lint.casefiles import rows_of
from interactive.authoring.pages import mapping
from interactive.authoring.project import Project, kind_of
from interactive.authoring.reading import Place, Source

type Item = dict[str, Any]


def quizzes(project: Project) -> Iterator[tuple[str, Source, dict[str, Any]]]:
    """Every quiz that could be read, with its ref."""
    return (one for one in project.own() if kind_of(one[1]) == "quiz")


def items_of(data: dict[str, Any], kind: str = "") -> Iterator[tuple[int, Item]]:
    """The items of a quiz with their numbers: all of them, or those of one type."""
    return ((number, item) for number, item in rows_of(data, "items") if not kind or item.get("type") == kind)


def every_item(project: Project, kind: str = "") -> Iterator[tuple[Source, int, Item]]:
    """The items of all quizzes: source, number, item."""
    for _, source, data in quizzes(project):
        for number, item in items_of(data, kind):
            yield source, number, item


def texts_of(item: Item, table: str) -> dict[str, str]:
    """The texts of an item's options, entries, prompts or positions, by id."""
    rows = {name: mapping(row).get("text") for name, row in mapping(item.get(table)).items()}
    return {name: text for name, text in rows.items() if isinstance(text, str)}


def strings(value: Any) -> list[str]:
    """The texts in a list; none where something else stands."""
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def keys_of(item: Item) -> list[str]:
    """The ids of the right options of a choice, as far as there are such options."""
    return [name for name in strings(item.get("key")) if name in texts_of(item, "options")]


def single(item: Item) -> bool:
    """Whether this is a choice of one option."""
    return item.get("type") == "choice" and len(strings(item.get("key"))) == 1 == len(keys_of(item))


def reasons_of(item: Item) -> Iterator[tuple[Place, str]]:
    """Every rationale of an item, and its feedback on near misses: (way to it, text)."""
    for table in ("options", "entries", "prompts"):
        for name, row in mapping(item.get(table)).items():
            if isinstance(mapping(row).get("rationale"), str):
                yield (table, name, "rationale"), row["rationale"]
    if isinstance(item.get("rationale"), str):
        yield ("rationale",), item["rationale"]
    for number, near in rows_of(item, "near"):
        if isinstance(near.get("feedback"), str):
            yield ("near", number, "feedback"), near["feedback"]


def folded(text: str) -> str:
    """A text as written answers are compared, at any length: `fold` reads as much as a learner may write."""
    return " ".join(word for one in text.split() for word in fold(one).split() if word not in SMALL_WORDS)


def suggestion(name: str, known: list[str], otherwise: str) -> str:
    """What was probably meant; if nothing is near, other advice."""
    near = get_close_matches(name, known, 1)
    return f"did you mean `{near[0]}`?" if near else otherwise
