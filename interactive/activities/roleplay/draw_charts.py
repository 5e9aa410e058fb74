"""How things stood: each variable as a small step chart on one scale, a sentence under it, and all figures in one table."""

from interactive.activities.roleplay.definition import Story
from interactive.activities.roleplay.movements import Movement, largest, listed, movements, told, trades
from interactive.activities.roleplay.rules import Moment, say
from interactive.kernel.html import Child, Safe, tag

WIDE, LEFT, TOP, LEVEL = 240, 8, 8, 14  # px: the drawing's width, its margins, the height of one step of the scale


def charts_html(definition: Story, road: list[Moment]) -> Child:
    """The charts, the sentences on what was bought with what, the table."""
    found = movements(definition, road)
    bounds = _boundaries(road)
    steps = largest(definition, found)
    notes = [Safe(f"The largest movements: {listed(steps)}.")] if steps else []
    notes += map(Safe, trades(definition, found))
    return [
        tag("p", f"Each line runs over your {len(road)} decisions. Dotted uprights part the phases.", class_="st-cite"),
        tag("div", [_figure(definition, movement, bounds) for movement in found], class_="st-small-multiples"),
        [tag("p", note) for note in notes],
        tag("details", tag("summary", "The same figures as a table"), _table(found), class_="st-more"),
    ]


def _boundaries(road: list[Moment]) -> list[int]:
    """After which decisions a new phase began."""
    return [
        one.number for one, following in zip(road, road[1:], strict=False) if one.scene.phase != following.scene.phase
    ]


def _figure(definition: Story, movement: Movement, bounds: list[int]) -> Safe:
    variable = movement.variable
    ends = f"{movement.values[0]} to {movement.values[-1]}"
    heading = tag("p", tag("b", variable.label), " ", tag("span", ends, class_="st-cite"), class_="st-chart__head")
    words = [say(variable, value) for value in (movement.values[0], movement.values[-1])]
    said = f"From “{words[0]}” to “{words[1]}”." if words[0] != words[1] else f"“{words[0]}” at both ends."
    caption = tag("figcaption", said[:1].upper(), said[1:], " ", Safe(told(definition, movement)))
    return tag("figure", heading, _drawing(movement, bounds), caption)


def _drawing(movement: Movement, bounds: list[int]) -> Safe:
    levels = movement.variable.most - movement.variable.least
    step = (WIDE - 2 * LEFT) / max(1, len(movement.values) - 1)

    def y(value: int) -> str:
        return _n(TOP + LEVEL * (movement.variable.most - value))

    line = f"M{LEFT} {y(movement.values[0])}"
    for place, value in enumerate(movement.values[1:], 1):
        line += f"H{_n(LEFT + step * place)}" + (f"V{y(value)}" if value != movement.values[place - 1] else "")
    uprights = "".join(f"M{_n(LEFT + step * place)} {TOP - 4}V{TOP + LEVEL * levels + 4}" for place in bounds)
    rails = "".join(f"M{LEFT} {TOP + LEVEL * place}H{WIDE - LEFT}" for place in range(levels + 1))
    return tag(
        "svg",
        tag("path", d=rails, class_="st-steps__rails"),
        tag("path", d=uprights, class_="st-steps__bounds") if bounds else None,
        tag("path", d=line, class_="st-steps__line"),
        tag("circle", cx=_n(WIDE - LEFT), cy=y(movement.values[-1]), r="3.5", class_="st-steps__end"),
        class_="st-steps",
        viewBox=f"0 0 {WIDE} {2 * TOP + LEVEL * levels}",
        aria_hidden="true",
        focusable="false",
    )


def _table(found: list[Movement]) -> Safe:
    heads = ("", "Start", "Lowest", "Highest", "End", "What the page said at the end")
    rows = [
        tag(
            "tr",
            tag("th", one.variable.label, scope="row"),
            [
                tag("td", str(value), class_="num")
                for value in (one.values[0], min(one.values), max(one.values), one.values[-1])
            ],
            tag("td", say(one.variable, one.values[-1])),
        )
        for one in found
    ]
    head = tag(
        "tr",
        [
            tag("th", words, scope="col", class_="num" if words in heads[1:5] else None) if words else tag("td")
            for words in heads
        ],
    )
    table = tag("table", tag("thead", head), tag("tbody", rows), class_="st-table")
    return tag("div", table, class_="st-wrap", tabindex="0", role="group", aria_label="Values of each variable")


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
