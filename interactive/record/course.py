"""The course as progress and review see it: its lessons, where each activity stands, what each item assesses and where to reread.

The map is made when the course is published (publishing/course_map.py) and reaches us as JSON from our own site, so it is read
with tolerance: what is missing is left out, and nothing that a learner did depends on it. Links start with `root:`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from interactive.kernel.reading import Malformed, take

WORDS = ("href", "title", "lesson", "kind", "digest")  # of a place

type Item = Mapping[str, Any]  # objectives, label, reread {text, href}, lesson, ref


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson. `minutes` are those it says it takes; `objectives` map ids to what one can do after it, `sections` to titles.

    `reading` are the minutes of reading alone.
    """

    id: str
    number: int
    title: str
    href: str
    minutes: int
    ready: bool
    objectives: Mapping[str, str]
    sections: Mapping[str, str]
    reading: int = 0

    @property
    def name(self) -> str:
        """Number and title, as the contents have them."""
        return f"{self.number} · {self.title}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an activity stands. `href` is empty for one that no page shows.

    For an assignment: `minutes` it takes, `modes` it can be taken in, how many it deals (`draw`), and `levels`, a bank's items by
    objective: how many to recall, to apply, to judge.
    """

    href: str
    title: str
    lesson: str
    kind: str
    digest: str
    minutes: int = 0
    modes: tuple[str, ...] = ()
    draw: int = 0
    levels: Mapping[str, Sequence[int]] = field(default_factory=dict)
    optional: bool = False  # a lesson is done without it, and no school's score counts it


@dataclass(frozen=True, slots=True)
class Course:
    """The whole map. `practice` is the activity that a review runs in; only the items in `practisable` can be reviewed there."""

    lessons: tuple[Lesson, ...] = ()
    activities: Mapping[str, Place] = field(default_factory=dict)
    items: Mapping[str, Item] = field(default_factory=dict)
    terms: Mapping[str, Item] = field(default_factory=dict)
    practice: str = ""
    practice_href: str = ""
    practisable: tuple[str, ...] = ()

    def lesson_of(self, ref: str) -> str:
        """The lesson that an activity belongs to, or nothing (a practice session belongs to none)."""
        place = self.activities.get(ref)
        return place.lesson if place else self.known_lesson(ref.split("/", 1)[0])

    def known_lesson(self, name: str) -> str:
        """The name if it is a lesson's, else nothing."""
        return name if any(lesson.id == name for lesson in self.lessons) else ""

    def label(self, item: str) -> str:
        """What an item asks, in a line; its id where the course no longer has it."""
        known = self.items.get(item) or self.terms.get(item) or {}
        return str(known.get("label") or item)

    def reread(self, item: str) -> tuple[str, str]:
        """(words, link) of the section to read again; empty where none is known."""
        known = self.items.get(item) or self.terms.get(item) or {}
        link = known.get("reread")
        return (str(link.get("text", "")), str(link.get("href", ""))) if isinstance(link, Mapping) else ("", "")

    def assessing(self) -> dict[str, set[str]]:
        """The items that assess each objective."""
        found: dict[str, set[str]] = {}
        for name, item in self.items.items():
            for objective in item.get("objectives") or ():
                found.setdefault(str(objective), set()).add(name)
        return found

    def lesson_items(self, lesson: str) -> list[str]:
        """The items of a lesson that can be answered where they stand."""
        return [name for name, item in self.items.items() if item.get("lesson") == lesson]


def read_course(data: Any) -> Course:
    """Read the map. Raises `Malformed` only when it is no object at all or its lessons are not lessons."""
    if not isinstance(data, Mapping):
        raise Malformed("the course map should be an object")
    practice, lessons = _objects(data, "practice"), data.get("lessons")
    offered = practice.get("items")
    return Course(
        lessons=tuple(map(_lesson, lessons)) if isinstance(lessons, list) else (),
        activities={name: _place(item) for name, item in _objects(data, "activities").items()},
        items=_items(data, "items"),
        terms=_items(data, "terms"),
        practice=str(practice.get("ref", "")),
        practice_href=str(practice.get("href", "")),
        practisable=tuple(map(str, offered)) if isinstance(offered, list) else (),
    )


def _objects(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = data.get(name)
    return value if isinstance(value, Mapping) else {}


def _items(data: Mapping[str, Any], name: str) -> Mapping[str, Item]:
    return {item: known for item, known in _objects(data, name).items() if isinstance(known, Mapping)}


def _lesson(data: Any) -> Lesson:
    minutes = _objects(data, "minutes") if isinstance(data, Mapping) else {}
    return Lesson(
        id=take(data, "id", str, "lessons"),
        number=take(data, "number", int, "lessons"),
        title=take(data, "title", str, "lessons"),
        href=take(data, "href", str, "lessons"),
        minutes=sum(value for value in minutes.values() if isinstance(value, int)),
        ready=bool(data.get("ready", True)),
        objectives={name: str(words) for name, words in _objects(data, "objectives").items()},
        sections={name: str(words) for name, words in _objects(data, "sections").items()},
        reading=_number(minutes, "reading"),
    )


def _place(data: Any) -> Place:
    known = data if isinstance(data, Mapping) else {}
    href, title, lesson, kind, digest = (str(known.get(name, "")) for name in WORDS)
    modes = known.get("modes")
    return Place(
        href,
        title,
        lesson,
        kind,
        digest,
        minutes=_number(known, "minutes"),
        modes=tuple(map(str, modes)) if isinstance(modes, list) else (),
        draw=_number(known, "draw"),
        levels={name: _counts(row) for name, row in _objects(known, "levels").items()},
        optional=known.get("optional") is True,
    )


def _number(data: Mapping[str, Any], name: str) -> int:
    value = data.get(name)
    return value if type(value) is int else 0


def _counts(row: Any) -> tuple[int, ...]:
    return tuple(one for one in row if type(one) is int) if isinstance(row, list) else ()
