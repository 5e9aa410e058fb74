"""What authors write becomes what the engines read: text as HTML that is safe, and a digest that names the version."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interactive.activities import KINDS
from interactive.authoring.assets import write_assets
from interactive.authoring.definitions import (
    NotCompiled,
    canonical,
    compile_all,
    compile_ref,
    digest,
)
from interactive.authoring.markup import href, inline, typographic
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
        ("`a < b & c`", "<code>a &lt; b &amp; c</code>"),
        ("[out](https://example.org/?a=1&b=2)", '<a href="https://example.org/?a=1&amp;b=2">out</a>'),
        ("[bad](//example.org)", '<a href="#">bad</a>'),
        ("[bad](javascript&#58;alert(1))", '<a href="#">bad</a>'),
        ("1993. The parties met.", "1993. The parties met."),
        ("- and so on", "- and so on"),
        ("# 1 among them", "# 1 among them"),
        ("> he said", "&gt; he said"),
        ("***", "***"),
        ("one\n\n    two", "one two"),
        ("![pixel](https://example.org/x.png)", "![pixel](https://example.org/x.png)"),
        ("&lt;b&gt; &nbsp;", "&amp;lt;b&amp;gt; &amp;nbsp;"),
    ],
)
def test_inline_markdown(written, shown):
    assert inline(written) == shown


@settings(deadline=None)
@given(st.text(max_size=80) | st.text("<>[]()!&;:#*_`\"' \n-1.ajx/", max_size=60))
def test_no_text_of_an_author_becomes_a_script(text):
    html = inline(text).lower()
    assert set(re.findall(r"<(/?\w+)", html)) <= {
        f"{end}{tag}" for tag in ("em", "strong", "code", "a", "br") for end in ("", "/")
    }
    assert all(re.match(r"https?://|root:|#$|[\w./-]", link) for link in re.findall(r'href="([^"]*)"', html))


def test_typography_of_plain_text():
    assert typographic('"A" and \'b\' -- it\'s ("c")') == "“A” and ‘b’ – it’s (“c”)"


def test_links_to_pages_become_links_from_the_root():
    assert href("lessons/00-sample/index.md#red") == "root:lessons/00-sample/index.html#red"
    assert href("https://example.org/a.md") == "https://example.org/a.md"
    assert href("root:progress.html") == "root:progress.html"


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
    folder = course.root / ".build/definitions"
    (ref, name), *_ = json.loads((folder / "index.json").read_text()).items()
    assert ref == "00-sample/colors"
    path = folder / f"{name}.json"
    before = path.stat().st_mtime_ns
    write_assets(course.root)
    assert path.stat().st_mtime_ns == before
    course.write(FILE, GOOD.replace("A flame.", "A big flame."))
    write_assets(course.root)
    assert not path.exists() and len(list(folder.glob("*.json"))) == 2


@pytest.mark.parametrize(
    ("ref", "words"),
    [("00-sample/none", "there is no definition"), ("00-sample/colors", "`draw` is missing.*`course check` lists")],
)
def test_what_cannot_be_compiled_says_what_to_do(course, ref, words):
    course.write(FILE, GOOD.replace("draw: 2\n", ""))
    with pytest.raises(NotCompiled, match=words):
        compile_ref(course.root, ref)


@pytest.mark.parametrize(
    "wrong", [("draw: 2", "draw: two"), ("bins:", "bins: none\nbuckets:"), ("[someone1900]", "[nobody]")]
)
def test_a_definition_that_does_not_fit_is_never_compiled(course, wrong):
    course.write(FILE, GOOD.replace(*wrong))
    with pytest.raises(NotCompiled, match="colors.sorter.yml"):
        compile_ref(course.root, "00-sample/colors")


def test_a_changed_bibliography_changes_what_is_compiled(course):
    assert compile_ref(course.root, "00-sample/colors")["cards"][0]["cites"][0]["label"] == "Someone 1900"
    course.change("content/references.bib", "Someone", "Somebody")
    assert compile_ref(course.root, "00-sample/colors")["cards"][0]["cites"][0]["label"] == "Somebody 1900"
