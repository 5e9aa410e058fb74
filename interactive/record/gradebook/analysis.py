"""How items do in a class: how hard they are, whether they tell students apart, and which answers draw whom.

difficulty      p, the mean share of the item's points over those who answered it. High is easy. Left open is counted apart.
discrimination  the corrected item-total correlation: Pearson's r between the credit on the item and the mean credit on the student's
                other answers in the same activity (S. Henrysson 1963, "Correction of item-total correlations in item analysis",
                Psychometrika 28, 211-218; the rest and not the whole, since an item correlates with itself). The mean, because
                rounds deal different items to different students. Below `ENOUGH` students it is not told; below `SOLID` it is shaky
                (at n = 30 the 95 % interval of r = 0.3 runs from about -0.07 to 0.60), and the words say so.
options         the share of those who answered who chose each option; the same in the top and the bottom third of them by the mean
                credit on their other answers (T. L. Kelley 1939, "The selection of upper and lower groups for the validation of test
                items", Journal of Educational Psychology 30, 17-24, has 27 %; thirds serve small classes better). A distractor
                that draws the top third as well as the bottom one deserves a second look; so does one that draws nobody.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from interactive.record.gradebook.describing import Asked
from interactive.record.gradebook.model import Book, Column, Response

ENOUGH = 10  # students before discrimination is told at all
SOLID = 30  # students before it can be leaned on
THIRDS = 9  # students before they are parted into thirds
FEW = "too few"
ALIKE = "no spread"  # everybody earned the same, so nothing can correlate


@dataclass(frozen=True, slots=True)
class Chosen:
    """One option of an item: how many chose it, the share of those who answered, and the shares in the top and the bottom third.

    The thirds are None where the class is too small for them. `key` is whether it is (part of) the right answer.
    """

    option: str
    words: str
    count: int
    share: float
    top: float | None
    bottom: float | None
    key: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One item in a class. `difficulty` is None where nothing is scored; `discrimination` is None for the reason in `why`
    ("" where it has a value, "too few", "no spread"); `left` counts those who had it and left it open."""

    item: str
    words: str
    form: str
    answered: int
    left: int
    difficulty: float | None
    discrimination: float | None
    why: str
    options: tuple[Chosen, ...]

    @property
    def shaky(self) -> bool:
        """Whether there are too few students to lean on its discrimination."""
        return self.discrimination is not None and self.answered < SOLID


def analyze(book: Book, column: Column, asked: Mapping[str, Asked]) -> tuple[Item, ...]:
    """The items of one task, in the activity's order; what its definition does not know comes last. `asked` from `describing`."""
    found: dict[str, list[tuple[Response, float | None]]] = {}
    for student in book.students:
        result = student.results.get(column.ref)
        if result is not None:
            rests = _rests(result.responses)
            for said, rest in zip(result.responses, rests, strict=True):
                found.setdefault(said.item, []).append((said, rest))
    places = {name: number for number, name in enumerate(asked)}
    names = sorted(found, key=lambda name: (places.get(name, len(places)), name))
    return tuple(_item(name, found[name], asked.get(name) or Asked(name)) for name in names)


def _rests(responses: Sequence[Response]) -> list[float | None]:
    """For each response the mean credit on the others that are scored, or None where there are none."""
    credits = [said.credit for said in responses if said.credit is not None]
    total, count = sum(credits), len(credits)
    rests: list[float | None] = []
    for said in responses:
        own = said.credit
        others = count - (own is not None)
        rests.append((total - (own or 0)) / others if others else None)
    return rests


def _item(name: str, rows: Sequence[tuple[Response, float | None]], asked: Asked) -> Item:
    given = [(said, rest) for said, rest in rows if said.answer]
    scored = [(said.credit, rest) for said, rest in given if said.credit is not None]
    credits = [credit for credit, _ in scored]
    r, why = correlation([(credit, rest) for credit, rest in scored if rest is not None])
    return Item(
        item=name,
        words=asked.words,
        form=asked.form,
        answered=len(given),
        left=len(rows) - len(given),
        difficulty=round(sum(credits) / len(credits), 4) if credits else None,
        discrimination=r,
        why=why if credits else "",
        options=tuple(_chosen(given, asked)),
    )


def correlation(pairs: Sequence[tuple[float, float]]) -> tuple[float | None, str]:
    """(Pearson's r, "") or (None, why not)."""
    n = len(pairs)
    if n < ENOUGH:
        return None, FEW
    mean_x, mean_y = sum(x for x, _ in pairs) / n, sum(y for _, y in pairs) / n
    xx = sum((x - mean_x) ** 2 for x, _ in pairs)
    yy = sum((y - mean_y) ** 2 for _, y in pairs)
    if xx < 1e-12 or yy < 1e-12:
        return None, ALIKE
    r = sum((x - mean_x) * (y - mean_y) for x, y in pairs) / sqrt(xx * yy)
    return round(max(-1.0, min(1.0, r)), 4), ""


def _chosen(given: Sequence[tuple[Response, float | None]], asked: Asked) -> Iterable[Chosen]:
    """Every option, chosen or not, in the author's order; then what else was answered, the most frequent first."""
    ranked = sorted((pair for pair in given if pair[1] is not None), key=lambda pair: (pair[1], pair[0].answer))
    third = len(ranked) // 3 if len(ranked) >= THIRDS else 0
    every = _counts((said for said, _ in given), asked)
    bottom = _counts((said for said, _ in ranked[:third]), asked)
    top = _counts((said for said, _ in ranked[len(ranked) - third :]), asked)
    others = sorted(every.keys() - asked.options.keys(), key=lambda option: (-every[option], option))
    for option in [*asked.options, *others]:
        count = every.get(option, 0)
        if asked.form == "pairs" and not count and option not in asked.key:
            continue  # of all pairs that could be made, those that nobody made would bury the rest
        yield Chosen(
            option=option,
            words=asked.options.get(option, option),
            count=count,
            share=round(count / len(given), 4) if given else 0.0,
            top=round(top.get(option, 0) / third, 4) if third else None,
            bottom=round(bottom.get(option, 0) / third, 4) if third else None,
            key=option in asked.key,
        )


def _counts(responses: Iterable[Response], asked: Asked) -> dict[str, int]:
    counts: dict[str, int] = {}
    for said in responses:
        for option in asked.split(said.answer):
            counts[option] = counts.get(option, 0) + 1
    return counts
