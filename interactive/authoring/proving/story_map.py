"""The author's map of a story: scenes in columns, phase by phase, as a drawing and as a list. It is for authors and never published."""

from collections.abc import Iterator
from html import escape

from interactive.activities.roleplay.definition import Story
from interactive.authoring.proving.plays import Drawn
from interactive.authoring.proving.seeds import nearest
from interactive.authoring.proving.walk import Walked
from interactive.kernel.html import plain

WIDE, HIGH, GAP_X, GAP_Y, EDGE, TOP = 190, 46, 60, 40, 40, 60
STAGGER = (
    0,
    28,
    56,
    28,
)  # columns stand at different heights, so that a long line is not hidden behind the boxes it passes


def text_map(story: Story, found: Walked, drawn: Drawn) -> Iterator[str]:
    """The map as a list: each scene, how often it is met, where its choices lead."""
    for phase in story.phases.values():
        yield f"== {plain(phase.title)}"
        for name, scene in story.scenes.items():
            if scene.phase == phase.id:
                states = found.states[name]
                yield f"{name} · {plain(scene.title)} · met in {drawn.met[name] / drawn.plays:.0%} of plays · {states:,} states"
                for choice in scene.choices:
                    ways = " / ".join(way.to + (" *" if way.when else "") for way in choice.ways)
                    yield f"    {choice.id}{' ?' if choice.when else ''} -> {ways}"
    yield "== Endings"
    for name, ending in story.endings.items():
        yield f"{name} · {plain(ending.title)} · {drawn.endings[name] / drawn.plays:.1%} of plays"


def svg_map(story: Story, drawn: Drawn) -> str:
    """The map as a drawing: a column for each distance from the start, lines to where the choices lead."""
    columns = _columns(story)
    spots: dict[str, tuple[int, int]] = {}
    for column, names in enumerate(columns):
        for row, name in enumerate(names):
            spots[name] = EDGE + column * (WIDE + GAP_X), TOP + STAGGER[column % 4] + row * (HIGH + GAP_Y)
    wide = EDGE * 2 + len(columns) * (WIDE + GAP_X)
    high = TOP * 2 + max(map(len, columns)) * (HIGH + GAP_Y) + max(STAGGER)
    lines = "".join(_lines(story, spots))
    phases = "".join(_phases(story, spots))
    boxes = "".join(_box(story, name, spot, drawn) for name, spot in spots.items())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" '
        f'font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="#fff"/>{lines}{boxes}{phases}</svg>\n'
    )


def _columns(story: Story) -> list[list[str]]:
    """Each scene one column after the last scene that leads to it; within a loop, where it was first met. Endings stand last."""
    depth = {story.start: 0}
    for _ in story.scenes:  # as often as the longest road could need
        changed = False
        for name in list(depth):
            for to in nearest(story, name):
                if depth.get(to, -1) <= depth[name] < len(story.scenes):
                    depth[to], changed = depth[name] + 1, True
        if not changed:
            break
    columns: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for name in story.scenes:
        columns[depth.get(name, 0)].append(name)
    return [*(names for names in columns if names), list(story.endings)]


def _lines(story: Story, spots: dict[str, tuple[int, int]]) -> Iterator[str]:
    for name, scene in story.scenes.items():
        x, y = spots[name]
        targets = dict.fromkeys((way.to, way.when is None) for choice in scene.choices for way in choice.ways)
        for to, sure in targets:
            to_x, to_y = spots[to]
            start, end = (x + WIDE, y + HIGH // 2), (to_x, to_y + HIGH // 2)
            dash = "" if sure else ' stroke-dasharray="4 3"'
            yield (
                f'<path d="M{start[0]} {start[1]}C{start[0] + GAP_X} {start[1]} {end[0] - GAP_X} {end[1]} {end[0]} {end[1]}" '
                f'fill="none" stroke="#999"{dash}/>'
            )


def _phases(story: Story, spots: dict[str, tuple[int, int]]) -> Iterator[str]:
    """Each phase's name over its first scene."""
    for phase in story.phases.values():
        x = min((spots[name][0] for name, scene in story.scenes.items() if scene.phase == phase.id), default=EDGE)
        yield f'<text x="{x}" y="28" font-size="14" font-weight="bold">{escape(plain(phase.title))}</text>'


def _box(story: Story, name: str, spot: tuple[int, int], drawn: Drawn) -> str:
    x, y = spot
    ending = name in story.endings
    title = story.endings[name].title if ending else story.scenes[name].title
    times = drawn.endings[name] if ending else drawn.met[name]
    fill = "#0c3b33" if ending else "#faf1dd" if times > drawn.plays / 2 else "#fff"
    ink = "#fff" if ending else "#17201d"
    return (
        f'<rect x="{x}" y="{y}" width="{WIDE}" height="{HIGH}" fill="{fill}" stroke="#555"/>'
        f'<text x="{x + 8}" y="{y + 18}" fill="{ink}" font-weight="bold">{escape(name)} · {times / drawn.plays:.0%}</text>'
        f'<text x="{x + 8}" y="{y + 34}" fill="{ink}">{escape(plain(title)[:34])}</text>'
    )
