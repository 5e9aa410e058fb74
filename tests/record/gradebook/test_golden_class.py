"""Small classes written as YAML: what each student did, and what the gradebook says of it. One file a class.

`assignment` are its tasks as a link has them; a student's name is followed by attempts ({at, seed, day, do: events}). `book` holds for
each name what is expected: a ref -> "points of most, finished" or the reason that there is none; `answers` item -> "answer credit"
(- for none; only those named are compared); `objectives` id -> "share of answers, word"; `flags` their kinds. `items` ref -> item ->
{words, p, left, chosen: {words of an answer: share}}.
"""

from pathlib import Path

import pytest
import yaml

from interactive.kernel.score import Unscorable
from interactive.record.gradebook.analysis import analyze
from interactive.record.gradebook.describing import describe
from interactive.record.gradebook.mastering import mastered
from tests.record.gradebook.class_sample import BEGIN, DAY, submission
from tests.record.gradebook.small import attempt, book_of, kinds, shelf, student

CASES = sorted(Path(__file__).parent.glob("golden/*.yml"))
APART = ("assignment", "book", "items")


def book_from(case):
    assignment = "v=1&title=Golden" + "".join(f"&do={task}" for task in case["assignment"])
    files = []
    for name in case:
        if name not in APART:
            attempts = [
                attempt(
                    one["at"],
                    one["do"],
                    f"{name.lower()}-{place}",
                    one.get("seed", 0),
                    begin=BEGIN + DAY * one.get("day", 0),
                )
                for place, one in enumerate(case[name])
            ]
            files.append(submission(name, attempts, {}, assignment))
    return book_of(*files)


def result_said(result):
    best = result.best
    if isinstance(best, Unscorable):
        return best.reason
    return f"{best.raw:g} of {best.max:g}, {'finished' if result.finished else 'not finished'}"


def told(book, one):
    """Everything that the gradebook says of a student, as these files write it."""
    said = {ref: result_said(result) for ref, result in one.results.items()}
    responses = [response for result in one.results.values() for response in result.responses]
    levels = mastered(one, [column.ref for column in book.columns])
    return {
        **said,
        "answers": {
            one.item: "open" if not one.answer else f"{one.answer} {'-' if one.credit is None else f'{one.credit:g}'}"
            for one in responses
        },
        "objectives": {name: f"{level.share:g} of {level.answers}, {level.word}" for name, level in levels.items()},
        "flags": kinds(one),
    }


def items_told(book, ref):
    column = next(column for column in book.columns if column.ref == ref)
    found = analyze(book, column, describe(shelf().now(ref)))
    return {
        one.item: {
            "words": one.words,
            "p": one.difficulty,
            "left": one.left,
            "chosen": {option.words: option.share for option in one.options if option.count},
        }
        for one in found
    }


def named(expected, found):
    """What was found, as far as it is expected by name."""
    return {name: value for name, value in found.items() if name in expected}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden_class(path):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    book = book_from(case)
    for name, expected in case["book"].items():
        found = told(book, student(book, name))
        answers = expected.pop("answers", {})
        assert named(answers, found["answers"]) == answers
        assert named(expected, found) == expected
    for ref, items in case.get("items", {}).items():
        found = items_told(book, ref)
        for item, expected in items.items():
            assert named(expected, found[item]) == expected, item
