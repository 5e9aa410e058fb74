"""What was answered in one attempt, short and in words: for the report that a student hands in, and whoever reads it."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from interactive.activities.casefile.marking import FULL as CASE_FULL
from interactive.activities.casefile.marking import twist_quarters
from interactive.activities.casefile.said import label, mark_said
from interactive.activities.quiz.definition import Choice, Contested, FillIn, Item, Matching, Sequencing
from interactive.activities.quiz.said import mark_words
from interactive.activities.roleplay.engine import BECAUSE
from interactive.activities.roleplay.rules import moments
from interactive.activities.sorter.rules import mark as sorter_mark
from interactive.kernel.html import plain

SORTED = {"fits": "Fits", "half": "Defensible", "not": "Does not fit"}
LONGEST = 220  # characters of what was asked
OPEN = "Not answered"


class Line(NamedTuple):
    """One answer: what was asked, what was said, and the mark in words ("" where nothing is marked)."""

    about: str
    said: str
    mark: str = ""


def told(kind: str, definition: Any, state: Any) -> list[Line]:
    """Every answer of an attempt, in its order. What was written is given whole."""
    teller = TELLERS.get(kind)
    return list(teller(definition, state)) if teller else []


def _short(markup: str) -> str:
    words = plain(markup)
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def _quiz(definition: Any, state: Any) -> Iterator[Line]:
    for name in state.drawn:
        item, answer = definition.items[name], state.answers[name]
        response = answer.response or answer.first
        mark = mark_words(item, answer) if answer.marked else ""
        yield Line(_short(item.stem), _answered(item, response) if response else OPEN, mark)


def _answered(item: Item, response: tuple[str, ...]) -> str:
    match item:
        case Choice():
            return "; ".join(plain(item.options[name].text) for name in response)
        case Sequencing():
            return "; ".join(f"{place}. {plain(item.entries[name].text)}" for place, name in enumerate(response, 1))
        case Matching():
            pairs = zip(item.prompts.values(), response, strict=False)
            return "; ".join(
                f"{plain(prompt.text)} → {plain(item.targets[name]) if name else 'open'}" for prompt, name in pairs
            )
        case Contested():
            return plain(item.positions[response[0]].text)
        case FillIn():
            return response[0]
        case _:
            return ""


def _sorter(definition: Any, state: Any) -> Iterator[Line]:
    """The first pass: it is the one that counts."""
    for name, slip in (state.first or state.slips).items():
        card = definition.cards[name]
        places = [definition.bins[bin_id].label for bin_id, _ in slip.tries]
        if not places and slip.bin:
            places = [definition.bins[slip.bin].label]
        mark = SORTED[sorter_mark(card, slip.tries[0][0])] if slip.tries else ""
        about = card.title or " ".join(filter(None, [_short(card.text), f"({card.by})" if card.by else ""]))
        yield Line(about, ", then ".join(places) or OPEN, mark)


def _casefile(definition: Any, state: Any) -> Iterator[Line]:
    for name, work in (state.first or state.works).items():
        scenario = definition.scenarios[name]
        for element, answer in work.answers.items() if state.mode != "twist" else ():
            reasons = definition.elements[element].reasons if element in definition.elements else {}
            why = [reasons.get(answer.reason, ""), answer.text.strip()]
            said = [definition.labels.get(answer.finding, ""), *why]
            mark = mark_said(scenario.keys[element], answer) if answer.marked and answer.finding else ""
            yield Line(f"{scenario.title}: {label(definition, element)}", ". ".join(filter(None, said)) or OPEN, mark)
        for twist, turn in work.turns.items():
            if turn.flips or state.mode == "twist":
                flips = [f"{label(definition, one)}: {definition.labels[new]}" for one, new in turn.flips.items()]
                right = turn.marked and twist_quarters(scenario.twists[twist], turn) == CASE_FULL
                mark = ("Fits" if right else "Not wholly") if turn.marked else ""
                yield Line(_short(scenario.twists[twist].change), "; ".join(flips) or OPEN, mark)


def _roleplay(definition: Any, state: Any) -> Iterator[Line]:
    for moment in moments(definition, state.path):
        yield Line(f"{moment.number}. {plain(moment.scene.title)}", plain(moment.choice.text))
    if state.ending:
        yield Line("Ending", plain(definition.endings[state.ending].title))
    for name, mark in (("explains", "The reading that explains most"), ("annoys", "The reading that is most annoying")):
        if name in state.marks:
            yield Line(mark, plain(definition.debrief.readings[state.marks[name]].title))
    for name, text in state.written.items():
        asked = "Why" if name == BECAUSE else _short(definition.debrief.prompts[name].text)
        if text.strip():
            yield Line(asked, text.strip())


def _plan(definition: Any, state: Any) -> Iterator[Line]:
    for slot in definition.slots.values():
        chosen = state.picked.get(slot.id, ())
        texts = chosen if slot.pick == "text" else [plain(slot.options[name].text) for name in chosen]
        yield Line(slot.label, "; ".join(text.strip() for text in texts if text.strip()) or OPEN)


def _memo(definition: Any, state: Any) -> Iterator[Line]:
    for name, section in definition.sections.items():
        yield Line(section.label, state.texts.get(name, "").strip() or OPEN)


def _profile(definition: Any, state: Any) -> Iterator[Line]:
    for name, answer in state.picked.items():
        question = definition.questions[name]
        yield Line(_short(question.stem), plain(question.answers[answer].text))


def _reading(definition: Any, state: Any) -> Iterator[Line]:
    for name, title in definition.sections.items():
        yield Line(title, "Read" if name in state.read else "Not read to its end")


TELLERS: dict[str, Callable[[Any, Any], Iterator[Line]]] = {
    "quiz": _quiz,
    "sorter": _sorter,
    "casefile": _casefile,
    "roleplay": _roleplay,
    "plan": _plan,
    "memo": _memo,
    "profile": _profile,
    "reading": _reading,
}
