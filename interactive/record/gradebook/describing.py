"""What the items of an activity ask and what can be answered to them, in plain words, from its definition.

Results hold only ids; whoever reads an analysis wants words. `Asked.split` takes an answer apart into the options that it is made of.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from interactive.activities.casefile.definition import CONCLUSION
from interactive.activities.quiz.definition import Choice, Contested, FillIn, Matching, Sequencing
from interactive.kernel.html import plain
from interactive.record.gradebook.responding import ENDING
from interactive.record.summary import Loaded

VERDICTS = {"met": "met", "partly": "partly met", "not": "not met"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One item: what it asks, its kind of answer, the options in the author's order (id -> words), and which of them are the key.

    `form` is one (an option), several (options), pairs (a target for each prompt), order, finding (with its reason behind it) or
    words (as they were written).
    """

    words: str
    form: str = "one"
    options: Mapping[str, str] = field(default_factory=dict)
    key: frozenset[str] = frozenset()
    prompts: tuple[str, ...] = ()

    def split(self, answer: str) -> list[str]:
        """The options that an answer is made of."""
        if self.form == "several":
            return answer.split("+")
        if self.form == "pairs":
            return [
                f"{prompt}={target}" for prompt, target in zip(self.prompts, answer.split("+"), strict=False) if target
            ]
        if self.form == "finding":
            return [answer.partition(" | ")[0]]
        if self.form == "words":
            return [" ".join(answer.casefold().split())]
        return [answer]


def describe(loaded: Loaded | None) -> dict[str, Asked]:
    """Every item of an activity by its id, in its order; nothing where the definition is not here."""
    reader = READERS.get(loaded.activity.kind) if loaded else None
    return dict(reader(loaded.definition)) if reader and loaded else {}


def _quiz(definition: Any) -> Iterator[tuple[str, Asked]]:
    for name, item in definition.items.items():
        words = plain(item.stem)
        match item:
            case Choice():
                options = {one: plain(option.text) for one, option in item.options.items()}
                yield name, Asked(words, "several" if item.multiple else "one", options, frozenset(item.key))
            case Contested():
                yield name, Asked(words, "one", {one: plain(held.text) for one, held in item.positions.items()})
            case FillIn():
                yield (
                    name,
                    Asked(words, "words", {}, frozenset(" ".join(one.casefold().split()) for one in item.accept)),
                )
            case Sequencing():
                right = "+".join(item.entries)
                yield name, Asked(words, "order", {right: "in the right order"}, frozenset({right}))
            case Matching():
                yield name, _matching(words, item)


def _matching(words: str, item: Matching) -> Asked:
    options = {
        f"{prompt}={target}": f"{plain(one.text)} → {plain(text)}"
        for prompt, one in item.prompts.items()
        for target, text in item.targets.items()
    }
    key = frozenset(f"{prompt}={one.key}" for prompt, one in item.prompts.items())
    return Asked(words, "pairs", options, key, tuple(item.prompts))


def _sorter(definition: Any) -> Iterator[tuple[str, Asked]]:
    bins = {name: one.label for name, one in definition.bins.items()}
    for name, card in definition.cards.items():
        yield name, Asked(card.title or plain(card.text), "one", bins, frozenset({card.bin}))


def _casefile(definition: Any) -> Iterator[tuple[str, Asked]]:
    for scenario in definition.scenarios.values():
        for element, key in scenario.keys.items():
            label = "the conclusion" if element == CONCLUSION else definition.elements[element].label
            words = f"{scenario.title}: {label}"
            yield f"{scenario.id}--{element}", Asked(words, "finding", definition.labels, frozenset({key.finding}))
        for twist in scenario.twists.values():
            yield twist.id, Asked(f"{scenario.title}: {plain(twist.change)}", "words")


def _roleplay(definition: Any) -> Iterator[tuple[str, Asked]]:
    for scene in definition.scenes.values():
        yield scene.id, Asked(plain(scene.title), "one", {choice.id: plain(choice.text) for choice in scene.choices})
    endings = {name: plain(one.title) for name, one in definition.endings.items()}
    yield f"{definition.ref}/{ENDING}", Asked("How it ended", "one", endings)


def _criteria(definition: Any) -> Iterator[tuple[str, Asked]]:
    pre = definition.ref.rsplit("/", 1)[-1]
    for name, criterion in definition.criteria.items():
        yield f"{pre}-{name}", Asked(plain(criterion.label), "one", VERDICTS, frozenset({"met"}))


def _profile(definition: Any) -> Iterator[tuple[str, Asked]]:
    for name, question in definition.questions.items():
        yield (
            name,
            Asked(plain(question.stem), "one", {one: plain(answer.text) for one, answer in question.answers.items()}),
        )


READERS: dict[str, Callable[[Any], Iterator[tuple[str, Asked]]]] = {
    "quiz": _quiz,
    "sorter": _sorter,
    "casefile": _casefile,
    "roleplay": _roleplay,
    "plan": _criteria,
    "memo": _criteria,
    "transfer": _criteria,
    "profile": _profile,
}
