"""The measurement runs and measures what it says; how fast it is depends on the machine and is told by the bench."""

from tests.review.bench_queue import LESSONS, course, measure, record


def test_the_measured_record_has_the_cards_it_says():
    summaries = record(cards=80, reviews=3)
    rows = [row for summary in summaries for row in summary["statements"]]
    assert len(rows) == 240 and len({row[1] for row in rows}) == 80
    assert len(course(80)["items"]) == 80 and len(course(80)["lessons"]) == LESSONS


def test_every_operation_is_measured():
    found = measure(cards=40, reviews=2)
    assert set(found) == {
        "queue from nothing",
        "bytes of the request",
        "queue from the cache",
        "progress from the cache",
        "overview from the cache",
    }
    assert all(figure > 0 for figure in found.values())
