"""A sorter on paper: numbered cards to cut, headings to lay them under, and a key that goes by the numbers."""

from collections.abc import Iterator

from interactive.activities.sorter.definition import Card, Sorter
from interactive.kernel.html import Child, Safe, tag
from interactive.kernel.shuffle import shuffled
from interactive.kernel.sources import line
from interactive.publishing.paper.sheet import YOURS, Sheet, titled


def sorter(definition: Sorter, first: list[str], name: str) -> Iterator[Sheet]:
    """The whole pack. The cards of the site's first round lead, so that whoever wants one round prints the first pages."""
    rest = shuffled((card for card in definition.cards if card not in first), 0, name)
    numbers = {card: number for number, card in enumerate((*first, *rest), 1)}
    about = f"{len(numbers)} cards to cut along the dashes. The first {len(first)} make a round; so does any dozen."
    cards = [_card(definition.cards[card], number) for card, number in numbers.items()]
    yield Sheet(f"{name}-cards", f"{definition.title} · cards", about, tag("div", cards, class_="st-cuts"))
    bins = [
        tag("div", tag("h2", one.label), tag("p", one.description), class_="st-cut st-cut--heading")
        for one in definition.bins.values()
    ]
    lay = titled(definition.question, tag("div", bins, class_="st-cuts"))
    yield Sheet(f"{name}-headings", f"{definition.title} · headings", "Lay the cards under these.", lay)
    yield Sheet(
        f"{name}-key",
        f"{definition.title} · key",
        "Where each card belongs, and why.",
        _key(definition, numbers),
        YOURS,
    )


def _card(card: Card, number: int) -> Safe:
    corner = tag("span", str(number), class_="st-n")
    text = [tag("p", corner, tag("b", card.title)), tag("p", card.text)] if card.title else tag("p", corner, card.text)
    return tag("div", text, tag("p", card.by), class_="st-cut")


def _key(definition: Sorter, numbers: dict[str, int]) -> Child:
    rows = [_row(definition, definition.cards[card], number) for card, number in numbers.items()]
    head = tag("tr", [tag("th", words, scope="col") for words in ("No.", "Card", "Belongs in", "Because")])
    return titled(f"{definition.title} · key", tag("table", tag("thead", head), tag("tbody", rows), class_="st-key"))


def _row(definition: Sorter, card: Card, number: int) -> Safe:
    also = [
        tag("p", tag("b", f"Also defensible: {definition.bins[name].label}. "), why) for name, why in card.also.items()
    ]
    belongs = tag("td", definition.bins[card.bin].label)
    because = tag("td", tag("p", card.rationale), also, line(card.cites))
    return tag("tr", tag("th", str(number), scope="row"), tag("td", card.title or card.by), belongs, because)
