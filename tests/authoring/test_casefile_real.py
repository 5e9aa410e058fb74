"""The course's own casefiles: they compile, start and render, keep their promises, and quote the law to the letter."""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from interactive.activities import KINDS
from interactive.activities.casefile.definition import CONCLUSION, Casefile
from interactive.activities.casefile.draw_room import room_sheets
from interactive.activities.casefile.logic import FINDINGS
from interactive.activities.casefile.marking import twisted
from interactive.authoring.definitions import compile_ref
from interactive.authoring.lint import check
from interactive.authoring.project import Project
from interactive.kernel.frame import asleep
from interactive.kernel.score import Score

ROOT = Path(__file__).parents[2]
LOGAN, OTHER = "01-what-is-track-two/logan-act", "01-what-is-track-two/other-rules"
REFS = [LOGAN, OTHER]
KIND = KINDS["casefile"]
STATUTE = [  # 18 U.S.C. § 953, both paragraphs, copied from a text of the Code current through Public Law 119-73
    "Any citizen of the United States, wherever he may be, who, without authority of the United States, directly or"
    " indirectly commences or carries on any correspondence or intercourse with any foreign government or any officer or"
    " agent thereof, with intent to influence the measures or conduct of any foreign government or of any officer or agent"
    " thereof, in relation to any disputes or controversies with the United States, or to defeat the measures of the United"
    " States, shall be fined under this title or imprisoned not more than three years, or both.",
    "This section shall not abridge the right of a citizen to apply, himself or his agent, to any foreign government or the"
    " agents thereof for redress of any injury which he may have sustained from such government or any of its agents or"
    " subjects.",
]


@cache
def casefile(ref: str) -> Casefile:
    return KIND.load(compile_ref(ROOT, ref))


def answered(ref: str, finding: str | None, mode: str = "exam"):
    """The score of answering every element and conclusion alike (with None: rightly), over the whole file."""
    definition = casefile(ref)
    state = KIND.start(definition, seed=0)
    events = [{"type": "mode", "mode": mode}, {"type": "size", "size": "all"}]
    for scenario in definition.scenarios.values():
        for element, key in scenario.keys.items():
            kind = "conclude" if element == CONCLUSION else "find"
            found = finding or key.finding
            events.append({"type": kind, "scenario": scenario.id, "element": element, "finding": found})
    for event in [*events, {"type": "finish"}]:
        result = KIND.step(definition, state, event, now=0)
        assert not result.refusal
        state = result.state
    score = KIND.score(definition, state)
    assert isinstance(score, Score)
    return state, score


def test_the_statute_is_quoted_character_for_character():
    paragraphs = ["".join(words for words, _ in paragraph) for paragraph in casefile(LOGAN).rule.text]
    assert paragraphs == STATUTE


def test_there_are_enough_scenarios_and_twists():
    logan = casefile(LOGAN)
    assert len(logan.scenarios) >= 26
    assert sum(len(scenario.twists) for scenario in logan.scenarios.values()) >= 8
    assert {scenario.difficulty for scenario in logan.scenarios.values()} == {1, 2, 3}


@pytest.mark.parametrize("ref", REFS)
def test_each_file_passes_the_check(ref: str):
    path = f"quizzes/{ref}.casefile.yml"
    findings = [one for one in check(Project(ROOT, date(2026, 11, 24))) if one.path == path and not one.warning]
    assert findings == []


@pytest.mark.parametrize("ref", REFS)
@pytest.mark.parametrize("finding", FINDINGS)
def test_answering_everything_alike_earns_less_than_half(ref: str, finding: str):
    _, score = answered(ref, finding)
    assert score.answered == score.items and score.scaled < 0.5


@pytest.mark.parametrize("ref", REFS)
def test_the_reasoned_findings_earn_everything(ref: str):
    _, score = answered(ref, None)
    assert score.scaled == 1 and set(score.objectives.values()) == {1}


@pytest.mark.parametrize("ref", REFS)
def test_no_conclusion_is_right_in_more_than_half(ref: str):
    keys = [scenario.keys[CONCLUSION].finding for scenario in casefile(ref).scenarios.values()]
    assert all(keys.count(finding) * 2 <= len(keys) for finding in FINDINGS)


@pytest.mark.parametrize("ref", REFS)
def test_each_twist_changes_exactly_what_it_names(ref: str):
    for scenario in casefile(ref).scenarios.values():
        for twist in scenario.twists.values():
            new = twisted(scenario, twist)
            changed = {name for name in new if name != CONCLUSION and new[name].finding != scenario.keys[name].finding}
            assert changed == set(twist.flips)


@pytest.mark.parametrize("ref", REFS)
def test_every_round_renders_asleep_awake_and_on_paper(ref: str):
    definition = casefile(ref)
    for seed in range(4):
        html = asleep(KIND.render(definition, KIND.start(definition, seed=seed)))
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids)) and 'data-state="static"' in html
        assert all(key.because not in html for one in definition.scenarios.values() for key in one.keys.values())
    state, _ = answered(ref, "arguable")
    assert 'data-state="finished"' in KIND.render(definition, state)
    assert room_sheets(definition, definition.scenarios).count('class="st-page"') == 3 * len(definition.scenarios)


@pytest.mark.parametrize("ref", REFS)
def test_a_first_page_stays_light(ref: str):
    definition = casefile(ref)
    assert len(asleep(KIND.render(definition, KIND.start(definition, seed=0))).encode()) < 70_000
