"""What is drawn of an assignment: the student's checklist, the bar, the notes, the instructor's page, the sheet, the report."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interactive.activities import KINDS
from interactive.kernel.html import plain
from interactive.kernel.score import Score, Unscorable
from interactive.record.assigning.account import Account, account
from interactive.record.assigning.code import code_html, code_svg
from interactive.record.assigning.draw_assign import LONG_FOR_MAIL, Made, assign_html, length_said, sheet_html
from interactive.record.assigning.draw_checklist import (
    Checklist,
    bar_html,
    checklist_html,
    empty_html,
    refused_html,
    sum_said,
)
from interactive.record.assigning.draw_report import part_html, report_html
from interactive.record.assigning.expanding import expand
from interactive.record.assigning.fitting import asked
from interactive.record.assigning.fragment import read, write
from interactive.record.assigning.model import Assignment, Task
from interactive.record.assigning.notes import OTHER, WAITING, note_of
from interactive.record.assigning.rows import rows
from interactive.record.assigning.standing import standings
from interactive.record.assigning.told import Line, told
from interactive.record.assigning.words import asked_said, level_said
from interactive.record.replay import replay
from interactive.record.summary import Loaded
from tests.activities.casefile_sample import sample as casefile
from tests.activities.plan_sample import DATA as PLAN
from tests.activities.quiz_sample import quiz
from tests.activities.roleplay_sample import SAMPLE, opened
from tests.activities.test_memo import DATA as MEMO
from tests.activities.test_profile import DATA as PROFILE
from tests.activities.test_reading import DATA as LESSON
from tests.conftest import sorter_data
from tests.record.assign_sample import BANK, DONE, ITEMS, READ, SORT, attempt, course
from tests.record.told import NOW, ONE, summary

COURSE = course()
PLAN_WHO = plain(PLAN["slots"][0]["options"][0]["text"])
EVIL = '<script>alert("x")</script>'


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def tags(html):
    parser = Tags()
    parser.feed(html)
    return parser.found


def stood(*tasks, name="Ada", made=(), told_=()):
    summaries = {one.id: one for one in told_}
    return standings(tasks, name, {}, COURSE, made, summaries)


def came(name="a-1", ref=SORT, raw=3.0, finished=True, **more):
    score = {"raw": raw, "max": 4.0, "scaled": raw / 4, "answered": 4, "items": 4, "objectives": {}}
    return summary(id=name, ref=ref, finished=finished, **{"score": score, **more})


def page(*tasks, title="Week 2", **more):
    found = stood(*tasks, **{key: value for key, value in more.items() if key in ("name", "made", "told_")})
    drawn = rows(found, COURSE)
    waiting = any(one.waiting for one in found)
    return checklist_html(
        Checklist(
            Assignment(title, more.get("note", ""), "Monday", tasks), drawn, more.get("unknown", ()), "Ada", "", waiting
        )
    )


def test_a_task_is_to_do_then_begun_then_done():
    task = Task(SORT, attempts=2, seed=7)
    other = attempt(SORT, DONE, name="a-9", seed=3)  # other cards
    assert [one.state for one in stood(task, made=[other], told_=[came("a-9")])] == ["to-do"]
    one = attempt(SORT, DONE)
    assert [it.state for it in stood(task, made=[one], told_=[came(finished=False)])] == ["begun"]
    done = stood(task, made=[one, other], told_=[came(), came("a-9")])[0]
    assert done.state == "done" and done.attempts == ("a-1",) and done.beyond == 1
    assert isinstance(done.score, Score) and done.score.raw == 3


def test_the_best_attempt_is_shown_and_the_rest_was_practice():
    task = Task(SORT, attempts=2, seed=7)
    made = [attempt(SORT, DONE, name=f"a-{at}", started=at) for at in (1, 2, 3)]
    found = rows(stood(task, made=made, told_=[came("a-1", raw=1), came("a-2", raw=3), came("a-3", raw=4)]), COURSE)[0]
    assert found.far == "3 of 4" and found.used == "2 of 2 attempts used, and 1 for practice"
    last = rows(
        stood(Task(SORT, counts="last", seed=7), made=made[:2], told_=[came("a-1", raw=3), came("a-2", raw=1)]), COURSE
    )
    assert last[0].far == "1 of 4" and last[0].used == "2 attempts"


def test_the_checklist_says_what_is_asked_and_leads_to_each_place():
    html = page(Task(READ), Task(SORT, attempts=1, seed=7, settings={"mode": "check"}), Task(BANK), note="Read first.")
    links = [attrs["href"] for tag, attrs in tags(html) if tag == "a"]
    assert links == ["root:one.html", "root:one.html#sort", "root:one.html#bank"]
    words = plain(html)
    for said in (
        "Week 2",
        "Due: Monday",
        "Read first.",
        "Read: Colors",
        "about 10 minutes",
        "all cards marked together",
    ):
        assert said in words
    assert "1 attempt" in words and "0 of 3 done. About 32 minutes for the rest." in words and "no proof" in words


def test_the_single_items_of_a_lesson_stand_in_one_row():
    made = [attempt(ITEMS[0], {"type": "check"}, seed=0)]
    found = rows(stood(*(Task(ref) for ref in ITEMS), made=made, told_=[came(ref=ITEMS[0], raw=4.0)]), COURSE)
    assert len(found) == 1 and found[0].title == "2 items in the text of lesson 1"
    assert found[0].state == "begun" and found[0].href == f"root:one.html#{ITEMS[1]}"
    assert found[0].far.startswith("1 of 2 answered")


def test_a_whole_lesson_is_spelled_out():
    tasks = expand(Assignment(tasks=(Task(ONE),)), COURSE).tasks
    assert [row.kind for row in rows(stood(*tasks), COURSE)] == [
        "Reading",
        "Sorter",
        "Quiz",
        "One after the other, as you read",
    ]


def test_how_far_a_reading_went_is_said_and_needs_no_attempts():
    one = came(ref=READ, kind="reading", finished=False, score={"unscorable": "1 of 2 sections read"})
    row = rows(stood(Task(READ), made=[attempt(READ, {"type": "reached", "section": "red"})], told_=[one]), COURSE)[0]
    assert row.far == "1 of 2 sections read" and row.used == ""


def test_the_sum_and_the_bar():
    done = stood(Task(SORT), made=[attempt(SORT, DONE)], told_=[came()])
    drawn = rows([*done, *stood(Task(BANK))], COURSE)
    assert sum_said(drawn) == "1 of 2 done. About 12 minutes for the rest." and sum_said(drawn[:1]) == "Done."
    assert plain(bar_html("Week 2", drawn)) == "Week 2: 1 of 2 done. Back to the checklist"
    assert plain(bar_html("", drawn[:1])) == "Your assignment: 1 of 1 done. Hand it in"
    assert 'href="root:assignment.html"' in bar_html("x", drawn)


def test_a_name_is_asked_for_first_where_cards_follow_from_it():
    assert "your cards follow from it" in plain(page(Task(SORT, each=True), name=""))
    assert "your cards follow from it" not in plain(page(Task(SORT, each=True), name="Ada"))


def test_what_the_link_asks_and_the_course_has_not_is_said():
    words = plain(page(Task(SORT), unknown=("01-colors/gone",)))
    assert "no “01-colors/gone”; ask your instructor" in words and "Sorting" in words
    assert "asks for nothing that is here" in plain(page(unknown=("x",)))
    assert "Hand in" not in plain(page())


@pytest.mark.parametrize(
    ("made", "following"),
    [
        (0, "Assigned: attempt 1 of 2."),
        (1, "Assigned: attempt 2 of 2."),
        (2, "Your 2 attempts are made, so this is practice"),
    ],
)
def test_at_the_activity_it_is_said_whether_the_round_counts(made, following):
    attempts = [attempt(SORT, DONE, name=f"a-{at}", started=at) for at in range(made)]
    note = note_of(stood(Task(SORT, attempts=2, seed=7), made=attempts)[0])
    assert note["next"].startswith(following)
    assert note["ids"] == {f"a-{at}": f"Assigned: attempt {at + 1} of 2." for at in range(made)}
    assert note["rest"] == OTHER if made < 2 else "practice" in note["rest"]


def test_notes_of_one_attempt_of_any_number_and_of_a_name_to_come():
    assert note_of(stood(Task(SORT, attempts=1))[0])["next"] == "Assigned: one attempt counts, and this is it."
    one = note_of(stood(Task(SORT, attempts=1), made=[attempt(SORT, DONE)])[0])
    assert one["rest"].startswith("Your one attempt is made")
    assert note_of(stood(Task(SORT))[0])["next"] == "Assigned to you."
    assert note_of(stood(Task(SORT, each=True), name="")[0]) == {"ids": {}, "next": WAITING, "rest": WAITING}


def test_settings_are_said_in_words():
    task = Task(BANK, attempts=2, counts="first", settings={"count": "1", "level": "2", "objectives": "c-tell+x"})
    assert asked_said(task, "quiz", {"c-tell": "tell colors"}) == [
        "1 item",
        "to apply",
        "on how to tell colors; x",
        "2 attempts, the first counts",
    ]
    assert level_said("1-3") == "to recall and to apply and to judge" and level_said("7") == "level 7"
    assert asked_said(Task(SORT, settings={"mode": "opera", "count": "3"}), "sorter", {}) == []


def test_hostile_words_are_shown_as_words():
    evil = read(write(Assignment(EVIL, EVIL, EVIL, (Task(SORT),))) + f"&do={EVIL}")
    drawn = rows(stood(Task(SORT)), COURSE)
    made = Made(evil, f'https://x/"><b>#{write(evil)}', "", drawn, (EVIL,))
    for html in (
        checklist_html(Checklist(evil, drawn, (EVIL,), EVIL, EVIL, False)),
        bar_html(EVIL, drawn),
        refused_html(EVIL),
        assign_html(made, COURSE),
        sheet_html(made),
        report_html(
            evil,
            EVIL,
            EVIL,
            NOW,
            0,
            drawn,
            [part_html(EVIL, Account(("a",), (Unscorable(EVIL),), 0, (Line(EVIL, EVIL, EVIL),)))],
        ),
        code_html("", EVIL),
    ):
        assert EVIL in plain(html) or EVIL in str(tags(html))
        assert "<script" not in html


def test_the_page_without_a_link_and_with_a_bad_one():
    assert "Open the link that your instructor sent" in plain(empty_html())
    assert "no assignment" in plain(refused_html("This link carries no assignment."))


def made(*tasks, code=""):
    draft = Assignment("Week 2", "", "", tasks)
    drawn = rows(standings(expand(draft, COURSE).tasks, "", {}, COURSE, [], {}), COURSE)
    return Made(draft, f"https://example.edu/a.html#{write(draft)}", code, drawn)


def test_the_instructors_page_offers_what_each_activity_takes():
    html = assign_html(made(Task(SORT, seed=7), Task(BANK, attempts=1, settings={"level": "2-3"})), COURSE)
    found = {attrs["id"]: attrs for _, attrs in tags(html) if "id" in attrs}
    assert "checked" in found["pick-01-colors--sort"] and "checked" not in found["pick-01-colors"]
    assert {"set-01-colors--sort-mode", "set-01-colors--sort-seed", "set-01-colors--sort-counts"} <= set(found)
    assert "set-01-colors--bank-mode" not in found and "set-01-colors--bank-counts" not in found
    assert found["set-01-colors--bank-count"]["max"] == "4" and "checked" in found["set-01-colors--bank-c-mix"]
    assert "set-01-colors--reading-attempts" not in found
    assert found["assign-link"]["value"].endswith(
        "#" + write(made(Task(SORT, seed=7), Task(BANK, attempts=1, settings={"level": "2-3"})).draft)
    )
    assert "2 tasks, about 22 minutes in all." in plain(html) and "02-sounds" not in html  # a lesson in the making


def test_every_id_of_the_instructors_page_is_its_own():
    html = assign_html(made(Task(ONE, seed=7), *(Task(ref, seed=7) for ref in (READ, SORT, BANK, *ITEMS))), COURSE)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_long_link_says_what_may_become_of_it():
    assert length_said("x" * 300) == "300 characters: short enough for a mail."
    assert length_said("x" * (LONG_FOR_MAIL + 1)).startswith("1,801 characters: some mail programs")


def test_the_code_is_drawn_and_a_link_without_room_has_none():
    svg = code_svg("https://example.edu/assignment.html#v=1&do=01-colors")
    assert svg.startswith("<svg") and "#000" in svg and "style=" not in svg
    html = sheet_html(made(Task(SORT), code=svg))
    assert 'role="img"' in html and "Week 2" in plain(html) and "Sorting" in plain(html)
    assert code_svg("x" * 3000) == ""
    assert "too long for a QR code" in plain(assign_html(made(Task(SORT)), COURSE))


def test_the_code_is_drawn_where_python_is_without_its_xml(monkeypatch):
    """In the browser the standard library has no `xml`, which the library borrows two functions of."""
    import sys

    for name in [one for one in sys.modules if one.split(".")[0] in ("segno", "xml")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "xml", None)
    assert code_svg("https://example.edu/a").startswith("<svg")
    assert sys.modules.get("xml") is None and "xml.sax.saxutils" not in sys.modules


def test_what_counts_is_replayed_for_the_report():
    data = sorter_data()
    activity = KINDS["sorter"]
    definition = activity.load(data)
    names = list(activity.start(definition, seed=7).slips)
    right = {"type": "place", "card": names[0], "bin": definition.cards[names[0]].bin}
    one = attempt(SORT, {"type": "hint", "card": names[1]}, name="a-1")
    two = attempt(SORT, right, {"type": "finish"}, name="a-2", started=9000)
    done = account(
        asked(Task(SORT, seed=7), ""), [two, one, attempt(SORT, right, seed=3)], {"d": Loaded(activity, definition)}
    )
    assert done.ids == ("a-1", "a-2") and done.best == 1 and isinstance(done.score, Score) and done.score.raw == 1
    label = definition.bins[right["bin"]].label
    assert done.lines[0].said == label and done.lines[0].mark == "Fits" and done.lines[1].said == "Not answered"
    html = part_html("Sorting", done)
    assert "1 of 6, attempt 2 of 2" in plain(html) and f"{label} Fits" in plain(html)


def test_an_attempt_at_a_version_that_is_gone_is_told_as_that():
    done = account(asked(Task(SORT), ""), [attempt(SORT, DONE)], {})
    assert done.ids == ("a-1",) and isinstance(done.score, Unscorable) and done.lines == ()
    assert account(asked(Task(SORT), ""), [], {}).best is None and part_html("x", Account((), (), None)) == ""


def test_the_report_says_who_when_what_and_that_it_is_no_proof():
    drawn = rows(stood(Task(SORT), made=[attempt(SORT, DONE)], told_=[came()]), COURSE)
    part = part_html("Memo", Account(("a",), (Unscorable("Kept"),), 0, (Line("Aim", "One.\n\nTwo."),)))
    html = report_html(Assignment("Week 2", due="Monday"), "Ada", "s1", NOW, 0, drawn, [part])
    words = plain(html)
    for said in ("Week 2", "Ada · s1", "4 October 2024", "due: Monday", "Sorting", "3 of 4", "5 minutes", "no proof"):
        assert said in words
    assert "<p>One.</p><p>Two.</p>" in html


def test_answers_to_a_quiz_are_told_in_words():
    definition, activity = quiz(), KINDS["quiz"]
    events = [
        {"type": "pick", "item": "single", "option": "b"},
        {"type": "match", "item": "pairs", "prompt": "a", "target": "x"},
        {"type": "move", "item": "order", "entry": "a", "to": "1"},
        {"type": "fill", "item": "blank", "text": "Track <1.5>"},
        {"type": "pick", "item": "open", "option": "q"},
        {"type": "finish"},
    ]
    state, _ = replay(activity, definition, 0, attempt(BANK, *events).entries)
    lines = {line.about.split()[1]: line for line in told("quiz", definition, state)}
    assert lines["single"].said == "Option b" and lines["single"].mark.startswith("Right")
    assert lines["pairs"].said.startswith("Prompt a → Target x") and lines["pairs"].said.endswith("open")
    assert lines["order"].said.startswith("1. Step a; 2.") and lines["open"].said == "Position q"
    assert lines["blank"].said == "Track <1.5>" and lines["several"] == Line(lines["several"].about, "Not answered", "")


def test_findings_and_reasons_are_told_in_words():
    activity, definition = KINDS["casefile"], casefile()
    name = activity.start(definition, seed=0).name
    events = [
        {"type": "find", "scenario": name, "element": "keeper", "finding": "met"},
        {"type": "write", "scenario": name, "element": "keeper", "text": "She held the key."},
        {"type": "finish"},
    ]
    state, _ = replay(activity, definition, 0, attempt(SORT, *events).entries)
    first = told("casefile", definition, state)[0]
    assert first.said == "Met. She held the key." and first.mark and definition.scenarios[name].title in first.about


def test_a_play_is_told_by_its_decisions_its_ending_and_what_was_written():
    state = opened("a", "a", "c", "a")
    lines = told("roleplay", SAMPLE, state)
    assert lines[0].about.startswith("1. ") and any(line.about == "Ending" for line in lines)
    prompt = next(iter(SAMPLE.debrief.prompts))
    after = (
        KINDS["roleplay"]
        .step(SAMPLE, state, {"type": "reflect", "prompt": prompt, "text": "I was afraid."}, now=1)
        .state
    )
    assert told("roleplay", SAMPLE, after)[-1].said == "I was afraid."


def test_plans_memos_seats_and_readings_are_told_in_words():
    chosen = [{"type": "pick", "slot": "who", "option": "ann"}, {"type": "write", "slot": "why", "text": " Fun. "}]
    assert [line.said for line in lines_of(PLAN, *chosen)] == [PLAN_WHO, "Not answered", "Fun."]
    written = [{"type": "write", "section": "why", "text": "One.\n\nTwo <b>."}]
    assert lines_of(MEMO, *written) == [Line("Why", "One.\n\nTwo <b>."), Line("How", "Not answered")]
    question = PROFILE["questions"][0]
    picked = {"type": "pick", "question": question["id"], "answer": question["answers"][0]["id"]}
    assert lines_of(PROFILE, picked)[0].said == plain(question["answers"][0]["text"])
    read_ = lines_of(LESSON, {"type": "reached", "section": LESSON["sections"][0]["id"]})
    assert [line.said for line in read_][:2] == ["Read", "Not read to its end"]


def lines_of(data, *events):
    activity = KINDS[data["kind"]]
    definition = activity.load(data)
    state, _ = replay(activity, definition, 0, attempt(SORT, *events).entries)
    return told(activity.kind, definition, state)


events_of = st.lists(
    st.dictionaries(st.sampled_from(["type", "card", "bin", "item", "option"]), st.text(max_size=5), max_size=3),
    max_size=5,
)


@given(events_of, st.sampled_from(["sorter", "quiz", "casefile", "roleplay"]))
def test_telling_never_stumbles(events, kind):
    definition = {
        "sorter": KINDS["sorter"].load(sorter_data()),
        "quiz": quiz(),
        "casefile": casefile(),
        "roleplay": SAMPLE,
    }[kind]
    state, _ = replay(KINDS[kind], definition, 0, attempt(SORT, *events).entries)
    assert all(isinstance(line, Line) and line.about for line in told(kind, definition, state))
    assert told("opera", None, None) == []
