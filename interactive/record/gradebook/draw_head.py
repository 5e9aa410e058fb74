"""The top of the gradebook: who is in it, what was assigned, what it cannot know; and the ways out of it, to a file or to paper."""

from interactive.kernel.days import counted
from interactive.kernel.frame import button
from interactive.kernel.html import Child, Safe, hidden, icon, tag
from interactive.record.gradebook.model import LEVELS, Book

# form -> what it is called, and where it goes
EXPORTS: dict[str, tuple[str, str]] = {
    "xlsx": (
        "Excel workbook",
        "Sheets with the grades, the items, the objectives and what is worth a look, for any spreadsheet program.",
    ),
    "plain": ("CSV, one row a student", "The numbers of the table above, for any spreadsheet program."),
    "long": (
        "CSV, one row an answer",
        "Each student’s first answer to each item, with its credit and time: for R, Python or a pivot table.",
    ),
    "moodle": (
        "Moodle",
        "In the course: Grades, Import, CSV file. Map “ID number” or “Email address” to Moodle’s own, "
        "and each task to a grade item or a new one.",
    ),
    "canvas": (
        "Canvas",
        "In the course: Grades, Import. Students are found by SIS id or login, else by name; Canvas asks which assignment each task is.",
    ),
    "brightspace": (
        "Brightspace",
        "In the course: Grades, Enter Grades, Import. Students are found by OrgDefinedId or Username; "
        "tick “Create new grade item” for tasks that are new.",
    ),
    "blackboard": (
        "Blackboard",
        "In the Grade Center: Work Offline, Upload. Students are found by Username; "
        "each task comes in as a new column, whose type you set to Score.",
    ),
}
UNKNOWN = (
    "Every score here was worked out again from what each student did. What no page can know is who sat at the keyboard, "
    "whether answers were looked up or talked over, and how long somebody thought away from the screen. "
    "A file can be edited by whoever takes the trouble. Nothing here is proof."
)
EMPTY = "No class yet. Add the files that your students handed in, and the table appears here."


def head_html(book: Book) -> Safe:
    """How many students, how many tasks, which assignment, and what stands out."""
    if not book.students and not book.refused and not book.older:
        return tag("p", EMPTY, class_="st-small")
    look = sum(student.level in LEVELS[1:] for student in book.students)
    said = [counted(len(book.students), "student"), counted(len(book.columns), "task")]
    if book.refused:
        said.append(f"{counted(len(book.refused), 'file')} refused")
    words = ", ".join(said)
    stands = (
        f"{look} of them {'has' if look == 1 else 'have'} something worth a look." if look else "Nothing stands out."
    )
    return tag(
        "div",
        tag("p", words, class_="st-big"),
        tag("p", book.title) if book.title else None,
        tag("p", stands if book.students else None),
        tag("p", _several(book)) if len(book.assignments) > 1 else None,
        tag("p", UNKNOWN, class_="st-small"),
    )


def _several(book: Book) -> str:
    many = len(book.assignments)
    return f"The files belong to {many} different assignments; the table has the tasks of all, and the most frequent one is named above."


def exports_html(book: Book) -> Safe:
    """A button for each form, with one sentence on where it goes."""
    if not book.students:
        return tag("div")
    rows: list[Child] = []
    for form, (name, words) in EXPORTS.items():
        save = button(
            icon("i-save"),
            hidden("Save as "),
            f" {name}",
            data_command="export",
            data_form=form,
            id=f"grade-export-{form}",
            aria_describedby=f"grade-export-{form}-where",
        )
        rows.append(tag("li", save, tag("p", words, id=f"grade-export-{form}-where", class_="st-small")))
    printing = button(icon("i-print"), " Print the table", data_command="print-table", id="grade-print")
    words = "All students, in the order and with the filters of the table; landscape paper holds more tasks."
    rows.append(tag("li", printing, tag("p", words, class_="st-small")))
    return tag("div", tag("ul", rows, class_="st-grade__exports st-plain"))
