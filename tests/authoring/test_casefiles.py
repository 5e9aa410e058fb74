"""Casefiles from the author's side: what is compiled, what is refused, and every mistake with its file and line."""

import copy
import json
from datetime import date

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interactive.activities.casefile.definition import load
from interactive.authoring.bibliography import load as load_works
from interactive.authoring.compilers.casefile import compile_casefile, cut
from interactive.authoring.compilers.common import NotCompiled
from interactive.authoring.compilers.formula import parse_formula
from interactive.authoring.lint import check
from interactive.authoring.lint.verdicts import constant_shares
from interactive.authoring.new import new_definition
from interactive.authoring.project import Project
from interactive.authoring.shape import check_shape
from tests.activities.casefile_sample import REF, author_data, casefile_data

FILE = "quizzes/00-sample/lamps.casefile.yml"
PAGE = "content/lessons/00-sample/index.md"
TODAY = date(2026, 11, 24)


def dumped(data):
    """As YAML in which nothing is an alias of anything."""
    return yaml.safe_dump(json.loads(json.dumps(data)), sort_keys=False, allow_unicode=True, width=1000)


@pytest.fixture
def works(course):
    return load_works(course.root / "content/references.bib")


@pytest.fixture
def lamps(course):
    """The temporary course with the lamps in it, and a way to write them with one thing changed."""
    course.change(
        PAGE, "  s0-tell-colors: tell colors apart\n", "  s0-tell-colors: tell colors apart\n  s0-lend-lamps: lend\n"
    )
    course.change(PAGE, "```activity\n", f"```activity\n{REF}\n```\n\n```activity\n")

    def written(old="", new="", data=None):
        text = dumped(data or author_data())
        assert old in text
        course.write(FILE, text.replace(old, new, 1))
        return [line for line in course.findings() if "lamps" in line]

    return written


def test_the_author_s_sample_compiles_to_the_compiled_sample(works):
    assert compile_casefile(REF, author_data(), works) == casefile_data()


def test_a_good_casefile_has_no_findings(lamps):
    assert lamps() == []


def test_the_rule_keeps_every_character(works):
    compiled = compile_casefile(REF, author_data(), works)
    text = ["".join(part["text"] for part in paragraph) for paragraph in compiled["rule"]["text"]]
    assert text == author_data()["rule"]["text"]


@given(st.text(min_size=1, max_size=60), st.data())
def test_cutting_loses_and_adds_nothing(text, data):
    text = text.strip() or "x"
    start = data.draw(st.integers(0, len(text) - 1))
    words = text[start : data.draw(st.integers(start + 1, len(text)))].strip()
    if not words:
        return
    (pieces,) = cut([text], [{"id": "one", "words": words}])
    assert "".join(piece["text"] for piece in pieces) == text
    assert [piece["text"] for piece in pieces if piece["element"]] == [words]


@pytest.mark.parametrize(
    ("elements", "words"),
    [
        ([{"id": "one", "words": "lend lamps"}], "does not hold the words “lend lamps” of the element `one`"),
        ([{"id": "one", "words": "Lends a lamp"}], "does not hold"),
        ([{"id": "one", "words": "lends a lamp"}, {"id": "two", "words": "lamp to"}], "overlap"),
        ([{"id": "one", "words": ["lends", "lends a"]}], "overlap"),
    ],
)
def test_words_that_are_not_there_or_overlap_are_refused(elements, words):
    with pytest.raises(NotCompiled, match=words):
        cut(["Whoever lends a lamp to a guest, pays."], elements)


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("a", "a"),
        ("a and b", ["and", "a", "b"]),
        ("a or b and c", ["or", "a", ["and", "b", "c"]]),
        ("(a or b) and not c", ["and", ["or", "a", "b"], ["not", "c"]]),
        ("not not a", ["not", ["not", "a"]]),
        ("not (a and\n  b)", ["not", ["and", "a", "b"]]),
        ("a and b and c", ["and", "a", "b", "c"]),
        ("((a))", "a"),
    ],
)
def test_formulas_are_parsed(text, parsed):
    assert parse_formula(text, ["a", "b", "c"]) == parsed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "something is missing at its end"),
        ("a and", "something is missing at its end"),
        ("a b", "`b` cannot stand there"),
        ("and a", "`and` cannot stand there; an element was expected"),
        ("(a and b", "opened and never closed"),
        ("a)", "`\\)` cannot stand there"),
        ("a && b", "`&& b` is none of and, or, not"),
        ("a and bee", "there is no element `bee`; the elements are a, b, c"),
        ("__import__('os')", "is none of"),
        ("(" * 60 + "a" + ")" * 60, "nested too deep"),
        ("not " * 60 + "a", "nested too deep"),
    ],
)
def test_what_is_no_formula_is_refused_with_words(text, words):
    with pytest.raises(NotCompiled, match=words):
        parse_formula(text, ["a", "b", "c"])


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (
            "words: to a guest,",
            "words: to any guest,",
            "words-not-in-rule: the rule does not hold the words “to any guest,”",
        ),
        ("words: to a guest,", "words: lamp to a guest, or", "words-not-in-rule: the words of `rain` overlap"),
        ("formula: keeper and", "formula: keeper and nobody and", "formula: there is no element `nobody`"),
        ("formula: keeper and", "formula: keeper keeper and", "formula: `keeper` cannot stand there"),
        ("leave and (guest or rain)", "leave and guest", "formula: it leaves `rain` out; put it in"),
        (
            "turns_on:\n  - leave",
            "turns_on:\n  - leaves",
            "unknown-element: there is no element `leaves`; did you mean `leave`?",
        ),
        (
            "    keeper:\n      finding: met\n",
            "    keper:\n      finding: met\n",
            "unknown-element: no finding on keeper",
        ),
        (
            "      - keeper-sound\n",
            "      - keeper-sond\n",
            "unknown-reason: `keeper` has no reason `keeper-sond`; did you mean",
        ),
        ("      - keeper-sound\n", "      - leave-sound\n", "unknown-reason: `keeper` has no reason `leave-sound`"),
        (
            "    finding: not-met\n    because: Sum of lamp-leave.",
            "    finding: met\n    because: Sum of lamp-leave.",
            "conclusion: the formula makes this not-met, not met",
        ),
        (
            "because: Sum of lamp-leave.",
            "because: Sum of lamp-leave.\n    despite: For no reason.",
            "conclusion: it follows from the formula: take `despite` out",
        ),
        (
            "      finding: met\n      because: Sum of lamp-leave-twist-0.",
            "      finding: arguable\n      because: Sum of lamp-leave-twist-0.",
            "conclusion: the formula makes this met, not arguable",
        ),
        ("id: lamp-porch", "id: lamp-leave", "duplicate-id: `lamp-leave` is used already in"),
        ("id: lamp-fog-twist-0", "id: lamp-barter-twist-0", "duplicate-id: `lamp-barter-twist-0` is used already in"),
        ("id: lamp-porch", "id: lamp-fog-twist-0", "duplicate-id: `lamp-fog-twist-0` is used already in"),
        ("- id: rain", "- id: guest", "duplicate-id: `guest` is taken already"),
        ("- id: rain", "- id: conclusion", "duplicate-id: `conclusion` is taken already"),
        ("draw: 3", "draw: 9", "draw-too-large: a round of 9 cannot be drawn from 7 scenarios"),
        ("facts: Facts of", f"facts: {'word ' * 111}", "casefile-too-long: 114 words; `facts` takes 110 at most"),
        ("analysis: Analysis", f"analysis: {'word ' * 121}", "casefile-too-long"),
        (
            "index.md#red",
            "index.md#crimson",
            "unresolved-reread: content/lessons/00-sample/index.md has no anchor #crimson",
        ),
        ("cite:\n  - someone1900", "cite:\n  - nobody1900", "unknown-cite: content/references.bib has no `nobody1900`"),
        ("checked_on: '2026-03-29'", "checked_on: soon", "legal-check: `soon` is not a date"),
        ("difficulty: 1", "difficulty: 4", "shape: 4 is out of range: at most 3"),
        ("finding: met", "finding: maybe", "shape: `maybe` is not known here; write `met`"),
        ("  lesson: Lesson of lamp-leave.\n", "", "shape: `lesson` is missing: one sentence to take away"),
        (
            "        not-met: Misread lamp-leave keeper.",
            "        met: Misread lamp-leave keeper.",
            "misread-of-key: whoever finds this is right here",
        ),
    ],
)
def test_one_mistake_gets_its_finding_with_file_and_line(lamps, old, new, rule):
    findings = lamps(old, new)
    assert any(rule in line for line in findings), findings
    for line in findings:
        path, number, column, _ = line.split(":", 3)
        assert path == FILE and int(number) >= 1 and int(column) >= 1


def test_the_line_is_the_line(lamps, course):
    findings = lamps("words: to a guest,", "words: to any guest,")
    lines = (course.root / FILE).read_text().splitlines()
    number = next(place for place, line in enumerate(lines, 1) if "to any guest," in line)
    assert any(line.startswith(f"{FILE}:{number}:3: words-not-in-rule") for line in findings)


def test_a_twist_that_flips_nothing(lamps):
    data = author_data()
    flips = data["scenarios"][0]["twists"][0]["flips"]
    flips["guest"] = copy.deepcopy(data["scenarios"][0]["findings"]["guest"])
    assert any("twist-flips-nothing: `guest` is met without the twist too" in line for line in lamps(data=data))


def test_a_conclusion_may_differ_if_it_says_why(lamps, works):
    data = author_data()
    data["scenarios"][5]["conclusion"] |= {"finding": "met", "despite": "A court left *this* open."}
    assert lamps(data=data) == []
    compiled = compile_casefile(REF, data, works)
    assert compiled["scenarios"][5]["conclusion"]["despite"] == "A court left <em>this</em> open."


def test_a_rule_of_one_answer_is_out_of_balance(lamps):
    data = author_data()
    for scenario in data["scenarios"]:
        for element, key in scenario["findings"].items():
            key |= {"finding": "met", "reason": [f"{element}-sound"]}
        scenario["conclusion"]["finding"] = "not-met"
    found = [line for line in lamps(data=data) if "out-of-balance" in line]
    assert "answering `met` to everything earns" in found[1] and "7 of 7 conclusions are `not-met`" in found[0]
    assert all(share < 0.5 for share in constant_shares(author_data()).values())


def test_few_scenarios_need_no_balance(lamps):
    data = author_data(draw=1)
    data["scenarios"] = data["scenarios"][-1:]
    assert lamps(data=data) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda data: data.update(formula="keeper and"), "00-sample/lamps: something is missing"),
        (lambda data: data["rule"].update(checked_on="soon"), "`checked_on: soon` is not a date"),
        (lambda data: data["elements"][0].update(words="nowhere"), "does not hold the words “nowhere”"),
        (lambda data: data["scenarios"][0]["findings"].pop("rain"), "`lamp-leave` has no finding on rain"),
        (lambda data: data["scenarios"][0]["findings"].update(rian={}), "names no element of the rule: rian"),
        (lambda data: data["scenarios"][0]["twists"][0]["flips"].update(rian={}), "names no element of the rule: rian"),
    ],
)
def test_what_does_not_hold_together_is_not_compiled(works, change, words):
    data = author_data()
    change(data)
    with pytest.raises(NotCompiled, match=words):
        compile_casefile(REF, data, works)


def test_an_unknown_citation_is_not_compiled(works):
    data = author_data()
    data["scenarios"][0]["conclusion"]["cite"] = ["nobody"]
    with pytest.raises(KeyError):
        compile_casefile(REF, data, works)


def test_a_new_casefile_has_the_right_shape_and_lacks_only_what_is_todo(course):
    path = new_definition(course.root, "casefile", "00-sample/lanterns")
    project = Project(course.root, TODAY)
    assert not [one for one in check_shape(project) if one.path == path.as_posix()]
    rules = {one.rule for one in check(project) if one.path == path.as_posix()}
    assert rules == {"objective-not-taught", "unknown-cite", "activity-not-on-a-page", "legal-check"}


def test_a_new_casefile_compiles_once_its_todos_are_done(course, works):
    path = course.root / new_definition(course.root, "casefile", "00-sample/lanterns")
    text = path.read_text(encoding="utf-8").replace("todo-key-in-references-bib", "someone1900")
    data = yaml.safe_load(text.replace("checked_on: TODO", "checked_on: '2026-11-24'"))
    lanterns = load(compile_casefile("00-sample/lanterns", data, works))
    assert list(lanterns.scenarios) == ["lanterns-one"] and list(lanterns.scenarios["lanterns-one"].twists) == [
        "lanterns-one-twist"
    ]


junk = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9) | st.sampled_from(["keeper", "met", "conclusion", "x", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "finding", "words", "flips", "x"]), inner, max_size=3)
    ),
    max_leaves=5,
)
WAYS = [
    ("elements",), ("elements", 0), ("elements", 0, "words"), ("elements", 0, "id"), ("elements", 0, "reasons"),
    ("rule",), ("rule", "text"), ("formula",), ("findings",), ("scenarios",), ("scenarios", 0), ("reread",), ("draw",),
    ("scenarios", 0, "findings"), ("scenarios", 0, "findings", "keeper"), ("scenarios", 0, "findings", "keeper", "reason"),
    ("scenarios", 0, "findings", "keeper", "misread"), ("scenarios", 0, "turns_on"), ("scenarios", 0, "conclusion"),
    ("scenarios", 0, "id"), ("scenarios", 0, "twists"), ("scenarios", 0, "twists", 0), ("scenarios", 0, "twists", 0, "flips"),
]  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sampled_from(WAYS), junk)
def test_nothing_an_author_can_write_makes_the_check_raise(course, way, value):
    data = author_data()
    at = data
    for step in way[:-1]:
        at = at[step]
    at[way[-1]] = value
    course.write(FILE, dumped(data))
    course.findings()
