"""What a casefile is made of, as the build compiled it (format 1). Every `Safe` text is HTML that the build checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interactive.activities.casefile.logic import FINDINGS, Formula, read_formula
from interactive.kernel.html import Safe
from interactive.kernel.reading import Malformed, take

CONCLUSION = "conclusion"  # stands among a scenario's keys beside the elements, so no element has this id

type Cites = tuple[tuple[str, str], ...]  # (key, label)


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule. `text` holds paragraphs of (words, element that they state or ""), word for word and not yet escaped."""

    title: str
    citation: str
    cites: Cites
    checked_on: str
    checked_said: str
    checked_against: str
    text: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Element:
    """One element. `saves` means that the rule does not apply where this is met; `reasons` maps ids to plain words."""

    id: str
    number: str
    label: str
    test: Safe
    question: Safe
    saves: bool
    note: Safe
    reasons: Mapping[str, str]
    cites: Cites


@dataclass(frozen=True, slots=True)
class Key:
    """The reasoned finding on an element or conclusion, the reasons that fit, and feedback for those who found otherwise."""

    finding: str
    reasons: tuple[str, ...]
    because: Safe
    misread: Mapping[str, Safe]
    despite: Safe
    cites: Cites


@dataclass(frozen=True, slots=True)
class Twist:
    """The same facts with one thing changed. `flips` holds exactly the elements whose finding changes."""

    id: str
    change: Safe
    flips: Mapping[str, Key]
    conclusion: Key
    because: Safe


@dataclass(frozen=True, slots=True)
class Scenario:
    """Facts and what is to be found on them. `keys` holds every element and then the conclusion; `turns_on` what decides."""

    id: str
    title: str
    difficulty: int
    facts: Safe
    turns_on: tuple[str, ...]
    keys: Mapping[str, Key]
    in_practice: Safe
    lesson: Safe
    analysis: Safe
    hint: Safe
    cites: Cites
    twists: Mapping[str, Twist]


@dataclass(frozen=True, slots=True)
class Casefile:
    """A whole casefile. `draw` is the number of scenarios in a round; `labels` are the words for the three findings."""

    ref: str
    digest: str
    title: str
    objectives: tuple[str, ...]
    minutes: int
    intro: Safe
    draw: int
    disclaimer: Safe
    reread: tuple[str, str]
    rule: Rule
    elements: Mapping[str, Element]
    formula: Formula
    labels: Mapping[str, str]
    scenarios: Mapping[str, Scenario]


def load(data: Mapping[str, Any]) -> Casefile:
    """Read a compiled definition; raises `Malformed` when it is not one, so that no later step can stumble over it."""
    if take(data, "format", int) != 1 or take(data, "kind", str) != "casefile":
        raise Malformed("this is not a casefile of format 1")
    elements = {item.id: item for item in map(_element, take(data, "elements", list))}
    scenarios = {item.id: item for item in (_scenario(one, elements) for one in take(data, "scenarios", list))}
    labels = take(data, "findings", dict)
    if not elements or not scenarios or CONCLUSION in elements:
        raise Malformed(f"a casefile has elements and scenarios, and no element is called `{CONCLUSION}`")
    return Casefile(
        ref=take(data, "ref", str),
        digest=str(data.get("digest", "")),
        title=take(data, "title", str),
        objectives=tuple(take(data, "objectives", list)),
        minutes=take(data, "minutes", int),
        intro=Safe(take(data, "intro", str)),
        draw=take(data, "draw", int),
        disclaimer=Safe(take(data, "disclaimer", str)),
        reread=_reread(data.get("reread")),
        rule=_rule(take(data, "rule", dict), elements),
        elements=elements,
        formula=read_formula(data.get("formula"), elements.keys()),
        labels={name: take(labels, name, str, "findings") for name in reversed(FINDINGS)},
        scenarios=scenarios,
    )


def _rule(data: Mapping[str, Any], elements: Mapping[str, Element]) -> Rule:
    text = tuple(
        tuple((take(part, "text", str, "rule"), take(part, "element", str, "rule")) for part in paragraph)
        for paragraph in take(data, "text", list, "rule")
    )
    strange = {name for paragraph in text for _, name in paragraph} - {"", *elements}
    if strange:
        raise Malformed(f"the rule's text names what is no element: {', '.join(sorted(strange))}")
    words = {
        name: take(data, name, str, "rule")
        for name in ("title", "citation", "checked_on", "checked_said", "checked_against")
    }
    return Rule(cites=_cites(data, "rule"), text=text, **words)


def _element(data: Mapping[str, Any]) -> Element:
    reasons = take(data, "reasons", dict, "elements")
    return Element(
        id=take(data, "id", str, "elements"),
        number=take(data, "number", str, "elements"),
        label=take(data, "label", str, "elements"),
        test=Safe(take(data, "test", str, "elements")),
        question=Safe(take(data, "question", str, "elements")),
        saves=take(data, "saves", bool, "elements"),
        note=Safe(take(data, "note", str, "elements")),
        reasons={name: take(reasons, name, str, "reasons") for name in reasons},
        cites=_cites(data, "elements"),
    )


def _scenario(data: Mapping[str, Any], elements: Mapping[str, Element]) -> Scenario:
    found = take(data, "findings", dict, "scenarios")
    keys = {name: _key(take(found, name, dict, "findings"), element) for name, element in elements.items()}
    keys[CONCLUSION] = _key(take(data, "conclusion", dict, "scenarios"))
    turns_on = tuple(take(data, "turns_on", list, "scenarios"))
    if set(turns_on) - elements.keys():
        raise Malformed("a scenario turns on what is no element")
    texts = ("facts", "in_practice", "lesson", "analysis", "hint")
    return Scenario(
        id=take(data, "id", str, "scenarios"),
        title=take(data, "title", str, "scenarios"),
        difficulty=take(data, "difficulty", int, "scenarios"),
        turns_on=turns_on,
        keys=keys,
        cites=_cites(data, "scenarios"),
        twists={twist.id: twist for twist in (_twist(one, keys, elements) for one in take(data, "twists", list))},
        **{name: Safe(take(data, name, str, "scenarios")) for name in texts},
    )


def _twist(data: Mapping[str, Any], keys: Mapping[str, Key], elements: Mapping[str, Element]) -> Twist:
    name, flips = take(data, "id", str, "twists"), take(data, "flips", dict, "twists")
    if not flips or flips.keys() - elements.keys():
        raise Malformed(f"the twist {name} should flip one element or more, and nothing else")
    new = {
        element: _key(take(flips, element, dict, "flips"), elements[element])
        for element in elements
        if element in flips
    }
    if any(key.finding == keys[element].finding for element, key in new.items()):
        raise Malformed(f"the twist {name} names a finding that it leaves as it was")
    conclusion = _key(take(data, "conclusion", dict, "twists"))
    return Twist(
        name, Safe(take(data, "change", str, "twists")), new, conclusion, Safe(take(data, "because", str, "twists"))
    )


def _key(data: Mapping[str, Any], element: Element | None = None) -> Key:
    finding = take(data, "finding", str, "findings")
    reasons = tuple(take(data, "reasons", list, "findings"))
    if finding not in FINDINGS or set(reasons) - (element.reasons.keys() if element else set()):
        raise Malformed("a finding is met, arguable or not-met, for reasons that its element lists")
    misread = {name: Safe(words) for name, words in take(data, "misread", dict, "findings").items()}
    because, despite = (Safe(take(data, name, str, "findings")) for name in ("because", "despite"))
    return Key(finding, reasons, because, misread, despite, _cites(data, "findings"))


def _reread(data: Any) -> tuple[str, str]:
    """Where the rule is taught: (words, link), or two empty texts where the author names no place."""
    return (take(data, "text", str, "reread"), take(data, "href", str, "reread")) if data else ("", "")


def _cites(data: Mapping[str, Any], where: str) -> Cites:
    return tuple(
        (take(cite, "key", str, "cites"), take(cite, "label", str, "cites"))
        for cite in take(data, "cites", list, where)
    )
