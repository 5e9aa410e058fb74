"""Who is who: by name as people write it, and by the id that some give beside it."""

from interactive.record.assigning.seeds import known_as
from interactive.record.gradebook.model import UNNAMED, Student


def order(student: Student) -> tuple[str, str, int, str, str]:
    """The order of students in a book, whatever the order of their files."""
    return (known_as(student.name), student.id.casefold(), student.made, student.file, student.print)


def named(student: Student) -> bool:
    """Whether a file says whose it is."""
    return student.name != UNNAMED or bool(student.id)


def listed(names: list[str], most: int = 5) -> str:
    """Names in a sentence; of many only the first."""
    shown = [f"“{name}”" for name in names[:most]]
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
