"""Terms of the glossary in running text: the first use leads to the glossary and says what the word means."""

import pytest
from markdown import Markdown

GLOSSARY = """
version: 1
terms:
  - id: track-two
    term: Track Two
    also: [second track]
    definition: "Unofficial *dialogue*."
    lesson: 00-sample
    cite: [one]
    reread: {text: x, href: x.md}
  - id: track-two-hard
    term: Hard Track Two
    definition: "With terms."
    lesson: 00-sample
    cite: [one]
    reread: {text: x, href: x.md}
  - {id: broken, term: Broken}
"""


@pytest.fixture
def shown(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    md = Markdown(
        extensions=["attr_list", "interactive.authoring.terms"],
        extension_configs={"interactive.authoring.terms": {"root": str(tmp_path)}},
    )
    return lambda text: md.reset().convert(text)


def test_the_first_use_leads_to_the_glossary_and_says_what_it_means(shown):
    html = shown("We speak of track two here, and of Track Two again, and of the second track.")
    assert html.count("st-gloss") == 1
    assert (
        'href="root:glossary.html#track-two" title="Unofficial dialogue.">track two</a> here, and of Track Two again'
        in html
    )


def test_the_longest_form_wins_and_the_rest_of_the_sentence_stays(shown):
    html = shown("A hard Track Two is not *any* Track Two of theirs.")
    assert html.index("#track-two-hard") < html.index('#track-two"')
    assert "</a> is not <em>any</em> <a" in html and html.endswith("of theirs.</p>")


@pytest.mark.parametrize(
    "text", ["# Track Two", "[Track Two](x.md)", "`Track Two`", "Track Twofold", "re-Track Two-ish", "Broken promises"]
)
def test_headings_links_code_and_other_words_are_left_alone(shown, text):
    assert "st-gloss" not in shown(text)


def test_a_term_may_stand_in_emphasis_and_in_a_list(shown):
    assert shown("- so *Track Two* it is").count("st-gloss") == 1


def test_without_a_glossary_nothing_happens(tmp_path):
    md = Markdown(
        extensions=["interactive.authoring.terms"],
        extension_configs={"interactive.authoring.terms": {"root": str(tmp_path)}},
    )
    assert md.convert("Track Two") == "<p>Track Two</p>"
