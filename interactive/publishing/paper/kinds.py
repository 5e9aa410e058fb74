"""Which sheets each kind of activity becomes. What gives an answer away never stands on a sheet for students."""

from collections.abc import Callable, Iterator
from typing import Any

from interactive.activities import KINDS
from interactive.activities.casefile.definition import Casefile
from interactive.activities.casefile.draw_room import analysis_sheets
from interactive.activities.quiz.definition import Quiz
from interactive.activities.quiz.draw_item import item_html
from interactive.activities.quiz.rules import State, drawn
from interactive.kernel.activity import Activity
from interactive.kernel.html import Child, Safe, plain, tag
from interactive.publishing.paper.cards import sorter
from interactive.publishing.paper.sheet import AT_MOST, NAMED, YOURS, Sheet, titled

ROOM = {  # part of the room edition: what it is called, what one does with it, whether students get it
    "premise": ("premise", "The situation, to be read aloud.", True),
    "sheets": ("role sheets", "One for each player, and to nobody else. The lower half is confidential.", True),
    "observers": ("observers’ slips", "For whoever watches.", True),
    "deck": ("deck of scenes", "Every scene and ending as a card to read aloud. It gives the story away.", False),
    "script": ("script", "What each choice moves and where it leads. For whoever runs the story.", False),
    "guide": ("debrief guide", "The class minute by minute, misreadings, questions, rubric and cards to deal.", False),
}
TABLE = '<table class="st-table st-blanks">'
BOTH_SIDES = "Printed on both sides, the table lies on the back of its facts."
ONE_SIDE = "The rule runs over two pages: print on one side."
BLANK = "A form to fill in by hand."


def sheets_of(data: dict[str, Any]) -> Iterator[Sheet]:
    """The sheets of one compiled definition."""
    kind = KINDS[data["kind"]]
    definition = kind.load(data)
    yield from MAKERS[data["kind"]](kind, definition, data["ref"].rsplit("/", 1)[-1])


def _sorter(kind: Activity, definition: Any, name: str) -> Iterator[Sheet]:
    return sorter(definition, list(kind.start(definition, seed=0).slips), name)


def _quiz(kind: Activity, definition: Quiz, name: str) -> Iterator[Sheet]:
    """A round as the site deals it first, and every item; each with a key of its own."""
    first = kind.start(definition, seed=0)
    every = drawn(State(seed=0), tuple(definition.items))
    for state, ending, words in ((first, "quiz", "A quiz"), (every, "all-items", "Every item of the bank")):
        title = f"{definition.title} · {'quiz' if state is first else 'all items'}"
        count = f"{len(state.drawn)} items"
        yield Sheet(f"{name}-{ending}", title, f"{words}, {count}.", _paper(definition, state, title), named=True)
        body = kind.answers(definition, state) if kind.answers else ""
        about = f"The key to those {count}, with every reason."
        yield Sheet(f"{name}-{ending}-key", f"{title}, key", about, Safe(body), YOURS)


def _paper(definition: Quiz, state: State, title: str) -> Child:
    items = [item_html(definition, state, name) for name in state.drawn]
    return titled(title, tag("div", items, class_="st-items st-activity st-quiz"))


def _casefile(kind: Activity, definition: Casefile, name: str) -> Iterator[Sheet]:
    """The room edition, parted: facts and empty tables, and the analyses."""
    last = "".join(analysis_sheets(definition, definition.scenarios.values()))
    whole = kind.room(definition, ()) if kind.room else ""
    first = whole.replace(last, "").replace(TABLE, f"{tag('p', NAMED)}{TABLE}")
    longest = max(len(plain(part)) for part in first.split('<div class="st-page">'))
    about = f"Facts and an empty table for each scenario. {BOTH_SIDES if longest < AT_MOST else ONE_SIDE}"
    yield Sheet(name, definition.title, about, Safe(first))
    about = "The reasoned findings of each scenario. Hand out afterwards."
    room = tag("div", Safe(last), class_="st-room st-casefile")
    yield Sheet(f"{name}-analysis", f"{definition.title} · analyses", about, room, YOURS)


def _roleplay(kind: Activity, definition: Any, name: str) -> Iterator[Sheet]:
    for part, (words, about, shared) in ROOM.items():
        html = kind.room(definition, (part,)) if kind.room else ""
        if "st-page" in html:
            title = f"{definition.title} · {words}"
            yield Sheet(f"{name}-{part}", title, about, Safe(html), *(() if shared else (YOURS,)))


def _form(kind: Activity, definition: Any, name: str) -> Iterator[Sheet]:
    """Any other kind as it stands before anybody has touched it."""
    body = kind.render(definition, kind.start(definition, seed=0))
    yield Sheet(name, definition.title, BLANK, Safe(body), named=True)


MAKERS: dict[str, Callable[[Activity, Any, str], Iterator[Sheet]]] = {
    "sorter": _sorter,
    "quiz": _quiz,
    "casefile": _casefile,
    "roleplay": _roleplay,
    **dict.fromkeys(("plan", "memo", "profile", "transfer"), _form),
}
