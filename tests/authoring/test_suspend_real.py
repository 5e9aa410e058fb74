"""Every lesson of the course, played whole with the longest answers, fits into what SCORM 1.2 grants, and is worth the same after."""

import re
from functools import cache
from pathlib import Path

import pytest

from interactive.activities import KINDS
from interactive.authoring.definitions import compile_ref, digest
from interactive.kernel.frame import prefix
from interactive.record.lesson_score import FULL, Standing
from interactive.record.replay import replay
from interactive.record.summary import Loaded
from interactive.record.suspending.model import Part, Prepared, part_of, prepared
from interactive.record.suspending.packing import pack
from interactive.record.suspending.unpacking import unpack
from interactive.record.suspending.vocabulary import hashed
from tests.authoring.playing import USUAL, attempt_of, play

ROOT = Path(__file__).parents[2]
LESSONS = sorted(path.name for path in (ROOT / "content" / "lessons").iterdir() if path.is_dir())
STRICT, ROOMY = 4096, 64_000
NOW = 1_790_000_000_000
LONGEST = 2000  # characters of a reason; a reflection gets three times, a section of a memo four times as much


@cache
def parts_of(lesson: str) -> dict[str, Part]:
    """Everything that stands on a lesson's page, and its reading."""
    page = (ROOT / "content" / "lessons" / lesson / "index.md").read_text(encoding="utf-8")
    definitions = {ref: compile_ref(ROOT, ref) for ref in re.findall(r"```activity\n(\S+)\n```", page)}
    sections = [{"id": name, "title": name} for name in re.findall(r"(?m)^## .*\{#([\w-]+)\}", page)]
    reading = f"{lesson}/reading"
    definitions[reading] = {"format": 1, "kind": "reading", "ref": reading, "title": lesson, "sections": sections}
    return {ref: _part(ref, data) for ref, data in definitions.items()}


def _part(ref, data):
    kind = KINDS[data["kind"]]
    version = digest(data)
    return part_of(ref, version, Loaded(kind, kind.load({**data, "digest": version})), data)


@cache
def played(lesson: str, rounds: int, length: int = LONGEST) -> tuple[list[Prepared], dict[str, Standing]]:
    """All of it done, in as many rounds, and the best of each."""
    done, standings = [], {}
    for number in range(rounds):
        for place, part in enumerate(parts_of(lesson).values()):
            events = play(part.loaded, number, length)
            one = attempt_of(
                f"a{number}-{place}", part.ref, part.digest, number, events, NOW + 10**9 * number + 10**7 * place
            )
            done.append(prepared(one, part))
            standings[part.ref] = standings.get(part.ref, Standing()).with_best(done[-1].standing)
    return done, standings


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("rounds", [1, 4])
def test_a_whole_lesson_fits_with_the_longest_answers(lesson, rounds):
    parts = parts_of(lesson)
    done, standings = played(lesson, rounds)
    assert all(standing.finished for ref, standing in standings.items() if not ref.endswith("/reading"))
    told = pack(parts, standings, done, NOW, STRICT)
    assert len(told.text) <= STRICT and told.text.isascii()
    found = unpack(told.text, parts)
    assert found.standings == standings
    assert not found.lost and not found.changed
    latest = {one.ref: one for one in done}
    resumed = {one.ref: one for one in found.attempts}
    assert resumed.keys() == latest.keys(), "of nothing that was done is everything left out"


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_with_answers_of_a_sentence_comes_back_to_the_last_letter(lesson):
    """A round of each activity, a line for every reason, three for every reflection."""
    parts = parts_of(lesson)
    done, standings = played(lesson, 1, USUAL)
    found = unpack(pack(parts, standings, done, NOW, STRICT).text, parts)
    before = {one.ref: one for one in done}
    for one in found.attempts:
        loaded = parts[one.ref].loaded
        state = loaded.activity.start(loaded.definition, seed=0)
        for event in before[one.ref].events:
            state = loaded.activity.step(loaded.definition, state, event, now=0).state
        assert replay(loaded.activity, loaded.definition, one.seed, one.entries)[0] == state
    assert len(found.attempts) == len(done)


@pytest.mark.parametrize("lesson", LESSONS)
def test_in_2004_everything_that_was_written_at_length_stays(lesson):
    parts = parts_of(lesson)
    done, standings = played(lesson, 2, LONGEST // 10)
    told = pack(parts, standings, done, NOW, ROOMY)
    assert len(told.text) <= ROOMY
    assert not told.cut and not told.left_out


def test_stories_are_played_to_an_end_and_count_whole():
    lesson = "04-the-third-party"
    _, standings = played(lesson, 1)
    assert [standings[f"{lesson}/{name}"] for name in ("two-winters", "forty-days", "ninety-minutes")] == [
        Standing(FULL, True)
    ] * 3


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_two_names_that_an_attempt_uses_are_told_apart_by_luck(lesson):
    """Activities of a lesson have different hashes, and every id of a definition has one that names it alone."""
    parts = parts_of(lesson)
    assert len({hashed(ref) for ref in parts}) == len(parts), [prefix(ref) for ref in parts]
    for part in parts.values():
        assert all(part.words.hash_of(name) for name in part.words.names)


@pytest.mark.parametrize("lesson", LESSONS)
def test_what_a_lesson_calls_optional_stands_on_its_page(lesson):
    page = (ROOT / "content" / "lessons" / lesson / "index.md").read_text(encoding="utf-8")
    named = re.findall(r"(?m)^optional: \[(.*)\]$", page)
    for name in named[0].split(", ") if named else []:
        assert f"{lesson}/{name}" in parts_of(lesson)
