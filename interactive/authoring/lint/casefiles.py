"""Casefiles: what they name is there, and nothing is too long. Only what is there and of its kind is looked at."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from interactive.activities.casefile.definition import CONCLUSION
from interactive.authoring.findings import Finding
from interactive.authoring.project import Project, kind_of
from interactive.authoring.reading import Place, Source

LIMITS = {"facts": 110, "in_practice": 60, "analysis": 120}  # words: what is longer is not read on a screen


def casefiles(project: Project) -> Iterator[tuple[Source, dict[str, Any]]]:
    """Every casefile that could be read."""
    return ((source, data) for _, source, data in project.own() if kind_of(source) == "casefile")


def mapping_of(value: Any) -> dict[str, Any]:
    """A mapping, or an empty one where something else stands."""
    return value if isinstance(value, dict) else {}


def rows_of(data: dict[str, Any], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The mappings in a list, with their numbers."""
    rows = data.get(name)
    return ((number, row) for number, row in enumerate(rows if isinstance(rows, list) else []) if isinstance(row, dict))


def elements_of(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The elements of a casefile: id -> what is written of it."""
    return {item["id"]: item for _, item in rows_of(data, "elements") if isinstance(item.get("id"), str)}


def keyed(scenario: dict[str, Any]) -> Iterator[tuple[Place, str, dict[str, Any]]]:
    """Every finding of a scenario and of its twists: (way to it, element, what is written)."""
    tables: list[tuple[Place, Any]] = [(("findings",), scenario.get("findings"))]
    tables += [(("twists", number, "flips"), twist.get("flips")) for number, twist in rows_of(scenario, "twists")]
    for place, table in tables:
        for element, found in mapping_of(table).items():
            yield (*place, element), element, mapping_of(found)


def unknown_element(project: Project) -> Iterator[Finding]:
    """Findings, flips and `turns_on` name elements of this file, and every scenario finds on each of them."""
    for source, data in casefiles(project):
        elements = elements_of(data)
        for number, scenario in rows_of(data, "scenarios"):
            turns_on = scenario.get("turns_on")
            named: list[tuple[Place, str]] = [(way, element) for way, element, _ in keyed(scenario)]
            named += [
                (("turns_on", place), name)
                for place, name in enumerate(turns_on if isinstance(turns_on, list) else [])
                if isinstance(name, str)
            ]
            for way, name in named:
                if name not in elements:
                    message = f"there is no element `{name}`; {_near(name, list(elements), 'the elements are')}"
                    yield source.find(("scenarios", number, *way), "unknown-element", message)
            left = [name for name in elements if name not in mapping_of(scenario.get("findings"))]
            if left:
                message = f"no finding on {', '.join(left)}; every scenario finds on every element"
                yield source.find(("scenarios", number, "findings"), "unknown-element", message)


def unknown_reason(project: Project) -> Iterator[Finding]:
    """The reasons of a finding stand in its element's list; feedback on misreading is not for the right finding."""
    for source, data in casefiles(project):
        elements = elements_of(data)
        for number, scenario in rows_of(data, "scenarios"):
            for way, element, found in keyed(scenario):
                listed = list(mapping_of(elements.get(element, {}).get("reasons")))
                given = found.get("reason")
                for place, name in enumerate(given if isinstance(given, list) else []):
                    if isinstance(name, str) and name not in listed and element in elements:
                        message = f"`{element}` has no reason `{name}`; {_near(name, listed, 'its reasons are')}"
                        yield source.find(("scenarios", number, *way, "reason", place), "unknown-reason", message)
                if found.get("finding") in list(mapping_of(found.get("misread"))):
                    message = "whoever finds this is right here: `misread` is for the two other findings"
                    yield source.find(("scenarios", number, *way, "misread"), "misread-of-key", message)


def _near(name: str, known: list[str], are: str) -> str:
    near = get_close_matches(name, known, 1)
    return f"did you mean `{near[0]}`?" if near else f"{are} {', '.join(known) or 'missing'}"


def element_id_taken(project: Project) -> Iterator[Finding]:
    """No two elements of a file share an id, and none is called as the conclusion is in the record."""
    for source, data in casefiles(project):
        seen = {CONCLUSION}
        for number, item in rows_of(data, "elements"):
            if isinstance(item.get("id"), str) and item["id"] in seen:
                message = f"`{item['id']}` is taken already; choose another id"
                yield source.find(("elements", number, "id"), "duplicate-id", message)
            seen.add(str(item.get("id")))


def casefile_too_long(project: Project) -> Iterator[Finding]:
    """Facts, practice and analysis keep to their length, and a round is not larger than the file."""
    for source, data in casefiles(project):
        scenarios, draw = list(rows_of(data, "scenarios")), data.get("draw")
        if isinstance(draw, int) and draw > len(scenarios):
            message = (
                f"a round of {draw} cannot be drawn from {len(scenarios)} scenarios; write {len(scenarios)} or less"
            )
            yield source.find(("draw",), "draw-too-large", message)
        for number, scenario in scenarios:
            for name, most in LIMITS.items():
                words = len(str(scenario.get(name, "")).split())
                if words > most:
                    message = f"{words} words; `{name}` takes {most} at most"
                    yield source.find(("scenarios", number, name), "casefile-too-long", message)
