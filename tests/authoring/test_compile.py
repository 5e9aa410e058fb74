"""What authors write becomes what the engines read: text as HTML that is safe, and a digest that names the version."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.activities import KINDS
from interactive.authoring.assets import write_assets
from interactive.authoring.definitions import (
    NotCompiled,
    canonical,
    compile_all,
    compile_ref,
    digest,
    href,
    inline,
    typographic,
)
from tests.authoring.conftest import GOOD

FILE = "quizzes/00-sample/colors.sorter.yml"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("plain", "plain"),
        ("*so* and `code`", "<em>so</em> and <code>code</code>"),
        ('"quoted" -- it\'s', "“quoted” – it’s"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[out](https://example.org)", '<a href="https://example.org">out</a>'),
        ("[bad](javascript:alert(1))", '<a href="#">bad</a>'),
        ("[root](root:a.html#b)", '<a href="root:a.html#b">root</a>'),
        ("AT&T", "AT&amp;T"),
    ],
)
def test_inline_markdown(written, shown):
    assert inline(written) == shown


@given(st.text(max_size=80))
def test_no_text_of_an_author_becomes_a_script(text):
    html = inline(text).lower()
    assert "<script" not in html and 'href="javascript' not in html and "<img" not in html.replace("<img alt", "")


def test_typography_of_plain_text():
    assert typographic('"A" and \'b\' -- it\'s ("c")') == "“A” and ‘b’ – it’s (“c”)"


def test_links_to_pages_become_links_from_the_root():
    assert href("lessons/00-sample/index.md#red") == "root:lessons/00-sample/index.html#red"


def test_a_definition_is_what_its_engine_loads(course):
    data = compile_ref(course.root, "00-sample/colors")
    sorter = KINDS["sorter"].load(data)
    assert list(sorter.bins) == ["red", "blue"] and sorter.cards["wave"].also == {"red": "At sunset, perhaps."}
    assert sorter.cards["flame"].cites == (("someone1900", "Someone 1900"),)


def test_the_digest_names_the_version(course):
    one = digest(compile_ref(course.root, "00-sample/colors"))
    assert one == digest(json.loads(canonical(compile_ref(course.root, "00-sample/colors"))))
    course.write(FILE, GOOD.replace("A flame.", "A big flame."))
    assert digest(compile_ref(course.root, "00-sample/colors")) != one


def test_compiling_twice_gives_the_same_bytes(course):
    assert compile_all(course.root) == compile_all(course.root)


def test_assets_are_written_once_and_cleaned_up(course):
    assert write_assets(course.root) == 1
    (path,) = (course.root / ".build/definitions").glob("*.json")
    before = path.stat().st_mtime_ns
    write_assets(course.root)
    assert path.stat().st_mtime_ns == before
    course.write(FILE, GOOD.replace("A flame.", "A big flame."))
    write_assets(course.root)
    assert [one.name for one in (course.root / ".build/definitions").glob("*.json")] != [path.name]


@pytest.mark.parametrize(
    ("ref", "words"),
    [("00-sample/none", "there is no definition"), ("00-sample/colors", "`course check` says what to mend")],
)
def test_what_cannot_be_compiled_says_what_to_do(course, ref, words):
    course.write(FILE, GOOD.replace("draw: 2\n", ""))
    with pytest.raises(NotCompiled, match=words):
        compile_ref(course.root, ref)
