"""The quizzes of a cartridge: a short one for each lesson, and all items of the course in one bank.

One, because the standard allows a cartridge one question bank and no more; each question says in its category which lesson it is from.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from interactive.activities.quiz.definition import Item
from interactive.kernel.shuffle import deal
from interactive.publishing.banks.items import Bank
from interactive.publishing.cartridge.items import questions, short
from interactive.publishing.cartridge.model import Resource
from interactive.publishing.cartridge.qti import item, metadata
from interactive.publishing.cartridge.versions import QTI, XSI, Version
from interactive.publishing.cartridge.xml import document, element

EXAM = {
    "cc_profile": "cc.exam.v0p1",
    "qmd_assessmenttype": "Examination",
    "qmd_scoretype": "Percentage",
    "qmd_feedbackpermitted": "Yes",
    "cc_maxattempts": "unlimited",
}
BANK = "question-bank-second-track"


def quiz(bank: Bank, draw: int) -> Resource | None:
    """A quiz of so many items, each objective with its share; None where a lesson has none that can be marked."""
    drawn = _drawn(bank, draw)
    if not drawn:
        return None
    ident = f"quiz-{bank.lesson}"

    def content(version: Version) -> str:
        section = element("section", *_items(drawn, bank.title), ident="root_section")
        return _file(version, element("assessment", metadata(EXAM), section, ident=ident, title=bank.title))

    return Resource(ident, "assessment", bank.title, f"quizzes/{bank.lesson}.xml", content)


def question_bank(found: Iterable[Bank]) -> Resource:
    """Every item that a cartridge can hold."""
    own = tuple(found)

    def content(version: Version) -> str:
        rows = [row for bank in own for row in _items(bank.items, bank.title)]
        return _file(version, element("objectbank", *rows, ident=BANK))

    return Resource(BANK, "question-bank", "Second Track: all items", "quizzes/question-bank.xml", content)


def _drawn(bank: Bank, draw: int) -> list[Item]:
    """The first round of the items that can stand in a short quiz, dealt as the site deals."""
    groups: dict[str, list[str]] = {}
    known = {one.id: one for one in bank.items if short(one)}
    for one in known.values():
        groups.setdefault(one.objective, []).append(one.id)
    return [known[name] for name in deal(groups, draw, 0)] if groups else []


def _items(found: Iterable[Item], category: str) -> list[Element]:
    return [item(question, category) for one in found for question in questions(one)]


def _file(version: Version, root: Element) -> str:
    place = f"{QTI} {version.schema('{}_qtiasiv1p2p1_v1p0')}"
    return document(element("questestinterop", root, xmlns=QTI, xmlns__xsi=XSI, xsi__schemaLocation=place))
