"""Citations and references, on the real bibliography: every one of its works can be cited and printed."""

import os
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
        ("destreefox2021", "d’Estrée and Fox 2021"),
        ("jones2015", "Jones 2015a"),
        ("jones2015gb", "Jones 2015b"),
        ("hdwharton", "Centre for Humanitarian Dialogue n.d.-a"),
        ("kettering2010", "Kettering Foundation 2010"),
        ("iprmanoa", "University of Hawaiʻi at Mānoa Library n.d."),
        ("dupreez2017", "du Preez 2017"),
        ("usc953", "18 U.S.C. § 953"),
        ("usc953current", "18 U.S.C. §§ 11, 951, 953, 2339A"),
        ("rediff2010", "‘India, Pak Must Restrict Nuclear Arms… 2010"),
        ("lat1989", "Israeli Activist Jailed for Meeting Arafat 1989"),
    ],
)
def test_labels_read_as_citations_do(works, key, label):
    assert works.label(key) == label


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ("fisher1972", "Fisher, Ronald J. 1972. “Third Party Consultation"),  # one full stop after an initial
        ("burton1990b", "Burton, John W. (ed.). 1990b. <cite>"),
        ("azarburton1986", "Azar, Edward E. and John W. Burton (eds.). 1986."),
        ("davidsonmontville1981", "<cite>Foreign Policy</cite>, no. 45: 145–157."),
        ("kelman1996", "edited by Chester A. Crocker, Fen Osler Hampson and Pamela Aall, 501–519."),
        ("miall2004", "In <cite>Berghof Handbook</cite>. Berghof."),
        ("pruitt2005", "<cite>Whither Ripeness Theory?</cite> Working Paper 25."),
        ("dover2013", "Master’s thesis. American University."),
        ("diamondmcdonald1996", "3rd ed. West Hartford, CT: Kumarian Press."),
        ("destree2001", "“Changing the Debate about ‘Success’ in Conflict Resolution Efforts.”"),
        ("pakistantoday2012", "in Bangkok.” 2012. Pakistan Today, 18 December 2012."),
        ("vladeck2024", "Vladeck, Steve. 2024. [Statement on the Logan Act, 20 August 2024]."),
        ("chataway2002", "What Is the Role of the Facilitator?” <cite>"),
        ("nandruckman2009", "Is There a Track 1½?"),
        ("csn2023", "Charity &amp; Security Network. 2023."),
    ],
)
def test_references_read_as_a_list_of_works_does(works, key, printed):
    assert printed in works.html(key)


def test_no_reference_has_a_stray_stop_quote_or_entity(works):
    for key in works.entries:
        html = works.html(key).split("<a ")[0]
        assert not re.search(r"\.\.|\?\.|\.”\.| [.,]|  |[`'\"]|&(?!amp;)", html), (key, html)


def test_a_bibliography_is_read_again_when_it_changes(tmp_path):
    path = tmp_path / "works.bib"
    path.write_text("@book{one, author={One, A.}, title={T}, year={2001}}\n")
    assert load(path) is load(path)
    path.write_text("@book{two, author={Two, B.}, title={T}, year={2002}}\n")
    os.utime(path, ns=(1, 1))
    assert list(load(path).entries) == ["two"]


def test_a_reference_has_author_year_title_and_link(works):
    html = works.html("destreefox2021")
    assert html.startswith("d’Estrée, Tamra Pearson and B. B. Fox. 2021.")
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
