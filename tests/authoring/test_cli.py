"""The `course` command as an author meets it."""

from datetime import date

import pytest
from click.testing import CliRunner

from interactive.authoring.cli import main
from interactive.authoring.lint import check
from interactive.authoring.project import Project
from tests.authoring.conftest import GOOD

FILE = "quizzes/00-sample/colors.sorter.yml"


@pytest.fixture
def run(course, monkeypatch):
    monkeypatch.chdir(course.root)
    return lambda *words: CliRunner().invoke(main, list(words))


def test_a_clean_course_exits_with_0(run):
    result = run("check")
    assert result.exit_code == 0 and "0 to mend, 0 warnings, 1 definitions, 1 pages" in result.output


def test_findings_exit_with_1_and_are_printed(run, course):
    course.write(FILE, GOOD.replace("bin: blue", "bin: bleu"))
    result = run("check")
    assert result.exit_code == 1 and f"{FILE}:32:5: unknown-bin" in result.output


def test_only_what_was_asked_for_is_shown(run, course):
    course.write(FILE, GOOD.replace("bin: blue", "bin: bleu"))
    assert run("check", "content").exit_code == 0
    assert run("check", FILE).exit_code == 1


def test_warnings_fail_only_when_asked(run, course):
    course.write(
        "content/lessons/00-sample/index.md", "---\nobjectives: {s0-tell-colors: x}\n---\n## R {#red}\n## B {#blue}\n"
    )
    assert run("check").exit_code == 0
    assert run("check", "--warnings-as-errors").exit_code == 1


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--no-such"),
        ("check", "no-such-file"),
        ("dance",),
        ("new", "sorter", "Bad Name"),
        ("new", "sorter", "00-sample/colors"),
    ],
)
def test_what_is_not_understood_exits_with_2(run, words):
    assert run(*words).exit_code == 2


def test_outside_a_course_it_says_so(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 2 and "no mkdocs.yml" in result.output


@pytest.mark.parametrize("words", [(), ("check",), ("assets",), ("publish",), ("new",), ("new", "sorter")])
def test_every_command_explains_itself(run, words):
    result = run(*words, "--help")
    assert result.exit_code == 0 and "Usage:" in result.output


def test_a_new_sorter_has_the_right_shape_and_lacks_only_what_is_todo(run, course):
    result = run("new", "sorter", "00-sample/shades")
    assert result.exit_code == 0 and "00-sample/shades" in result.output
    rules = {finding.rule for finding in check(Project(course.root, date(2026, 11, 24))) if "shades" in finding.path}
    assert rules == {"objective-not-taught", "unknown-cite", "activity-not-on-a-page"}


def test_a_new_quiz_has_the_right_shape_and_lacks_only_what_is_todo(run, course):
    result = run("new", "quiz", "00-sample/shades")
    assert result.exit_code == 0 and "00-sample/shades" in result.output
    rules = {finding.rule for finding in check(Project(course.root, date(2026, 11, 24))) if "shades" in finding.path}
    begun = {"bank-mix", "objective-too-few"}
    assert rules == {"objective-not-taught", "unknown-cite", "activity-not-on-a-page"} | begun


@pytest.mark.parametrize("kind", ["memo", "plan", "profile", "transfer"])
def test_a_new_plan_or_profile_has_the_right_shape_and_lacks_only_what_is_todo(run, course, kind):
    assert run("new", kind, "00-sample/shades").exit_code == 0
    rules = {finding.rule for finding in check(Project(course.root, date(2026, 11, 24))) if "shades" in finding.path}
    assert rules == {"objective-not-taught", "unknown-cite", "activity-not-on-a-page"}


def test_an_existing_file_is_left_alone(run, course):
    before = (course.root / FILE).read_text()
    assert "left as it is" in run("new", "sorter", "00-sample/colors").output
    assert (course.root / FILE).read_text() == before


def test_assets_are_compiled(run, course):
    assert "1 definitions" in run("assets").output
    assert list((course.root / ".build/definitions").glob("*.json"))


def test_assets_of_a_course_with_mistakes_say_which_and_exit_with_1(run, course):
    course.write(FILE, GOOD.replace("draw: 2", "draw: two"))
    result = run("assets")
    assert result.exit_code == 1 and f"{FILE}:7:1: shape" in result.output
