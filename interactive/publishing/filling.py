"""Places in a built page that are filled with what the build has made since: lists of downloads."""

import re
from pathlib import Path


def fill(page: Path, name: str, html: str) -> None:
    """Write HTML into the page's `<div data-NAME>`, over what stands there; a site without the page or the place stays as it is."""
    if page.is_file():
        place = re.compile(rf"(<div data-{name}>).*?(</div>)", re.DOTALL)
        text = page.read_text(encoding="utf-8")
        page.write_text(place.sub(lambda found: f"{found[1]}{html}{found[2]}", text), encoding="utf-8")


def size_of(path: Path) -> str:
    """A file's size in the words of a list."""
    return f"{path.stat().st_size / 1000:.0f} KB"
