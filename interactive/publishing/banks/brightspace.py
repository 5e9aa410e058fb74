"""Brightspace's CSV for its Question Library: a block of rows for each question, with feedback for each option.

Sources: D2L, “Import questions into the Question Library” (community.d2l.com, article 27274: which types a CSV can hold) and D2L's
Sample_Question_Import_UTF8.csv, as public generators quote it: `NewQuestion` and its type, rows of five cells, a row of commas between
questions (an empty line would leave an empty folder), `//` before a comment, HTML in the cell after a text that is HTML, also after an
option's feedback in a sixth cell, 1 and 0 where several are right, “CSV UTF-8”. Not tried in a Brightspace. The first row is a comment,
so that the mark at the beginning of the file, by which Excel and Brightspace know UTF-8, touches no question.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from interactive.activities.quiz.definition import Choice, Contested, FillIn, Item, Matching, Sequencing
from interactive.kernel.html import Safe, join, tag
from interactive.publishing.banks.explaining import LICENSE, arguments, asked, explanation, percent, weight
from interactive.publishing.banks.items import Bank

COLUMNS = 5
MARK = "\ufeff"

type Row = Sequence[str | int]


def brightspace(banks: Sequence[Bank], titles: dict[str, str]) -> str:
    """A file of questions. Brightspace puts them all into the folder that is open."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    for row in ([f"//{LICENSE}"], *(row for bank in banks for item in bank.items for row in ([], *_question(item)))):
        cells = list(row)
        while len(cells) > COLUMNS and cells[-1] == "":
            cells.pop()
        rows.writerow([*cells, *[""] * (COLUMNS - len(cells))])
    return MARK + out.getvalue()


def _question(item: Item) -> Iterable[Row]:
    kind, build = TYPES[type(item)]
    yield ("NewQuestion", "MS" if isinstance(item, Choice) and item.multiple else kind)
    yield ("ID", item.id)
    yield ("Title", item.id)
    yield ("QuestionText", *_marked(asked(item)))
    yield ("Points", 1)
    yield ("Difficulty", item.difficulty)
    yield from build(item)
    if item.hints:
        yield (
            "Hint",
            *_marked(item.hints[0] if len(item.hints) == 1 else join([tag("p", hint) for hint in item.hints])),
        )
    reasons = isinstance(item, Matching | FillIn | Contested)
    yield ("Feedback", *_marked(explanation(item, reasons)))


def _choice(item: Choice) -> Iterable[Row]:
    if item.multiple:
        yield ("Scoring", "RightMinusWrong")
    for name, one in item.options.items():
        share = int(name in item.key) if item.multiple else percent(weight(item, name))
        yield ("Option", share, *_marked(one.text), *_marked(one.rationale))


def _sequencing(item: Sequencing) -> Iterable[Row]:
    yield ("Scoring", "RightMinusWrong")
    for one in item.entries.values():
        yield ("Item", one.text, "HTML" if _is_html(one.text) else "NOT HTML", *_marked(one.rationale))


def _matching(item: Matching) -> Iterable[Row]:
    yield ("Scoring", "EquallyWeighted")
    numbers = {name: number for number, name in enumerate(item.targets, 1)}
    for name, text in item.targets.items():
        yield ("Choice", numbers[name], *_marked(text))
    for one in item.prompts.values():
        yield ("Match", numbers[one.key], *_marked(one.text))


def _fill_in(item: FillIn) -> Iterable[Row]:
    yield ("InputBox", 1, 40)
    for form in item.accept:
        yield ("Answer", 100, form)
    for forms, _ in item.near:
        for form in forms:
            yield ("Answer", 50, form)


def _contested(item: Contested) -> Iterable[Row]:
    yield ("AnswerKey", *_marked(arguments(item)))


TYPES: dict[type[Item], tuple[str, Callable[..., Iterable[Row]]]] = {
    Choice: ("MC", _choice),
    Sequencing: ("O", _sequencing),
    Matching: ("M", _matching),
    FillIn: ("SA", _fill_in),
    Contested: ("WR", _contested),
}


def _is_html(text: Safe) -> bool:
    return "<" in text or "&" in text


def _marked(text: Safe) -> tuple[str, str]:
    """A text and, where it is needed, the word that says it is HTML."""
    return (text, "HTML" if _is_html(text) else "")
