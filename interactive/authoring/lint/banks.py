"""Banks as a whole: nobody can pass by form alone, the mix is the curriculum's, and a quiz can be drawn from them."""

from collections.abc import Iterator
from typing import Any

from interactive.authoring.findings import Finding
from interactive.authoring.lint.quizzes import items_of, quizzes, single, strings
from interactive.authoring.lint.tally import AN_OBJECTIVE, longest_keys, objective_rows, rows
from interactive.authoring.project import Project
from interactive.authoring.reading import Source


def key_longest(project: Project) -> Iterator[Finding]:
    """The careful answer tends to be the long one, and test-takers know it."""
    for ref, source, data in quizzes(project):
        for row in rows(ref, data):
            if row.rule == "key-longest" and not row.met:
                ids = ", ".join(longest_keys([item for _, item in items_of(data) if single(item)]))
                message = (
                    f"the key is the longest option in {row.found} single-choice items, {row.wanted} is allowed; "
                    f"shorten the key, or give another option its length, in some of {ids}"
                )
                yield source.find(("items",), "key-longest", message)


def position_bias(project: Project) -> Iterator[Finding]:
    """Options are shuffled for the reader; on paper, in Anki and where they are ordered, they stand as written."""
    for ref, source, data in quizzes(project):
        for row in rows(ref, data):
            if row.rule == "position-bias" and not row.met:
                message = f"the {row.name} in {row.found} single-choice items, {row.wanted} is allowed; write some options in another order"
                yield source.find(("items",), "position-bias", message, warning=True)


def bank_mix(project: Project) -> Iterator[Finding]:
    """Size, difficulties and types of a bank are those of the curriculum."""
    for ref, source, data in quizzes(project):
        for row in rows(ref, data):
            if row.rule == "bank-mix" and not row.met:
                message = f"{row.name.strip()}: {row.found}; the curriculum asks for {row.wanted}"
                yield source.find(("items",), "bank-mix", message, warning=True)


def draw_too_large(project: Project) -> Iterator[Finding]:
    """A quiz draws at most as many items as there are. First guesses stand in the lesson and are not drawn."""
    for _, source, data in quizzes(project):
        drawn = sum(not item.get("guess") for _, item in items_of(data))
        draw = data.get("draw")
        if isinstance(draw, int) and draw > drawn:
            message = f"a quiz of {draw} cannot be drawn from {drawn} items; write {drawn} or less"
            yield source.find(("draw",), "draw-too-large", message)


def objective_too_few(project: Project) -> Iterator[Finding]:
    """Each objective of a lesson that has a bank is assessed by enough items to tell knowing from luck."""
    seen: set[str] = set()
    for ref, source, data in quizzes(project):
        lesson = ref.split("/")[0]
        if lesson not in seen:
            yield from _too_few(project, lesson, source, data)
        seen.add(lesson)


def _too_few(project: Project, lesson: str, source: Source, data: dict[str, Any]) -> Iterator[Finding]:
    listed = strings(data.get("objectives"))
    for name, row in objective_rows(project, lesson).items():
        if not row.met and (row.found != "0" or name not in listed):  # without any, objective-without-items says so
            place = ("objectives", listed.index(name)) if name in listed else ("objectives",)
            items, more = "item" if row.found == "1" else "items", AN_OBJECTIVE - int(row.found)
            message = f"`{name}` is assessed by {row.found} {items}; write {more} more"
            yield source.find(place, "objective-too-few", message, warning=True)
