"""An assignment in a link: readable, the same when it is read again, and told of in sentences when it is broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.kernel.reading import Malformed
from interactive.record.assigning.fragment import MOST, read, write
from interactive.record.assigning.model import COUNTS, LARGEST_SEED, LONGEST, MOST_TASKS, Assignment, Task
from interactive.record.assigning.percent import decoded, encoded

WEEK = Assignment(
    "Week 2: “cases” & more",
    "Read first.",
    "Monday, 9:00",
    (
        Task("01-colors/sort", attempts=2, seed=7, settings={"mode": "check"}),
        Task("01-colors/bank", each=True, settings={"count": "8", "level": "2-3", "objectives": "c-tell+c-mix"}),
        Task("02-sounds", counts="last"),
        Task("01-colors/bank/item-1"),
    ),
)

part = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)
refs = st.builds("/".join, st.lists(part, min_size=1, max_size=3))
seeds = st.fixed_dictionaries({}, optional={"seed": st.integers(0, LARGEST_SEED)}) | st.just({"each": True})
settings = st.fixed_dictionaries(
    {},
    optional={
        "mode": st.sampled_from(["check", "exam"]),
        "count": st.integers(1, 999).map(str),
        "level": st.sampled_from(["1", "2-3", "1-2"]),
        "objectives": st.lists(part, min_size=1, max_size=3, unique=True).map("+".join),
    },
)
tasks = st.builds(
    lambda ref, attempts, counts, seed, settings: Task(ref, attempts, counts=counts, settings=settings, **seed),
    refs,
    st.integers(0, 20),
    st.sampled_from(COUNTS),
    seeds,
    settings,
)
line = st.text(max_size=60).map(lambda text: " ".join("".join(c if c.isprintable() else " " for c in text).split()))
assignments = st.builds(
    lambda title, note, due, found: Assignment(title, note, due, tuple({task.ref: task for task in found}.values())),
    line,
    line,
    line,
    st.lists(tasks, max_size=6),
)


def test_a_link_reads_like_what_it_asks():
    assert write(WEEK) == (
        "v=1&title=Week+2:+%E2%80%9Ccases%E2%80%9D+%26+more&due=Monday,+9:00&note=Read+first."
        "&do=01-colors/sort;mode=check;seed=7;attempts=2"
        "&do=01-colors/bank;count=8;level=2-3;objectives=c-tell+c-mix;seed=each"
        "&do=02-sounds;counts=last&do=01-colors/bank/item-1"
    )


@given(assignments)
def test_what_is_written_is_read_again(assignment):
    assert read(write(assignment)) == assignment
    assert read("https://example.edu/course/assignment.html#" + write(assignment)) == assignment


@given(assignments)
def test_a_link_holds_nothing_that_a_mail_program_takes_for_its_end(assignment):
    text = write(assignment)
    assert text.isascii() and not set(text) & set(" \"'<>()[]{}|\\^`#")


@given(
    st.text(max_size=300)
    | assignments.map(write).flatmap(lambda text: st.integers(0, len(text)).map(lambda n: text[:n]))
)
def test_any_text_is_an_assignment_or_one_sentence(text):
    for given_ in (text, "v=1&" + text, "v=1&do=" + text):
        try:
            found = read(given_)
        except Malformed as error:
            assert str(error).endswith((".", "…"))
        else:
            assert all(words.endswith(".") for words in found.problems)
            assert read(write(found)) == Assignment(found.title, found.note, found.due, found.tasks)


@pytest.mark.parametrize("text", ["", "nonsense", "title=x&do=a", "v=", "v=0&do=a", "v=one", "v=１", "#"])
def test_what_is_no_assignment_says_so(text):
    with pytest.raises(Malformed, match="no assignment"):
        read(text)


def test_a_later_version_asks_for_a_newer_page():
    with pytest.raises(Malformed, match="newer version"):
        read("v=2&do=01-colors")
    with pytest.raises(Malformed, match="far longer"):
        read("v=1&note=" + "x" * MOST)


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("do=../../etc/passwd", "cannot be read"),
        ("do=<script>alert(1)</script>", "cannot be read"),
        ("do=01-colors/sort;seed=-1", "setting of “01-colors/sort”"),
        ("do=01-colors/sort;seed=1e9", "setting of “01-colors/sort”"),
        ("do=01-colors/sort;attempts=0", "setting of “01-colors/sort”"),
        ("do=01-colors/sort;attempts=21", "setting of “01-colors/sort”"),
        ("do=01-colors/sort;color=red", "“color=red”"),
        ("do=01-colors/sort;seed=1;seed=2", "“seed=2”"),
        ("do=02-sounds&do=02-sounds", "twice"),
    ],
)
def test_a_broken_part_is_told_and_the_rest_is_kept(bad, said):
    found = read(f"v=1&{bad}&do=01-colors/bank;attempts=3")
    assert Task("01-colors/bank", 3) in found.tasks and any(said in words for words in found.problems)


def test_texts_are_cut_and_stand_on_one_line():
    found = read("v=1&title=" + encoded("a\nb\t\u202ec" + "x" * 500) + "&note=" + encoded("n" * 5000))
    assert (
        found.title.startswith("a b c") and len(found.title) == LONGEST["title"] and len(found.note) == LONGEST["note"]
    )


def test_no_more_tasks_than_a_page_can_hold():
    found = read("v=1&" + "&".join(f"do=a-{number}" for number in range(MOST_TASKS + 5)))
    assert len(found.tasks) == MOST_TASKS and found.problems == (
        f"Only the first {MOST_TASKS} tasks of this link are shown.",
    )


@given(st.text())
def test_encoding_loses_nothing(text):
    assert decoded(encoded(text)) == text.encode("utf-8", errors="replace").decode()


def test_what_is_no_code_stays_and_broken_bytes_are_marked():
    assert decoded("100%&a+b%2") == "100%&a b%2" and decoded("%FF") == "\ufffd" and decoded("a+b", plus=False) == "a+b"
