"""The part of the Assign page in which things are picked and set: a lesson each, with all that it holds."""

from collections.abc import Mapping, Sequence

from interactive.kernel.html import Child, Safe, tag
from interactive.record.assigning.draft import DEALT, LEVELS, fitting_items, kind_of, levels_of
from interactive.record.assigning.expanding import READING, is_item
from interactive.record.assigning.model import Assignment, Task
from interactive.record.assigning.standing import place_of
from interactive.record.assigning.words import COUNTS, MODES, kind_said, minutes_said
from interactive.record.assigning.words import LEVELS as LEVEL_WORDS
from interactive.record.course import Course, Lesson

type Levels = Mapping[str, Sequence[int]]  # a bank's items by objective: to recall, to apply, to judge

ATTEMPTS = (0, 1, 2, 3, 5)
SEEDS = {
    "same": "the same for all",
    "each": "others for each student",
    "any": "as they come (earlier practice counts)",
}
OWN = "All of it is asked for. Pick a part as well to give it settings of its own."


def picks_html(draft: Assignment, course: Course) -> list[Safe]:
    """Every lesson that is ready."""
    picked = {task.ref: task for task in draft.tasks}
    return [_lesson(lesson, picked, course) for lesson in course.lessons if lesson.ready]


def _lesson(lesson: Lesson, picked: dict[str, Task], course: Course) -> Safe:
    parts = [f"{lesson.id}/{READING}"]
    parts += [
        ref
        for ref, place in course.activities.items()
        if place.lesson == lesson.id and place.href and (not is_item(ref) or ref in picked)
    ]
    whole = f"The whole lesson: reading and everything in it, about {minutes_said(lesson.minutes)}"
    return tag(
        "fieldset",
        tag("legend", lesson.name),
        _pick(lesson.id, whole, "", lesson, picked, course),
        tag("p", OWN, class_="st-small") if lesson.id in picked else None,
        [_part(ref, lesson, picked, course) for ref in parts],
        class_="st-group st-pick",
    )


def _part(ref: str, lesson: Lesson, picked: dict[str, Task], course: Course) -> Safe:
    title, _, kind, minutes = place_of(ref, course)
    words = "Read the lesson" if kind == READING else title
    time = f"about {minutes_said(minutes)}" if minutes else ""
    what = " · ".join(filter(None, [kind_said(kind, ref) if kind != READING else "", time]))
    return _pick(ref, words, what, lesson, picked, course)


def _pick(ref: str, words: str, what: str, lesson: Lesson, picked: dict[str, Task], course: Course) -> Safe:
    box = tag(
        "input",
        type="checkbox",
        id=f"pick-{_id(ref)}",
        checked=ref in picked,
        autocomplete="off",
        data_event={"type": "pick", "ref": ref},
    )
    label = tag("label", box, tag("span", words), tag("span", what, class_="st-small") if what else None)
    settings = _settings(picked[ref], words, lesson, course) if ref in picked else None
    return tag("div", label, settings, class_="st-pick__one", id=f"pick-{_id(ref)}-box")


def _settings(task: Task, title: str, lesson: Lesson, course: Course) -> Child:
    kind, place = kind_of(task.ref, course), course.activities.get(task.ref)
    if kind in (READING, "profile") or is_item(task.ref):
        return None
    cards = _cards(task) if kind in (*DEALT, "lesson") else None
    modes = _modes(task, kind, place.modes) if place and place.modes else None
    quiz = kind == "quiz" and place is not None and bool(place.levels)
    fields: list[Child] = [cards, modes, _attempts(task), _counts(task) if task.attempts != 1 else None]
    bank: list[Child] = [_count(task, place.draw, place.levels), *_levels(task)] if quiz and place else []
    return tag(
        "fieldset",
        tag("legend", f"Settings: {title.split(':')[0] if task.whole_lesson else title}", class_="st-hide"),
        tag("div", fields + bank, class_="st-fields"),
        _objectives(task, lesson, place.levels) if quiz and place else None,
        class_="st-group st-pick__set",
    )


def _cards(task: Task) -> Safe:
    chosen = "each" if task.each else "any" if task.seed is None else "same"
    return _select(task, "seed", "Cards", chosen, list(SEEDS.items()))


def _modes(task: Task, kind: str, modes: Sequence[str]) -> Safe:
    words = MODES.get(kind, {})
    options = [("", "as the student likes"), *((mode, words.get(mode, mode)) for mode in modes)]
    return _select(task, "mode", "Mode", task.settings.get("mode", ""), options)


def _attempts(task: Task) -> Safe:
    numbers = sorted({*ATTEMPTS, task.attempts})
    options = [(str(number), str(number) if number else "any number") for number in numbers]
    return _select(task, "attempts", "Attempts that count", str(task.attempts), options)


def _counts(task: Task) -> Safe:
    return _select(task, "counts", "Of several", task.counts, list(COUNTS.items()))


def _count(task: Task, draw: int, levels: Levels) -> Safe:
    fits = fitting_items(levels, task.settings)
    given = tag(
        "input",
        type="number",
        class_="st-input",
        id=f"set-{_id(task.ref)}-count",
        value=task.settings.get("count", str(draw)),
        min="1",
        max=str(max(1, fits)),
        autocomplete="off",
        data_event={"type": "set", "ref": task.ref},
        data_value="count",
    )
    return tag("label", tag("span", f"Items, of {fits} that fit"), given, class_="st-field")


def _levels(task: Task) -> list[Safe]:
    low, high = levels_of(task.settings.get("level", ""))
    options = [(str(number), words) for number, words in LEVEL_WORDS.items()]
    return [
        _select(task, "low", "Difficulty, from", str(max(low, LEVELS[0])), options),
        _select(task, "high", "to", str(min(high, LEVELS[1])), options),
    ]


def _objectives(task: Task, lesson: Lesson, levels: Levels) -> Child:
    names = list(levels)
    chosen = [name for name in task.settings.get("objectives", "").split("+") if name] or names
    boxes = [
        tag(
            "label",
            tag(
                "input",
                type="checkbox",
                id=f"set-{_id(task.ref)}-{name}",
                checked=name in chosen,
                autocomplete="off",
                data_event={"type": "objective", "ref": task.ref, "objective": name},
            ),
            tag("span", lesson.objectives.get(name, name)),
        )
        for name in names
    ]
    return tag("fieldset", tag("legend", "On which objectives?"), boxes, class_="st-group st-pick__aims")


def _select(task: Task, name: str, label: str, chosen: str, options: list[tuple[str, str]]) -> Safe:
    listed = [tag("option", words, value=value, selected=value == chosen) for value, words in options]
    made = tag(
        "select",
        listed,
        class_="st-select",
        id=f"set-{_id(task.ref)}-{name}",
        autocomplete="off",
        data_event={"type": "set", "ref": task.ref},
        data_value=name,
    )
    return tag("label", tag("span", label), made, class_="st-field")


def _id(ref: str) -> str:
    return ref.replace("/", "--")
