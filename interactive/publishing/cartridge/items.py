"""Items of a bank as questions that a cartridge can hold: choices as they are, pairs one prompt at a time, open questions as essays.

The profile knows no order of entries and no half points. An item to be put in order is left out; a defensible option says that it earns
half a point on the site.
"""

from collections.abc import Iterator

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Item, Matching
from interactive.kernel.html import Child, tag
from interactive.publishing.banks.explaining import asked, explanation, mixed, sources
from interactive.publishing.cartridge.qti import GENERAL, Question, blank, choices, chosen, condition, written
from interactive.publishing.cartridge.xml import element

HALF = " On the site this answer earns half a point."


def questions(item: Item) -> Iterator[Question]:
    """One question, several for an item of pairs, none for what cannot be held."""
    match item:
        case Choice() if item.multiple:
            yield _several(item)
        case Choice():
            yield _single(item)
        case FillIn():
            yield _fill_in(item)
        case Matching():
            yield from (_pair(item, name) for name in item.prompts)
        case Contested():
            yield _essay(item)


def short(item: Item) -> bool:
    """Whether it can stand in a short quiz: one question, which the system marks by itself."""
    return isinstance(item, Choice | FillIn)


def _names(item: Choice) -> list[str]:
    return list(item.options) if item.ordered else mixed(item.options, item)


def _labels(item: Choice) -> list[tuple[str, str]]:
    return [(name, item.options[name].text) for name in _names(item)]


def _reasons(item: Choice) -> dict[str, Child]:
    """What is said of each option, by the name of its feedback."""
    return {f"of-{name}": [one.rationale, HALF if one.half else None] for name, one in item.options.items()}


def _single(item: Choice) -> Question:
    (key,) = item.key
    wrong = [condition([chosen(name)], f"of-{name}") for name in _names(item) if name != key]
    conditions = (condition([chosen(key)], f"of-{key}", right=True), *wrong)
    said = {GENERAL: sources(item), **_reasons(item)}
    return Question(item.id, "multiple_choice", item.stem, choices(_labels(item)), conditions, said)


def _several(item: Choice) -> Question:
    """All of the key and nothing else. A system may show only one option's reason, so everybody is told all of them."""
    tests = [chosen(name) if name in item.key else element("not", chosen(name)) for name in _names(item)]
    each = [condition([chosen(name)], f"of-{name}") for name in _names(item)]
    rows = [
        tag("li", text, tag("strong", " Right. ") if name in item.key else " ", item.options[name].rationale)
        for name, text in _labels(item)
    ]
    conditions = (condition([element("and", *tests)], right=True), *each)
    stem = [item.stem, f" (Choose {len(item.key)}.)"]
    said = {GENERAL: [tag("ul", rows), sources(item)], **_reasons(item)}
    return Question(item.id, "multiple_response", stem, choices(_labels(item), several=True), conditions, said)


def _pair(item: Matching, name: str) -> Question:
    """One prompt, with all targets to choose from."""
    prompt, targets = item.prompts[name], mixed(item.targets, item)
    right = tag("strong", item.targets[prompt.key], ". ")
    wrong = [condition([chosen(one)], "other") for one in targets if one != prompt.key]
    conditions = (condition([chosen(prompt.key)], "right", right=True), *wrong)
    said: dict[str, Child] = {GENERAL: sources(item), "right": prompt.rationale, "other": [right, prompt.rationale]}
    stem = [tag("p", item.stem), tag("p", tag("strong", prompt.text))]
    answer = choices((one, item.targets[one]) for one in targets)
    return Question(f"{item.id}--{name}", "multiple_choice", stem, answer, conditions, said)


def _fill_in(item: FillIn) -> Question:
    """The accepted forms; systems see no difference between capitals, and every other difference."""
    forms = list({form.casefold(): form for form in reversed(item.accept)}.values())[::-1]
    near = [
        condition([written(form)], f"near{number}") for number, (close, _) in enumerate(item.near) for form in close
    ]
    said: dict[str, Child] = {GENERAL: explanation(item)}
    said |= {f"near{number}": [tag("strong", "Close. "), words] for number, (_, words) in enumerate(item.near)}
    conditions = (condition(map(written, forms), right=True), *near)
    return Question(item.id, "fib", item.stem, blank(), conditions, said)


def _essay(item: Contested) -> Question:
    """A question without a right answer, to be argued; what can be said for each position is told afterwards."""
    return Question(item.id, "essay", asked(item), blank(), (), {GENERAL: explanation(item)})
