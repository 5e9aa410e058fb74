"""The edition for a room without screens: premise, debrief guide with its cards, role sheets, observers' slips, scene deck, script."""

import re
from collections.abc import Callable, Iterator

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.draw_script import script_pages
from interactive.activities.roleplay.draw_writing import rubric_table
from interactive.activities.roleplay.room import Pairs, Sheet
from interactive.activities.roleplay.scenes import Scene
from interactive.kernel.html import Child, Safe, tag

LETTERS = "ABCDEFGH"


def room_html(definition: Story, names: tuple[str, ...]) -> Safe:
    """These parts of the room edition, or all: premise, guide, sheets, observers, deck, script. One `st-page` is one sheet of paper."""
    wanted = [name for name in names if name in PARTS] or list(PARTS)
    pages = [page for name in wanted for page in PARTS[name](definition)]
    return tag("div", pages, class_="st-room st-roleplay")


def page(*children: Child) -> Safe:
    """One sheet of paper."""
    return tag("div", *children, class_="st-page")


def head(definition: Story, what: str, title: Child) -> Child:
    """What a sheet of paper is and of what."""
    return [tag("p", f"{definition.title} · {what}", class_="st-label"), tag("h3", title)]


def _premise(definition: Story) -> Iterator[Safe]:
    people = [one for one in definition.people.values() if one.seat and one.when is None]
    rows = [tag("li", tag("b", one.name), f", {one.age}" if one.age else None, ": ", one.role) for one in people]
    yield page(
        head(definition, "Premise, to be read aloud", definition.title),
        [tag("p", paragraph) for paragraph in definition.premise],
        tag("ul", rows) if rows else None,
    )


def _guide(definition: Story) -> Iterator[Safe]:
    room, debrief = definition.room, definition.debrief
    if room.plan:
        yield page(
            head(definition, "Debrief guide", "The class, minute by minute"),
            [tag("p", paragraph) for paragraph in (*room.about, *room.before)],
            _table(("Minutes", "What happens"), room.plan),
        )
    if room.variants or room.misreadings:
        yield page(
            head(definition, "Debrief guide", "Shorter, longer, and if it goes wrong"),
            _terms(room.variants),
            tag("h4", "Misreadings, and how to meet them") if room.misreadings else None,
            _terms(room.misreadings),
        )
    prompts = [tag("li", prompt.text) for prompt in debrief.prompts.values()]
    if prompts:
        yield page(
            head(definition, "Debrief guide", "Questions, and what may be written"),
            tag("ol", prompts),
            tag("p", tag("b", "The assignment. "), debrief.assignment) if debrief.assignment else None,
            rubric_table(definition),
        )
    for title, text in room.cards:
        yield page(head(definition, "Card", title), tag("p", text, class_="st-card-text"))


def _sheets(definition: Story) -> Iterator[Safe]:
    yield from (_sheet(definition, sheet) for sheet in definition.room.sheets)


def _sheet(definition: Story, sheet: Sheet) -> Safe:
    return page(
        head(definition, "Role sheet", sheet.name),
        tag("p", sheet.side, class_="st-cite") if sheet.side else None,
        tag("p", tag("b", "May be shown. "), sheet.public),
        tag(
            "p",
            "Below this line: for you alone. You may tell it, in your role, to anyone who earns it.",
            class_="st-fold",
        ),
        [tag("p", tag("b", label), "" if text.startswith(",") else " ", text) for label, text in sheet.lines],
    )


def _observers(definition: Story) -> Iterator[Safe]:
    if definition.room.observers:
        yield page(head(definition, "Observers", "One slip each"), _terms(definition.room.observers))


def _deck(definition: Story) -> Iterator[Safe]:
    """One card a scene: what is told and what can be done. Where it leads, only the script says."""
    for number, scene in enumerate(definition.scenes.values(), 1):
        yield page(_card(definition, scene, number))
    for ending in definition.endings.values():
        short = (
            ("What left the room", ending.left),
            ("Who paid", ending.paid),
            ("What you do not know", ending.unknown),
        )
        yield page(
            head(definition, "Ending", ending.title),
            [tag("p", paragraph) for paragraph in ending.text],
            [tag("p", tag("b", f"{label}. "), text) for label, text in short if text],
        )


def _card(definition: Story, scene: Scene, number: int) -> Child:
    phase = definition.phases[scene.phase].title
    choices = [
        tag("li", choice.text, tag("span", " (only if the script says so)", class_="st-cite") if choice.when else None)
        for choice in scene.choices
    ]
    variants = {f"{{{place}}}": one[0] for place, one in enumerate(scene.seeded, 1)}
    return [
        tag("p", f"Scene {number} · ", phase, f" · {scene.id}", class_="st-label"),
        tag("h3", scene.title),
        [tag("p", told) for told in (_filled(paragraph, variants) for paragraph in scene.text) if told],
        [tag("p", _filled(paragraph, variants), class_="st-speech__says") for paragraph in scene.speech],
        tag("ol", choices, type="A"),
    ]


def _filled(text: Safe, variants: dict[str, Safe]) -> Safe:
    """On paper each variant is the first one, and an echo is left to the script."""
    for mark, words in variants.items():
        text = Safe(text.replace(mark, words))
    return Safe(re.sub(r"\s*\{echo \d+\}", "", text).strip())


def _script(definition: Story) -> Iterator[Safe]:
    yield from (page(head(definition, "Facilitator's script", title), body) for title, body in script_pages(definition))


def _table(heads: tuple[str, ...], rows: Pairs) -> Safe:
    body = [tag("tr", tag("th", first, scope="row"), tag("td", second)) for first, second in rows]
    head_row = tag("tr", [tag("th", words, scope="col") for words in heads])
    return tag("table", tag("thead", head_row), tag("tbody", body), class_="st-table")


def _terms(rows: Pairs) -> Child:
    return [
        tag("p", tag("b", first if first.endswith(("”", ".", "?")) else f"{first}.") if first else None, " ", second)
        for first, second in rows
    ]


PARTS: dict[str, Callable[[Story], Iterator[Safe]]] = {
    "premise": _premise,
    "guide": _guide,
    "sheets": _sheets,
    "observers": _observers,
    "deck": _deck,
    "script": _script,
}
