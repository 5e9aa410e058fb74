"""How a reading looks: a list of the sections, each with whether it was read. The lesson itself is the page."""

from interactive.activities.reading.definition import Reading
from interactive.activities.reading.engine import State
from interactive.kernel.html import icon, tag


def render(definition: Reading, state: State) -> str:
    """The list as HTML."""
    rows = [
        tag(
            "li",
            icon("i-ready" if name in state.read else "i-open"),
            " ",
            title,
            ": read" if name in state.read else ": not read",
        )
        for name, title in definition.sections.items()
    ]
    return tag("ol", rows, class_="st-plain", aria_label=definition.title)
