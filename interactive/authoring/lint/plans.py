"""Plans, memos and profiles: conditions speak of decisions that are there, option ids are the file's own, answers lean to known seats."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from interactive.authoring.compilers.common import NotCompiled
from interactive.authoring.compilers.conditions import Names, parse_condition
from interactive.authoring.compilers.memo import names_of as memo_names
from interactive.authoring.compilers.plan import names_of as plan_names
from interactive.authoring.findings import Finding
from interactive.authoring.project import Project, kind_of
from interactive.authoring.reading import Place, Source
from interactive.authoring.shape import shape_of

TAKEN = frozenset({"title", "activity", "critique", "criticize", "keep", "page", "restart"})  # ids of the frame itself


def _sound(project: Project, kind: str) -> Iterator[tuple[Source, dict[str, Any]]]:
    """The files of this kind whose shape is right; the others have findings of shape."""
    for _, source, data in project.own():
        if kind_of(source) == kind and not any(shape_of(source, project.root)):
            yield source, data


def plan_condition(project: Project) -> Iterator[Finding]:
    """Every condition of a plan or a memo can be parsed, and the last rule of each criterion holds always."""
    for kind, names_of in (("plan", plan_names), ("memo", memo_names)):
        for source, data in _sound(project, kind):
            yield from _conditions(source, data, names_of(data))


def _conditions(source: Source, data: dict[str, Any], names: Names) -> Iterator[Finding]:
    for number, one in enumerate(data["criteria"]):
        for place, rule in enumerate(one["rules"]):
            yield from _parsed(source, ("criteria", number, "rules", place, "when"), rule["when"], names)
        if one["rules"][-1]["when"].strip() != "always":
            where = ("criteria", number, "rules", len(one["rules"]) - 1, "when")
            yield source.find(where, "plan-condition", "the last rule decides what no other did; write `always`")
    for number, sentence in enumerate(data.get("memo", [])):
        yield from _parsed(source, ("memo", number, "when"), sentence["when"], names)


def _parsed(source: Source, place: Place, text: str, names: Names) -> Iterator[Finding]:
    try:
        parse_condition(text, names)
    except NotCompiled as error:
        yield source.find(place, "plan-condition", str(error))


def plan_option(project: Project) -> Iterator[Finding]:
    """Option ids are names in conditions, so each stands once in its file; what an option adds to is a measure."""
    for source, data in _sound(project, "plan"):
        seen: dict[str, str] = {}
        for number, slot in enumerate(data["slots"]):
            if slot["id"] in TAKEN:
                yield source.find(
                    ("slots", number, "id"), "plan-option", f"`{slot['id']}` is the frame's own id; choose another"
                )
            for name, option in slot.get("options", {}).items():
                place: Place = ("slots", number, "options", name)
                if name in seen:
                    yield source.find(
                        place, "plan-option", f"`{name}` is an option of `{seen[name]}` already; choose another id"
                    )
                seen.setdefault(name, slot["id"])
                for measure in set(option.get("adds", {})) - set(data.get("measures", {})):
                    yield source.find((*place, "adds"), "plan-option", f"there is no measure `{measure}`; add it above")


def profile_seat(project: Project) -> Iterator[Finding]:
    """Every answer leans to seats that are there, and every seat is somebody's."""
    for source, data in _sound(project, "profile"):
        leaned = set()
        for number, question in enumerate(data["questions"]):
            for name, answer in question["answers"].items():
                for seat in answer["seats"]:
                    leaned.add(seat)
                    if seat not in data["seats"]:
                        near = get_close_matches(seat, data["seats"], 1)
                        hint = f"did you mean `{near[0]}`?" if near else f"the seats are {', '.join(data['seats'])}"
                        yield source.find(
                            ("questions", number, "answers", name, "seats", seat),
                            "profile-seat",
                            f"there is no seat `{seat}`; {hint}",
                        )
        for seat in set(data["seats"]) - leaned:
            yield source.find(
                ("seats", seat), "profile-seat", f"no answer leans to `{seat}`; give it some, or take it out"
            )
