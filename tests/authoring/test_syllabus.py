"""Every assignment that a page links to opens as it is meant: what it asks for is there, and each setting does something."""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from interactive.activities import KINDS
from interactive.authoring.definitions import compile_ref
from interactive.authoring.lint.assignments import carries_one
from interactive.authoring.lint.links import TARGET
from interactive.authoring.pages import prose
from interactive.authoring.project import Project
from interactive.record.assigning.fragment import read, write
from interactive.record.assigning.model import Assignment, Task
from interactive.record.assigning.opening import opening_of
from tests.lessons import LESSONS

ROOT = Path(__file__).parents[2]
SYLLABUS = "instructors/syllabus.md"


@cache
def links() -> list[tuple[str, str, str]]:
    """(page, page that it leads to, fragment) of every link that carries an assignment."""
    found = []
    for page, text in Project(ROOT, date(2026, 11, 24)).pages.items():
        for match in TARGET.finditer(prose(text)):
            path, _, fragment = (match[1] or match[2]).partition("#")
            to = "instructors/assign.md" if path.endswith("assign.md") else path.rpartition("/")[2]
            if carries_one(to, fragment):
                found.append((page, to, fragment))
    return found


def assignments() -> list[tuple[str, Assignment]]:
    return [(page, read(fragment)) for page, _, fragment in links()]


def tasks() -> list[Task]:
    return [task for _, one in assignments() for task in one.tasks]


def test_each_path_of_the_syllabus_opens_as_assignments_to_give_and_to_change():
    here = [(to, fragment) for page, to, fragment in links() if page == SYLLABUS]
    given = [fragment for to, fragment in here if to == "assignment.md"]
    changed = [fragment for to, fragment in here if to == "instructors/assign.md"]
    assert given == changed  # the same ones, in the same order
    weeks = Counter(read(fragment).title.split(":")[0] for fragment in given)
    assert [weeks[f"Week {number}"] for number in (1, 4, 5, 12)] == [2, 2, 1, 1]
    assert {read(fragment).title for fragment in given} >= {"Before our class on Track Two", "The design memo"}


def test_every_link_to_give_is_used_in_the_text():
    text = (ROOT / "content" / SYLLABUS).read_text(encoding="utf-8")
    names = [line.split("]:")[0][1:] for line in text.splitlines() if line.startswith("[") and "]: " in line]
    assert names and not [name for name in names if f"][{name}]" not in text]


@pytest.mark.parametrize("lesson", LESSONS)
def test_each_lesson_has_a_teaching_page_with_its_assignment(lesson: str):
    page = f"instructors/{lesson}.md"
    asked = [[task.ref for task in one.tasks] for at, one in assignments() if at == page]
    assert [lesson] in asked


def test_every_link_is_as_short_as_the_writer_makes_it():
    assert links()
    assert not [(page, fragment) for page, _, fragment in links() if write(read(fragment)) != fragment]
    assert max(len(fragment) for _, _, fragment in links()) < 900


def test_every_assignment_says_what_it_is_and_asks_for_something():
    assert not [page for page, one in assignments() if not one.title or not one.tasks or one.problems]


def compiled(ref: str) -> dict | None:
    return None if ref.endswith("/reading") else compile_ref(ROOT, ref)


def test_everything_that_is_asked_for_can_be_opened():
    for task in tasks():
        if not task.whole_lesson and not task.ref.endswith("/reading"):
            assert compile_ref(ROOT, task.ref)["kind"] in KINDS


def test_every_setting_does_something():
    """A mode that the kind does not know, or an objective of another bank, would silently be left out."""
    for task in tasks():
        if not task.settings:
            continue
        definition = compiled(task.ref)
        assert definition is not None, task
        events = opening_of(task, definition)
        assert events, task
        activity = KINDS[definition["kind"]]
        loaded = activity.load(definition)
        state = activity.start(loaded, seed=task.seed or 0)
        for event in events:
            done = activity.step(loaded, state, event, now=0)
            assert not done.refusal, (task, done.refusal)
            state = done.state
        asked = {key for event in events for key in event} - {"type", "assigned"}
        assert asked == set(task.settings), task


def test_a_bank_holds_what_an_assigned_quiz_counts():
    for task in tasks():
        if "count" in task.settings:
            definition = compiled(task.ref)
            activity = KINDS["quiz"]
            loaded = activity.load(definition)
            state = activity.start(loaded, seed=3)
            for event in opening_of(task, definition):
                state = activity.step(loaded, state, event, now=0).state
            assert len(state.answers) == int(task.settings["count"]), task
