"""The list of cartridges on the page for learning management systems."""

from collections.abc import Iterable
from pathlib import Path

from interactive.kernel.html import Safe, join, tag
from interactive.publishing.filling import fill, size_of

PAGE = "instructors/lms.html"
VERSIONS = {
    "cc11": ("Common Cartridge 1.1", "Moodle, which reads no later one; Open edX, through cc2olx"),
    "cc13": ("Common Cartridge 1.3", "Canvas, Brightspace, Blackboard, and whatever else asks for 1.2 or 1.3"),
}
HEADS = ("File", "For", "Size")


def show_cartridges(site: Path, made: Iterable[Path]) -> None:
    """Write a row for each file."""
    fill(site / PAGE, "cartridges", _table([_row(path) for path in made]))


def _row(path: Path) -> Safe:
    title, whom = VERSIONS[path.stem.rpartition("-")[2]]
    link = tag("a", title, href=f"../downloads/{path.name}", download=True)
    return tag("tr", tag("th", link, scope="row"), tag("td", whom), tag("td", size_of(path)))


def _table(rows: list[Safe]) -> str:
    head = tag("tr", [tag("th", words, scope="col") for words in HEADS])
    return join(tag("table", tag("thead", head), tag("tbody", rows), class_="st-table"))
