"""The class as a table: one row a student, one column a task, a hundred rows at a time. Headings sort, and say which way."""

from collections.abc import Iterator, Sequence

from interactive.kernel.days import counted
from interactive.kernel.frame import button
from interactive.kernel.html import Child, Safe, hidden, icon, tag
from interactive.record.course import Course
from interactive.record.gradebook.draw_view import ROWS, View, seconds_of, shown, touched_of
from interactive.record.gradebook.draw_words import day, evidence, result_cell, share, span, told
from interactive.record.gradebook.model import Book, Column, Student, points

NOBODY = "Nobody fits that filter."
FIXED = ("name", "total", "done", "time", "last", "evidence")
TITLES = {
    "name": "Student",
    "total": "Points",
    "done": "Finished",
    "time": "Time",
    "last": "Last worked",
    "evidence": "Evidence",
}
WAYS = {
    "name": ("from A to Z", "from Z to A"),
    "time": ("shortest first", "longest first"),
    "last": ("earliest first", "latest first"),
    "evidence": ("least first", "most to look at first"),
}


def table_html(book: Book, view: View, course: Course, offset: int) -> Safe:
    """The filters, the table in a frame that scrolls, and the way to the next hundred."""
    students = shown(book, view)
    page = min(view.page, max(0, len(students) - 1) // ROWS)
    rows = students if view.whole else students[page * ROWS : (page + 1) * ROWS]
    wrap = tag(
        "div",
        _table(book, view, course, rows, offset) if rows else tag("p", NOBODY),
        class_="st-wrap st-grade__wrap",
        role="group",
        tabindex="0",
        id="grade-scroll",
        aria_label="Students by task; scrolls sideways",
    )
    few = len(students) < len(book.students)
    many = tag("p", found_said(book, students), class_="st-small") if few else None
    return tag("div", many, wrap, _pages(len(students), page, view))


def sorted_said(view: View, book: Book) -> str:
    """What is read out when the order changes."""
    titles = TITLES | {column.ref: column.title for column in book.columns}
    way = WAYS.get(view.sort, ("lowest first", "highest first"))[view.down]
    return f"Sorted by {titles.get(view.sort, 'student')}, {way}."


def found_said(book: Book, students: Sequence[Student]) -> str:
    """How many students the filters leave."""
    return f"{len(students):,} of {counted(len(book.students), 'student')}"


def filters_html(view: View) -> Safe:
    """What narrows the table. It stands apart from it, so that nobody is disturbed in the middle of a name."""
    find = tag(
        "input",
        type="search",
        id="grade-find",
        value=view.find,
        class_="st-input",
        autocomplete="off",
        data_view_key="find",
        data_parts="table",
    )
    only = tag(
        "input",
        type="checkbox",
        id="grade-only",
        checked=view.only == "look",
        value="look",
        data_view_key="only",
        data_parts="table",
        autocomplete="off",
    )
    return tag(
        "div",
        tag("label", "Find a name or an id", find, class_="st-field"),
        tag("label", only, " Only those worth a look", class_="st-setting"),
        class_="st-grade__filters",
    )


def _table(book: Book, view: View, course: Course, rows: Sequence[Student], offset: int) -> Safe:
    caption = (
        "Points of the best attempt that counts; below them the share, how often it was tried and the time it took."
    )
    lessons = {lesson.id: lesson.name for lesson in course.lessons}
    heads = [_head(name, TITLES[name], view) for name in FIXED]
    tasks = [_head(column.ref, column.title, view, _of(column)) for column in book.columns]
    top = tag(
        "tr",
        tag("td"),
        tag("td", colspan=len(FIXED) - 1),
        list(_groups(book.columns, lessons)),
        class_="st-grade__lessons",
    )
    index = {student.file: place for place, student in enumerate(book.students)}
    body = [_row(book, student, index[student.file], offset) for student in rows]
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", top if book.columns else None, tag("tr", heads, tasks)),
        tag("tbody", body),
        class_="st-table st-grade",
    )


def _of(column: Column) -> str:
    return f"of {column.most:g}" if column.scored and column.most else "not scored"


def _groups(columns: Sequence[Column], lessons: dict[str, str]) -> Iterator[Safe]:
    """Tasks of one lesson that stand side by side have its name over them."""
    place = 0
    while place < len(columns):
        lesson, first = columns[place].lesson, place
        while place < len(columns) and columns[place].lesson == lesson:
            place += 1
        words = tag("span", lessons.get(lesson, lesson or "No lesson"))
        yield tag("th", words, scope="colgroup", colspan=place - first)


def _head(name: str, title: str, view: View, note: str = "") -> Safe:
    """A heading that sorts. Numbers begin with the highest, names with A; pressed again, it turns round."""
    here = view.sort == name
    down = not view.down if here else name != "name"
    arrow = icon("i-down" if view.down else "i-up") if here else None
    words = tag(
        "button",
        tag("span", title),
        arrow,
        type="button",
        class_="st-sort",
        id=f"grade-sort-{name}",
        data_command="view",
        data_view={"sort": name, "down": down, "page": 0},
        data_parts="table",
    )
    classes = "" if name in ("name", "evidence") else "num"
    sort = ("descending" if view.down else "ascending") if here else None
    return tag("th", words, tag("small", note) if note else None, scope="col", aria_sort=sort, class_=classes or None)


def _row(book: Book, student: Student, place: int, offset: int) -> Safe:
    raw, most = points(book, student)
    done = sum(student.results[column.ref].finished for column in book.columns if column.ref in student.results)
    name = tag(
        "button",
        student.name,
        type="button",
        class_="st-name",
        id=f"grade-row-{place}",
        data_command="student",
        data_student=student.file,
    )
    touched = touched_of(student)
    cells: list[Child] = [
        tag("th", name, tag("small", student.id) if student.id else None, scope="row"),
        tag("td", tag("b", told(raw)), tag("small", share(raw, most)), class_="num") if most else tag("td"),
        tag("td", f"{done} of {len(book.columns)}", class_="num"),
        tag("td", span(seconds_of(student)) or "no time", class_="num"),
        tag("td", day(touched, offset) if touched else "never", class_="num"),
        tag("td", evidence(student), class_="st-grade__evidence"),
    ]
    return tag("tr", cells, [result_cell(student.results.get(column.ref), column) for column in book.columns])


def _pages(many: int, page: int, view: View) -> Child:
    """Plain steps through a long class."""
    if many <= ROWS or view.whole:
        return None
    last = (many - 1) // ROWS
    steps = [
        _step("Previous", page - 1, page > 0, "back"),
        tag("p", f"Students {page * ROWS + 1} to {min(many, (page + 1) * ROWS)} of {many:,}", id="grade-page-said"),
        _step("Next", page + 1, page < last, "next"),
    ]
    return tag("nav", steps, class_="st-grade__pages", aria_label="Pages of the table")


def _step(words: str, page: int, can: bool, name: str) -> Safe:
    return button(
        words,
        hidden(f" {ROWS} students"),
        data_command="view",
        data_view={"page": page},
        data_parts="table",
        id=f"grade-page-{name}",
        disabled=not can,
        needs_python=False,
    )
