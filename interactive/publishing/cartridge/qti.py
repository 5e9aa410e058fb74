"""The parts of QTI 1.2 that an item in a cartridge is built from.

Two readers settle the order of conditions. cc2olx takes every answer up to the first `continue="No"` for a right one, and Moodle makes
general feedback of whatever stands under `continue="Yes"`. So what everybody is told comes first, with Yes; then the right answer; then
each other one with its reason.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from interactive.kernel.html import Child, join, plain
from interactive.publishing.cartridge.xml import element

RESPONSE = "response1"
GENERAL = "general"
LINK = re.compile(r"</?a\b[^>]*>")
LINE = 90  # characters of a title


@dataclass(frozen=True, slots=True)
class Question:
    """What one item says: `kind` as the profile names it, `answer` to fill in, `conditions` in order, feedback by name."""

    id: str
    kind: str
    stem: Child
    answer: Element
    conditions: tuple[Element, ...]
    said: Mapping[str, Child]


def item(question: Question, category: str) -> Element:
    """The whole item. Its ident ends in a letter: cc2olx makes addresses by writing the item's number after it."""
    text = join(question.stem)
    outcomes = element("outcomes", element("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal"))
    told = element("respcondition", element("conditionvar", element("other")), shown(GENERAL), continue_="Yes")
    fields = {"cc_profile": f"cc.{question.kind}.v0p1", "cc_question_category": category}
    if question.kind == "essay":
        fields |= {"qmd_scoringpermitted": "Yes", "qmd_computerscored": "No"}
    return element(
        "item",
        element("itemmetadata", metadata(fields)),
        element("presentation", material(text), question.answer),
        element("resprocessing", outcomes, told, *question.conditions),
        *(_feedback(name, join(words)) for name, words in question.said.items()),
        ident=f"item-{question.id}-q",
        title=line_of(text),
    )


def metadata(fields: Mapping[str, str]) -> Element:
    """Labels and entries, as QTI writes what a thing is."""
    rows = [
        element("qtimetadatafield", element("fieldlabel", text=label), element("fieldentry", text=entry))
        for label, entry in fields.items()
    ]
    return element("qtimetadata", *rows)


def line_of(markup: str) -> str:
    """The first words of a text, as a title."""
    words = plain(markup)
    return words if len(words) <= LINE else words[:LINE].rsplit(" ", 1)[0].rstrip(",.;:") + "…"


def choices(labels: Iterable[tuple[str, str]], *, several: bool = False) -> Element:
    """Options to choose from, by id and text."""
    rows = [element("response_label", material(text), ident=name) for name, text in labels]
    many = "Multiple" if several else "Single"
    return element("response_lid", element("render_choice", *rows), ident=RESPONSE, rcardinality=many)


def blank() -> Element:
    """Something to write in."""
    return element("response_str", element("render_fib", prompt="Dashline"), ident=RESPONSE, rcardinality="Single")


def chosen(name: str) -> Element:
    """That this option was chosen. Moodle counts the right ones of several by `case`."""
    return element("varequal", text=name, respident=RESPONSE, case="Yes")


def written(text: str) -> Element:
    """That this was written, in capitals or not."""
    return element("varequal", text=text, respident=RESPONSE, case="No")


def condition(tests: Iterable[Element], feedback: str = "", *, right: bool = False) -> Element:
    """What is said when all this holds, and the whole point if it is right."""
    worth = element("setvar", text="100", action="Set", varname="SCORE") if right else None
    tell = shown(feedback) if feedback else None
    return element("respcondition", element("conditionvar", *tests), worth, tell, continue_="No")


def shown(name: str) -> Element:
    """That this feedback is given."""
    return element("displayfeedback", feedbacktype="Response", linkrefid=f"{name}_fb")


def material(text: str) -> Element:
    """HTML as escaped text, with the words of a link in place of the link."""
    return element("material", element("mattext", text=LINK.sub("", text), texttype="text/html"))


def _feedback(name: str, text: str) -> Element:
    return element("itemfeedback", element("flow_mat", material(text)), ident=f"{name}_fb")
