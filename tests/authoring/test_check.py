"""Every mistake an author can make gets its place and what to write instead; all at once, and never a traceback."""

import json
import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.authoring.conftest import GOOD

FILE = "quizzes/00-sample/colors.sorter.yml"
PAGE = "content/lessons/00-sample/index.md"


def test_a_good_course_has_no_findings(course):
    assert course.findings() == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("  red:\n    label", "  red:\n\tlabel", ":10:1: yaml: a tab is used to indent; YAML takes only spaces"),
        ("draw: 2\n", "draw: 2\ndraw: 3\n", ":8:1: duplicate-key: `draw` stands twice here, first in line 7"),
        ("bin: blue", "bin: bleu", "unknown-bin: there is no bin `bleu`; did you mean `blue`?"),
        ("misplaced: {blue", "misplaced: {mauve", "unknown-bin: there is no bin `mauve`; the bins are red, blue"),
        ("misplaced: {blue", "misplaced: {red", "unknown-bin: `red` is this card's `bin` already"),
        (
            "    cite: [someone1900]\n    bin: red\n",
            "    bin: red\n",
            ":20:5: shape: `cite` is missing: keys from content/references.bib",
        ),
        ("cite: [someone1900]", "cite: []", "shape: nothing stands here"),
        (
            "cite: [someone1900]",
            "cite: [someone1990]",
            "unknown-cite: content/references.bib has no `someone1990`; did you mean `someone1900`?",
        ),
        ("cite: [someone1900]", "cite: [zzz]", "add the work there, or cite another"),
        ("rationale: Flames", "reason: Flames", "shape: there is no `reason` here"),
        ("hint: What", "hnit: What", "there is no `hnit` here; did you mean `hint`?"),
        ("draw: 2", "draw: two", ":7:1: shape: this should be a whole number, not text"),
        ("draw: 2", "draw: 9", "draw-too-large: a round of 9 cannot be drawn from 2 cards"),
        ("version: 1", "version: 2", ":1:1: shape: this should be 1"),
        ("id: flame", "id: The Flame", "will not do as an id"),
        ("id: wave", "id: flame", f"duplicate-id: `flame` is used already in {FILE}, line 20"),
        ("text: A flame.", f"text: {'word ' * 56}", "card-too-long: 56 words; a card takes 55 at most"),
        ("Look at what burns.", "Look for the bright red.", "feedback-reveals-bin: this names the bin “Bright red”"),
        ("hint: Where is it?", "hint: Is it Deep Blue?", "feedback-reveals-bin"),
        ("Waves are wet.", "Flames are hot.", "repeated-feedback: the same words stand in line 25"),
        ("bin: blue", "bin: red", "bin-never-key: no card belongs in `blue`"),
        ("#blue}", "#azure}", "unresolved-reread: content/lessons/00-sample/index.md has no anchor #azure"),
        (
            "lessons/00-sample/index.md#red",
            "lessons/00-simple/index.md",
            "there is no page content/lessons/00-simple/index.md",
        ),
        (
            "[s0-tell-colors]",
            "[s0-tell-color]",
            "objective-not-taught: no lesson has the objective `s0-tell-color`; did you mean",
        ),
        ("cards:\n", "cards: soon\nrest:\n", "shape: this should be a list, not text"),
        (
            "intro: Put",
            "intro: Look: put",
            "yaml: a colon with a space after it starts a value; put the whole text in quotes",
        ),
        ("hint: Where", 'hint: "Where', "yaml: a quotation mark is opened and never closed"),
        ("minutes: 5", "minutes: &five 5", "alias: anchors (&) and aliases (*) are not read here"),
        ("minutes: 5", "minutes: !!python/name:os.system 5", "yaml: the tag"),
        ("minutes: 5", "minutes:", "shape: this should be a whole number, not empty"),
        ("minutes: 5", "minutes: 1:30", "shape: this should be a whole number, not text"),
        ("minutes: 5", f"minutes: 0x{'f' * 6000}", "shape: this should be a whole number, not text"),
        ("by: Anon, 1900", "by: 1900", ":22:5: shape: this should be text, not a number; put it in quotes"),
        ("title: Colors", "title: Col\x07ors", f"{FILE}:2:11: yaml: an invisible character, U+0007, stands here"),
        ("  red:\n", "  Red One:\n", ":9:3: shape: `Red One` will not do as an id"),
        ("A flame.", "A [flame](#fire).", "unresolved-link: `#fire` is lost on other pages: write https://"),
        ("A flame.", "A [flame](root:fire.html).", "unresolved-link: there is no page content/fire.md"),
        ("#red}", "#rde}", "has no anchor #rde; did you mean #red?"),
    ],
)
def test_one_mistake_one_finding_with_its_place(change, old, new, finding):
    findings = change(old, new)
    assert any(finding in line for line in findings), findings
    assert all(line.startswith((f"{FILE}:", "content/")) for line in findings)


def test_every_finding_comes_at_once(change, course):
    course.change(FILE, "bin: blue", "bin: bleu")
    course.change(FILE, "Flames are hot.", "Deep blue.")
    findings = change("cite: [someone1900]", "cite: [nobody]")
    assert {line.split(": ")[1] for line in findings} >= {"unknown-bin", "unknown-cite", "bin-never-key"}


def test_a_scalar_of_ten_megabytes_is_refused_before_it_is_read(course):
    course.write(FILE, "version: 1\ntitle: " + "x" * 10_000_000)
    (finding, *_) = [line for line in course.findings() if FILE in line]
    assert finding.startswith(f"{FILE}:1:1: too-large: the file has 10,000,018 bytes")


def test_bytes_that_are_not_utf_8_have_a_place(course):
    course.write(FILE, GOOD.replace("A flame.", "A flam\xe9.").encode("latin-1"))
    assert any(f"{FILE}:21:17: not-utf-8" in line for line in course.findings())


def test_a_folder_or_a_dangling_link_in_place_of_a_file_is_said(course):
    (course.root / "quizzes/00-sample/one.sorter.yml").mkdir()
    (course.root / "quizzes/00-sample/two.sorter.yml").symlink_to("nowhere")
    found = [line for line in course.findings() if "unreadable" in line]
    assert len(found) == 2 and all("the file cannot be opened" in line for line in found)


@pytest.mark.parametrize("name", ["colors.sorter.yaml", "colors.sortre.yml"])
def test_a_definition_of_no_known_kind_does_not_vanish(course, name):
    course.write(f"quizzes/00-sample/{name}", GOOD)
    assert any(f"quizzes/00-sample/{name}:1:1: unknown-kind" in line for line in course.findings())


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("@book{a, year={1}}\n@book{a, year={2}}\n", ":2:1: duplicate-key: `a` stands already in line 1"),
        ("@book{a, year={1}}\n\n@book{b, year={", ":3:1: bibliography: this cannot be read (premature end of file)"),
        (b"@book{a, year={\xe9}}\n", None),
    ],
)
def test_slips_in_the_bibliography_have_a_line(course, text, finding):
    course.write("content/references.bib", text)
    found = [line for line in course.findings() if line.startswith("content/references.bib")]
    assert found == [] if finding is None else finding in found[0]


@pytest.mark.parametrize(
    "text", ["", "---\n", "- a\n- b\n", "just words", "a: " + "[" * 5_000, "{" * 200, "? [a, b]\n: c", "a: *b"]
)
def test_strange_files_get_findings_and_no_traceback(course, text):
    course.write(FILE, text)
    assert any(line.startswith(FILE) for line in course.findings())


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(
        st.text(max_size=200),
        st.binary(max_size=200),
        st.lists(st.sampled_from(GOOD.splitlines(keepends=True)), max_size=30).map("".join),
    )
)
def test_nothing_an_author_can_save_makes_the_check_raise(course, text):
    course.write(FILE, text)
    course.findings()


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text('-:\n `~[]()!{}#@<>="a', max_size=120).map("---\n{}".__add__)))
def test_nothing_on_a_page_makes_the_check_raise(course, text):
    course.write(PAGE, text)
    course.findings()


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (
            "00-sample/colors\n",
            "00-sample/colours\n",
            f"{PAGE}:16:1: unknown-activity: there is no definition `00-sample/colours`",
        ),
        (
            "[@someone1900]",
            "[@someone; @someone1900]",
            f"{PAGE}:11:14: unknown-citation: content/references.bib has no `someone`",
        ),
        (
            "Fire is",
            "[Fire](../99-none/index.md) is",
            f"{PAGE}:11:1: unresolved-link: there is no page content/lessons/99-none/index.md",
        ),
        ("Fire is", "[Fire](#fire) is", "has no anchor #fire"),
        ("Fire is", "![](fire.svg) Fire is", f"{PAGE}:11:1: image-without-alt"),
        ("Fire is", '<img src="fire.svg"> Fire is', f"{PAGE}:11:1: image-without-alt"),
        ("Fire is", "![Fire](fire.svg) Fire is", "unresolved-link: there is no content/lessons/00-sample/fire.svg"),
        ("Fire is", "[![Fire](index.md)](none.md) is", "there is no page content/lessons/00-sample/none.md"),
        ("Fire is", "[Fire][1] is", None),
        ("Fire is", "[Fire]: none.md\n\nFire is", f"{PAGE}:11:1: unresolved-link"),
        ("Fire is", "[Fire](root:none.html) is", "unresolved-link: there is no page content/none.md"),
        ("Fire is", "```figure\nfire\nA caption\n```\n\nFire is", f"{PAGE}:12:1: unknown-figure"),
        ("title: Sample", "title: A: B", f"{PAGE}:2:9: yaml: a colon with a space after it"),
        ("title: Sample", f"title: {'[' * 5000}", f"{PAGE}:2:47: yaml: this is nested far too deep"),
        ("title: Sample", "date: 2026-02-30", None),
    ],
)
def test_pages_are_checked_too(course, old, new, finding):
    course.change(PAGE, old, new)
    assert course.findings() == [] if finding is None else any(finding in line for line in course.findings())


@pytest.mark.parametrize(
    "text",
    [
        "`[@nobody]`",
        "```\n[@nobody]\n[x](nowhere.md)\n```",
        "[out](https://example.org)",
        "[mail](mailto:a@b.c)",
        "[here](#red)",
        "[Sample](index.md#sample)",
        "[play](#colors-activity)",
        "[play](root:lessons/00-sample/index.html#red)",
        "````markdown\n```activity\nno/such\n```\n````",
        "!!! note\n\n    ```python\n    [@nobody](nowhere.md)\n    ```",
    ],
)
def test_what_is_code_or_leads_elsewhere_is_left_alone(course, text):
    course.change(PAGE, "Fire is red", f"Fire is red\n\n{text}\n\n")
    assert course.findings() == []


LAB = "content/labs/colors.ipynb"


@pytest.mark.parametrize(
    ("prose", "finding"),
    [
        ("Fire ([Someone 1900](../references.html#someone1900)), [red](../lessons/00-sample/index.html#red)", None),
        ("See [Someone](../references.html#someone1900).", f"{LAB}:6:10: citation-in-lab: `someone1900` is cited as"),
        ("See [Nobody 1900](../references.html#nobody1900).", "unresolved-link: content/references.md has no anchor"),
        (
            "See [red](../lessons/00-sample/index.html#rot).",
            "unresolved-link: content/lessons/00-sample/index.md has no",
        ),
    ],
)
def test_labs_are_checked_too(course, prose, finding):
    cells = [{"cell_type": "markdown", "source": [prose]}, {"cell_type": "code", "outputs": [], "source": "1"}]
    course.write(LAB, json.dumps({"cells": cells}, indent=1, ensure_ascii=False))
    course.write("content/references.md", "# References\n\n```references\n```\n")
    assert course.findings() == [] if finding is None else any(finding in line for line in course.findings())


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("{}", f"{LAB}:1:1: no-notebook: this is no notebook; save it again"),
        ("[" * 9000, f"{LAB}:1:1: no-notebook"),
        (
            '{"cells": [{"outputs": [{"output_type": "stream"}]}]}',
            f"{LAB}:1:26: output-in-lab: the build runs the cells",
        ),
        ('{"cells": [{"cell_type": "markdown", "source": 7}]}', None),
    ],
)
def test_a_lab_that_is_none_or_holds_outputs_is_said(course, text, finding):
    course.write(LAB, text)
    assert course.findings() == [] if finding is None else any(finding in line for line in course.findings())


def test_a_definition_on_no_page_is_a_warning(course):
    course.change(PAGE, "```activity\n00-sample/colors\n```", "")
    assert course.findings() == [
        f"{FILE}:1:1: warning: activity-not-on-a-page: no page shows this; put a fence ```activity with `00-sample/colors` in a lesson"
    ]


@pytest.mark.parametrize(
    ("written", "today", "finding"),
    [
        ("2026-11-01", date(2026, 11, 24), None),
        ("2025-11-01", date(2026, 11, 24), "warning: legal-check: the law was last looked up on 2025-11-01"),
        ("soon", date(2026, 11, 24), "legal-check: `soon` is not a date; write it as 2026-11-24"),
        ("2027-06-01", date(2026, 11, 24), "lies ahead of today"),
    ],
)
def test_legal_statements_grow_old(course, written, today, finding):
    course.change(FILE, "version: 1\n", f"version: 1\nchecked_on: {written}\n")
    found = [line for line in course.findings(today) if "legal-check" in line]
    assert (not found) if finding is None else finding in found[0]


@pytest.mark.parametrize("objectives", ["5", "[s0-tell-colors]", "soon", "{5: x}"])
def test_objectives_of_any_shape_are_no_traceback(course, objectives):
    course.change(PAGE, "\n  s0-tell-colors: tell colors apart", f" {objectives}")
    assert bool(course.findings()) == ("s0" not in objectives)


@pytest.mark.parametrize(
    "text",
    [
        "[a" * 100_000,
        "](" * 100_000,
        "![" * 100_000,
        "`" * 20_001 + "\n~~~\n" * 3_000,
        "# " + " " * 50_000 + "x",
        "# {#" * 20_000,
    ],
    ids=["brackets", "targets", "images", "fences", "blanks", "braces"],
)
def test_no_page_keeps_the_check_waiting(course, text):
    course.write("content/strange.md", text)
    before = time.process_time()
    course.findings()
    assert time.process_time() - before < 5
