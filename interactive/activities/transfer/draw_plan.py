"""The plan on the page: what can be carried, by whom and how, and one row of lists for each move."""

from collections.abc import Iterable

from interactive.activities.transfer.definition import Transfer
from interactive.activities.transfer.rules import PARTS, State, begun
from interactive.activities.transfer.spread import Move
from interactive.kernel.days import capital
from interactive.kernel.frame import button, prefix
from interactive.kernel.html import Child, Safe, hidden, tag

ASKED = {"carrier": "Who", "receiver": "tells whom", "idea": "what", "form": "in what form", "when": "and when"}


def sources_html(definition: Transfer) -> list[Safe]:
    """The ideas, the forms and those who can carry them."""
    people = [
        (one.name, tag("span", f"{definition.sides.get(one.side, 'Neither shore')}. ", one.note))
        for one in definition.carriers.values()
    ]
    return [
        _told("What there is to carry", ((capital(one.label), one.text) for one in definition.ideas.values())),
        _told("In what form", ((one.label, one.note) for one in definition.forms.values())),
        _told("Who can carry it", ((capital(name), note) for name, note in people)),
    ]


def _told(title: str, rows: Iterable[tuple[str, Safe]]) -> Safe:
    items = [tag("li", tag("b", name), ". ", words) for name, words in rows]
    return tag("div", tag("h4", title), tag("ul", items, class_="st-plain st-told"), class_="st-toldbox")


def moves_html(definition: Transfer, state: State) -> Safe:
    """All moves, a group of five lists each."""
    rows = [_move(definition, place, move) for place, move in enumerate(state.moves)]
    help_ = f"At least {definition.least}, at most {definition.most}. Leave the rest open."
    return tag("div", tag("h4", "Your moves"), tag("p", help_, class_="st-help"), rows, class_="st-moves")


def _move(definition: Transfer, place: int, move: Move) -> Safe:
    base = f"{prefix(definition.ref)}-move-{place + 1}"
    lists = [_list(definition, place, part, getattr(move, part), base) for part in PARTS]
    clear = (
        button(
            "Clear",
            hidden(f" move {place + 1}"),
            style="bare",
            data_event={"type": "clear", "move": place},
            id=f"{base}-clear",
        )
        if begun(move)
        else None
    )
    legend = tag("legend", f"Move {place + 1}")
    return tag(
        "fieldset", legend, tag("div", lists, clear, class_="st-move__lists"), class_="st-group st-move", id=base
    )


def _list(definition: Transfer, place: int, part: str, value: str, base: str) -> Safe:
    choice = tag(
        "select",
        tag("option", "open", value="", selected=not value),
        _options(definition, part, value),
        id=f"{base}-{part}",
        class_="st-select",
        autocomplete="off",
        data_event={"type": "set", "move": place, "part": part},
        data_value="value",
    )
    return tag("label", tag("span", ASKED[part]), choice, class_="st-field")


def _options(definition: Transfer, part: str, value: str) -> Child:
    if part != "receiver":
        named = {
            "carrier": {name: one.name for name, one in definition.carriers.items()},
            "idea": {name: one.label for name, one in definition.ideas.items()},
            "form": {name: one.label.lower() for name, one in definition.forms.items()},
            "when": {name: label.lower() for name, (label, _) in definition.times.items()},
        }[part]
        return [_option(name, label, value) for name, label in named.items()]
    groups = {**definition.sides, "": "Neither shore"}
    return [
        tag(
            "optgroup",
            [
                _option(name, body.label, value)
                for name, body in definition.bodies.items()
                if body.side == side or (not side and body.side not in definition.sides)
            ],
            label=label,
        )
        for side, label in groups.items()
    ]


def _option(name: str, label: str, value: str) -> Safe:
    return tag("option", label, value=name, selected=name == value)
