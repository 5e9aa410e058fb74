"""An assignment as the fragment of a link: `v=1&title=...&due=...&note=...&do=ref;key=value&do=...`, readable and in that order.

A link may come from anybody, by hand or cut short. What can be read is kept, and what cannot is said in a sentence; only a text that
is no assignment at all, or one of a later version, is `Malformed`.
"""

import re
from collections.abc import Iterable

from interactive.kernel.reading import Malformed
from interactive.record.assigning.model import (
    COUNTS,
    LARGEST_SEED,
    LONGEST,
    MOST_ATTEMPTS,
    MOST_TASKS,
    VERSION,
    Assignment,
    Task,
)
from interactive.record.assigning.percent import decoded, encoded

MOST = 12_000  # characters of a fragment
REF = re.compile(r"[a-z0-9][a-z0-9-]{0,60}(/[a-z0-9][a-z0-9-]{0,60}){0,2}\Z")
SETTING = {
    "mode": re.compile(r"[a-z]{1,20}\Z"),
    "count": re.compile(r"[1-9][0-9]{0,2}\Z"),
    "level": re.compile(r"[1-9](-[1-9])?\Z"),
    "objectives": re.compile(r"[a-z0-9][a-z0-9-]{0,60}(\+[a-z0-9][a-z0-9-]{0,60}){0,19}\Z"),
}
NOT_ONE = "This link carries no assignment. Ask for it again; it should end in something like #v=1&title=…&do=…"


def write(assignment: Assignment) -> str:
    """The fragment, without its #."""
    texts = {"title": assignment.title, "due": assignment.due, "note": assignment.note}
    parts = [f"v={VERSION}", *(f"{name}={encoded(words)}" for name, words in texts.items() if words)]
    return "&".join([*parts, *(f"do={_written(task)}" for task in assignment.tasks)])


def _written(task: Task) -> str:
    settings = [(name, task.settings[name]) for name in SETTING if task.settings.get(name)]
    seed = "each" if task.each else task.seed
    known = [*settings, ("seed", seed), ("attempts", task.attempts or None)]
    known.append(("counts", None if task.counts == COUNTS[0] else task.counts))
    return ";".join([task.ref, *(f"{name}={value}" for name, value in known if value is not None)])


def read(text: str) -> Assignment:
    """Read a fragment, or a whole link with one. Raises `Malformed` with a sentence where it is no assignment of ours."""
    if len(text) > MOST:
        raise Malformed("This link is far longer than any assignment. Ask for it again.")
    pairs = [part.partition("=") for part in text.strip().rpartition("#")[2].split("&")]
    values: dict[str, str] = {}
    for name, _, value in pairs:
        values.setdefault(name, value)
    version = values.get("v", "")
    if not version.isascii() or not version.isdigit() or version.strip("0") == "":
        raise Malformed(NOT_ONE)
    if version != str(VERSION):
        raise Malformed("This link was made by a newer version of the course. Reload this page, then open it again.")
    tasks, problems = _tasks(decoded(value, plus=False) for name, _, value in pairs if name == "do")
    texts = {name: _line(decoded(values.get(name, "")), most) for name, most in LONGEST.items()}
    return Assignment(texts["title"], texts["note"], texts["due"], tasks, problems)


def _line(text: str, most: int) -> str:
    """Text on one line: a stranger's control characters have no place in a title."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(shown.split())[:most].rstrip()


def _tasks(written: Iterable[str]) -> tuple[tuple[Task, ...], tuple[str, ...]]:
    tasks: dict[str, Task] = {}
    problems: list[str] = []
    for place, text in enumerate(written):
        if place == MOST_TASKS:
            problems.append(f"Only the first {MOST_TASKS} tasks of this link are shown.")
            break
        ref, *rest = text.split(";")
        if not REF.match(ref):
            problems.append(f"One task of this link cannot be read: “{_line(text, 60)}”.")
        elif ref in tasks:
            problems.append(f"“{ref}” is asked for twice in this link; the first time counts.")
        else:
            tasks[ref] = _task(ref, rest, problems)
    return tuple(tasks.values()), tuple(problems)


def _task(ref: str, rest: Iterable[str], problems: list[str]) -> Task:
    """A task with what can be read of its settings; what cannot is left out and told."""
    found: dict[str, str] = {}
    for part in rest:
        name, _, value = part.partition("=")
        if name in found or not _sound(name, value):
            problems.append(f"A setting of “{ref}” cannot be read and is left out: “{_line(part, 40)}”.")
        else:
            found[name] = value
    seed = found.get("seed", "")
    return Task(
        ref=ref,
        attempts=int(found.get("attempts", 0)),
        seed=int(seed) if seed and seed != "each" else None,
        each=seed == "each",
        counts=found.get("counts", COUNTS[0]),
        settings={name: found[name] for name in SETTING if name in found},
    )


def _sound(name: str, value: str) -> bool:
    if name in SETTING:
        return bool(SETTING[name].match(value))
    if name == "counts":
        return value in COUNTS
    number = value.isascii() and value.isdigit() and len(value) <= 6
    if name == "attempts":
        return number and 1 <= int(value) <= MOST_ATTEMPTS
    return name == "seed" and (value == "each" or (number and int(value) <= LARGEST_SEED))
