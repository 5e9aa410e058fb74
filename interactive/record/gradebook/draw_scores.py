"""How the class did: the spread of scores, over everything or in one task, as bars and as a table."""

from collections.abc import Sequence

from interactive.kernel.charts import Bar, chart, standing
from interactive.kernel.days import counted
from interactive.kernel.html import Child, Safe, tag
from interactive.kernel.score import Score
from interactive.record.gradebook.draw_view import View
from interactive.record.gradebook.model import Book, points

BANDS = 10
NONE = "There are no scores yet."


def scores_html(book: Book, view: View) -> Safe:
    """A list of what to look at, and the chart of it."""
    column = next((one for one in book.columns if one.ref == view.scores and one.scored), None)
    if column is None:
        found = [(raw, most) for raw, most in (points(book, student) for student in book.students) if most]
        shares = [raw / most for raw, most in found]
        rest = 0
    else:
        best = [student.results[column.ref].best for student in book.students if column.ref in student.results]
        shares = [score.scaled for score in best if isinstance(score, Score)]
        rest = len(book.students) - len(shares)
    drawn = spread_chart(shares, rest) if shares else tag("p", NONE)
    return tag("div", _choice(book, view), drawn)


def spread_chart(shares: Sequence[float], without: int) -> Safe:
    """Ten bands, a bar for each; `without` students have no score there and are told apart."""
    bands = [0] * BANDS
    for share in shares:
        bands[max(0, min(BANDS - 1, int(share * BANDS + 1e-9)))] += 1
    names = [f"{place * 10} to {place * 10 + (9 if place < BANDS - 1 else 10)}" for place in range(BANDS)]
    bars = [
        Bar(str(place * 10), many, counted(many, "student"), top=str(many) if many else "")
        for place, many in enumerate(bands)
    ]
    middle, low, high = _middle(shares), min(shares), max(shares)
    rests = (
        f" {counted(without, 'student')} without a score there {'is' if without == 1 else 'are'} not in it."
        if without
        else ""
    )
    said = f"The middle score is {middle:.0%}; they go from {low:.0%} to {high:.0%} ({counted(len(shares), 'student')}).{rests}"
    told = "; ".join(f"{name} percent: {many}" for name, many in zip(names, bands, strict=True) if many)
    note = "Each bar stands for ten percent, which begin with the number under it."
    rows = [(f"{name} %", str(many)) for name, many in zip(names, bands, strict=True)]
    sentence: list[Child] = [tag("p", said), tag("p", note, class_="st-small")]
    return chart(sentence, standing(bars, f"Students by score. {told}."), ("Score", "Students"), rows)


def _middle(shares: Sequence[float]) -> float:
    """The median (not from `statistics`: importing that costs the worker a tenth of a second)."""
    ordered = sorted(shares)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _choice(book: Book, view: View) -> Child:
    scored = [column for column in book.columns if column.scored]
    if len(scored) < 2:
        return None
    options = [tag("option", "Everything together", value="", selected=not view.scores)]
    options += [tag("option", column.title, value=column.ref, selected=column.ref == view.scores) for column in scored]
    field = tag(
        "select",
        options,
        id="grade-scores",
        class_="st-select",
        data_view_key="scores",
        data_parts="scores",
        autocomplete="off",
    )
    return tag("label", "Scores in", field, class_="st-field st-grade__choice")
