"""One card of a sorter, wherever it lies: its text, its mark, its three ways to be moved."""

from interactive.activities.sorter.definition import Card, Sorter
from interactive.activities.sorter.rules import FULL, Slip, State, credit, mark, why
from interactive.kernel.frame import button, prefix
from interactive.kernel.html import Child, Safe, hidden, icon, tag
from interactive.kernel.sources import line

WORDS = {"fits": "Fits", "half": "Defensible: half a point", "not": "Not here"}


def card_html(definition: Sorter, state: State, name: str) -> Safe:
    """The card as a list item. All its ways of being placed end in its list, so that they are equal and work without Python."""
    card, slip = definition.cards[name], state.slips[name]
    pre = prefix(definition.ref)
    shown = mark(card, slip.bin) if slip.marked else None
    return tag(
        "li",
        tag("p", card.title, class_="st-card__title") if card.title else None,
        tag("p", card.text, class_="st-card__text", id=f"{pre}-text-{name}"),
        tag("p", card.by, class_="st-card__by"),
        _feedback(definition, card, slip) if shown else None,
        _answer(definition, card, slip) if state.finished and state.revealed else None,
        tag("p", tag("b", "Hint: "), card.hint, class_="st-hint") if slip.hinted and not state.finished else None,
        None if state.finished else _moves(definition, state, card, slip),
        class_="st-card" + (" st-marked" if shown else ""),
        id=f"{pre}-card-{name}",
        data_mark=shown,
        data_drag=None if state.finished else f"{pre}-list-{name}",
    )


def _feedback(definition: Sorter, card: Card, slip: Slip) -> Safe:
    name = mark(card, slip.bin)
    return tag(
        "div",
        tag("p", icon(f"i-{name}"), " ", WORDS[name] + _try_said(slip), class_=f"st-mark st-mark--{name}"),
        tag("p", Safe(why(definition, card, slip.bin))),
        line(card.cites),
        class_="st-feedback",
    )


def _try_said(slip: Slip) -> str:
    return "" if len(slip.tries) < 2 else ", at the second try" if len(slip.tries) == 2 else ", after several tries"


def _answer(definition: Sorter, card: Card, slip: Slip) -> Safe | None:
    """What `reveal` adds to a card that does not lie in its key bin."""
    if slip.bin == card.bin and slip.marked and credit(card, slip.bin) == FULL:
        return None
    return tag(
        "div",
        tag("p", tag("b", f"Belongs in: {definition.bins[card.bin].label}. "), card.rationale),
        line(card.cites),
        class_="st-feedback",
    )


def _moves(definition: Sorter, state: State, card: Card, slip: Slip) -> Child:
    pre = prefix(definition.ref)
    text_id, list_id = f"{pre}-text-{card.id}", f"{pre}-list-{card.id}"
    which = hidden(f", card by {card.by}" if not card.title else f", {card.title}")
    options = [tag("option", "Choose…", value="", selected=not slip.bin)]
    options += [
        tag("option", item.label, value=item.id, selected=slip.bin == item.id) for item in definition.bins.values()
    ]
    choose = tag(
        "select",
        options,
        id=list_id,
        class_="st-select",
        autocomplete="off",
        data_event={"type": "place", "card": card.id},
        data_value="bin",
    )
    lift = button(
        icon("i-lift"),
        " ",
        tag("span", "Pick up"),
        which,
        needs_python=False,
        aria_pressed="false",
        aria_describedby=text_id,
        data_pick=list_id,
        data_name=card.title or card.by,
        id=f"{pre}-lift-{card.id}",
    )
    fits = slip.marked and credit(card, slip.bin) == FULL
    hint = (
        None
        if slip.hinted or fits
        else button(
            icon("i-hint"),
            " Hint",
            which,
            style="bare",
            data_event={"type": "hint", "card": card.id},
            id=f"{pre}-hint-{card.id}",
        )
    )
    return tag(
        "div",
        lift,
        tag("label", tag("span", "Place in", which), choose, class_="st-field"),
        hint,
        class_="st-card__move",
    )
