"""The road of a play: one line of numbered stations under the phases, gray dots for scenes that were not met, and the same as a list."""

from dataclasses import dataclass

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.rules import Moment, State
from interactive.kernel.days import counted
from interactive.kernel.frame import prefix
from interactive.kernel.html import Child, Safe, plain, tag

STEP = 33  # px from one station to the next
EDGE = 28
LANES = (96, 124, 150, 110, 138, 84)  # the line sways over these heights, so that it reads as a road and not as a ruler
DOTS = 186  # where the first row of scenes that were not met stands
TALL = 236


@dataclass(frozen=True, slots=True)
class Station:
    """Where a decision stands in the picture."""

    moment: Moment
    x: float
    y: float


def road_html(definition: Story, state: State, road: list[Moment], filled: set[int]) -> Child:
    """The map and its list. `filled` are the decisions that the debrief comes back to as doors."""
    missed = len(definition.scenes) - len({moment.scene.id for moment in road})
    note = (
        f"{counted(len(road), 'decision')}. The filled stations are the two doors further down. "
        f"Gray dots are scenes that this play did not meet, {missed} of them. "
        "They have no names here: they are not there to be collected."
    )
    picture = tag(
        "div",
        _picture(definition, state, road, filled),
        class_="st-scrollx",
        tabindex="0",
        role="group",
        aria_label="Map of your road, scrolls sideways",
    )
    words = tag("details", tag("summary", "The same road in words"), _list(definition, state, road), class_="st-more")
    return [picture, tag("p", note, class_="st-cite"), words]


def _picture(definition: Story, state: State, road: list[Moment], filled: set[int]) -> Safe:
    stations = [
        Station(moment, EDGE + STEP * place, LANES[_sway(moment) % len(LANES)]) for place, moment in enumerate(road)
    ]
    wide = EDGE * 2 + STEP * (len(road) + 0.4)
    pre = prefix(definition.ref)
    end = (wide - EDGE, 118.0)
    ending = definition.endings[state.ending]
    decisions = counted(len(road), "decision")
    about = f"{decisions} on one line across the phases, ending at {plain(ending.title)}. The list below gives each in words."
    inside: list[Child] = [
        tag("title", "Your road through the story", id=f"{pre}-map-title"),
        tag("desc", about, id=f"{pre}-map-about"),
        _bands(definition, stations),
        _dots(definition, stations),
        tag("path", d=_line(stations, end), class_="st-map__line"),
        [_station(one, one.moment.number in filled) for one in stations],
        tag("rect", x=_n(end[0] - 12), y=_n(end[1] - 12), width="24", height="24", class_="st-map__end"),
    ]
    return tag(
        "svg",
        inside,
        class_="st-map",
        viewBox=f"0 0 {_n(wide)} {TALL}",
        style=f"inline-size:{_n(wide)}px",
        role="img",
        aria_labelledby=f"{pre}-map-title {pre}-map-about",
    )


def _sway(moment: Moment) -> int:
    """Which lane a decision's station lies in: by its letter, so that two plays look different where they were different."""
    return moment.number + next(place for place, one in enumerate(moment.scene.choices) if one is moment.choice)


def _bands(definition: Story, stations: list[Station]) -> list[Safe]:
    drawn = []
    for phase in definition.phases.values():
        own = [one.x for one in stations if one.moment.scene.phase == phase.id]
        if own:
            left, right = min(own) - 14, max(own) + 14
            drawn += [
                tag("path", d=f"M{_n(left)} 34H{_n(right)}", class_="st-map__band"),
                tag("text", phase.title, x=_n(left), y="24", class_="st-map__phase")
                if right - left > 60 or len(definition.phases) == 1
                else None,
            ]
    return [one for one in drawn if one is not None]


def _dots(definition: Story, stations: list[Station]) -> list[Safe]:
    """Scenes that were not met, below the stretch of road of their phase."""
    met = {one.moment.scene.id for one in stations}
    drawn = []
    for phase in definition.phases.values():
        own = [one.x for one in stations if one.moment.scene.phase == phase.id]
        missed = [scene for scene in definition.scenes.values() if scene.phase == phase.id and scene.id not in met]
        left = min(own) if own else stations[-1].x
        room = max(1, int((max(own) - left) // 16) + 1) if own else 8
        for place in range(len(missed)):
            row, column = divmod(place, room)
            drawn.append(
                tag("circle", cx=_n(left + 16 * column), cy=_n(DOTS + 14 * row), r="3.5", class_="st-map__dot")
            )
    return drawn


def _line(stations: list[Station], end: tuple[float, float]) -> str:
    points = [(one.x, one.y) for one in stations] + [end]
    path = f"M{_n(points[0][0])} {_n(points[0][1])}"
    for (x, y), (to_x, to_y) in zip(points, points[1:], strict=False):
        middle = _n((x + to_x) / 2)
        path += f"C{middle} {_n(y)} {middle} {_n(to_y)} {_n(to_x)} {_n(to_y)}"
    return path


def _station(station: Station, filled: bool) -> list[Safe]:
    css = "st-map__stop is-filled" if filled else "st-map__stop"
    circle = tag("circle", cx=_n(station.x), cy=_n(station.y), r="12.5")
    return [
        tag("g", circle, tag("text", str(station.moment.number), x=_n(station.x), y=_n(station.y + 4.5)), class_=css)
    ]


def _list(definition: Story, state: State, road: list[Moment]) -> list[Safe]:
    found: list[Safe] = []
    for phase in definition.phases.values():
        own = [moment for moment in road if moment.scene.phase == phase.id]
        if own:
            items = [tag("li", tag("b", moment.scene.title), ". ", moment.choice.text) for moment in own]
            found += [
                tag("p", phase.title, class_="st-label"),
                tag("ol", items, start=str(own[0].number), class_="st-decisions"),
            ]
    backs = [definition.scenes[scene].title for scene, _ in state.backs if scene in definition.scenes]
    if backs:
        found.append(
            tag(
                "p",
                "You went back at: ",
                [[", " if place else None, title] for place, title in enumerate(backs)],
                ".",
                class_="st-cite",
            )
        )
    return found


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
