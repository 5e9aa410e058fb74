"""Objectives: what an activity assesses is taught by a lesson, and a quiz lists just what its items assess."""

from collections.abc import Iterator

from interactive.authoring.findings import Finding
from interactive.authoring.lint.quizzes import items_of, quizzes, strings, suggestion
from interactive.authoring.project import Project


def objective_not_taught(project: Project) -> Iterator[Finding]:
    """Every objective of a definition stands in the front matter of a lesson."""
    for _, source, data in project.own():
        names = data.get("objectives")
        for number, name in enumerate(names if isinstance(names, list) else []):
            if isinstance(name, str) and name not in project.objectives:
                advice = suggestion(name, list(project.objectives), "add it to the lesson's `objectives:`")
                message = f"no lesson has the objective `{name}`; {advice}"
                yield source.find(("objectives", number), "objective-not-taught", message)


def objective_not_listed(project: Project) -> Iterator[Finding]:
    """What an item assesses stands at the head of its file, where it is checked against the lessons."""
    for _, source, data in quizzes(project):
        listed = strings(data.get("objectives"))
        for number, item in items_of(data):
            name = item.get("objective")
            if isinstance(name, str) and name not in listed:
                advice = suggestion(name, listed, "add it to `objectives:` at the head of the file")
                message = f"this file does not list the objective `{name}`; {advice}"
                yield source.find(("items", number, "objective"), "objective-not-listed", message)


def objective_without_items(project: Project) -> Iterator[Finding]:
    """A quiz promises no objective that none of its items assesses."""
    for _, source, data in quizzes(project):
        assessed = {item.get("objective") for _, item in items_of(data) if isinstance(item.get("objective"), str)}
        names = data.get("objectives")
        for number, name in enumerate(names if isinstance(names, list) else []):
            if isinstance(name, str) and name not in assessed:
                message = f"no item here assesses `{name}`; write three, or take it out"
                yield source.find(("objectives", number), "objective-without-items", message)
