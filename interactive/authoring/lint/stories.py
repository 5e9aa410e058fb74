"""Stories: what can be said of one without walking it. `course prove` walks it."""

from collections.abc import Iterator
from typing import Any

from interactive.authoring.findings import Finding
from interactive.authoring.project import Project, kind_of
from interactive.authoring.proving.craft import long_scenes, weak, wrong_marks
from interactive.authoring.proving.naming import wrong_names
from interactive.authoring.proving.using import twice, unused
from interactive.authoring.reading import Source
from interactive.authoring.shape import shape_of

RULES = (wrong_names, unused, twice, weak, wrong_marks, long_scenes)


def stories(project: Project) -> Iterator[tuple[Source, dict[str, Any]]]:
    """Every role-play whose file has the shape of one."""
    for _, source, data in project.own():
        if kind_of(source) == "roleplay" and not source.findings and not any(shape_of(source, project.root)):
            yield source, data


def story_findings(source: Source, data: dict[str, Any]) -> Iterator[Finding]:
    """Everything to mend in one story, of the right shape."""
    for rule in RULES:
        for said in rule(data):
            yield source.find(said.place, said.rule, said.message, warning=said.warning)


def unsound_story(project: Project) -> Iterator[Finding]:
    """Names lead somewhere, nothing is unused, no id stands twice, no choice is plainly the right one."""
    for source, data in stories(project):
        yield from story_findings(source, data)


def scene_of_two_stories(project: Project) -> Iterator[Finding]:
    """Scenes have ids of their own in the whole course: a learner's record refers to them."""
    seen: dict[str, str] = {}
    for source, data in stories(project):
        for name in (*data["scenes"], *data["endings"]):
            part = "scenes" if name in data["scenes"] else "endings"
            if seen.get(name, source.path) != source.path:
                yield source.find(
                    (part, name), "duplicate-id", f"`{name}` is used already in {seen[name]}; choose another id"
                )
            seen.setdefault(name, source.path)
