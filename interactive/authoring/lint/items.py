"""Items: what they name is there, and nothing in them gives the answer away or says a thing twice."""

from collections.abc import Iterator

from interactive.activities.quiz.marking import fold
from interactive.authoring.findings import Finding
from interactive.authoring.lint.casefiles import rows_of
from interactive.authoring.lint.quizzes import (
    Item,
    every_item,
    folded,
    items_of,
    keys_of,
    quizzes,
    reasons_of,
    strings,
    suggestion,
    texts_of,
)
from interactive.authoring.pages import mapping
from interactive.authoring.project import Project
from interactive.authoring.reading import Place

SHORTEST = 4  # letters of an answer that a hint is searched for: shorter ones stand in other words


def unknown_key(project: Project) -> Iterator[Finding]:
    """A key names an option, and a prompt's key names a target."""
    for source, number, item in every_item(project):
        for way, name, table in _keys(item):
            known = list(mapping(item.get(table)))
            if known and name not in known:
                advice = suggestion(name, known, f"the {table} are {', '.join(known)}")
                message = f"there is no {table.removesuffix('s')} `{name}`; {advice}"
                yield source.find(("items", number, *way), "unknown-key", message)


def _keys(item: Item) -> Iterator[tuple[Place, str, str]]:
    """The keys of an item: (way to it, what is named, the table in which that should stand)."""
    key = item.get("key")
    for place, name in enumerate(key if isinstance(key, list) else []):
        if isinstance(name, str):
            yield ("key", place), name, "options"
    for prompt, row in mapping(item.get("prompts")).items():
        if isinstance(mapping(row).get("key"), str):
            yield ("prompts", prompt, "key"), row["key"], "targets"


def hint_reveals_key(project: Project) -> Iterator[Finding]:
    """A hint costs a quarter of the point; one that holds the answer would be worth the whole."""
    for source, number, item in every_item(project):
        options = texts_of(item, "options")
        answers = [*(options[name] for name in keys_of(item)), *strings(item.get("accept"))]
        hints = item.get("hints")
        for place, hint in enumerate(hints if isinstance(hints, list) else []):
            told = next((answer for answer in answers if isinstance(hint, str) and _holds(hint, answer)), None)
            if told:
                message = f"this hint holds the answer, “{told}”; say where to look, and let the reader find it"
                yield source.find(("items", number, "hints", place), "hint-reveals-key", message)


def _holds(hint: str, answer: str) -> bool:
    words = folded(answer)
    return len(words) >= SHORTEST and f" {words} " in f" {folded(hint)} "


def repeated_rationale(project: Project) -> Iterator[Finding]:
    """A reason that fits every option explains none."""
    for _, source, data in quizzes(project):
        seen: dict[str, int] = {}
        for number, item in items_of(data):
            for way, text in reasons_of(item):
                place: Place = ("items", number, *way)
                words, line = folded(text), source.places.get(place, (1, 1))[0]
                if words and words in seen:
                    message = f"the same words stand in line {seen[words]}; say what is true here"
                    yield source.find(place, "repeated-rationale", message)
                seen.setdefault(words, line)


def accept_and_near(project: Project) -> Iterator[Finding]:
    """An answer is right or nearly right, not both; and no near miss hides behind another."""
    for source, number, item in every_item(project, "fill-in"):
        taken = {fold(form): "an accepted form" for form in strings(item.get("accept"))}
        for place, near in rows_of(item, "near"):
            forms = near.get("forms")
            for at, form in enumerate(forms if isinstance(forms, list) else []):
                kind = taken.get(fold(form)) if isinstance(form, str) else None
                if kind and kind != f"in near miss {place + 1}":
                    message = f"`{form}` is {kind} already: case, accents, punctuation and articles do not count; take one out"
                    yield source.find(("items", number, "near", place, "forms", at), "accept-and-near", message)
                elif isinstance(form, str):
                    taken[fold(form)] = f"in near miss {place + 1}"
