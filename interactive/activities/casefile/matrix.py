"""Which elements a learner keeps misjudging, and in which direction: counted over all that was marked in some works."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from interactive.activities.casefile.definition import CONCLUSION, Casefile
from interactive.activities.casefile.marking import MARKS, Work, mark


@dataclass(frozen=True, slots=True)
class Row:
    """One element, or the conclusion: how often right, beside the reasoned finding, opposite to it, and not answered.

    `slips` counts (found, reasoned) for every finding that was not the reasoned one, the most frequent first.
    """

    element: str
    label: str
    fits: int = 0
    half: int = 0
    missed: int = 0
    left: int = 0
    slips: Mapping[tuple[str, str], int] = field(default_factory=dict)


def matrix(definition: Casefile, works: Mapping[str, Work]) -> Iterator[Row]:
    """One row for each element, in the rule's order, and the conclusion last."""
    labels = {item.id: f"{item.number} {item.label}" for item in definition.elements.values()}
    for element, label in {**labels, CONCLUSION: "Conclusion"}.items():
        marks: Counter[str] = Counter()
        slips: Counter[tuple[str, str]] = Counter()
        for name, work in works.items():
            key, answer = definition.scenarios[name].keys[element], work.answers[element]
            if answer.marked:
                marks[mark(key, answer)] += 1
                slips.update([(answer.finding, key.finding)] if answer.finding != key.finding else [])
        fits, half, missed = (marks[name] for name in MARKS)
        left = len(works) - fits - half - missed
        yield Row(element, label, fits, half, missed, left, dict(slips.most_common()))
