"""Bins: every bin that a card names exists, every bin is somebody's key, and a round is not larger than the pack."""

from collections.abc import Iterator
from difflib import get_close_matches

from interactive.authoring.findings import Finding
from interactive.authoring.lint.sorters import bins_of, cards_of, sorters
from interactive.authoring.project import Project
from interactive.authoring.reading import Place


def unknown_bin(project: Project) -> Iterator[Finding]:
    """A card's key, `also` and `misplaced` name bins of this file; none stands in two of them."""
    for source, data in sorters(project):
        bins = list(bins_of(data))
        for number, card in cards_of(data):
            named: list[tuple[tuple[str, ...], object]] = [(("bin",), card.get("bin"))]
            for field in ("also", "misplaced"):
                reasons = card.get(field)
                named += [((field, name), name) for name in (reasons if isinstance(reasons, dict) else {})]
            seen: dict[str, str] = {}
            for place, name in named:
                if not isinstance(name, str):
                    continue
                where: Place = ("cards", number, *place)
                if name not in bins:
                    near = get_close_matches(name, bins, 1)
                    hint = f"did you mean `{near[0]}`?" if near else f"the bins are {', '.join(bins)}"
                    yield source.find(where, "unknown-bin", f"there is no bin `{name}`; {hint}")
                elif name in seen:
                    yield source.find(
                        where, "unknown-bin", f"`{name}` is this card's `{seen[name]}` already; keep one of the two"
                    )
                seen.setdefault(name, place[0])


def bin_never_key(project: Project) -> Iterator[Finding]:
    """A bin in which no card fits is a trap."""
    for source, data in sorters(project):
        keys = {card.get("bin") for _, card in cards_of(data)}
        for name in bins_of(data):
            if name not in keys:
                yield source.find(
                    ("bins", name), "bin-never-key", f"no card belongs in `{name}`; give it cards, or take it out"
                )


def draw_too_large(project: Project) -> Iterator[Finding]:
    """A round draws at most as many cards as there are."""
    for source, data in sorters(project):
        cards, draw = len(list(cards_of(data))), data.get("draw")
        if isinstance(draw, int) and draw > cards:
            yield source.find(
                ("draw",),
                "draw-too-large",
                f"a round of {draw} cannot be drawn from {cards} cards; write {cards} or less",
            )
