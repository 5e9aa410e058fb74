"""`course prove`: it passes what holds, fails what does not with a sentence that names the scene, and its walk agrees with a plain one."""

import copy
import json
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from interactive.activities.roleplay.definition import Story, load
from interactive.activities.roleplay.rules import available, first_facts, move
from interactive.authoring.cli import main
from interactive.authoring.compilers.common import NotCompiled
from interactive.authoring.compilers.conditions import Names, parse_condition
from interactive.authoring.definitions import canonical, compile_ref
from interactive.authoring.new import TEMPLATES
from interactive.authoring.proving.levels import Levels
from interactive.authoring.proving.plays import by_lot, draw, greedy, play, position
from interactive.authoring.proving.prove import prove, refs
from interactive.authoring.proving.walk import Walk
from tests.activities.roleplay_sample import SAMPLE, choice, scene, story, story_data

ROOT = Path(__file__).parents[2]
REF = "04-the-third-party/footbridge"
TEXT = (
    (TEMPLATES / "roleplay.yml")
    .read_text(encoding="utf-8")
    .replace("FOLDER", "04-the-third-party")
    .replace("SLUG-", "f-")
    .replace("SLUG", "footbridge")
)


@pytest.fixture
def folder(tmp_path):
    """A course with the ten-scene story and nothing else."""
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "references.bib").write_text("")
    shutil.copytree(ROOT / "quizzes" / "schema", tmp_path / "quizzes" / "schema")
    (tmp_path / "quizzes" / "04-the-third-party").mkdir()
    return tmp_path


@pytest.fixture
def proven(folder):
    """Prove a story given as text, or as a change to the ten scenes."""

    def run(change=None, text=TEXT, plays=400):
        if change:
            data = yaml.safe_load(text)
            change(data)
            text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (folder / "quizzes" / f"{REF}.roleplay.yml").write_text(text, encoding="utf-8")
        return prove(folder, REF, plays=plays)

    return run


def test_the_ten_scenes_of_the_template_hold(proven):
    proof = proven(plays=2000)
    assert proof.findings == []
    text = "\n".join(proof.figures)
    assert "10 scenes, 31 choices (1 on a condition), 3 endings, 3 phases" in text and "states in" in text
    assert "shortest 8, median 9, longest 10" in text and "with the deciding" in text
    assert "f-end-stove" in text and "trust:" in text and "third:" in text


def at(data, name):
    return data["scenes"][name]


def pick(data, name, letter):
    return next(one for one in at(data, name)["choices"] if one["id"] == letter)


def never_reached(data):
    data["scenes"]["f-lost"] = copy.deepcopy({**at(data, "f-list"), "title": "Lost"})


def ending_never_reached(data):
    for letter in "bc":
        for way in pick(data, "f-last", letter)["to"]:
            way["to"] = way["to"].replace("opened", "stove")


def no_way_out(data):
    pick(data, "f-list", "c").update(to="f-well", plants={})
    rounds = [
        {"id": one, "text": "Go round.", "effects": effects, "shows": {"process": 1}, "to": "f-well"}
        for one, effects in (("a", {"trust": 1}), ("b", {"candor": 1}), ("c", {"access": 1}))
    ]
    data["scenes"]["f-well"] = {"title": "Round", "phase": "before", "text": "Round the well.", "choices": rounds}


def empty_list(data):
    for one in at(data, "f-gone")["choices"]:
        one["when"] = "candor>=4"


def out_of_bounds(data):
    pick(data, "f-list", "b")["effects"]["candor"] = 7


def undefined_name(data):
    pick(data, "f-paper", "d")["when"] = "kandor>=3"


def never_read(data):
    data["seeds"]["hat"] = {"title": "A hat", "start": "on", "values": ["on", "off"]}
    pick(data, "f-list", "a")["plants"] = {"hat": "off"}


def never_offered(data):
    pick(data, "f-paper", "d")["when"] = "candor>=4 and candor<=2"


def never_taken(data):
    pick(data, "f-first", "a")["to"].insert(1, {"to": "f-gone", "when": "told=kept and trust>=1"})


def one_ending(data):
    for letter, other, when in (("a", "plank", "trust<=0"), ("b", "opened", "trust>=4"), ("c", "opened", "access>=4")):
        pick(data, "f-last", letter)["to"] = [{"to": f"f-end-{other}", "when": when}, {"to": "f-end-stove"}]


def dominated(data):
    pick(data, "f-carry", "a")["effects"] = {"trust": 1, "candor": 1}


def duplicate_id(data):
    at(data, "f-list")["choices"][1]["id"] = "a"


def no_text(data):
    pick(data, "f-gone", "c")["text"] = ""


def wrong_mark(data):
    at(data, "f-note")["text"] += " {echo 1}"


def leads_nowhere(data):
    pick(data, "f-other", "b")["to"] = "f-lits"


BROKEN = [  # what was broken, by which rule it fails, which scene the sentence names
    (never_reached, "never-reached", "`f-lost`"),
    (ending_never_reached, "never-reached", "`f-end-opened`"),
    (no_way_out, "no-ending", "`f-well`"),
    (empty_list, "no-choice", "`f-gone`"),
    (out_of_bounds, "out-of-bounds", "`f-list`"),
    (undefined_name, "unknown-name", "`f-paper`"),
    (never_read, "never-read", "`f-list`"),
    (never_offered, "never-offered", "`f-paper`"),
    (never_taken, "never-taken", "`f-first`"),
    (one_ending, "one-ending", "`f-last`"),
    (dominated, "dominated-choice", "`f-carry`"),
    (duplicate_id, "duplicate-id", "`f-list`"),
    (no_text, "no-text", "`f-gone`"),
    (wrong_mark, "unknown-mark", "`f-note`"),
    (leads_nowhere, "unknown-place", "`f-other`"),
]


@pytest.mark.parametrize(("change", "rule", "named"), BROKEN, ids=lambda value: getattr(value, "__name__", None))
def test_a_broken_story_fails_with_a_sentence_that_names_the_scene(proven, change, rule, named):
    errors = [one for one in proven(change).findings if not one.warning]
    found = [one for one in errors if one.rule == rule and named in one.message]
    assert found, [str(one) for one in errors]
    assert found[0].line > 1 and len(found[0].message.split()) > 5


def test_there_are_twelve_broken_stories_and_more():
    assert len(BROKEN) >= 12


def test_a_scene_that_stands_twice_is_found_when_the_file_is_read(proven):
    twice = TEXT.replace("  f-gone:\n", "  f-paper:\n", 1)
    (finding, *_rest) = proven(text=twice).findings
    assert finding.rule == "duplicate-key" and "`f-paper`" in finding.message


def test_a_loop_with_a_way_out_holds(proven):
    def loop(data):
        pick(data, "f-list", "c").update(to="f-other")

    assert not [one for one in proven(loop).findings if one.rule == "no-ending"]


def test_warnings_do_not_fail(proven):
    def thin(data):
        pick(data, "f-gone", "c")["when"] = "access<=1"
        pick(data, "f-gone", "b").pop("against")
        at(data, "f-plank")["echoes"].append({"when": "trust>=4 and candor>=4 and access>=4", "text": "Never."})

    proof = proven(thin)
    assert {one.rule for one in proof.findings} >= {"few-choices", "one-sided", "never-heard"}
    assert all(one.warning for one in proof.findings if one.rule in ("few-choices", "one-sided", "never-heard"))


def test_a_file_of_the_wrong_shape_is_not_walked(proven):
    proof = proven(lambda data: data.pop("start"))
    assert [one.rule for one in proof.findings] == ["shape"] and proof.figures == [] and proof.maps == {}


def test_a_blind_strategy_among_the_best_is_found(proven):
    def blind(data):
        for one in data["scenes"].values():
            for place, each in enumerate(one["choices"]):
                each["shows"] = {"process": 2, "power": 2, "ethics": 2} if place == 0 else {"process": 1}

    (found,) = [one for one in proven(blind).findings if one.rule == "blind-strategy"]
    assert "always taking the first choice" in found.message and "`f-note`" in found.message


def counted(one: Story) -> dict[str, int]:
    """Every state, one by one: (scene, variables, all other facts that any condition reads)."""
    read = {name for _, condition in one.conditions() for name in _names(condition)}
    kept = [name for name in [*one.variables, *sorted(read)] if name != "ending"]

    def key(name, facts):
        return name, tuple(min(2, facts.get(fact, 0)) if fact.startswith("@") else facts.get(fact, "") for fact in kept)

    start = (one.start, first_facts(one))
    seen, row = {key(*start)}, [start]
    while row:
        name, facts = row.pop()
        if name in one.scenes:
            for each in available(one.scenes[name], facts):
                following = move(one, one.scenes[name], each, facts)
                if key(*following) not in seen:
                    seen.add(key(*following))
                    row.append(following)
    return {name: len({vector[: len(one.variables)] for place, vector in seen if place == name}) for name, _ in seen}


def _names(condition):
    if condition is None:
        return set()
    if condition[0] in ("and", "or", "not"):
        return set().union(*(_names(part) for part in condition[1:]))
    return {condition[1]}


def vectors(one: Story) -> dict[str, int]:
    """The same by the walk: for each scene the number of different variable vectors, its seeds apart."""
    walk = Walk(one)
    walk.loops = set(one.scenes)  # keep every set
    walk.run()
    together: dict[str, int] = {}
    for (name, _), bits in walk.nodes.items():
        together[name] = together.get(name, 0) | bits
    return {name: bits.bit_count() for name, bits in together.items()}


def test_the_walk_agrees_with_a_plain_walk_state_by_state(folder, proven):
    proven()
    for one in (SAMPLE, load(compile_ref(folder, REF))):
        plain = {name: count for name, count in counted(one).items() if name in one.scenes}
        assert vectors(one) == plain


def test_the_walk_of_the_sample_finds_its_second_visit():
    found = Walk(SAMPLE).run()
    assert (
        ("pause", "c") in found.offered
        and found.endings == set(SAMPLE.endings)
        and not found.endless
        and not found.stuck
    )
    assert found.few == {"pause", "alone"}


def test_a_state_that_offers_nothing_is_found_though_others_do():
    only = scene("note", "before", [choice("a", "shut", {}, {"process": 1}, when=[">=", "trust", 3])])
    found = Walk(story(scenes=[only, *story_data()["scenes"][1:]])).run()
    assert found.stuck == {"note"} and "guests" not in found.sets


def test_sets_of_vectors_move_as_single_ones_do():
    levels, variables = Levels(SAMPLE), SAMPLE.variables
    for trust in range(5):
        for access in range(5):
            one = levels.at("trust", trust) & levels.at("access", access)
            assert one.bit_count() == 1
            for effects in ({"trust": 1}, {"trust": -1, "access": 1}, {"access": -3}, {"trust": 2, "access": 2}):
                after = [
                    min(variables[name].most, max(0, value + effects.get(name, 0)))
                    for name, value in (("trust", trust), ("access", access))
                ]
                moved = levels.moved(one, effects)
                assert moved == levels.at("trust", after[0]) & levels.at("access", after[1])
                assert levels.before(moved, effects) & one  # and the way back leads back
    assert levels.where(["and", [">=", "trust", 3], ["not", ["=", "access", 2]]], {}).bit_count() == 8
    assert levels.where(["or", ["<=", "trust", 0], ["=", "told", "no"]], {"told": "yes"}).bit_count() == 5
    assert levels.moved(levels.full, {}) == levels.full and levels.start().bit_count() == 1


def test_the_way_back_holds_all_that_lead_there():
    levels = Levels(SAMPLE)
    top = levels.at("trust", 4)
    assert levels.before(top, {"trust": 1}) == levels.at("trust", 3) | top
    assert levels.before(levels.at("trust", 0), {"trust": 1}) == 0
    assert levels.before(levels.at("trust", 0), {"trust": -2}) == levels.at("trust", 0) | levels.at(
        "trust", 1
    ) | levels.at("trust", 2)


def test_plays_without_a_player():
    assert play(SAMPLE, position(0)).ending == "bridge" and play(SAMPLE, position(2)).ending == "shut"
    assert play(SAMPLE, by_lot(3)) == play(SAMPLE, by_lot(3))
    assert all(one.choice.effects.get("access", 0) >= 0 for one in play(SAMPLE, greedy("access", 1)).road)
    drawn = draw(SAMPLE, 300)
    assert sum(drawn.endings.values()) == 300 == len(drawn.lengths) and drawn.met["note"] == 300
    assert drawn.percentile(-1) == 0 and drawn.percentile(2) == 1


def test_the_command_prints_figures_and_writes_maps(folder, monkeypatch):
    (folder / "quizzes" / f"{REF}.roleplay.yml").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, ["prove", "--plays", "200"])
    assert result.exit_code == 0 and "0 to mend" in result.output and "10 scenes" in result.output
    svg, text = (folder / ".build" / "stories" / f"footbridge.{kind}" for kind in ("svg", "txt"))
    assert svg.read_text().startswith("<svg") and "f-gone" in svg.read_text()
    assert "f-first · The stove" in text.read_text() and "a -> f-asked * / f-plank" in text.read_text()


def test_the_command_fails_with_1_and_with_2(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert CliRunner().invoke(main, ["prove", "no/such"]).exit_code == 2
    (folder / "quizzes" / f"{REF}.roleplay.yml").write_text(
        TEXT.replace("to: f-other\n", "to: f-othre\n"), encoding="utf-8"
    )
    result = CliRunner().invoke(main, ["prove"])
    assert result.exit_code == 1 and "did you mean `f-other`?" in result.output and ".roleplay.yml:" in result.output


def test_a_code_from_a_debrief_can_be_replayed(folder, monkeypatch):
    (folder / "quizzes" / f"{REF}.roleplay.yml").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, ["prove", REF, "--replay", "3-caaabaac"])
    assert result.exit_code == 0 and "1 f-note c" in result.output.replace("  ", " ") and "f-end-" in result.output
    assert CliRunner().invoke(main, ["prove", REF, "--replay", "3-zz"]).exit_code == 1
    assert CliRunner().invoke(main, ["prove", "--replay", "3-a"]).exit_code == 2


NAMES = Names({"trust": (0, 4)}, {"told": ["no", "yes"]}, {"note": ["a", "b"]}, ["shut"])


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("trust>=2", [">=", "trust", 2]),
        (
            "told=yes and trust<=1 or trust=4",
            ["or", ["and", ["=", "told", "yes"], ["<=", "trust", 1]], ["=", "trust", 4]],
        ),
        ("not (told=yes or told=no)", ["not", ["or", ["=", "told", "yes"], ["=", "told", "no"]]]),
        ("met(note)", [">=", "@note", 1]),
        ("visits(note)>=2", [">=", "@note", 2]),
        ("took(note)=b", ["=", "#note", "b"]),
        ("ending=shut", ["=", "ending", "shut"]),
        ("always", None),
        ("((trust>=1))", [">=", "trust", 1]),
    ],
)
def test_conditions_are_parsed_to_lists(text, parsed):
    assert parse_condition(text, NAMES) == parsed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("trsut>=2", "did you mean `trust`?"),
        ("told=maybe", "no value of told `maybe`"),
        ("told>=1", "compare it with ="),
        ("trust>=9", "runs from 0 to 4"),
        ("trust=high", "is a number"),
        ("trust", "nothing"),
        ("(trust>=1", "never closed"),
        ("trust>=1 told=yes", "join comparisons"),
        ("trust>=1 and", "missing at its end"),
        ("met(nowhere)", "no scene `nowhere`"),
        ("took(note)=z", "no choice of note `z`"),
        ("took(note)>=a", "took(note)=choice"),
        ("__import__('os')", "none of and, or, not"),
        ("always and trust>=1", "stands alone"),
        ("(" * 40 + "trust>=1", "nested too deep"),
        ("", "missing at its end"),
    ],
)
def test_a_condition_that_is_none_says_what_to_write(text, words):
    with pytest.raises(NotCompiled) as error:
        parse_condition(text, NAMES)
    assert words in str(error.value)


STORIES = ["forty-days", "ninety-minutes", "two-winters"]
real = pytest.mark.skipif(not refs(ROOT), reason="no stories here")


@real
@pytest.mark.parametrize("slug", STORIES)
def test_the_courses_stories_hold(slug):
    proof = prove(ROOT, f"04-the-third-party/{slug}", plays=600)
    assert [str(one) for one in proof.findings] == []


@real
@pytest.mark.parametrize("slug", STORIES)
def test_the_courses_stories_stay_small_and_cite_for_and_against(slug):
    data = compile_ref(ROOT, f"04-the-third-party/{slug}")
    assert len(canonical(data).encode()) < 500_000
    assert all(one["for"] and one["against"] for item in data["scenes"] for one in item["choices"])
    assert json.loads(canonical(data)) == data
