"""What stands on a page between fences, as any Markdown builder shows it; and one real build, to see what it does to our links."""

import re
from functools import partial

import markdown
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pymdownx.superfences import SuperFencesException

from interactive.authoring import fences
from tests.authoring.conftest import GOOD

PAGE = "content/lessons/00-sample/index.md"
FILE = "quizzes/00-sample/colors.sorter.yml"
SVG = """\
<?xml version="1.0"?>
<!-- drawn by hand -->
<svg viewBox="0 0 1 1" role="img" aria-labelledby="t d"><title id="t">T</title><desc id="d">D</desc>

<g id="g" fill="url(#t)"><use href="#g"/></g></svg>
"""


@pytest.fixture
def show(course, monkeypatch):
    monkeypatch.chdir(course.root)
    named = [
        {"name": name, "class": name, "format": getattr(fences, name)} for name in ("activity", "figure", "references")
    ]
    configs = {
        "pymdownx.superfences": {"custom_fences": named},
        "interactive.authoring.citations": {"bibliography": str(course.root / "content/references.bib")},
    }
    return partial(markdown.markdown, extensions=["attr_list", *configs], extension_configs=configs)


def test_an_activity_is_there_before_python_is(show):
    html = show("```activity\n00-sample/colors\n```")
    assert (
        'id="colors-activity"' in html and 'data-state="static"' in html and 'data-activity="00-sample/colors"' in html
    )
    assert "A flame." in html and "Bright red" in html


def test_an_activity_stands_in_an_indented_block_too(show):
    assert 'id="colors-activity"' in show("- item\n\n    ```activity\n    00-sample/colors\n    ```")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("```activity\n00-sample/none\n```", "there is no definition `00-sample/none` below quizzes/"),
        ("```figure\nnone\n```", "there is no content/figures/none.svg"),
    ],
)
def test_a_fence_that_cannot_be_filled_stops_the_build_and_says_why(show, text, words):
    with pytest.raises(SuperFencesException, match=re.escape(words)):
        show(text)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("draw: 2", "draw: two", ":7:1: shape: this should be a whole number"),
        ("bin: blue", "bin: bleu", "00-sample/colors"),
        ("[someone1900]", "[nobody]", "nobody"),
        ("draw: 2", "draw: [", "colors.sorter.yml"),
    ],
)
def test_a_wrong_definition_never_shows_as_a_block_of_code(show, course, old, new, words):
    course.write(FILE, GOOD.replace(old, new, 1))
    with pytest.raises(SuperFencesException, match=re.escape(words)):
        show("```activity\n00-sample/colors\n```")


def test_an_engine_that_fails_stops_the_build(show, monkeypatch):
    def fail(data):
        raise RuntimeError("out of cards")

    monkeypatch.setattr(fences, "KINDS", {"sorter": type("Kind", (), {"load": staticmethod(fail)})})
    with pytest.raises(SuperFencesException, match="out of cards"):
        show("```activity\n00-sample/colors\n```")


def test_outside_a_course_there_is_nothing_to_show(show, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    with pytest.raises(SuperFencesException, match="no mkdocs.yml"):
        show("```figure\nnone\n```")


def test_a_figure_is_drawn_into_the_page(show, course):
    course.write("content/figures/wheel.svg", SVG)
    course.write("content/figures/wheel-tall.svg", SVG)
    html = show("```figure\nwheel\n<b>Figure 1.</b> A wheel.\n```")
    assert html.count("<svg ") == 2 and 'class="st-broad ' in html and 'class="st-tall ' in html
    assert "<figcaption><b>Figure 1.</b> A wheel.</figcaption>" in html
    assert "<?xml" not in html and "drawn by hand" not in html and "\n\n" not in html


def test_ids_of_a_drawing_are_to_be_its_own(show, course):
    course.write("content/figures/wheel.svg", SVG.replace('"t"', '"wheel-t"'))
    found = [line for line in course.findings() if "wheel.svg" in line]
    assert (
        len(found) == 2 and "content/figures/wheel.svg:3:" in found[0] and "figure-id: the id `d` may stand" in found[0]
    )


def test_references_list_what_is_cited_and_where(show):
    html = show("```references\n```")
    assert '<li id="someone1900"><span>Someone, A. 1900. <cite>A Book</cite>. P.</span>' in html
    assert '<a href="root:lessons/00-sample/index.html">Sample</a>' in html
    assert '<a href="root:lessons/00-sample/index.html#colors-activity">Colors</a>' in html


def test_references_are_in_the_order_of_names_and_leave_out_what_nobody_cites(show, course):
    course.write(
        "content/references.bib",
        "".join(
            f"@book{{{key}, author={{{name}}}, title={{T}}, year={{1900}}}}\n"
            for key, name in [("someone1900", "Zed, A."), ("other", "{\\c{C}}edilla, B."), ("uncited", "Brown, C.")]
        ),
    )
    course.change(PAGE, "Fire is red [@someone1900]", "Fire is red [@someone1900; @other, p. 3] `[@uncited]`")
    html = show("```references\n```")
    assert re.findall(r'<li id="(\w+)"', html) == ["other", "someone1900"]


def test_a_work_cited_only_by_an_activity_that_no_page_shows_is_still_listed(show, course):
    course.write(PAGE, "# Empty\n")
    html = show("```references\n```")
    assert '<li id="someone1900">' in html and "Cited in" not in html


def test_mkdocs_leaves_links_from_the_root_alone(course, monkeypatch, caplog):
    monkeypatch.chdir(course.root)
    course.write(
        "content/index.md",
        "# Home\n\n[Lesson](lessons/00-sample/index.md#red) and [far](root:references.html#someone1900)\n",
    )
    course.write("content/references.md", "# References\n\n```references\n```\n")
    course.change(PAGE, "Fire is red", "Fire is [red](../../index.md)")
    course.write(
        "mkdocs.yml",
        "site_name: Sample\ndocs_dir: content\nuse_directory_urls: false\ntheme: {name: null, custom_dir: theme}\nplugins: []\n"
        "exclude_docs: '*.bib'\nmarkdown_extensions:\n  - attr_list\n  - interactive.authoring.citations\n"
        "  - pymdownx.superfences:\n      custom_fences:\n"
        + "".join(
            f"        - name: {name}\n          class: {name}\n          format: !!python/name:interactive.authoring.fences.{name}\n"
            for name in ("activity", "figure", "references")
        ),
    )
    course.write("theme/main.html", "{{ page.content }}")
    build(load_config(str(course.root / "mkdocs.yml"), strict=True))
    home = (course.root / "site/index.html").read_text()
    lesson = (course.root / "site/lessons/00-sample/index.html").read_text()
    assert 'href="root:references.html#someone1900"' in home and 'href="lessons/00-sample/index.html#red"' in home
    assert 'href="root:references.html#someone1900">Someone 1900</a>' in lesson and 'href="../../index.html"' in lesson
    assert 'id="colors-activity"' in lesson and 'id="someone1900"' in (course.root / "site/references.html").read_text()
    assert not [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]
