from interactive.kernel.score import Score, Unscorable
from interactive.record.view import Line, record_html

DAY = 86_400_000


def line(**changes):
    values = {
        "title": "Four families",
        "href": "l/index.html#x",
        "last": 20_000 * DAY,
        "score": Score(5.5, 12, 8, 12),
        "finished": False,
        "current": True,
    }
    return Line(**{**values, **changes})


def test_an_empty_record_says_what_will_stand_here_and_offers_nothing_to_delete():
    html = record_html([])
    assert "Nothing yet" in html and "Delete" not in html and "Add a saved copy" in html


def test_an_attempt_is_a_row_with_its_link_its_standing_and_its_day():
    html = record_html([line()])
    assert '<a href="l/index.html#x">Four families</a>' in html
    assert "8 of 12 answered, 5½ of 12 points so far" in html
    assert "4 October 2024" in html


def test_the_latest_stands_first_and_old_versions_say_so():
    html = record_html([line(title="Older", last=1), line(title="Newer", current=False)])
    assert html.index("Newer") < html.index("Older")
    assert html.count("an earlier version") == 1


def test_what_is_finished_or_only_begun_is_said():
    assert "Finished: 5½ of 12" in record_html([line(finished=True)])
    assert "Begun" in record_html([line(score=Unscorable("x"))])


def test_a_hostile_title_is_text():
    assert "<script>" not in record_html([line(title="<script>")])


def test_a_long_record_folds_its_older_part_away():
    html = record_html([line(title=f"Round {number}", last=number * DAY) for number in range(20)])
    assert "8 earlier" in html and "20 attempts, the latest first" in html
    assert html.index("Round 8<") < html.index("8 earlier") < html.index("Round 7<")
    assert "earlier</summary>" not in record_html([line()] * 12)
