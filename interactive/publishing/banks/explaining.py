"""What an item says once it is answered, for systems that have one place for all of it; and what it weighs, as a percentage."""

from collections.abc import Iterable
from dataclasses import fields, replace

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Item, Matching, Sequencing
from interactive.kernel.html import Child, Safe, join, plain, tag
from interactive.kernel.shuffle import shuffled
from interactive.kernel.sources import Cites

LICENSE = "Second Track, an open course in Track Two diplomacy. By The Second Track authors, CC BY-SA 4.0."
TAKE_ONE = "Take one of these positions, and say why. Meet the best argument against it."


def asked(item: Item) -> Safe:
    """The question as it is put: the stem, and below a contested one the positions that can be taken."""
    if not isinstance(item, Contested):
        return item.stem
    return join([tag("p", item.stem), _list(one.text for one in item.positions.values()), tag("p", TAKE_ONE)])


def explanation(item: Item, reasons: bool = True) -> Safe:
    """What is said to everybody after the answer: what was right and why (`reasons`), and where it comes from."""
    return join([_right(item) if reasons else None, sources(item)])


def _right(item: Item) -> Child:
    match item:
        case Sequencing():
            return _list((_because(one.text, one.rationale) for one in item.entries.values()), "ol")
        case Matching():
            return _list(
                _because(join([one.text, " → ", item.targets[one.key]]), one.rationale) for one in item.prompts.values()
            )
        case FillIn():
            return [tag("p", "Accepted: ", "; ".join(item.accept), "."), tag("p", item.rationale)]
        case Contested():
            return arguments(item)
    return None


def arguments(item: Contested) -> Safe:
    """Every position with the best that can be said for it and against it, and how views divide."""
    parts = [
        [
            tag("p", tag("strong", one.text)),
            tag("p", tag("em", "For: "), one.pro, _cited(one.pro_cites)),
            tag("p", tag("em", "Against: "), one.con, _cited(one.con_cites)),
        ]
        for one in item.positions.values()
    ]
    return join([*parts, tag("p", item.split)])


def sources(item: Item) -> Safe:
    """A line with the works that an item rests on and the section that teaches it."""
    works = _closed("; ".join(label for _, label in item.cites)) if item.cites else ""
    return tag("p", tag("small", f"Sources: {works} " if works else None, f"Read again: {_closed(item.reread[0])}"))


def _closed(words: str) -> str:
    """With one full stop at the end, also after “n.d.”"""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _cited(cites: Cites) -> str | None:
    return f" ({'; '.join(label for _, label in cites)})" if cites else None


def _because(text: Safe, rationale: Safe) -> Safe:
    return join([tag("strong", text), " ", rationale])


def _list(texts: Iterable[Child], name: str = "ul") -> Safe:
    return tag(name, [tag("li", text) for text in texts])


def words(html: Safe) -> str:
    """The text of HTML, for fields that hold no markup."""
    return plain(html)


def weight(item: Choice, name: str) -> float:
    """What choosing an option is worth, in percent, so that choosing all that is right is 100 and each wrong one takes a share back."""
    if not item.multiple:
        return 100 if name in item.key else 50 if item.options[name].half else 0
    return 100 / len(item.key) * (1 if name in item.key else -1)


def percent(value: float) -> str:
    """A percentage in the digits of Moodle's own list: 33.33333, 12.5, 100."""
    return f"{value:.5f}".rstrip("0").rstrip(".")


def mixed(names: Iterable[str], item: Item) -> list[str]:
    """Ids in an order that tells nothing, the same in every build."""
    return shuffled(names, 0, item.id)


def as_matching(item: Sequencing) -> Matching:
    """Steps with their places to match, for systems that know no order. The steps stand mixed, the places in theirs."""
    places = {str(place): Safe(place) for place in range(1, len(item.entries) + 1)}
    place_of = dict(zip(item.entries, places, strict=True))
    prompts = {name: replace(item.entries[name], key=place_of[name]) for name in mixed(item.entries, item)}
    shared = {field.name: getattr(item, field.name) for field in fields(Item)}
    return Matching(**shared, targets=places, prompts=prompts)
