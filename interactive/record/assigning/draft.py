"""Making an assignment: the draft is an assignment like any other, and each thing that the instructor does changes it.

Events: text {title | due | note}; pick {ref, on}; set {ref, seed | attempts | counts | mode | count | low | high};
objective {ref, objective, on}; open {text}; clear.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from interactive.kernel.activity import Event
from interactive.kernel.reading import Malformed
from interactive.record.assigning.expanding import READING, known
from interactive.record.assigning.fragment import read
from interactive.record.assigning.model import COUNTS, LONGEST, MOST_ATTEMPTS, Assignment, Task
from interactive.record.assigning.seeds import FIRST
from interactive.record.course import Course

DEALT = ("quiz", "sorter", "casefile")  # kinds whose cards a seed deals
LEVELS = (1, 3)
SEEDS = 9000  # among which the seed of a new assignment is taken from the clock


def changed(draft: Assignment, event: Event, course: Course, now: int) -> Assignment:
    """The draft after an event; `now` in ms. Raises `Malformed` with a sentence where it cannot be."""
    kind, ref = event.get("type"), str(event.get("ref"))
    if kind == "text":
        title, due, note = (str(event.get(name, getattr(draft, name)))[: LONGEST[name]] for name in LONGEST)
        return replace(draft, title=title, due=due, note=note)
    if kind == "pick":
        return _picked(draft, ref, event.get("on") is not False, course, now)
    if kind in ("set", "objective"):
        tasks = tuple(_set(task, event, course, draft, now) if task.ref == ref else task for task in draft.tasks)
        return replace(draft, tasks=tasks)
    if kind == "open":
        return read(str(event.get("text")))
    if kind == "clear":
        return Assignment()
    raise Malformed("This page does not know that action.")


def order_of(course: Course) -> list[str]:
    """Every ref that can be asked for, in the order of the course."""
    found: list[str] = []
    for lesson in course.lessons:
        own = [ref for ref, place in course.activities.items() if place.lesson == lesson.id and place.href]
        found += [lesson.id, f"{lesson.id}/{READING}", *own]
    return found


def kind_of(ref: str, course: Course) -> str:
    """The kind of what a ref names: "lesson" for a whole one."""
    if "/" not in ref:
        return "lesson"
    return READING if ref.endswith(f"/{READING}") else course.activities[ref].kind


def _picked(draft: Assignment, ref: str, on: bool, course: Course, now: int) -> Assignment:
    others = tuple(task for task in draft.tasks if task.ref != ref)
    if not on:
        return replace(draft, tasks=others)
    if not known(ref, course):
        raise Malformed("The course has no such task.")
    kept = next((task for task in draft.tasks if task.ref == ref), None)
    dealt = kind_of(ref, course) in (*DEALT, "lesson")
    task = kept or Task(ref, seed=_seed(draft, now) if dealt else None)
    places = {name: place for place, name in enumerate(order_of(course))}
    tasks = sorted((*others, task), key=lambda one: places.get(one.ref, len(places)))
    return replace(draft, tasks=tuple(tasks))


def _seed(draft: Assignment, now: int) -> int:
    """The seed that all get: the one that the draft has already, else one by the clock."""
    given = [task.seed for task in draft.tasks if task.seed is not None]
    return given[0] if given else FIRST + now // 1000 % SEEDS


def _set(task: Task, event: Event, course: Course, draft: Assignment, now: int) -> Task:
    if "seed" in event:
        seed = _seed(draft, now) if event["seed"] == "same" else None
        return replace(task, seed=seed, each=event["seed"] == "each")
    if "attempts" in event:
        number = _number(event["attempts"], 0, MOST_ATTEMPTS)
        return replace(task, attempts=number, counts=task.counts if number != 1 else COUNTS[0])
    if event.get("counts") in COUNTS:
        return replace(task, counts=str(event["counts"]))
    if not known(task.ref, course) or task.whole_lesson:
        return task
    return replace(task, settings=_settings(task, event, course))


def _settings(task: Task, event: Event, course: Course) -> dict[str, str]:
    """A task's settings for the engine after an event; what is as usual is left out."""
    settings, place = dict(task.settings), course.activities.get(task.ref)
    if place is None:
        return settings
    if "mode" in event:
        settings["mode"] = str(event["mode"]) if event["mode"] in place.modes else ""
    elif "count" in event:
        most = sum(map(sum, place.levels.values()))
        count = _number(event["count"], 0, most)
        settings["count"] = str(count) if count and count != place.draw else ""
    elif "low" in event or "high" in event:
        settings["level"] = _level(settings.get("level", ""), event)
    elif "objective" in event:
        settings["objectives"] = _objectives(settings.get("objectives", ""), event, list(place.levels))
    return {name: value for name, value in settings.items() if value}


def levels_of(level: str) -> tuple[int, int]:
    """The lowest and the highest difficulty of a setting; all of them where nothing is set."""
    low, _, high = level.partition("-")
    return (int(low), int(high or low)) if low.isdecimal() and (high or low).isdecimal() else LEVELS


def _level(level: str, event: Event) -> str:
    """The end that is moved takes the other along, so that the span never turns over."""
    low, high = levels_of(level)
    if "low" in event:
        low = _number(event["low"], *LEVELS)
        high = max(low, high)
    else:
        high = _number(event["high"], *LEVELS)
        low = min(low, high)
    return "" if (low, high) == LEVELS else str(low) if low == high else f"{low}-{high}"


def _objectives(chosen: str, event: Event, names: list[str]) -> str:
    """Chosen objectives; none and all of them are the same, and are not written."""
    before = {name for name in chosen.split("+") if name} or set(names)
    name = str(event["objective"])
    after = before | {name} if event.get("on") is not False else before - {name}
    kept = [one for one in names if one in after]
    return "" if len(kept) in (0, len(names)) else "+".join(kept)


def fitting_items(levels: Mapping[str, Any], settings: Mapping[str, str]) -> int:
    """How many items of a bank fit the settings of a task."""
    low, high = levels_of(settings.get("level", ""))
    names = [name for name in settings.get("objectives", "").split("+") if name] or list(levels)
    rows = [levels[name] for name in names if name in levels]
    return sum(count for row in rows for number, count in enumerate(row, 1) if low <= number <= high)


def _number(value: object, least: int, most: int) -> int:
    text = str(value).strip()
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else least
    return max(least, min(number, most))
