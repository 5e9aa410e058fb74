"""One file graded: every attempt replayed with the engine that the learner's page runs, and what is odd about it said in words.

Files know nothing of each other here, so that any worker can grade any of them; `assembling` compares them.
"""

from collections.abc import Iterable
from dataclasses import replace

from interactive.kernel.reading import Malformed
from interactive.record.assigning.fragment import read
from interactive.record.assigning.model import Assignment
from interactive.record.gradebook.handed import TOO_LARGE, Handed, file_name, fingerprint, read_handed
from interactive.record.gradebook.model import UNNAMED, Batch, Refused, Student
from interactive.record.gradebook.replaying import EVERYTHING, Work, task_result
from interactive.record.gradebook.shelf import Shelf
from interactive.record.gradebook.suspicions import claims, pace_print
from interactive.record.model import Attempt

type Opened = tuple[str, str, Handed | Refused]  # file, fingerprint, what it is


def open_file(file: object, text: str | None) -> Opened:
    """Read a file, or say why not. A text of None was too large to be read at all."""
    name, mark = file_name(file), fingerprint(text or "")
    try:
        if text is None:
            raise Malformed(TOO_LARGE)
        return name, mark, read_handed(text)
    except Malformed as error:
        return name, mark, Refused(name, mark, _sentence(str(error)))
    except Exception as error:  # a stranger's text: whatever it does, the rest of the class still loads
        return name, mark, Refused(name, mark, f"This file could not be read ({type(error).__name__}).")


def _sentence(why: str) -> str:
    return why if why.endswith((".", ")")) else f"This file is not as the course writes it: {why}."


def grade_files(files: Iterable[Opened], shelf: Shelf) -> Batch:
    """Grade files that were opened. One that breaks everything is refused by itself, and takes no other with it."""
    students: list[Student] = []
    refused: list[Refused] = []
    for file, mark, handed in files:
        if isinstance(handed, Refused):
            refused.append(handed)
            continue
        try:
            students.append(grade(file, mark, handed, shelf))
        except Exception as error:  # a stranger's data: whatever it does, the rest of the class still loads
            refused.append(Refused(file, mark, f"This file could not be replayed ({type(error).__name__})."))
    return Batch(tuple(students), tuple(refused))


def grade(file: str, mark: str, handed: Handed, shelf: Shelf) -> Student:
    """Grade one file."""
    told, work = handed.told, Work()
    assignment = _assignment(handed, work)
    attempts: dict[str, list[Attempt]] = {}
    for attempt in sorted(told.attempts, key=lambda one: (one.started, one.id)):
        attempts.setdefault(attempt.ref, []).append(attempt)
    results = {
        ref: task_result(ref, own, assignment, told.name, told.made, shelf, work) for ref, own in attempts.items()
    }
    kept = {ref: result for ref, result in results.items() if result.attempts or result.unfit}
    _about_file(handed, work, any(result.attempts for result in kept.values()))
    work.flags += claims(told, work.scores, work.sure)
    return Student(
        file=file,
        print=mark,
        name=told.name or UNNAMED,
        id=told.student_id,
        made=told.made,
        assignment=told.assignment,
        record=handed.record,
        results=kept,
        flags=tuple(replace(flag, files=(file,)) for flag in dict.fromkeys(work.flags)),
        prints=tuple((one.id, pace_print(one)) for one in told.attempts if one.entries),
    )


def _assignment(handed: Handed, work: Work) -> Assignment:
    if handed.record or not handed.told.assignment:
        return EVERYTHING
    try:
        return read(handed.told.assignment)
    except Malformed:
        work.say("unfit", "The assignment in this file cannot be read, so everything in it was counted.")
        return EVERYTHING


def _about_file(handed: Handed, work: Work, any_counts: bool) -> None:
    if handed.record:
        work.say("record", "This is a whole record and not a submission: everything in it was counted.")
    elif not handed.told.whole:
        words = (
            "The check in this file does not fit the rest of it: it was damaged, or edited by hand after it was saved."
        )
        work.say("check", words)
    if handed.doubled:
        work.say("unfit", "One attempt stands in this file twice; its first copy counts.")
    if not handed.told.name:
        work.say("unnamed", "This file gives no name.")
    if not any_counts:
        work.say("empty", "Nothing in this file counts for its assignment.")
