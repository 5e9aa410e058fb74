"""A line chart for the labs, as HTML with SVG in it. It imports nothing of ours: a notebook that is downloaded carries this file.

Words keep their size on any screen: across, places are shares of the width; down, they are rem. Only the curves are stretched, in a
drawing of their own. Curves differ by dash and width before color. How all this looks stands in STYLE, which the site's style sheet
takes in, so that a page says it once; another notebook program gets it with each chart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

TALL, TOP, FOOT = 9, 2.5, 1.4  # rem of the curves, of the two rows of words over them, of the row under them
FLOOR = TOP + TALL
SLACK = 0.3  # hundredths of the height: less than the eye sees
LOOKS = "abcd"  # the classes of the curves
STYLE = f"""
.st-lines {{ display: block; margin: 0; }}
.st-lines > svg {{ display: block; inline-size: 100%; max-inline-size: none; block-size: {FLOOR + FOOT}rem; overflow: visible; }}
.st-lines > svg > svg {{ max-inline-size: none; block-size: {TALL}rem; overflow: visible; }}
.st-lines path {{ fill: none; stroke: currentColor; stroke-width: 2.5; stroke-linecap: round; vector-effect: non-scaling-stroke; }}
.st-lines .b {{ stroke: var(--st-brass-line, currentColor); stroke-dasharray: 8 5; }}
.st-lines .c {{ stroke: var(--st-baize, currentColor); stroke-width: 3; stroke-dasharray: 1 5; }}
.st-lines .d {{ stroke-width: 1.5; stroke-dasharray: 10 4 2 4; }}
.st-lines .of {{ stroke-width: 1; opacity: .3; }}
.st-lines .at {{ stroke-width: 1; stroke-linecap: butt; }}
.st-lines .at + .at {{ stroke-dasharray: 2 3; }}
.st-lines text {{ fill: currentColor; font: 500 var(--st-label, 13px) var(--st-sans, sans-serif); }}
.st-lines > ul {{ display: flex; flex-wrap: wrap; gap: 0 1rem; list-style: none; margin: 0; padding: 0; }}
.st-lines li svg {{ inline-size: 40px; block-size: 12px; overflow: visible; }}
"""


@dataclass(frozen=True)
class Chart:
    """Curves by name, each with a value a step, from 0 to `top`. `marks` are words at a step, `line` a level to compare with."""

    title: str
    curves: Mapping[str, Sequence[float]]
    marks: Mapping[int, str] = field(default_factory=dict)
    line: float | None = None
    top: float = 1
    step: str = "month"

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn where it is written down, not later where it is shown."""
        if not self.curves or len(self.curves) > len(LOOKS):
            raise ValueError(f"a chart has between one and {len(LOOKS)} curves, not {len(self.curves)}")
        for name, values in self.curves.items():
            if len(values) < 2:
                raise ValueError(f"the curve {name!r} needs two values or more")

    @property
    def last(self) -> int:
        """The last step of the longest curve."""
        return max(len(values) - 1 for values in self.curves.values())

    def _repr_html_(self) -> str:
        """What another notebook program shows."""
        return f"<style>{STYLE}</style>{self.drawing()}"

    def drawing(self) -> str:
        """The chart as HTML, without its style."""
        keys = "".join(
            f'<li><svg width="40" height="12" aria-hidden="true"><path class="{look}" d="M0 8h40"/></svg> {_safe(name)}</li>'
            for look, name in zip(LOOKS, self.curves, strict=False)
        )
        words = f'role="img" aria-label="{_safe(self.said())}"'
        svg = f'<svg width="100%" height="{FLOOR + FOOT}rem" {words}>{self._lines()}{self._words()}</svg>'
        return f'<figure class="st-lines"><figcaption>{_safe(self.title)}</figcaption>{svg}<ul>{keys}</ul></figure>'

    def _lines(self) -> str:
        """The one part that is stretched to the width; its strokes are not."""
        marks = "".join(f"M{at} {'-16' if row % 2 == 0 else '-4'}V100" for row, at in enumerate(sorted(self.marks)))
        level = "" if self.line is None else f"M0 {self._height(self.line):.3g}h{self.last}"
        rules = f'<path class="of" d="M0 0h{self.last}M0 50h{self.last}M0 100h{self.last}"/>'
        rules += f'<path class="at" d="{marks}"/><path class="at" d="{level}"/>'
        curves = "".join(
            f'<path class="{look}" d="{self._path(values)}"/>'
            for look, values in zip(LOOKS, self.curves.values(), strict=False)
        )
        box = f'viewBox="0 0 {self.last} 100" preserveAspectRatio="none"'
        return f'<svg y="{TOP}rem" height="{TALL}rem" {box}>{rules}{curves}</svg>'

    def _height(self, value: float) -> float:
        """Hundredths from the top."""
        return 100 - 100 * min(max(value / self.top, 0), 1)

    def _path(self, values: Sequence[float]) -> str:
        heights = [self._height(value) for value in values]
        corners = [(at, round(heights[at])) for at in _corners(heights)]
        turns = (f"{x - was} {y - before}" for (was, before), (x, y) in zip(corners, corners[1:], strict=False))
        return f"M0 {corners[0][1]}l" + " ".join(turns).replace(" -", "-")

    def _words(self) -> str:
        marks = [_text(words, at / self.last, 0.8 + 1.1 * (row % 2)) for row, (at, words) in self._marks()]
        heights = [_text(f"{self.top * share:g}", 0, FLOOR - TALL * share - 0.25) for share in (0.5, 1)]
        steps = sorted({0, self.last // 2, self.last} if self.last > 3 else {0, self.last})
        below = [_text(f"{self.step} {at}" if at else "0", at / self.last, FLOOR + 1) for at in steps]
        return "".join([*marks, *heights, *below])

    def _marks(self) -> list[tuple[int, tuple[int, str]]]:
        return list(enumerate(sorted(self.marks.items())))

    def said(self) -> str:
        """The chart in words, for whoever does not see it."""
        marks = [f"{self.step.capitalize()} {at}: {words}." for at, words in sorted(self.marks.items())]
        return " ".join([*(_course(name, values, self.step) for name, values in self.curves.items()), *marks])


def _corners(heights: Sequence[float]) -> list[int]:
    """The steps between which a curve may be drawn straight, so that it is nowhere out by more than SLACK."""
    corners, low, high = [0], -inf, inf  # the slopes that still pass every point since the last corner closely enough
    for at in range(1, len(heights)):
        rise = heights[at] - heights[corners[-1]]
        if not low <= rise / (at - corners[-1]) <= high:
            corners.append(at - 1)
            low, high, rise = -inf, inf, heights[at] - heights[at - 1]
        low = max(low, (rise - SLACK) / (at - corners[-1]))
        high = min(high, (rise + SLACK) / (at - corners[-1]))
    return [*corners, len(heights) - 1]


def _course(name: str, values: Sequence[float], step: str) -> str:
    most = max(values)
    peak = f", at most {most:.2f} in {step} {list(values).index(most)}" if most > max(values[0], values[-1]) else ""
    return f"{name}: from {values[0]:.2f} to {values[-1]:.2f}{peak}."


def _text(words: str, share: float, y: float) -> str:
    """Words at a share of the width; those near an end stay inside."""
    x = f' x="{100 * share:.3g}%"' if share else ""
    anchor = "" if share < 0.2 else f' text-anchor="{"end" if share > 0.8 else "middle"}"'
    return f'<text{x} y="{y:g}rem"{anchor}>{_safe(words)}</text>'


def _safe(words: str) -> str:
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        words = words.replace(sign, entity)
    return words
