"""The labs at build: each notebook is run from the top, its page filled with what the cells give, a copy written to download.

The notebooks themselves are kept without outputs, so that nothing in them can be out of date.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from interactive.labs.cells import Shown, show
from interactive.labs.chart import STYLE

LONGEST = 120  # seconds for one notebook
CHILD = "import json, sys; from interactive.labs.cells import run_all; json.dump(run_all(*json.load(sys.stdin)), sys.stdout)"
FILLED = re.compile(r'\bclass="st-cell__out"[^>]*>(?!</div>)')
PLACE = re.compile(r'(<div\b[^>]*\bclass="st-cell__out"[^>]*>)(?=</div>)')
COLORED = ("c1", "k", "kn", "s1", "s2", "sd")  # remarks, keywords, strings; the editor will color the rest
SPAN = re.compile(r'<span(?: class="(\w+)")?>([^<]*)</span>')
DONE = re.compile(
    r"""<style>\s*</style>| data-search-exclude(?:="")?"""
)  # the plugin's; and the search has read the page
KEPT = re.compile(r"(<(pre|script|textarea)\b.*?</\2>)", re.DOTALL)  # where the white space counts
OURS = re.compile(r"^from interactive\.labs\.(\w+) import .*$", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\(\.\./[^)\s]*\)")


def write_labs(root: Path, site: Path) -> None:
    """Finish every lab of a built site."""
    for path in sorted((root / "content" / "labs").glob("*.ipynb")):
        page = site / "labs" / f"{path.stem}.html"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        shown = run_notebook(path.stem, notebook)
        page.write_text(fill(page.read_text(encoding="utf-8"), shown), encoding="utf-8")
        copy = json.dumps(for_download(notebook, shown, root), indent=1, ensure_ascii=False)
        page.with_suffix(".ipynb").write_text(copy + "\n", encoding="utf-8")


def run_notebook(name: str, notebook: Mapping[str, Any]) -> list[Shown]:
    """Run the code cells in one new Python, each as a reader would; an error in one of them ends the build."""
    codes = ["".join(cell["source"]) for cell in code_cells(notebook)]
    done = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=json.dumps([name, codes]),
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    shown = [Shown(**row) for row in json.loads(done.stdout)]
    for number, one in enumerate(shown, 1):
        if one.error:
            raise RuntimeError(f"content/labs/{name}.ipynb: cell {number} ends in an error\n{one.error}")
    return shown


def code_cells(notebook: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The cells that run, in order."""
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def fill(page: str, shown: Sequence[Shown]) -> str:
    """Put each cell's output in its place on the page, and take out what only makes the page larger: a fifth of it.

    That is the indentation of the theme's templates, and marks around words of code that look like any other word. A page that
    was published before is left as it is.
    """
    if FILLED.search(page):
        return page
    outputs = iter(shown)
    page = PLACE.sub(lambda place: place[1] + show(next(outputs)), DONE.sub("", page))
    parts = KEPT.split(page)  # text, kept part, its tag, text, ...
    return "".join(
        re.sub(r"\s*\n\s*", "\n", parts[at]) + SPAN.sub(_plain, "".join(parts[at + 1 : at + 2]))
        for at in range(0, len(parts), 3)
    )


def _plain(span: re.Match[str]) -> str:
    """A word of code with its mark, or without it."""
    return span[0] if span[1] in COLORED else span[2]


def for_download(notebook: Mapping[str, Any], shown: Sequence[Shown], root: Path) -> dict[str, Any]:
    """The notebook with its outputs, for any notebook program: our modules stand in it, and links into the site are words."""
    copy: dict[str, Any] = json.loads(json.dumps(notebook))
    for number, (cell, one) in enumerate(zip(code_cells(copy), shown, strict=True), 1):
        code = OURS.sub(lambda line: _module(root, line[1]), "".join(cell["source"]))
        cell.update(source=_lines(code), execution_count=number, outputs=_outputs(one, number))
    for cell in copy["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = _lines(LINK.sub(r"\1", "".join(cell["source"])))
    return copy


def _module(root: Path, name: str) -> str:
    """The text of a module of the labs that notebooks import. Such a module imports nothing of ours itself."""
    text = (root / "interactive" / "labs" / f"{name}.py").read_text(encoding="utf-8").strip()
    return f"# From Second Track, interactive/labs/{name}.py. MIT License, (c) The Second Track authors.\n{text}"


def _outputs(shown: Shown, number: int) -> list[dict[str, Any]]:
    printed = {"output_type": "stream", "name": "stdout", "text": _lines(shown.printed)}
    drawing = {"text/html": _lines(f"<style>{STYLE}</style>{shown.drawing}")} if shown.drawing else {}
    data = {"text/plain": _lines(shown.value), **drawing}
    value = {"output_type": "execute_result", "execution_count": number, "metadata": {}, "data": data}
    return ([printed] if shown.printed else []) + ([value] if shown.value else [])


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
