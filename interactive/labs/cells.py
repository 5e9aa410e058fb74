"""Runs the cells of a notebook and draws what comes of them: at build to fill the page, in the worker when a reader presses Run.

A chart of ours is drawn; whatever else a cell gives is text. What a cell does wrong is told as Python tells it and harms nothing.
"""

import ast
import json
import linecache
import traceback
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass
from io import StringIO

from interactive.kernel.html import Safe, tag
from interactive.labs.chart import Chart

type Names = dict[str, object]

LONGEST = 20_000  # characters that one cell may print: more would only choke the page
CUT = "\n… and more: what a cell prints is cut here.\n"

_notebooks: dict[str, Names] = {}  # what the cells of each notebook have defined, as long as this Python lives


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell came to: what it printed, the value of its last line as text or as a drawing, the error that ended it."""

    printed: str = ""
    value: str = ""
    drawing: str = ""
    error: str = ""


class _Page(StringIO):
    """Takes what is printed, up to a limit, so that a loop that prints cannot fill the memory."""

    def write(self, text: str, /) -> int:
        room = LONGEST - self.tell()
        super().write(text if len(text) <= room else text[: max(0, room)])
        return len(text)

    def told(self) -> str:
        """What was printed, with a word about what was not kept."""
        return self.getvalue() + (CUT if self.tell() >= LONGEST else "")


def fresh() -> Names:
    """The names of a notebook in which nothing has run. Dataclasses want to know where they were made."""
    return {"__name__": "__main__"}


def run(names: Names, title: str, code: str) -> Shown:
    """Run one cell among these names. `title` names it in a traceback. Never raises."""
    linecache.cache[title] = (len(code), None, code.splitlines(keepends=True), title)
    page = _Page()
    try:
        with redirect_stdout(page), redirect_stderr(page):
            text, drawing = _drawn(_value(names, title, code))
        return Shown(page.told(), text, drawing)
    except BaseException as error:  # also SystemExit: a cell that leaves must not take the course with it
        return Shown(page.told(), error=_traceback(error, title))


def run_all(title: str, codes: Sequence[str]) -> list[dict[str, str]]:
    """Run a notebook from the top; what each of its cells came to, as data."""
    names = fresh()
    return [asdict(run(names, f"{title}, cell {number}", code)) for number, code in enumerate(codes, 1)]


def _value(names: Names, title: str, code: str) -> object:
    """Execute the cell; the value of its last line, if that is an expression."""
    module = ast.parse(code, title)
    last = module.body.pop() if module.body and isinstance(module.body[-1], ast.Expr) else None
    exec(compile(module, title, "exec"), names)
    return eval(compile(ast.Expression(last.value), title, "eval"), names) if isinstance(last, ast.Expr) else None


def _drawn(value: object) -> tuple[str, str]:
    """A value as text, and as a drawing if it is a chart of ours and nothing that only looks like one."""
    if type(value) is Chart:
        return f"{value.title}. {value.said()}", value.drawing()
    return ("" if value is None else repr(value)[:LONGEST]), ""


def _traceback(error: BaseException, title: str) -> str:
    """As Python tells it, from the cell's own frame: what lies above it is our machinery."""
    frames = error.__traceback__
    while frames and frames.tb_frame.f_code.co_filename != title:
        frames = frames.tb_next
    try:
        return "".join(traceback.format_exception(type(error), error, frames))
    except Exception:  # an exception whose own words raise one
        return type(error).__name__


def show(shown: Shown) -> Safe:
    """The output of a cell as HTML: text is escaped, a drawing stands as it is."""
    return Safe(
        (tag("pre", shown.printed) if shown.printed else "")
        + (shown.drawing or (tag("pre", shown.value) if shown.value else ""))
        + (tag("pre", shown.error, class_="st-cell__error") if shown.error else "")
    )


def answer(message: str) -> str:
    """Answer the worker: {"id", "lab", "cell", "code"} -> {"id", "ok", "html", "failed"}. Strings only, as on the bridge."""
    asked = json.loads(message)
    names = _notebooks.setdefault(asked["lab"], fresh())
    shown = run(names, f"{asked['lab']}, cell {asked['cell']}", asked["code"])
    reply = {"id": asked["id"], "ok": True, "html": show(shown), "failed": bool(shown.error)}
    return json.dumps(reply, ensure_ascii=False)
