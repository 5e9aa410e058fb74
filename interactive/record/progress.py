"""Everything that the progress page tells, worked out from summaries, the course map and what review says. `draw_page` draws it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from interactive.kernel.days import day_of
from interactive.record.answers import Answer, answers, latest
from interactive.record.course import Course, Lesson
from interactive.record.mastery import Mastery, by_objective, mastery
from interactive.record.standing import Standing, standings
from interactive.record.summary import Summary

type Link = tuple[str, str]  # words, href


@dataclass(frozen=True, slots=True)
class Due:
    """What review has to say: items due now, new terms, items that come due within a week, and items forgotten again and again."""

    now: int = 0
    new: int = 0
    week: int = 0
    leeches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that the page tells, worked out. `now` in ms, `offset` in minutes; levels by lesson and objective."""

    course: Course
    summaries: Sequence[Summary]
    answers: Sequence[Answer]
    standings: Sequence[Standing]
    levels: Mapping[str, Mapping[str, Mastery]]
    due: Due
    now: int
    offset: int
    objectives: Mapping[str, Mastery] = field(default_factory=dict)

    @property
    def today(self) -> int:
        """The local day."""
        return day_of(self.now, self.offset)


def progress(
    course: Course, summaries: Sequence[Summary], memory: Mapping[str, float], due: Due, now: int, offset: int
) -> Progress:
    """Work it out. `memory` maps items to the chance that they are remembered now."""
    found = answers(summaries)
    last = latest(found)
    own = by_objective(last)
    levels = {lesson.id: _levels_of(lesson, own, memory) for lesson in course.lessons}
    flat = {name: level for by_name in levels.values() for name, level in by_name.items()}
    return Progress(course, summaries, found, standings(course, summaries, last), levels, due, now, offset, flat)


def _levels_of(lesson: Lesson, own: Mapping[str, Sequence[Answer]], memory: Mapping[str, float]) -> dict[str, Mastery]:
    """The mastery of each objective of a lesson."""
    return {name: mastery(own.get(name, ()), memory) for name in lesson.objectives}


def rings_of(told: Progress) -> dict[str, str]:
    """For the contents: none, begun or done for the address of each lesson's page, as seen from the site's root."""
    return {one.lesson.href.removeprefix("root:"): one.ring for one in told.standings}


def next_step(told: Progress, items: set[str], level: Mastery) -> Link | None:
    """What to do for one objective: try it, reread for the weakest item, or review; nothing while it is well remembered."""
    if level.answered and level.level < 3:
        text, href = told.course.reread(level.weakest)
        if href:
            return f"Reread “{text}”", href
    if level.level == 3 and told.course.practice_href and level.weakest in told.course.practisable:
        return "Practice", told.course.practice_href
    if level.level == 4:
        return None
    refs = {str(told.course.items[item].get("ref", "")) for item in items}
    refs_in_order = sorted(
        refs, key=lambda ref: (ref.count("/"), ref)
    )  # a whole activity before an item shown by itself
    places = [told.course.activities[ref] for ref in refs_in_order if ref in told.course.activities]
    return next(((place.title, place.href) for place in places if place.href), None)
