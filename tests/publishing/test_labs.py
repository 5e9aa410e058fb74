"""The notebooks of the course run from the top, give the same each time, fill their pages, and run elsewhere without us."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from interactive.labs.cells import Shown
from interactive.publishing.labs import code_cells, fill, for_download, run_notebook

ROOT = Path(__file__).parents[2]
LABS = sorted((ROOT / "content" / "labs").glob("*.ipynb"))
PAGE = """<body>
    <p>one
       two</p>
<style>

</style>
<pre>  <span class="n">a</span> <span class="o">=</span> <span class="s2">"b"</span>
  c</pre><div data-search-exclude="" class="st-cell__out"></div>
<div class="st-cell__out"></div></body>"""


def notebook(*codes):
    return {"cells": [{"cell_type": "code", "source": [code]} for code in codes]}


def test_there_is_a_lab():
    assert LABS


@pytest.mark.parametrize("path", LABS, ids=lambda path: path.stem)
def test_a_lab_runs_and_gives_the_same_each_time(path):
    lab = json.loads(path.read_text(encoding="utf-8"))
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in code_cells(lab))
    shown = run_notebook(path.stem, lab)
    assert shown == run_notebook(path.stem, lab)
    assert 8 <= len(shown) <= 14 and any(one.drawing for one in shown)


@pytest.mark.parametrize("path", LABS, ids=lambda path: path.stem)
def test_a_downloaded_lab_runs_without_us_and_gives_the_same(path, tmp_path):
    lab = json.loads(path.read_text(encoding="utf-8"))
    copy = for_download(lab, run_notebook(path.stem, lab), ROOT)
    assert "](../" not in json.dumps(copy)
    codes = ["".join(cell["source"]) for cell in code_cells(copy)]
    assert not re.search(r"^(from|import) interactive\b", "\n".join(codes), re.MULTILINE)
    program = "import sys, types\nsys.modules['interactive'] = None\n" + "\n".join(codes)
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    printed = ["".join(out["text"]) for cell in code_cells(copy) for out in cell["outputs"] if "text" in out]
    assert done.stdout == "".join(printed)
    drawn = [out["data"] for cell in code_cells(copy) for out in cell["outputs"] if "text/html" in out.get("data", {})]
    assert drawn and all("".join(data["text/html"]).startswith("<style>") for data in drawn)


def test_an_error_in_a_lab_ends_the_build():
    with pytest.raises(RuntimeError, match=r"(?s)content/labs/bad.ipynb: cell 2 ends in an error.*ZeroDivisionError"):
        run_notebook("bad", notebook("a = 1", "a / 0"))


def test_a_page_is_filled_and_loses_what_only_makes_it_larger():
    page = fill(PAGE, [Shown(printed="<1>"), Shown(value="2")])
    assert fill(page, [Shown(value="3"), Shown()]) == page
    assert page.startswith('<body>\n<p>one\ntwo</p>\n<pre>  a = <span class="s2">"b"</span>\n  c</pre>')
    assert page.endswith(
        'class="st-cell__out"><pre>&lt;1&gt;</pre></div>\n<div class="st-cell__out"><pre>2</pre></div></body>'
    )
