"""A batch as plain, compact JSON, and back (the shape stands in model.py). Texts that repeat are written once, in `names`."""

from collections.abc import Mapping
from typing import Any

from interactive.kernel.reading import Malformed, take
from interactive.kernel.score import Score, Unscorable
from interactive.record.gradebook.model import Batch, Flag, Refused, Response, Result, Student

VERSION = 1


class _Names(dict[str, int]):
    """Numbers texts in the order in which they are first met."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number


def write_batch(batch: Batch) -> dict[str, Any]:
    """A batch as JSON data."""
    names = _Names()
    files: list[dict[str, Any]] = [_student(one, names) for one in batch.students]
    files += [{"file": one.file, "print": one.print, "why": one.why} for one in batch.refused]
    return {"v": VERSION, "names": list(names), "files": files}


def read_batch(data: Any) -> Batch:
    """Read what `write_batch` wrote. Raises `Malformed` when it is not that."""
    if not isinstance(data, Mapping) or data.get("v") != VERSION:
        raise Malformed("this is not a batch of a gradebook of this version")
    names, files = take(data, "names", list), take(data, "files", list)
    try:
        students = tuple(_read_student(one, names) for one in files if "why" not in one)
        refused = tuple(Refused(one["file"], one["print"], one["why"]) for one in files if "why" in one)
    except (LookupError, TypeError, ValueError) as error:
        raise Malformed("a batch of the gradebook is not what was given out") from error
    return Batch(students, refused)


def _student(one: Student, names: _Names) -> dict[str, Any]:
    return {
        "file": one.file,
        "print": one.print,
        "name": one.name,
        "id": one.id,
        "made": one.made,
        "assignment": one.assignment,
        "record": one.record,
        "results": [_result(result, names) for result in one.results.values()],
        "flags": [[flag.kind, flag.words, flag.ref] for flag in one.flags],
        "prints": [text for pair in one.prints for text in pair],
    }


def _result(one: Result, names: _Names) -> list[Any]:
    responses: list[Any] = []
    for item, answer, credit, seconds in one.responses:
        responses += (names[item], names[answer], credit, seconds)
    objectives = [part for name, pair in one.objectives.items() for part in (names[name], *pair)]
    return [
        names[one.ref],
        names[one.kind],
        one.attempts,
        one.unfit,
        names[one.digest],
        int(one.known),
        one.counted,
        _score(one.best, names),
        _score(one.last, names),
        int(one.finished),
        one.seconds,
        one.started,
        one.touched,
        objectives,
        responses,
    ]


def _score(score: Score | Unscorable, names: _Names) -> list[float] | int:
    if isinstance(score, Unscorable):
        return names[score.reason]
    return [score.raw, score.max, score.answered, score.items]


def _read_student(data: Mapping[str, Any], names: list[str]) -> Student:
    results = [_read_result(row, names) for row in data["results"]]
    prints = data["prints"]
    return Student(
        file=data["file"],
        print=data["print"],
        name=data["name"],
        id=data["id"],
        made=data["made"],
        assignment=data["assignment"],
        record=data["record"],
        results={result.ref: result for result in results},
        flags=tuple(Flag(kind, words, (data["file"],), ref) for kind, words, ref in data["flags"]),
        prints=tuple(zip(prints[::2], prints[1::2], strict=True)),
    )


def _read_result(row: list[Any], names: list[str]) -> Result:
    ref, kind, attempts, unfit, digest, known, counted, best, last, finished, seconds, started, touched, own, flat = row
    items, answers = [names[number] for number in flat[::4]], [names[number] for number in flat[1::4]]
    return Result(
        ref=names[ref],
        kind=names[kind],
        attempts=attempts,
        unfit=unfit,
        digest=names[digest],
        known=bool(known),
        counted=counted,
        best=_read_score(best, names),
        last=_read_score(last, names),
        finished=bool(finished),
        seconds=seconds,
        started=started,
        touched=touched,
        objectives={
            names[name]: (earned, count) for name, earned, count in zip(own[::3], own[1::3], own[2::3], strict=True)
        },
        responses=tuple(map(Response, items, answers, flat[2::4], flat[3::4])),
    )


def _read_score(data: Any, names: list[str]) -> Score | Unscorable:
    return Unscorable(names[data]) if isinstance(data, int) else Score(*data)
