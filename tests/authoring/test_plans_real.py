"""The course's own plans, searched by lot: several good answers, none of them perfect or best everywhere, every rule heard by somebody."""

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from interactive.activities import KINDS
from interactive.activities.plan.definition import Plan, Slot
from interactive.activities.plan.rules import facts, missing, over
from interactive.authoring.definitions import compile_ref
from interactive.authoring.lint import check
from interactive.authoring.project import Project
from interactive.kernel.conditions import atoms, holds
from interactive.kernel.criteria import Rule, judged, worth
from interactive.kernel.frame import asleep
from interactive.kernel.html import plain

ROOT = Path(__file__).parents[2]
KIND = KINDS["plan"]
WORKSHOP, BUILDER = "05-problem-solving-workshops/workshop", "03-theory-meets-practice/builder"
REFS = [WORKSHOP, BUILDER]
APART = {WORKSHOP: 4, BUILDER: 2}  # decisions in which good answers differ pairwise, whoever is invited
GOOD, HOPELESS = 0.75, 0.5

type Picked = dict[str, tuple[str, ...]]


def plan_of(**chosen: str) -> Picked:
    """A plan written out: the ids of each decision, parted by spaces."""
    return {slot.replace("_", "-"): tuple(ids.split()) for slot, ids in chosen.items()}


NAMED = {  # the conveners of whom the closing words speak
    "quiet": (
        WORKSHOP,
        plan_of(
            people="ottilie-brand ivo-stark simon-ashby felix-dane lucy-arden "
            "hild-carrow bram-sorley ines-harrod jory-penn morwen-slate",
            team="scholar interpreters",
            venue="lodge",
            length="five-days",
            agenda="fears-first",
            rules="no-fault equal-hearing sealed own-language no-offers",
            asymmetry="caucuses",
            told="both-told",
            source="foundation",
        ),
    ),
    "shared": (
        WORKSHOP,
        plan_of(
            people="ottilie-brand maud-lisle simon-ashby felix-dane lucy-arden "
            "hild-carrow bram-sorley ines-harrod pia-roe edda-finch",
            team="scholar insider-pair",
            venue="college",
            length="six-weekends",
            agenda="open-agenda",
            rules="equal-hearing sealed own-language may-stop say-who-pays",
            asymmetry="joint-planning",
            told="short-note",
            source="ministry-abroad",
        ),
    ),
    "practical": (
        WORKSHOP,
        plan_of(
            people="maud-lisle ivo-stark judith-orme felix-dane lucy-arden "
            "hild-carrow aron-tesk davy-crake morwen-slate edda-finch",
            team="scholar insider-pair",
            venue="line-house",
            length="five-and-evenings",
            agenda="copper-first",
            rules="equal-hearing chatham own-language may-stop say-who-pays",
            asymmetry="coaching",
            told="both-told",
            source="ministry-abroad",
        ),
    ),
    "up": (
        BUILDER,
        plan_of(
            who="advisers scholars",
            doing="workshop",
            change="options",
            carrier="word memo",
            reach="heads",
            outcome="talks",
            assumption="a-ideas",
            test="t-words",
            timing="ripening",
        ),
    ),
    "mountain": (
        BUILDER,
        plan_of(
            who="generals herders",
            doing="series",
            change="trust",
            carrier="list",
            reach="locals",
            outcome="grass",
            assumption="a-home",
            test="t-summers",
            timing="unripe",
        ),
    ),
}


@dataclass
class Search:
    """A seeded walk through the plans of one definition that are complete and within its limits. It remembers what it meets."""

    definition: Plan
    lot: random.Random
    best: dict[str, int] = field(default_factory=dict)  # option -> halves of a point of the best plan with it
    good: list[Picked] = field(default_factory=list)
    met: set[tuple[str, int]] = field(default_factory=set)  # criterion, place of the rule that decided

    @property
    def full(self) -> int:
        return 2 * len(self.definition.criteria)

    def draw(self, lean: Iterable[tuple[str, str, int | str]] = ()) -> Picked:
        """A plan by lot, leaning to what the atoms of a condition ask for."""
        wanted = [atom for atom in lean if self.lot.random() < 0.7]
        return {name: self._drawn(slot, wanted) for name, slot in self.definition.slots.items()}

    def _drawn(self, slot: Slot, wanted: list[tuple[str, str, int | str]]) -> tuple[str, ...]:
        if slot.pick == "text":
            return (self.lot.choice(("", "Because.")),)
        if slot.pick == "one":
            return (
                self.lot.choice([str(value) for _, name, value in wanted if name == slot.id] or list(slot.options)),
            )
        rank = {name: self.lot.random() for name in slot.options}
        for sign, asked, value in wanted:
            for name, choice in slot.options.items():
                if asked in (name, *(f"{slot.id}-{tag}" for tag in choice.tags)):
                    rank[name] += -1 if value == 0 or sign == "<=" else 1
        size = self.lot.randint(slot.least, slot.most)
        return self._ordered(slot, sorted(slot.options, key=lambda name: rank[name])[-size:])

    def _ordered(self, slot: Slot, chosen: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in slot.options if name in set(chosen))

    def moved(self, picked: Picked) -> Picked:
        """One decision changed: another choice, or one in, one out, or one exchanged."""
        slot = self.lot.choice([one for one in self.definition.slots.values() if one.pick != "text"])
        if slot.pick == "one":
            return picked | {slot.id: (self.lot.choice(list(slot.options)),)}
        chosen, out = list(picked[slot.id]), [name for name in slot.options if name not in picked[slot.id]]
        way = self.lot.random()
        if way < 0.8 and len(chosen) > (slot.least if way < 0.2 else 0):
            chosen.remove(self.lot.choice(chosen))
        if way >= 0.2 and out and len(chosen) < slot.most:
            chosen.append(self.lot.choice(out))
        return picked | {slot.id: self._ordered(slot, chosen)}

    def sound(self, picked: Picked) -> bool:
        return not missing(self.definition, picked) and not over(self.definition, picked)

    def halves(self, picked: Picked) -> int:
        """What a plan is worth; what it shows is remembered."""
        rules = judged(self.definition.criteria, facts(self.definition, picked))
        found = worth(tuple(rule.verdict for rule in rules.values()))
        self.met |= {(name, self.definition.criteria[name].rules.index(rule)) for name, rule in rules.items()}
        for slot, chosen in picked.items():
            for option in chosen if self.definition.slots[slot].pick != "text" else ():
                self.best[option] = max(found, self.best.get(option, 0))
        if found >= GOOD * self.full:
            self.good.append(picked)
        return found

    def climb(self, steps: int) -> int:
        """Uphill from a plan by lot, level ground allowed."""
        here = next(one for one in iter(self.draw, None) if one and self.sound(one))
        worth_here = self.halves(here)
        for _ in range(steps):
            there = self.moved(here)
            if self.sound(there) and (worth_there := self.halves(there)) >= worth_here:
                here, worth_here = there, worth_there
        return worth_here

    def hears(self, criterion: str, place: int, rule: Rule) -> bool:
        """Whether some sound plan is told this rule's reason."""
        wanted = list(atoms(rule.when))
        for _ in range(4000):
            if (criterion, place) in self.met:
                return True
            picked = self.draw(wanted)
            if self.sound(picked):
                self.halves(picked)
        return (criterion, place) in self.met


@cache
def definition(ref: str) -> Plan:
    return KIND.load(compile_ref(ROOT, ref))


@cache
def searched(ref: str) -> tuple[Search, list[float], int]:
    """The search after its walks, what plans by lot are worth (as shares), and the most that any plan was worth."""
    search = Search(definition(ref), random.Random(1848))
    by_lot = [search.halves(one) / search.full for one in (search.draw() for _ in range(2000)) if search.sound(one)]
    most = max(search.climb(900) for _ in range(10))
    return search, by_lot, most


def apart(one: Picked, other: Picked, ref: str) -> int:
    """In how many decisions two plans differ, apart from whom they invite."""
    slots = [slot.id for slot in definition(ref).slots.values() if slot.pick != "text"][1:]
    if ref == BUILDER:
        slots.append("who")
    return sum(one[slot] != other[slot] for slot in slots)


@pytest.mark.parametrize("ref", REFS)
def test_each_file_passes_the_check(ref: str):
    path = f"quizzes/{ref}.plan.yml"
    findings = [one for one in check(Project(ROOT, date(2026, 11, 24))) if one.path == path and not one.warning]
    assert findings == []


def test_no_workshop_meets_every_condition():
    search, _, most = searched(WORKSHOP)
    assert GOOD * search.full <= most < search.full


def test_access_and_freedom_pull_against_each_other():
    search, _, _ = searched(WORKSHOP)
    for picked in search.good:
        rules = judged(search.definition.criteria, facts(search.definition, picked))
        verdict = {name: rule.verdict for name, rule in rules.items()}
        if verdict["access"] == verdict["freedom"] == "met":
            assert not verdict["third-party"] == verdict["reentry"] == "met"


@pytest.mark.parametrize("ref", REFS)
def test_there_are_three_good_plans_that_clearly_differ(ref: str):
    search, _, _ = searched(ref)
    chosen: list[Picked] = []
    for picked in search.good:
        if len(chosen) < 3 and all(apart(picked, one, ref) >= APART[ref] for one in chosen):
            chosen.append(picked)
    assert len(chosen) == 3


@pytest.mark.parametrize("ref", REFS)
def test_no_single_setting_is_best_everywhere(ref: str):
    search, _, _ = searched(ref)
    for slot in definition(ref).slots.values():
        if slot.pick == "one":
            assert len({picked[slot.id] for picked in search.good}) >= 2, slot.id


@pytest.mark.parametrize("ref", REFS)
def test_every_rule_is_heard_by_some_plan_within_the_limits(ref: str):
    search, _, _ = searched(ref)
    silent = [
        f"{name}, rule {place + 1}"
        for name, criterion in definition(ref).criteria.items()
        for place, rule in enumerate(criterion.rules)
        if not search.hears(name, place, rule)
    ]
    assert silent == []


@pytest.mark.parametrize("ref", REFS)
def test_every_sentence_of_the_plan_in_words_can_be_true(ref: str):
    search, _, _ = searched(ref)
    for when, text in definition(ref).memo:
        drawn = (search.draw(list(atoms(when))) for _ in range(2000))
        assert any(search.sound(one) and holds(when, facts(search.definition, one)) for one in drawn), text


@pytest.mark.parametrize("ref", REFS)
def test_every_option_has_a_plan_that_is_not_hopeless(ref: str):
    search, _, _ = searched(ref)
    options = [name for slot in definition(ref).slots.values() for name in slot.options]
    assert [name for name in options if search.best.get(name, 0) < HOPELESS * search.full] == []


@pytest.mark.parametrize("ref", REFS)
def test_a_plan_by_lot_is_middling(ref: str):
    _, by_lot, _ = searched(ref)
    assert 0.25 <= sum(by_lot) / len(by_lot) <= 0.6


@pytest.mark.parametrize("name", NAMED)
def test_the_conveners_of_the_closing_words_have_good_plans(name: str):
    ref, picked = NAMED[name]
    search = Search(definition(ref), random.Random(0))
    assert missing(search.definition, picked) == [] and over(search.definition, picked) == []
    assert search.halves(picked) >= GOOD * search.full
    others = [other for kind, other in NAMED.values() if kind == ref and other != picked]
    assert all(apart(picked, other, ref) >= APART[ref] for other in others)
    assert name in definition(ref).closing or ref == BUILDER


@pytest.mark.parametrize("ref", REFS)
def test_it_renders_asleep_and_with_its_critique(ref: str):
    plan = definition(ref)
    state = KIND.start(plan, seed=0)
    html = asleep(KIND.render(plan, state))
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) and 'data-state="static"' in html and len(html.encode()) < 70_000
    picked = next(one for kind, one in NAMED.values() if kind == ref)
    events = [{"type": "pick", "slot": slot, "option": one} for slot, chosen in picked.items() for one in chosen]
    for event in [*events, {"type": "criticize"}, {"type": "keep"}]:
        result = KIND.step(plan, state, event, now=0)
        assert not result.refusal
        state = result.state
    words = plain(KIND.render(plan, state))
    assert "Kept:" in words and "{" not in words


@pytest.mark.parametrize("ref", REFS)
def test_no_reason_is_given_twice(ref: str):
    says = [plain(rule.say) for criterion in definition(ref).criteria.values() for rule in criterion.rules]
    assert len(says) == len(set(says))
    starts = [" ".join(text.split()[:5]) for text in says]
    assert [one for one, other in combinations(sorted(starts), 2) if one == other] == []


def test_what_a_measure_adds_up_to_is_shown_in_whole_units():
    for ref in REFS:
        for slot in definition(ref).slots.values():
            assert all(amount >= 2 for one in slot.options.values() for amount in one.adds.values()), slot.id
    assert facts(definition(BUILDER), {"doing": ("series",)})["months"] == 14
