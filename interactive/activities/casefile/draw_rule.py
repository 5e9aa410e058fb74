"""The rule beside the facts: its text word for word, each element's words numbered and underlined; its source and date."""

from interactive.activities.casefile.definition import Casefile
from interactive.activities.casefile.logic import in_words
from interactive.kernel.frame import prefix
from interactive.kernel.html import Child, Safe, tag
from interactive.kernel.sources import named


def rule_html(definition: Casefile, on: str = "", ids: bool = True) -> Safe:
    """The whole panel. `on` is the element in hand, whose words get a ground; on paper nothing is in hand and nothing has ids."""
    rule = definition.rule
    title = [tag("p", rule.title, class_="st-statute__title")] if rule.title else []
    return tag(
        "div",
        tag("h4", f"The rule · {rule.citation}", class_="st-label"),
        title,
        tag("div", _paragraphs(definition, on, ids), class_="st-statute__text"),
        tag("p", takes(definition), class_="st-statute__takes"),
        class_="st-statute__in",
        role="group" if ids else None,
        aria_label=f"The rule, {rule.citation}" if ids else None,
        tabindex="0" if ids else None,  # a long rule scrolls in its panel, by keyboard too
    )


def takes(definition: Casefile) -> str:
    """What the rule takes, by its elements' numbers."""
    numbers = {item.id: item.number for item in definition.elements.values()}
    return f"It takes {in_words(definition.formula, numbers)}."


def checked_html(definition: Casefile) -> Safe:
    """Where the text is from, and when and against what it was last checked."""
    rule = definition.rule
    when = tag("time", rule.checked_said, datetime=rule.checked_on)
    return tag(
        "p", f"{rule.citation}, checked on ", when, f". {rule.checked_against} ", named(rule.cites), class_="st-cite"
    )


def _paragraphs(definition: Casefile, on: str, ids: bool) -> list[Child]:
    seen: set[str] = set()
    paragraphs: list[Child] = []
    for paragraph in definition.rule.text:
        parts: list[Child] = []
        for words, element in paragraph:
            parts.append(_words(definition, words, element, on, ids and element not in seen) if element else words)
            seen.add(element)
        paragraphs.append(tag("p", parts))
    return paragraphs


def _words(definition: Casefile, words: str, name: str, on: str, named: bool) -> Child:
    place = list(definition.elements).index(name) + 1
    return [
        tag("b", definition.elements[name].number, class_="st-el__n"),
        tag(
            "span",
            words,
            class_="st-el",
            data_el=place,
            data_on="true" if name == on else None,
            id=f"{prefix(definition.ref)}-words-{name}" if named else None,
        ),
    ]
