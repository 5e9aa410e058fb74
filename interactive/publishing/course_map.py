"""The course as one small file for progress and review: lessons, where each activity stands, what each item assesses.

Written to assets/definitions/course.json. The page's script carries it to Python unread; record/course.py says what is in it.
Links start with `root:`, the site's root.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from interactive.activities.casefile.rules import MODES as CASEFILE_MODES
from interactive.activities.roleplay.rules import MODES as ROLEPLAY_MODES
from interactive.activities.sorter.engine import MODES as SORTER_MODES
from interactive.authoring.pages import mapping
from interactive.authoring.project import Project
from interactive.kernel.html import plain
from interactive.publishing.pages import Found

LABEL = 90  # characters of a line that names an item
PRACTICE = "practice/review"

type Definitions = Mapping[str, Mapping[str, Any]]
type Places = Mapping[str, Mapping[str, str]]
type Row = tuple[str, dict[str, Any]]  # item id, what is known of it


def course_map(project: Project, definitions: Definitions, found: Found) -> dict[str, Any]:
    """The whole map. `definitions` are compiled ones by ref; `found` is what stands on the finished pages."""
    where = found.where
    lessons = [lesson for page in project.pages if (lesson := _lesson(project, page, found.sections))]
    known = {str(lesson["id"]) for lesson in lessons}
    practice = definitions.get(PRACTICE) if PRACTICE in where else None
    extra = set(_optional(project))
    return {
        "lessons": sorted(lessons, key=lambda lesson: (lesson["number"], lesson["id"])),
        "activities": {
            ref: {**_place(ref, definitions.get(ref, {}), place, known), **({"optional": True} if ref in extra else {})}
            for ref, place in where.items()
        },
        "items": dict(_items(definitions, where)),
        "terms": dict(_terms(practice or {})),
        "practice": _practice(practice, where),
    }


def write_course_map(site: Path, data: Mapping[str, Any]) -> None:
    """Write the map beside the definitions."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    (site / "assets" / "definitions" / "course.json").write_text(text, encoding="utf-8")


def _lesson(project: Project, page: str, sections: Mapping[str, Mapping[str, str]]) -> dict[str, Any] | None:
    head, built = mapping(project.heads[page].data), f"{page.removesuffix('md')}html"
    if head.get("layout") != "lesson" or not isinstance(head.get("number"), int):
        return None
    return {
        "id": page.split("/")[-2],
        "number": head["number"],
        "title": str(head.get("title", page)),
        "href": f"root:{built}",
        "minutes": mapping(head.get("minutes")),
        "ready": not head.get("being_written"),
        "objectives": {str(name): str(words) for name, words in mapping(head.get("objectives")).items()},
        "sections": dict(sections.get(built, {})),
    }


def _place(ref: str, definition: Mapping[str, Any], place: Mapping[str, str], lessons: set[str]) -> dict[str, Any]:
    """An activity on its page, in the lesson that it is filed under; a practice session is in none. A check is named by its item."""
    folder = ref.split("/", 1)[0]
    only = definition.get("items") if definition.get("way") == "check" else None
    return {
        "href": f"root:{place['href']}",
        "digest": place["digest"],
        "title": _line(only[0].get("stem", "")) if only else str(definition.get("title", ref)),
        "kind": str(definition.get("kind", "")),
        "lesson": folder if folder in lessons else "",
        **_settable(definition),
    }


def _optional(project: Project) -> Iterator[str]:
    """The activities that a lesson says can be left out: `optional: [slug]` at the head of its page."""
    for page in project.pages:
        names = mapping(project.heads[page].data).get("optional")
        for name in names if isinstance(names, list) else ():
            yield f"{page.split('/')[-2]}/{name}"


def _settable(definition: Mapping[str, Any]) -> dict[str, Any]:
    """What an assignment can ask of it: its minutes, how much it deals, its modes, a bank's items by objective and level."""
    kind = definition.get("kind")
    modes = {"sorter": SORTER_MODES, "roleplay": ROLEPLAY_MODES, "casefile": CASEFILE_MODES}.get(str(kind), ())
    if kind == "casefile" and not any(scenario.get("twists") for scenario in definition.get("scenarios", ())):
        modes = tuple(mode for mode in modes if mode != "twist")
    found: dict[str, Any] = {"minutes": definition.get("minutes"), "draw": definition.get("draw"), "modes": list(modes)}
    if kind == "quiz" and definition.get("way") == "quiz":
        found["levels"] = _levels(definition)
    return {name: value for name, value in found.items() if value}


def _levels(bank: Mapping[str, Any]) -> dict[str, list[int]]:
    """How many items a bank has on each objective: those to recall, to apply, to judge."""
    found: dict[str, list[int]] = {}
    for item in bank.get("items", ()):
        if item.get("type") not in ("contested", "term"):
            row = found.setdefault(str(item.get("objective")), [0, 0, 0])
            row[min(3, max(1, item.get("difficulty", 1))) - 1] += 1
    return found


def _items(definitions: Definitions, where: Places) -> Iterator[Row]:
    """Every item that can be scored, from the file that it was written in."""
    for ref, definition in definitions.items():
        reader = READERS.get(str(definition.get("kind")))
        for name, item in reader(definition) if reader else ():
            shown = next((one for one in (ref, f"{ref}/{name}") if one in where), "")
            yield name, {**item, "lesson": ref.split("/", 1)[0], "ref": shown}


def _quiz(definition: Mapping[str, Any]) -> Iterator[Row]:
    """A bank's own items. Self-tests and practice only gather them, and a check shows one of them."""
    for item in definition.get("items", ()) if definition.get("way", "quiz") == "quiz" else ():
        if item.get("type") not in ("contested", "term"):
            yield item["id"], _item([item.get("objective")], item.get("stem", ""), item)


def _sorter(definition: Mapping[str, Any]) -> Iterator[Row]:
    bins = {item["id"]: item for item in definition.get("bins", ())}
    for card in definition.get("cards", ()):
        yield card["id"], _item(_objectives(definition), card.get("title") or card["text"], bins.get(card["bin"], {}))


def _casefile(definition: Mapping[str, Any]) -> Iterator[Row]:
    """A finding on each element of each scenario, and its conclusion."""
    labels = {item["id"]: str(item.get("label", item["id"])) for item in definition.get("elements", ())}
    for scenario in definition.get("scenarios", ()):
        for name, words in {**labels, "conclusion": "conclusion"}.items():
            label = f"{scenario.get('title', scenario['id'])}: {words}"
            yield f"{scenario['id']}--{name}", _item(_objectives(definition), label, definition)


READERS = {"quiz": _quiz, "sorter": _sorter, "casefile": _casefile}


def _terms(practice: Mapping[str, Any]) -> Iterator[Row]:
    """The terms of the glossary, under the ids by which they can be practised."""
    for item in practice.get("items", ()):
        if item.get("type") == "term":
            yield item["id"], {**_item([], item.get("stem", ""), item), "lesson": str(item.get("lesson", ""))}


def _practice(practice: Mapping[str, Any] | None, where: Places) -> dict[str, Any]:
    if practice is None:
        return {"ref": PRACTICE, "href": "", "items": []}
    page = where[PRACTICE]["href"].partition("#")[0]
    return {"ref": PRACTICE, "href": f"root:{page}#due", "items": [item["id"] for item in practice.get("items", ())]}


def _item(objectives: Iterable[Any], label: str, source: Mapping[str, Any]) -> dict[str, Any]:
    reread = mapping(source.get("reread"))
    found: dict[str, Any] = {"objectives": [str(name) for name in objectives if name], "label": _line(label)}
    if reread.get("href"):
        found["reread"] = {"text": str(reread.get("text", "")), "href": str(reread["href"])}
    return found


def _objectives(definition: Mapping[str, Any]) -> list[str]:
    return [str(name) for name in definition.get("objectives", ())]


def _line(markup: str) -> str:
    """The words of a text, cut to one line at a space."""
    words = plain(markup)
    return words if len(words) <= LABEL else words[: LABEL - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
