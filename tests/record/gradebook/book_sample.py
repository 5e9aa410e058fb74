"""A small class by hand, for the drawings: every number in it is chosen so that a test can say what must show."""

from interactive.kernel.score import Score, Unscorable
from interactive.record.gradebook.model import Book, Column, Flag, Refused, Result, Student

SORT, PLAY, READ = "01-what-is-track-two/definitions", "04-the-third-party/forty-days", "01-what-is-track-two/reading"
COLUMNS = (
    Column(SORT, "Definitions", "sorter", "01-what-is-track-two", 12),
    Column(READ, "Reading", "reading", "01-what-is-track-two", 0, 0, False),
    Column(PLAY, "Forty Days", "roleplay", "04-the-third-party", 8),
)
DAY = 86_400_000


def result(
    ref: str, raw: float | None, most: float = 12, *, tries: int = 1, done: bool = True, seconds: int = 600
) -> Result:
    """A result with this score, or with none where `raw` is None."""
    score = Unscorable("There are no right answers here.") if raw is None else Score(raw, most, 8, 8)
    return Result(ref, "quiz", tries, 0, "0" * 16, True, "a-1", score, score, done, seconds, 20_000 * DAY, 20_001 * DAY)


def student(name: str, *results: Result, file: str = "", flags: tuple[Flag, ...] = (), id: str = "") -> Student:
    """A student who handed in these results."""
    return Student(
        file or f"{name}.json", name, name, id, 20_001 * DAY, "", False, {one.ref: one for one in results}, flags
    )


def book(*students: Student, refused: tuple[Refused, ...] = ()) -> Book:
    """A class of these students and of three tasks."""
    return Book("Week one", {"v=1": len(students)}, COLUMNS, students, (), refused)


def small() -> Book:
    """Three students: one did everything, one a part, one nothing."""
    edited = Flag("totals", "The file claims 12 of 12; replaying gives 3.", ("Bela.json",), SORT)
    again = Flag("open", "2 answers are left open.", ("Ada.json",))
    return book(
        student("Ada", result(SORT, 9.5), result(READ, None), result(PLAY, 8, 8), flags=(again,), id="a17"),
        student("Bela", result(SORT, 3, tries=2, done=False, seconds=4000), flags=(edited,)),
        student("<script>alert(1)</script>"),
    )
