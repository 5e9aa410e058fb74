"""The end of a round: what it came to, which elements are misjudged and in which direction, and the way back to each scenario."""

from interactive.activities.casefile.definition import CONCLUSION, Casefile
from interactive.activities.casefile.draw_scenario import cell, head_row
from interactive.activities.casefile.marking import FULL
from interactive.activities.casefile.matrix import Row, matrix
from interactive.activities.casefile.rules import State, tally, twist_counts, untouched
from interactive.activities.casefile.said import found_said
from interactive.kernel.frame import button, prefix
from interactive.kernel.html import Child, Safe, hidden, tag
from interactive.kernel.score import points
from interactive.kernel.sources import line

HEADS = ("Element", "Right", "Close", "Missed", "Open")


def summary_html(definition: Casefile, state: State) -> Safe:
    """What stands above the scenarios once the round is finished."""
    title = "How this pass went" if state.pass_ > 1 else "How this round went"
    count = tally(definition, state, state.works)
    total = f"{points(count.earned)} of {count.points} points; {count.answered} of {count.items} answered."
    left = " What you left open earns nothing, and is not wrong." if count.answered < count.items else None
    return tag(
        "div",
        tag("h4", tag("span", title, id=f"{prefix(definition.ref)}-summary", tabindex="-1")),
        tag("p", total, left),
        _twists(definition, state),
        None if state.mode == "twist" else _matrix(definition, state),
        class_="st-summary",
    )


def _twists(definition: Casefile, state: State) -> Child:
    _, right, answered, every = twist_counts(definition, state.works)
    if not every:
        return None
    if not answered:
        return tag("p", f"Twists: none tried of the {every} in this round. They are counted apart.")
    apart = "" if state.mode == "twist" else " They are counted apart."
    return tag("p", f"Twists: {right} of {answered} wholly right; there are {every} in this round.{apart}")


def _matrix(definition: Casefile, state: State) -> list[Child]:
    rows = list(matrix(definition, state.works))
    table = tag(
        "table",
        tag("caption", "Your findings, element by element: close means beside the reasoned finding, open not answered"),
        head_row(HEADS),
        tag("tbody", [_row(row) for row in rows], role="rowgroup"),
        class_="st-table st-table--cards st-matrix",
        role="table",
    )
    slips = [_slips(definition, row) for row in rows if row.slips]
    told: list[Child] = [tag("h5", "What to look at again", class_="st-label"), tag("ul", slips)] if slips else []
    words, href = definition.reread
    again = tag("p", "Reread: ", tag("a", words, href=href)) if slips and href else None
    return [table, told, again, line(definition.rule.cites) if slips else None]


def _row(row: Row) -> Safe:
    counts = (row.fits, row.half, row.missed, row.left)
    head = tag("th", row.label, scope="row", role="rowheader")
    return tag("tr", head, [cell(name, str(count)) for name, count in zip(HEADS[1:], counts, strict=True)], role="row")


def _slips(definition: Casefile, row: Row) -> Safe:
    """In which direction an element was misjudged, and the way back to its words."""
    labels = definition.labels
    said = [
        f"you found “{labels[found]}” where it was “{labels[key]}”: {'once' if count == 1 else f'{count} times'}"
        for (found, key), count in row.slips.items()
    ]
    words = f"#{prefix(definition.ref)}-words-{row.element}"
    link = None if row.element == CONCLUSION else [" ", tag("a", "Its words", hidden(f": {row.label}"), href=words)]
    return tag("li", tag("b", row.label), ": ", "; ".join(said), ".", link)


def scenario_list(definition: Casefile, state: State) -> Safe:
    """Every scenario of the round with its state in words, and a button that leads to it."""
    rows = [_way(definition, state, name, place) for place, name in enumerate(state.works)]
    label = f"{prefix(definition.ref)}-list"
    heading = tag("h4", tag("span", "The scenarios of this round", id=label))
    return tag("div", heading, tag("ol", rows, class_="st-ways-in", aria_labelledby=label), class_="st-round")


def _way(definition: Casefile, state: State, name: str, place: int) -> Safe:
    title = definition.scenarios[name].title
    go = button(
        "Open",
        hidden(f": {title}"),
        style="bare",
        data_event={"type": "go", "to": name},
        id=f"{prefix(definition.ref)}-go-{name}",
    )
    here = place == state.at
    return tag(
        "li",
        tag("span", title),
        " ",
        tag("span", standing(definition, state, name), class_="st-count"),
        " ",
        tag("span", "· shown here", class_="st-count") if here else go,
        aria_current="true" if here else None,
    )


def standing(definition: Casefile, state: State, name: str) -> str:
    """How far one scenario is, in words."""
    work = state.works[name]
    count = tally(definition, state, {name: work})
    if state.finished or (work.closed and state.mode != "twist"):
        full = ", all right" if count.earned == count.points * FULL else ""
        return f"{points(count.earned)} of {count.points} points{full}"
    if work == untouched(definition.scenarios[name], state.mode):
        return "not begun"
    return f"{count.answered} of {count.items} answered" if state.mode == "twist" else found_said(work).rstrip(".")
