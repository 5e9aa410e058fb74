"""The timeline: its data keep their rules, and its page has every entry once, in order, with its anchor, its lane and its sources."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pymdownx.superfences import SuperFencesException

from interactive.authoring import fences
from interactive.authoring.moments import Moment, moment, said
from interactive.authoring.project import Project
from interactive.authoring.strip import PLANS, STEP, packed
from interactive.authoring.timeline import KINDS, LANES, REGIONS, anchors_of, compile_timeline
from tests.authoring.conftest import ROOT

FILE = "content/timeline.yml"
WORDS = "Five " * 20
TIMELINE = f"""\
version: 1
entries:
  - id: later
    date: 1993-09-13
    title: Later <b>things</b>
    text: {WORDS}*and* <i>more</i> & more.
    lane: both
    region: africa
    kind: talks
    lessons: [00-sample]
    cite: [someone1900]
  - id: earlier
    date: 1993
    title: Earlier "things"
    text: {WORDS}
    lane: official
    region: world
    kind: law
    lessons: [00-sample]
    cite: [someone1900]
  - id: first
    date: 1899-05-18
    until: 1899-05-20
    title: First things
    short: One & so
    text: {WORDS}
    lane: unofficial
    region: world
    kind: idea
    lessons: [00-sample]
    cite: [someone1900]
"""


@pytest.fixture
def show(course, monkeypatch):
    monkeypatch.chdir(course.root)

    def shown(text: str = TIMELINE, name: str = "timeline") -> str:
        course.write(FILE, text)
        return getattr(fences, name)("<b>A caption.</b>" if name == "timeline" else "", "", "", {}, None)

    return shown


# ---- dates


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("1899", None, "1899"),
        (1969, 1972, "1969–72"),
        ("1999", "2003", "1999–2003"),
        ("1960-10", None, "Oct. 1960"),
        ("1993-09-13", "1993-09-13", "13 Sept. 1993"),
        ("1987-07-09", "1987-07-12", "9–12 July 1987"),
        ("2014-04", "2014-07-31", "April – 31 July 2014"),
        ("1990-07", "1992-10-04", "July 1990 – 4 Oct. 1992"),
        ("1915-12-04", "1916", "4 Dec. 1915 – 1916"),
    ],
)
def test_dates_are_said_as_exactly_as_they_are_known(first, last, words):
    assert said(moment(first), moment(last)) == words


@pytest.mark.parametrize(
    "written", ["", "99", "1993-13", "1993-00", "1993-02-30", "1993-9", "13 May", "1993-01-00", None]
)
def test_what_is_no_date_is_none(written):
    assert moment(written) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_goes_through_its_written_form(day):
    assert moment(day.isoformat()) == Moment(day.year, day.month, day.day)
    assert moment(moment(day.isoformat()).iso) == moment(day.isoformat())


# ---- the check


def test_a_good_timeline_has_no_findings(course):
    course.write(FILE, TIMELINE)
    assert course.findings() == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("version: 1", "version: 2", ":1:1: shape: this should be 1"),
        ("    lane: both\n", "", ":3:5: shape: `lane` is missing"),
        ("lane: both", "lane: boht", ":7:5: shape: `boht` is not known here; did you mean `both`?"),
        ("region: africa", "region: asia", "shape: `asia` is not known here"),
        ("date: 1993\n", "date: [1993]\n", ":13:5: shape: this should be text or a whole number, not a list"),
        ("date: 1993-09-13", "date: 13 Sep 1993", ":4:5: wrong-date: `13 Sep 1993` is no date; write a year"),
        ("date: 1993-09-13", "date: 2026-11-25", ":4:5: wrong-date: 2026-11-25 lies ahead of today"),
        ("until: 1899-05-20", "until: 1899-05-01", "wrong-date: it ends in 1899-05-01, before it begins"),
        ("id: later", "id: first", "duplicate-id: `t-first` is used already"),
        (
            "lessons: [00-sample]",
            "lessons: [00-simple]",
            ":10:15: unknown-lesson: there is no lesson content/lessons/00-simple",
        ),
        (
            "cite: [someone1900]",
            "cite: [someone190]",
            ":11:12: unknown-cite: content/references.bib has no `someone190`",
        ),
        ("title: First things", f"title: {'word ' * 10}", "entry-length: 10 words; `title` takes 9 at most"),
        (
            f"text: {WORDS}\n    lane: official",
            "text: Too short.\n    lane: official",
            "entry-length: 2 words; `text` takes 20 to 55",
        ),
        ("*and*", "[and](#here)", "unresolved-link: `#here` is lost on other pages"),
        ("title: First", "title: First: a", ": yaml: a colon with a space after it starts a value"),
    ],
)
def test_one_mistake_one_finding_with_its_place(course, old, new, finding):
    course.write(FILE, TIMELINE.replace(old, new, 1))
    found = course.findings()
    assert any(line.startswith(FILE) and finding in line for line in found), found


def test_today_is_not_ahead_of_today(course):
    course.write(FILE, TIMELINE.replace("1993-09-13", "2026-11-24", 1))
    assert course.findings() == []


def test_a_link_to_an_entry_or_to_one_filter_is_known_and_another_is_not(course):
    course.write(FILE, TIMELINE)
    course.write("content/timeline.md", "# Timeline\n\n```timeline\n```\n")
    good = " ".join(f"[x](timeline.md#{name})" for name in ("t-later", "region=africa", "kind=law", "lesson=00-sample"))
    course.write("content/index.md", f"# Home\n\n{good} [y](timeline.md#t-latter)\n")
    found = course.findings()
    assert len(found) == 1 and "content/timeline.md has no anchor #t-latter; did you mean #t-later?" in found[0]


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.one_of(
        st.text(max_size=100),
        st.lists(st.sampled_from(TIMELINE.splitlines(keepends=True)), max_size=20).map("".join),
        st.sampled_from(["[]", "{}", "3", "[{}]", "[[a]]", "null"]).map("version: 1\nentries: {}".format),
    )
)
def test_no_timeline_makes_the_check_raise(course, text):
    course.write(FILE, text)
    course.findings()


# ---- the page


class Page(HTMLParser):
    """What the tests look at: ids, links, items of the list with their attributes, and whether every tag is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.items: list[dict[str, str | None]] = []
        self.open: list[str] = []
        self.feed(html)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids += [values["id"]] if values.get("id") else []
        self.links += [values["href"]] if tag == "a" and values.get("href") else []
        self.items += [values] if tag == "li" else []
        self.open += [tag] if tag != "input" else []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_entries_stand_in_the_order_of_time_each_with_its_anchor_and_its_lane(show):
    html = show()
    page = Page(html)
    assert [name for name in page.ids if name.startswith("t-")] == ["t-first", "t-earlier", "t-later"]
    assert [item["data-lane"] for item in page.items] == ["unofficial", "official", "both"]
    assert re.findall(r'<time datetime="([^"]+)">([^<]+)</time>', html) == [
        ("1899-05-18", "18–20 May 1899"),
        ("1993", "1993"),
        ("1993-09-13", "13 Sept. 1993"),
    ]
    assert "Both tracks · Talks or agreement · Africa" in html


def test_every_entry_leads_to_its_sources_and_its_lessons(show):
    page = Page(show())
    assert page.links.count("root:references.html#someone1900") == 3
    assert page.links.count("root:lessons/00-sample/index.html") == 3


def test_authors_words_are_text_and_never_markup(show):
    html = show()
    assert "<b>things" not in html and "Later &lt;b&gt;things&lt;/b&gt;" in html and "Earlier “things”" in html
    assert "<i>more" not in html and "<em>and</em>" in html
    assert "<tspan>One &amp; so</tspan>" in html


def test_the_caption_is_the_body_of_the_fence(show):
    assert "<figcaption><b>A caption.</b></figcaption>" in show()


def test_each_drawing_has_a_mark_for_each_entry_and_words_for_the_ear(show):
    html = show()
    for plan in PLANS:
        (drawing,) = re.findall(rf'<svg class="st-strip st-{plan.name}".*?</svg>', html, re.DOTALL)
        assert re.findall(r'<a href="#([^"]+)"', drawing) == ["t-first", "t-earlier", "t-later"]
        assert re.findall(r'tabindex="(-?\d)"', drawing) == ["0", "-1", "-1"]
        assert "<title>18–20 May 1899: First things. Unofficial track</title>" in drawing
        assert "3 entries from 1899 to 1993: 1 on the official track" in drawing
        assert "#" not in re.sub(r'href="#[^"]+"', "", drawing)  # no color but the theme's


def test_the_boxes_are_hidden_until_a_script_brings_them_to_life(show):
    html = show()
    assert re.search(r"<form[^>]* hidden>", html) and html.count('<input type="checkbox"') == 2 + 3 + 1
    assert 'value="europe"' not in html  # nothing would be found by it


def test_the_references_lead_back_to_the_entry(show):
    html = show(name="references")
    assert '<a href="root:timeline.html#t-later">Timeline, 1993</a>' in html


@pytest.mark.parametrize(
    ("old", "new"), [("lane: both", "lane: none"), ("[someone1900]", "[nobody]"), ("[00-sample]", "[99-none]")]
)
def test_a_wrong_entry_stops_the_build_and_says_where_to_look(show, old, new):
    with pytest.raises(SuperFencesException, match="course check"):
        show(TIMELINE.replace(old, new, 1))


# ---- the real one


@pytest.fixture(scope="module")
def real():
    return compile_timeline(ROOT)


def test_labels_and_schema_know_the_same_words(course):
    text = (ROOT / "quizzes/schema/timeline.schema.json").read_text(encoding="utf-8")
    lists = [set(re.findall(r'"([a-z-]+)"', block)) for block in re.findall(r'"enum": \[(.*?)\]', text, re.DOTALL)]
    assert lists == [set(LANES), set(REGIONS), set(KINDS)]


def test_the_timeline_is_as_long_and_as_broad_as_was_promised(real):
    assert len(real) >= 30 and real[0].first.year == 1899 and real[-1].first.year >= 2023
    assert {entry.region for entry in real} == set(REGIONS) and {entry.kind for entry in real} == set(KINDS)
    assert {lesson[:2] for entry in real for lesson in entry.lessons} == {f"{number:02}" for number in range(8)}
    assert sum(entry.lane == "official" for entry in real) >= 8


def test_no_anchor_of_the_real_page_stands_twice(real, monkeypatch):
    monkeypatch.chdir(ROOT)
    page = Page(fences.timeline("", "", "", {}, None))
    assert len(set(page.ids)) == len(page.ids)
    assert {entry.anchor for entry in real} <= set(page.ids) & anchors_of(Project(ROOT, date(2026, 11, 24)).timeline)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
@pytest.mark.parametrize("side", [0, 1])
def test_no_mark_lies_on_another_and_none_off_the_paper(real, plan, side):
    entries = [entry for entry in real if (entry.lane == "official") is (side == 0)]
    marks = packed(entries, plan, side, (1899, real[-1].first.year + 1))
    spots = [(mark.along, mark.row * STEP) for mark in marks]
    for place, (along, across) in enumerate(spots):
        assert STEP / 2 <= along <= plan.rails - STEP / 2
        assert all(abs(along - other) >= STEP - 0.01 or across != row for other, row in spots[:place])
    if plan.upright:  # a telephone is 340 units wide
        assert max(mark.reach for mark in marks) <= (3, 8)[side]
