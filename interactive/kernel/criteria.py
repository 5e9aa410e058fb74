"""Criteria: what a plan or a memo is held against. Each asks something that the literature names; the first rule that holds decides."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from interactive.kernel.conditions import Condition, Facts, holds, read_condition
from interactive.kernel.html import Safe, icon, tag
from interactive.kernel.reading import Malformed, take
from interactive.kernel.sources import Cites, line

VERDICTS = ("met", "partly", "not")
WORTH = {"met": 2, "partly": 1, "not": 0}  # halves of a point
MARKS = {"met": ("fits", "met"), "partly": ("half", "partly"), "not": ("not", "not met")}


@dataclass(frozen=True, slots=True)
class Rule:
    """If this holds, the criterion is met, partly met or not, for this reason."""

    when: Condition
    verdict: str
    say: Safe
    cites: Cites


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion. The first of its rules that holds decides; the last one always does."""

    label: str
    asks: Safe
    cites: Cites
    rules: tuple[Rule, ...]


type Criteria = Mapping[str, Criterion]


def read_criteria(data: Mapping[str, Any]) -> dict[str, Criterion]:
    """Take the criteria from compiled JSON, or raise `Malformed`."""
    return {take(one, "id", str, "criteria"): _criterion(one) for one in take(data, "criteria", list)}


def _criterion(data: Mapping[str, Any]) -> Criterion:
    rules = tuple(_rule(one) for one in take(data, "rules", list, "criteria"))
    if not rules or rules[-1].when is not None:
        raise Malformed("the last rule of a criterion holds always")
    return Criterion(take(data, "label", str), Safe(take(data, "asks", str)), read_cites(data), rules)


def _rule(data: Mapping[str, Any]) -> Rule:
    verdict = take(data, "verdict", str, "rules")
    if verdict not in VERDICTS:
        raise Malformed("rules.verdict is met, partly or not")
    return Rule(read_condition(data.get("when")), verdict, Safe(take(data, "say", str, "rules")), read_cites(data))


def read_cites(data: Mapping[str, Any]) -> Cites:
    """The works that something names: (key, label) each."""
    return tuple(
        (take(one, "key", str, "cites"), take(one, "label", str, "cites")) for one in take(data, "cites", list)
    )


def judged(criteria: Criteria, facts: Facts) -> dict[str, Rule]:
    """The rule that decides each criterion."""
    return {name: next(rule for rule in one.rules if holds(rule.when, facts)) for name, one in criteria.items()}


def worth(verdicts: tuple[str, ...]) -> int:
    """Halves of a point that these verdicts are worth."""
    return sum(WORTH[verdict] for verdict in verdicts)


def counted(verdicts: tuple[str, ...]) -> str:
    """How many are met and partly met, in words."""
    return f"{verdicts.count('met')} of {len(verdicts)} conditions met, {verdicts.count('partly')} partly."


def criteria_html(criteria: Criteria, found: Mapping[str, Rule]) -> Safe:
    """What was said of each criterion, with its mark, its reason and its sources."""
    return tag("ul", [_said(criteria[name], rule) for name, rule in found.items()], class_="st-plain st-criteria")


def _said(one: Criterion, rule: Rule) -> Safe:
    mark, words = MARKS[rule.verdict]
    every = tuple(dict.fromkeys((*rule.cites, *one.cites)))
    return tag(
        "li",
        tag("p", icon(f"i-{mark}"), f" {one.label}: {words}", class_=f"st-mark st-mark--{mark}"),
        tag("p", tag("i", one.asks)),
        tag("p", rule.say),
        line(every),
        class_="st-marked",
        data_mark=mark,
    )
