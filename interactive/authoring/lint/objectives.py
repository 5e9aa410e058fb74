"""Objectives: what an activity assesses is taught by a lesson."""

from collections.abc import Iterator
from difflib import get_close_matches

from interactive.authoring.findings import Finding
from interactive.authoring.project import Project


def objective_not_taught(project: Project) -> Iterator[Finding]:
    """Every objective of a definition stands in the front matter of a lesson."""
    for _, source, data in project.own():
        names = data.get("objectives")
        for number, name in enumerate(names if isinstance(names, list) else []):
            if isinstance(name, str) and name not in project.objectives:
                near = get_close_matches(name, project.objectives, 1)
                hint = f"did you mean `{near[0]}`?" if near else "add it to the lesson's `objectives:`"
                yield source.find(
                    ("objectives", number), "objective-not-taught", f"no lesson has the objective `{name}`; {hint}"
                )
