"""The laws of a cell: what it prints and gives is shown, what it defines stays, what it does wrong is told and harms nothing."""

import json

import pytest

from interactive.labs.cells import CUT, LONGEST, answer, fresh, run, run_all, show
from interactive.labs.chart import Chart

CHART = "from interactive.labs.chart import Chart\nChart('<Two> & one', {'A': [0, 1]})"


def html(*codes):
    names = fresh()
    return [show(run(names, "here, cell 1", code)) for code in codes][-1]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("1 + 1", "<pre>2</pre>"),
        ("print('a')", "<pre>a\n</pre>"),
        ("print('a')\n'b'", "<pre>a\n</pre><pre>&#39;b&#39;</pre>"),
        ("import sys\nprint('a', file=sys.stderr)", "<pre>a\n</pre>"),
        ("x = 1", ""),
        ("None", ""),
        ("", ""),
        ("# only a remark", ""),
        ("if True:\n    5", ""),
        ("x = 1;", ""),
    ],
)
def test_what_is_printed_and_the_value_of_the_last_line_are_shown(code, shown):
    assert html(code) == shown


def test_names_stay_from_cell_to_cell_and_an_error_leaves_them():
    assert html("a = 1", "b = a + 1\n1 / 0\nc = 3", "a, b") == "<pre>(1, 2)</pre>"
    assert "NameError" in html("a = 1", "b = a + 1\n1 / 0\nc = 3", "c")


def test_a_traceback_begins_in_the_cell():
    told = run(fresh(), "here, cell 3", "def half(n):\n    return n / 0\n\nhalf(1)").error
    assert told.startswith(
        'Traceback (most recent call last):\n  File "here, cell 3", line 4, in <module>\n    half(1)\n'
    )
    assert "    return n / 0\n" in told and told.endswith("ZeroDivisionError: division by zero\n")
    assert "cells.py" not in told


def test_an_error_of_form_shows_the_line():
    told = run(fresh(), "here, cell 3", "a = 1\nb = = 2").error
    assert 'File "here, cell 3", line 2' in told and "b = = 2" in told and "SyntaxError" in told
    assert "cells.py" not in told


@pytest.mark.parametrize(
    "code",
    [
        "raise SystemExit",
        "raise KeyboardInterrupt",
        "exit()",
        "def f():\n    f()\nf()",
        "raise type('Odd', (Exception,), {'__str__': lambda self: 1 / 0})",
        "class Odd:\n    def __repr__(self):\n        return 1 / 0\nOdd()",
        "import no_such_module",
        "a = '\0'",
        "(" * 500,
        "from interactive.labs.chart import Chart\nChart('Empty', {})",
        "from interactive.labs.chart import Chart\nChart('Words', {'A': 'ab'})",
    ],
)
def test_nothing_that_a_cell_does_gets_out_of_it(code):
    names = fresh()
    assert run(names, "here, cell 1", code).error
    assert run(names, "here, cell 1", "6 * 7").value == "42"


def test_what_was_printed_before_the_error_is_kept():
    shown = run(fresh(), "here, cell 1", "print('so far')\n1 / 0")
    assert shown.printed == "so far\n" and "ZeroDivisionError" in shown.error


def test_a_flood_of_words_is_cut():
    shown = run(fresh(), "here, cell 1", "for n in range(100_000):\n    print(n)")
    assert len(shown.printed) == LONGEST + len(CUT) and shown.printed.endswith(CUT)
    assert len(run(fresh(), "here, cell 1", "'a' * 100_000").value) == LONGEST


def test_only_a_chart_of_ours_is_drawn():
    assert "<svg" in html(CHART) and "&lt;Two&gt; &amp; one" in html(CHART)
    for code in (
        "class Bad:\n    def _repr_html_(self):\n        return '<b>'\n    _repr_svg_ = _repr_html_\nBad()",
        f"{CHART.splitlines()[0]}\nclass Bad(Chart):\n    def drawing(self):\n        return '<b>'\nBad('', {{'A': [0, 1]}})",
        "print('<b>')",
        "'<b>'",
        "raise ValueError('<b>')",
    ):
        assert "<b>" not in html(code) and "<svg" not in html(code)


def test_dataclasses_can_be_made_in_a_cell():
    assert "A(n=1)" in html("from dataclasses import dataclass\n@dataclass\nclass A:\n    n: 'int' = 1\nA()")


def test_each_notebook_has_its_own_names():
    def ask(lab, code):
        return json.loads(answer(json.dumps({"id": 7, "lab": lab, "cell": 1, "code": code})))

    assert ask("one", "a = 1") == {"id": 7, "ok": True, "html": "", "failed": False}
    assert ask("one", "a")["html"] == "<pre>1</pre>"
    other = ask("two", "a")
    assert other["failed"] and "NameError" in other["html"]


def test_a_whole_notebook_runs_from_the_top():
    rows = run_all("here", ["a = 1", "a + 1"])
    assert [row["value"] for row in rows] == ["", "2"]


def test_a_chart_says_in_words_what_it_shows():
    chart = Chart("Two", {"A": [0, 1, 0.5], "B": [0, 0.25]}, {1: "here"})
    assert chart.said() == "A: from 0.00 to 0.50, at most 1.00 in month 1. B: from 0.00 to 0.25. Month 1: here."
    assert chart.said() in chart.drawing()
