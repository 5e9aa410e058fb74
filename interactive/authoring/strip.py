"""The timeline as a drawing: a mark for each entry beside two rails, official on one side and the rest on the other.

There is a broad drawing, where time runs to the right, and a tall one for narrow screens, where it runs down. The place along the
rails is the date, to scale; marks that would lie on one another move outward, row by row. Each mark is a link to its entry.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from interactive.authoring.timeline import LANES, Entry
from interactive.kernel.html import Safe, tag

STEP = 24.0  # a mark and the room around it: wide enough for a finger's tip
LETTER = 7.4  # the width of a letter of a label
BAND = 44.0  # between the rails, where the years stand
EDGE = 15.0  # from a rail to the middle of the first row, and from the end of a rail to its first and last year


@dataclass(frozen=True, slots=True)
class Plan:
    """How one drawing is laid out: the length of its rails, the rows that labels may use on either side, every how many years a number."""

    name: str
    upright: bool
    rails: float
    rows: tuple[int, int]
    every: int

    def point(self, along: float, across: float) -> tuple[float, float]:
        """Along and across the rails, as x and y."""
        return (across, along) if self.upright else (along, across)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an entry's mark lies: along the rails, and in which row from its rail. `labeled` if its short name stands beside it,
    `reach` is how many rows it needs in all.
    """

    entry: Entry
    along: float
    row: int
    labeled: bool
    reach: int


PLANS = (Plan("broad", False, 904, (4, 8), 20), Plan("tall", True, 960, (3, 5), 10))


def strip(entries: Sequence[Entry]) -> Safe:
    """Both drawings."""
    return Safe("".join(_draw(plan, entries) for plan in PLANS))


def packed(entries: Iterable[Entry], plan: Plan, side: int, span: tuple[int, int]) -> list[Mark]:
    """Give each entry the row nearest to the rail that is free, and its label where there is room for one."""
    free: list[float] = []  # row -> from where on it is free
    marks = []
    for entry in entries:
        along = EDGE + (entry.first.years - span[0]) / (span[1] - span[0]) * (plan.rails - 2 * EDGE)
        begin = along - STEP / 2
        for labeled in (bool(entry.short), False):
            length, depth = _extent(entry, plan, labeled)
            row = next(row for row in range(len(free) + 1) if all(end <= begin for end in free[row : row + depth]))
            if not labeled or (row + depth <= plan.rows[side] and (plan.upright or begin + length <= plan.rails)):
                break
        free += [0.0] * (row + depth - len(free))
        free[row : row + depth] = [begin + length] * depth
        marks.append(Mark(entry, along, row, labeled, row + depth))
    return marks


def _extent(entry: Entry, plan: Plan, labeled: bool) -> tuple[float, int]:
    """How far along and how many rows deep a mark reaches with its label."""
    words = 8 + len(entry.short) * LETTER if labeled else 0.0
    return (STEP, 1 + ceil(words / STEP)) if plan.upright else (STEP + words, 1)


def _draw(plan: Plan, entries: Sequence[Entry]) -> Safe:
    span = entries[0].first.year, max(entry.first.year for entry in entries) + 1
    official = packed((entry for entry in entries if entry.lane == "official"), plan, 0, span)
    others = packed((entry for entry in entries if entry.lane != "official"), plan, 1, span)
    first = _depth(official) + EDGE  # the official rail, measured across
    deep = first + BAND + EDGE + _depth(others)
    marks = sorted([*official, *others], key=lambda mark: (mark.entry.first, entries.index(mark.entry)))
    width, height = plan.point(plan.rails, deep)
    inside = [
        _rails(plan, first, deep, span),
        *(_mark(plan, mark, first, walk=not place) for place, mark in enumerate(marks)),
        _legend(plan, height),
    ]
    about = f"strip-{plan.name}"
    title, told = (
        tag("title", "The timeline in one look", id=f"{about}-t"),
        tag("desc", _told(entries), id=f"{about}-d"),
    )
    foot = 88 if plan.upright else 40
    attributes = (
        f'class="st-strip st-{plan.name}" viewBox="0 0 {width:.0f} {height + foot:.0f}" role="group" '
        f'aria-labelledby="{about}-t" aria-describedby="{about}-d"'
    )
    return Safe(f"<svg {attributes}>{title}{told}{''.join(inside)}</svg>")


def _depth(marks: Sequence[Mark]) -> float:
    return STEP * max((mark.reach for mark in marks), default=1)


def _rails(plan: Plan, first: float, deep: float, span: tuple[int, int]) -> str:
    """The two rails, a hairline every ten years, and the numbers of the years between the rails."""
    drawn = []
    for year in range(ceil(span[0] / 10) * 10, span[1] + 1, 10):
        along = EDGE + (year - span[0]) / (span[1] - span[0]) * (plan.rails - 2 * EDGE)
        drawn.append(_line("hair", plan.point(along, 0), plan.point(along, first)))
        drawn.append(_line("hair", plan.point(along, first + BAND), plan.point(along, deep)))
        if year % plan.every == 0:
            x, y = plan.point(along, first + BAND / 2)
            drawn.append(f'<text class="year" x="{x:.1f}" y="{y + 5:.1f}">{year}</text>')
    rails = (("one", first), ("two", first + BAND))
    drawn += [_line(name, plan.point(0, across), plan.point(plan.rails, across)) for name, across in rails]
    return "".join(drawn)


def _line(name: str, begin: tuple[float, float], end: tuple[float, float]) -> str:
    return f'<path class="{name}" d="M{begin[0]:.1f} {begin[1]:.1f}L{end[0]:.1f} {end[1]:.1f}"/>'


def _mark(plan: Plan, mark: Mark, first: float, *, walk: bool) -> str:
    """A mark as a link. Only the first can be reached with Tab: from there the arrow keys go on, and the list has every link again."""
    entry, outward = mark.entry, EDGE + STEP * mark.row
    official = entry.lane == "official"
    x, y = plan.point(mark.along, first - outward if official else first + BAND + outward)
    facets = "".join(f' data-{name}="{value}"' for name, value in entry.facets.items())
    name = tag("title", f"{entry.when}: {entry.title}. {LANES[entry.lane]}")
    room = f'<rect class="room" x="{x - STEP / 2:.1f}" y="{y - STEP / 2:.1f}" width="{STEP:.0f}" height="{STEP:.0f}"/>'
    ends = official and plan.upright
    label = _label(entry.short, x - 14 if ends else x + 14, y + 5, end=ends) if mark.labeled else ""
    return (
        f'<a href="#{entry.anchor}" tabindex="{0 if walk else -1}" data-mark data-filter-echo{facets}>'
        f"{name}{label}{_symbol(entry.lane, x, y)}{room}</a>"
    )


def _label(words: str, x: float, y: float, *, end: bool = False) -> str:
    anchor = ' text-anchor="end"' if end else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{anchor}>{tag("tspan", words)}</text>'


def _symbol(lane: str, x: float, y: float) -> str:
    """A filled square speaks for somebody, an open circle for nobody; half a square is where the two meet."""
    if lane == "unofficial":
        return f'<circle class="open" cx="{x:.1f}" cy="{y:.1f}" r="5.2"/>'
    box = f'<rect class="{"full" if lane == "official" else "half"}" x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10"/>'
    return box if lane == "official" else f'{box}<path class="full" d="M{x - 5:.1f} {y - 5:.1f}h5v10h-5z"/>'


def _legend(plan: Plan, height: float) -> str:
    drawn = []
    for place, (lane, words) in enumerate(LANES.items()):
        x, y = (14.0, height + 28 + 22 * place) if plan.upright else (14.0 + 190 * place, height + 26)
        drawn.append(_symbol(lane, x, y) + _label(words, x + 14, y + 5))
    return "".join(drawn)


def _told(entries: Sequence[Entry]) -> str:
    """What the drawing shows, in words."""
    years = [entry.first.year for entry in entries]
    decade, most = max(_decades(years), key=lambda found: (found[1], -found[0]))
    lanes = {lane: sum(entry.lane == lane for entry in entries) for lane in LANES}
    return (
        f"{len(entries)} entries from {years[0]} to {years[-1]}: {lanes['official']} on the official track, "
        f"{lanes['unofficial']} on the unofficial one, {lanes['both']} on both. They lie thin at first and are thickest from "
        f"{decade} to {decade + 9}, with {most}. Each mark leads to its entry in the list below, which says the same in words."
    )


def _decades(years: Sequence[int]) -> Iterator[tuple[int, int]]:
    """For each year that has an entry: how many entries the ten years from it on have."""
    return ((begin, sum(begin <= year < begin + 10 for year in years)) for begin in set(years))
