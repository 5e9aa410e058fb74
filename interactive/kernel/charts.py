"""Charts as inline SVG that keep their text size on any screen: across they are measured in percent, down in rem.

A chart is never alone: `chart` puts a sentence over it that says what it shows, and the same numbers under it as a table. Colors
are the theme's tokens, so both schemes and paper are served; nothing is told by color alone. The heights stand in progress.css as
well, because the theme sets every svg's height and a page under a strict policy may carry no style of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from interactive.kernel.html import Child, Safe, tag

TALL, TOP, FOOT = 5.5, 1.1, 1.2  # rem of the tallest bar, of the number over it, of the label under it
LEAST = 0.1  # rem of a bar that is not nothing
INK, RULE, BRASS, WORDS = "var(--st-ink)", "var(--st-rule)", "var(--st-brass-line)", "var(--st-ink-2)"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `label` names it, `value` is its length in the chart's unit, `said` is that value in words for the table.

    `top` is what stands over a standing bar ("" for nothing); `mark` is a second value on the same scale, drawn as a tick.
    """

    label: str
    value: float
    said: str
    top: str = ""
    mark: float | None = None


def standing(bars: Sequence[Bar], say: str, *, every: int = 1) -> Safe:
    """Bars side by side, the first at the left; every `every`-th has its label under it. `say` is what the ear gets."""
    most = max((bar.value for bar in bars), default=0) or 1
    step = 100 / max(1, len(bars))
    inside: list[Child] = []
    for place, bar in enumerate(bars):
        middle = _percent(step * (place + 0.5))
        if bar.value > 0:
            tall = max(LEAST, TALL * bar.value / most)
            top = TOP + TALL - tall
            inside.append(_rect(_percent(step * (place + 0.15)), top, _percent(step * 0.7), tall, BRASS))
            inside.append(_text(bar.top, middle, top - 0.3))
        if place % every == 0:
            inside.append(_text(bar.label, middle, TOP + TALL + 0.9))
    inside.append(_line("0", "100%", TOP + TALL, TOP + TALL, INK))
    return tag("svg", inside, class_="st-bars", role="img", aria_label=say)


def lying(bars: Sequence[Bar], say: str, *, most: float) -> Safe:
    """Bars under one another, each on its own rail from 0 to `most`, its label and its value in words over it."""
    rows = []
    for bar in bars:
        inside = [_rect("0", 0.3, "100%", 0.6, RULE), _rect("0", 0.3, _share(bar.value, most), 0.6, BRASS)]
        if bar.mark is not None:
            at = _share(bar.mark, most)
            inside.append(_line(at, at, 0.05, 1.15, INK, width="3"))
        words = tag("span", f"{bar.label}: {bar.said}")
        rows.append(tag("div", words, tag("svg", inside, class_="st-bar", aria_hidden="true")))
    return tag("div", rows, class_="st-lying", role="img", aria_label=say)


def rails(read: float, done: float) -> Safe:
    """Two thin rails, what was read over what was done (shares, 0 to 1). The words beside them say the same."""
    lines = [_line("0", "100%", 0.35, 0.35, RULE), _line("0", "100%", 0.7, 0.7, RULE)]
    lines += [_rect("0", 0.15, _share(read, 1), 0.2, INK)] if read > 0 else []
    lines += [_rect("0", 0.59, _share(done, 1), 0.12, BRASS)] if done > 0 else []
    return tag("svg", lines, class_="st-two-rails", aria_hidden="true", focusable="false")


def chart(sentence: Child, drawing: Child, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Safe:
    """A figure: what it shows in a sentence, the drawing, and its numbers as a table for whoever wants them."""
    body = [
        tag("tr", [tag("th", first, scope="row"), *(tag("td", cell) for cell in rest)])
        for first, *rest in map(list, rows)
    ]
    head = tag("thead", tag("tr", [tag("th", words, scope="col") for words in heads]))
    table = tag("table", head, tag("tbody", body), class_="st-table")
    more = tag("details", tag("summary", "As a table"), tag("div", table, class_="st-wrap"), class_="st-more")
    return tag("figure", tag("figcaption", sentence), drawing, more, class_="st-chart")


def _rect(x: str, y: float, wide: str, tall: float, fill: str) -> Safe:
    return tag("rect", x=x, y=_rem(y), width=wide, height=_rem(tall), fill=fill)


def _line(x1: str, x2: str, y1: float, y2: float, stroke: str, *, width: str | None = None) -> Safe:
    return tag("line", x1=x1, x2=x2, y1=_rem(y1), y2=_rem(y2), stroke=stroke, stroke_width=width)


def _text(words: str, x: str, y: float) -> Safe | None:
    return tag("text", words, x=x, y=_rem(y), text_anchor="middle", fill=WORDS) if words else None


def _share(value: float, most: float) -> str:
    return _percent(100 * min(1.0, value / (most or 1)))


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def _rem(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") + "rem"
