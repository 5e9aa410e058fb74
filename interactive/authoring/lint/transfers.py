"""Transfer maps: the network names only who is in it, no two stand on one spot, conditions can be parsed, objectives are the file's."""

from collections.abc import Iterator
from typing import Any

from interactive.authoring.compilers.common import NotCompiled
from interactive.authoring.compilers.conditions import parse_condition
from interactive.authoring.compilers.transfer import names_of, unknown
from interactive.authoring.findings import Finding
from interactive.authoring.project import Project, kind_of
from interactive.authoring.reading import Source
from interactive.authoring.shape import shape_of


def _maps(project: Project) -> Iterator[tuple[Source, dict[str, Any]]]:
    """The transfer maps whose shape is right; the others have findings of shape."""
    for _, source, data in project.own():
        if kind_of(source) == "transfer" and not any(shape_of(source, project.root)):
            yield source, data


def transfer_network(project: Project) -> Iterator[Finding]:
    """Whom the network names is in it, everybody has a place of their own and one name, and each side has somebody who decides."""
    for source, data in _maps(project):
        for name in sorted(unknown(data)):
            yield source.find(("bodies",), "transfer-network", f"`{name}` is nobody here; add it, or mend its name")
        taken: dict[tuple[int, ...], str] = {}
        for group in ("carriers", "bodies"):
            for name, one in data[group].items():
                other = taken.setdefault(tuple(one["at"]), name)
                if other != name:
                    yield source.find((group, name, "at"), "transfer-network", f"`{other}` stands there already")
        for name in set(data["carriers"]) & set(data["bodies"]):
            yield source.find(("bodies", name), "transfer-network", f"`{name}` is a carrier already; choose another id")
        for side in data["sides"]:
            if not any(
                one.get("side") == side and "decides" in one.get("marks", []) for one in data["bodies"].values()
            ):
                yield source.find(
                    ("sides", side), "transfer-network", "nobody decides on this side; give one `decides`"
                )


def transfer_condition(project: Project) -> Iterator[Finding]:
    """Every condition can be parsed, the last rule of a criterion holds always, and its objective is one of the file's."""
    for source, data in _maps(project):
        names = names_of(data)
        for number, one in enumerate(data["criteria"]):
            if one["objective"] not in data["objectives"]:
                where = ("criteria", number, "objective")
                yield source.find(
                    where, "transfer-condition", f"`objectives:` above does not list `{one['objective']}`"
                )
            for place, rule in enumerate(one["rules"]):
                try:
                    parse_condition(rule["when"], names)
                except NotCompiled as error:
                    yield source.find(("criteria", number, "rules", place, "when"), "transfer-condition", str(error))
            if one["rules"][-1]["when"].strip() != "always":
                where_last = ("criteria", number, "rules", len(one["rules"]) - 1, "when")
                yield source.find(
                    where_last, "transfer-condition", "the last rule decides what no other did; write `always`"
                )
