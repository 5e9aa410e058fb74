from interactive.activities import KINDS
from interactive.record.model import Entry
from interactive.record.replay import replay
from tests.conftest import BINS


def entry(number, at, **event):
    return Entry(f"t-{number}", at, event)


def test_entries_are_applied_in_the_order_of_their_time_wherever_they_stand(sorter):
    card = next(iter(KINDS["sorter"].start(sorter, seed=0).slips))
    row = [entry(1, 10, type="place", card=card, bin="red"), entry(2, 20, type="place", card=card, bin="blue")]
    assert replay(KINDS["sorter"], sorter, 0, row) == replay(KINDS["sorter"], sorter, 0, reversed(row))
    assert replay(KINDS["sorter"], sorter, 0, row)[0].slips[card].bin == "blue"


def test_two_tabs_at_once_lose_no_answer(sorter):
    """Each tab knows only its own half; their union is what counts."""
    cards = list(KINDS["sorter"].start(sorter, seed=0).slips)
    one = [Entry(f"tab1-{n}", n, {"type": "place", "card": card, "bin": BINS[0]}) for n, card in enumerate(cards[:3])]
    two = [Entry(f"tab2-{n}", n, {"type": "place", "card": card, "bin": BINS[1]}) for n, card in enumerate(cards[3:])]
    state, statements = replay(KINDS["sorter"], sorter, 0, [*two, *one])
    assert all(slip.bin for slip in state.slips.values())
    assert {statement.item for statement in statements} == set(cards)


def test_statements_carry_the_time_of_their_entry(sorter):
    card = next(iter(KINDS["sorter"].start(sorter, seed=0).slips))
    _, statements = replay(KINDS["sorter"], sorter, 0, [entry(1, 1234, type="place", card=card, bin="red")])
    assert [statement.at for statement in statements] == [1234]
