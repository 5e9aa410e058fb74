"""What stands on the page, as a reader without Python, with a keyboard or with a screen reader meets it."""

import re

from interactive.activities.sorter.engine import start, step
from interactive.activities.sorter.view import render
from interactive.kernel.frame import asleep


def shown(sorter, *events):
    state = start(sorter, seed=0)
    for event in events:
        state = step(sorter, state, event, now=0).state
    return render(sorter, state), state


def test_every_card_has_its_three_ways(sorter):
    html, state = shown(sorter)
    for name in state.slips:
        assert f'data-drag="colors-list-{name}"' in html
        assert f'data-pick="colors-list-{name}"' in html
        assert f'<select id="colors-list-{name}"' in html


def test_lists_name_their_card(sorter):
    html, _ = shown(sorter)
    assert 'Place in<span class="st-hide">, card by Somebody, 19' in html


def test_ids_are_unique(sorter):
    html, _ = shown(sorter)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_the_prerendered_form_can_be_filled_in_and_carries_no_key(sorter):
    html = asleep(shown(sorter)[0])
    assert html.count("<select") == 6 and 'data-state="static"' in html
    for card in sorter.cards.values():
        assert card.rationale not in html and card.hint not in html
    assert "Choose…" in html


def test_a_marked_card_says_so_in_words_and_cites(sorter):
    state = start(sorter, seed=0)
    name = next(iter(state.slips))
    html, _ = shown(sorter, {"type": "place", "card": name, "bin": sorter.cards[name].bin})
    card = re.search(rf'<li class="st-card st-marked" id="colors-card-{name}".*?</li>', html, re.DOTALL)[0]
    assert 'data-mark="fits"' in card and "Fits" in card
    assert re.search(r'Source: <a href="root:references.html#work\d">Somebody 19\d\d</a>', card)


def test_the_choice_of_marking_goes_once_the_round_begins(sorter):
    assert "Mark each card as I place it" in shown(sorter)[0]
    name = next(iter(start(sorter, seed=0).slips))
    assert "Mark each card as I place it" not in shown(sorter, {"type": "place", "card": name, "bin": "red"})[0]


def test_the_summary_sends_back_to_what_to_reread(sorter):
    state = start(sorter, seed=0)
    name = next(iter(state.slips))
    html, _ = shown(sorter, {"type": "place", "card": name, "bin": sorter.cards[name].bin}, {"type": "finish"})
    assert "How this round went" in html
    assert 'Reread: <a href="root:colors.html#' in html
    assert "Not placed, and not wrong" in html


def test_reveal_tells_where_missed_cards_belong(sorter):
    name = next(iter(start(sorter, seed=0).slips))
    events = [{"type": "place", "card": name, "bin": sorter.cards[name].bin}, {"type": "finish"}, {"type": "reveal"}]
    html, state = shown(sorter, *events)
    assert html.count("Belongs in: ") == len(state.slips) - 1


def test_one_filled_button_at_a_time(sorter):
    for events in ([], [{"type": "mode", "mode": "check"}]):
        assert shown(sorter, *events)[0].count("st-button--first") == 1
