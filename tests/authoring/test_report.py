"""`course check --report`: tables that a person can read, beside the curriculum's numbers, and the exit code as ever."""

import pytest
from click.testing import CliRunner

from interactive.authoring.cli import main
from tests.authoring.bank_sample import BANK, choice
from tests.authoring.conftest import ROOT

FILE = "quizzes/00-sample/shades.quiz.yml"


@pytest.fixture
def run(course, monkeypatch):
    course.write(
        FILE, BANK + choice("several", "Which two are cold?", "Blue", "Cyan", "Pink", key="a, b", difficulty=3)
    )
    course.write("quizzes/02-other/bank.quiz.yml", "version: 1\nitems: []\n")
    monkeypatch.chdir(course.root)
    return lambda *words: CliRunner().invoke(main, ["check", *words])


def rows(output: str, title: str) -> dict[str, str]:
    """The lines of one table, by their first words."""
    table = output.split(f"{title}\n{'-' * len(title)}\n")[1].split("\n\n")[0]
    return {line[:34].strip(): " ".join(line[34:].split()) for line in table.splitlines()}


def test_a_bank_is_counted_beside_what_it_should_hold(run):
    table = rows(run("--report").output, FILE)
    assert table["items"] == "6 12 or more short"
    assert table["at difficulty 1"] == "1 of 6 (17%) half or less ok"
    assert table["at difficulty 3"] == "4 of 6 (67%) a quarter or more ok"
    assert table["types"] == "5 3 or more ok"
    assert table["choice"] == "2, 1 with several keys"
    assert table["contested"] == "1 2 or more short"
    assert table["key is longest option"] == "0 of 1 (0%)"  # one item says nothing about a bank
    assert table["key in place 2"] == "1 of 1 (100%)"
    assert table["s0-tell-colors"] == "6 3 or more ok"


def test_the_whole_course_is_counted_too(run, course):
    table = rows(run("--report").output, "The whole course")
    assert table["items"] == "6" and table["00-sample/shades"] == "6" and table["02-other/bank"] == "0"
    assert table["objectives with 3 items or more"] == "1 of 1 all ok"
    assert table["terms of the glossary"] == "0 100 or more short"
    course.change("content/lessons/00-sample/index.md", "tell colors apart", "tell colors apart\n  s0-mix: mix them")
    table = rows(run("--report").output, "The whole course")
    assert table["objectives with 3 items or more"] == "1 of 2 all short" and table["s0-mix"] == "0 3 or more short"


def test_findings_come_first_and_the_exit_code_is_that_of_the_findings(run, course):
    (course.root / "quizzes/02-other/bank.quiz.yml").unlink()
    result = run("--report")
    assert result.exit_code == run().exit_code == 0
    assert (
        result.output.index("warning: bank-mix")
        < result.output.index("The whole course")
        < result.output.index("to mend")
    )
    course.change(FILE, "key: [b]", "key: [e]")
    assert run("--report").exit_code == 1


def test_paths_narrow_what_is_counted(run):
    output = run("--report", "quizzes/00-sample").output
    assert FILE in output and "quizzes/02-other/bank.quiz.yml\n---" not in output and "The whole course" in output


def test_the_tables_of_this_course_fit_a_terminal(monkeypatch):
    monkeypatch.chdir(ROOT)
    tables = CliRunner().invoke(main, ["check", "--report", "quizzes"]).output.split("quiz.yml\n---", 1)[1]
    assert max(map(len, tables.splitlines())) <= 100
