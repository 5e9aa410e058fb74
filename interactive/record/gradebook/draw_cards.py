"""Tables that a narrow screen reads as cards: every cell names itself, and the roles are said, since laying cells out takes them away."""

from collections.abc import Sequence, Set

from interactive.kernel.html import Child, Safe, tag


def cards(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[Child]], numbers: Set[int], name: str = ""
) -> Safe:
    """A table whose first column heads its rows; `numbers` are the columns of figures, `name` one more class for it."""

    def css(place: int) -> str | None:
        return "num" if place in numbers else None

    head = [tag("th", words, scope="col", role="columnheader", class_=css(place)) for place, words in enumerate(heads)]
    body = []
    for first, *rest in rows:
        cells = [
            tag("td", tag("div", cell), role="cell", data_label=heads[place], class_=css(place))
            for place, cell in enumerate(rest, 1)
            if cell is not None
        ]
        body.append(tag("tr", tag("th", first, scope="row", role="rowheader"), cells, role="row"))
    table = tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", head, role="row"), role="rowgroup"),
        tag("tbody", body, role="rowgroup"),
        class_=" ".join(filter(None, ["st-table st-table--cards", name])),
        role="table",
    )
    return tag("div", table, class_="st-wrap", role="group", tabindex="0", aria_label=caption)
