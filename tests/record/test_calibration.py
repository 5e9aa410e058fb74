"""Sure, and right? Only what was said before an answer counts."""

from hypothesis import given
from hypothesis import strategies as st

from interactive.record.answers import Answer, answers
from interactive.record.calibration import PROMISES, calibration, sure_and_wrong, verdict
from tests.record.told import NOW, answered, summary


def told(*pairs):
    rows = [answered(f"item-{place}", credit, at=NOW + place, sure=sure) for place, (sure, credit) in enumerate(pairs)]
    return answers([summary(*rows)])


def test_each_word_has_its_share():
    levels = calibration(told(("sure", 1), ("sure", 0), ("guessing", 0.5), ("", 1)))
    assert [(level.name, level.answers, level.share) for level in levels] == [
        ("guessing", 1, 0.5),
        ("leaning", 0, 0.0),
        ("sure", 2, 0.5),
    ]


def test_a_word_that_nobody_may_say_is_left_out():
    assert sum(level.answers for level in calibration(told(("certain", 1)))) == 0


@given(st.lists(st.tuples(st.sampled_from([*PROMISES, ""]), st.sampled_from([0, 0.5, 1])), max_size=8))
def test_every_answer_with_a_word_is_counted_once(pairs):
    levels = calibration(told(*pairs))
    assert sum(level.answers for level in levels) == sum(bool(sure) for sure, _ in pairs)
    assert all(0 <= level.share <= 1 for level in levels)


def test_the_verdict_waits_for_enough_answers():
    assert "Too few" in verdict(calibration(told(*[("sure", 1)] * 4)))
    assert "rely on it" in verdict(calibration(told(*[("sure", 1)] * 5)))
    assert "less often" in verdict(calibration(told(*[("sure", 1)] * 4, ("sure", 0))))
    assert "often sure of what does not hold" in verdict(calibration(told(*[("sure", 0)] * 3, *[("sure", 1)] * 2)))


def test_sure_and_wrong_is_listed_latest_first_and_once():
    found = told(("sure", 0), ("sure", 0.25), ("leaning", 0), ("sure", 1))
    assert [answer.item for answer in sure_and_wrong(found)] == ["item-1", "item-0"]
    again = [*found, Answer(NOW + 99, "a-2", "item-0", 0.0, [], "sure")]
    assert [answer.item for answer in sure_and_wrong(again)] == ["item-0", "item-1"]


def test_what_was_put_right_since_is_no_longer_listed():
    found = told(("sure", 0))
    assert sure_and_wrong([*found, Answer(NOW + 9, "a-2", "item-0", 1.0, [], "guessing")]) == []
    assert len(sure_and_wrong([*found, Answer(NOW + 9, "a-2", "item-0", 0.0, [], "guessing")])) == 1
