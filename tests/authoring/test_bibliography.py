"""Citations and references, on the real bibliography: every one of its works can be cited and printed."""

import re

import markdown
import pytest

from interactive.authoring.bibliography import load
from interactive.authoring.citations import keys_in
from tests.authoring.conftest import ROOT

BIB = ROOT / "content" / "references.bib"


@pytest.fixture(scope="module")
def works():
    return load(BIB)


def test_every_work_prints_without_a_trace_of_latex(works):
    for key in works.entries:
        text = works.label(key) + works.html(key)
        assert not re.search(r"[{}\\]|--|``", re.sub(r'href="[^"]*"|>[a-z.]+/[^<]*<', "", text)), (key, text)


def test_notes_of_verification_are_never_shown(works):
    for key in works.entries:
        assert "verified" not in works.html(key), key


def test_labels_tell_works_apart(works):
    labels = [works.label(key) for key in works.entries]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("davidsonmontville1981", "Davidson and Montville 1981"),
        ("agha2003", "Agha et al. 2003"),
        ("fisher1997", "Fisher 1997"),
        ("destreefox2021", "d'Estrée and Fox 2021"),
    ],
)
def test_labels_read_as_citations_do(works, key, label):
    assert works.label(key).replace("’", "'") == label


def test_a_reference_has_author_year_title_and_link(works):
    html = works.html("destreefox2021")
    assert html.startswith("d&#x27;Estrée, Tamra Pearson and B. B. Fox. 2021.")
    assert "<cite>International Negotiation</cite> 26(1): 5–38." in html
    assert '<a href="https://doi.org/10.1163/15718069-bja10028">doi:10.1163/15718069-bja10028</a>' in html


def test_a_work_without_author_is_cited_by_its_title(works):
    assert works.label("hlp2010") == "Holder v. Humanitarian Law Project 2010"


def test_the_list_is_in_the_order_in_which_one_looks(works):
    order = works.order(["fisher1997", "destreefox2021", "agha2003"])
    assert order == ["agha2003", "destreefox2021", "fisher1997"]


def render(text):
    return markdown.markdown(
        text,
        extensions=["interactive.authoring.citations"],
        extension_configs={"interactive.authoring.citations": {"bibliography": str(BIB)}},
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("So [@fisher1997].", '(<a class="st-citation" href="root:references.html#fisher1997">Fisher 1997</a>)'),
        ("[@fisher1997, p. 7]", "Fisher 1997</a>, p. 7)"),
        (
            "[@fisher1997; @agha2003, ch. 2]",
            'Fisher 1997</a>; <a class="st-citation" href="root:references.html#agha2003">Agha et al. 2003</a>, ch. 2)',
        ),
        ("[@nobody1900]", "(<mark>@nobody1900?</mark>)"),
        ("`[@fisher1997]`", "<code>[@fisher1997]</code>"),
        ("[text](a.html) and x@y.org", '<a href="a.html">text</a> and x@y.org'),
    ],
)
def test_citations_in_markdown(written, shown):
    assert shown in render(written)


def test_keys_are_found_with_their_place():
    assert list(keys_in("a [@one, p. 3; @two]\n`[@three]`")) == [("one", 3), ("two", 15)]
