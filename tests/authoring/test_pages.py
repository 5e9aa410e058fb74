"""Looking at Markdown as text: fences, code, anchors and front matter, without building the page."""

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interactive.authoring.pages import anchors, fences, front_matter, named, place, prose


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("```activity\na/b\n```", [("activity", "a/b", 1, 3)]),
        ("``` activity\na/b\n```", [("activity", "a/b", 1, 3)]),
        ("~~~ {.activity}\na/b\n~~~", [("activity", "a/b", 1, 3)]),
        ("!!! note\n\n    ```activity\n    a/b\n    ```", [("activity", "a/b", 3, 5)]),
        ("> ```activity\n> a/b\n> ```", [("activity", "a/b", 1, 3)]),
        ("- ```activity\n  a/b\n  ```", [("activity", "a/b", 1, 3)]),
        ("````markdown\n```activity\na/b\n```\n````", [("markdown", "```activity\na/b\n```", 1, 5)]),
        ("```\none\n```\n\n```\ntwo\n```", [("", "one", 1, 3), ("", "two", 5, 7)]),
        ("```activity\nnever closed", []),
        ("in a line ```activity``` of text", []),
    ],
)
def test_fences(text, found):
    assert [(fence.language, fence.body, fence.first, fence.last) for fence in fences(text)] == found


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("a ` b", "a ` b"),
        ("a\n```\nb\n```\nc", "a\n   \n \n   \nc"),
    ],
)
def test_code_is_blanked_out(text, clear):
    assert prose(text) == clear


@settings(deadline=None)
@given(st.text("`~ \n>-ab{}#[]()", max_size=200))
def test_what_is_left_stays_where_it_was(text):
    clear = prose(text)
    assert len(clear) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, clear, strict=True))
    assert [len(line) for line in clear.split("\n")] == [len(line) for line in text.split("\n")]


HEADINGS = """\
# What is Track Two?

## Four ways {#four-ways}

## End

## End

### The `code` of *honor*, and [a link](https://example.org)

## It's "so" -- Çuhadar

```
## Not a heading {#nor-an-anchor}
```

## With a class {: .st-wide }
"""


def test_anchors_are_those_that_the_builder_makes():
    md = markdown.Markdown(extensions=["toc", "attr_list", "smarty", "fenced_code"])
    md.convert(HEADINGS)

    def ids(tokens):
        return {name for token in tokens for name in {token["id"], *ids(token["children"])}}

    assert anchors(HEADINGS) == ids(md.toc_tokens)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ('<div id="box" markdown>\n</div>', "box"),
        ("A paragraph.\n{: #here .st-hook }", "here"),
        ("```activity\n01-what-is-track-two/cases\n```", "cases-activity"),
    ],
)
def test_anchors_that_are_not_headings(text, anchor):
    assert anchor in anchors(text)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("---\ntitle: A\n---\ntext", {"title": "A"}),
        ("---\r\ntitle: A\r\n---\r\n".replace("\r\n", "\n"), {"title": "A"}),
        ("---\nminutes: {reading: 5}\n...\n", {"minutes": {"reading": 5}}),
        ("---\n---\n", None),
        ("text\n\n---\ntitle: A\n---\n", None),
        ("---\ntitle: A\n", None),
        ("", None),
    ],
)
def test_front_matter(text, data):
    source = front_matter("a.md", text)
    assert source.data == data and source.findings == []


def test_front_matter_has_places():
    source = front_matter("a.md", "---\ntitle: A\ntitle: B\n---\n")
    assert [str(finding)[:33] for finding in source.findings] == ["content/a.md:3:1: duplicate-key: "]


def test_places_and_names():
    assert place("one\ntwo", 0) == (1, 1) and place("one\ntwo", 5) == (2, 2)
    assert list(named({"a": 1, 2: 3})) == ["a", "2"] and list(named(["a"])) == ["a"] and list(named(7)) == []
