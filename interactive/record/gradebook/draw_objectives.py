"""What the class can do, objective by objective, and the same for one student."""

from collections.abc import Iterable, Mapping, Sequence

from interactive.kernel.charts import Bar, chart, lying
from interactive.kernel.days import capital, counted
from interactive.kernel.html import Child, Safe, tag
from interactive.record.course import Course, Lesson
from interactive.record.draw_tables import meter
from interactive.record.gradebook.draw_cards import cards
from interactive.record.gradebook.mastering import Mastered, Objective, mastered, objectives
from interactive.record.gradebook.model import Book, Student
from interactive.record.mastery import WORDS

INTRO = (
    "The bar is the average share that students earned on what assesses the objective. The words are those of the "
    "students’ own progress page: growing takes two answers, steady three, sure five, so a short assignment leads to growing at most."
)
NONE = "Nothing in these files assesses an objective."
LOOSE = "Other objectives"


def objectives_html(book: Book, course: Course) -> Safe:
    """A chart for each lesson whose objectives were assessed."""
    found = objectives(book)
    if not found:
        return tag("div", tag("p", NONE))
    charts = [_lesson(title, known, found) for title, known in _by_lesson(course, found) if known]
    return tag("div", tag("p", INTRO, class_="st-small"), charts)


def _by_lesson(course: Course, found: Iterable[str]) -> Iterable[tuple[str, Mapping[str, str]]]:
    """Lessons with those of their objectives that were found, then what belongs to none."""
    names = list(found)
    told: set[str] = set()
    for lesson in course.lessons:
        own = {name: words for name, words in lesson.objectives.items() if name in names}
        told.update(own)
        yield lesson.name, own
    yield LOOSE, {name: name for name in names if name not in told}


def _lesson(title: str, known: Mapping[str, str], found: Mapping[str, Objective]) -> Safe:
    own = [found[name] for name in known]
    bars = [Bar(capital(known[one.id]), one.share, _said(one)) for one in own]
    weakest = min(own, key=lambda one: one.share)
    sentence = (
        f"{capital(known[weakest.id])}: this is where the class earned least ({weakest.share:.0%})."
        if len(own) > 1
        else None
    )
    heads = ("Objective", "Share", "Students", *(capital(word) for word in WORDS))
    rows = [(capital(known[one.id]), f"{one.share:.0%}", str(one.students), *map(str, one.levels)) for one in own]
    say = "; ".join(f"{bar.label}: {bar.said}" for bar in bars)
    return tag(
        "div", tag("h3", title), chart(sentence and tag("p", sentence), lying(bars, f"{say}.", most=1.0), heads, rows)
    )


def _said(one: Objective) -> str:
    levels = ", ".join(
        f"{many} {WORDS[level]}" for level, many in reversed(list(enumerate(one.levels))) if many and level
    )
    return f"{one.share:.0%} on average, {counted(one.students, 'student')} ({levels})"


def student_objectives(student: Student, book: Book, course: Course) -> Child:
    """What one student can do: a word for each objective, and how many answers it rests on."""
    levels = mastered(student, [column.ref for column in book.columns])
    rows = [_row(lesson, words, levels[name]) for lesson, name, words in _known(course.lessons) if name in levels]
    if not rows:
        return None
    heads = ("Objective", "Mastery", "Share earned", "Answers")
    wrap = cards("Over all tasks of this class.", heads, rows, {2, 3})
    return tag("details", tag("summary", "What this student can do, by objective"), wrap, class_="st-more")


def _known(lessons: Sequence[Lesson]) -> Iterable[tuple[Lesson, str, str]]:
    return [(lesson, name, words) for lesson in lessons for name, words in lesson.objectives.items()]


def _row(lesson: Lesson, words: str, level: Mastered) -> list[Child]:
    mark = [meter(level.level), level.word]
    note = tag("small", f"Lesson {lesson.number}")
    return [[capital(words), note], mark, f"{level.share:.0%}", str(level.answers)]
