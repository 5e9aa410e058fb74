"""The list of packages on the instructors' page. A site that was built without them says how they are made, and links to nothing."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

PAGE = "instructors/lms.html"
PLACE = re.compile(r"<div data-packages>(.*?)</div>", re.DOTALL)
UNMADE = "<p>This copy of the site was built without its packages. <code>make packages</code> makes them.</p>"
COLUMNS = {
    "scorm12": "SCORM 1.2",
    "scorm2004": "SCORM 2004",
    "scorm12-light": "SCORM 1.2, light",
    "scorm2004-light": "SCORM 2004, light",
}


@dataclass(frozen=True, slots=True)
class Made:
    """A package that was made: whose, of which kind (a key of COLUMNS), its file's name and size in bytes."""

    title: str
    kind: str
    name: str
    size: int


def megabytes(size: int) -> str:
    """A size in the words of a list."""
    return f"{size / 1e6:.1f} MB"


def fill(site: Path, made: Sequence[Made]) -> None:
    """Write the list into the page, over the one that stands there."""
    _replace(site, lambda _: table(made))


def fill_empty(site: Path) -> None:
    """Say that there are no packages, if nothing is said yet."""
    _replace(site, lambda inner: inner if inner.strip() else UNMADE)


def table(made: Sequence[Made]) -> str:
    """A row for each lesson and one for the whole course, a column for each kind that was made."""
    kinds = [kind for kind in COLUMNS if any(one.kind == kind for one in made)]
    head = "".join(f'<th scope="col">{name}</th>' for name in ["What", *(COLUMNS[kind] for kind in kinds)])
    rows = "".join(_row(title, {one.kind: one for one in made if one.title == title}, kinds) for title in _titles(made))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _titles(made: Iterable[Made]) -> list[str]:
    return list(dict.fromkeys(one.title for one in made))


def _row(title: str, cells: Mapping[str, Made], kinds: Iterable[str]) -> str:
    found = "".join(f"<td>{_link(cells[kind]) if kind in cells else ''}</td>" for kind in kinds)
    return f'<tr><th scope="row">{escape(title)}</th>{found}</tr>'


def _link(one: Made) -> str:
    name = f'<span class="st-hide">{escape(one.title)}, {COLUMNS[one.kind]}: </span>'
    return f'<a href="../downloads/lms/{one.name}" download>{name}{megabytes(one.size)}</a>'


def _replace(site: Path, write: Callable[[str], str]) -> None:
    page = site / PAGE
    if page.exists():
        html = page.read_text(encoding="utf-8")
        filled = PLACE.sub(lambda place: f"<div data-packages>{write(place[1])}</div>", html)
        page.write_text(filled, encoding="utf-8")
