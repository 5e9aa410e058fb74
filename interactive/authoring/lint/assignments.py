"""Links that carry an assignment: what they ask for exists. Their fragment is no anchor, so the rule for anchors leaves them to us."""

from difflib import get_close_matches

from interactive.authoring.lint.quizzes import items_of, quizzes
from interactive.authoring.project import Project
from interactive.kernel.reading import Malformed
from interactive.record.assigning.expanding import READING
from interactive.record.assigning.fragment import read
from interactive.record.assigning.model import Assignment

PAGES = ("assignment.md", "instructors/assign.md")  # where a student does one, and where an instructor changes one


def carries_one(page: str, fragment: str) -> bool:
    """Whether a link to this page means an assignment and not a heading."""
    return page in PAGES and fragment.startswith("v=")


def problem(project: Project, fragment: str) -> str | None:
    """What is wrong with the assignment in a link, or None."""
    try:
        assignment = read(fragment)
    except Malformed as error:
        return f"this link carries no assignment ({error})"
    if assignment.problems:
        return assignment.problems[0].rstrip(".")
    if not assignment.tasks:
        return "this assignment asks for nothing: give it a task, as in do=01-what-is-track-two/definitions"
    return _unknown_task(project, assignment) or _unknown_objective(project, assignment)


def _unknown_task(project: Project, assignment: Assignment) -> str | None:
    lessons = {page.split("/")[1] for page in project.pages if page.startswith("lessons/") and page.count("/") == 2}
    items = {f"{ref}/{item.get('id')}" for ref, _, data in quizzes(project) for _, item in items_of(data)}
    known = {*lessons, *(f"{lesson}/{READING}" for lesson in lessons), *project.sources, *items}
    for task in assignment.tasks:
        if task.ref not in known:
            near = get_close_matches(task.ref, known, 1)
            return f"this assignment asks for `{task.ref}`, which is nowhere" + (
                f"; did you mean `{near[0]}`?" if near else ""
            )
    return None


def _unknown_objective(project: Project, assignment: Assignment) -> str | None:
    for task in assignment.tasks:
        for name in filter(None, task.settings.get("objectives", "").split("+")):
            if name not in project.objectives:
                near = get_close_matches(name, project.objectives, 1)
                return f"this assignment names the objective `{name}`, which no lesson has" + (
                    f"; did you mean `{near[0]}`?" if near else ""
                )
    return None
