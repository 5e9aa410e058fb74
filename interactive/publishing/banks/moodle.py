"""Moodle XML, the format that holds most: every type, feedback for each answer, hints, tags and ID numbers.

Sources: MoodleDocs, “Moodle XML format” (docs.moodle.org); Moodle's own reader and writer, question/format/xml/format.php; for `ordering`,
question/type/ordering/tests/fixtures/testexport.moodle.xml. Found by importing into Moodle 4.5: HTML, not Markdown, which would eat
backslashes; `ordering` is refused without `shownumcorrect`; one bad question stops the rest of the file; another import of the same
file adds every question once more, so that the name of the category tells versions apart.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Item, Matching, Sequencing
from interactive.kernel.html import Safe
from interactive.publishing.banks.explaining import (
    LICENSE,
    arguments,
    asked,
    explanation,
    percent,
    sources,
    weight,
    words,
)
from interactive.publishing.banks.items import Bank
from interactive.publishing.cartridge.xml import document, element

KINDS = {"quiz": "Quiz", "sorter": "Cards: {}", "casefile": "Findings: {}"}
EMPTY = Safe("")


def moodle_xml(banks: Sequence[Bank], titles: dict[str, str]) -> str:
    """A file of questions, each bank in a category of its own below its lesson's; `titles` are those of lessons, by folder."""
    questions = [one for bank in banks for one in (_category(bank, titles), *map(_question, bank.items))]
    return document(element("quiz", *questions))


def category(bank: Bank, titles: dict[str, str]) -> str:
    """The path of a bank's category. A slash in a name is doubled, as Moodle reads it."""
    names = ("Second Track", titles[bank.lesson], f"{KINDS[bank.kind].format(bank.title)}, version {bank.version}")
    return "$course$/top/" + "/".join(name.replace("/", "//") for name in names)


def _category(bank: Bank, titles: dict[str, str]) -> Element:
    return element(
        "question",
        element("category", _text(category(bank, titles))),
        element("info", _text(f"{len(bank.items)} questions, {bank.ref}. {LICENSE}"), format="plain_text"),
        element("idnumber"),
        type="category",
    )


def _question(item: Item) -> Element:
    name, build = TYPES[type(item)]
    hints = [_html("hint", hint) for hint in item.hints]
    tags = [element("tag", _text(words)) for words in (item.objective, f"difficulty-{item.difficulty}") if words]
    return element(
        "question",
        element("name", _text(item.id)),
        _html("questiontext", asked(item)),
        _html("generalfeedback", sources(item) if isinstance(item, Choice) else explanation(item)),
        element("defaultgrade", text="1"),
        element("penalty", text="0.3333333"),
        element("hidden", text="0"),
        element("idnumber", text=item.id),
        *build(item),
        *hints,
        element("tags", *tags),
        type=name,
    )


def _choice(item: Choice) -> Iterator[Element]:
    yield element("single", text="false" if item.multiple else "true")
    yield element("shuffleanswers", text="false" if item.ordered else "true")
    yield element("answernumbering", text="abc")
    yield from _combined()
    for name, one in item.options.items():
        yield _answer(percent(weight(item, name)), one.text, one.rationale)


def _sequencing(item: Sequencing) -> Iterator[Element]:
    yield element("layouttype", text="VERTICAL")
    yield element("selecttype", text="ALL")
    yield element("selectcount", text="0")
    yield element("gradingtype", text="RELATIVE_ALL_PREVIOUS_AND_NEXT")
    yield element("showgrading", text="SHOW")
    yield element("numberingstyle", text="none")
    yield from _combined()
    for place, one in enumerate(item.entries.values(), 1):
        yield _answer(f"{place}.0000000", one.text)


def _matching(item: Matching) -> Iterator[Element]:
    """Each prompt with its target; a target that no prompt has comes with an empty prompt. Targets are plain text there."""
    yield element("shuffleanswers", text="true")
    yield from _combined()
    pairs = [(one.text, item.targets[one.key]) for one in item.prompts.values()]
    used = {one.key for one in item.prompts.values()}
    pairs += [(EMPTY, text) for name, text in item.targets.items() if name not in used]
    for prompt, target in pairs:
        yield element("subquestion", _text(prompt), element("answer", _text(words(target))), format="html")


def _fill_in(item: FillIn) -> Iterator[Element]:
    yield element("usecase", text="0")
    for form in item.accept:
        yield _answer("100", form.replace("*", "\\*"), plain=True)  # a bare star would stand for anything
    for forms, feedback in item.near:
        for form in forms:
            yield _answer("50", form.replace("*", "\\*"), feedback, plain=True)


def _contested(item: Contested) -> Iterator[Element]:
    yield element("responseformat", text="editor")
    yield element("responserequired", text="1")
    yield element("responsefieldlines", text="15")
    yield element("attachments", text="0")
    yield element("attachmentsrequired", text="0")
    yield _html("graderinfo", arguments(item))
    yield _html("responsetemplate", EMPTY)


TYPES: dict[type[Item], tuple[str, Callable[..., Iterable[Element]]]] = {
    Choice: ("multichoice", _choice),
    Sequencing: ("ordering", _sequencing),
    Matching: ("matching", _matching),
    FillIn: ("shortanswer", _fill_in),
    Contested: ("essay", _contested),
}


def _combined() -> Iterator[Element]:
    """What is said to whoever was all right, half right or wrong: nothing here, but the reader looks for it."""
    yield _html("correctfeedback", EMPTY)
    yield _html("partiallycorrectfeedback", EMPTY)
    yield _html("incorrectfeedback", EMPTY)
    yield element("shownumcorrect")


def _answer(fraction: str, text: str, feedback: Safe = EMPTY, plain: bool = False) -> Element:
    form = "moodle_auto_format" if plain else "html"
    return element("answer", _text(text), _html("feedback", feedback), fraction=fraction, format=form)


def _html(name: str, html: Safe) -> Element:
    return element(name, _text(html), format="html")


def _text(text: str) -> Element:
    return element("text", text=text)
